use strict_json::{Value, json};

use super::*;
use crate::error::{Dropped, Error, Syntax};

/// The statements as N-Quads, one after the other, sorted.
fn said(document: &Value) -> Vec<String> {
    let text = strict(document).unwrap().to_n_quads();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

fn strict(document: &Value) -> Result<Dataset, Error> {
    to_rdf(document, &(), &Options::signed(1_000))
}

fn dropped(document: &Value) -> (Dropped, String) {
    match strict(document) {
        Err(Error::Dropped { dropped, term }) => (dropped, term),
        other => panic!("{other:?}"),
    }
}

fn syntax(document: &Value) -> Syntax {
    match strict(document) {
        Err(Error::Syntax { syntax, .. }) => syntax,
        other => panic!("{other:?}"),
    }
}

/// A document about `urn:s`, with these terms.
fn about(terms: Value, mut members: Value) -> Value {
    members["@context"] = terms;
    members["@id"] = json!("urn:s");
    members
}

#[test]
fn literals_of_each_kind() {
    let terms = json!({
        "p": "urn:p", "typed": { "@id": "urn:typed", "@type": "urn:t" }, "de": { "@id": "urn:de", "@language": "DE" },
        "json": { "@id": "urn:json", "@type": "@json" }, "link": { "@id": "urn:link", "@type": "@id" }
    });
    let members = json!({
        "p": [true, 3, 1.5, "text"], "typed": "x", "de": "ja", "json": { "b": [1.0, null], "a": "é" }, "link": "urn:o"
    });
    assert_eq!(
        said(&about(terms, members)),
        [
            "<urn:s> <urn:de> \"ja\"@de .",
            "<urn:s> <urn:json> \"{\\\"a\\\":\\\"é\\\",\\\"b\\\":[1,null]}\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .",
            "<urn:s> <urn:link> <urn:o> .",
            "<urn:s> <urn:p> \"1.5E0\"^^<http://www.w3.org/2001/XMLSchema#double> .",
            "<urn:s> <urn:p> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
            "<urn:s> <urn:p> \"text\" .",
            "<urn:s> <urn:p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
            "<urn:s> <urn:typed> \"x\"^^<urn:t> .",
        ]
    );
}

#[test]
fn language_tags_come_out_in_small_letters() {
    let members = json!({ "urn:p": { "@value": "colour", "@language": "en-GB" } });
    assert_eq!(said(&about(json!({}), members)), ["<urn:s> <urn:p> \"colour\"@en-gb ."]);
}

#[test]
fn an_array_within_a_list_is_a_list() {
    let document = about(json!({}), json!({ "urn:p": { "@list": [["a"], []] } }));
    // Two cells of the outer list, one of the inner, and the statement that leads there.
    assert_eq!(said(&document).len(), 7);
}

#[test]
fn contexts_of_types_hold_for_the_node_alone() {
    let terms = json!({
        "type": "@type", "p": "urn:p", "sub": "urn:sub",
        "T": { "@id": "urn:T", "@context": { "p": "urn:p-of-t" } }
    });
    let members = json!({ "type": "T", "p": "1", "sub": { "@id": "urn:o", "p": "2" } });
    let lines = said(&about(terms, members));
    assert!(lines.contains(&"<urn:s> <urn:p-of-t> \"1\" .".to_owned()), "{lines:?}");
    assert!(lines.contains(&"<urn:o> <urn:p> \"2\" .".to_owned()), "{lines:?}");
}

#[test]
fn contexts_of_properties_hold_below() {
    let terms =
        json!({ "p": "urn:p", "in": { "@id": "urn:in", "@context": { "p": "urn:inner", "q": "urn:q" } } });
    let members = json!({ "in": { "@id": "urn:o", "p": "1", "q": { "@id": "urn:u", "p": "2" } } });
    let lines = said(&about(terms, members));
    assert!(lines.contains(&"<urn:o> <urn:inner> \"1\" .".to_owned()), "{lines:?}");
    assert!(lines.contains(&"<urn:u> <urn:inner> \"2\" .".to_owned()), "{lines:?}");
}

#[test]
fn graphs_reverse_included_and_nest() {
    let terms = json!({
        "g": { "@id": "urn:g", "@container": "@graph" }, "r": { "@reverse": "urn:r" }, "p": "urn:p", "nest": "@nest"
    });
    let members = json!({
        "g": { "@id": "urn:in", "p": "1" }, "r": { "@id": "urn:o" }, "nest": { "p": "2" },
        "@included": [{ "@id": "urn:also", "p": "3" }]
    });
    assert_eq!(
        said(&about(terms, members)),
        [
            "<urn:also> <urn:p> \"3\" .",
            "<urn:in> <urn:p> \"1\" _:b0 .",
            "<urn:o> <urn:r> <urn:s> .",
            "<urn:s> <urn:g> _:b0 .",
            "<urn:s> <urn:p> \"2\" .",
        ]
    );
}

#[test]
fn what_would_fall_out_is_refused_by_name() {
    let none = || json!({});
    for (document, expected, name) in [
        (about(none(), json!({ "unknown": 1 })), Dropped::Property, "unknown"),
        (about(none(), json!({ "@type": "Thing" })), Dropped::Type, "Thing"),
        (about(none(), json!({ "urn:p": { "@id": "thing" } })), Dropped::Id, "thing"),
        (about(json!({ "@foo": "urn:p" }), none()), Dropped::Reserved, "@foo"),
        (about(none(), json!({ "@foo": 1 })), Dropped::Property, "@foo"),
        (about(json!({ "@vocab": "v/" }), none()), Dropped::Vocab, "v/"),
        (about(none(), none()), Dropped::EmptyNode, "urn:s"),
        (json!({}), Dropped::EmptyNode, "{}"),
        (json!({ "@value": "x" }), Dropped::FreeFloating, "@value"),
        (about(none(), json!({ "urn:p": { "@value": null } })), Dropped::NullValue, "@value"),
        (about(none(), json!({ "urn:p": { "@language": "de" } })), Dropped::OnlyLanguage, "de"),
        (about(none(), json!({ "urn:p": { "@value": "x", "@language": "d e" } })), Dropped::Language, "d e"),
        (about(none(), json!({ "_:p": "x" })), Dropped::BlankProperty, "_:p"),
        (
            about(none(), json!({ "urn:p": { "@value": "x", "@direction": "rtl" } })),
            Dropped::Direction,
            "rtl",
        ),
    ] {
        assert_eq!(dropped(&document), (expected, name.to_owned()), "{document}");
    }
}

#[test]
fn malformed_documents_have_the_code_of_the_standard() {
    let terms = json!({ "id": "@id", "a": "urn:a" });
    assert_eq!(syntax(&about(terms, json!({ "id": "urn:other" }))), Syntax::CollidingKeywords);
    assert_eq!(
        syntax(&about(json!({ "a": "b:x", "b": "a:x" }), json!({ "a": 1 }))),
        Syntax::CyclicIriMapping
    );
    let protected = json!([{ "@protected": true, "a": "urn:a" }, { "a": "urn:b" }]);
    assert_eq!(syntax(&about(protected, json!({ "a": 1 }))), Syntax::ProtectedTermRedefinition);
    let nullified = json!([{ "@protected": true, "a": "urn:a" }, null]);
    assert_eq!(syntax(&about(nullified, json!({ "a": 1 }))), Syntax::InvalidContextNullification);
}

#[test]
fn all_unknown_contexts_are_named_at_once() {
    let document = json!({
        "@context": ["https://one.example/", "https://two.example/"],
        "p": { "@context": { "@import": "https://three.example/" } }
    });
    let expected: Vec<String> =
        ["https://one.example/", "https://three.example/", "https://two.example/"].map(str::to_owned).into();
    assert_eq!(strict(&document).unwrap_err(), Error::UnknownContext(expected));
}

#[test]
fn said_counts_the_objects_that_have_a_property() {
    let document = about(
        json!({ "p": "urn:p", "also": "urn:p", "q": "urn:q" }),
        json!({ "p": ["1", "2"], "also": "3", "q": [{ "p": "4" }, { "p": [] }] }),
    );
    let reading = read(&document, &(), &Options::signed(100)).unwrap();
    let mut said: Vec<(&str, usize)> = reading.said.iter().map(|(iri, nodes)| (&**iri, *nodes)).collect();
    said.sort_unstable();
    assert_eq!(said, [("urn:p", 3), ("urn:q", 1)]);
}
