//! Tokens with parts to choose from: genuine ones, and attacks on each of them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use strict_json::{Value, json};
use verification::sign::{Key, jws};
use verification::{CheckId, Documents, Outcome, Verdict};

use crate::common::*;

fn b64(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn disclosure(value: &Value) -> String {
    b64(value.to_string())
}

fn digest(text: &str) -> String {
    b64(Sha256::digest(text))
}

fn issued(payload: &Value, key: &Key, kid: &str, shown: &[&str]) -> String {
    let head = jws(payload.to_string().as_bytes(), key.alg(), Some(kid), Some("dc+sd-jwt"), key).unwrap();
    format!("{head}~{}", shown.iter().map(|text| format!("{text}~")).collect::<String>())
}

/// A badge of Open Badges 3.0 whose description and end may be left out.
struct Badge {
    payload: Value,
    description: String,
    until: String,
    key: Key,
}

fn genuine() -> Badge {
    let key = key(1);
    let mut payload = badge(&key.did_key());
    let description = disclosure(&json!(["s1", "description", "Joins metal. Well."]));
    let until = disclosure(&json!(["s2", "validUntil", "2026-01-01T00:00:00Z"]));
    payload["credentialSubject"]["achievement"].as_object_mut().unwrap().remove("description");
    payload["credentialSubject"]["achievement"]["_sd"] = json!([digest(&description)]);
    payload["_sd"] = json!([digest(&until), digest("a decoy")]);
    payload["_sd_alg"] = json!("sha-256");
    payload["iss"] = json!(key.did_key());
    Badge { payload, description, until, key }
}

impl Badge {
    fn shown(&self, shown: &[&str]) -> String {
        issued(&self.payload, &self.key, &self.key.did_key_method(), shown)
    }
}

fn line(token: &str) -> String {
    ask_bytes(token.as_bytes(), &Documents::bundled()).line()
}

const FOREIGN: &str = "invalid proof.disclosure-foreign issuer-key.undecided";
const REFUSED: &str = "invalid proof.disclosure-refused issuer-key.undecided";

#[test]
fn a_genuine_one_is_valid_and_shows_what_was_disclosed() {
    let badge = genuine();
    let asked = ask_bytes(badge.shown(&[&badge.description]).as_bytes(), &Documents::bundled());
    assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.selective"]);
    let report = &asked.verification.report;
    assert_eq!(report.securing, "sd-jwt/EdDSA");
    assert_eq!(report.claims.description.as_deref(), Some("Joins metal. Well."));
    assert_eq!(report.claims.name.as_deref(), Some("Welding"));
    // Less is valid, too, and then it is not there.
    let less = ask_bytes(badge.shown(&[]).as_bytes(), &Documents::bundled());
    assert_eq!(less.verdict(), Verdict::Valid);
    assert_eq!(less.verification.report.claims.description, None);
    // What is shown counts.
    assert_eq!(
        ask_bytes(badge.shown(&[&badge.until]).as_bytes(), &Documents::bundled()).verdict(),
        Verdict::Expired
    );
}

#[test]
fn disclosures_that_the_issuer_did_not_sign() {
    let badge = genuine();
    let forged = disclosure(&json!(["s1", "description", "Joins anything."]));
    let swapped = disclosure(&json!(["s1", "name", "Joins metal. Well."]));
    assert_eq!(line(&badge.shown(&[&badge.description])), "valid proof.ok issuer-key.self");
    for shown in [vec![&forged], vec![&swapped], vec![&badge.description, &forged]] {
        let shown: Vec<&str> = shown.into_iter().map(String::as_str).collect();
        let asked = ask_bytes(badge.shown(&shown).as_bytes(), &Documents::bundled());
        assert_eq!(asked.line(), FOREIGN);
        assert_eq!(asked.verification.report.claims.description, None, "nothing of it is shown");
    }
    // One letter changed; the same content in another spelling.
    let mut altered = badge.description.clone();
    altered.replace_range(3..4, if altered.as_bytes()[3] == b'A' { "B" } else { "A" });
    let respelled = b64("[\"s1\", \"description\", \"Joins metal. Well.\"]");
    assert!(line(&badge.shown(&[&altered])).starts_with("invalid proof.disclosure-"));
    assert_eq!(line(&badge.shown(&[&respelled])), FOREIGN);
    // Twice the same.
    assert_eq!(line(&badge.shown(&[&badge.description, &badge.description])), REFUSED);
    // Names on which the judgement hangs.
    for name in ["iss", "exp", "vct", "_sd", "status", "issuer", "credentialStatus"] {
        let named = disclosure(&json!(["s", name, "x"]));
        assert_eq!(line(&badge.shown(&[&named])), FOREIGN, "{name}");
    }
    // Disclosures of another badge of the same issuer.
    let other = disclosure(&json!(["s9", "description", "Another badge."]));
    let mut second = genuine();
    second.payload["credentialSubject"]["achievement"]["_sd"] = json!([digest(&other)]);
    assert_eq!(line(&second.shown(&[&other])), "valid proof.ok issuer-key.self");
    assert_eq!(line(&badge.shown(&[&other])), FOREIGN);
}

#[test]
fn what_even_the_issuer_may_not_do() {
    for (name, value) in [
        ("iss", json!(key(1).did_key())),
        ("exp", json!(1_900_000_000)),
        ("vct", json!("urn:x")),
        ("status", json!({})),
        ("_sd", json!([])),
        ("...", json!("x")),
        ("_sd_alg", json!("sha-256")),
    ] {
        let mut badge = genuine();
        let text = disclosure(&json!(["s", name, value]));
        badge.payload["_sd"] = json!([digest(&text)]);
        badge.payload.as_object_mut().unwrap().remove("iss");
        assert_eq!(line(&badge.shown(&[])), "valid proof.ok issuer-key.self", "{name} left out");
        assert_eq!(line(&badge.shown(&[&text])), REFUSED, "{name}");
    }
    // A second name for what is there; a digest in two places.
    let mut badge = genuine();
    let second = disclosure(&json!(["s", "name", "Flying"]));
    badge.payload["_sd"] = json!([digest(&second)]);
    assert_eq!(line(&badge.shown(&[&second])), REFUSED);
    let mut badge = genuine();
    badge.payload["_sd"] = json!([digest(&badge.description)]);
    assert_eq!(line(&badge.shown(&[])), REFUSED);
    let mut badge = genuine();
    badge.payload["_sd_alg"] = json!("md5");
    assert_eq!(line(&badge.shown(&[])), "inconclusive proof.suite-unsupported issuer-key.undecided");
}

#[test]
fn signatures_that_do_not_hold() {
    let badge = genuine();
    let token = badge.shown(&[&badge.description]);
    let (head, rest) = token.split_once('~').unwrap();
    let payload = head.split('.').nth(1).unwrap();
    for alg in ["none", "None", "HS256"] {
        let header = b64(json!({ "alg": alg, "kid": badge.key.did_key_method() }).to_string());
        let signature = if alg == "HS256" { "AAAA" } else { "" };
        let bare = format!("{header}.{payload}.{signature}~{rest}");
        assert_eq!(line(&bare), "invalid proof.algorithm-refused issuer-key.undecided", "{alg}");
    }
    // Somebody else's key under the issuer's name; another payload under the signature.
    let foreign = issued(&badge.payload, &key(2), &badge.key.did_key_method(), &[&badge.description]);
    assert_eq!(line(&foreign), "invalid proof.altered issuer-key.undecided");
    let foreign = issued(&badge.payload, &key(2), &key(2).did_key_method(), &[&badge.description]);
    assert_eq!(line(&foreign), "invalid proof.ok issuer-key.other-issuer");
    // `alg: none` and a forged disclosure.
    let header = b64("{\"alg\":\"none\"}");
    let forged = disclosure(&json!(["s", "name", "Flying"]));
    assert!(line(&format!("{header}.{payload}.~{forged}~")).starts_with("invalid "));
    // The claims of the token and the badge in it.
    let mut badge = genuine();
    badge.payload["iss"] = json!("https://mit.example");
    assert_eq!(line(&badge.shown(&[])), "invalid proof.claim-differs issuer-key.undecided");
}

/// The holder's own signature: noted, never asked for, never what decides.
#[test]
fn the_holders_own_signature() {
    let (holder, mut badge) = (key(7), genuine());
    badge.payload["cnf"] = json!({ "jwk": holder.public_jwk() });
    let shown = badge.shown(&[&badge.description]);
    let claims = json!({ "iat": 1_780_000_000, "aud": "https://employer.example", "nonce": "n", "sd_hash": digest(&shown) });
    let bound = |claims: &Value, typ: &str, key: &Key| {
        format!("{shown}{}", jws(claims.to_string().as_bytes(), key.alg(), None, Some(typ), key).unwrap())
    };
    let ask = |token: String| ask_bytes(token.as_bytes(), &Documents::bundled());
    let good = ask(bound(&claims, "kb+jwt", &holder));
    assert_eq!(good.line(), "valid proof.ok issuer-key.self");
    assert_eq!(good.notes(CheckId::Proof), ["proof.selective", "proof.holder-ok"]);
    let note = &good.check(CheckId::Proof).notes[1];
    assert_eq!(
        (note.args["date"].as_str(), note.args["audience"].as_str()),
        ("2026-05-28", "https://employer.example")
    );
    let other = badge.shown(&[]);
    let mut of_other = claims.clone();
    of_other["sd_hash"] = json!(digest(&other));
    for (claims, typ, key) in [
        (&claims, "kb+jwt", &key(8)),
        (&claims, "JWT", &holder),
        (&of_other, "kb+jwt", &holder),
        (&json!({ "iat": 1, "aud": "x", "nonce": "n" }), "kb+jwt", &holder),
    ] {
        let asked = ask(bound(claims, typ, key));
        assert_eq!(asked.verdict(), Verdict::Valid);
        assert_eq!(asked.notes(CheckId::Proof), ["proof.selective", "proof.holder-bad"]);
    }
}

/// A credential of the IETF: shown and judged as what it is.
#[test]
fn an_sd_jwt_vc_of_its_own_type() {
    let key = p256();
    let name = disclosure(&json!(["s", "given_name", "Mira"]));
    let payload = json!({
        "vct": "https://credentials.example/diploma", "iss": "https://uni.example", "nbf": 1_735_689_600,
        "exp": 1_900_000_000, "_sd": [digest(&name)]
    });
    let token = issued(&payload, &key, "k1", &[&name]);
    let mut jwk = key.public_jwk();
    jwk["kid"] = json!("k1");
    let at = "https://uni.example/.well-known/jwt-vc-issuer";
    let metadata = json!({ "issuer": "https://uni.example", "jwks": { "keys": [jwk] } });
    let ask = |token: &str, known: &Documents| ask_bytes(token.as_bytes(), known);
    let asked = ask(&token, &known(&[(at, metadata.clone())]));
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.verification.report.format, openbadges::Format::SdJwtVc);
    assert_eq!(asked.notes(CheckId::Structure), ["structure.no-badge"]);
    assert_eq!(asked.verification.report.valid_until.unwrap().as_second(), 1_900_000_000);
    let alone = ask(&token, &Documents::bundled());
    assert_eq!(alone.verdict(), Verdict::Inconclusive);
    assert!(alone.wanted().contains(&at));
    // Metadata of somebody else; a key set that lies elsewhere; a page without keys at the issuer's own address.
    let mut other = metadata.clone();
    other["issuer"] = json!("https://evil.example");
    assert_ne!(ask(&token, &known(&[(at, other)])).verdict(), Verdict::Valid);
    let elsewhere = json!({ "issuer": "https://uni.example", "jwks_uri": "https://uni.example/keys" });
    let both = known(&[(at, elsewhere), ("https://uni.example/keys", metadata["jwks"].clone())]);
    assert_eq!(ask(&token, &both).line(), "valid proof.ok issuer-key.ok");
    let page = known(&[(at, metadata), ("https://uni.example/", json!({ "id": "https://uni.example/" }))]);
    assert_eq!(ask(&token, &page).line(), "valid proof.ok issuer-key.ok");
    // A status that is not known here is never passed over.
    let mut listed = payload.clone();
    listed["status"] = json!({ "status_list": { "idx": 3, "uri": "https://uni.example/list" } });
    let asked = ask(&issued(&listed, &key, "k1", &[&name]), &page);
    assert_eq!(
        (asked.verdict(), asked.code(CheckId::Status)),
        (Verdict::Inconclusive, "status.kind-unknown")
    );
    // Without an issuer nothing can be tied to one.
    let mut nobody = payload;
    nobody.as_object_mut().unwrap().remove("iss");
    let asked = ask(&issued(&nobody, &key, "k1", &[&name]), &page);
    assert_eq!(outcome(&asked, CheckId::Structure), Outcome::Failed);
    assert_ne!(asked.verdict(), Verdict::Valid);
}
