//! PyPI openbadgeslib: Open Badges 3.0 as VC-JWT and with Data Integrity, Open Badges 2.0 signed.

use strict_json::{Value, json};
use verification::sign;

use crate::cases::{self, CONTROL_CHARACTERS, Case, Model};
use crate::here::{CREATED, assert_forged, assert_valid, did_key, key, pem, verified};
use crate::peers::{left_out, python};

const ISSUER: &str = "https://campus.example/issuer.json";
const KEY: &str = "https://campus.example/key.json";
const WEB: &str = "did:web:campus.example";

/// The peer's model knows plain names only: language tags are not for it.
fn cases() -> Vec<Case> {
    cases::all(Model::Two).into_iter().filter(|case| case.name != "language tags").collect()
}

/// What the peer canonicalises as RDFC-1.0 says: PyLD 3.3.0, beneath it, does not escape control characters as the
/// canonical form of N-Quads demands (RDFC-1.0, 5.2), @digitalbazaar/vc and we do.
fn cases_with_proof() -> Vec<Case> {
    cases().into_iter().filter(|case| case.name != CONTROL_CHARACTERS).collect()
}

#[test]
fn data_integrity_from_there() {
    if left_out() {
        return;
    }
    let cases = cases_with_proof();
    let job = |case: &Case| {
        json!({ "op": "ob3-issue", "key": pem("test-ed25519.pem"), "securing": "ldp", "issuer": "did:key",
                "created": CREATED, "credential": case.badge })
    };
    for (case, answer) in cases.iter().zip(python(cases.iter().map(job).collect())) {
        let text = text(case.name, answer);
        assert_valid(case.name, &verified(text.as_bytes(), &[]));
        let signed = serde_json::from_str(&text).expect("JSON");
        assert_forged(case.name, &verified(case.forge(&signed).to_string().as_bytes(), &[]));
    }
}

#[test]
fn data_integrity_from_here() {
    if left_out() {
        return;
    }
    let key = key("test-ed25519.pem");
    let (did, method) = did_key(&key);
    let cases = cases_with_proof();
    let signed: Vec<Value> = cases
        .iter()
        .map(|case| {
            let badge = issued_by(&case.badge, &did);
            sign::data_integrity(badge, "eddsa-rdfc-2022", &key, &method, CREATED.parse().expect("a moment"))
                .expect("a signed badge")
        })
        .collect();
    let forged = cases.iter().zip(&signed).map(|(case, signed)| case.forge(signed));
    let jobs = signed
        .iter()
        .cloned()
        .chain(forged)
        .map(|badge| json!({ "op": "ob3-verify", "text": badge.to_string() }));
    both(&cases, &python(jobs.collect()));
}

/// Algorithm, file of the key, and the issuer it is bound to.
const JWT: [(&str, &str, Option<&str>); 3] = [
    ("RS256", "test-rsa.pem", Some(WEB)),
    ("ES256", "test-p256.pem", None),
    ("EdDSA", "test-ed25519.pem", None),
];

#[test]
fn jwt_from_there() {
    if left_out() {
        return;
    }
    let documents = [("https://campus.example/.well-known/did.json", did_document())];
    for (algorithm, file, web) in JWT {
        let cases = cases();
        let job = |case: &Case| {
            let badge = web.map_or_else(|| case.badge.clone(), |did| issued_by(&case.badge, did));
            let issuer = if web.is_some() { json!(null) } else { json!("did:key") };
            json!({ "op": "ob3-issue", "key": pem(file), "securing": "jwt", "algorithm": algorithm, "issuer": issuer,
                    "credential": badge })
        };
        for (case, answer) in cases.iter().zip(python(cases.iter().map(job).collect())) {
            let name = format!("{algorithm}: {}", case.name);
            let text = text(&name, answer);
            assert_valid(&name, &verified(text.as_bytes(), &documents));
            assert_forged(&name, &verified(swapped_payload(&text).as_bytes(), &documents));
        }
    }
}

#[test]
fn jwt_from_here() {
    if left_out() {
        return;
    }
    for (algorithm, file, web) in JWT {
        let key = key(file);
        let (own, method) = did_key_or_web(&key, web);
        let cases = cases();
        let tokens: Vec<String> = cases
            .iter()
            .map(|case| {
                let mut badge = issued_by(&case.badge, &own);
                badge["iss"] = json!(own);
                badge["jti"] = badge["id"].clone();
                badge["nbf"] = json!(1_767_344_400);
                sign::jwt(badge, algorithm, Some(&method), "JWT", &key).expect("a signed badge")
            })
            .collect();
        let forged = tokens.iter().map(|token| swapped_payload(token));
        let documents = json!({ "https://campus.example/.well-known/did.json": did_document() });
        let jobs = tokens
            .iter()
            .cloned()
            .chain(forged)
            .map(|text| json!({ "op": "ob3-verify", "text": text, "documents": documents }));
        both(&cases, &python(jobs.collect()));
    }
}

