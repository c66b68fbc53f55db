//! did:webvh: each kind of damage, versions, moves, ends, witnesses.

use strict_json::{Map, Value, json};
use verification::sign::data_integrity as sign;
use verification::{CheckId, Document, Documents, Mark, Origin, Verdict, mark};

use crate::common::*;
use crate::webvh_log::*;

#[test]
fn a_log_that_holds_together_proves_its_newest_keys() {
    let log = two();
    let badge = log.badge(2, AFTER);
    let asked = alone(&badge);
    assert_eq!(asked.line(), "inconclusive proof.key-not-had issuer-key.not-had");
    assert_eq!(asked.wanted(), [ADDRESS]);
    let asked = ask(&badge, &log.documents());
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert!(asked.wanted().is_empty());
    assert_eq!(asked.check(CheckId::IssuerIdentity).args["host"], PLACE);
    assert_eq!(mark(&asked.verification.report), Mark::Verified);
    // White space, and empty lines.
    let loose: String =
        log.entries.iter().map(|entry| format!("  {entry:#}\n").replace('\n', " ") + "\r\n\n").collect();
    assert_eq!(ask(&badge, &log_at(loose.as_bytes(), now(), Origin::Fetched)).verdict(), Verdict::Valid);
    // A sender's log may lack its end.
    let sent = log_at(&log.bytes(), now(), Origin::Sender);
    assert_eq!(ask(&badge, &sent).line(), "inconclusive proof.ok issuer-key.sender-copy");
    // A key that is there, but not for statements; one that nobody lists; somebody else's.
    let mut entries = one();
    entries.entries.clear();
    let wrong = log.badge(3, AFTER);
    assert_eq!(ask(&wrong, &log.documents()).line(), "invalid proof.key-not-had issuer-key.not-listed");
    let other =
        sign(badge_of(&log), "eddsa-rdfc-2022", &key(1), &key(1).did_key_method(), created()).unwrap();
    assert_eq!(ask(&other, &log.documents()).line(), "invalid proof.ok issuer-key.other-issuer");
}

fn badge_of(log: &Log) -> Value {
    badge(&log.did())
}

