//! IRI expansion (JSON-LD 1.1 API §5.2), once all terms of a context are defined.

use std::borrow::Cow;

use super::active::{Base, Parts};
use super::definition::{Definition, Name};
use crate::iri::{is_absolute, resolve};
use crate::keyword::{Keyword, like_keyword};

/// What a name may be relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Against<'a> {
    /// Terms, and the vocabulary.
    pub(crate) vocab: bool,
    /// The base, which is the document's address where no context says another.
    pub(crate) base: Option<&'a str>,
    /// Is the base to be used at all?
    pub(crate) document: bool,
}

impl<'a> Against<'a> {
    /// Terms and the vocabulary: keys.
    pub(crate) const VOCAB: Against<'static> = Against { vocab: true, base: None, document: false };

    /// The base: names of nodes.
    pub(crate) fn base(base: Option<&'a str>) -> Against<'a> {
        Against { vocab: false, base, document: true }
    }

    /// Both: types.
    pub(crate) fn both(base: Option<&'a str>) -> Against<'a> {
        Against { vocab: true, base, document: true }
    }
}

/// An expanded name, before anybody asks whether it is absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expanded<'a> {
    Null,
    Keyword(Keyword),
    Text(Cow<'a, str>),
}

impl Parts {
    /// Expands a name (§5.2.2). `value` borrowed comes back borrowed where nothing changes.
    pub(crate) fn expand<'a>(&'a self, value: &'a str, against: Against<'_>) -> Expanded<'a> {
        if value.starts_with('@') {
            if let Some(keyword) = Keyword::parse(value) {
                return Expanded::Keyword(keyword);
            }
            if like_keyword(value) {
                return Expanded::Null;
            }
        }
        if against.vocab
            && let Some(definition) = self.terms.get(value)
        {
            return definition.expanded();
        }
        match value.find(':') {
            Some(colon) if colon > 0 => {
                let (prefix, suffix) =
                    (value.get(..colon).unwrap_or_default(), value.get(colon + 1..).unwrap_or_default());
                if prefix == "_" || suffix.starts_with("//") {
                    return Expanded::Text(value.into());
                }
                if let Some(definition) = self.terms.get(prefix)
                    && definition.prefix
                    && let Some(start) = definition.name.text()
                {
                    return Expanded::Text(format!("{start}{suffix}").into());
                }
                if is_absolute(value) {
                    return Expanded::Text(value.into());
                }
            }
            _ => {}
        }
        if against.vocab
            && let Some(vocab) = &self.vocab
        {
            return Expanded::Text(format!("{vocab}{value}").into());
        }
        if against.document {
            return Expanded::Text(match (&self.base, against.base) {
                (Base::Iri(base), document) => match document {
                    Some(document) if !is_absolute(base) => resolve(&resolve(document, base), value).into(),
                    _ => resolve(base, value).into(),
                },
                (Base::Document, Some(base)) => resolve(base, value).into(),
                (Base::Null, _) | (Base::Document, None) => value.into(),
            });
        }
        Expanded::Text(value.into())
    }
}

impl Definition {
    fn expanded(&self) -> Expanded<'_> {
        match &self.name {
            Name::Null => Expanded::Null,
            Name::Keyword(keyword) => Expanded::Keyword(*keyword),
            Name::Iri(text) | Name::Relative(text) => Expanded::Text((&**text).into()),
        }
    }
}
