//! Accounts, as far as nobody is asked: mailboxes on a real server are in `tests/accounts`.

use crate::kit::*;
use crate::shapes::Schema;

const IMAP: [&str; 7] =
    ["account", "add", "imap", "--host", "imap.example.org", "--user", "mira@post.example"];

fn add<'a>(more: &[&'a str]) -> Vec<&'a str> {
    IMAP.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn what_makes_no_sense_is_said_before_anything_is_stored() {
    let place = Place::new();
    let file = place.file("password", b"geheim\nmore\n");
    // Without a password, or with two kinds of it.
    place.run(&add(&[])).ends(64);
    place.run(&add(&["--password-file", &file, "--token-file", &file])).ends(64);
    place.run(&add(&["--password-file", "nowhere"])).ends(64);
    for (more, code) in [
        (vec!["--since", "yesterday"], "account.date"),
        (vec!["--since", "2026-02-02", "--before", "2026-01-01"], "account.period"),
        (vec!["--host", "imap.example.org/inbox"], "account.no-host"),
    ] {
        let mut all = add(&["--password-file", &file, "--json"]);
        // Of an option that is given twice clap says so; the host is replaced.
        if more[0] == "--host" {
            all[4] = more[1];
        } else {
            all.extend(&more);
        }
        let ran = place.run(&all).ends(64);
        assert_eq!(ran.document()["error"]["code"], code);
    }
    let listed = place.run(&["account", "list", "--json"]).ends(0);
    assert_eq!(listed.out, "{\"accounts\":[]}\n");
    Schema::read().fits("accounts", &[listed.document()]);
    place.run(&["account", "remove", "abcd"]).ends(66);
    place.run(&["account", "scan", "abcd"]).ends(66);
}

#[test]
fn without_a_keyring_there_is_no_account() {
    let place = Place::new();
    let file = place.file("password", b"geheim\n");
    let ran = place.run(&add(&["--password-file", &file, "--json"])).ends(77);
    assert_eq!(ran.document()["error"]["code"], "backpack.keyring-no-service");
    assert_eq!(place.run(&["account", "list", "--json"]).ends(0).out, "{\"accounts\":[]}\n");
}

#[test]
fn an_account_is_added_listed_and_forgotten() {
    let (Some(_), Some(bus)) =
        (std::env::var_os("BADGEFOLIO_TEST_KEYRING"), std::env::var_os("DBUS_SESSION_BUS_ADDRESS"))
    else {
        eprintln!(
            "skipped: accounts with the system's keyring, because there is none for tests (scripts/in-session)"
        );
        return;
    };
    let place = Place::new();
    let file = place.file("password", b"geheim\nmore\n");
    let passphrase = place.path("passphrase").display().to_string();
    let run = |arguments: &[&str]| {
        let mut command = place.command();
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus).args(arguments);
        let output = command.args(["--passphrase-file", &passphrase]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let added =
        run(&add(&["--password-file", &file, "--folder", "Abzeichen", "--since", "2024-01-01", "--json"]));
    let added: strict_json::Value = serde_json::from_str(&added).unwrap();
    let schema = Schema::read();
    schema.fits("accountAdded", std::slice::from_ref(&added));
    let account = &added["added"];
    assert_eq!((account["kind"].as_str(), account["port"].as_u64()), (Some("imap"), Some(993)));
    assert_eq!(
        (account["folder"].as_str(), account["since"].as_str()),
        (Some("Abzeichen"), Some("2024-01-01"))
    );
    assert!(!added.to_string().contains("geheim"));
    let listed = run(&["account", "list"]);
    assert!(listed.contains("imap.example.org · Abzeichen") && listed.contains("never yet"), "{listed}");
    let id = account["id"].as_str().unwrap();
    let one = |arguments: &[&str]| [serde_json::from_str(&run(arguments)).unwrap()];
    schema.fits("accounts", &one(&["account", "list", "--json"]));
    schema.fits("accountChanged", &one(&["account", "secret", &id[..4], "--secret-file", &file, "--json"]));
    schema.fits("accountRemoved", &one(&["account", "remove", &id[..4], "--json"]));
    assert_eq!(run(&["account", "list", "--json"]), "{\"accounts\":[]}\n");
}