#[test]
fn webvh_an_older_key_counts_for_a_badge_that_was_held_then() {
    let log = two();
    let (old, late) = (log.badge(1, BEFORE), log.badge(1, AFTER));
    let line = |badge: &Value, held: Option<&str>| {
        ask_terms(badge.to_string().as_bytes(), &log.documents(), now(), held.map(at))
    };
    let asked = line(&old, None);
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.rotated");
    assert_eq!(asked.check(CheckId::IssuerKey).args["date"], "2025-06-01");
    assert_eq!(line(&old, Some("2025-07-01T00:00:00Z")).code(CheckId::IssuerKey), "issuer-key.rotated");
    let held = line(&old, Some("2025-02-01T00:00:00Z"));
    assert_eq!(held.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(held.notes(CheckId::IssuerKey), ["issuer-key.since-removed"]);
    // It says itself that it was signed when the key was not the issuer's any more.
    assert_eq!(line(&late, None).line(), "invalid proof.key-not-had issuer-key.not-listed");
    // Somebody who has no key of the issuer's at all.
    let mut forged =
        sign(badge_of(&log), "eddsa-rdfc-2022", &key(9), &format!("{}#key-1", log.did()), at(BEFORE))
            .unwrap();
    assert_eq!(ask(&forged, &log.documents()).verdict(), Verdict::Invalid);
    forged["proof"]["created"] = json!(AFTER);
    assert_eq!(ask(&forged, &log.documents()).verdict(), Verdict::Invalid);
    // Before the second version: the first one is the newest.
    let then = ask_terms(old.to_string().as_bytes(), &log.documents(), at("2025-03-01T00:00:00Z"), None);
    assert_eq!(then.line(), "valid proof.ok issuer-key.ok");
}

#[test]
fn webvh_the_same_name_for_another_key() {
    // `#key-1` stands for key 1 first, for key 2 later.
    let mut log = one();
    let mut second = document(&log.scid, &said("2025-06-01T00:00:00Z", json!({}), &[1], 10));
    second["verificationMethod"][0]["publicKeyMultibase"] = json!(multikey(2));
    let before = log.entries[0]["versionId"].as_str().unwrap().to_owned();
    let entry = json!({
        "versionId": "", "versionTime": "2025-06-01T00:00:00Z", "parameters": {}, "state": second
    });
    log.push(entry, &before, 10);
    let did = log.did();
    let by = |seed: u8, name: String, created: &str| {
        let badge = sign(badge(&did), "eddsa-rdfc-2022", &key(seed), &name, at(created)).unwrap();
        ask(&badge, &log.documents()).line()
    };
    assert_eq!(by(2, format!("{did}#key-1"), AFTER), "valid proof.ok issuer-key.ok");
    assert_eq!(by(1, format!("{did}#key-1"), BEFORE), "inconclusive proof.ok issuer-key.rotated");
    // A name may say itself which version is meant.
    for query in ["versionNumber=1", "versionTime=2025-01-01T00:00:00Z", &format!("versionId={before}")] {
        let line = by(1, format!("{did}?{query}#key-1"), AFTER);
        assert_eq!(line, "inconclusive proof.ok issuer-key.rotated", "{query}");
    }
    assert_eq!(by(2, format!("{did}?versionNumber=2#key-1"), AFTER), "valid proof.ok issuer-key.ok");
    assert_eq!(
        by(1, format!("{did}?versionNumber=2#key-1"), BEFORE),
        "invalid proof.altered issuer-key.undecided"
    );
}

#[test]
fn webvh_the_end_of_a_did() {
    let log =
        one().with(said("2025-06-01T00:00:00Z", json!({ "deactivated": true, "updateKeys": [] }), &[1], 10));
    let old = log.badge(1, BEFORE);
    assert_eq!(ask(&old, &log.documents()).line(), "inconclusive proof.ok issuer-key.rotated");
    let held =
        ask_terms(old.to_string().as_bytes(), &log.documents(), now(), Some(at("2025-02-01T00:00:00Z")));
    assert_eq!(held.verdict(), Verdict::Valid);
    let more = log.with(said("2025-07-01T00:00:00Z", json!({}), &[1], 10));
    assert_eq!(fault(&more, 1), "3 end");
}

#[test]
fn webvh_each_kind_of_damage() {
    let log = two();
    let badge = log.badge(2, AFTER);
    assert_eq!(ask(&badge, &log.documents()).verdict(), Verdict::Valid);
    let damaged = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut entries = log.entries.clone();
        change(&mut entries);
        let text: String = entries.iter().map(|entry| format!("{entry}\n")).collect();
        fault_of(&badge, text.as_bytes())
    };
    let own = multikey(9);
    // Changed after it was signed.
    assert_eq!(
        damaged(&|log| log[1]["state"]["verificationMethod"][0]["publicKeyMultibase"] = json!(own)),
        "2 proof"
    );
    assert_eq!(damaged(&|log| log[0]["state"]["alsoKnownAs"] = json!(["did:web:x.example"])), "1 proof");
    assert_eq!(damaged(&|log| log[1]["versionTime"] = json!("2025-06-01T00:00:01Z")), "2 proof");
    assert_eq!(damaged(&|log| log[1]["proof"] = json!([])), "2 form");
    assert_eq!(damaged(&|log| log[1]["proof"][0]["cryptosuite"] = json!("eddsa-rdfc-2022")), "2 proof");
    assert_eq!(damaged(&|log| log[1]["proof"][0]["proofPurpose"] = json!("authentication")), "2 proof");
    let split = format!("did:key:{own}#{}", multikey(10));
    assert_eq!(damaged(&|log| log[1]["proof"][0]["verificationMethod"] = json!(split)), "2 proof");
    // Signed by somebody else; beside a good signature, too.
    let foreign = |entry: &Value| {
        let mut entry = entry.clone();
        entry.as_object_mut().unwrap().remove("proof");
        signed_by(entry, &key(9))
    };
    assert_eq!(damaged(&|log| log[1] = foreign(&log[1])), "2 proof");
    assert_eq!(
        damaged(&|log| {
            let second = foreign(&log[1])["proof"][0].clone();
            log[1]["proof"].as_array_mut().unwrap().push(second);
        }),
        "2 proof"
    );
    // Left out, swapped, repeated.
    assert_eq!(damaged(&|log| drop(log.remove(0))), "1 form");
    assert_eq!(damaged(&|log| log.swap(0, 1)), "1 form");
    assert_eq!(damaged(&|log| log.push(log[1].clone())), "3 chain");
    // The log of another DID that holds together.
    let other = Log::new(said("2024-02-01T00:00:00Z", json!({}), &[2], 10));
    assert_eq!(fault_of(&badge, &other.bytes()), "issuer-key.history-other");
    // No log.
    assert_eq!(fault_of(&badge, b""), "1 form");
    assert_eq!(fault_of(&badge, b"<html></html>"), "1 form");
    assert_eq!(fault_of(&badge, &[0xff; 20]), "1 form");
    let twice = String::from_utf8(log.bytes()).unwrap().replacen(
        "{\"versionId\"",
        "{\"a\":1,\"a\":2,\"versionId\"",
        1,
    );
    assert_eq!(fault_of(&badge, twice.as_bytes()), "1 form");
    let deep = format!("{}\n", "[".repeat(100_000));
    assert_eq!(fault_of(&badge, deep.as_bytes()), "1 form");
    // The end was cut off: what is left holds together, and the key of the second version is not in it.
    assert_eq!(damaged(&|log| drop(log.pop())), "issuer-key.not-listed");
}

