//! Rows jwt-00 … jwt-13.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::{Value, json};
use verification::sign::{Key, jws, jwt};
use verification::{CheckId, Documents, Mark, Verdict, mark};

use crate::common::*;

const ISSUER: &str = "https://uni.example/issuer";

/// The claims of a genuine token in the form of data model 2.0.
fn claims(issuer: &str) -> Value {
    let mut claims = badge(issuer);
    claims["credentialSubject"]["id"] = json!("did:example:learner");
    claims["iss"] = json!(issuer);
    claims["jti"] = claims["id"].clone();
    claims["sub"] = json!("did:example:learner");
    claims["nbf"] = json!(1_735_689_600);
    claims
}

fn profile(key: &Key, kid: &str) -> Documents {
    let jwk = key.public_jwk();
    known(&[(
        ISSUER,
        json!({
            "id": ISSUER, "type": "Profile", "name": "University of Example", "assertionMethod": [kid],
            "verificationMethod": [{ "id": kid, "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": jwk }]
        }),
    )])
}

fn token(claims: &Value, key: &Key, kid: Option<&str>) -> String {
    jwt(claims.clone(), key.alg(), kid, "JWT", key).unwrap()
}

fn kid() -> String {
    format!("{ISSUER}#key-1")
}

fn line(token: &str, known: &Documents) -> String {
    ask_bytes(token.as_bytes(), known).line()
}

/// A header of the attacker's making over claims, signed with `key`.
fn with_header(header: &Value, claims: &Value, key: &Key) -> String {
    let input = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(key.sign_bytes(input.as_bytes()).unwrap()))
}

#[test]
fn good_controls_in_every_algorithm_and_both_forms() {
    let (p256, ed) = (p256(), key(1));
    for key in [rsa(), &p256, &ed] {
        let known = profile(key, &kid());
        let two = token(&claims(ISSUER), key, Some(&kid()));
        let asked = ask_bytes(two.as_bytes(), &known);
        assert_eq!(asked.line(), "valid proof.ok issuer-key.ok", "{}", key.alg());
        assert_eq!(mark(&asked.verification.report), Mark::Verified);
        let mut vc = badge(ISSUER);
        vc["@context"] = json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
        ]);
        vc.as_object_mut().unwrap().remove("validFrom");
        vc["issuanceDate"] = json!("2025-01-01T00:00:00Z");
        let one = json!({ "iss": ISSUER, "jti": vc["id"], "nbf": 1_735_689_600, "vc": vc });
        assert_eq!(line(&token(&one, key, Some(&kid())), &known), "valid proof.ok issuer-key.ok");
        // Altered: another payload under the same signature.
        let other = token(&json!({ "x": 1 }), key, Some(&kid()));
        let signature = other.rsplit('.').next().unwrap();
        let bad = format!("{}.{signature}", two.rsplit_once('.').unwrap().0);
        assert_eq!(line(&bad, &known), "invalid proof.altered issuer-key.undecided");
    }
}

#[test]
fn a_key_that_is_the_issuers_name() {
    let (p256, ed) = (p256(), key(1));
    for key in [rsa(), &p256, &ed] {
        let did = key.did_key();
        let claims = claims(&did);
        assert_eq!(
            line(&token(&claims, key, Some(&key.did_key_method())), &Documents::bundled()),
            "valid proof.ok issuer-key.self"
        );
        // The key in the header is the issuer's own: so some issuers write it.
        let header = json!({ "alg": key.alg(), "typ": "JWT", "jwk": key.public_jwk() });
        assert_eq!(
            line(&with_header(&header, &claims, key), &Documents::bundled()),
            "valid proof.ok issuer-key.self"
        );
    }
}

#[test]
fn jwt_00_embedded_jwk() {
    let attacker = key(2);
    let header = json!({ "alg": "EdDSA", "typ": "JWT", "jwk": attacker.public_jwk() });
    let token = with_header(&header, &claims(ISSUER), &attacker);
    let asked = ask_bytes(token.as_bytes(), &Documents::bundled());
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.not-had");
    assert_eq!(asked.notes(CheckId::IssuerKey), ["issuer-key.brought-along"]);
    assert_eq!(asked.wanted(), [ISSUER]);
    assert_eq!(line(&token, &profile(&key(1), &kid())), "invalid proof.ok issuer-key.not-listed");
    // Under an issuer whose name is its key.
    let token = with_header(&header, &claims(&key(1).did_key()), &attacker);
    assert_eq!(line(&token, &Documents::bundled()), "invalid proof.altered issuer-key.undecided");
}

