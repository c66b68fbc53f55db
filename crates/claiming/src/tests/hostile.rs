//! Issuers that mean harm, or mistake themselves.

use strict_json::{Value, json};

use super::openid::{by_code, issuer, metadata, offer, server};
use super::talk::Talk;
use crate::limits;

fn fails(metadata: Value, server: Value) -> (String, Talk) {
    let mut talk = Talk::default();
    let error = talk
        .claim(&offer(&by_code(&json!({}))), &mut issuer(metadata, server, |_, _| None))
        .expect_err("it has to fail");
    (error.code().to_owned(), talk)
}

fn told(talk: &Talk) -> bool {
    talk.sent.iter().any(|(_, body)| body.contains("code-1"))
}

#[test]
fn an_issuer_has_to_be_who_the_offer_says() {
    let mut other = metadata();
    other["credential_issuer"] = json!("https://evil.example");
    let (code, talk) = fails(other, server());
    assert_eq!((code.as_str(), told(&talk)), ("claim.other-issuer", false));
    let mut none = metadata();
    none.as_object_mut().unwrap().remove("credential_issuer");
    assert_eq!(fails(none, server()).0, "claim.other-issuer");
    // The server in between, too, and the one that the offer puts in.
    let (code, talk) = fails(
        metadata(),
        json!({ "issuer": "https://evil.example", "token_endpoint": "https://issuer.example/token" }),
    );
    assert_eq!((code.as_str(), told(&talk)), ("claim.other-issuer", false));
    let mut talk = Talk::default();
    let grant = by_code(&json!({ "authorization_server": "https://evil.example" }));
    let error = talk.claim(&offer(&grant), &mut issuer(metadata(), server(), |_, _| None)).unwrap_err();
    assert_eq!((error.code(), told(&talk)), ("claim.other-issuer", false));
}

#[test]
fn no_address_inside_and_none_in_the_clear() {
    for address in [
        "http://issuer.example/x",
        "https://127.0.0.1/x",
        "https://169.254.169.254/latest",
        "https://10.0.0.7/x",
        "https://[::1]/x",
        "https://localhost/x",
        "https://issuer.example@evil.example/x",
        "file:///etc/passwd",
        "x",
    ] {
        for member in ["credential_endpoint", "nonce_endpoint", "deferred_credential_endpoint"] {
            let mut metadata = metadata();
            metadata[member] = json!(address);
            let (code, talk) = fails(metadata, server());
            assert_eq!((code.as_str(), told(&talk)), ("claim.address", false), "{member} {address}");
        }
        for member in ["token_endpoint", "pushed_authorization_request_endpoint"] {
            let mut server = server();
            server[member] = json!(address);
            assert_eq!(fails(metadata(), server).0, "claim.address", "{member} {address}");
        }
        let mut metadata = metadata();
        metadata["authorization_servers"] = json!([address]);
        assert_eq!(fails(metadata, server()).0, "claim.address", "{address}");
        let uri = format!("openid-credential-offer://?credential_offer_uri={address}");
        assert_eq!(crate::Offer::read(&uri).unwrap_err().code(), "claim.address", "{address}");
    }
}

#[test]
fn other_hosts_are_named_before_anything_is_told() {
    let mut metadata = metadata();
    metadata["nonce_endpoint"] = json!("https://nonce.example/");
    let mut server = server();
    server["token_endpoint"] = json!("https://collector.example/token");
    // The machine says the hosts; what it does without an answer to that is nothing.
    let mut claim = crate::Claim::new(
        crate::Offer::read(&offer(&by_code(&json!({})))).unwrap(),
        super::talk::holder(),
        &[1; 64],
    );
    let answered = |value: &Value| {
        crate::Reply::Answered(crate::Response {
            status: 200,
            media_type: None,
            retry_after: None,
            body: value.to_string().into_bytes(),
        })
    };
    let now = super::talk::now();
    assert!(matches!(claim.advance(crate::Reply::Start, now), Ok(crate::Next::Send(_))));
    assert!(matches!(claim.advance(answered(&metadata), now), Ok(crate::Next::Send(_))));
    let Ok(crate::Next::Hosts(hosts)) = claim.advance(answered(&server), now) else { panic!() };
    assert_eq!(hosts, ["collector.example", "issuer.example", "nonce.example"]);
    assert_eq!(claim.advance(crate::Reply::Waited, now).unwrap_err().code(), "claim.not-asked");
}

