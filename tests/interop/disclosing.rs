//! npm @digitalbazaar/ecdsa-sd-2023-cryptosuite and bbs-2023-cryptosuite: what an issuer gives to the holder, and what the
//! holder derives from it, with booleans, fractions and control characters inside.

use strict_json::{Value, json};
use verification::{CheckId, Outcome};

use crate::cases::{self, Model};
use crate::here::{CREATED, assert_forged, assert_valid, verified};
use crate::peers::{javascript_of, left_out};

/// All of a badge but its issuer and date may be left out; this holder shows all but the salt of the recipient's hash.
const SHOWN: [&str; 3] = ["/credentialSubject", "/name", "/id"];

#[test]
fn what_they_disclose_verifies_here() {
    if left_out() {
        return;
    }
    for suite in ["ecdsa-sd-2023", "bbs-2023"] {
        // A list in order they cannot issue: its skolem name makes it "invalid JSON-LD syntax" there.
        let mut cases = cases::all(Model::Two);
        cases.retain(|case| case.name != "a list in order");
        let job = |badge: &Value, shown: &[&str]| {
            json!({
                "suite": suite, "seed": "42".repeat(32), "created": CREATED, "credential": badge,
                "mandatory": ["/issuer", "/validFrom"], "shown": shown
            })
        };
        let jobs = cases.iter().map(|case| job(&case.badge, &SHOWN));
        let part = ["/credentialSubject/achievement/name", "/credentialSubject/achievement/criteria"];
        let few = cases.iter().map(|case| job(&case.badge, &part));
        let answers = javascript_of("disclosing.mjs", jobs.chain(few).collect());
        for (case, answer) in cases.iter().zip(&answers) {
            let name = format!("{suite}: {}", case.name);
            let answer = answer.as_ref().unwrap_or_else(|error| panic!("{name}: not issued: {error}"));
            let judged = |document: &Value| verified(document.to_string().as_bytes(), &[]);
            assert_valid(&name, &judged(&answer["derived"]));
            assert_forged(&name, &judged(&case.forge(&answer["derived"])));
            if suite == "ecdsa-sd-2023" {
                assert_valid(&name, &judged(&answer["base"]));
                assert_forged(&name, &judged(&case.forge(&answer["base"])));
            } else {
                let proof = judged(&answer["base"]).check(CheckId::Proof).expect("a proof").clone();
                assert_eq!((proof.outcome, &*proof.code), (Outcome::Inconclusive, "proof.needs-derivation"));
            }
        }
        for (case, answer) in cases.iter().zip(&answers[cases.len()..]) {
            let name = format!("{suite}: of {} only its name", case.name);
            let derived =
                &answer.as_ref().unwrap_or_else(|error| panic!("{name}: not issued: {error}"))["derived"];
            let report = verified(derived.to_string().as_bytes(), &[]);
            // What is left may be too little for a badge; the signature is good all the same.
            for id in [CheckId::Proof, CheckId::IssuerKey] {
                let check = report.check(id).expect("a check");
                assert_eq!(check.outcome, Outcome::Passed, "{name}: {check:?}");
            }
            let mut changed = derived.clone();
            changed["validFrom"] = json!("2020-01-01T00:00:00Z");
            assert_forged(&name, &verified(changed.to_string().as_bytes(), &[]));
        }
    }
}
