//! Rows di-00 … di-22.

use strict_json::{Value, json};
use verification::sign::{data_integrity as sign, with_proof};
use verification::{CheckId, Documents, Mark, Outcome, Verdict, mark};

use crate::common::*;

#[test]
fn di_00_good_control() {
    for suite in ["eddsa-rdfc-2022", "Ed25519Signature2020"] {
        let key = key(1);
        let mut document = badge(&key.did_key());
        if suite == "Ed25519Signature2020" {
            let context = json!("https://w3id.org/security/suites/ed25519-2020/v1");
            document["@context"].as_array_mut().unwrap().push(context);
        }
        let document = sign(document, suite, &key, &key.did_key_method(), created()).unwrap();
        let asked = alone(&document);
        assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
        // Anybody can make such a key: never green.
        assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.unknown");
        assert_eq!(mark(&asked.verification.report), Mark::SignedUnknown);
        assert!(asked.wanted().is_empty());
    }
}

#[test]
fn any_change_is_seen() {
    let good = signed(1, |_| {});
    assert_eq!(alone(&good).verdict(), Verdict::Valid);
    let changes: [(&str, Value); 7] = [
        ("/name", json!("Brain surgery")),
        ("/issuer/name", json!("MIT")),
        ("/credentialSubject/achievement/creditsAvailable", json!(15)),
        ("/credentialSubject/achievement/inLanguage", json!("en-GB")),
        ("/credentialSubject/identifier/0/hashed", json!(false)),
        ("/credentialSubject/achievement/resultDescription/0/allowedValue", json!(["B", "A", "C"])),
        ("/validFrom", json!("2025-01-01T00:00:01Z")),
    ];
    for (pointer, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert_eq!(alone(&bad).line(), "invalid proof.altered issuer-key.undecided", "{pointer}");
    }
}

#[test]
fn the_order_of_members_and_spaces_do_not_matter() {
    let good = signed(1, |_| {});
    let text = serde_json::to_string_pretty(&good).unwrap();
    assert_eq!(ask_bytes(text.as_bytes(), &Documents::bundled()).verdict(), Verdict::Valid);
}

#[test]
fn di_01_issuer_not_controller() {
    let attacker = key(2);
    let document = badge("did:web:mit.example");
    let document =
        sign(document, "eddsa-rdfc-2022", &attacker, &attacker.did_key_method(), created()).unwrap();
    assert_eq!(alone(&document).line(), "invalid proof.ok issuer-key.other-issuer");
    // Nor under an issuer that is another key.
    let document = badge(&key(1).did_key());
    let document =
        sign(document, "eddsa-rdfc-2022", &attacker, &attacker.did_key_method(), created()).unwrap();
    assert_eq!(alone(&document).line(), "invalid proof.ok issuer-key.other-issuer");
}

#[test]
fn di_02_victim_url_key_in_fragment() {
    let issuer = "https://mit.example/issuer";
    let key = key(2);
    let fragment = key.multikey().unwrap();
    let method = format!("{issuer}#{fragment}");
    let document = sign(badge(issuer), "eddsa-rdfc-2022", &key, &method, created()).unwrap();
    let asked = alone(&document);
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.not-had");
    assert_eq!(asked.wanted(), [issuer]);
    assert_eq!(mark(&asked.verification.report), Mark::Inconclusive);
    // The issuer's document lists another key, lists it for something else, lists it.
    let profile = |assertion: &Value, listed: &str| {
        known(&[(
            issuer,
            json!({
                "id": issuer, "type": "Profile", "name": "MIT", "assertionMethod": assertion,
                "verificationMethod": [{
                    "id": format!("{issuer}#{listed}"), "type": "Multikey", "controller": issuer,
                    "publicKeyMultibase": listed
                }]
            }),
        )])
    };
    let other = crate::common::key(3).multikey().unwrap();
    let line = |known: &Documents| ask(&document, known).line();
    assert_eq!(line(&profile(&json!([method]), &other)), "invalid proof.ok issuer-key.not-listed");
    assert_eq!(line(&profile(&json!([]), &fragment)), "invalid proof.ok issuer-key.not-for-statements");
    assert_eq!(line(&profile(&Value::Null, &fragment)), "invalid proof.ok issuer-key.not-for-statements");
    let good = profile(&json!([method]), &fragment);
    let asked = ask(&document, &good);
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.domain");
    assert_eq!(mark(&asked.verification.report), Mark::Verified);
}

