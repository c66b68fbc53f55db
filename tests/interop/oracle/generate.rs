//! Documents made by chance: nodes in nodes, with terms of every kind.

use strict_json::{Map, Value, json};

use super::chance::Chance;
use super::features::{self, Feature, put};
use super::values::{self, name, scalar};

/// Which terms a document may use.
pub(crate) struct Shape {
    features: Vec<&'static Feature>,
    /// Are the keywords called `id` and `type`?
    aliases: bool,
    /// How often something is out of place, in a thousand.
    odd: usize,
}

const VC2: &str = "https://www.w3.org/ns/credentials/v2";
const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// A document.
pub(crate) fn document(chance: &mut Chance) -> Value {
    let count = 2 + chance.below(10);
    let features = (0..count).map(|_| chance.pick(features::ALL)).collect();
    // Half of the documents shall be in order, so that more than refusals is compared.
    let odd = *chance.pick(&[0, 0, 0, 10, 40]);
    let shape = Shape { features, aliases: chance.percent(50), odd };
    let depth = 1 + chance.below(4);
    let mut document = shape.node(chance, depth);
    if chance.percent(50) {
        put(&mut document, "@context", shape.context(chance));
    } else {
        document = shape.credential(chance, document);
    }
    match chance.below(12) {
        0 => put(&mut document, "@included", json!([shape.node(chance, 1), shape.node(chance, 1)])),
        1 => put(&mut document, "@graph", json!([shape.node(chance, 2), shape.node(chance, 2)])),
        2 => put(&mut document, "@reverse", json!({ "ex:points": shape.node(chance, 1) })),
        3 => put(&mut document, "ex:written", json!({ "@list": [[scalar(chance)], [], [[scalar(chance)]]] })),
        4 => put(
            &mut document,
            "ex:same",
            json!([{ "ex:a": 1 }, { "ex:a": 1 }, { "ex:a": { "ex:b": 2 } }, { "ex:a": { "ex:b": 2 } }]),
        ),
        _ => {}
    }
    document
}

impl Shape {
    fn context(&self, chance: &mut Chance) -> Value {
        let mut context = Map::new();
        context.insert("ex", json!("https://example.org/vocab#"));
        context.insert("xsd", json!("http://www.w3.org/2001/XMLSchema#"));
        context.insert("ns", json!({ "@id": "https://example.org/ns/x-", "@prefix": true }));
        if self.aliases {
            context.insert("id", json!("@id"));
            context.insert("type", json!("@type"));
        }
        for feature in &self.features {
            context.insert(feature.term.to_owned(), (feature.definition)());
            if feature.term == "inNest" {
                context.insert("nestedHere", json!("@nest"));
            }
        }
        match chance.below(12) {
            0 => context.insert("@vocab", json!("https://example.org/other#")),
            1 => context.insert("@vocab", json!("ex:")),
            2 => context.insert("@language", json!(values::language(chance))),
            3 => context.insert("@direction", json!("rtl")),
            4 => context.insert("@protected", json!(true)),
            5 => context.insert("@version", json!(1.1)),
            6 => context.insert("@base", json!("https://base.example/dir/file")),
            _ => None,
        };
        if chance.percent(self.odd / 4) {
            let odd = [
                ("@vocab", json!("relative")),
                ("@version", json!(1.0)),
                ("@language", json!(5)),
                ("@import", json!(VC2)),
                ("@propagate", json!(false)),
                ("@propagate", json!("no")),
                ("plain", json!("@context")),
                ("plain", json!({ "@id": 5 })),
                ("plain", json!({ "@id": "ex:p", "@type": "relative" })),
                ("plain", json!({ "@id": "ex:p", "@container": "@wrong" })),
                ("plain", json!({ "@id": "_:p" })),
                ("@type", json!({ "@container": "@set" })),
                ("a", json!("b")),
                ("type", json!({ "@id": "@type", "@container": "@set", "@protected": true })),
                ("ex", json!("https://example.org/vocab")),
                ("@foo", json!("ex:foo")),
            ];
            let (term, definition) = chance.pick(&odd).clone();
            context.insert(term, definition);
        }
        context.into()
    }

