//! Expansion (JSON-LD 1.1 API §5.1), strict: an undefined term, a name without scheme, a context that is not known.

use futures::FutureExt as _;
use serde_json::Value;
use ssi::json_ld::syntax::{IntoJsonWithContext as _, Parse as _, Value as LdValue};
use ssi::json_ld::{CompactJsonLd, Expandable as _, JsonLdError, expansion};

use super::loader::Contexts;
use super::shape::depth;

/// An expanded document.
pub(crate) struct Expanded {
    /// As JSON text, for the conversion to statements.
    pub(crate) text: String,
    /// The same, parsed.
    pub(crate) json: Value,
}

/// Why a document could not be expanded.
#[derive(Debug)]
pub(crate) enum ExpandError {
    /// Nested beyond the bound.
    TooDeep,
    /// These contexts are not known.
    UnknownContexts(Vec<String>),
    /// This term, type or name stands for nothing.
    Undefined(String),
    /// Anything else: the text of the library's error.
    LinkedData(String),
}

/// Expands a document over `contexts`; must run on a deep stack.
pub(crate) fn expand(document: &Value, contexts: &Contexts<'_>) -> Result<Expanded, ExpandError> {
    if depth(document) > openbadges::limits::JSON_DEPTH {
        return Err(ExpandError::TooDeep);
    }
    contexts.survey(document);
    let unknown = contexts.unknown();
    if !unknown.is_empty() {
        return Err(ExpandError::UnknownContexts(unknown));
    }
    let text = document.to_string();
    let (value, _) = LdValue::parse_str(&text).map_err(|error| ExpandError::LinkedData(error.to_string()))?;
    let compact = CompactJsonLd(value);
    // The loader answers at once, so the future is ready at its first poll.
    let expanded = compact
        .expand(contexts)
        .now_or_never()
        .ok_or_else(|| ExpandError::LinkedData("the expansion did not end".to_owned()))?
        .map_err(|error| reason(error, contexts))?;
    let text = expanded.into_objects().into_json_with(&()).to_string();
    let json = serde_json::from_str(&text).map_err(|error| ExpandError::LinkedData(error.to_string()))?;
    all_named(&json)?;
    Ok(Expanded { text, json })
}

fn reason(error: JsonLdError, contexts: &Contexts<'_>) -> ExpandError {
    let unknown = contexts.unknown();
    if !unknown.is_empty() {
        return ExpandError::UnknownContexts(unknown);
    }
    match error {
        JsonLdError::Expansion(expansion::Error::KeyExpansionFailed(term)) => ExpandError::Undefined(term),
        // The library does not say which; a type without definition is by far the most usual.
        JsonLdError::Expansion(expansion::Error::InvalidTypeValue) => {
            ExpandError::Undefined("type".to_owned())
        }
        error => ExpandError::LinkedData(error.to_string()),
    }
}

/// Refuses names (`@id`, `@type`, properties) that are no absolute IRI: the conversion to statements would leave out
/// whatever hangs on them, so that no signature covered it.
fn all_named(expanded: &Value) -> Result<(), ExpandError> {
    let undefined = |name: &str| Err(ExpandError::Undefined(name.to_owned()));
    let mut open = vec![expanded];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                if members.contains_key("@value") {
                    if let Some(Value::String(datatype)) = members.get("@type")
                        && datatype != "@json"
                        && !is_absolute(datatype)
                    {
                        return undefined(datatype);
                    }
                    continue;
                }
                for (name, member) in members {
                    match (name.as_str(), member) {
                        ("@id", Value::String(id)) if !is_node(id) => return undefined(id),
                        ("@id", Value::String(_)) => {}
                        ("@id", other) => return undefined(&other.to_string()),
                        ("@type", types) => {
                            let types = match types {
                                Value::Array(types) => types.as_slice(),
                                single => std::slice::from_ref(single),
                            };
                            for name in types {
                                match name {
                                    Value::String(name) if is_node(name) => {}
                                    other => return undefined(other.as_str().unwrap_or("@type")),
                                }
                            }
                        }
                        ("@graph" | "@list" | "@set" | "@included" | "@reverse", _) => open.push(member),
                        ("@index" | "@language" | "@direction", _) => {}
                        (property, _) => {
                            if !is_absolute(property) {
                                return undefined(property);
                            }
                            open.push(member);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_node(name: &str) -> bool {
    name.strip_prefix("_:").map_or_else(|| is_absolute(name), |label| !label.is_empty())
}

fn is_absolute(name: &str) -> bool {
    oxrdf::NamedNode::new(name).is_ok()
}
