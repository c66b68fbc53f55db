//! The report as a record: its form, and how it is read later.

use jiff::Timestamp;
use strict_json::json;
use verification::{CheckId, Verdict, VerificationReport, turns_at, verdict_at};

use crate::common::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_stored_report_is_read_back_as_it_was() {
    let report =
        alone(&signed(1, |badge| badge["validUntil"] = json!("2027-01-01T00:00:00Z"))).verification.report;
    let text = serde_json::to_string(&report).unwrap();
    let back: VerificationReport = serde_json::from_str(&text).unwrap();
    assert_eq!(back, report);
    let value: strict_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["version"], 1);
    assert_eq!(value["format"], "open-badges-3.0");
    assert_eq!(value["securing"], "data-integrity/eddsa-rdfc-2022");
    assert_eq!(value["checks"][2]["id"], "proof");
    assert_eq!(value["checks"][2]["outcome"], "passed");
    assert_eq!(value["validUntil"], "2027-01-01T00:00:00Z");
}

#[test]
fn a_report_turns_when_its_period_does_and_only_then() {
    let report = alone(&signed(1, |badge| {
        badge["validFrom"] = json!("2026-12-01T00:00:00Z");
        badge["validUntil"] = json!("2027-01-01T00:00:00Z");
    }))
    .verification
    .report;
    assert_eq!(report.verdict, Verdict::NotYetValid);
    assert_eq!(turns_at(&report, now()), Some(at("2026-12-01T00:00:00Z")));
    assert_eq!(verdict_at(&report, at("2026-12-01T00:00:00Z")), Verdict::Valid);
    assert_eq!(turns_at(&report, at("2026-12-01T00:00:00Z")), Some(at("2027-01-01T00:00:00.000000001Z")));
    assert_eq!(verdict_at(&report, at("2027-01-01T00:00:00Z")), Verdict::Valid);
    assert_eq!(verdict_at(&report, at("2027-01-01T00:00:01Z")), Verdict::Expired);
    assert_eq!(turns_at(&report, at("2027-01-01T00:00:01Z")), None);
}

#[test]
fn what_is_bad_stays_bad() {
    let mut bad = signed(1, |badge| badge["validUntil"] = json!("2027-01-01T00:00:00Z"));
    bad["name"] = json!("other");
    let report = alone(&bad).verification.report;
    assert_eq!(verdict_at(&report, at("2028-01-01T00:00:00Z")), Verdict::Invalid);
    assert_eq!(turns_at(&report, now()), None);
}

#[test]
fn the_documents_that_were_used_are_named_with_their_digests() {
    let report = alone(&signed(1, |_| {})).verification.report;
    let urls: Vec<&str> = report.documents.iter().map(|document| document.url.as_str()).collect();
    assert_eq!(urls, [OB3, VC2]);
    assert!(report.documents.iter().all(|document| document.origin == verification::Origin::Bundled));
}

#[test]
fn what_cannot_be_compared_never_passes() {
    let asked = alone(&signed(1, |badge| {
        badge["credentialSchema"] =
            json!({ "id": "https://uni.example/schema.json", "type": "1EdTechJsonSchemaValidator2019" });
        badge["credentialSubject"]["achievement"]["image"] =
            json!({ "id": "https://uni.example/i.png", "type": "Image" });
        badge["evidence"] = json!([{ "id": "https://uni.example/e", "type": ["Evidence"], "name": "weld" }]);
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
    }));
    assert_eq!(asked.verdict(), Verdict::Valid, "they do not turn the verdict");
    assert_eq!(asked.code(CheckId::Schema), "schema.not-had");
    assert_eq!(asked.code(CheckId::Image), "image.no-digest");
    assert_eq!(asked.code(CheckId::Evidence), "evidence.no-digest");
    assert_eq!(asked.code(CheckId::Mail), "mail.none");
}

#[test]
fn every_code_is_worded_in_every_language() {
    for code in verification::codes::ALL {
        assert!(words::Words::has_code(code), "{code}");
    }
}
