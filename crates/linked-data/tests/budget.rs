//! Documents and contexts made to take long: answered on a small stack, with bounded work.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::sync::Arc;

use linked_data::{Error, Loaded, Options, Syntax, to_rdf};
use strict_json::{Map, Value, json};

/// Runs on a stack that no recursion over foreign depth would do with.
fn on_small_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(256 * 1024).spawn(work).unwrap().join().unwrap();
}

fn read(document: &Value) -> Result<usize, Error> {
    to_rdf(document, &(), &Options::signed(20_000)).map(|dataset| dataset.len())
}

fn nested(levels: usize, inside: impl Fn(usize, Value) -> Value) -> Value {
    (0..levels).fold(json!({ "@id": "urn:end", "urn:p": "x" }), |below, level| inside(level, below))
}

#[test]
fn nodes_nested_100_deep() {
    let document = nested(100, |level, below| json!({ "@id": format!("urn:{level}"), "urn:p": below }));
    on_small_stack(move || assert_eq!(read(&document), Ok(101)));
}

#[test]
fn lists_sets_and_arrays_nested_100_deep() {
    let within = |value: Value| json!({ "@id": "urn:s", "urn:p": value });
    let lists = within(nested(100, |_, below| json!({ "@list": [below] })));
    let sets = within(nested(100, |_, below| json!({ "@set": [below] })));
    let arrays = within(nested(100, |_, below| json!([below])));
    on_small_stack(move || {
        assert_eq!(read(&lists), Ok(202));
        assert_eq!(read(&sets), Ok(2));
        assert_eq!(read(&arrays), Ok(2));
    });
}

#[test]
fn graphs_nested_100_deep() {
    let document = nested(100, |level, below| json!({ "@id": format!("urn:{level}"), "@graph": below }));
    on_small_stack(move || assert_eq!(read(&document), Ok(1)));
}

#[test]
fn a_json_literal_nested_deeper_than_is_looked_at() {
    let context = json!({ "p": { "@id": "urn:p", "@type": "@json" } });
    let literal = |levels: usize| (0..levels).fold(json!(1), |below, _| json!([below]));
    let flat = json!({ "@context": context, "@id": "urn:s", "p": literal(100) });
    let deep = json!({ "@context": context, "@id": "urn:s", "p": literal(200) });
    assert_eq!(read(&flat), Ok(1));
    assert_eq!(read(&deep), Err(Error::TooDeep));
}

#[test]
fn wide_arrays_stop_at_the_bound() {
    let wide: Vec<Value> = (0..100_000).map(|n| json!(n)).collect();
    assert_eq!(read(&json!({ "@id": "urn:s", "urn:p": wide })), Err(Error::TooLarge));
}

#[test]
fn terms_that_rest_on_each_other_in_a_long_chain() {
    let terms: Map = (0..5_000)
        .map(|n| (format!("t{n}"), if n == 0 { json!("urn:x:") } else { json!(format!("t{}:{n}", n - 1)) }))
        .collect();
    let document = json!({ "@context": terms, "@id": "urn:s", "t4999": "x" });
    on_small_stack(move || {
        let result = read(&document);
        assert!(matches!(result, Ok(1) | Err(Error::TooMuchWork)), "{result:?}");
    });
}

#[test]
fn a_long_vocabulary_before_many_terms() {
    let mut terms: Map = (0..20_000).map(|n| (format!("t{n}"), json!({}))).collect();
    terms.insert("@vocab".to_owned(), json!(format!("urn:{}", "x".repeat(100_000))));
    on_small_stack(move || {
        assert_eq!(read(&json!({ "@context": terms, "@id": "urn:s", "t1": "x" })), Err(Error::TooMuchWork));
    });
}

#[test]
fn a_large_context_at_every_node() {
    let terms: Map = (0..2_000).map(|n| (format!("t{n}"), json!(format!("urn:{n}")))).collect();
    let nodes: Vec<Value> = (0..10_000)
        .map(|n| json!({ "@context": { "u": "urn:u" }, "@id": format!("urn:n{n}"), "u": "x" }))
        .collect();
    let document = json!({ "@context": terms, "@id": "urn:s", "t1": nodes });
    on_small_stack(move || assert_eq!(read(&document), Err(Error::TooMuchWork)));
}