#[test]
fn what_is_wanted_and_not_had_is_said_before_the_code_is_used() {
    let change = |pointer: &str, name: &str, value: Value| {
        let mut metadata = metadata();
        metadata.pointer_mut(pointer).unwrap()[name] = value;
        let (code, talk) = fails(metadata, server());
        assert!(!told(&talk), "{code}");
        code
    };
    let badge = "/credential_configurations_supported/Badge";
    assert_eq!(change(badge, "format", json!("mso_mdoc")), "claim.format");
    assert_eq!(
        change(&format!("{badge}/proof_types_supported/jwt"), "key_attestations_required", json!({})),
        "claim.attestation"
    );
    assert_eq!(change(badge, "proof_types_supported", json!({ "attestation": {} })), "claim.key-kind");
    assert_eq!(
        change("", "credential_response_encryption", json!({ "encryption_required": true })),
        "claim.encryption"
    );
    assert_eq!(
        change("", "credential_configurations_supported", json!({ "Other": {} })),
        "claim.unknown-credential"
    );
}

#[test]
fn later_without_end_is_bounded() {
    for seconds in [json!(0), json!(1), json!(30), json!(u64::MAX), json!("soon")] {
        let mut talk = Talk::default();
        let other = |asked: &str, _: &str| match asked {
            "POST https://issuer.example/credential [t-1]" | "POST https://issuer.example/deferred [t-1]" => {
                Some((202, json!({ "transaction_id": "t", "interval": seconds })))
            }
            _ => None,
        };
        let claimed =
            talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap();
        assert_eq!((claimed.credentials.len(), claimed.later.as_deref()), (0, Some("issuer.example")));
        assert!(talk.waited <= limits::DEFERRED_SECONDS, "{seconds}");
        assert!(talk.sent.len() < 20, "{seconds}");
    }
}

#[test]
fn refusing_without_end_is_bounded() {
    for error in ["invalid_proof", "invalid_nonce", "unsupported_credential_type", "invalid_request", "odd"] {
        let mut talk = Talk::default();
        let other = |asked: &str, _: &str| {
            (asked == "POST https://issuer.example/credential [t-1]")
                .then(|| (400, json!({ "error": error, "c_nonce": "n" })))
        };
        let came =
            talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap_err();
        assert_eq!(came.code(), "claim.refused", "{error}");
        assert!(talk.signed.len() <= limits::ATTEMPTS as usize);
    }
    let mut pending = Talk::default();
    let other = |asked: &str, _: &str| {
        asked.ends_with("/token").then(|| (400, json!({ "error": "authorization_pending" })))
    };
    let came =
        pending.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap_err();
    assert_eq!(came.code(), "claim.endless");
}

#[test]
fn a_wrong_code_is_asked_for_again_but_not_for_ever() {
    let mut talk = Talk { pins: vec!["1", "2", "3", "4", "5"], ..Talk::default() };
    let other =
        |asked: &str, _: &str| asked.ends_with("/token").then(|| (400, json!({ "error": "invalid_grant" })));
    let grant = by_code(&json!({ "tx_code": {} }));
    let came = talk.claim(&offer(&grant), &mut issuer(metadata(), server(), other)).unwrap_err();
    assert_eq!((came.code(), talk.asked.len()), ("claim.code", 4));
    assert!(talk.asked.iter().skip(1).all(|pin| pin.wrong));
}

#[test]
fn answers_that_are_too_much_or_nonsense() {
    for (body, code) in [
        (json!({}), "claim.unreadable"),
        (json!([1]), "claim.unreadable"),
        (json!("<html>"), "claim.unreadable"),
        (json!({ "credential": 7 }), "claim.unreadable"),
        (json!({ "credentials": vec![json!({ "credential": "x".repeat(6 * 1024 * 1024) }); 1] }), "ok"),
        (
            json!({ "credentials": (0..200).map(|n| json!({ "credential": n.to_string() })).collect::<Vec<_>>() }),
            "claim.endless",
        ),
    ] {
        let mut talk = Talk::default();
        let other = |asked: &str, _: &str| {
            (asked == "POST https://issuer.example/credential [t-1]").then(|| (200, body.clone()))
        };
        let came = talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other));
        assert_eq!(came.map_or_else(|error| error.code(), |_| "ok"), code);
    }
    let token = |body: Value| {
        let other = |asked: &str, _: &str| asked.ends_with("/token").then(|| (200, body.clone()));
        let mut talk = Talk::default();
        let came = talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other));
        came.map_or_else(|error| error.code(), |_| "ok")
    };
    assert_eq!(token(json!({ "access_token": "a\r\nHost: evil" })), "claim.unreadable");
    assert_eq!(token(json!({ "access_token": "t-1", "token_type": "DPoP" })), "claim.bound-token");
    assert_eq!(token(json!({})), "claim.unreadable");
}

