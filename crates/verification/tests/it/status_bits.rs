//! Rows st-00 … st-12: lists of bits, each list a signed credential of its own.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{CheckId, DocUrl, Document, Documents, Origin, Pin, Pins, Registries, Terms, Verdict};

use crate::common::*;

const LIST: &str = "https://status.example/1";
/// Bytes of the shortest list the standard allows.
const SHORTEST: usize = 16 * 1024;

fn encode(bytes: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
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

/// A list that is not signed yet.
fn plain_list(issuer: &str, purpose: Value, bytes: &[u8]) -> Value {
    json!({
        "@context": [VC2],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{LIST}#list"), "type": "BitstringStatusList", "statusPurpose": purpose,
            "encodedList": encode(bytes)
        }
    })
}

fn by(key: &Key, list: Value) -> Value {
    sign::data_integrity(list, "eddsa-rdfc-2022", key, &key.did_key_method(), created()).unwrap()
}

/// A list of the badges' own issuer, changed before it is signed.
fn list_with(ones: &[usize], change: impl FnOnce(&mut Value)) -> Documents {
    let key = key(1);
    let mut list = plain_list(&key.did_key(), json!("revocation"), &bits(SHORTEST, ones));
    change(&mut list);
    known(&[(LIST, by(&key, list))])
}

fn list(ones: &[usize]) -> Documents {
    list_with(ones, |_| {})
}

fn entry(purpose: &str, index: Value) -> Value {
    json!({
        "id": format!("{LIST}#{purpose}"), "type": "BitstringStatusListEntry", "statusPurpose": purpose,
        "statusListIndex": index, "statusListCredential": LIST
    })
}

fn badge_with(status: Value) -> Value {
    signed(1, |badge| badge["credentialStatus"] = status)
}

/// A badge whose place is 7.
fn seven() -> Value {
    badge_with(entry("revocation", json!("7")))
}

fn line(badge: &Value, known: &Documents) -> String {
    let asked = ask(badge, known);
    format!("{} {}", asked.verdict(), asked.code(CheckId::Status))
}

#[test]
fn st_00_control_and_st_01_revoked() {
    let badge = seven();
    assert_eq!(line(&badge, &Documents::bundled()), "inconclusive status.not-had");
    assert_eq!(alone(&badge).wanted(), [LIST]);
    assert_eq!(line(&badge, &list(&[])), "valid status.ok");
    assert_eq!(line(&badge, &list(&[6, 8])), "valid status.ok");
    assert_eq!(line(&badge, &list(&[7])), "revoked status.revoked");
    let asked = ask(&badge, &list(&[]));
    assert_eq!(asked.check(CheckId::Status).documents, [LIST]);
    assert!(asked.notes(CheckId::Status).is_empty());
}

#[test]
fn st_02_list_unsigned_or_altered() {
    let issuer = key(1).did_key();
    let unsigned = plain_list(&issuer, json!("revocation"), &bits(SHORTEST, &[]));
    assert_eq!(line(&seven(), &known(&[(LIST, unsigned)])), "inconclusive status.list-unproved");
    // Signed, and then cleared of the one bit.
    let mut altered = by(&key(1), plain_list(&issuer, json!("revocation"), &bits(SHORTEST, &[7])));
    assert_eq!(line(&seven(), &known(&[(LIST, altered.clone())])), "revoked status.revoked");
    altered["credentialSubject"]["encodedList"] = json!(encode(&bits(SHORTEST, &[])));
    assert_eq!(line(&seven(), &known(&[(LIST, altered)])), "inconclusive status.list-unproved");
    // Signed by somebody else in the issuer's name.
    let forged = by(&key(2), plain_list(&issuer, json!("revocation"), &bits(SHORTEST, &[])));
    assert_eq!(line(&seven(), &known(&[(LIST, forged)])), "inconclusive status.list-unproved");
    // A web page, a badge, an empty object.
    for other in [json!({}), json!({ "error": "none" }), signed(1, |_| {})] {
        assert_eq!(line(&seven(), &known(&[(LIST, other)])), "inconclusive status.list-unreadable");
    }
}

