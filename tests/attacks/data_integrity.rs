//! Rows di-…, sd-…: credentials with an embedded proof.

use strict_json::{Value, json};
use verification::sign::with_proof;
use verification::{CheckId, Mark, Outcome, Verdict};

use crate::kit::*;

fn with_options(change: impl FnOnce(&mut Value)) -> Value {
    let key = key(1);
    let mut proof = json!({
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2025-01-01T00:00:00Z",
        "verificationMethod": key.did_key_method(), "proofPurpose": "assertionMethod"
    });
    change(&mut proof);
    with_proof(badge(&key.did_key()), proof, &key).unwrap()
}

#[test]
fn di_00_good_control() {
    let seen = World::new().json(&genuine()).passes();
    assert_eq!(seen.line(), "valid proof.ok issuer-key.self");
    // Self-asserted: anybody can make such a key.
    assert_eq!(seen.mark(), Mark::SignedUnknown);
}

#[test]
fn di_01_issuer_not_controller() {
    let world = World::new();
    control(&world);
    for issuer in ["did:web:mit.example".to_owned(), key(2).did_key(), "https://mit.example/".to_owned()] {
        let attacker = attacker();
        let forged = sign_as(badge(&issuer), &attacker, &attacker.did_key_method());
        let seen = world.json(&forged);
        assert_ne!(seen.verdict(), Verdict::Valid, "{issuer}");
        assert!(matches!(seen.mark(), Mark::NotGenuine | Mark::Inconclusive), "{issuer}: {:?}", seen.mark());
    }
}

#[test]
fn di_02_victim_url_key_in_fragment() {
    let issuer = "https://mit.example/issuer";
    let own = key(2);
    let method = |key: &verification::sign::Key| format!("{issuer}#{}", key.multikey().unwrap());
    let profile = json!({
        "id": issuer, "type": "Profile", "name": "MIT", "assertionMethod": [method(&own)],
        "verificationMethod": [{
            "id": method(&own), "type": "Multikey", "controller": issuer,
            "publicKeyMultibase": own.multikey().unwrap()
        }]
    });
    let world = World::with(&[(issuer, profile)]);
    let good = world.json(&sign_as(badge(issuer), &own, &method(&own))).passes();
    assert_eq!(good.mark(), Mark::Verified);
    // The key that the fragment spells out is the attacker's own.
    let forged = sign_as(badge(issuer), &attacker(), &method(&attacker()));
    assert_eq!(world.json(&forged).mark(), Mark::NotGenuine);
    // Without the issuer's document it is unknown, never "issued by mit.example".
    let seen = World::new().json(&forged);
    assert_eq!((seen.mark(), seen.wanted.as_slice()), (Mark::Inconclusive, &["mit.example".to_owned()][..]));
    assert_ne!(seen.check(CheckId::IssuerIdentity).outcome, Outcome::Passed);
}

#[test]
fn di_03_proof_purpose_authentication() {
    let world = World::new();
    let _ = world.json(&with_options(|_| {})).passes();
    for purpose in [json!("authentication"), json!("keyAgreement"), json!(null), json!(["assertionMethod"])] {
        let forged = with_options(|proof| proof["proofPurpose"] = purpose.clone());
        assert_eq!(world.json(&forged).verdict(), Verdict::Invalid, "{purpose}");
    }
}

#[test]
fn di_04_key_fragment_of_other_did() {
    let world = World::new();
    control(&world);
    let method = format!("{}#{}", key(1).did_key(), attacker().multikey().unwrap());
    let forged = sign_as(badge(&key(1).did_key()), &attacker(), &method);
    assert_eq!(world.json(&forged).verdict(), Verdict::Invalid);
}

#[test]
fn di_05_undefined_term_added_after_signing() {
    let world = World::new();
    let good = control(&world);
    for place in ["", "/credentialSubject", "/credentialSubject/achievement", "/issuer", "/proof"] {
        let mut forged = good.clone();
        forged.pointer_mut(place).unwrap()["grade"] = json!("with honours");
        let seen = world.json(&forged);
        assert_eq!(seen.verdict(), Verdict::Invalid, "{place:?}");
    }
}

