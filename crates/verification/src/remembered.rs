//! What was worked out once and is needed again.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// Values worked out from their keys alone, kept for the life of the process. Bounded: whoever writes badges can name as
/// many keys and contexts as they like, and only makes us work them out again.
pub(crate) struct Remembered<K, V> {
    most: usize,
    entries: RwLock<BTreeMap<K, V>>,
}

impl<K: Ord, V: Clone> Remembered<K, V> {
    /// Remembers up to `most` values; when one more comes, all are forgotten.
    pub(crate) const fn new(most: usize) -> Remembered<K, V> {
        Remembered { most, entries: RwLock::new(BTreeMap::new()) }
    }

    /// The value of a key, worked out where it is not remembered.
    pub(crate) fn get<Q>(&self, key: &Q, work_out: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Ord + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(value) = self.entries.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return value.clone();
        }
        let value = work_out();
        let mut entries = self.entries.write().unwrap_or_else(PoisonError::into_inner);
        if entries.len() >= self.most {
            entries.clear();
        }
        entries.insert(key.to_owned(), value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_worked_out_once_and_never_more_than_the_bound_are_kept() {
        let remembered: Remembered<String, usize> = Remembered::new(2);
        let mut worked_out = 0;
        for key in ["a", "a", "b", "a", "c", "a"] {
            let length = remembered.get(key, || {
                worked_out += 1;
                key.len()
            });
            assert_eq!(length, 1);
            assert!(remembered.entries.read().unwrap().len() <= 2);
        }
        // `c` did not fit beside `a` and `b`, so `a` was worked out once more.
        assert_eq!(worked_out, 4);
    }
}
