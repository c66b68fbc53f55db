//! The same statements can be written as JSON in many ways, and a signature over statements holds for all of them. Who
//! reads the JSON must see in it all that the statements say under the known terms, and nothing that they do not say.
//!
//! An attacker could otherwise rename `validUntil` to an address that means the same, hide `credentialStatus` behind a
//! definition of their own, or let `name` mean nothing: the signature would still fit (VC Data Model 2.0 §1.3 asks for
//! compact JSON for this reason).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;
use strict_json::Value;

use super::expand::Expanded;
use super::loader::Contexts;
use crate::bundled::Bundled;
use crate::remembered::Remembered;

/// A term that the JSON and the statements disagree on.
pub(crate) struct Disguise {
    /// Which.
    pub(crate) term: String,
    /// The statements say something under it that the JSON does not show; else the JSON uses a known term for something
    /// else, as an extension of a platform may by accident.
    pub(crate) hidden: bool,
}

/// What the JSON and the statements disagree on, if anything; call after expansion.
pub(crate) fn disguised(document: &Value, expanded: &Expanded, contexts: &Contexts<'_>) -> Option<Disguise> {
    if let Some(keyword) = odd_keyword(document) {
        return Some(Disguise { term: keyword, hidden: true });
    }
    let known = known(&contexts.bundled_used());
    let mut counts: Vec<(usize, usize)> = vec![(0, 0); known.names.len()];
    count_written(document, &known, &mut |group| counts.get_mut(group).into_iter().for_each(|of| of.0 += 1));
    for (iri, nodes) in &expanded.said {
        if let Some(of) = known.by_iri.get(&**iri).and_then(|group| counts.get_mut(*group)) {
            of.1 += nodes;
        }
    }
    let mut found: Option<Disguise> = None;
    for (group, (written, said)) in counts.into_iter().enumerate() {
        if written != said && found.as_ref().is_none_or(|found| !found.hidden) {
            let term = known.names.get(group).cloned().unwrap_or_default();
            found = Some(Disguise { term, hidden: said > written });
        }
    }
    found
}

/// Sets of contexts whose terms are remembered; a badge takes one or two.
const MAX_REMEMBERED: usize = 256;

