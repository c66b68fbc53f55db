//! Rows ob2-00 … ob2-15.

use strict_json::{Value, json};
use verification::{CheckId, Documents, Mark, Origin, Outcome, Verdict, mark};

use crate::common::*;

const ISSUER: &str = "https://uni.example/issuer";
const BADGE: &str = "https://uni.example/badge";
const ASSERTION: &str = "https://uni.example/assertions/1";
const CONTEXT: &str = "https://w3id.org/openbadges/v2";

fn assertion(id: &str) -> Value {
    json!({
        "@context": CONTEXT, "type": "Assertion", "id": id, "badge": BADGE,
        "recipient": { "type": "email", "hashed": true, "salt": "deadsea",
            "identity": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942" },
        "verification": { "type": "HostedBadge" }, "issuedOn": "2025-01-01T00:00:00Z"
    })
}

fn badge_class(issuer: &Value) -> Value {
    json!({
        "@context": CONTEXT, "type": "BadgeClass", "id": BADGE, "name": "Welding", "description": "Joins metal.",
        "image": "https://uni.example/i.png", "criteria": "https://uni.example/c", "issuer": issuer
    })
}

fn profile(id: &str, policy: Value) -> Value {
    json!({ "@context": CONTEXT, "type": "Profile", "id": id, "name": "Uni", "url": id, "verification": policy })
}

/// The documents of a genuine badge at `id`, with the issuer's policy.
fn house(id: &str, policy: Value) -> Documents {
    known(&[(id, assertion(id)), (BADGE, badge_class(&json!(ISSUER))), (ISSUER, profile(ISSUER, policy))])
}

#[test]
fn ob2_00_same_origin() {
    let asked = ask(&assertion(ASSERTION), &house(ASSERTION, Value::Null));
    assert_eq!(asked.line(), "valid proof.hosted issuer-key.hosted");
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.domain");
    assert_eq!(mark(&asked.verification.report), Mark::Verified);
    assert_eq!(asked.verification.report.claims.name.as_deref(), Some("Welding"));
    assert!(asked.wanted().is_empty());
}

#[test]
fn four_rounds_from_an_address() {
    let mut known = Documents::bundled();
    let all = house(ASSERTION, Value::Null);
    let mut asked = ask_bytes(ASSERTION.as_bytes(), &known);
    assert_eq!(
        (asked.verdict(), asked.code(CheckId::Structure)),
        (Verdict::Inconclusive, "structure.not-read")
    );
    let mut rounds = Vec::new();
    while !asked.wanted().is_empty() {
        for want in asked.verification.wanted {
            rounds.push(want.url.as_str().to_owned());
            for answered in all.versions(&want.url) {
                known.insert_answer(want.url.clone(), answered.answer.clone(), answered.at, answered.origin);
            }
        }
        asked = ask_bytes(ASSERTION.as_bytes(), &known);
    }
    assert_eq!(rounds, [ASSERTION, BADGE, ISSUER]);
    assert_eq!(asked.line(), "valid proof.hosted issuer-key.hosted");
}

#[test]
fn ob2_01_other_origin() {
    let id = "https://evil.example/assertions/1";
    let asked = ask(&assertion(id), &house(id, Value::Null));
    assert_eq!(asked.line(), "invalid proof.hosted-out-of-scope issuer-key.undecided");
}

#[test]
fn ob2_02_to_05_scopes() {
    for (id, policy, good) in [
        ("https://uni.example.evil.example/1", json!({ "startsWith": "https://uni.example" }), false),
        ("https://uni.example@evil.example/1", json!({ "startsWith": "https://uni.example" }), false),
        ("https://evil.cdn.example/1", json!({ "allowedOrigins": "cdn.example" }), false),
        ("https://cdn.example/1", json!({ "allowedOrigins": ["cdn.example"] }), true),
    ] {
        let mut documents = house(id, policy.clone());
        // The badge class lies where the issuer keeps badges, too.
        let mut class = badge_class(&json!(ISSUER));
        let mut given = assertion(id);
        if policy.get("allowedOrigins").is_some() {
            class["id"] = json!("https://cdn.example/badge");
            given["badge"] = class["id"].clone();
            put(&mut documents, "https://cdn.example/badge", &class, now(), Origin::Fetched);
            put(&mut documents, id, &given, now(), Origin::Fetched);
        }
        let asked = ask(&given, &documents);
        assert_eq!(asked.verdict() == Verdict::Valid, good, "{id}: {}", asked.line());
        if !good {
            assert_eq!(asked.verdict(), Verdict::Invalid, "{id}");
        }
    }
}

#[test]
fn ob2_06_hosted_copy_differs() {
    let mut documents = house(ASSERTION, Value::Null);
    let mut hosted = assertion(ASSERTION);
    hosted["expires"] = json!("2026-01-01");
    put(&mut documents, ASSERTION, &hosted, now(), Origin::Fetched);
    let mut baked = assertion(ASSERTION);
    baked["expires"] = json!("2099-01-01");
    let asked = ask(&baked, &documents);
    assert_eq!(asked.verdict(), Verdict::Expired);
    assert_eq!(asked.notes(CheckId::Proof), ["proof.hosted-differs"]);
    assert_eq!(asked.notes(CheckId::ValidityPeriod), ["validity-period.loose-date"]);
}

#[test]
fn ob2_07_http_not_https() {
    let (issuer, id) = ("http://uni.example/issuer", "http://uni.example/assertions/1");
    let mut given = assertion(id);
    given["badge"] = json!("http://uni.example/badge");
    let mut class = badge_class(&json!(issuer));
    class["id"] = given["badge"].clone();
    let documents = known(&[
        (id, given.clone()),
        ("http://uni.example/badge", class),
        (issuer, profile(issuer, Value::Null)),
    ]);
    let asked = ask(&given, &documents);
    assert_eq!(asked.line(), "valid proof.hosted issuer-key.hosted");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.http"]);
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.http");
    assert_eq!(mark(&asked.verification.report), Mark::SignedUnknown);
}

#[test]
fn ob2_08_badge_issuer_swapped() {
    let mut documents = house(ASSERTION, Value::Null);
    let evil = "https://evil.example/i";
    put(&mut documents, BADGE, &badge_class(&json!(evil)), now(), Origin::Fetched);
    put(&mut documents, evil, &profile(evil, Value::Null), now(), Origin::Fetched);
    let asked = ask(&assertion(ASSERTION), &documents);
    assert_eq!(asked.line(), "invalid proof.hosted-out-of-scope issuer-key.undecided");
}

#[test]
fn ob2_10_embedded_issuer_not_fetched() {
    let evil = "https://evil.example/assertions/1";
    let mut given = assertion(evil);
    given["badge"] = badge_class(&profile(ISSUER, json!({ "allowedOrigins": ["evil.example"] })));
    let documents = known(&[(evil, given.clone())]);
    let asked = ask(&given, &documents);
    assert_eq!(asked.line(), "inconclusive proof.hosted-not-had issuer-key.undecided");
    assert_eq!(asked.wanted(), [BADGE]);
    // The issuer's own documents say otherwise.
    let mut documents = house(ASSERTION, Value::Null);
    put(&mut documents, evil, &given, now(), Origin::Fetched);
    assert_eq!(ask(&given, &documents).line(), "invalid proof.hosted-out-of-scope issuer-key.undecided");
}

#[test]
fn ob2_11_12_14_recipients() {
    let with = |identity: &str, salt: Option<&str>| {
        let mut given = assertion(ASSERTION);
        given["recipient"]["identity"] = json!(identity);
        match salt {
            Some(salt) => given["recipient"]["salt"] = json!(salt),
            None => drop(given["recipient"].as_object_mut().unwrap().remove("salt")),
        }
        let mut documents = house(ASSERTION, Value::Null);
        put(&mut documents, ASSERTION, &given, now(), Origin::Fetched);
        let asked = ask(&given, &documents);
        assert_eq!(asked.verdict(), Verdict::Valid, "never turns the verdict");
        (asked.code(CheckId::Recipient).to_owned(), asked.notes(CheckId::Recipient).join(" "))
    };
    let hash = |text: &str| {
        use sha2::Digest as _;
        format!("sha256${}", hex::encode(sha2::Sha256::digest(text)))
    };
    let matched = |notes: &str| ("recipient.match".to_owned(), notes.to_owned());
    assert_eq!(with(&hash("a@b.example"), None), matched("recipient.unsalted"));
    assert_eq!(with(&hash("A@B.EXAMPLEsalt"), Some("salt")), matched(""));
    assert_eq!(with(&hash("a@b.examplesalt"), Some("salt")), matched(""));
    let md5 = format!("md5${}", hex::encode(<md5::Md5 as md5::Digest>::digest("a@b.examplesalt")));
    assert_eq!(with(&md5, Some("salt")), matched("recipient.md5"));
    assert_eq!(with(&hash("c@d.examplesalt"), Some("salt")).0, "recipient.mismatch");
}

#[test]
fn ob2_15_revoked_true_and_410() {
    let mut documents = house(ASSERTION, Value::Null);
    let mut hosted = assertion(ASSERTION);
    hosted["revoked"] = json!(true);
    hosted["revocationReason"] = json!("issued in error");
    put(&mut documents, ASSERTION, &hosted, now(), Origin::Fetched);
    let asked = ask(&assertion(ASSERTION), &documents);
    assert_eq!(asked.verdict(), Verdict::Revoked);
    assert_eq!(asked.notes(CheckId::Status), ["status.reason"]);
    // What is left of it: no more than its name.
    let left = json!({ "@context": CONTEXT, "id": ASSERTION, "type": "Assertion", "revoked": true });
    put(&mut documents, ASSERTION, &left, now(), Origin::Fetched);
    assert_eq!(ask(&assertion(ASSERTION), &documents).verdict(), Verdict::Revoked);
    put(&mut documents, ASSERTION, &json!({ "id": ASSERTION, "revoked": true }), now(), Origin::Fetched);
    assert_eq!(ask(&assertion(ASSERTION), &documents).verdict(), Verdict::Revoked);
    gone(&mut documents, ASSERTION);
    assert_eq!(ask(&assertion(ASSERTION), &documents).verdict(), Verdict::Revoked);
}

#[test]
fn what_calls_itself_otherwise_is_looked_up_there() {
    // A page's address in the picture; the assertion's own name has a version in it.
    let named = "https://uni.example/assertions/1?v=2_0";
    let mut documents = house(ASSERTION, Value::Null);
    put(&mut documents, ASSERTION, &assertion(named), now(), Origin::Fetched);
    let asked = ask_bytes(ASSERTION.as_bytes(), &documents);
    assert_eq!(asked.wanted(), [named]);
    put(&mut documents, named, &assertion(named), now(), Origin::Fetched);
    assert_eq!(ask_bytes(ASSERTION.as_bytes(), &documents).verdict(), Verdict::Valid);
    // Somebody else's badge at an address of one's own.
    let evil = "https://evil.example/1";
    put(&mut documents, evil, &assertion(ASSERTION), now(), Origin::Fetched);
    assert_eq!(
        ask_bytes(evil.as_bytes(), &documents).line(),
        "invalid proof.hosted-other issuer-key.undecided"
    );
}

#[test]
fn the_senders_copies_prove_nothing() {
    let mut documents = known_as(
        &[
            (ASSERTION, assertion(ASSERTION)),
            (BADGE, badge_class(&json!(ISSUER))),
            (ISSUER, profile(ISSUER, Value::Null)),
        ],
        now(),
        Origin::Sender,
    );
    let asked = ask(&assertion(ASSERTION), &documents);
    assert_eq!(asked.line(), "inconclusive proof.sender-copy issuer-key.undecided");
    assert_eq!(asked.wanted(), [ASSERTION]);
    // Own copies beside them count; "gone" from a sender does not.
    documents.extend(house(ASSERTION, Value::Null));
    documents.insert_answer(url(ASSERTION), verification::Answer::Gone, now(), Origin::Sender);
    assert_eq!(ask(&assertion(ASSERTION), &documents).verdict(), Verdict::Valid);
}

#[test]
fn nothing_at_all_proves_it() {
    let mut bare = assertion(ASSERTION);
    bare["id"] = json!("urn:uuid:7b1a2a4e-0000-4000-8000-000000000000");
    assert_eq!(alone(&bare).line(), "invalid proof.hosted-no-address issuer-key.undecided");
    let mut signed = assertion(ASSERTION);
    signed["verification"] = json!({ "type": "SignedBadge", "creator": "https://uni.example/key" });
    assert_eq!(alone(&signed).line(), "invalid proof.none issuer-key.none");
}

#[test]
fn an_answer_of_last_week_serves_and_is_asked_for_anew() {
    let week_ago = "2026-11-14T09:00:00Z".parse().unwrap();
    let mut documents = house(ASSERTION, Value::Null);
    documents = {
        let mut older = known_as(&[(ASSERTION, assertion(ASSERTION))], week_ago, Origin::Archive);
        for address in [BADGE, ISSUER] {
            for answered in documents.versions(&url(address)) {
                older.insert_answer(url(address), answered.answer.clone(), answered.at, answered.origin);
            }
        }
        older
    };
    let asked = ask(&assertion(ASSERTION), &documents);
    assert_eq!(asked.verdict(), Verdict::Valid);
    assert_eq!(asked.notes(CheckId::Status), ["status.age"]);
    assert!(asked.verification.wanted.iter().all(|want| want.newer_than.is_some()));
    assert_eq!(asked.wanted(), [ASSERTION]);
    assert_eq!(outcome(&asked, CheckId::Status), Outcome::Passed);
}
