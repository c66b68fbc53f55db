//! Nesting, equal unnamed nodes, sizes: answered, in bounded time and memory, without abort.

use strict_json::{Value, json};
use verification::sign::{SignError, data_integrity as sign};
use verification::{CheckId, Documents, Verdict};

use crate::common::*;

/// A badge whose achievement has related parents, `levels` deep as JSON.
fn nested(levels: usize) -> Value {
    let mut inner = json!({ "type": ["Profile"], "id": "https://uni.example/p/0", "name": "p0" });
    let mut document = badge(&key(1).did_key());
    for level in 1..levels.saturating_sub(1) {
        inner = json!({
            "type": ["Profile"], "id": format!("https://uni.example/p/{level}"), "name": "p", "parentOrg": inner
        });
    }
    document["issuer"]["parentOrg"] = inner;
    document
}

#[test]
fn nesting_16_and_40_are_verified() {
    for levels in [16, 40] {
        let key = key(1);
        let document =
            sign(nested(levels), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
        assert_eq!(alone(&document).verdict(), Verdict::Valid, "{levels}");
        let mut bad = document;
        bad["name"] = json!("other");
        assert_eq!(alone(&bad).verdict(), Verdict::Invalid);
    }
}

#[test]
fn the_deepest_that_is_read_needs_no_deep_stack() {
    // A quarter of what a usual thread has; a debug build's frames are the large ones.
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let verdict = thread.spawn(|| {
        let key = key(1);
        let document = sign(nested(62), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
        let credential = openbadges::Credential::read(document.to_string().as_bytes()).unwrap();
        alone(credential.document()).verdict()
    });
    assert_eq!(verdict.unwrap().join().unwrap(), Verdict::Valid);
}

#[test]
fn nesting_65_is_refused_before_it_is_expanded() {
    let key = key(1);
    let error = sign(nested(70), "eddsa-rdfc-2022", &key, &key.did_key_method(), created());
    assert_eq!(error.unwrap_err(), SignError::Document("proof.too-deep".to_owned()));
    // As bytes it does not even get here.
    let mut document = nested(70);
    document["proof"] = json!({ "type": "DataIntegrityProof" });
    assert_eq!(
        openbadges::Credential::read(document.to_string().as_bytes()).unwrap_err().code(),
        "json.too-deep"
    );
}

/// A badge with alike results, without a name of their own; each with as many alike alignments.
fn with_results(results: usize, alignments: usize) -> Value {
    let mut document = badge(&key(1).did_key());
    let alignment = json!({ "type": ["Alignment"], "targetName": "ISO 9606" });
    let result = json!({ "type": ["Result"], "value": "A", "alignment": vec![alignment; alignments] });
    document["credentialSubject"]["result"] = Value::Array(vec![result; results]);
    document
}

#[test]
fn equal_blank_nodes_12_are_told_apart_where_that_can_be_done() {
    let key = key(1);
    for document in [with_results(12, 0), with_results(2, 4), with_results(1, 12)] {
        let document = sign(document, "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
        assert_eq!(alone(&document).verdict(), Verdict::Valid);
    }
}

/// A badge whose issuer has parents that are the corners of a cube of so many dimensions, none with a name of its own: no
/// two can be swapped without moving others, and all look alike.
fn with_cube(dimensions: u32) -> Value {
    let corner = |number: u32| json!(format!("_:corner{number}"));
    let corners: Vec<Value> = (0..2u32.pow(dimensions))
        .map(|number| {
            let beside: Vec<Value> = (0..dimensions)
                .map(|d| json!({ "id": corner(number ^ (1 << d)), "type": ["Profile"] }))
                .collect();
            json!({ "id": corner(number), "type": ["Profile"], "parentOrg": beside })
        })
        .collect();
    let mut document = badge(&key(1).did_key());
    document["issuer"]["parentOrg"] = Value::Array(corners);
    document
}

#[test]
fn equal_blank_nodes_beyond_the_bound_are_answered() {
    let key = key(1);
    // Many that are told apart by nothing at all are no trouble.
    let alike = sign(with_results(2, 12), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
    assert_eq!(alone(&alike).verdict(), Verdict::Valid);
    let error = sign(with_cube(5), "eddsa-rdfc-2022", &key, &key.did_key_method(), created());
    assert_eq!(error.unwrap_err(), SignError::Document("proof.too-symmetric".to_owned()));
    let mut document = with_cube(5);
    document["proof"] = signed(1, |_| {})["proof"].clone();
    assert_eq!(alone(&document).line(), "inconclusive proof.too-symmetric issuer-key.self");
}

#[test]
fn more_statements_than_the_bound() {
    let mut document = signed(1, |_| {});
    let evidence: Vec<Value> = (0..7000)
        .map(|n| json!({ "id": format!("urn:uuid:{n}"), "type": ["Evidence"], "name": "x", "genre": "y" }))
        .collect();
    document["evidence"] = Value::Array(evidence);
    assert_eq!(alone(&document).code(CheckId::Proof), "proof.too-large");
}

#[test]
fn an_unknown_context_is_wanted_and_decides_nothing() {
    let context = "https://ext.example/context.json";
    let key = key(1);
    let mut document = signed(1, |_| {});
    document["@context"].as_array_mut().unwrap().push(json!(context));
    let asked = alone(&document);
    assert_eq!(asked.line(), "inconclusive proof.context-unknown issuer-key.self");
    assert_eq!(asked.wanted(), [context]);
    // Had by the learner, it serves, with a note; sent along, it does not.
    let terms = json!({ "@context": { "mood": "https://ext.example/terms#mood" } });
    let fetched = ask(&document, &known(&[(context, terms.clone())]));
    assert_eq!(fetched.verdict(), Verdict::Valid);
    assert_eq!(fetched.notes(CheckId::Proof), ["proof.context-fetched"]);
    let sent = known_as(&[(context, terms)], now(), verification::Origin::Sender);
    assert_eq!(ask(&document, &sent).code(CheckId::Proof), "proof.context-unknown");
    // Nothing can stand in for a bundled one.
    let evil = json!({ "@context": { "name": "https://evil.example/nothing" } });
    let document =
        sign(badge(&key.did_key()), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap();
    assert_eq!(ask(&document, &known(&[(OB3, evil)])).verdict(), Verdict::Valid);
}

#[test]
fn many_at_once_from_small_stacks() {
    let document = {
        let key = key(1);
        sign(nested(40), "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap()
    };
    let text = document.to_string();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let text = &text;
            std::thread::Builder::new()
                .stack_size(256 * 1024)
                .spawn_scoped(scope, move || {
                    let asked = ask_bytes(text.as_bytes(), &Documents::bundled());
                    assert_eq!(asked.verdict(), Verdict::Valid);
                })
                .unwrap();
        }
    });
}
