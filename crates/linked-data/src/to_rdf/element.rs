//! A JSON object of the document, its keys expanded.

use std::ops::Range;
use std::sync::Arc;

use strict_json::Value;

use crate::context::{Active, Definition, Direction, Name};

/// A member that is a property or a keyword with values.
#[derive(Clone, Debug)]
pub(super) struct Entry<'d> {
    pub(super) key: &'d str,
    pub(super) value: &'d Value,
    pub(super) meaning: Meaning,
    /// The context for its value where it is not that of the object (it stands in a `@nest` with a context of its own).
    pub(super) active: Option<Arc<Active>>,
}

impl Entry<'_> {
    /// Stands where a member was that has been looked at.
    pub(super) const DONE: Entry<'static> =
        Entry { key: "", value: &Value::Null, meaning: Meaning::Graph, active: None };
}

/// What a key means.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A term that is a property.
    Term(Arc<Definition>),
    /// A property written out.
    Iri(Name),
    Type,
    Graph,
    Included,
    Reverse,
}

impl Meaning {
    pub(super) fn definition(&self) -> Option<&Arc<Definition>> {
        match self {
            Meaning::Term(definition) => Some(definition),
            _ => None,
        }
    }

    /// The property that it is.
    pub(super) fn property(&self) -> Option<&Name> {
        match self {
            Meaning::Term(definition) => Some(&definition.name),
            Meaning::Iri(name) => Some(name),
            _ => None,
        }
    }
}

/// An object, entered: its contexts are applied, its keys expanded (§5.1.2 up to step 13.4).
#[derive(Clone, Debug)]
pub(super) struct Element<'d> {
    pub(super) active: Arc<Active>,
    /// The context for the names of types.
    pub(super) types_in: Arc<Active>,
    /// Its members among those of the machine.
    pub(super) entries: Range<usize>,
    pub(super) id: Option<&'d str>,
    pub(super) value: Option<&'d Value>,
    pub(super) language: Option<&'d str>,
    pub(super) direction: Option<Direction>,
    pub(super) index: Option<&'d str>,
    pub(super) list: Option<&'d Value>,
    pub(super) set: Option<&'d Value>,
    /// How many members of each kind say something.
    pub(super) types: usize,
    pub(super) graphs: usize,
    pub(super) others: usize,
}

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'d> {
    Literal(&'d Value),
    List(&'d Value),
    Set(&'d Value),
    /// A language without value: nothing.
    OnlyLanguage,
    Node,
}

impl<'d> Element<'d> {
    /// Is there nothing but `@graph`, and perhaps a name or an index?
    pub(super) fn is_graph(&self) -> bool {
        self.graphs == 1 && self.types == 0 && self.others == 0
    }

    /// Does it say nothing but its name, if it has one?
    pub(super) fn is_bare(&self) -> bool {
        self.says_nothing() && self.index.is_none()
    }

    /// Has it neither types nor properties nor graphs?
    pub(super) fn says_nothing(&self) -> bool {
        self.types == 0 && self.graphs == 0 && self.others == 0
    }
}