#[test]
fn st_03_list_of_another_issuer() {
    let other = key(2);
    let list = |ones: &[usize]| {
        let list = plain_list(&other.did_key(), json!("revocation"), &bits(SHORTEST, ones));
        known(&[(LIST, by(&other, list))])
    };
    assert_eq!(line(&seven(), &list(&[])), "inconclusive status.list-foreign");
    let asked = ask(&seven(), &list(&[7]));
    assert_eq!(asked.code(CheckId::Status), "status.list-foreign");
    assert_eq!(asked.notes(CheckId::Status), ["status.list-says-withdrawn"]);
    // Whoever knows that issuer may rely on its list; knowing another key under that name is not enough.
    let pinned = |key: &str| {
        let pin = Pin { issuer: other.did_key(), name: "Lists".into(), key: Some(key.into()), at: now() };
        let (pins, registries) = (Pins::from_iter([pin]), Registries::new());
        let terms =
            Terms { now: now(), recipients: &[], pins: &pins, registries: &registries, held_since: None };
        let credential = openbadges::Credential::read(seven().to_string().as_bytes()).unwrap();
        let report = verification::verify(&credential, &list(&[]), &terms).report;
        let status = report.check(CheckId::Status).unwrap();
        (status.code.to_string(), status.notes.len())
    };
    assert_eq!(pinned(&other.multikey().unwrap()), ("status.ok".to_owned(), 1));
    assert_eq!(pinned("z6MkOther"), ("status.list-foreign".to_owned(), 0));
}

#[test]
fn st_04_list_for_another_purpose() {
    let suspension = list_with(&[], |list| list["credentialSubject"]["statusPurpose"] = json!("suspension"));
    assert_eq!(line(&seven(), &suspension), "inconclusive status.list-purpose");
    let none = list_with(&[], |list| {
        list["credentialSubject"].as_object_mut().unwrap().remove("statusPurpose");
    });
    assert_eq!(line(&seven(), &none), "inconclusive status.list-purpose");
    let both = list_with(&[], |list| {
        list["credentialSubject"]["statusPurpose"] = json!(["suspension", "revocation"])
    });
    assert_eq!(line(&seven(), &both), "valid status.ok");
}

#[test]
fn st_05_list_shorter_than_allowed() {
    let of = |length: usize, ones: &[usize]| {
        list_with(&[], |list| {
            list["credentialSubject"]["encodedList"] = json!(encode(&bits(length, ones)));
        })
    };
    assert_eq!(line(&seven(), &of(SHORTEST, &[])), "valid status.ok");
    assert_eq!(line(&seven(), &of(SHORTEST - 1, &[])), "inconclusive status.list-short");
    let asked = ask(&seven(), &of(100, &[7]));
    assert_eq!(asked.verdict(), Verdict::Inconclusive);
    assert_eq!(asked.notes(CheckId::Status), ["status.list-says-withdrawn"]);
}

#[test]
fn st_06_and_08_place_out_of_range_or_negative() {
    let at = |index: Value| line(&badge_with(entry("revocation", index)), &list(&[131_071]));
    assert_eq!(at(json!("131070")), "valid status.ok");
    assert_eq!(at(json!("131071")), "revoked status.revoked");
    assert_eq!(at(json!("131072")), "inconclusive status.index-out-of-range");
    assert_eq!(
        at(json!("340282366920938463463374607431768211456")),
        "inconclusive status.index-out-of-range"
    );
    for broken in [json!("-1"), json!(-1), json!("0x7"), json!("7.0"), json!("")] {
        assert_eq!(at(broken), "inconclusive status.entry-broken");
    }
}

#[test]
fn st_09_list_with_a_bomb_inside() {
    let bomb = |length: usize| {
        list_with(&[], |list| list["credentialSubject"]["encodedList"] = json!(encode(&vec![0; length])))
    };
    assert_eq!(line(&seven(), &bomb(1024 * 1024)), "valid status.ok");
    assert_eq!(line(&seven(), &bomb(64 * 1024 * 1024)), "inconclusive status.list-too-large");
}

