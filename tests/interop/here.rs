//! Verifying and signing on this side.

use jiff::Timestamp;
use openbadges::Credential;
use strict_json::Value;
use verification::sign::Key;
use verification::{
    Answer, CheckId, DocUrl, Document, Documents, Origin, Outcome, Pins, Registries, Terms,
    VerificationReport,
};

/// The clock of these tests.
pub(crate) const NOW: &str = "2026-11-21T09:00:00Z";
/// When the badges of these tests were signed.
pub(crate) const CREATED: &str = "2026-01-02T10:00:00Z";

/// Verifies what a peer wrote, with the documents given.
pub(crate) fn verified(bytes: &[u8], documents: &[(&str, Value)]) -> VerificationReport {
    let credential = Credential::read(bytes).expect("a credential");
    let (pins, registries) = (Pins::new(), Registries::new());
    let now: Timestamp = NOW.parse().expect("a moment");
    let mut known = Documents::bundled();
    for (address, document) in documents {
        let url = DocUrl::parse(address).expect("an address");
        let bytes = document.to_string().into_bytes();
        let document =
            Document::new(url.clone(), Some("application/json".into()), bytes, now, Origin::Archive);
        known.insert_answer(url, Answer::Got(document), now, Origin::Archive);
    }
    let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since: None };
    verification::verify(&credential, &known, &terms).report
}

/// Fails unless the verdict is `valid` and both proof and key passed.
#[track_caller]
pub(crate) fn assert_valid(case: &str, report: &VerificationReport) {
    assert_eq!(report.verdict.as_str(), "valid", "{case}: {:#?}", report.checks);
    for id in [CheckId::Proof, CheckId::IssuerKey] {
        assert_eq!(report.check(id).map(|check| check.outcome), Some(Outcome::Passed), "{case}: {id:?}");
    }
}

/// Fails unless the proof failed.
#[track_caller]
pub(crate) fn assert_forged(case: &str, report: &VerificationReport) {
    assert_eq!(report.verdict.as_str(), "invalid", "{case}");
    assert_eq!(report.check(CheckId::Proof).map(|check| check.outcome), Some(Outcome::Failed), "{case}");
}

/// A private test key as a PEM file.
pub(crate) fn pem(name: &str) -> String {
    let path = wallet_tests::repository().join("tests/fixtures/keys").join(name);
    std::fs::read_to_string(path).expect("a test key")
}

/// The same key on this side.
pub(crate) fn key(name: &str) -> Key {
    Key::from_pkcs8_pem(&pem(name)).expect("a test key")
}

/// did:key and verification method of a key.
pub(crate) fn did_key(key: &Key) -> (String, String) {
    let did = key.did_key();
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    (did, method)
}