#[test]
fn webvh_what_a_controller_may_not_say() {
    let rule = |first: Value, second: Value| {
        fault(&Log::new(said("2024-01-01T00:00:00Z", first, &[1], 10)).with(said(AFTER, second, &[1], 10)), 1)
    };
    assert_eq!(rule(json!({}), json!({ "method": "did:webvh:99.0" })), "2 form");
    assert_eq!(
        rule(json!({}), json!({ "scid": "QmZEmV4tPDCfzr5xb62SpKZWoJinQG81ZBaZXBQuEosD1C" })),
        "2 form"
    );
    assert_eq!(rule(json!({}), json!({ "unknown": 1 })), "2 form");
    assert_eq!(rule(json!({}), json!({ "updateKeys": "z6Mk" })), "2 form");
    assert_eq!(rule(json!({}), json!({ "deactivated": "no" })), "2 form");
    assert_eq!(rule(json!({}), json!({ "portable": true })), "2 move");
    assert_eq!(rule(json!({ "witness": { "threshold": 0, "witnesses": [] } }), json!({})), "1 form");
    let id = key(20).did_key();
    let twice = json!({ "threshold": 2, "witnesses": [{ "id": id }, { "id": id }] });
    assert_eq!(rule(json!({ "witness": twice }), json!({})), "1 form");
    let curve = json!({ "threshold": 1, "witnesses": [{ "id": p256().did_key() }] });
    assert_eq!(rule(json!({ "witness": curve }), json!({})), "1 form");
    // `null` as early programs wrote it means "as if not said".
    let none = json!({ "witness": null, "nextKeyHashes": null, "watchers": null, "deactivated": null });
    let log = Log::new(said("2024-01-01T00:00:00Z", none, &[1], 10));
    assert_eq!(ask(&log.badge(1, AFTER), &log.documents()).verdict(), Verdict::Valid);
    // Times that do not follow, have no zone, or lie in the future.
    let time = |time: &'static str| fault(&one().with(said(time, json!({}), &[1], 10)), 1);
    assert_eq!(time("2024-01-01T00:00:00Z"), "2 time");
    assert_eq!(time("2023-01-01T00:00:00Z"), "2 time");
    assert_eq!(time("2026-11-21T09:06:00Z"), "2 time");
    let log = one().with(said("2026-11-21T09:04:00Z", json!({}), &[1], 10));
    assert_eq!(ask(&log.badge(1, AFTER), &log.documents()).verdict(), Verdict::Valid);
    for zone in ["2025-06-01T00:00:00", "2025-06-01T02:00:00+02:00", "2025-06-01"] {
        let mut entry = one();
        let before = entry.entries[0]["versionId"].as_str().unwrap().to_owned();
        let mut second = json!({ "versionId": before, "versionTime": zone, "parameters": {} });
        second["state"] = document(&entry.scid, &said(AFTER, json!({}), &[1], 10));
        let hash = multihash(&canonical(&second));
        second["versionId"] = json!(format!("2-{hash}"));
        let signed = sign(second, "eddsa-jcs-2022", &key(10), &key(10).did_key_method(), created()).unwrap();
        entry.entries.push(signed);
        assert_eq!(fault(&entry, 1), "2 form", "{zone}");
    }
}