#[test]
fn st_11_list_out_of_its_time() {
    let until = |text: &str| list_with(&[], |list| list["validUntil"] = json!(text));
    let good = ask(&seven(), &until("2027-01-01T00:00:00Z"));
    assert_eq!(good.verdict(), Verdict::Valid);
    // The stored report turns by itself when the list's time is over.
    assert_eq!(good.verification.report.status_until, Some("2027-01-01T00:00:00Z".parse().unwrap()));
    let later = "2027-01-01T00:00:01Z".parse().unwrap();
    assert_eq!(verification::verdict_at(&good.verification.report, later), Verdict::Inconclusive);
    assert_eq!(line(&seven(), &until("2026-01-01T00:00:00Z")), "inconclusive status.list-expired");
    assert_eq!(line(&seven(), &until("2026-02-30T00:00:00Z")), "inconclusive status.list-unreadable");
    let early = list_with(&[], |list| list["validFrom"] = json!("2027-01-01T00:00:00Z"));
    assert_eq!(line(&seven(), &early), "inconclusive status.list-not-yet-valid");
}

#[test]
fn st_12_every_entry_counts() {
    let two = json!([entry("revocation", json!("7")), entry("suspension", json!("8"))]);
    let badge = badge_with(two.clone());
    let both = |ones: &[usize]| {
        list_with(ones, |list| {
            list["credentialSubject"]["statusPurpose"] = json!(["revocation", "suspension"]);
        })
    };
    assert_eq!(line(&badge, &both(&[])), "valid status.ok");
    assert_eq!(line(&badge, &both(&[8])), "suspended status.suspended");
    assert_eq!(line(&badge, &both(&[7, 8])), "revoked status.revoked");
    // One good entry does not make up for one that cannot be asked.
    assert_eq!(line(&badge, &list(&[])), "inconclusive status.list-purpose");
    // The seventeenth is not overlooked.
    let many = |last: Value| {
        let mut entries = vec![entry("revocation", json!("6")); 16];
        entries.push(last);
        badge_with(Value::Array(entries))
    };
    assert_eq!(
        line(&many(entry("revocation", json!("7"))), &list(&[7])),
        "inconclusive status.too-many-entries"
    );
    // What is no entry at all.
    for odd in [json!("https://status.example/1"), json!({ "id": LIST }), json!([[]])] {
        let mut badge = crate::common::badge(&key(1).did_key());
        badge["credentialStatus"] = odd;
        let asked = alone(&badge);
        assert_eq!(asked.code(CheckId::Status), "status.entry-broken");
    }
}

#[test]
fn other_purposes_withdraw_nothing() {
    let of = |purpose: &str, ones: &[usize]| {
        let purpose_of_list = json!(purpose);
        let known = list_with(ones, |list| list["credentialSubject"]["statusPurpose"] = purpose_of_list);
        let asked = ask(&badge_with(entry(purpose, json!("7"))), &known);
        let notes = asked.notes(CheckId::Status).join(" ");
        format!("{} {} {notes}", asked.verdict(), asked.code(CheckId::Status))
    };
    assert_eq!(of("refresh", &[7]), "valid status.ok status.refresh");
    assert_eq!(of("refresh", &[]), "valid status.ok ");
    assert_eq!(of("message", &[7]), "valid status.ok status.message");
    assert_eq!(of("barred", &[]), "valid status.ok ");
    assert_eq!(of("barred", &[7]), "inconclusive status.purpose-unknown ");
}

