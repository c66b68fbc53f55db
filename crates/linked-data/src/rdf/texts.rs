//! Many short texts in one buffer, each kept once.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Numbered texts. The table's order is never looked at, so that its random seed shows nowhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each text ends; the next begins there.
    ends: Vec<usize>,
    table: HashTable<u32>,
    seed: DefaultHashBuilder,
}

impl Texts {
    pub(super) fn with_capacity(texts: usize, bytes: usize) -> Texts {
        Texts {
            all: String::with_capacity(bytes),
            ends: Vec::with_capacity(texts),
            table: HashTable::with_capacity(texts),
            seed: DefaultHashBuilder::default(),
        }
    }

    /// The number of the text that `write` appends; a new one if there is none like it.
    pub(super) fn intern(&mut self, write: impl FnOnce(&mut String)) -> usize {
        let from = self.all.len();
        write(&mut self.all);
        let text = self.all.get(from..).unwrap_or_default();
        let hash = self.seed.hash_one(text);
        let same = |number: &u32| get(&self.all, &self.ends, *number as usize) == text;
        if let Some(number) = self.table.find(hash, same) {
            let number = *number as usize;
            self.all.truncate(from);
            return number;
        }
        let number = self.ends.len();
        self.ends.push(self.all.len());
        let Texts { all, ends, table, seed } = self;
        let again = |number: &u32| seed.hash_one(get(all, ends, *number as usize));
        // Numbers stay below 2³²: `Dataset` gives out no handle beyond 2³¹ and then takes no more terms.
        table.insert_unique(hash, u32::try_from(number).unwrap_or(u32::MAX), again);
        number
    }

    pub(super) fn get(&self, number: usize) -> &str {
        get(&self.all, &self.ends, number)
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all texts.
    pub(super) fn bytes(&self) -> usize {
        self.all.len()
    }
}

fn get<'a>(all: &'a str, ends: &[usize], number: usize) -> &'a str {
    let from = match number.checked_sub(1) {
        Some(before) => ends.get(before).copied().unwrap_or_default(),
        None => 0,
    };
    ends.get(number).and_then(|end| all.get(from..*end)).unwrap_or_default()
}