#[test]
fn webvh_keys_that_were_announced() {
    let hash = |seed: u8| json!([multihash(multikey(seed).as_bytes())]);
    let first = || Log::new(said("2024-01-01T00:00:00Z", json!({ "nextKeyHashes": hash(11) }), &[1], 10));
    let next = |parameters: Value, signer: u8| first().with(said(BEFORE, parameters, &[1], signer));
    let good = next(json!({ "updateKeys": [multikey(11)], "nextKeyHashes": hash(12) }), 11);
    assert_eq!(ask(&good.badge(1, AFTER), &good.documents()).verdict(), Verdict::Valid);
    // A stolen key of before; keys that were not announced; nothing said.
    assert_eq!(fault(&next(json!({ "updateKeys": [multikey(11)], "nextKeyHashes": [] }), 10), 1), "2 proof");
    assert_eq!(fault(&next(json!({ "updateKeys": [multikey(9)], "nextKeyHashes": [] }), 9), 1), "2 rotation");
    let both = json!([multikey(11), multikey(10)]);
    assert_eq!(fault(&next(json!({ "updateKeys": both, "nextKeyHashes": [] }), 11), 1), "2 rotation");
    assert_eq!(fault(&next(json!({ "nextKeyHashes": hash(12) }), 10), 1), "2 rotation");
    assert_eq!(fault(&next(json!({ "updateKeys": [multikey(11)] }), 11), 1), "2 rotation");
    // Switched off with one entry, off from the next one on.
    let off = next(json!({ "updateKeys": [multikey(11)], "nextKeyHashes": [] }), 11);
    let off = off.with(said(AFTER, json!({ "updateKeys": [multikey(12)] }), &[1], 11));
    assert_eq!(ask(&off.badge(1, AFTER), &off.documents()).verdict(), Verdict::Valid);
    // Without announcement new keys sign from the next entry on only.
    let early = one().with(said(BEFORE, json!({ "updateKeys": [multikey(9)] }), &[1], 9));
    assert_eq!(fault(&early, 1), "2 proof");
}

#[test]
fn webvh_a_did_that_moved() {
    let first =
        |portable: bool| Log::new(said("2024-01-01T00:00:00Z", json!({ "portable": portable }), &[1], 10));
    let moved = |log: Log, also: bool| {
        let also = if also { vec![log.did()] } else { Vec::new() };
        log.with(Said { place: "new.example", also, ..said(BEFORE, json!({}), &[1], 10) })
    };
    let log = moved(first(true), true);
    let asked = ask(&log.badge(1, AFTER), &log.documents());
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.notes(CheckId::IssuerKey), ["issuer-key.moved"]);
    // Of the domain it left nothing is said any more.
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.unknown");
    assert_eq!(fault(&moved(first(false), true), 1), "2 move");
    assert_eq!(fault(&moved(first(true), false), 1), "2 move");
    // Under a name that it never bore.
    let other = format!("did:webvh:{}:other.example", log.scid);
    let badge =
        sign(badge(&other), "eddsa-rdfc-2022", &key(1), &format!("{other}#key-1"), created()).unwrap();
    let mut known = Documents::bundled();
    let address = url("https://other.example/.well-known/did.jsonl");
    known.insert(Document::new(address, None, log.bytes(), now(), Origin::Fetched));
    assert_eq!(ask(&badge, &known).line(), "invalid proof.key-not-had issuer-key.history-other");
    // Another hash in the document's name than in the DID.
    let mut swapped = first(true);
    let before = swapped.entries[0]["versionId"].as_str().unwrap().to_owned();
    let also = vec![swapped.did()];
    let said = Said { also, ..said(BEFORE, json!({}), &[1], 10) };
    let entry = json!({
        "versionId": "", "versionTime": BEFORE, "parameters": {},
        "state": document("QmZEmV4tPDCfzr5xb62SpKZWoJinQG81ZBaZXBQuEosD1C", &said)
    });
    swapped.push(entry, &before, 10);
    assert_eq!(fault(&swapped, 1), "2 scid");
}

#[test]
fn webvh_the_hash_in_the_name_is_that_of_the_first_entry() {
    // A log that was made for a DID with a hash of somebody's choice: all else holds together.
    let scid = "QmZEmV4tPDCfzr5xb62SpKZWoJinQG81ZBaZXBQuEosD1C".to_owned();
    let mut log = Log { scid: scid.clone(), entries: Vec::new() };
    let said = said("2024-01-01T00:00:00Z", json!({}), &[1], 10);
    let parameters = json!({ "method": "did:webvh:1.0", "scid": scid, "updateKeys": [multikey(10)] });
    let entry = json!({
        "versionId": "", "versionTime": said.time, "parameters": parameters, "state": document(&scid, &said)
    });
    log.push(entry, &scid, 10);
    assert_eq!(fault(&log, 1), "1 scid");
}