#[test]
fn places_of_several_bits() {
    let message = |value: usize| json!({ "status": format!("0x{value:x}"), "message": "m" });
    let sized = |purpose: &str, messages: usize| {
        let mut entry = entry(purpose, json!("7"));
        entry["statusSize"] = json!(2);
        entry["statusMessage"] = (0..messages).map(message).collect();
        badge_with(entry)
    };
    let of = |ones: &[usize]| {
        list_with(&[], |list| {
            list["credentialSubject"]["statusPurpose"] = json!(["message", "revocation"]);
            list["credentialSubject"]["encodedList"] = json!(encode(&bits(2 * SHORTEST, ones)));
        })
    };
    // Place 7 is bits 14 and 15.
    let asked = ask(&sized("message", 4), &of(&[13, 14, 16]));
    assert_eq!(asked.verdict(), Verdict::Valid);
    assert_eq!(asked.check(CheckId::Status).notes[0].args["value"], "0x2");
    assert!(ask(&sized("message", 4), &of(&[13, 16])).notes(CheckId::Status).is_empty());
    assert_eq!(line(&sized("revocation", 4), &of(&[15])), "revoked status.revoked");
    assert_eq!(line(&sized("message", 3), &of(&[])), "inconclusive status.entry-broken");
    // Half as many places: too few.
    let short = list_with(&[], |list| list["credentialSubject"]["statusPurpose"] = json!("message"));
    assert_eq!(line(&sized("message", 4), &short), "inconclusive status.list-short");
}

#[test]
fn a_list_at_the_address_of_another() {
    let other = list_with(&[], |list| list["id"] = json!("https://status.example/2"));
    assert_eq!(line(&seven(), &other), "inconclusive status.list-other");
    let nameless = list_with(&[], |list| {
        list.as_object_mut().unwrap().remove("id");
    });
    assert_eq!(line(&seven(), &nameless), "valid status.ok");
}

