//! Learner records of CLR 1.0: their structure is judged, their proof is not.

use strict_json::{Value, json};
use verification::{CheckId, Outcome, Verdict};

use crate::common::*;

fn record(change: impl FnOnce(&mut Value)) -> Asked {
    let mut record = json!({
        "@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld",
        "id": "https://uni.example/clrs/1", "type": "Clr", "issuedOn": "2025-01-01T00:00:00Z",
        "learner": { "id": "urn:uuid:1", "name": "Mira" },
        "publisher": { "id": "https://uni.example", "name": "University of Example" }, "assertions": []
    });
    change(&mut record);
    alone(&record)
}

#[test]
fn the_structure_is_judged_and_nothing_else() {
    let asked = record(|_| {});
    assert_eq!(asked.verdict(), Verdict::Inconclusive);
    assert_eq!(
        (outcome(&asked, CheckId::Structure), asked.code(CheckId::Proof)),
        (Outcome::Passed, "proof.suite-unsupported")
    );
    for (member, value, code) in [
        ("id", json!(null), "structure.missing"),
        ("learner", json!(null), "structure.missing"),
        ("publisher", json!("University"), "structure.wrong"),
        ("issuedOn", json!(null), "structure.missing"),
        ("issuedOn", json!("2025-02-31T00:00:00Z"), "structure.date"),
    ] {
        let asked = record(|record| record[member] = value);
        assert_eq!((asked.code(CheckId::Structure), asked.verdict()), (code, Verdict::Invalid), "{member}");
        assert_eq!(asked.check(CheckId::Structure).args["member"], member);
    }
}
