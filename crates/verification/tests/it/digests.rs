//! Pictures, evidence and other resources that a badge names by a digest: compared with what is at hand.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use sha2::{Digest as _, Sha384};
use strict_json::{Value, json};
use verification::{CheckId, Document, Documents, Origin, Outcome, Verdict};

use crate::common::*;

const PLACE: &str = "https://uni.example/weld.pdf";
const PICTURE: &str = "https://uni.example/i.png";

fn sri(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn had(address: &str, bytes: &[u8], origin: Origin) -> Documents {
    let mut known = Documents::bundled();
    known.insert(Document::new(url(address), None, bytes.to_vec(), now(), origin));
    known
}

fn evidence(change: impl FnOnce(&mut Value)) -> Value {
    signed(1, |badge| {
        badge["evidence"] = json!([{
            "id": PLACE, "type": ["Evidence"], "name": "A weld", "digestSRI": sri(b"the weld")
        }]);
        change(badge);
    })
}

fn picture() -> Value {
    signed(1, |badge| {
        badge["credentialSubject"]["achievement"]["image"] = json!({ "id": PICTURE, "type": "Image" });
        badge["relatedResource"] = json!([{ "id": PICTURE, "digestSRI": sri(b"pixels") }]);
    })
}

#[track_caller]
fn is(asked: &Asked, id: CheckId, outcome: Outcome, code: &str) {
    let check = asked.check(id);
    assert_eq!((check.outcome, check.code.as_ref()), (outcome, code), "{check:#?}");
    // What lies elsewhere never turns the verdict.
    assert_eq!(asked.verdict(), Verdict::Valid, "{}", asked.line());
}

#[test]
fn evidence_with_a_digest_is_compared_with_what_is_at_hand() {
    let badge = evidence(|_| {});
    let id = CheckId::Evidence;
    let asked = alone(&badge);
    is(&asked, id, Outcome::Inconclusive, "evidence.not-had");
    assert_eq!(asked.wanted(), [PLACE]);
    let asked = ask(&badge, &had(PLACE, b"the weld", Origin::Fetched));
    is(&asked, id, Outcome::Passed, "evidence.ok");
    assert!(asked.wanted().is_empty());
    assert!(asked.verification.report.documents.iter().any(|document| document.url == PLACE));
    is(&ask(&badge, &had(PLACE, b"another", Origin::Fetched)), id, Outcome::Failed, "evidence.changed");
    // The digest is the issuer's: whoever brings the bytes, they are the ones, and others are nobody's.
    is(&ask(&badge, &had(PLACE, b"the weld", Origin::Sender)), id, Outcome::Passed, "evidence.ok");
    is(&ask(&badge, &had(PLACE, b"another", Origin::Sender)), id, Outcome::Inconclusive, "evidence.not-had");
    // An older version that was the one shows that it was there.
    let mut known = had(PLACE, b"another", Origin::Fetched);
    let before: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    known.insert(Document::new(url(PLACE), None, b"the weld".to_vec(), before, Origin::Archive));
    is(&ask(&badge, &known), id, Outcome::Passed, "evidence.ok");
}

#[test]
fn what_the_learner_attached_is_compared_too() {
    let mut known = Documents::bundled();
    known.attach(b"the weld");
    let asked = ask(&evidence(|_| {}), &known);
    is(&asked, CheckId::Evidence, Outcome::Passed, "evidence.ok");
    assert_eq!(asked.notes(CheckId::Evidence), ["evidence.attached"]);
    let mut known = Documents::bundled();
    known.attach(b"another");
    is(&ask(&evidence(|_| {}), &known), CheckId::Evidence, Outcome::Inconclusive, "evidence.not-had");
}

#[test]
fn evidence_without_a_digest_and_in_words_is_said_to_be_so() {
    let id = CheckId::Evidence;
    let badge = evidence(|badge| {
        badge["evidence"] = json!([{ "id": PLACE, "type": ["Evidence"] }]);
    });
    is(&alone(&badge), id, Outcome::NotApplicable, "evidence.no-digest");
    let badge = evidence(|badge| {
        badge["evidence"] = json!([{ "type": ["Evidence"], "narrative": "A weld that held." }]);
    });
    is(&alone(&badge), id, Outcome::NotApplicable, "evidence.inside");
    is(&alone(&signed(1, |_| {})), id, Outcome::NotApplicable, "evidence.none");
    let badge = evidence(|badge| badge["evidence"][0]["digestSRI"] = json!("sha1-AAAA"));
    is(
        &ask(&badge, &had(PLACE, b"x", Origin::Fetched)),
        id,
        Outcome::Inconclusive,
        "evidence.digest-unknown",
    );
}

#[test]
fn of_several_the_worst_counts_and_of_very_many_not_all_are_looked_at() {
    let badge = evidence(|badge| {
        badge["relatedResource"] = json!([{ "id": "https://uni.example/other", "digestSRI": sri(b"other") }]);
    });
    let mut known = had(PLACE, b"the weld", Origin::Fetched);
    is(&ask(&badge, &known), CheckId::Evidence, Outcome::Inconclusive, "evidence.not-had");
    known.extend(had("https://uni.example/other", b"changed", Origin::Fetched));
    let asked = ask(&badge, &known);
    is(&asked, CheckId::Evidence, Outcome::Failed, "evidence.changed");
    assert_eq!(asked.check(CheckId::Evidence).args["address"], "https://uni.example/other");

    let many = evidence(|badge| {
        let one = badge["evidence"][0].clone();
        badge["evidence"] = json!(vec![one; 40]);
    });
    let known = had(PLACE, b"the weld", Origin::Fetched);
    is(&ask(&many, &known), CheckId::Evidence, Outcome::Inconclusive, "evidence.too-many");
}

#[test]
fn a_picture_named_by_its_digest_is_compared() {
    let badge = picture();
    let id = CheckId::Image;
    let asked = alone(&badge);
    is(&asked, id, Outcome::Inconclusive, "image.not-had");
    assert_eq!(asked.wanted(), [PICTURE]);
    let asked = ask(&badge, &had(PICTURE, b"pixels", Origin::Fetched));
    is(&asked, id, Outcome::Passed, "image.ok");
    // It is the picture, not a piece of evidence.
    is(&asked, CheckId::Evidence, Outcome::NotApplicable, "evidence.none");
    is(&ask(&badge, &had(PICTURE, b"others", Origin::Fetched)), id, Outcome::Failed, "image.other");
}

#[test]
fn a_picture_without_a_digest_is_not_asked_for() {
    let id = CheckId::Image;
    let with = |address: &str| {
        signed(1, |badge| {
            badge["credentialSubject"]["achievement"]["image"] = json!({ "id": address, "type": "Image" });
        })
    };
    let asked = alone(&with(PICTURE));
    is(&asked, id, Outcome::NotApplicable, "image.no-digest");
    assert!(asked.wanted().is_empty());
    is(&alone(&with("data:image/png;base64,iVBORw0KGgo=")), id, Outcome::NotApplicable, "image.inside");
    is(&alone(&signed(1, |_| {})), id, Outcome::NotApplicable, "image.none");
}

#[test]
fn a_digest_that_was_changed_breaks_the_signature() {
    let mut badge = evidence(|_| {});
    badge["evidence"][0]["digestSRI"] = json!(sri(b"another"));
    let asked = ask(&badge, &had(PLACE, b"another", Origin::Fetched));
    assert_eq!(asked.verdict(), Verdict::Invalid, "{}", asked.line());
}
