//! All contexts that a document names and that are not at hand, so that whoever asks for them asks once.

use std::collections::BTreeSet;
use std::sync::Arc;

use strict_json::Value;

use super::source::Contexts;
use crate::iri::{is_absolute, resolve};

/// Addresses looked at.
const MAX_ADDRESSES: usize = 1_000;

/// Their addresses, in order; `found` is one that is known to lack.
pub(crate) fn unknown(
    document: &Value,
    contexts: &dyn Contexts,
    base: Option<&str>,
    found: Vec<String>,
) -> Vec<String> {
    let mut lacking: BTreeSet<String> = found.into_iter().collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut texts: Vec<(Option<Arc<str>>, &Value)> = vec![(base.map(Arc::from), document)];
    // Documents that came in on the way: their contexts may name others.
    let mut addresses: Vec<String> = Vec::new();
    while let Some((base, value)) = texts.pop() {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    if name == "@context" {
                        named(member, base.as_deref(), &mut addresses);
                    }
                    texts.push((base.clone(), member));
                }
            }
            Value::Array(items) => texts.extend(items.iter().map(|item| (base.clone(), item))),
            _ => {}
        }
    }
    while let Some(address) = addresses.pop() {
        if seen.len() >= MAX_ADDRESSES || !seen.insert(address.clone()) {
            continue;
        }
        match contexts.context(&address) {
            None => {
                lacking.insert(address);
            }
            // Only what is applied whenever the document is: contexts of terms may never be needed.
            Some(loaded) => {
                if let Some(context) = &loaded.context {
                    named(context, Some(&loaded.url), &mut addresses);
                }
            }
        }
    }
    lacking.into_iter().collect()
}

fn named(context: &Value, base: Option<&str>, addresses: &mut Vec<String>) {
    let items = match context {
        Value::Array(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    for item in items {
        let address = match item {
            Value::String(address) => Some(address),
            Value::Object(members) => match members.get("@import") {
                Some(Value::String(address)) => Some(address),
                _ => None,
            },
            _ => None,
        };
        if let Some(address) = address {
            addresses.push(match base {
                Some(base) if !is_absolute(address) => resolve(base, address),
                _ => address.to_string(),
            });
        }
    }
}
