//! Whom the program speaks to, whatever an address says, and how much it takes.

use wallet_tests::network::{Body, Holds, Reply, inside};

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

#[test]
fn a_certificate_that_is_over_is_believed_by_nobody() {
    inside("closed::a_certificate_that_is_over_is_believed_by_nobody", |network| {
        let expired = network.authority().identity(&["old.example.org"], Holds::Expired);
        let other = network.authority().identity(&["somebody.example.org"], Holds::Now);
        let hosts = [
            network.serve_as("old.example.org", &expired, |_| Reply::json("{}")),
            network.serve_as("wrong.example.org", &other, |_| Reply::json("{}")),
        ];
        for name in ["old", "wrong"] {
            let address = format!("https://{name}.example.org/1");
            let ran = network.command_line().run(["verify", "--json", "--allow", "all", &address]).expect(69);
            assert!(ran.out.contains("fetch.tls"), "{}", ran.out);
        }
        assert!(hosts.iter().all(|host| host.heard().is_empty()));
    });
}

#[test]
fn no_more_is_taken_than_a_document_may_have() {
    inside("closed::no_more_is_taken_than_a_document_may_have", |network| {
        const GIB: u64 = 1024 * 1024 * 1024;
        let host = network.serve("large.example.org", |asked| match asked.path.as_str() {
            "/announced" => Reply::json("").with_body(Body::Zeros(GIB)),
            _ => Reply::json("").with_body(Body::Unannounced(GIB)),
        });
        let line = network.command_line();
        for path in ["announced", "unannounced"] {
            let address = format!("https://large.example.org/{path}");
            let ran = line.run(["verify", "--json", "--allow", "all", &address]).expect(69);
            assert!(ran.out.contains("fetch.too-large"), "{}", ran.out);
        }
        // What lay in the buffers on the way is counted, too.
        assert!(host.sent() < 32 * 1024 * 1024, "{} bytes were taken", host.sent());
    });
}
