//! What contexts were processed to before. Lookups only: the tables' order is never seen.

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use hashbrown::HashMap;

use super::active::Active;

/// A context applied to an active context, in a certain way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) active: u64,
    pub(super) context: u64,
    pub(super) propagate: bool,
    pub(super) override_protected: bool,
    /// What is refused when one is strict is not refused again on the way out of a cache.
    pub(super) strict: bool,
}

/// Terms that all remembered contexts together may hold: some 20 MB. Usual badges need a tenth.
const MAX_TERMS: usize = 400_000;

#[derive(Default)]
struct Kept {
    known: HashMap<Key, Arc<Active>>,
    terms: usize,
}

/// Of bundled contexts only: nothing foreign can grow it, but by naming bundled ones in ever other orders; hence its bound.
fn kept() -> &'static RwLock<Kept> {
    static KEPT: OnceLock<RwLock<Kept>> = OnceLock::new();
    KEPT.get_or_init(RwLock::default)
}

/// The cache of one conversion, before that of the process.
#[derive(Debug, Default)]
pub(super) struct Cache {
    own: HashMap<Key, Arc<Active>>,
}

impl Cache {
    pub(super) fn get(&self, key: &Key) -> Option<Arc<Active>> {
        if let Some(active) = self.own.get(key) {
            return Some(active.clone());
        }
        kept().read().unwrap_or_else(PoisonError::into_inner).known.get(key).cloned()
    }

    /// Remembers a result, for the life of the process if `keep`.
    pub(super) fn put(&mut self, key: Key, active: &Arc<Active>, keep: bool) {
        if !keep {
            self.own.insert(key, active.clone());
            return;
        }
        active.keep();
        let mut kept = kept().write().unwrap_or_else(PoisonError::into_inner);
        kept.terms = kept.terms.saturating_add(active.parts.terms.len() + 16);
        if kept.terms > MAX_TERMS {
            *kept = Kept { known: HashMap::new(), terms: active.parts.terms.len() + 16 };
        }
        kept.known.insert(key, active.clone());
    }
}
