//! Rows didweb-…, doc-…: names of issuers and the age of documents.

use strict_json::{Value, json};
use verification::{CheckId, Mark, Origin, Outcome, Verdict};

use crate::kit::*;

/// A DID document that lists this key for statements.
fn did_document(did: &str, key: &verification::sign::Key) -> Value {
    let kid = format!("{did}#key-1");
    json!({
        "@context": ["https://www.w3.org/ns/did/v1"], "id": did, "assertionMethod": [kid],
        "verificationMethod": [{
            "id": kid, "type": "JsonWebKey2020", "controller": did, "publicKeyJwk": key.public_jwk()
        }]
    })
}

/// A badge of this DID's.
fn by(did: &str, key: &verification::sign::Key) -> Value {
    sign_as(badge(did), key, &format!("{did}#key-1"))
}

/// The genuine issuer at its own place; passes.
fn ready() {
    for (did, address) in [
        ("did:web:uni.example", "https://uni.example/.well-known/did.json"),
        ("did:web:uni.example:dept", "https://uni.example/dept/did.json"),
    ] {
        let world = World::with(&[(address, did_document(did, &key(1)))]);
        let seen = world.json(&by(did, &key(1))).passes();
        assert_eq!(seen.mark(), Mark::Verified);
    }
}

/// A badge of a DID that must not be resolved to any of these places, where the attacker's document stands.
fn refused(did: &str, places: &[&str]) {
    ready();
    let mut world = World::new();
    for place in places {
        world.put(place, &did_document(did, &attacker()));
    }
    let seen = world.json(&by(did, &attacker()));
    assert_ne!(seen.verdict(), Verdict::Valid, "{did}: {}", seen.line());
    assert_ne!(seen.check(CheckId::IssuerIdentity).outcome, Outcome::Passed, "{did}");
    let hosts = world.asked.hosts();
    assert!(hosts.is_empty() || hosts.iter().all(|host| host == "uni.example"), "{did}: {hosts:?}");
}

#[test]
fn didweb_encoded_slash() {
    refused(
        "did:web:uni.example%2Fevil.example",
        &[
            "https://uni.example/evil.example/did.json",
            "https://uni.example/evil.example/.well-known/did.json",
        ],
    );
    refused("did:web:uni.example:a%2Fb", &["https://uni.example/a/b/did.json"]);
}

#[test]
fn didweb_dotdot() {
    refused("did:web:uni.example:..:evil", &["https://uni.example/evil/did.json"]);
    refused("did:web:uni.example:%2e%2e:evil", &["https://uni.example/evil/did.json"]);
}

#[test]
fn didweb_port() {
    ready();
    let did = "did:web:uni.example%3A8443";
    let world = World::with(&[("https://uni.example:8443/.well-known/did.json", did_document(did, &key(1)))]);
    let _ = world.json(&by(did, &key(1))).passes();
    // The same host without the port is another place.
    refused(did, &["https://uni.example/.well-known/did.json"]);
    refused("did:web:uni.example%3A99999", &["https://uni.example:9999/.well-known/did.json"]);
    refused("did:web:uni.example%3A8443%40evil.example", &["https://evil.example/.well-known/did.json"]);
}

#[test]
fn didweb_other_host() {
    let did = "did:web:uni.example";
    refused(
        did,
        &["https://evil.example/.well-known/did.json", "https://www.uni.example/.well-known/did.json"],
    );
    // A document there that is somebody else's.
    let place = "https://uni.example/.well-known/did.json";
    let other = did_document("did:web:evil.example", &attacker());
    let seen = World::with(&[(place, other)]).json(&by(did, &attacker()));
    assert_ne!(seen.verdict(), Verdict::Valid, "{}", seen.line());
}

#[test]
fn doc_key_added_later() {
    let (did, place) = ("did:web:uni.example", "https://uni.example/.well-known/did.json");
    let badge = by(did, &key(2));
    let listed = World::with(&[(place, did_document(did, &key(2)))]);
    let _ = listed.json(&badge).passes();
    // The archive is from before that key stood there: it does not prove the badge, and nor does it say more than that.
    let mut world = World::new();
    world.put_as(
        place,
        &did_document(did, &key(1)),
        "2025-06-01T00:00:00Z".parse().unwrap(),
        Origin::Archive,
    );
    let seen = world.json(&badge);
    assert_ne!(seen.verdict(), Verdict::Valid, "{}", seen.line());
    // A key that was there once and has been taken away proves nothing that comes only now.
    let old = by(did, &key(1));
    world.put_as(place, &did_document(did, &key(2)), now(), Origin::Fetched);
    let seen = world.json(&old);
    assert_ne!(seen.verdict(), Verdict::Valid, "{}", seen.line());
}