#[test]
fn jwt_01_alg_none() {
    for alg in ["none", "None", "nOnE"] {
        let header = URL_SAFE_NO_PAD.encode(json!({ "alg": alg, "kid": kid() }).to_string());
        let payload = URL_SAFE_NO_PAD.encode(claims(ISSUER).to_string());
        let token = format!("{header}.{payload}.");
        assert_eq!(
            line(&token, &profile(&key(1), &kid())),
            "invalid proof.algorithm-refused issuer-key.undecided"
        );
    }
}

#[test]
fn jwt_02_hs256_with_rsa_pem() {
    let header = json!({ "alg": "HS256", "kid": kid() });
    let token = with_header(&header, &claims(ISSUER), &key(2));
    assert_eq!(line(&token, &profile(rsa(), &kid())), "invalid proof.algorithm-refused issuer-key.undecided");
}

#[test]
fn jwt_03_kid_other_host() {
    let attacker = key(2);
    let evil = "https://evil.example/keys#1";
    let token = token(&claims(ISSUER), &attacker, Some(evil));
    assert_eq!(line(&token, &Documents::bundled()), "inconclusive proof.key-not-had issuer-key.not-had");
    let mut known = profile(&key(1), &kid());
    let keys = json!({ "keys": [attacker.public_jwk()] });
    put(&mut known, "https://evil.example/keys", &keys, now(), verification::Origin::Fetched);
    let asked = ask_bytes(token.as_bytes(), &known);
    assert_eq!(
        (asked.verdict(), asked.code(CheckId::IssuerKey)),
        (Verdict::Invalid, "issuer-key.other-issuer")
    );
    assert!(asked.wanted().is_empty(), "nobody is sent to the attacker's host");
}

#[test]
fn a_key_set_beside_the_issuer_counts_and_a_neighbours_does_not() {
    let key = key(1);
    let set = |kid: &str| {
        let mut jwk = key.public_jwk();
        jwk["kid"] = json!(kid);
        json!({ "keys": [jwk] })
    };
    for (address, good) in [
        ("https://uni.example/.well-known/jwks.json", true),
        ("https://uni.example/issuer/jwks.json", true),
        ("https://uni.example/issuer-of-evil/jwks.json", false),
        ("https://uni.example/other/jwks.json", false),
        ("http://uni.example/issuer/jwks.json", false),
    ] {
        let kid = format!("{address}#k1");
        let known = known(&[(address, set("k1")), (ISSUER, json!({ "id": ISSUER, "name": "U" }))]);
        let asked = ask_bytes(token(&claims(ISSUER), &key, Some(&kid)).as_bytes(), &known);
        assert_eq!(asked.verdict() == Verdict::Valid, good, "{address}: {}", asked.line());
    }
    // Named by the profile, anywhere.
    let known = known(&[
        ("https://keys.example/uni.json", set("k1")),
        (ISSUER, json!({ "id": ISSUER, "name": "U", "jwks_uri": "https://keys.example/uni.json" })),
    ]);
    let asked = ask_bytes(token(&claims(ISSUER), &key, Some("k1")).as_bytes(), &known);
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
}

#[test]
fn jwt_04_to_07_claims_that_contradict_the_badge() {
    let key = key(1);
    let known = profile(&key, &kid());
    for (name, value) in [
        ("iss", json!("https://mit.example/issuer")),
        ("jti", json!("https://uni.example/credentials/2")),
        ("sub", json!("did:example:other")),
        ("nbf", json!(1_700_000_000)),
        ("iss", json!(["https://uni.example/issuer"])),
        ("nbf", json!("1735689600")),
    ] {
        let mut claims = claims(ISSUER);
        claims[name] = value;
        let asked = ask_bytes(token(&claims, &key, Some(&kid())).as_bytes(), &known);
        assert_eq!(
            (asked.verdict(), asked.code(CheckId::Proof)),
            (Verdict::Invalid, "proof.claim-differs"),
            "{name}"
        );
        assert_eq!(asked.check(CheckId::Proof).args["member"], name);
    }
}

