//! The same statements written so that a reader of the JSON sees something else: the signature would still fit.

use strict_json::json;
use verification::{CheckId, Verdict};

use crate::common::*;

fn expired() -> strict_json::Value {
    signed(1, |badge| badge["validUntil"] = json!("2025-06-01T00:00:00Z"))
}

#[test]
fn an_end_hidden_behind_its_full_address() {
    assert_eq!(alone(&expired()).verdict(), Verdict::Expired);
    let mut bad = expired();
    let members = bad.as_object_mut().unwrap();
    members.remove("validUntil");
    members.insert(
        "https://www.w3.org/2018/credentials#validUntil".to_owned(),
        json!({ "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": "2025-06-01T00:00:00Z" }),
    );
    let asked = alone(&bad);
    assert_eq!((asked.verdict(), asked.code(CheckId::Proof)), (Verdict::Invalid, "proof.disguised"));
}

#[test]
fn an_end_hidden_behind_a_definition_of_ones_own() {
    let mut bad = expired();
    bad["@context"].as_array_mut().unwrap().push(json!({
        "mood": {
            "@id": "https://www.w3.org/2018/credentials#validUntil",
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime"
        }
    }));
    let members = bad.as_object_mut().unwrap();
    members.remove("validUntil");
    members.insert("mood".to_owned(), json!("2025-06-01T00:00:00Z"));
    let asked = alone(&bad);
    assert_eq!((asked.verdict(), asked.code(CheckId::Proof)), (Verdict::Invalid, "proof.disguised"));
}

#[test]
fn an_end_hidden_in_a_nest() {
    let mut bad = expired();
    let members = bad.as_object_mut().unwrap();
    let until = members.remove("validUntil").unwrap();
    members.insert("@nest".to_owned(), json!({ "validUntil": until }));
    assert_eq!(alone(&bad).verdict(), Verdict::Invalid);
}

#[test]
fn a_name_that_means_nothing() {
    // The context of 3.0.1 does not protect its terms.
    let key = key(1);
    let mut badge = badge(&key.did_key());
    badge["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
    ]);
    badge["issuanceDate"] = badge["validFrom"].take();
    badge.as_object_mut().unwrap().remove("validFrom");
    badge.as_object_mut().unwrap().remove("name");
    badge["credentialSubject"]["achievement"].as_object_mut().unwrap().remove("inLanguage");
    let suite = "Ed25519Signature2020";
    badge["@context"].as_array_mut().unwrap().push(json!("https://w3id.org/security/suites/ed25519-2020/v1"));
    let good =
        verification::sign::data_integrity(badge, suite, &key, &key.did_key_method(), created()).unwrap();
    assert_eq!(alone(&good).verdict(), Verdict::Valid);
    let mut bad = good;
    bad["@context"].as_array_mut().unwrap().push(json!({ "humanCode": null }));
    bad["credentialSubject"]["achievement"]["humanCode"] = json!("PhD");
    assert_eq!(alone(&bad).verdict(), Verdict::Invalid);
}
