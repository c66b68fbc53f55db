//! A newer version that the issuer offers is named, and only where the proof is good.

use strict_json::{Value, json};
use verification::{CheckId, Role, Verdict};

use crate::common::*;

const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

fn offered(service: Value) -> Value {
    signed(1, |badge| {
        badge["@context"].as_array_mut().unwrap().push(json!(EXTENSIONS));
        badge["refreshService"] = service;
    })
}

fn service(kind: &str, id: &str) -> Value {
    json!({ "id": id, "type": kind })
}

#[test]
fn what_is_offered_is_named_once() {
    let one = service("1EdTechCredentialRefresh", "https://uni.example/refresh/1");
    let asked = alone(&offered(one.clone()));
    assert_eq!(asked.verdict(), Verdict::Valid, "{}", asked.line());
    assert_eq!(asked.notes(CheckId::Status), ["status.refresh-offered"]);
    let wanted = &asked.verification.wanted;
    assert_eq!((wanted.len(), wanted[0].role), (1, Role::Refresh));

    let second = service("1EdTechCredentialRefresh", "https://uni.example/refresh/2");
    assert_eq!(alone(&offered(json!([one, second]))).wanted(), ["https://uni.example/refresh/1"]);
}

#[test]
fn other_kinds_places_and_badges_that_are_not_proved_are_not() {
    let known = "1EdTechCredentialRefresh";
    assert!(alone(&offered(service(known, "http://uni.example/r"))).wanted().is_empty());
    assert!(alone(&offered(service(known, "urn:uuid:1"))).wanted().is_empty());
    // Somebody else wrote the address in.
    let mut changed = offered(service(known, "https://uni.example/refresh/1"));
    changed["refreshService"]["id"] = json!("https://evil.example/refresh/1");
    let asked = alone(&changed);
    assert_eq!(asked.verdict(), Verdict::Invalid);
    assert!(asked.wanted().is_empty() && asked.notes(CheckId::Status).is_empty());
}
