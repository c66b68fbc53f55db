//! What the issuer of these credentials publishes.

use strict_json::{Map, json};

use crate::here::{key, pem};

pub(super) const CAMPUS: &str = "https://campus.example";
pub(super) const WEB: &str = "did:web:campus.example";
pub(super) const METHOD: &str = "did:web:campus.example#key-1";
pub(super) const CLASS: &str = "https://campus.example/class.json";
pub(super) const KEY: &str = "https://campus.example/key.json";
const ISSUER: &str = "https://campus.example/issuer.json";
const REVOKED: &str = "https://campus.example/revoked.json";
const CONTEXT: &str = "https://w3id.org/openbadges/v2";

/// Without the hosted assertions.
pub(super) fn published() -> Map {
    let jwk = key("test-rsa.pem").public_jwk();
    [
        (
            "https://campus.example/.well-known/did.json",
            json!({
                "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
                "id": WEB,
                "verificationMethod": [
                    { "id": METHOD, "type": "JsonWebKey2020", "controller": WEB, "publicKeyJwk": jwk }
                ],
                "assertionMethod": [METHOD]
            }),
        ),
        (
            CLASS,
            json!({ "@context": CONTEXT, "type": "BadgeClass", "id": CLASS, "name": "Bicycle repair",
                    "description": "Repairs.", "image": "https://campus.example/b.png",
                    "criteria": { "narrative": "Ten repairs." }, "issuer": ISSUER }),
        ),
        (
            ISSUER,
            json!({ "@context": CONTEXT, "type": "Issuer", "id": ISSUER, "name": "Campus", "url": CAMPUS,
                    "email": "badges@campus.example", "publicKey": [KEY], "revocationList": REVOKED }),
        ),
        (
            KEY,
            json!({ "@context": CONTEXT, "type": "CryptographicKey", "id": KEY, "owner": ISSUER,
                    "publicKeyPem": pem("test-rsa.pub.pem") }),
        ),
        (
            REVOKED,
            json!({ "@context": CONTEXT, "type": "RevocationList", "id": REVOKED, "issuer": ISSUER,
                    "revokedAssertions": [] }),
        ),
    ]
    .into_iter()
    .map(|(address, document)| (address.to_owned(), document))
    .collect()
}