#[test]
fn a_type_with_a_context_at_every_node_is_processed_once() {
    let terms: Map = (0..2_000)
        .map(|n| (format!("t{n}"), json!(format!("urn:{n}"))))
        .chain([("T".to_owned(), json!({ "@id": "urn:T", "@context": { "u": "urn:u" } }))])
        .collect();
    let nodes: Vec<Value> =
        (0..5_000).map(|n| json!({ "@type": "T", "@id": format!("urn:n{n}"), "u": "x" })).collect();
    let document = json!({ "@context": terms, "@id": "urn:s", "t1": nodes });
    on_small_stack(move || assert_eq!(read(&document), Ok(15_000)));
}

fn with(contexts: &[(&str, Value)], document: &Value) -> Result<usize, Error> {
    let contexts: BTreeMap<String, Arc<Loaded>> = contexts
        .iter()
        .map(|(url, context)| {
            ((*url).to_owned(), Arc::new(Loaded::foreign(*url, &json!({ "@context": context }))))
        })
        .collect();
    to_rdf(document, &contexts, &Options::signed(20_000)).map(|dataset| dataset.len())
}

#[test]
fn contexts_that_include_themselves() {
    let overflow = |result: Result<usize, Error>| {
        assert!(matches!(result, Err(Error::Syntax { syntax: Syntax::ContextOverflow, .. })), "{result:?}");
    };
    let (a, b) = ("https://a.example/", "https://b.example/");
    let document = json!({ "@context": a, "@id": "urn:s", "p": "x" });
    overflow(with(&[(a, json!([a]))], &document));
    overflow(with(&[(a, json!([b, { "p": "urn:p" }])), (b, json!([{ "q": "urn:q" }, a]))], &document));
    // Importing oneself is importing what imports.
    let imported = with(&[(a, json!({ "@import": a }))], &document);
    assert!(
        matches!(imported, Err(Error::Syntax { syntax: Syntax::InvalidContextEntry, .. })),
        "{imported:?}"
    );
}

#[test]
fn contexts_that_include_many() {
    // Ten levels of ten each would be ten thousand millions.
    let urls: Vec<String> = (0..12).map(|n| format!("https://c.example/{n}")).collect();
    let many = |n: usize| -> Value {
        (0..10).flat_map(|_| [json!(urls[n + 1]), json!({ "p": format!("urn:{n}") })]).collect()
    };
    let mut contexts: Vec<(String, Value)> = (0..11).map(|n| (urls[n].clone(), many(n))).collect();
    contexts.push((urls[11].clone(), json!({ "p": "urn:p" })));
    let document = json!({ "@context": urls[2], "@id": "urn:s", "p": "x" });
    on_small_stack(move || {
        let contexts: Vec<(&str, Value)> =
            contexts.iter().map(|(url, context)| (url.as_str(), context.clone())).collect();
        assert_eq!(with(&contexts, &document), Err(Error::TooMuchWork));
    });
}

#[test]
fn a_type_whose_context_names_the_context_it_stands_in() {
    let a = "https://a.example/";
    let context = json!({ "T": { "@id": "urn:T", "@context": a }, "p": "urn:p" });
    let document =
        nested(60, |level, below| json!({ "@id": format!("urn:{level}"), "@type": "T", "p": below }));
    let document = json!({ "@context": a, "@id": "urn:s", "p": document });
    on_small_stack(move || assert_eq!(with(&[(a, context)], &document), Ok(122)));
}

#[test]
fn contexts_set_aside_again_and_again() {
    let nulls: Vec<Value> = vec![Value::Null; 50_000];
    let document = json!({
        "@context": { "T": { "@id": "urn:T", "@context": nulls }, "type": "@type" },
        "@id": "urn:s", "@type": "T", "urn:p": { "@id": "urn:o", "urn:q": "x" }
    });
    on_small_stack(move || assert_eq!(read(&document), Ok(3)));
}
