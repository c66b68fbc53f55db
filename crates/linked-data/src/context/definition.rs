//! Term definitions (JSON-LD 1.1 API §4.2).

use std::sync::Arc;

use super::source::Scoped;
use crate::keyword::Keyword;

/// What a term, type or name expands to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// Nothing: left out on purpose.
    Null,
    /// A keyword.
    Keyword(Keyword),
    /// An absolute IRI, or the label of a blank node with its `_:`.
    Iri(Arc<str>),
    /// Neither: left out.
    Relative(Arc<str>),
}

impl Name {
    /// A text that has been expanded.
    pub(crate) fn of(text: &str) -> Name {
        match Keyword::parse(text) {
            Some(keyword) => Name::Keyword(keyword),
            None if crate::iri::is_absolute(text) => Name::Iri(text.into()),
            None => Name::Relative(text.into()),
        }
    }

    /// The IRI, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Name::Iri(text) | Name::Relative(text) => Some(text),
            Name::Null | Name::Keyword(_) => None,
        }
    }
}

/// A term's `@type`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypeMapping {
    Id,
    Vocab,
    Json,
    None,
    Iri(Arc<str>),
}

/// The base direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    pub(crate) fn parse(text: &str) -> Option<Direction> {
        match text {
            "ltr" => Some(Direction::Ltr),
            "rtl" => Some(Direction::Rtl),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// A term's `@container`, a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Container {
    pub(crate) list: bool,
    pub(crate) set: bool,
    pub(crate) index: bool,
    pub(crate) language: bool,
    pub(crate) graph: bool,
    pub(crate) id: bool,
    pub(crate) of_type: bool,
}

impl Container {
    /// Does it give a JSON object a meaning of its own?
    pub(crate) fn is_map(self) -> bool {
        self.language || self.index || self.id || self.of_type
    }
}

/// What an active context knows of a term.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Definition {
    pub(crate) name: Name,
    pub(crate) reverse: bool,
    pub(crate) prefix: bool,
    pub(crate) protected: bool,
    pub(crate) of_type: Option<TypeMapping>,
    pub(crate) container: Container,
    /// The inner one is null where the definition sets the context's language aside.
    pub(crate) language: Option<Option<Arc<str>>>,
    pub(crate) direction: Option<Option<Direction>>,
    pub(crate) index: Option<Arc<str>>,
    pub(crate) nest: Option<Arc<str>>,
    pub(crate) context: Option<Arc<Scoped>>,
}

impl Definition {
    /// A term that stands for `name` and says no more.
    pub(crate) fn new(name: Name) -> Definition {
        Definition {
            name,
            reverse: false,
            prefix: false,
            protected: false,
            of_type: None,
            container: Container::default(),
            language: None,
            direction: None,
            index: None,
            nest: None,
            context: None,
        }
    }
}