#[test]
fn webvh_witnesses() {
    let witness = |threshold: usize, seeds: &[u8]| {
        let list: Vec<Value> = seeds.iter().map(|seed| json!({ "id": key(*seed).did_key() })).collect();
        json!({ "witness": { "threshold": threshold, "witnesses": list } })
    };
    let log = Log::new(said("2024-01-01T00:00:00Z", witness(2, &[20, 21, 22]), &[1], 10)).with(said(
        BEFORE,
        json!({ "witness": {} }),
        &[1],
        10,
    ));
    let badge = log.badge(1, AFTER);
    let asked = ask(&badge, &log.documents());
    assert_eq!(asked.line(), "inconclusive proof.key-not-had issuer-key.witnesses-not-had");
    assert_eq!(asked.wanted(), [WITNESSES]);
    let id = |version: usize| log.entries[version - 1]["versionId"].as_str().unwrap().to_owned();
    let proof =
        |version: &str, seed: u8| signed_by(json!({ "versionId": version }), &key(seed))["proof"][0].clone();
    let with = |file: Value| {
        let mut known = log.documents();
        put(&mut known, WITNESSES, &file, now(), Origin::Fetched);
        fault_in(&badge, &known)
    };
    let under = |version: usize, seeds: &[u8]| {
        let proofs: Vec<Value> = seeds.iter().map(|seed| proof(&id(version), *seed)).collect();
        json!({ "versionId": id(version), "proof": proofs })
    };
    // The second entry does away with the witnesses, so they have to agree to it; that covers the first one.
    assert_eq!(with(json!([under(2, &[20, 22])])), "issuer-key.ok");
    assert_eq!(with(json!([under(1, &[20, 21]), under(2, &[21, 22])])), "issuer-key.ok");
    assert_eq!(with(json!([under(1, &[20, 21, 22])])), "2 witness");
    assert_eq!(with(json!([under(2, &[20])])), "1 witness");
    assert_eq!(with(json!([under(2, &[20, 20])])), "1 witness");
    assert_eq!(with(json!([under(2, &[20, 23])])), "1 witness");
    // Under another version, under one that is not there, for something else, of another log.
    let mut foreign = under(1, &[20, 21]);
    foreign["versionId"] = json!(id(2));
    assert_eq!(with(json!([foreign])), "1 witness");
    let far = json!({ "versionId": "3-Qm", "proof": [proof("3-Qm", 20), proof("3-Qm", 21)] });
    assert_eq!(with(json!([far])), "1 witness");
    let mut purpose = under(2, &[20, 21]);
    purpose["proof"][0]["proofPurpose"] = json!("authentication");
    assert_eq!(with(json!([purpose])), "1 witness");
    assert_eq!(with(json!({})), "2 witness");
    assert_eq!(with(json!([])), "1 witness");
}

#[test]
fn webvh_a_log_without_end() {
    let mut log = one();
    let mut more = Vec::new();
    for _ in 0..1_001 {
        more.extend_from_slice(format!("{}\n", log.entries[0]).as_bytes());
    }
    let badge = log.badge(1, AFTER);
    assert_eq!(fault_of(&badge, &more), "2 form");
    // A thousand good ones are looked at, one more is not.
    for number in 0..999i64 {
        let before = log.entries.last().unwrap()["versionId"].as_str().unwrap().to_owned();
        let moment = at(BEFORE).checked_add(jiff::SignedDuration::from_secs(number)).unwrap();
        let mut entry = log.entries[0].clone();
        entry.as_object_mut().unwrap().remove("proof");
        entry["versionTime"] = json!(moment.to_string());
        entry["parameters"] = Value::Object(Map::new());
        log.push(entry, &before, 10);
    }
    assert_eq!(ask(&badge, &log.documents()).verdict(), Verdict::Valid);
    let one_more = log.with(said(AFTER, json!({}), &[1], 10));
    assert_eq!(fault(&one_more, 1), "issuer-key.history-too-long");
}
