//! The active context (JSON-LD 1.1 API §4.1).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use hashbrown::HashMap;

use super::definition::{Definition, Direction, Name};
use super::expand_iri::{Against, Expanded};
use super::source::fresh_id;
use crate::keyword::Keyword;

/// What relative names are resolved against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// The address of the document, if it has one.
    Document,
    /// Nothing.
    Null,
    /// This.
    Iri(Arc<str>),
}

/// The terms and defaults in force at one place of a document.
#[derive(Debug)]
pub(crate) struct Active {
    /// Unlike that of any other, so that caches can go by it.
    pub(super) id: u64,
    /// Is it in the cache for the life of the process?
    pub(super) kept: AtomicBool,
    pub(super) parts: Parts,
    /// Keys (besides the keyword itself) that stand for `@value`, `@type`, `@id`: nearly always none or one.
    aliases: Vec<(Arc<str>, Keyword)>,
}

/// What there is to an active context.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// Lookups only: its order, which differs from run to run, is never seen.
    pub(super) terms: HashMap<Arc<str>, Arc<Definition>>,
    pub(crate) vocab: Option<Arc<str>>,
    pub(crate) base: Base,
    pub(crate) language: Option<Arc<str>>,
    pub(crate) direction: Option<Direction>,
    /// The context to go back to in nodes below, where this one does not propagate.
    pub(crate) previous: Option<Arc<Active>>,
}

impl Active {
    /// The context that every document begins with.
    pub(crate) fn initial() -> Arc<Active> {
        static INITIAL: OnceLock<Arc<Active>> = OnceLock::new();
        INITIAL
            .get_or_init(|| {
                let parts = Parts {
                    terms: HashMap::new(),
                    vocab: None,
                    base: Base::Document,
                    language: None,
                    direction: None,
                    previous: None,
                };
                let active = Active::new(parts);
                active.keep();
                active
            })
            .clone()
    }

    pub(super) fn new(parts: Parts) -> Arc<Active> {
        let aliases = parts
            .terms
            .iter()
            .filter_map(|(term, definition)| match definition.name {
                Name::Keyword(keyword @ (Keyword::Value | Keyword::Type | Keyword::Id)) => {
                    Some((term.clone(), keyword))
                }
                _ => None,
            })
            .collect();
        Arc::new(Active { id: fresh_id(), kept: AtomicBool::new(false), parts, aliases })
    }

    pub(super) fn keep(&self) {
        self.kept.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_kept(&self) -> bool {
        self.kept.load(Ordering::Relaxed)
    }

    /// The definition of a term.
    pub(crate) fn term(&self, term: &str) -> Option<&Arc<Definition>> {
        self.parts.terms.get(term)
    }

    /// Expands a name (§5.2).
    pub(crate) fn expand<'n>(&'n self, name: &'n str, against: Against<'_>) -> Expanded<'n> {
        self.parts.expand(name, against)
    }

    /// Does a key stand for this keyword (one of `@value`, `@type`, `@id`)?
    pub(crate) fn stands_for(&self, key: &str, keyword: Keyword) -> bool {
        if key.starts_with('@') {
            return Keyword::parse(key) == Some(keyword);
        }
        self.aliases.iter().any(|(term, meant)| *meant == keyword && &**term == key)
    }

    /// The context to go back to, if this one does not propagate.
    pub(crate) fn previous(&self) -> Option<&Arc<Active>> {
        self.parts.previous.as_ref()
    }

    /// The language of texts without one.
    pub(crate) fn language(&self) -> Option<&Arc<str>> {
        self.parts.language.as_ref()
    }

    /// The direction of texts without one.
    pub(crate) fn direction(&self) -> Option<Direction> {
        self.parts.direction
    }

    pub(super) fn has_protected(&self) -> bool {
        self.parts.terms.values().any(|definition| definition.protected)
    }
}

impl Drop for Active {
    /// A chain of previous contexts is as long as a document is deep; letting go of it must not use the stack.
    fn drop(&mut self) {
        let mut next = self.parts.previous.take();
        while let Some(active) = next {
            next = match Arc::try_unwrap(active) {
                Ok(mut last) => last.parts.previous.take(),
                Err(_) => None,
            };
        }
    }
}
