//! npm @digitalcredentials/vc with `Ed25519Signature2020` and rdf-canonize 3.4.0, which writes tabs as they are.

use strict_json::json;
use verification::CheckId;

use crate::cases::{self, Model};
use crate::here::{CREATED, assert_forged, assert_valid, verified};
use crate::peers::{javascript_of, left_out};

#[test]
fn what_older_programs_signed_verifies_here() {
    if left_out() {
        return;
    }
    let cases = cases::all(Model::One);
    let jobs = cases
        .iter()
        .map(|case| json!({ "seed": "42".repeat(32), "created": CREATED, "credential": case.badge }))
        .collect();
    let mut tabs = 0;
    for (case, answer) in cases.iter().zip(javascript_of("former.mjs", jobs)) {
        let signed =
            answer.unwrap_or_else(|error| panic!("{}: not issued: {error}", case.name))["credential"].clone();
        let report = verified(signed.to_string().as_bytes(), &[]);
        assert_valid(case.name, &report);
        let proof = report.check(CheckId::Proof).expect("a proof");
        let noted = proof.notes.iter().any(|note| note.code == "proof.former-escapes");
        let text = signed.to_string();
        assert_eq!(noted, text.contains("\\t") || text.contains("\\u00"), "{}", case.name);
        tabs += usize::from(noted);
        assert_forged(case.name, &verified(case.forge(&signed).to_string().as_bytes(), &[]));
    }
    assert!(tabs > 0);
}
