//! Rows jwt-…: credentials as tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::{Value, json};
use verification::sign::{Key, jwt};
use verification::{CheckId, Mark, Outcome, Verdict};

use crate::kit::*;

const ISSUER: &str = "https://uni.example/issuer";
const KID: &str = "https://uni.example/issuer#key-1";

fn claims() -> Value {
    let mut claims = badge(ISSUER);
    claims["credentialSubject"]["id"] = json!("did:example:learner");
    claims["iss"] = json!(ISSUER);
    claims["jti"] = claims["id"].clone();
    claims["sub"] = json!("did:example:learner");
    claims["nbf"] = json!(1_735_689_600);
    claims
}

/// The issuer lists this key.
fn world(key: &Key) -> World {
    World::with(&[(
        ISSUER,
        json!({
            "id": ISSUER, "type": "Profile", "name": "University of Example", "assertionMethod": [KID],
            "verificationMethod": [{
                "id": KID, "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": key.public_jwk()
            }]
        }),
    )])
}

fn token(change: impl FnOnce(&mut Value)) -> String {
    let mut claims = claims();
    change(&mut claims);
    jwt(claims, "EdDSA", Some(KID), "JWT", &key(1)).unwrap()
}

/// A header and signature of the attacker's making.
fn forged(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let input = format!("{}.{}", part(header), part(claims));
    let signature = sign(input.as_bytes());
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The issuer's world, in which the genuine token passes.
fn ready() -> World {
    let world = world(&key(1));
    let seen = world.one(token(|_| {}).as_bytes()).passes();
    assert_eq!(seen.mark(), Mark::Verified);
    world
}

#[test]
fn jwt_00_embedded_jwk() {
    let world = ready();
    let attacker = attacker();
    for kid in [None, Some(KID)] {
        let mut header = json!({ "alg": "EdDSA", "typ": "JWT", "jwk": attacker.public_jwk() });
        if let Some(kid) = kid {
            header["kid"] = json!(kid);
        }
        let token = forged(&header, &claims(), |input| attacker.sign_bytes(input).unwrap());
        for world in [&world, &World::new()] {
            let seen = world.one(token.as_bytes());
            assert_ne!(seen.verdict(), Verdict::Valid, "{kid:?}: {}", seen.line());
            assert_ne!(seen.check(CheckId::IssuerIdentity).outcome, Outcome::Passed);
        }
    }
}

#[test]
fn jwt_01_alg_none() {
    let world = ready();
    for alg in ["none", "None", "NONE", "nOnE"] {
        for signature in [&b""[..], b"x"] {
            let header = json!({ "alg": alg, "kid": KID });
            let token = forged(&header, &claims(), |_| signature.to_vec());
            for seen in world.all(token.as_bytes()) {
                assert_eq!(seen.verdict(), Verdict::Invalid, "{alg:?}: {}", seen.line());
            }
        }
    }
}

#[test]
fn jwt_02_hs256_with_rsa_pem() {
    let world = ready();
    // The public key, which everybody has, as the secret of an HMAC: whatever bytes it makes, the kind is refused.
    let header = json!({ "alg": "HS256", "kid": KID });
    let token = forged(&header, &claims(), |input| {
        use sha2::Digest as _;
        let secret = key(1).public_pem().unwrap_or_default();
        sha2::Sha256::digest([secret.as_bytes(), input].concat()).to_vec()
    });
    let seen = world.one(token.as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
}

#[test]
fn jwt_03_kid_other_host() {
    let mut world = ready();
    let other = "https://evil.example/keys";
    let method = format!("{other}#key-1");
    let attacker = attacker();
    world.put(
        other,
        &json!({
            "id": other, "assertionMethod": [method],
            "verificationMethod": [{
                "id": method, "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": attacker.public_jwk()
            }]
        }),
    );
    for kid in [method.clone(), attacker.did_key_method()] {
        let token = jwt(claims(), "EdDSA", Some(&kid), "JWT", &attacker).unwrap();
        let seen = world.one(token.as_bytes());
        assert_eq!(seen.mark(), Mark::NotGenuine, "{kid}: {}", seen.line());
    }
}

#[test]
fn jwt_04_iss_mismatch() {
    let world = ready();
    let seen = world.one(token(|claims| claims["iss"] = json!("https://evil.example/issuer")).as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
}

#[test]
fn jwt_05_jti_mismatch() {
    let world = ready();
    let seen =
        world.one(token(|claims| claims["jti"] = json!("https://uni.example/credentials/2")).as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
}

#[test]
fn jwt_06_sub_mismatch() {
    let world = ready();
    let seen = world.one(token(|claims| claims["sub"] = json!("did:example:somebody")).as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
}

#[test]
fn jwt_07_nbf_mismatch() {
    let world = ready();
    let seen = world.one(token(|claims| claims["nbf"] = json!(1_700_000_000)).as_bytes());
    assert_eq!(seen.verdict(), Verdict::Invalid, "{}", seen.line());
}

fn ends(exp: i64, until: &str) -> String {
    token(|claims| {
        claims["exp"] = json!(exp);
        claims["validUntil"] = json!(until);
    })
}

#[test]
fn jwt_08_exp_past_valid_until_future() {
    let world = ready();
    let _ = world.one(ends(1_893_456_000, "2030-01-01T00:00:00Z").as_bytes()).passes();
    let seen = world.one(ends(1_750_000_000, "2030-01-01T00:00:00Z").as_bytes());
    assert_eq!(seen.verdict(), Verdict::Expired);
}

#[test]
fn jwt_09_exp_future_valid_until_past() {
    let world = ready();
    let seen = world.one(ends(1_893_456_000, "2025-06-01T00:00:00Z").as_bytes());
    assert_eq!(seen.verdict(), Verdict::Expired);
    assert_eq!(seen.notes_on(CheckId::ValidityPeriod), ["validity-period.two-ends"]);
}

#[test]
fn jwt_11_crit_unknown() {
    let world = ready();
    for crit in [json!(["exp-policy"]), json!([]), json!("exp-policy"), json!(["b64"])] {
        let header = json!({ "alg": "EdDSA", "kid": KID, "crit": crit, "exp-policy": 1 });
        let token = forged(&header, &claims(), |input| key(1).sign_bytes(input).unwrap());
        let seen = world.one(token.as_bytes());
        assert_eq!(seen.verdict(), Verdict::Invalid, "{crit}: {}", seen.line());
    }
}

#[test]
fn jwt_12_vc_claim_and_payload_both() {
    let world = ready();
    let token = token(|claims| {
        let mut other = badge(ISSUER);
        other["name"] = json!("Surgery");
        claims["vc"] = other;
    });
    let seen = world.one(token.as_bytes());
    assert_eq!((seen.verdict(), seen.code(CheckId::Structure)), (Verdict::Invalid, "structure.ambiguous"));
}

#[test]
fn jwt_13_es256_rs256_key_confusion() {
    let world = ready();
    // Signed for real, but the header names another algorithm than the listed key is for.
    for alg in ["ES256", "RS256", "PS256", "ES384"] {
        let header = json!({ "alg": alg, "kid": KID });
        let token = forged(&header, &claims(), |input| key(1).sign_bytes(input).unwrap());
        let seen = world.one(token.as_bytes());
        assert_ne!(seen.verdict(), Verdict::Valid, "{alg}: {}", seen.line());
        assert_ne!(seen.check(CheckId::Proof).outcome, Outcome::Passed, "{alg}");
    }
    // The other way round: an elliptic key's token under a listed key of another kind.
    let ec = p256();
    let token = jwt(claims(), "ES256", Some(KID), "JWT", &ec).unwrap();
    let _ = self::world(&ec).one(token.as_bytes()).passes();
    assert_eq!(world.one(token.as_bytes()).verdict(), Verdict::Invalid);
}
