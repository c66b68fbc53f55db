//! Signed badges of Open Badges 2.0.

use strict_json::{Value, json};
use verification::sign::jws;
use verification::{CheckId, Documents, Origin, Verdict};

use crate::common::*;

const ISSUER: &str = "https://uni.example/issuer";
const BADGE: &str = "https://uni.example/badge";
const KEY: &str = "https://uni.example/key";
const LIST: &str = "https://uni.example/revoked";

fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
        "id": "urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b", "badge": BADGE,
        "recipient": { "type": "email", "hashed": false, "identity": "a@b.example" },
        "verification": { "type": "SignedBadge", "creator": KEY }, "issuedOn": "2025-01-01T00:00:00Z"
    })
}

fn house() -> Documents {
    known(&[
        (
            BADGE,
            json!({ "type": "BadgeClass", "id": BADGE, "name": "Welding", "description": "x", "issuer": ISSUER }),
        ),
        (
            ISSUER,
            json!({ "type": "Profile", "id": ISSUER, "name": "Uni", "publicKey": KEY, "revocationList": LIST }),
        ),
        (
            KEY,
            json!({
                "type": "CryptographicKey", "id": KEY, "owner": ISSUER,
                "publicKeyPem": rsa().public_pem().unwrap()
            }),
        ),
        (LIST, json!({ "type": "RevocationList", "id": LIST, "revokedAssertions": [] })),
    ])
}

fn token(assertion: &Value) -> String {
    jws(assertion.to_string().as_bytes(), "RS256", None, None, rsa()).unwrap()
}

#[test]
fn good_control_and_its_rounds() {
    let token = token(&assertion());
    let asked = ask_bytes(token.as_bytes(), &house());
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.code(CheckId::Status), "status.ok");
    assert_eq!(asked.code(CheckId::Recipient), "recipient.match");
    assert_eq!(ask_bytes(token.as_bytes(), &Documents::bundled()).wanted(), [BADGE]);
}

#[test]
fn a_revoked_one_also_on_a_list_of_one() {
    for entry in [
        json!("urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b"),
        json!(["urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b"]),
        json!([{ "id": "urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b", "revocationReason": "error" }]),
        json!({ "uid": "urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b" }),
    ] {
        let mut documents = house();
        put(&mut documents, LIST, &json!({ "revokedAssertions": entry }), now(), Origin::Fetched);
        assert_eq!(ask_bytes(token(&assertion()).as_bytes(), &documents).verdict(), Verdict::Revoked);
    }
}

#[test]
fn a_list_that_is_not_there_decides_nothing() {
    let mut documents = Documents::bundled();
    for (url, versions) in house().iter().filter(|(url, _)| url.as_str() != LIST) {
        for answered in versions {
            documents.insert_answer(url.clone(), answered.answer.clone(), answered.at, answered.origin);
        }
    }
    let asked = ask_bytes(token(&assertion()).as_bytes(), &documents);
    assert_eq!((asked.verdict(), asked.code(CheckId::Status)), (Verdict::Inconclusive, "status.not-had"));
    assert_eq!(asked.wanted(), [LIST]);
}

#[test]
fn a_key_that_the_profile_does_not_link_to() {
    let mut documents = house();
    let mut signed = assertion();
    signed["verification"]["creator"] = json!("https://evil.example/key");
    let owner = json!({
        "type": "CryptographicKey", "id": "https://evil.example/key", "owner": ISSUER,
        "publicKeyPem": rsa().public_pem().unwrap()
    });
    put(&mut documents, "https://evil.example/key", &owner, now(), Origin::Fetched);
    // Even though it is the issuer's own key: what the badge names is not what the profile links to.
    assert_eq!(ask_bytes(token(&signed).as_bytes(), &documents).verdict(), Verdict::Invalid);
    // Another key than the linked one.
    let signed = assertion();
    let forged = jws(signed.to_string().as_bytes(), "EdDSA", None, None, &key(5)).unwrap();
    assert_eq!(ask_bytes(forged.as_bytes(), &documents).verdict(), Verdict::Invalid);
}

#[test]
fn a_linked_key_of_another_owner() {
    let mut documents = house();
    let key = json!({
        "type": "CryptographicKey", "id": KEY, "owner": "https://other.example/issuer",
        "publicKeyPem": rsa().public_pem().unwrap()
    });
    put(&mut documents, KEY, &key, now(), Origin::Fetched);
    assert_eq!(
        ask_bytes(token(&assertion()).as_bytes(), &documents).line(),
        "invalid proof.ok issuer-key.controller"
    );
}