#[test]
fn di_07_inline_context_object() {
    let world = World::new();
    control(&world);
    let odd = signed(|badge| {
        let terms = json!({ "mood": "https://uni.example/terms#mood" });
        badge["@context"].as_array_mut().unwrap().push(terms);
        badge["mood"] = json!("cheerful-mood");
    });
    let seen = world.json(&odd);
    seen.is(Verdict::Valid, "proof.ok");
    assert_eq!(seen.notes_on(CheckId::Proof), ["proof.inline-context"]);
    let shown = serde_json::to_string(seen.claims()).unwrap();
    assert!(!shown.contains("cheerful-mood"), "shown under a label of ours: {shown}");
}

#[test]
fn di_08_duplicate_key_name_first() {
    let world = World::new();
    let good = control(&world).to_string();
    let forged = good.replacen("\"name\":\"Welding\"", "\"name\":\"Surgery\",\"name\":\"Welding\"", 1);
    assert_ne!(forged, good);
    assert_eq!(world.nothing(forged.as_bytes()), ["json.duplicate-member"]);
}

#[test]
fn di_09_duplicate_key_issuer_last() {
    let world = World::new();
    let good = control(&world).to_string();
    let forged = good.replacen("\"proof\":", "\"issuer\":\"did:web:mit.example\",\"proof\":", 1);
    assert_ne!(forged, good);
    assert_eq!(world.nothing(forged.as_bytes()), ["json.duplicate-member"]);
}

/// Verdict and code of the period of a badge with this end.
fn until(text: &str) -> (Verdict, String) {
    let seen = World::new().json(&signed(|badge| badge["validUntil"] = json!(text)));
    assert_eq!(seen.code(CheckId::Proof), "proof.ok", "the proof is checked whatever the dates say");
    (seen.verdict(), seen.code(CheckId::ValidityPeriod).to_owned())
}

fn expect(verdict: Verdict, code: &str) -> (Verdict, String) {
    (verdict, code.to_owned())
}

#[test]
fn di_10_expired() {
    assert_eq!(until("2027-01-01T00:00:00Z"), expect(Verdict::Valid, "validity-period.ok"));
    assert_eq!(until("2026-11-21T08:59:59Z"), expect(Verdict::Expired, "validity-period.expired"));
}

#[test]
fn di_11_not_yet_valid() {
    let world = World::new();
    let from = |text: &str| world.json(&signed(|badge| badge["validFrom"] = json!(text)));
    let _ = from(NOW).passes();
    assert_eq!(from("2026-11-21T09:00:01Z").verdict(), Verdict::NotYetValid);
}

#[test]
fn di_12_valid_until_leap_second() {
    assert_eq!(until("2026-12-31T23:59:59Z").0, Verdict::Valid);
    // `dateTimeStamp` knows no such second: no crash, and not "no end".
    assert_eq!(until("2026-12-31T23:59:60Z"), expect(Verdict::Invalid, "validity-period.unreadable"));
}

#[test]
fn di_13_valid_until_offset_14() {
    assert_eq!(until("2026-11-21T23:00:00+14:00").0, Verdict::Valid);
    assert_eq!(until("2026-11-21T22:59:59+14:00").0, Verdict::Expired);
    assert_eq!(until("2026-11-20T19:00:00-14:00").0, Verdict::Valid);
}

#[test]
fn di_14_valid_until_no_timezone() {
    assert_eq!(until("2030-01-01T00:00:00Z").0, Verdict::Valid);
    for text in ["2030-01-01T00:00:00", "2030-01-01"] {
        assert_eq!(until(text), expect(Verdict::Invalid, "validity-period.unreadable"), "{text}");
    }
}

