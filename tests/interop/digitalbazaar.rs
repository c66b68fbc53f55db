//! npm @digitalbazaar/vc with the suites `eddsa-rdfc-2022` and `Ed25519Signature2020`.

use strict_json::{Value, json};
use verification::sign;

use crate::cases::{self, Model};
use crate::here::{CREATED, NOW, assert_forged, assert_valid, did_key, key, verified};
use crate::peers::{javascript, left_out};

const SUITES: [(&str, Model); 2] = [("eddsa-rdfc-2022", Model::Two), ("Ed25519Signature2020", Model::One)];

#[test]
fn what_they_issue_verifies_here() {
    if left_out() {
        return;
    }
    for (suite, model) in SUITES {
        let cases = cases::all(model);
        let jobs = cases
            .iter()
            .map(|case| json!({ "op": "issue", "suite": suite, "seed": "42".repeat(32), "created": CREATED, "credential": case.badge }))
            .collect();
        for (case, answer) in cases.iter().zip(javascript(jobs)) {
            let name = format!("{suite}: {}", case.name);
            let signed =
                answer.unwrap_or_else(|error| panic!("{name}: not issued: {error}"))["credential"].clone();
            assert_valid(&name, &verified(signed.to_string().as_bytes(), &[]));
            assert_forged(&name, &verified(case.forge(&signed).to_string().as_bytes(), &[]));
        }
    }
}

#[test]
fn what_is_issued_here_verifies_there() {
    if left_out() {
        return;
    }
    let key = key("test-ed25519.pem");
    for (suite, model) in SUITES {
        let cases = cases::all(model);
        let signed: Vec<Value> = cases.iter().map(|case| issue(&case.badge, suite, &key)).collect();
        let forged = cases.iter().zip(&signed).map(|(case, signed)| case.forge(signed));
        let jobs = signed.iter().cloned().chain(forged).map(|credential| verify(suite, credential)).collect();
        let answers = javascript(jobs);
        let (good, bad) = answers.split_at(cases.len());
        for ((case, good), bad) in cases.iter().zip(good).zip(bad) {
            assert!(good.is_ok(), "{suite}: {}: refused there: {good:?}", case.name);
            assert!(bad.is_err(), "{suite}: {}: the forged one is accepted there", case.name);
        }
    }
}

fn verify(suite: &str, credential: Value) -> Value {
    json!({ "op": "verify", "suite": suite, "credential": credential, "now": NOW })
}

fn issue(badge: &Value, suite: &str, key: &sign::Key) -> Value {
    let (did, method) = did_key(key);
    let mut badge = badge.clone();
    badge["issuer"]["id"] = json!(did);
    sign::data_integrity(badge, suite, key, &method, CREATED.parse().expect("a moment"))
        .expect("a signed badge")
}