/// The terms of bundled contexts, remembered for the life of the process.
fn known(contexts: &[&'static Bundled]) -> Arc<Known> {
    static REMEMBERED: Remembered<Vec<&'static str>, Arc<Known>> = Remembered::new(MAX_REMEMBERED);
    let key: Vec<&'static str> = contexts.iter().map(|context| context.url).collect();
    REMEMBERED.get(key.as_slice(), || {
        let mut terms = Terms::default();
        for context in contexts {
            terms.learn(context.json.get("@context"));
        }
        Arc::new(terms.known())
    })
}

/// Keywords that move or hide members, outside of contexts.
fn odd_keyword(document: &Value) -> Option<String> {
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    match name.as_str() {
                        "@context" => continue,
                        "@graph" | "@nest" | "@reverse" | "@included" | "@id" => {
                            return Some(name.to_string());
                        }
                        "@type" if !members.contains_key("@value") => return Some(name.to_string()),
                        _ => open.push(member),
                    }
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    None
}

/// What the bundled contexts define, at whatever level. Hashed, since each member of each badge is looked up; nothing is
/// ever gone through in their order.
struct Known {
    terms: HashMap<String, Meaning>,
    by_iri: HashMap<String, usize>,
    /// A term of each group.
    names: Vec<String>,
}

/// What a term means.
#[derive(Default)]
struct Meaning {
    /// Its group, unless it stands for a keyword or only for more terms.
    group: Option<usize>,
    /// Its values are JSON, which is not looked into.
    literal: bool,
}

#[derive(Default)]
struct Terms {
    prefixes: BTreeMap<String, String>,
    raw: Vec<(String, String)>,
    literal: BTreeSet<String>,
}

#[derive(Default)]
struct Groups {
    by_term: BTreeMap<String, usize>,
    by_iri: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl Terms {
    fn learn(&mut self, context: Option<&Value>) {
        match context {
            Some(Value::Array(items)) => items.iter().for_each(|item| self.learn(Some(item))),
            Some(Value::Object(members)) => {
                for (term, definition) in members.iter().filter(|(term, _)| !term.starts_with('@')) {
                    let iri = match definition {
                        Value::String(iri) => Some(iri),
                        Value::Object(parts) => match parts.get("@id") {
                            Some(Value::String(iri)) => Some(iri),
                            _ => None,
                        },
                        _ => None,
                    };
                    if let Some(iri) = iri {
                        self.prefixes.entry(term.to_string()).or_insert_with(|| iri.to_string());
                        self.raw.push((term.to_string(), iri.to_string()));
                    }
                    if definition.get("@type").and_then(Value::as_str) == Some("@json") {
                        self.literal.insert(term.to_string());
                    }
                    self.learn(definition.get("@context"));
                }
            }
            _ => {}
        }
    }

    fn absolute(&self, iri: &str) -> String {
        match iri.split_once(':') {
            Some((prefix, rest)) if !rest.starts_with("//") => match self.prefixes.get(prefix) {
                Some(start) if start != iri => format!("{}{rest}", self.absolute_prefix(start)),
                _ => iri.to_owned(),
            },
            _ => iri.to_owned(),
        }
    }

    fn absolute_prefix(&self, start: &str) -> String {
        match start.split_once(':') {
            Some((prefix, rest)) if !rest.starts_with("//") => {
                self.prefixes.get(prefix).map_or_else(|| start.to_owned(), |outer| format!("{outer}{rest}"))
            }
            _ => start.to_owned(),
        }
    }

    fn known(&self) -> Known {
        let groups = self.groups();
        let mut terms: HashMap<String, Meaning> = HashMap::new();
        for (term, group) in groups.by_term {
            terms.entry(term).or_default().group = Some(group);
        }
        for term in &self.literal {
            terms.entry(term.clone()).or_default().literal = true;
        }
        Known { terms, by_iri: groups.by_iri.into_iter().collect(), names: groups.names }
    }

    /// Terms and addresses that mean the same, directly or by way of others, in one group.
    fn groups(&self) -> Groups {
        let mut groups = Groups::default();
        for (term, iri) in &self.raw {
            let iri = self.absolute(iri);
            if iri.starts_with('@') {
                // `id` and `type` stand for keywords; they are no properties.
                continue;
            }
            let (of_term, of_iri) = (groups.by_term.get(term).copied(), groups.by_iri.get(&iri).copied());
            let group = match (of_term, of_iri) {
                (Some(one), Some(other)) => {
                    if one != other {
                        groups
                            .by_term
                            .values_mut()
                            .filter(|group| **group == other)
                            .for_each(|group| *group = one);
                        groups
                            .by_iri
                            .values_mut()
                            .filter(|group| **group == other)
                            .for_each(|group| *group = one);
                    }
                    one
                }
                (Some(group), None) | (None, Some(group)) => group,
                (None, None) => {
                    groups.names.push(term.clone());
                    groups.names.len() - 1
                }
            };
            groups.by_term.insert(term.clone(), group);
            groups.by_iri.insert(iri, group);
        }
        groups
    }
}

fn count_written(document: &Value, known: &Known, count: &mut impl FnMut(usize)) {
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if members.contains_key("@value") {
                    continue;
                }
                for (name, member) in members {
                    if name == "@context" || member.is_null() {
                        continue;
                    }
                    let meaning = known.terms.get(name.as_str());
                    if let Some(group) = meaning.and_then(|meaning| meaning.group) {
                        count(group);
                    }
                    if !meaning.is_some_and(|meaning| meaning.literal) {
                        open.push(member);
                    }
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}
