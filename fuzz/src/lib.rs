//! What the targets have in common: genuine badges around the bytes that are tried.
#![forbid(unsafe_code)]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openbadges::{Credential, Unbaked};
use openbadges::recipient::Identity;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{DocUrl, Document, Documents, Origin, Pins, Registries, Terms, verify};

/// The smallest thing that is a badge.
pub const BADGE: &[u8] =
    br#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;

/// Looks for badges in an image; where one can be baked into it, it is found again.
pub fn bake_and_find<E: std::fmt::Debug>(
    image: &[u8],
    bake: fn(&[u8], &Credential) -> Result<Vec<u8>, E>,
    unbake: fn(&[u8]) -> Result<Unbaked, E>,
) {
    let _ = unbake(image);
    let badge = Credential::read(BADGE).expect("a badge");
    if let Ok(baked) = bake(image, &badge) {
        let found = unbake(&baked).expect("what was baked is an image");
        assert!(found.baked.iter().any(|baked| baked.text == BADGE), "what was baked is found");
    }
}

/// The issuer of every badge made here.
pub const ISSUER: &str = "https://uni.example/issuer";

/// 2026-11-21, 09:00 UTC.
pub fn now() -> Timestamp {
    Timestamp::from_second(1_795_251_600).expect("a time")
}

/// The issuer's key.
pub fn key() -> Key {
    Key::ed25519_from_seed(&[1; 32]).expect("a key")
}

/// A badge that is not signed.
pub fn badge(issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "https://uni.example/credentials/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "University of Example" },
        "validFrom": "2025-01-01T00:00:00Z",
        "name": "Welding",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://uni.example/achievements/1",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metal.",
                "criteria": { "narrative": "A weld that holds." }
            }
        }
    })
}

/// Claims as a token of their own issuer, who is a key: the cheapest thing that is signed well.
pub fn token(claims: Value) -> String {
    let key = key();
    sign::jwt(claims, "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).expect("signed")
}

/// A compact JWS over these bytes, whose signature is none.
pub fn unsigned(header: &Value, payload: &[u8]) -> String {
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    format!("{}.{}.{}", encode(header.to_string().as_bytes()), encode(payload), encode(&[7; 64]))
}

/// Verifies with these bytes at that address.
pub fn check(credential: &[u8], address: &str, document: Option<&[u8]>) {
    let Ok(credential) = Credential::read(credential) else { return };
    let mut known = Documents::bundled();
    if let (Some(url), Some(bytes)) = (DocUrl::parse(address), document) {
        known.insert(Document::new(url, None, bytes.to_vec(), now(), Origin::Fetched));
    }
    let (pins, registries) = (Pins::new(), Registries::new());
    let own = [Identity::parse("a@b.example")];
    let terms =
        Terms { now: now(), recipients: &own, pins: &pins, registries: &registries, held_since: None };
    let _ = verify(&credential, &known, &terms);
}
