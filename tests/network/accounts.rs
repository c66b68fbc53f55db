//! An account on a badge platform, asked by the program as it ships: at the platform's own name, over HTTPS.

use strict_json::json;
use verification::sign::{self, Key};
use wallet_tests::network::{Asked, Reply, inside};

const HOST: &str = "api.openbadges.education";

fn badge(number: u32) -> String {
    let key = Key::ed25519_from_seed(&[9; 32]).unwrap();
    let claims = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("urn:uuid:33333333-0000-4000-8000-{number:012}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": key.did_key(), "type": ["Profile"], "name": "Werkstatt" },
        "validFrom": "2026-02-02T09:31:05Z",
        "name": format!("Badge {number}"),
        "credentialSubject": { "type": ["AchievementSubject"], "achievement": {
            "id": format!("urn:uuid:44444444-0000-4000-8000-{number:012}"), "type": ["Achievement"],
            "name": format!("Badge {number}"), "description": "d", "criteria": { "narrative": "n" },
        }},
    });
    sign::jwt(claims, "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).unwrap()
}

fn platform(asked: &Asked) -> Reply {
    let path = asked.path.split('?').next().unwrap();
    let number = path.strip_prefix("/public/assertions/").and_then(|rest| rest.parse().ok());
    match (asked.method.as_str(), path, number) {
        ("POST", "/o/token", _) if asked.body.ends_with(b"client_secret=geheim") => {
            Reply::json("{}").with("Set-Cookie", "access_token=t-1; HttpOnly; Secure")
        }
        ("POST", "/o/token", _) => Reply::status(401),
        ("GET", _, _) if path.starts_with("/v2/") && asked.header("authorization") != Some("Bearer t-1") => {
            Reply::status(401)
        }
        ("GET", "/v2/backpack/assertions", _) => {
            let one = |n: u32| json!({ "entityId": format!("e{n}"), "openBadgeId": format!("https://{HOST}/public/assertions/{n}") });
            // The third is somebody else's to show.
            let other =
                json!({ "entityId": "x", "openBadgeId": "https://other.example.org/public/assertions/7" });
            Reply::json(json!({ "result": [one(1), one(2), other] }).to_string())
        }
        ("GET", "/v2/backpack/collections", _) => {
            Reply::json(r#"{"result":[{"entityId":"c","name":"Holz","assertions":["e1","e2"]}]}"#)
        }
        ("GET", _, Some(number)) => Reply::new(200, "application/vc+jwt", badge(number)),
        _ => Reply::status(404),
    }
}

#[test]
fn badges_of_an_account_come_once() {
    let (Some(_), Some(bus)) =
        (std::env::var_os("BADGEFOLIO_TEST_KEYRING"), std::env::var_os("DBUS_SESSION_BUS_ADDRESS"))
    else {
        wallet_tests::tell(
            "skipped: an account on a platform, because there is no keyring for tests (scripts/in-session)",
        );
        return;
    };
    inside("accounts::badges_of_an_account_come_once", |network| {
        let host = network.serve(HOST, platform);
        let other = network.serve("other.example.org", platform);
        let line = network.command_line().with("DBUS_SESSION_BUS_ADDRESS", &bus);
        let secret = line.file("secret", b"geheim\n");
        let secret = secret.to_str().unwrap();
        let add = ["account", "add", "oeb", "--client-id", "mira", "--secret-file", secret, "--json"];
        let added = line.run(add).expect(0).document();
        let id = added["added"]["id"].as_str().unwrap();
        assert!(host.heard().is_empty(), "nobody is asked before a scan");

        // One badge is at a host that nobody agreed to ask.
        let first = line.run(["account", "scan", id, "--json"]).expect(69);
        let lines = first.lines();
        assert_eq!(lines.iter().filter(|line| line["verdict"] == "valid").count(), 2, "{first:?}");
        assert_eq!(lines.last().unwrap()["error"]["code"], "fetch.no-consent");
        assert!(other.heard().is_empty());
        let listed = line.run(["stack", "show", "Holz", "--json"]).expect(0).document();
        assert_eq!(listed["items"].as_array().unwrap().len(), 2);
        for asked in host.heard() {
            assert!(!asked.path.contains("geheim") && !asked.path.contains("t-1"), "{asked:?}");
            assert_eq!(asked.header("cookie"), None);
            let public = asked.path.starts_with("/public/");
            assert!(!public || asked.header("authorization").is_none(), "{asked:?}");
        }
        let before = host.heard().len();
        line.run(["account", "scan", id]).expect(69);
        assert_eq!(host.heard().len() - before, 3, "the token and two lists");

        let wrong = line.file("wrong", b"falsch\n");
        line.run(["account", "secret", id, "--secret-file", wrong.to_str().unwrap()]).expect(0);
        line.run(["account", "scan", id]).expect(77);
        line.run(["account", "remove", id]).expect(0);
    });
}
