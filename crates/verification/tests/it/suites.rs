//! The suites beside `eddsa-rdfc-2022`: each signs a genuine badge that passes, and that no change passes.

use strict_json::{Value, json};
use verification::sign::{Key, data_integrity as sign, with_proof};
use verification::{CheckId, Documents, Verdict};

use crate::common::*;

const SECURITY: &str = "https://w3id.org/security/v2";
const ISSUER: &str = "https://uni.example/issuer";

fn method() -> String {
    format!("{ISSUER}#key-1")
}

/// The issuer's profile with one key.
fn profile(key: &Key, change: impl FnOnce(&mut Value)) -> Documents {
    let mut profile = json!({
        "id": ISSUER, "type": "Profile", "name": "University of Example", "assertionMethod": [method()],
        "verificationMethod": [{
            "id": method(), "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": key.public_jwk()
        }]
    });
    change(&mut profile);
    known(&[(ISSUER, profile)])
}

fn genuine(suite: &str, context: &str, key: &Key) -> Value {
    let mut badge = badge(ISSUER);
    if !context.is_empty() {
        badge["@context"].as_array_mut().unwrap().push(json!(context));
    }
    sign(badge, suite, key, &method(), created()).unwrap()
}

/// A genuine badge passes; with any change, or under another key, it does not.
fn holds(suite: &str, context: &str, key: &Key, other: &Key) {
    let good = genuine(suite, context, key);
    let known = profile(key, |_| {});
    assert_eq!(ask(&good, &known).line(), "valid proof.ok issuer-key.ok", "{suite}");
    for (pointer, value) in [
        ("/name", json!("Brain surgery")),
        ("/credentialSubject/achievement/creditsAvailable", json!(15)),
        ("/credentialSubject/achievement/resultDescription/0/allowedValue", json!(["B", "A", "C"])),
        ("/proof/created", json!("2020-01-01T00:00:00Z")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert_eq!(
            ask(&bad, &known).line(),
            "invalid proof.altered issuer-key.undecided",
            "{suite} {pointer}"
        );
    }
    let under_other = ask(&good, &profile(other, |_| {}));
    assert_eq!(under_other.line(), "invalid proof.altered issuer-key.undecided", "{suite}");
}

#[test]
fn ecdsa_rdfc_2019_and_ecdsa_jcs_2019() {
    for suite in ["ecdsa-rdfc-2019", "ecdsa-jcs-2019"] {
        holds(suite, "", &p256(), &p256());
        holds(suite, "", &p384(), &p384());
        // Under a key of another curve, or of another kind.
        let good = genuine(suite, "", &p256());
        assert_eq!(ask(&good, &profile(&p384(), |_| {})).verdict(), Verdict::Invalid);
        for other in [key(1), secp256k1()] {
            let asked = ask(&good, &profile(&other, |_| {}));
            assert_eq!(asked.line(), "invalid proof.key-kind issuer-key.undecided", "{suite}");
        }
    }
}

/// Signed with npm @digitalbazaar/vc. It has unnamed nodes whose names come out otherwise under SHA-256.
#[test]
fn the_names_of_unnamed_nodes_rest_on_the_hash_of_the_curve() {
    let mut badge: strict_json::Value = serde_json::from_str(include_str!("p384.json")).unwrap();
    assert_eq!(alone(&badge).line(), "valid proof.ok issuer-key.self");
    badge["credentialSubject"]["achievement"]["alignment"][0]["targetName"] = json!("Weld");
    assert_eq!(alone(&badge).code(CheckId::Proof), "proof.altered");
}

#[test]
fn eddsa_jcs_2022() {
    holds("eddsa-jcs-2022", "", &key(1), &key(2));
    // Canonical JSON covers what no context defines, too.
    let mut with_more = badge(ISSUER);
    with_more["grade"] = json!("1.0");
    let good = sign(with_more, "eddsa-jcs-2022", &key(1), &method(), created()).unwrap();
    let known = profile(&key(1), |_| {});
    assert_eq!(ask(&good, &known).verdict(), Verdict::Valid);
    let mut bad = good;
    bad["grade"] = json!("1.1");
    assert_eq!(ask(&bad, &known).code(CheckId::Proof), "proof.altered");
}

#[test]
fn the_names_of_keys_of_each_curve() {
    for key in [p256(), p384()] {
        let document = badge(&key.did_key());
        let good = sign(document, "ecdsa-rdfc-2019", &key, &key.did_key_method(), created()).unwrap();
        assert_eq!(alone(&good).line(), "valid proof.ok issuer-key.self");
        // The same as a Multikey in the issuer's document.
        let multikey = profile(&key, |profile| {
            let method = &mut profile["verificationMethod"][0];
            method["type"] = json!("Multikey");
            method["publicKeyMultibase"] = json!(key.multikey().unwrap());
            method.as_object_mut().unwrap().remove("publicKeyJwk");
        });
        assert_eq!(ask(&genuine("ecdsa-rdfc-2019", "", &key), &multikey).verdict(), Verdict::Valid);
    }
}

#[test]
fn suites_with_a_detached_jws() {
    holds("Ed25519Signature2018", SECURITY, &key(1), &key(2));
    holds("EcdsaSecp256k1Signature2019", SECURITY, &secp256k1(), &secp256k1());
    holds("RsaSignature2018", SECURITY, rsa(), &other_rsa());
    let context = "https://w3id.org/security/suites/jws-2020/v1";
    holds("JsonWebSignature2020", context, &key(1), &key(2));
    holds("JsonWebSignature2020", context, &p384(), &p384());
}

fn other_rsa() -> Key {
    use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
    let pair = aws_lc_rs::rsa::KeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).unwrap();
    let der: Pkcs8V1Der<'_> = pair.as_der().unwrap();
    Key::from_pkcs8(der.as_ref()).unwrap()
}