fn with_options(seed: u8, change: impl FnOnce(&mut Value)) -> Value {
    let key = key(seed);
    let mut proof = json!({
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2025-01-01T00:00:00Z",
        "verificationMethod": key.did_key_method(), "proofPurpose": "assertionMethod"
    });
    change(&mut proof);
    with_proof(badge(&key.did_key()), proof, &key).unwrap()
}

#[test]
fn di_03_proof_purpose_authentication() {
    assert_eq!(alone(&with_options(1, |_| {})).verdict(), Verdict::Valid);
    let bad = with_options(1, |proof| proof["proofPurpose"] = json!("authentication"));
    assert_eq!(alone(&bad).line(), "invalid proof.ok issuer-key.purpose");
    let none = with_options(1, |proof| {
        proof.as_object_mut().unwrap().remove("proofPurpose");
    });
    assert_eq!(alone(&none).line(), "invalid proof.ok issuer-key.purpose");
}

#[test]
fn di_04_key_fragment_of_other_did() {
    let method = format!("{}#{}", key(1).did_key(), key(2).multikey().unwrap());
    let document = sign(badge(&key(1).did_key()), "eddsa-rdfc-2022", &key(2), &method, created()).unwrap();
    assert_eq!(alone(&document).line(), "invalid proof.key-not-had issuer-key.malformed");
}

#[test]
fn di_05_undefined_term_added_after_signing() {
    let mut bad = signed(1, |_| {});
    bad["credentialSubject"]["achievement"]["grade"] = json!("with honours");
    let asked = alone(&bad);
    assert_eq!(asked.line(), "invalid proof.undefined-term issuer-key.undecided");
    assert_eq!(asked.check(CheckId::Proof).args["term"], "grade");
    // Neighbours: an undefined type; a name without scheme, on which nothing would hang; a datatype without one.
    let mut bad = signed(1, |_| {});
    bad["credentialSubject"]["achievement"]["type"] = json!(["Achievement", "Doctorate"]);
    assert_eq!(alone(&bad).code(CheckId::Proof), "proof.undefined-term");
    let mut bad = signed(1, |_| {});
    bad["evidence"] = json!([{ "id": "no scheme", "type": ["Evidence"], "name": "Doctoral thesis" }]);
    assert_eq!(alone(&bad).code(CheckId::Proof), "proof.undefined-term");
}

