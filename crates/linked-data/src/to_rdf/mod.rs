//! A JSON-LD document to an RDF dataset: expansion (JSON-LD 1.1 API §5.1) and conversion (§8.1) in one pass.
//!
//! Nodes are not collected into a map on the way (§7.2): a dataset is a set, so that statements can be added as they are
//! found. Nothing calls itself: what is found inside is put on a list and done next.
//!
//! # Where implementations differ
//!
//! What issuers sign with jsonld.js (9.0.0, "safe mode") must verify; the standard decides where nobody signs.
//!
//! * **Languages** come out in small letters.
//! * **A text typed as `xsd:double`** is rewritten into the canonical form (strict only).
//! * **An array within `@list`** is a list, not more items of the same one.
//! * **The direction of a context** is forgotten with the next context (strict only). A text with a direction is refused in
//!   strict mode where no statement would hold the direction ([`RdfDirection::None`]).
//! * **A context put into a `@context` once more** is looked into (strict only).
//! * **A number like `1e-7`** is an integer, zero, for jsonld.js and a double for the standard. Strict mode does not guess:
//!   the signature would cover another value than is shown. Nor does it for a `@nest` with a context.
//! * **`@language` and `@direction` on a node** say nothing, and are refused in strict mode, where jsonld.js lets them pass.

mod element;
mod enter;
mod list;
mod literal;
mod machine;
mod maps;
mod node;
mod number;
mod property;
mod scalar;
mod slot;
mod values;

use std::sync::Arc;

use strict_json::Value;

use crate::context::{Contexts, unknown};
use crate::error::Error;
use crate::rdf::{Dataset, Escapes};
use machine::Machine;

/// What becomes of the base direction of texts (JSON-LD 1.1 API §9.3, `rdfDirection`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RdfDirection {
    /// It is left out; in strict mode refused.
    #[default]
    None,
    /// It becomes part of the datatype.
    I18nDatatype,
    /// It becomes a statement of its own.
    CompoundLiteral,
}

/// How a document is converted.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Refuse what would be left out of the statements, as for signed documents.
    pub strict: bool,
    /// The address of the document, which relative names are relative to. Signed documents have none.
    pub base: Option<&'a str>,
    /// What becomes of the direction of texts.
    pub direction: RdfDirection,
    /// A context to begin with.
    pub context: Option<&'a Value>,
    /// Statements, beyond which the document is too large.
    pub max_quads: usize,
    /// How literals are written.
    pub escapes: Escapes,
}

impl Options<'_> {
    /// For a signed document: strict, without address, at most `max_quads` statements.
    pub fn signed(max_quads: usize) -> Options<'static> {
        Options {
            strict: true,
            base: None,
            direction: RdfDirection::None,
            context: None,
            max_quads,
            escapes: Escapes::Rdfc10,
        }
    }
}

/// What a document says.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its statements.
    pub dataset: Dataset,
    /// Each property by its absolute IRI, with how many objects of the document have it: for whoever holds what the
    /// statements say against what the JSON shows. An object that repeats one under several terms counts once.
    pub said: Vec<(Arc<str>, usize)>,
}

/// The statements of a document, and which properties they are of.
///
/// # Errors
///
/// [`Error::UnknownContext`] with all contexts that are not at hand; [`Error::Syntax`] where the document is not
/// JSON-LD; in strict mode [`Error::Dropped`] where a part of it would be left out; [`Error::Unsupported`] where it is
/// not known what others would make of it; else one of the bounds.
pub fn read(document: &Value, contexts: &dyn Contexts, options: &Options<'_>) -> Result<Reading, Error> {
    let mut machine = Machine::new(contexts, options);
    machine.run(document).map_err(|error| match error {
        Error::UnknownContext(found) => {
            Error::UnknownContext(unknown(document, contexts, options.base, found))
        }
        other => other,
    })?;
    Ok(machine.into_reading())
}

/// The statements of a document.
///
/// # Errors
///
/// As [`read`].
pub fn to_rdf(document: &Value, contexts: &dyn Contexts, options: &Options<'_>) -> Result<Dataset, Error> {
    read(document, contexts, options).map(|reading| reading.dataset)
}

#[cfg(test)]
mod tests;