#[test]
fn lists_come_as_tokens_too() {
    let key = key(1);
    let token = |ones: &[usize]| {
        let mut list = plain_list(&key.did_key(), json!("revocation"), &bits(SHORTEST, ones));
        list["iss"] = json!(key.did_key());
        sign::jwt(list, "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).unwrap()
    };
    let lies = |text: String| {
        let mut known = Documents::bundled();
        known.insert(Document::new(
            DocUrl::parse(LIST).unwrap(),
            Some("application/vc+jwt".into()),
            text.into_bytes(),
            now(),
            Origin::Fetched,
        ));
        known
    };
    assert_eq!(line(&seven(), &lies(token(&[]))), "valid status.ok");
    assert_eq!(line(&seven(), &lies(token(&[7]))), "revoked status.revoked");
    let mut altered = token(&[7]);
    altered.replace_range(altered.len() - 4.., "AAAA");
    assert_eq!(line(&seven(), &lies(altered)), "inconclusive status.list-unproved");
    let enveloped = |token: &str| {
        json!({
            "@context": VC2, "type": "EnvelopedVerifiableCredential",
            "id": format!("data:application/vc+jwt,{token}")
        })
    };
    assert_eq!(line(&seven(), &known(&[(LIST, enveloped(&token(&[])))])), "valid status.ok");
    assert_eq!(line(&seven(), &known(&[(LIST, enveloped(&token(&[7])))])), "revoked status.revoked");
}

#[test]
fn an_old_list_serves_and_is_asked_for_anew() {
    let key = key(1);
    let of = |at: &str, ttl: Option<u64>| {
        let mut list = plain_list(&key.did_key(), json!("revocation"), &bits(SHORTEST, &[]));
        if let Some(ttl) = ttl {
            list["credentialSubject"]["ttl"] = json!(ttl);
        }
        let known = known_as(&[(LIST, by(&key, list))], at.parse().unwrap(), Origin::Archive);
        let asked = ask(&seven(), &known);
        (asked.verdict(), asked.notes(CheckId::Status).join(" "), asked.wanted().len())
    };
    assert_eq!(of("2026-11-21T08:00:00Z", None), (Verdict::Valid, String::new(), 0));
    assert_eq!(of("2026-11-01T08:00:00Z", None), (Verdict::Valid, "status.age".into(), 1));
    // `ttl` only says when to ask again.
    assert_eq!(of("2026-11-21T08:00:00Z", Some(60_000)), (Verdict::Valid, String::new(), 1));
    assert_eq!(of("2026-11-21T08:59:00Z", Some(1)), (Verdict::Valid, String::new(), 0));
    let sent = known_as(
        &[(LIST, by(&key, plain_list(&key.did_key(), json!("revocation"), &bits(SHORTEST, &[]))))],
        now(),
        Origin::Sender,
    );
    assert_eq!(line(&seven(), &sent), "inconclusive status.sender-copy");
}

/// The two drafts before the standard, under VC Data Model 1.1.
#[test]
fn the_drafts_before_the_standard() {
    let key = key(1);
    let packed = |bytes: &[u8], zlib: bool| {
        if zlib {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(bytes).unwrap();
            base64::engine::general_purpose::STANDARD.encode(encoder.finish().unwrap())
        } else {
            encode(bytes).split_off(1)
        }
    };
    for (context, version, zlib) in [
        ("https://w3id.org/vc/status-list/2021/v1", "StatusList2021", false),
        ("https://w3id.org/vc-revocation-list-2020/v1", "RevocationList2020", false),
        ("https://w3id.org/vc-revocation-list-2020/v1", "RevocationList2020", true),
    ] {
        let list = |length: usize, ones: &[usize]| {
            let mut list = json!({
                "@context": ["https://www.w3.org/2018/credentials/v1", context],
                "id": LIST,
                "type": ["VerifiableCredential", format!("{version}Credential")],
                "issuer": key.did_key(),
                "issuanceDate": "2025-01-01T00:00:00Z",
                "credentialSubject": {
                    "id": format!("{LIST}#list"), "type": version,
                    "encodedList": packed(&bits(length, ones), zlib)
                }
            });
            list["@context"]
                .as_array_mut()
                .unwrap()
                .push(json!("https://w3id.org/security/data-integrity/v2"));
            if version == "StatusList2021" {
                list["credentialSubject"]["statusPurpose"] = json!("revocation");
            }
            known(&[(LIST, by(&key, list))])
        };
        let entry = match version {
            "StatusList2021" => json!({
                "id": format!("{LIST}#7"), "type": "StatusList2021Entry", "statusPurpose": "revocation",
                "statusListIndex": "7", "statusListCredential": LIST
            }),
            _ => json!({
                "id": format!("{LIST}#7"), "type": "RevocationList2020Status", "revocationListIndex": "7",
                "revocationListCredential": LIST
            }),
        };
        let badge = json!({
            "@context": [
                "https://www.w3.org/2018/credentials/v1", context, "https://w3id.org/security/data-integrity/v2"
            ],
            "id": "https://uni.example/credentials/1", "type": ["VerifiableCredential"],
            "issuer": key.did_key(), "issuanceDate": "2025-01-01T00:00:00Z",
            "credentialSubject": { "id": "did:example:1" }, "credentialStatus": entry
        });
        let badge = by(&key, badge);
        assert_eq!(line(&badge, &list(SHORTEST, &[])), "valid status.ok", "{version}");
        assert_eq!(line(&badge, &list(SHORTEST, &[7])), "revoked status.revoked", "{version}");
        let small = ask(&badge, &list(100, &[]));
        assert_eq!(small.verdict(), Verdict::Valid);
        assert_eq!(small.notes(CheckId::Status), ["status.list-small"]);
        // A list of the newer kind is none of the older.
        assert_eq!(line(&badge, &crate::status_bits::list(&[])), "inconclusive status.list-unreadable");
    }
}

#[test]
fn a_kind_nobody_knows_is_never_passed() {
    let mut badge = seven();
    badge["credentialStatus"]["type"] = json!("SomeStatusList2031");
    let asked = alone(&badge);
    assert_eq!(asked.code(CheckId::Status), "status.kind-unknown");
    assert_eq!(outcome(&asked, CheckId::Status), verification::Outcome::Inconclusive);
}