#[test]
fn di_15_feb_30() {
    assert_eq!(until("2027-02-28T00:00:00Z").0, Verdict::Valid);
    assert_eq!(until("2027-02-30T00:00:00Z"), expect(Verdict::Invalid, "validity-period.unreadable"));
}

#[test]
fn di_16_proof_set_one_good_one_bad() {
    let world = World::new();
    let good = control(&world);
    let mut bad = good["proof"].clone();
    bad["proofValue"] = signed(|badge| badge["name"] = json!("other"))["proof"]["proofValue"].clone();
    let with = |proofs: Value| {
        let mut badge = good.clone();
        badge["proof"] = proofs;
        world.json(&badge)
    };
    for both in [json!([bad, good["proof"]]), json!([good["proof"], bad])] {
        let seen = with(both);
        seen.is(Verdict::Valid, "proof.ok");
        assert_eq!(seen.notes_on(CheckId::Proof), ["proof.other-failed"]);
    }
    assert_eq!(with(json!([bad, bad])).verdict(), Verdict::Invalid);
}

#[test]
fn di_18_previous_proof_missing() {
    let world = World::new();
    let _ = world.json(&with_options(|_| {})).passes();
    let forged = with_options(|proof| proof["previousProof"] = json!("urn:uuid:not-there"));
    world.json(&forged).is(Verdict::Invalid, "proof.previous-missing");
}

#[test]
fn di_19_unknown_suite() {
    let world = World::new();
    let good = control(&world);
    for (member, name) in [("cryptosuite", "eddsa-2099"), ("type", "MagicProof2099"), ("cryptosuite", "")] {
        let mut forged = good.clone();
        forged["proof"][member] = json!(name);
        let seen = world.json(&forged);
        assert!(matches!(seen.verdict(), Verdict::Inconclusive | Verdict::Invalid), "{name}");
        assert_ne!(seen.check(CheckId::Proof).outcome, Outcome::Passed, "{name}");
    }
}

#[test]
fn di_20_bad_proof_value() {
    let world = World::new();
    let good = control(&world);
    let value = good["proof"]["proofValue"].as_str().unwrap();
    let cut = &value[..value.len() - 4];
    for value in [json!(""), json!("z"), json!("z11111"), json!("mAAAA"), json!(7), Value::Null, json!(cut)] {
        let mut forged = good.clone();
        forged["proof"]["proofValue"] = value.clone();
        assert_eq!(world.json(&forged).verdict(), Verdict::Invalid, "{value}");
    }
    let mut forged = good;
    forged.as_object_mut().unwrap().remove("proof");
    world.json(&forged).is(Verdict::Invalid, "proof.none");
}

#[test]
fn sd_01_base_proof() {
    use base64::Engine as _;
    let world = World::new();
    let key = p256();
    let created = "2025-01-01T00:00:00Z".parse().unwrap();
    let document = badge(&key.did_key());
    let good =
        verification::sign::data_integrity(document, "ecdsa-rdfc-2019", &key, &key.did_key_method(), created)
            .unwrap();
    let _ = world.json(&good).passes();
    // The proof that only the holder has, to derive others from: its value begins with these three bytes.
    let mut base = good.clone();
    let value = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(b"\xd9\x5d\x00\x85 and so on");
    base["proof"]["cryptosuite"] = json!("ecdsa-sd-2023");
    base["proof"]["proofValue"] = json!(format!("u{value}"));
    world.json(&base).is(Verdict::Invalid, "proof.malformed");
}

#[test]
fn di_22_proof_expires_past() {
    let world = World::new();
    let _ = world.json(&with_options(|proof| proof["expires"] = json!("2027-01-01T00:00:00Z"))).passes();
    let over = with_options(|proof| proof["expires"] = json!("2026-01-01T00:00:00Z"));
    world.json(&over).is(Verdict::Invalid, "proof.expired");
    let hidden = {
        let mut over = over;
        over["proof"].as_object_mut().unwrap().remove("expires");
        over
    };
    world.json(&hidden).is(Verdict::Invalid, "proof.altered");
}