#[test]
fn a_detached_jws_that_asks_for_something_else() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let good = genuine("Ed25519Signature2018", SECURITY, &key(1));
    let known = profile(&key(1), |_| {});
    let signature = good["proof"]["jws"].as_str().unwrap().split("..").nth(1).unwrap().to_owned();
    let with = |header: Value| {
        let mut bad = good.clone();
        let header = URL_SAFE_NO_PAD.encode(header.to_string());
        bad["proof"]["jws"] = json!(format!("{header}..{signature}"));
        ask(&bad, &known).code(CheckId::Proof).to_owned()
    };
    assert_eq!(with(json!({ "alg": "EdDSA", "b64": false, "crit": ["b64"] })), "proof.ok");
    assert_eq!(with(json!({ "alg": "none", "b64": false, "crit": ["b64"] })), "proof.algorithm-refused");
    assert_eq!(with(json!({ "alg": "HS256", "b64": false, "crit": ["b64"] })), "proof.algorithm-refused");
    assert_eq!(with(json!({ "alg": "RS256", "b64": false, "crit": ["b64"] })), "proof.algorithm-refused");
    assert_eq!(with(json!({ "alg": "EdDSA", "b64": false })), "proof.critical");
    assert_eq!(with(json!({ "alg": "EdDSA", "b64": false, "crit": ["b64", "exp"] })), "proof.critical");
    assert_eq!(with(json!({ "alg": "EdDSA" })), "proof.altered");
    let mut attached = good.clone();
    attached["proof"]["jws"] = json!(good["proof"]["jws"].as_str().unwrap().replace("..", ".e30."));
    assert_eq!(ask(&attached, &known).code(CheckId::Proof), "proof.malformed");
}

#[test]
fn a_chain_of_proofs() {
    let key = key(1);
    let first = json!({
        "id": "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544", "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022", "created": "2025-01-01T00:00:00Z",
        "verificationMethod": key.did_key_method(), "proofPurpose": "assertionMethod"
    });
    for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
        // The first is the issuer's; the second, by a witness, rests on it.
        let witness = crate::common::key(2);
        let second = json!({
            "type": "DataIntegrityProof", "cryptosuite": suite, "created": "2025-01-02T00:00:00Z",
            "verificationMethod": witness.did_key_method(), "proofPurpose": "assertionMethod",
            "previousProof": first["id"]
        });
        let signed = with_proof(badge(&key.did_key()), first.clone(), &key).unwrap();
        let good = with_proof(signed, second, &witness).unwrap();
        let asked = ask(&good, &Documents::bundled());
        assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
        assert_eq!(asked.check(CheckId::Proof).notes[0].args["reason"], "issuer-key.other-issuer");
        // The first exchanged for another good one of the issuer's: the second does not rest on that.
        let mut other = first.clone();
        other["created"] = json!("2025-01-01T00:00:01Z");
        let other = with_proof(badge(&key.did_key()), other, &key).unwrap();
        let mut exchanged = good.clone();
        exchanged["proof"][0] = other["proof"].clone();
        let asked = alone(&exchanged);
        assert_eq!(asked.check(CheckId::Proof).notes[0].args["reason"], "proof.altered");
        // Of the chain only its end.
        let mut end = good.clone();
        end["proof"] = good["proof"][1].clone();
        assert_eq!(alone(&end).line(), "invalid proof.previous-missing issuer-key.undecided");
    }
}