#[test]
fn what_is_said_of_a_refusal_is_cut_and_clean() {
    let mut talk = Talk::default();
    let long = format!("\u{1b}[31m{}", "x".repeat(10_000));
    let other = |asked: &str, _: &str| {
        asked
            .ends_with("/token")
            .then(|| (500, json!({ "error": "server_error", "error_description": long })))
    };
    let came =
        talk.claim(&offer(&by_code(&json!({}))), &mut issuer(metadata(), server(), other)).unwrap_err();
    let said = &came.args()["error"];
    assert!(said.chars().count() <= limits::SHOWN + 1 && !said.contains('\u{1b}'), "{said}");
}

/// Every place of a document, as JSON pointers; no deeper than anybody's metadata.
fn places(value: &Value) -> Vec<String> {
    let mut all = vec![(String::new(), value)];
    let mut at = 0;
    while let Some((pointer, value)) = all.get(at).cloned() {
        match value {
            Value::Object(members) => {
                all.extend(members.iter().map(|(name, value)| (format!("{pointer}/{name}"), value)));
            }
            Value::Array(list) => {
                all.extend(list.iter().enumerate().map(|(at, value)| (format!("{pointer}/{at}"), value)));
            }
            _ => {}
        }
        at += 1;
    }
    all.into_iter().map(|(pointer, _)| pointer).collect()
}

#[test]
fn odd_values_anywhere_end_in_an_answer() {
    let deep = (0..200).fold(json!(1), |inner, _| json!([inner]));
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("\u{0}\u{202e}"),
        json!("x".repeat(100_000)),
        json!([]),
        json!({}),
        json!([null, 1, {}, [[]]]),
        json!(["https://issuer.example", "https://issuer.example"]),
        deep,
    ];
    let documents = [
        ("GET https://issuer.example/.well-known/openid-credential-issuer", metadata()),
        ("GET https://issuer.example/.well-known/oauth-authorization-server", server()),
        (
            "POST https://issuer.example/token",
            json!({ "access_token": "t-1", "token_type": "Bearer", "c_nonce": "n",
            "authorization_details": [{ "credential_configuration_id": "Badge", "credential_identifiers": ["a"] }] }),
        ),
        ("POST https://issuer.example/nonce", json!({ "c_nonce": "n-1" })),
        (
            "POST https://issuer.example/credential [t-1]",
            json!({ "credentials": [{ "credential": "a.b.c" }] }),
        ),
        ("POST https://issuer.example/credential [t-1]", json!({ "transaction_id": "t", "interval": 5 })),
        ("POST https://issuer.example/deferred [t-1]", json!({ "credentials": [{ "credential": "a.b.c" }] })),
    ];
    let mut runs = 0;
    for (asked, document) in &documents {
        for (place, odd) in places(document).iter().flat_map(|place| odd.iter().map(move |odd| (place, odd)))
        {
            let mut changed = document.clone();
            *changed.pointer_mut(place).unwrap() = odd.clone();
            for status in [200, 400] {
                let other = |one: &str, _: &str| (one == *asked).then(|| (status, changed.clone()));
                let mut talk = Talk { pins: vec!["1"; 4], ..Talk::default() };
                let grant = by_code(&json!({ "tx_code": {} }));
                let _ = talk.claim(&offer(&grant), &mut issuer(metadata(), server(), other));
                assert!(talk.sent.len() <= limits::REQUESTS && talk.waited <= 2 * limits::DEFERRED_SECONDS);
                runs += 1;
            }
        }
    }
    assert!(runs > 1000, "{runs}");
}
