//! Where the members of a large object stand.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::{Text, Value};

/// Where the members stand, by the hash of their names. Seeded at random, so that nobody can make names that share one.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    places: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

impl Index {
    /// Gives back a name that two of them have.
    pub(super) fn of(members: &[(Text, Value)]) -> Result<Box<Index>, &Text> {
        let mut index = Box::<Index>::default();
        for (place, (name, _)) in members.iter().enumerate() {
            // Before it is added: many of one hash would make it slow.
            if index.find(members, name).is_some() {
                return Err(name);
            }
            index.add(members, name, place);
        }
        Ok(index)
    }

    pub(super) fn add(&mut self, members: &[(Text, Value)], name: &str, place: usize) {
        let hasher = &self.hasher;
        let hash_of =
            |place: &usize| members.get(*place).map_or(0, |(name, _)| hasher.hash_one(name.as_str()));
        self.places.insert_unique(self.hasher.hash_one(name), place, hash_of);
    }

    pub(super) fn find(&self, members: &[(Text, Value)], name: &str) -> Option<usize> {
        let same = |place: &usize| members.get(*place).is_some_and(|(other, _)| other == name);
        self.places.find(self.hasher.hash_one(name), same).copied()
    }
}
