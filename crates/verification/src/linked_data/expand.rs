//! The statements of a document, read strictly: no undefined term, no name without scheme, no context that is not known.

use std::sync::Arc;

use linked_data::rdf::{Dataset, Escapes};
use linked_data::{Dropped, Error, Options, RdfDirection, read};
use strict_json::Value;

use super::loader::Contexts;
use super::shape::depth;

/// Statements of one document, beyond which nothing is canonicalised.
const MAX_QUADS: usize = 20_000;

/// How statements are written, which those who sign did not always do alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Writing {
    /// As the suites of Data Integrity do: the direction of a text is part of its datatype, and so signed.
    DataIntegrity,
    /// As the suites before do: a text with a direction, which nothing would sign, is refused.
    Former,
    /// As those were signed with rdf-canonize before 4: with tabs and control characters as they are.
    FormerEscapes,
}

impl Writing {
    fn options(self) -> Options<'static> {
        let signed = Options::signed(MAX_QUADS);
        match self {
            Writing::DataIntegrity => Options { direction: RdfDirection::I18nDatatype, ..signed },
            Writing::Former => signed,
            Writing::FormerEscapes => Options { escapes: Escapes::Urdna2015, ..signed },
        }
    }
}

/// A document, read.
pub(crate) struct Expanded {
    /// Its statements.
    pub(crate) dataset: Dataset,
    /// Each property by its absolute IRI, with how many of its objects have it.
    pub(crate) said: Vec<(Arc<str>, usize)>,
}

/// Why there are no statements.
#[derive(Debug)]
pub(crate) enum ExpandError {
    /// Nested beyond the bound.
    TooDeep,
    /// More statements than the bound, or contexts that take too much work.
    TooLarge,
    /// These contexts are not known.
    UnknownContexts(Vec<String>),
    /// This term, type or name stands for nothing.
    Undefined(String),
    /// Anything else, in words for programmers.
    LinkedData(String),
}

/// Reads a document over `contexts`.
pub(crate) fn expand(
    document: &Value,
    contexts: &Contexts<'_>,
    writing: Writing,
) -> Result<Expanded, ExpandError> {
    if depth(document) > openbadges::limits::JSON_DEPTH {
        return Err(ExpandError::TooDeep);
    }
    match read(document, contexts, &writing.options()) {
        Ok(reading) => Ok(Expanded { dataset: reading.dataset, said: reading.said }),
        Err(Error::UnknownContext(urls)) => {
            contexts.lack(&urls);
            Err(ExpandError::UnknownContexts(contexts.unknown()))
        }
        Err(Error::Dropped {
            dropped:
                Dropped::Property
                | Dropped::Type
                | Dropped::Id
                | Dropped::Vocab
                | Dropped::Reserved
                | Dropped::BlankProperty,
            term,
        }) => Err(ExpandError::Undefined(term)),
        Err(Error::TooDeep) => Err(ExpandError::TooDeep),
        Err(Error::TooLarge | Error::TooMuchWork) => Err(ExpandError::TooLarge),
        Err(error) => Err(ExpandError::LinkedData(error.to_string())),
    }
}