#[test]
fn jwt_08_and_09_two_ends_the_earlier_counts() {
    let key = key(1);
    let known = profile(&key, &kid());
    for (exp, until) in [(1_750_000_000, "2030-01-01T00:00:00Z"), (1_900_000_000, "2025-06-01T00:00:00Z")] {
        let mut claims = claims(ISSUER);
        claims["exp"] = json!(exp);
        claims["validUntil"] = json!(until);
        let asked = ask_bytes(token(&claims, &key, Some(&kid())).as_bytes(), &known);
        assert_eq!(asked.verdict(), Verdict::Expired);
        assert_eq!(asked.notes(CheckId::ValidityPeriod), ["validity-period.two-ends"]);
    }
}

#[test]
fn jwt_11_crit_unknown() {
    let key = key(1);
    for crit in [json!(["exp-policy"]), json!([]), json!("b64"), json!(["b64"])] {
        let header = json!({ "alg": "EdDSA", "kid": kid(), "crit": crit, "exp-policy": 1 });
        let token = with_header(&header, &claims(ISSUER), &key);
        assert_eq!(line(&token, &profile(&key, &kid())), "invalid proof.critical issuer-key.undecided");
    }
}

#[test]
fn jwt_12_vc_claim_and_payload_both() {
    let key = key(1);
    let mut claims = claims(ISSUER);
    claims["vc"] = badge(ISSUER);
    let asked = ask_bytes(token(&claims, &key, Some(&kid())).as_bytes(), &profile(&key, &kid()));
    assert_eq!((asked.verdict(), asked.code(CheckId::Structure)), (Verdict::Invalid, "structure.ambiguous"));
}

#[test]
fn jwt_13_es256_rs256_key_confusion() {
    let (ec, known) = (p256(), profile(rsa(), &kid()));
    let token = token(&claims(ISSUER), &ec, Some(&kid()));
    assert_eq!(line(&token, &known), "invalid proof.key-kind issuer-key.undecided");
}

/// Each algorithm with its own kind of key, and with none other.
#[test]
fn algorithms_of_jose() {
    let keys = [("EdDSA", key(1)), ("ES256", p256()), ("ES384", p384()), ("ES256K", secp256k1())];
    for (alg, key) in &keys {
        let token = jwt(claims(ISSUER), alg, Some(&kid()), "JWT", key).unwrap();
        assert_eq!(line(&token, &profile(key, &kid())), "valid proof.ok issuer-key.ok", "{alg}");
        for (other_alg, other) in keys.iter().filter(|(other, _)| other != alg) {
            let answer = line(&token, &profile(other, &kid()));
            assert_eq!(answer, "invalid proof.key-kind issuer-key.undecided", "{alg} {other_alg}");
        }
        let mut altered = token;
        altered.replace_range(altered.len() - 4.., "AAAA");
        assert_eq!(line(&altered, &profile(key, &kid())), "invalid proof.altered issuer-key.undecided");
    }
    for alg in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] {
        let token = jwt(claims(ISSUER), alg, Some(&kid()), "JWT", rsa()).unwrap();
        assert_eq!(line(&token, &profile(rsa(), &kid())), "valid proof.ok issuer-key.ok", "{alg}");
        // The same signature under the name of another algorithm.
        let (_, rest) = token.split_once('.').unwrap();
        let other = if alg == "RS256" { "PS256" } else { "RS256" };
        let header = json!({ "alg": other, "kid": kid() }).to_string();
        let mixed = format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header));
        assert_eq!(line(&mixed, &profile(rsa(), &kid())), "invalid proof.altered issuer-key.undecided");
    }
}

#[test]
fn algorithms_that_are_not_checked_say_so() {
    let header = json!({ "alg": "ES512", "kid": kid() });
    let token = with_header(&header, &claims(ISSUER), &key(1));
    assert_eq!(
        line(&token, &profile(&key(1), &kid())),
        "inconclusive proof.suite-unsupported issuer-key.undecided"
    );
}

#[test]
fn a_statement_of_the_learners_own_is_checked_against_its_name() {
    let learner = key(9);
    let text = jws(b"{}", "EdDSA", Some(&learner.did_key_method()), Some("badgefolio-profile+jwt"), &learner)
        .unwrap();
    let good = openbadges::Jws::parse(&text).unwrap();
    assert!(verification::sign::signed_by(&good, &learner.did_key()));
    assert!(!verification::sign::signed_by(&good, &key(8).did_key()));
    let forged = jws(b"{}", "EdDSA", Some(&learner.did_key_method()), None, &key(8)).unwrap();
    assert!(!verification::sign::signed_by(&openbadges::Jws::parse(&forged).unwrap(), &learner.did_key()));
}
