//! Badges of a made-up issuer, and the documents that its host has.

use strict_json::{Value, json};
use verification::sign::{self, Key};

/// One of the issuer's keys.
pub(crate) fn key() -> Key {
    Key::ed25519_from_seed(&[7; 32]).unwrap()
}

/// The DID document of a host.
pub(crate) fn did_document(host: &str) -> String {
    let did = format!("did:web:{host}");
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [{
            "id": format!("{did}#key-1"), "type": "Multikey", "controller": did,
            "publicKeyMultibase": key().multikey(),
        }],
        "assertionMethod": [format!("{did}#key-1")],
    })
    .to_string()
}

/// A badge of Open Badges 3.0 with this id, signed. `host`: an issuer by its domain; else one who is a key.
pub(crate) fn badge(id: &str, name: &str, host: Option<&str>, more: &Value) -> String {
    let (document, method) = unsigned(id, name, host, more);
    let created = "2025-01-01T00:00:00Z".parse().unwrap();
    sign::data_integrity(document, "eddsa-rdfc-2022", &key(), &method, created).unwrap().to_string()
}

/// The same as a token.
pub(crate) fn token(id: &str, name: &str, host: Option<&str>, more: &Value) -> String {
    let (document, method) = unsigned(id, name, host, more);
    sign::jwt(document, "EdDSA", Some(&method), "vc+jwt", &key()).unwrap()
}

fn unsigned(id: &str, name: &str, host: Option<&str>, more: &Value) -> (Value, String) {
    let key = key();
    let (issuer, method) = match host {
        Some(host) => (format!("did:web:{host}"), format!("did:web:{host}#key-1")),
        None => (key.did_key(), key.did_key_method()),
    };
    let mut document = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "Lernwerkstatt Beispielstadt" },
        "validFrom": "2025-01-01T00:00:00Z",
        "name": name,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:22222222-0000-4000-8000-000000000001", "type": ["Achievement"], "name": name,
                "description": "Moves pallets.", "criteria": { "narrative": "Forty hours in the warehouse." },
            },
        },
    });
    for (member, value) in more.as_object().into_iter().flatten() {
        document[member] = value.clone();
    }
    (document, method)
}

/// The same badge in a picture.
pub(crate) fn baked(badge: &str) -> Vec<u8> {
    let mut picture = Vec::new();
    {
        let mut encoder = png::Encoder::new(&mut picture, 8, 8);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header().unwrap().write_image_data(&[90; 8 * 8 * 3]).unwrap();
    }
    wallet::bake("badge.json", badge.as_bytes(), &picture).unwrap()
}

/// A hosted badge of Open Badges 2.0 at these addresses: assertion, badge class, issuer.
pub(crate) fn hosted(assertion: &str, class: &str, issuer: &str) -> [String; 3] {
    let context = "https://w3id.org/openbadges/v2";
    let first = json!({
        "@context": context, "type": "Assertion", "id": assertion, "badge": class,
        "recipient": { "type": "email", "hashed": false, "identity": "mira@post.example" },
        "verification": { "type": "HostedBadge" }, "issuedOn": "2025-01-01T00:00:00Z",
    });
    let second = json!({
        "@context": context, "type": "BadgeClass", "id": class, "issuer": issuer, "name": "Forklift Driver",
        "description": "Moves pallets.", "criteria": { "narrative": "Forty hours." },
        "image": "https://pictures.example.org/1.png",
    });
    let third = json!({
        "@context": context, "type": "Issuer", "id": issuer, "name": "Lernwerkstatt Beispielstadt",
        "url": "https://werkstatt.example.org", "email": "info@werkstatt.example.org",
    });
    [first, second, third].map(|document| document.to_string())
}