#[test]
fn di_07_inline_context_object() {
    let key = key(1);
    let mut document = badge(&key.did_key());
    document["@context"].as_array_mut().unwrap().push(json!({ "mood": "https://uni.example/terms#mood" }));
    document["mood"] = json!("cheerful");
    let document = sign(document, "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
    let asked = alone(&document);
    assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.inline-context"]);
}

#[test]
fn di_08_and_09_duplicate_members_are_not_read() {
    let good = signed(1, |_| {}).to_string();
    for (from, to) in [
        ("\"name\":\"Welding\"", "\"name\":\"Brain surgery\",\"name\":\"Welding\""),
        ("\"proof\":", "\"issuer\":\"did:web:mit.example\",\"proof\":"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good);
        assert!(openbadges::Credential::read(bad.as_bytes()).is_err());
    }
}

#[test]
fn di_10_to_15_dates() {
    let until = |text: &str| signed(1, |badge| badge["validUntil"] = json!(text));
    let verdict = |document: &Value| {
        let asked = alone(document);
        (
            asked.verdict(),
            asked.code(CheckId::Proof).to_owned(),
            asked.code(CheckId::ValidityPeriod).to_owned(),
        )
    };
    let expect = |verdict: Verdict, period: &str| (verdict, "proof.ok".to_owned(), period.to_owned());
    let expired = until("2025-06-01T00:00:00Z");
    assert_eq!(verdict(&expired), expect(Verdict::Expired, "validity-period.expired"));
    let early = signed(1, |badge| badge["validFrom"] = json!("2027-01-01T00:00:00Z"));
    assert_eq!(verdict(&early), expect(Verdict::NotYetValid, "validity-period.not-yet-valid"));
    let offset = until("2026-11-21T23:00:00+14:00");
    assert_eq!(verdict(&offset), expect(Verdict::Valid, "validity-period.ok"));
    let offset = until("2026-11-21T22:59:59+14:00");
    assert_eq!(verdict(&offset), expect(Verdict::Expired, "validity-period.expired"));
    // Never "no end": a leap second, no zone, 30 February, no date at all, not even a text.
    for bad in ["2026-12-31T23:59:60Z", "2027-01-01T00:00:00", "2027-02-30T00:00:00Z", "some day"] {
        assert_eq!(verdict(&until(bad)), expect(Verdict::Invalid, "validity-period.unreadable"), "{bad}");
        assert_eq!(alone(&until(bad)).code(CheckId::Structure), "structure.date");
    }
    let number =
        signed(1, |badge| badge["validUntil"] = json!(["2027-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]));
    assert_eq!(alone(&number).verdict(), Verdict::Invalid);
}

#[test]
fn di_16_proof_set_one_good_one_bad() {
    let good = signed(1, |_| {});
    let mut both = good.clone();
    let mut bad = good["proof"].clone();
    let other = signed(1, |badge| badge["name"] = json!("other"));
    bad["proofValue"] = other["proof"]["proofValue"].clone();
    both["proof"] = json!([bad.clone(), good["proof"].clone()]);
    let asked = alone(&both);
    assert_eq!(asked.line(), "valid proof.ok issuer-key.self");
    assert_eq!(asked.notes(CheckId::Proof), ["proof.other-failed"]);
    both["proof"] = json!([bad.clone(), bad]);
    assert_eq!(alone(&both).verdict(), Verdict::Invalid);
}

#[test]
fn di_18_previous_proof_missing() {
    let bad = with_options(1, |proof| proof["previousProof"] = json!("urn:uuid:not-there"));
    assert_eq!(alone(&bad).line(), "invalid proof.previous-missing issuer-key.undecided");
}

#[test]
fn di_19_unknown_suite() {
    for suite in ["bbs-termwise-2021", "eddsa-2099"] {
        let mut document = signed(1, |_| {});
        document["proof"]["cryptosuite"] = json!(suite);
        let asked = alone(&document);
        assert_eq!(asked.line(), "inconclusive proof.suite-unsupported issuer-key.undecided");
        assert_ne!(outcome(&asked, CheckId::IssuerIdentity), Outcome::Passed);
    }
    // Blockcerts: named, not looked up.
    for (kind, suite) in
        [("MerkleProof2019", Value::Null), ("DataIntegrityProof", json!("merkle-proof-2019"))]
    {
        let mut document = signed(1, |_| {});
        document["proof"]["type"] = json!(kind);
        document["proof"]["cryptosuite"] = suite;
        assert_eq!(alone(&document).line(), "inconclusive proof.blockcerts issuer-key.undecided");
    }
    // Nor does a signature hold under the name of another suite.
    for (suite, code) in [("ecdsa-rdfc-2019", "proof.key-kind"), ("eddsa-jcs-2022", "proof.altered")] {
        let mut document = signed(1, |_| {});
        document["proof"]["cryptosuite"] = json!(suite);
        assert_eq!(alone(&document).line(), format!("invalid {code} issuer-key.undecided"));
    }
}

#[test]
fn di_20_bad_proof_value() {
    let good = signed(1, |_| {});
    for value in [json!(""), json!("z"), json!("z11111"), json!("mAAAA"), json!(7), Value::Null] {
        let mut bad = good.clone();
        bad["proof"]["proofValue"] = value;
        assert_eq!(alone(&bad).line(), "invalid proof.malformed issuer-key.undecided");
    }
    let mut none = good;
    none.as_object_mut().unwrap().remove("proof");
    assert_eq!(alone(&none).line(), "invalid proof.none issuer-key.none");
}

#[test]
fn di_22_proof_expires_past() {
    let good = with_options(1, |proof| proof["expires"] = json!("2027-01-01T00:00:00Z"));
    let asked = alone(&good);
    assert_eq!(asked.verdict(), Verdict::Valid);
    let later = "2027-01-01T00:00:01Z".parse().unwrap();
    assert_eq!(verification::verdict_at(&asked.verification.report, later), Verdict::Invalid);
    assert_eq!(verification::mark_at(&asked.verification.report, later), Mark::Expired);
    let bad = with_options(1, |proof| proof["expires"] = json!("2026-01-01T00:00:00Z"));
    assert_eq!(alone(&bad).code(CheckId::Proof), "proof.expired");
    assert_eq!(alone(&bad).verdict(), Verdict::Invalid);
    // Nobody forged anything.
    assert_eq!(mark(&alone(&bad).verification.report), Mark::Expired);
    let odd = with_options(1, |proof| proof["expires"] = json!("2026-02-30T00:00:00Z"));
    assert_eq!(alone(&odd).verdict(), Verdict::Invalid);
}

#[test]
fn the_options_of_the_proof_are_signed_too() {
    let mut bad = signed(1, |_| {});
    bad["proof"]["created"] = json!("2020-01-01T00:00:00Z");
    assert_eq!(alone(&bad).code(CheckId::Proof), "proof.altered");
}
