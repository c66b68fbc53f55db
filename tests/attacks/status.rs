//! Rows st-…, doc-stale-status: lists of bits that say which badges were withdrawn.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::{Value, json};
use verification::{CheckId, Origin, Verdict};

use crate::kit::*;

const LIST: &str = "https://status.example/1";
/// Bytes of the shortest list that the standard allows.
const SHORTEST: usize = 16 * 1024;

fn encoded(parts: impl IntoIterator<Item = Vec<u8>>) -> String {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for part in parts {
        encoder.write_all(&part).unwrap();
    }
    format!("u{}", URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()))
}

/// The bytes of a list with these places set.
fn bits(length: usize, ones: &[usize]) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for place in ones {
        bytes[place / 8] |= 0x80 >> (place % 8);
    }
    bytes
}

fn plain_list(issuer: &str, ones: &[usize]) -> Value {
    json!({
        "@context": [VC2],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{LIST}#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
            "encodedList": encoded([bits(SHORTEST, ones)])
        }
    })
}

/// A list of the badge's own issuer, changed before it is signed.
fn list(ones: &[usize], change: impl FnOnce(&mut Value)) -> World {
    let key = key(1);
    let mut list = plain_list(&key.did_key(), ones);
    change(&mut list);
    World::with(&[(LIST, sign_as(list, &key, &key.did_key_method()))])
}

fn entry(purpose: &str, index: Value) -> Value {
    json!({
        "id": format!("{LIST}#{purpose}"), "type": "BitstringStatusListEntry", "statusPurpose": purpose,
        "statusListIndex": index, "statusListCredential": LIST
    })
}

fn with_status(status: Value) -> Value {
    signed(|badge| badge["credentialStatus"] = status)
}

/// A badge whose place is 7; it passes with a list that says nothing of it.
fn seven() -> Value {
    let badge = with_status(entry("revocation", json!("7")));
    let _ = list(&[], |_| {}).json(&badge).passes();
    badge
}

fn line(world: &World, badge: &Value) -> String {
    let seen = world.json(badge);
    assert_eq!(seen.code(CheckId::Proof), "proof.ok");
    format!("{} {}", seen.verdict(), seen.code(CheckId::Status))
}

#[test]
fn st_00_cred() {
    assert_eq!(line(&list(&[], |_| {}), &seven()), "valid status.ok");
    assert_eq!(line(&World::new(), &seven()), "inconclusive status.not-had");
}

#[test]
fn st_00_list_ok() {
    assert_eq!(line(&list(&[6, 8, 70], |_| {}), &seven()), "valid status.ok", "only the own place counts");
}

#[test]
fn st_01_list_revoked() {
    assert_eq!(line(&list(&[7], |_| {}), &seven()), "revoked status.revoked");
}

#[test]
fn st_02_list_unsigned() {
    let badge = seven();
    let unsigned = plain_list(&key(1).did_key(), &[]);
    assert_eq!(line(&World::with(&[(LIST, unsigned)]), &badge), "inconclusive status.list-unproved");
    // Signed while the badge was on it, and cleared afterwards.
    let key = key(1);
    let mut cleared = sign_as(plain_list(&key.did_key(), &[7]), &key, &key.did_key_method());
    cleared["credentialSubject"]["encodedList"] = json!(encoded([bits(SHORTEST, &[])]));
    assert_eq!(line(&World::with(&[(LIST, cleared)]), &badge), "inconclusive status.list-unproved");
}

#[test]
fn st_03_list_other_issuer() {
    let badge = seven();
    let other = attacker();
    let foreign = sign_as(plain_list(&other.did_key(), &[]), &other, &other.did_key_method());
    assert_eq!(line(&World::with(&[(LIST, foreign)]), &badge), "inconclusive status.list-foreign");
    let posing = sign_as(plain_list(&key(1).did_key(), &[]), &other, &other.did_key_method());
    assert_eq!(line(&World::with(&[(LIST, posing)]), &badge), "inconclusive status.list-unproved");
}

#[test]
fn st_04_list_purpose_suspension() {
    let badge = seven();
    let other = list(&[], |list| list["credentialSubject"]["statusPurpose"] = json!("suspension"));
    assert_eq!(line(&other, &badge), "inconclusive status.list-purpose");
}

#[test]
fn st_05_list_short() {
    let badge = seven();
    let short = list(&[], |list| {
        list["credentialSubject"]["encodedList"] = json!(encoded([bits(SHORTEST - 1, &[])]));
    });
    assert_eq!(line(&short, &badge), "inconclusive status.list-short");
}

#[test]
fn st_06_cred_index_out_of_range() {
    let world = list(&[], |_| {});
    assert_eq!(line(&world, &with_status(entry("revocation", json!("131071")))), "valid status.ok");
    for index in ["131072", "340282366920938463463374607431768211456"] {
        let badge = with_status(entry("revocation", json!(index)));
        assert_eq!(line(&world, &badge), "inconclusive status.index-out-of-range", "{index}");
    }
}

#[test]
fn st_08_cred_index_negative() {
    seven();
    let world = list(&[7], |_| {});
    for index in [json!("-1"), json!(-1), json!("+7"), json!("0x7"), json!("7.0"), json!(" 7")] {
        let seen = world.json(&with_status(entry("revocation", index.clone())));
        assert_ne!(seen.verdict(), Verdict::Valid, "{index}: {}", seen.code(CheckId::Status));
    }
}

#[test]
fn st_09_list_gzip_bomb() {
    let badge = seven();
    let bomb = list(&[], |list| {
        let zeros = (0..512).map(|_| vec![0; 1024 * 1024]);
        list["credentialSubject"]["encodedList"] = json!(encoded(zeros));
    });
    assert_eq!(line(&bomb, &badge), "inconclusive status.list-too-large");
}

#[test]
fn st_11_list_expired() {
    let badge = seven();
    let until = |text: &str| list(&[], |list| list["validUntil"] = json!(text));
    assert_eq!(line(&until("2027-01-01T00:00:00Z"), &badge), "valid status.ok");
    assert_eq!(line(&until("2026-01-01T00:00:00Z"), &badge), "inconclusive status.list-expired");
}

#[test]
fn st_12_cred_two_entries_suspended() {
    let badge = with_status(json!([entry("revocation", json!("7")), entry("suspension", json!("8"))]));
    let both = |ones: &[usize]| {
        list(ones, |list| list["credentialSubject"]["statusPurpose"] = json!(["revocation", "suspension"]))
    };
    assert_eq!(line(&both(&[]), &badge), "valid status.ok");
    assert_eq!(line(&both(&[8]), &badge), "suspended status.suspended", "the second entry counts, too");
    assert_eq!(line(&both(&[7, 8]), &badge), "revoked status.revoked");
}

#[test]
fn doc_stale_status() {
    let badge = seven();
    let key = key(1);
    let document = sign_as(plain_list(&key.did_key(), &[]), &key, &key.did_key_method());
    let mut world = World::new();
    world.put_as(LIST, &document, "2026-01-01T00:00:00Z".parse().unwrap(), Origin::Archive);
    let seen = world.json(&badge);
    assert_eq!((seen.verdict(), seen.notes_on(CheckId::Status)), (Verdict::Valid, vec!["status.age"]));
    assert_eq!(seen.check(CheckId::Status).notes[0].args.len(), 1, "how old it is");
    // A fresher one is wanted, and a list past its own end decides nothing, however fresh.
    assert_eq!(world.asked.hosts(), ["status.example"]);
}