    /// A badge that holds the node under a term of its own.
    fn credential(&self, chance: &mut Chance, node: Value) -> Value {
        let mut subject = json!({
            "type": ["AchievementSubject"],
            "achievement": {
                "id": name(chance), "type": ["Achievement"], "name": values::text(chance), "description": values::text(chance),
                "criteria": { "narrative": values::text(chance) },
            }
        });
        if chance.percent(50) {
            put(
                &mut subject,
                "identifier",
                json!([{ "type": "IdentityObject", "hashed": chance.percent(50), "identityHash": "x", "identityType": "emailAddress" }]),
            );
        }
        if chance.percent(50) {
            put(&mut subject, "creditsEarned", values::number(chance));
        }
        let results = (0..chance.below(4))
            .map(|_| json!({ "type": ["Result"], "value": chance.word(&["A", "B"]) }))
            .collect();
        if chance.percent(50) {
            put(&mut subject, "result", results);
        }
        if chance.percent(30) {
            let described = json!([{ "id": name(chance), "type": "ResultDescription", "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B", "A"] }]);
            put(&mut subject["achievement"], "resultDescription", described);
        }
        let mut badge = json!({
            "@context": [VC2, OB3, self.context(chance)], "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": { "id": "https://campus.example/issuer", "type": "Profile", "name": values::text(chance) },
            "validFrom": values::time(chance), "name": values::text(chance), "credentialSubject": subject,
        });
        if chance.percent(50) {
            put(&mut badge, "id", json!(name(chance)));
        }
        let place = chance.word(&["credentialSubject", "issuer"]);
        put(&mut badge[place], "ex:more", node);
        badge
    }

    /// A term of the document.
    pub(crate) fn term(&self, chance: &mut Chance) -> &'static str {
        chance.pick(&self.features).term
    }

    /// A node, nested so deep at most.
    pub(crate) fn node(&self, chance: &mut Chance, depth: usize) -> Value {
        let mut node = self.members(chance, depth);
        let (id, kind) = if self.aliases { ("id", "type") } else { ("@id", "@type") };
        if chance.percent(45) {
            node.insert(id, json!(name(chance)));
        }
        if chance.percent(45) {
            let types = ["ex:Thing", "https://example.org/T", "urn:t", "_:type"];
            let mut all: Vec<&str> = (0..=chance.below(2)).map(|_| chance.word(&types)).collect();
            let own: Vec<&str> = self
                .features
                .iter()
                .map(|feature| feature.term)
                .filter(|term| term.starts_with(char::is_uppercase))
                .collect();
            if !own.is_empty() && chance.percent(70) {
                all.push(chance.word(&own));
            }
            node.insert(
                kind.to_owned(),
                if all.len() == 1 && chance.percent(50) { json!(all[0]) } else { json!(all) },
            );
        }
        if node.is_empty() || chance.percent(20) {
            node.insert("ex:direct", scalar(chance));
        }
        if chance.below(1000) < self.odd {
            let odd = [
                ("@id", json!(5)),
                ("@index", json!("i")),
                ("@type", json!(5)),
                ("@value", json!("x")),
                ("@foo", json!("x")),
                ("undefined", json!("x")),
                ("@included", json!("x")),
                ("@reverse", json!({ "ex:r": "x" })),
                ("@context", json!({ "plain": "ex:redefined" })),
                ("@context", Value::Null),
                ("@context", json!({ "@vocab": "https://v.example/" })),
                ("@nest", json!({ "ex:n": 1 })),
                ("@language", json!("en")),
                ("@list", json!([1])),
                ("@set", json!([1])),
                ("@graph", json!({ "ex:g": 1 })),
                ("ex:empty", json!({})),
                ("ex:empty", json!([])),
                ("ex:null", Value::Null),
                ("ex:onlyId", json!({ "@id": "urn:x" })),
                ("urn:p q", json!(1)),
                ("_:p", json!(1)),
                ("", json!(1)),
                ("ex:", json!(1)),
                ("ns:x:y", json!(1)),
                ("@json", json!(1)),
                ("@none", json!(1)),
            ];
            let (member, value) = chance.pick(&odd).clone();
            node.insert(member, value);
        }
        node.into()
    }

    /// Members of a node without name and type.
    pub(crate) fn members(&self, chance: &mut Chance, depth: usize) -> Map {
        let mut members = Map::new();
        if depth > 0 {
            for _ in 0..chance.below(4) {
                let feature = chance.pick(&self.features);
                members.insert(feature.term.to_owned(), (feature.value)(chance, self, depth - 1));
            }
        }
        if members.is_empty() {
            members.insert("ex:leaf", scalar(chance));
        }
        members
    }
}
