//! Handles of terms.

/// The datatype that canonical N-Quads leave out.
pub(crate) const XSD_STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
/// The datatype of strings with a language.
pub(crate) const RDF_LANG_STRING: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

/// A term of one [`Dataset`](super::Dataset); means nothing in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(u32);

/// What a handle stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An IRI or a literal: the number of its text.
    Text(usize),
    /// A blank node: its number.
    Blank(usize),
}

/// Set in the handles of blank nodes.
const BLANK: u32 = 1 << 31;

impl TermId {
    /// Stands in a quad for the default graph, and is given out for a term that found no room.
    pub(crate) const NONE: TermId = TermId(u32::MAX);
    /// Stands for a node in what is said of itself.
    pub(crate) const SELF: TermId = TermId(u32::MAX - 1);

    pub(crate) fn text(number: usize) -> Option<TermId> {
        u32::try_from(number).ok().filter(|number| *number < BLANK).map(TermId)
    }

    pub(crate) fn blank(number: usize) -> Option<TermId> {
        u32::try_from(number).ok().filter(|number| *number < BLANK - 2).map(|number| TermId(number | BLANK))
    }

    /// Is it a blank node?
    pub fn is_blank(self) -> bool {
        self.0 & BLANK != 0 && self != TermId::NONE
    }

    pub(crate) fn kind(self) -> Kind {
        if self.is_blank() { Kind::Blank((self.0 & !BLANK) as usize) } else { Kind::Text(self.0 as usize) }
    }

    /// The number of the blank node, if it is one.
    pub(crate) fn node(self) -> Option<usize> {
        match self.kind() {
            Kind::Blank(node) => Some(node),
            Kind::Text(_) => None,
        }
    }
}
