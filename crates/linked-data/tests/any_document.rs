//! Documents made at random out of what JSON-LD gives a meaning to: answered, and the same whatever the order of members.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::{Options, to_rdf};
use proptest::prelude::*;
use strict_json::{Map, Value, json};

const NAMES: [&str; 22] = [
    "@context",
    "@id",
    "@type",
    "@value",
    "@language",
    "@direction",
    "@list",
    "@set",
    "@graph",
    "@included",
    "@reverse",
    "@index",
    "@nest",
    "@vocab",
    "@base",
    "@container",
    "@json",
    "@protected",
    "@propagate",
    "a",
    "b",
    "urn:p",
];

fn documents() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(&NAMES[..]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(Value::from),
        name.clone().prop_map(Value::from),
        "(_:|urn:)?[a-c]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        let members = prop::collection::vec((name.clone(), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| members.into_iter().collect::<Map>().into()),
        ]
    })
}

/// The same with members the other way round.
fn turned(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(turned).collect(),
        Value::Object(members) => {
            members.iter().rev().map(|(name, value)| (name.clone(), turned(value))).collect::<Map>().into()
        }
        other => other.clone(),
    }
}

fn canonical(document: &Value, strict: bool) -> Option<String> {
    let options = Options { strict, ..Options::signed(1_000) };
    canonicalize(&to_rdf(document, &(), &options).ok()?, HashAlgorithm::Sha256).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_order_of_members_changes_nothing(body in documents(), terms in documents()) {
        let document = json!({
            "@context": { "a": "urn:a", "b": { "@id": "urn:b", "@context": terms } }, "@id": "urn:s", "a": body, "b": body
        });
        for strict in [true, false] {
            prop_assert_eq!(canonical(&document, strict), canonical(&turned(&document), strict));
        }
        let _ = canonical(&body, true);
    }
}
