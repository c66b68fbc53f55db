//! `samples/documents`: what the issuers publish, as an archive for `--documents`.

use std::collections::BTreeMap;
use std::path::Path;

use strict_json::{Value, json};

use crate::badges::{FORKLIFT_CLASS, FORKLIFT_REVOCATIONS, forklift_class};
use crate::issuers::{self, Issuer};
use crate::{Made, issuers::key_file};

/// When the documents were fetched, if they had been.
const FETCHED: &str = "2026-10-01T08:00:00Z";

/// Writes the documents and their index.
pub(crate) fn write(into: &Path) -> Made<()> {
    std::fs::create_dir_all(into)?;
    let nordhaven = issuers::nordhaven()?;
    let brueckenhaus = issuers::brueckenhaus()?;
    let kranich = issuers::kranich()?;
    let lindenau = issuers::lindenau()?;
    let documents = [
        (
            "https://badges.nordhaven.example/.well-known/did.json",
            "nordhaven-did.json",
            DID,
            with_jwk(&nordhaven),
        ),
        (
            "https://brueckenhaus-sprachen.example/.well-known/did.json",
            "brueckenhaus-did.json",
            DID,
            with_multikey(&brueckenhaus),
        ),
        (issuers::KRANICH, "kranich-issuer.json", LD, kranich_profile(&kranich)),
        (FORKLIFT_CLASS, "kranich-forklift.json", LD, forklift_class()),
        (&kranich.method, "kranich-key.json", LD, kranich_key(&kranich)?),
        (FORKLIFT_REVOCATIONS, "kranich-revoked.json", LD, kranich_revoked()),
        (issuers::LINDENAU, "lindenau-issuer.json", LD, lindenau_profile(&lindenau)),
    ];
    let mut index = BTreeMap::new();
    for (address, file, media_type, document) in documents {
        std::fs::write(into.join(file), pretty(&document)?)?;
        index.insert(
            address,
            json!({ "file": file, "mediaType": media_type, "status": 200, "fetchedAt": FETCHED }),
        );
    }
    std::fs::write(into.join("index.json"), pretty(&json!(index))?)?;
    Ok(())
}

const DID: &str = "application/did+json";
const LD: &str = "application/ld+json";

fn pretty(value: &Value) -> Made<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// A DID document whose key is a JSON Web Key (DID Core 1.0, 5.2).
fn with_jwk(issuer: &Issuer) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
        "id": issuer.id,
        "verificationMethod": [{
            "id": issuer.method, "type": "JsonWebKey2020", "controller": issuer.id,
            "publicKeyJwk": issuer.key.public_jwk()
        }],
        "assertionMethod": [issuer.method]
    })
}

/// A DID document whose key is a Multikey.
fn with_multikey(issuer: &Issuer) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": issuer.id,
        "verificationMethod": [multikey(issuer)],
        "assertionMethod": [issuer.method]
    })
}

fn multikey(issuer: &Issuer) -> Value {
    json!({
        "id": issuer.method, "type": "Multikey", "controller": issuer.id,
        "publicKeyMultibase": issuer.key.did_key().trim_start_matches("did:key:")
    })
}

/// A profile with the key in it, one method and no list, as the platform this sample is like writes it.
fn lindenau_profile(issuer: &Issuer) -> Value {
    json!({
        "@context": [
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1"
        ],
        "type": "Issuer",
        "id": issuer.id, "name": issuer.name, "url": issuer.url, "email": issuer.email,
        "verificationMethod": multikey(issuer),
        "assertionMethod": [issuer.method]
    })
}

/// The issuer of the Open Badges 2.0 (Open Badges 2.0, Profile).
fn kranich_profile(issuer: &Issuer) -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Issuer",
        "id": issuer.id, "name": issuer.name, "url": issuer.url, "email": issuer.email,
        "publicKey": issuer.method,
        "revocationList": FORKLIFT_REVOCATIONS
    })
}

fn kranich_key(issuer: &Issuer) -> Made<Value> {
    Ok(json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "CryptographicKey",
        "id": issuer.method, "owner": issuer.id,
        "publicKeyPem": key_file("test-rsa.pub.pem")?
    }))
}

/// Two badges of others were taken back.
fn kranich_revoked() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "RevocationList",
        "id": FORKLIFT_REVOCATIONS, "issuer": issuers::KRANICH,
        "revokedAssertions": [
            "urn:uuid:5d0c0b62-7f0e-4d0f-9d3b-0a4c5a5f0001",
            { "id": "urn:uuid:5d0c0b62-7f0e-4d0f-9d3b-0a4c5a5f0002", "revocationReason": "Given to the wrong person" }
        ]
    })
}