#[test]
fn open_badges_2_from_there() {
    if left_out() {
        return;
    }
    let job = json!({ "op": "ob2-issue", "key": pem("test-rsa.pem"), "algorithm": "RS256", "assertion": assertion() });
    let text = text("signed 2.0", python(vec![job]).remove(0));
    assert_valid("signed 2.0", &verified(text.as_bytes(), &documents_2()));
    assert_forged("signed 2.0", &verified(swapped_payload(&text).as_bytes(), &documents_2()));
}

#[test]
fn open_badges_2_from_here() {
    if left_out() {
        return;
    }
    let token = sign::jws(assertion().to_string().as_bytes(), "RS256", None, None, &key("test-rsa.pem"))
        .expect("a JWS");
    let documents: strict_json::Map =
        documents_2().into_iter().map(|(address, document)| (address.to_owned(), document)).collect();
    let job = |text: String| json!({ "op": "ob2-verify", "text": text, "documents": documents, "recipient": "robin.sample@mail.example" });
    let answers = python(vec![job(token.clone()), job(swapped_payload(&token))]);
    assert!(answers[0].is_ok(), "refused there: {:?}", answers[0]);
    assert!(answers[1].is_err(), "the forged one is accepted there");
}

fn text(case: &str, answer: Result<Value, String>) -> String {
    let answer = answer.unwrap_or_else(|error| panic!("{case}: not issued: {error}"));
    answer["text"].as_str().expect("a text").to_owned()
}

/// The first half of the answers is to the good badges, the second to the forged ones.
#[track_caller]
fn both(cases: &[Case], answers: &[Result<Value, String>]) {
    let (good, bad) = answers.split_at(cases.len());
    for ((case, good), bad) in cases.iter().zip(good).zip(bad) {
        assert!(good.is_ok(), "{}: refused there: {good:?}", case.name);
        assert!(bad.is_err(), "{}: the forged one is accepted there", case.name);
    }
}

fn issued_by(badge: &Value, did: &str) -> Value {
    let mut badge = badge.clone();
    badge["issuer"]["id"] = json!(did);
    badge
}

fn did_key_or_web(key: &sign::Key, web: Option<&str>) -> (String, String) {
    web.map_or_else(|| did_key(key), |did| (did.to_owned(), format!("{did}#key-1")))
}

/// A token whose payload says another name under the old signature.
fn swapped_payload(token: &str) -> String {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let parts: Vec<&str> = token.split('.').collect();
    let payload = String::from_utf8(URL_SAFE_NO_PAD.decode(parts[1]).expect("base64url")).expect("text");
    let forged = payload.replacen("0000000", "0000001", 1);
    assert_ne!(payload, forged);
    format!("{}.{}.{}", parts[0], URL_SAFE_NO_PAD.encode(forged), parts[2])
}

fn did_document() -> Value {
    let method = format!("{WEB}#key-1");
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
        "id": WEB,
        "verificationMethod": [{
            "id": method, "type": "JsonWebKey2020", "controller": WEB, "publicKeyJwk": key("test-rsa.pem").public_jwk()
        }],
        "assertionMethod": [method]
    })
}

fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000d1",
        "recipient": {
            "type": "email", "hashed": true, "salt": "deadsea",
            "identity": format!("sha256${}", sha256_hex("robin.sample@mail.exampledeadsea"))
        },
        "badge": "https://campus.example/class.json",
        "verification": { "type": "SignedBadge", "creator": KEY },
        "issuedOn": "2026-01-02T09:00:00Z"
    })
}

fn sha256_hex(text: &str) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(text))
}

fn documents_2() -> Vec<(&'static str, Value)> {
    let context = "https://w3id.org/openbadges/v2";
    vec![
        (
            "https://campus.example/class.json",
            json!({ "@context": context, "type": "BadgeClass", "id": "https://campus.example/class.json",
                    "name": "Bicycle repair", "description": "Repairs.", "image": "https://campus.example/b.png",
                    "criteria": { "narrative": "Ten repairs." }, "issuer": ISSUER }),
        ),
        (
            ISSUER,
            json!({ "@context": context, "type": "Issuer", "id": ISSUER, "name": "Campus", "url": "https://campus.example",
                    "email": "badges@campus.example", "publicKey": [KEY],
                    "revocationList": "https://campus.example/revoked.json" }),
        ),
        (
            KEY,
            json!({ "@context": context, "type": "CryptographicKey", "id": KEY, "owner": ISSUER,
                    "publicKeyPem": pem("test-rsa.pub.pem") }),
        ),
        (
            "https://campus.example/revoked.json",
            json!({ "@context": context, "type": "RevocationList", "id": "https://campus.example/revoked.json",
                    "issuer": ISSUER, "revokedAssertions": ["urn:uuid:00000000-0000-4000-8000-0000000000ff"] }),
        ),
    ]
}
