//! Terms of every kind that a context can define, each with values that fit.

use strict_json::{Map, Value, json};

use super::chance::Chance;
use super::generate::Shape;
use super::values::{any, language, literal, name, number, scalar, text, time};

/// A term with its definition and its values.
pub(crate) struct Feature {
    pub(crate) term: &'static str,
    pub(crate) definition: fn() -> Value,
    pub(crate) value: fn(&mut Chance, &Shape, usize) -> Value,
}

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

macro_rules! features {
    ($($term:literal: $definition:expr => $value:expr;)+) => {
        /// All of them.
        pub(crate) const ALL: &[Feature] = &[$(Feature { term: $term, definition: || $definition, value: $value }),+];
    };
}

features! {
    "plain": json!("ex:plain") => |c, s, d| some(c, s, d, mixed);
    "titled": json!({ "@id": "ex:titled", "@language": "de" }) => |c, s, d| some(c, s, d, |c, _, _| scalar(c));
    "untagged": json!({ "@id": "ex:untagged", "@language": null }) => |c, s, d| some(c, s, d, |c, _, _| scalar(c));
    "rightToLeft": json!({ "@id": "ex:rightToLeft", "@direction": "rtl" }) => |c, s, d| some(c, s, d, |c, _, _| json!(text(c)));
    "neitherWay": json!({ "@id": "ex:neitherWay", "@direction": null, "@language": "en" }) => |c, _, _| json!(text(c));
    "integer": json!({ "@id": "ex:integer", "@type": format!("{XSD}integer") }) => |c, s, d| some(c, s, d, |c, _, _| scalar(c));
    "double": json!({ "@id": "ex:double", "@type": format!("{XSD}double") }) => |c, s, d| some(c, s, d, |c, _, _| number(c));
    "decimal": json!({ "@id": "ex:decimal", "@type": "xsd:decimal" }) => |c, s, d| some(c, s, d, |c, _, _| number(c));
    "float": json!({ "@id": "ex:float", "@type": "xsd:float" }) => |c, _, _| number(c);
    "boolean": json!({ "@id": "ex:boolean", "@type": "xsd:boolean" }) => |c, _, _| scalar(c);
    "string": json!({ "@id": "ex:string", "@type": "xsd:string" }) => |c, _, _| scalar(c);
    "dateTime": json!({ "@id": "ex:dateTime", "@type": "xsd:dateTime" }) => |c, _, _| json!(time(c));
    "custom": json!({ "@id": "ex:custom", "@type": "ex:CustomType" }) => |c, _, _| scalar(c);
    "untyped": json!({ "@id": "ex:untyped", "@type": "@none" }) => |c, s, d| some(c, s, d, mixed);
    "raw": json!({ "@id": "ex:raw", "@type": "@json" }) => |c, _, _| any(c, 3);
    "rawList": json!({ "@id": "ex:rawList", "@type": "@json", "@container": "@set" }) => |c, _, _| json!([any(c, 2), any(c, 2)]);
    "link": json!({ "@id": "ex:link", "@type": "@id" }) => |c, s, d| some(c, s, d, |c, s, d| if c.percent(70) { json!(name(c)) } else { s.node(c, d) });
    "word": json!({ "@id": "ex:word", "@type": "@vocab" }) => |c, s, d| some(c, s, d, |c, s, _| {
        if c.percent(60) { json!(s.term(c)) } else { json!(name(c)) }
    });
    "list": json!({ "@id": "ex:list", "@container": "@list" }) => |c, s, d| some(c, s, d, mixed);
    "listOfLists": json!({ "@id": "ex:listOfLists", "@container": "@list" }) => |c, s, d| {
        (0..c.below(4)).map(|_| if c.percent(60) { many(c, s, d, mixed) } else { mixed(c, s, d) }).collect()
    };
    "listOfLinks": json!({ "@id": "ex:listOfLinks", "@container": "@list", "@type": "@id" }) => |c, s, d| many(c, s, d, |c, _, _| json!(name(c)));
    "listOfNumbers": json!({ "@id": "ex:listOfNumbers", "@container": "@list", "@type": "xsd:double" }) => |c, s, d| many(c, s, d, |c, _, _| number(c));
    "set": json!({ "@id": "ex:set", "@container": "@set" }) => |c, s, d| some(c, s, d, mixed);
    "byLanguage": json!({ "@id": "ex:byLanguage", "@container": "@language" }) => |c, s, d| {
        map(c, s, d, language, |c, s, d| some(c, s, d, |c, _, _| json!(text(c))))
    };
    "setByLanguage": json!({ "@id": "ex:setByLanguage", "@container": ["@language", "@set"] }) => |c, s, d| {
        map(c, s, d, |c| if c.percent(20) { "@none" } else { language(c) }, |c, s, d| many(c, s, d, |c, _, _| json!(text(c))))
    };
    "directedByLanguage": json!({ "@id": "ex:directedByLanguage", "@container": "@language", "@direction": "ltr" }) => |c, s, d| {
        map(c, s, d, language, |c, _, _| json!(text(c)))
    };
    "byIndex": json!({ "@id": "ex:byIndex", "@container": "@index" }) => |c, s, d| map(c, s, d, key, |c, s, d| some(c, s, d, mixed));
    "byProperty": json!({ "@id": "ex:byProperty", "@container": "@index", "@index": "ex:position" }) => |c, s, d| {
        map(c, s, d, key, |c, s, d| s.node(c, d))
    };
    "byId": json!({ "@id": "ex:byId", "@container": "@id" }) => |c, s, d| {
        map(c, s, d, |c| if c.percent(15) { "@none" } else { name(c) }, |c, s, d| some(c, s, d, |c, s, d| s.node(c, d)))
    };
    "byType": json!({ "@id": "ex:byType", "@container": "@type" }) => |c, s, d| {
        map(c, s, d, |c| c.word(&["Thing", "ex:Other", "Scoped", "@none", "https://example.org/T"]), |c, s, d| s.node(c, d))
    };
    "graph": json!({ "@id": "ex:graph", "@container": "@graph" }) => |c, s, d| some(c, s, d, |c, s, d| s.node(c, d));
    "graphById": json!({ "@id": "ex:graphById", "@container": ["@graph", "@id"] }) => |c, s, d| {
        map(c, s, d, |c| if c.percent(15) { "@none" } else { name(c) }, |c, s, d| s.node(c, d))
    };
    "graphByIndex": json!({ "@id": "ex:graphByIndex", "@container": ["@graph", "@index", "@set"] }) => |c, s, d| map(c, s, d, key, |c, s, d| s.node(c, d));
    "reversed": json!({ "@reverse": "ex:forward" }) => |c, s, d| some(c, s, d, |c, s, d| if c.percent(80) { s.node(c, d) } else { json!({ "@id": name(c) }) });
    "reversedLink": json!({ "@reverse": "ex:forward", "@type": "@id" }) => |c, s, d| some(c, s, d, |c, _, _| json!(name(c)));
    "nestedHere": json!("@nest") => |c, s, d| s.members(c, d).into();
    "inNest": json!({ "@id": "ex:inNest", "@nest": "nestedHere" }) => |c, s, d| mixed(c, s, d);
    "scopedTerm": json!({ "@id": "ex:scopedTerm", "@context": { "plain": "ex:otherPlain", "inner": "ex:inner", "@language": "fr" } }) => |c, s, d| {
        some(c, s, d, |c, s, d| { let mut node = s.node(c, d); put(&mut node, "inner", scalar(c)); node })
    };
    "scopedOnce": json!({ "@id": "ex:scopedOnce", "@context": { "@propagate": false, "inner": "ex:innerOnce", "set": { "@id": "ex:otherSet", "@container": "@list" } } }) => |c, s, d| {
        let mut node = s.node(c, d);
        put(&mut node, "inner", s.node(c, d));
        node
    };
    "scopedNothing": json!({ "@id": "ex:scopedNothing", "@context": null }) => |c, _, _| json!({ "https://example.org/far": scalar(c) });
    "short": json!("ns:short") => |c, s, d| mixed(c, s, d);
    "sameAsPlain": json!("ex:plain") => |c, s, d| mixed(c, s, d);
    "typeLike": json!({ "@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "@type": "@id" }) => |c, _, _| json!(name(c));
    "hidden": json!(null) => |c, _, _| scalar(c);
    "relative": json!("relative-term") => |c, _, _| scalar(c);
    "Thing": json!("ex:Thing") => |c, s, d| mixed(c, s, d);
    "Scoped": json!({ "@id": "ex:Scoped", "@context": { "inner": "ex:typeInner", "set": { "@id": "ex:typeSet", "@container": "@list" }, "Thing": "ex:OtherThing" } }) => |c, _, _| scalar(c);
    "Spreading": json!({ "@id": "ex:Spreading", "@context": { "@propagate": true, "@vocab": "https://example.org/spread#" } }) => |c, _, _| scalar(c);
    "Protecting": json!({ "@id": "ex:Protecting", "@context": { "@protected": true, "guarded": "ex:guarded", "plain": "ex:plain" } }) => |c, _, _| scalar(c);
}

fn key(chance: &mut Chance) -> &'static str {
    chance.word(&["A", "B", "a", "10", "9", "ü", "🎓", "@none", "", "x y"])
}

fn mixed(chance: &mut Chance, shape: &Shape, depth: usize) -> Value {
    match chance.below(10) {
        0..=4 => scalar(chance),
        5 => literal(chance),
        6 => json!({ "@id": name(chance) }),
        7 => container(chance, shape, depth),
        _ => shape.node(chance, depth),
    }
}

/// A list, set or graph spelled out.
fn container(chance: &mut Chance, shape: &Shape, depth: usize) -> Value {
    if depth == 0 {
        return scalar(chance);
    }
    let inside = some(chance, shape, depth - 1, mixed);
    match chance.below(5) {
        0 | 1 => json!({ "@list": inside }),
        2 => json!({ "@set": inside }),
        3 => json!({ "@graph": shape.node(chance, depth - 1) }),
        _ => {
            json!({ "@graph": [shape.node(chance, depth - 1), shape.node(chance, depth - 1)], "@id": name(chance) })
        }
    }
}

type Make = fn(&mut Chance, &Shape, usize) -> Value;

/// One, or several in an array.
fn some(chance: &mut Chance, shape: &Shape, depth: usize, make: Make) -> Value {
    if chance.percent(60) { make(chance, shape, depth) } else { many(chance, shape, depth, make) }
}

fn many(chance: &mut Chance, shape: &Shape, depth: usize, make: Make) -> Value {
    let mut all: Vec<Value> = (0..chance.below(4)).map(|_| make(chance, shape, depth)).collect();
    // Now and then the same again: what is alike has to be told apart.
    if let Some(first) = all.first().cloned()
        && chance.percent(25)
    {
        all.push(first);
    }
    all.into()
}

fn map(
    chance: &mut Chance,
    shape: &Shape,
    depth: usize,
    key: fn(&mut Chance) -> &'static str,
    make: Make,
) -> Value {
    let members: Map =
        (0..chance.below(4)).map(|_| (key(chance).to_owned(), make(chance, shape, depth))).collect();
    members.into()
}

pub(crate) fn put(node: &mut Value, member: &str, value: Value) {
    if let Some(members) = node.as_object_mut() {
        members.insert(member, value);
    }
}
