//! Endorsements inside a badge, each a credential of somebody else's.

use strict_json::{Value, json};
use verification::sign::{data_integrity, jwt};
use verification::{CheckId, Documents, Verdict};

use crate::common::*;

const ACHIEVEMENT: &str = "https://uni.example/achievements/1";

fn plain(seed: u8, about: &str) -> Value {
    json!({
        "@context": [VC2, OB3],
        "id": "urn:uuid:7a9b4bd6-3f6b-4a2d-9a3e-0d6f9d1c2b11",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": { "id": key(seed).did_key(), "type": ["Profile"], "name": "Guild of Welders" },
        "validFrom": "2025-01-01T00:00:00Z",
        "name": "Endorsement",
        "credentialSubject": {
            "id": about, "type": ["EndorsementSubject"], "endorsementComment": "A good badge."
        }
    })
}

fn endorsement(seed: u8, about: &str) -> Value {
    let key = key(seed);
    data_integrity(plain(seed, about), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap()
}

/// A badge whose achievement is endorsed.
fn endorsed(endorsements: Value) -> Value {
    signed(1, move |badge| badge["credentialSubject"]["achievement"]["endorsement"] = endorsements)
}

fn answer(badge: &Value) -> (Verdict, String, Vec<String>) {
    let asked = ask(badge, &Documents::bundled());
    let notes = asked.notes(CheckId::Endorsements).into_iter().map(str::to_owned).collect();
    (asked.verdict(), asked.code(CheckId::Endorsements).to_owned(), notes)
}

fn expect(code: &str, notes: &[&str]) -> (Verdict, String, Vec<String>) {
    // They never turn the verdict.
    (Verdict::Valid, code.to_owned(), notes.iter().map(|note| (*note).to_owned()).collect())
}

#[test]
fn a_good_one_and_one_that_was_altered() {
    let good = endorsement(2, ACHIEVEMENT);
    assert_eq!(answer(&endorsed(json!([good]))), expect("endorsements.ok", &["endorsements.one-good"]));
    let mut altered = good.clone();
    altered["credentialSubject"]["endorsementComment"] = json!("The best badge.");
    assert_eq!(answer(&endorsed(json!([altered]))), expect("endorsements.bad", &["endorsements.one-bad"]));
    let both = answer(&endorsed(json!([good, altered])));
    assert_eq!(both, expect("endorsements.bad", &["endorsements.one-good", "endorsements.one-bad"]));
    // In the name of somebody else.
    let mut foreign = endorsement(2, ACHIEVEMENT);
    foreign["issuer"]["id"] = json!(key(3).did_key());
    assert_eq!(answer(&endorsed(json!([foreign]))).1, "endorsements.bad");
    assert_eq!(answer(&endorsed(json!([plain(2, ACHIEVEMENT)]))).1, "endorsements.bad");
}

#[test]
fn one_that_was_said_of_something_else() {
    let other = endorsement(2, "https://uni.example/achievements/2");
    let found = answer(&endorsed(json!([other])));
    assert_eq!(found, expect("endorsements.bad", &["endorsements.one-about-other"]));
}

#[test]
fn one_that_cannot_be_checked() {
    let mut unknown = plain(2, ACHIEVEMENT);
    unknown["issuer"]["id"] = json!("https://guild.example/issuer");
    let key = key(2);
    let method = "https://guild.example/issuer#key-1";
    let unknown = data_integrity(unknown, "eddsa-rdfc-2022", &key, method, created()).unwrap();
    let found = answer(&endorsed(json!([unknown])));
    assert_eq!(found, expect("endorsements.undecided", &["endorsements.one-undecided"]));
    assert_eq!(answer(&signed(1, |_| {})), expect("endorsements.none", &[]));
}

#[test]
fn one_that_comes_as_a_token() {
    let key = key(2);
    let mut claims = plain(2, ACHIEVEMENT);
    claims["iss"] = json!(key.did_key());
    let token = jwt(claims, "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).unwrap();
    let with = |token: String| {
        signed(1, move |badge| {
            badge["credentialSubject"]["achievement"]["endorsementJwt"] = json!([token]);
        })
    };
    assert_eq!(answer(&with(token.clone())), expect("endorsements.ok", &["endorsements.one-good"]));
    let mut altered = token;
    altered.replace_range(altered.len() - 4.., "AAAA");
    assert_eq!(answer(&with(altered)).1, "endorsements.bad");
}
