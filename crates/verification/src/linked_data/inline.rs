//! Definitions that a document brings along, or that were fetched: what they may not do.

use strict_json::Value;

use super::loader::Contexts;

/// Does the document hold definitions of its own (a `@context` that is an object, at any level)?
pub(crate) fn has_inline(document: &Value) -> bool {
    let mut found = false;
    each_context(document, &mut |_| found = true);
    found
}

/// A term that definitions from elsewhere than this program let mean nothing, or let stand for a keyword: both hide
/// members from whoever reads the JSON.
pub(crate) fn odd_definition(document: &Value, contexts: &Contexts<'_>) -> Option<String> {
    let mut odd = None;
    each_context(document, &mut |context| odd = odd.take().or_else(|| odd_term(context)));
    odd.or_else(|| {
        contexts.used().iter().filter_map(|url| contexts.known_document(url)).find_map(|document| {
            let context = document.json()?.get("@context")?;
            match context {
                Value::Array(items) => items.iter().find_map(odd_term),
                single => odd_term(single),
            }
        })
    })
}

/// Calls `see` with every context that is an object.
fn each_context(document: &Value, see: &mut impl FnMut(&Value)) {
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    if name == "@context" {
                        match member {
                            Value::Object(_) => see(member),
                            Value::Array(items) => {
                                items.iter().filter(|item| item.is_object()).for_each(&mut *see)
                            }
                            _ => {}
                        }
                    } else {
                        open.push(member);
                    }
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

fn odd_term(context: &Value) -> Option<String> {
    let mut open = vec![context];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                for (term, definition) in members {
                    let keyword = |name: &Value| {
                        name.as_str().is_some_and(|name| name.starts_with('@'))
                            && !(term == "id" && name == "@id")
                            && !(term == "type" && name == "@type")
                    };
                    match term.as_str() {
                        "@base" | "@import" | "@propagate" => return Some(term.to_string()),
                        name if name.starts_with('@') => {}
                        _ => match definition {
                            Value::Null => return Some(term.to_string()),
                            name @ Value::String(_) if keyword(name) => return Some(term.to_string()),
                            Value::Object(parts) => {
                                if parts.get("@id").is_some_and(|id| id.is_null() || keyword(id))
                                    || parts.contains_key("@reverse")
                                    || parts.contains_key("@nest")
                                {
                                    return Some(term.to_string());
                                }
                                open.extend(parts.get("@context"));
                            }
                            _ => {}
                        },
                    }
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    None
}
