//! Whom the program speaks to, whatever an address says, and how much it takes.

use wallet_tests::network::{Reply, inside};

#[test]
fn nobody_is_asked_without_consent() {
    inside("closed::nobody_is_asked_without_consent", |network| {
        let host = network.serve("issuer.example.org", |_| Reply::json("{}"));
        let line = network.command_line();
        for arguments in [
            vec!["verify", "https://issuer.example.org/1"],
            vec!["import", "https://issuer.example.org/1"],
            vec!["verify", "--offline", "--allow", "all", "https://issuer.example.org/1"],
        ] {
            line.run(arguments).expect(69);
        }
        assert!(host.heard().is_empty());
        // The control: it would have answered.
        line.run(["verify", "--allow", "issuer.example.org", "https://issuer.example.org/1"]);
        assert!(!host.heard().is_empty());
    });
}
