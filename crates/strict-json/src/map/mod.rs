//! The members of an object, in the order in which they stand.

mod index;
mod look;

use self::index::Index;
use self::look::bit;
use crate::{Text, Value};

/// How many members are looked through one after the other. Beyond that an index of hashed names finds them, so that an
/// object made large on purpose costs no more than its size.
const FEW: usize = 24;

/// The members of an object, in the order in which they stand, each name once.
#[derive(Clone, Debug, Default)]
pub struct Map {
    members: Vec<(Text, Value)>,
    /// The bits of all names: most that are not there are known by it at once.
    bits: u64,
    index: Option<Box<Index>>,
}

impl Map {
    /// No members.
    pub fn new() -> Map {
        Map::default()
    }

    /// Of these members; a name that two of them have is given back.
    pub(crate) fn of(members: Vec<(Text, Value)>) -> Result<Map, Text> {
        let mut bits = 0;
        let mut twice = None;
        for (place, (name, _)) in members.iter().enumerate() {
            let bit = bit(name);
            // A name whose bit was not there is another.
            if place < FEW && bits & bit != 0 && members.iter().take(place).any(|(before, _)| before == name)
            {
                twice = Some(name);
            }
            bits |= bit;
        }
        let index = match twice {
            None if members.len() > FEW => Index::of(&members).map(Some),
            None => Ok(None),
            Some(name) => Err(name),
        };
        match index.map_err(Text::clone) {
            Ok(index) => Ok(Map { members, bits, index }),
            Err(twice) => Err(twice),
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.index {
            None => self.members.iter().position(|(other, _)| other == name),
            Some(index) => index.find(&self.members, name),
        }
    }

    /// A member's value.
    #[inline]
    pub fn get(&self, name: &str) -> Option<&Value> {
        if self.bits & bit(name) == 0 { None } else { self.find(name) }
    }

    fn find(&self, name: &str) -> Option<&Value> {
        match &self.index {
            None => self.members.iter().find(|(other, _)| other == name).map(|(_, value)| value),
            Some(index) => self.members.get(index.find(&self.members, name)?).map(|(_, value)| value),
        }
    }

    /// A member's value, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let place = self.place(name)?;
        self.members.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Sets a member: where it stands, else at the end. Gives back the value it had.
    pub fn insert(&mut self, name: impl Into<Text>, value: Value) -> Option<Value> {
        match self.insert_new(name.into(), value) {
            Ok(()) => None,
            Err((name, value)) => self.get_mut(&name).map(|place| std::mem::replace(place, value)),
        }
    }

    /// Sets a member that is not there yet; gives name and value back if it is.
    fn insert_new(&mut self, name: Text, value: Value) -> Result<(), (Text, Value)> {
        if self.place(&name).is_some() {
            return Err((name, value));
        }
        let place = self.members.len();
        self.bits |= bit(&name);
        self.members.push((name, value));
        match &mut self.index {
            Some(index) => {
                let name = self.members.get(place).map_or("", |(name, _)| name.as_str());
                index.add(&self.members, name, place);
            }
            None if self.members.len() > FEW => self.index = Index::of(&self.members).ok(),
            None => {}
        }
        Ok(())
    }

    /// A member's value, to be changed; `null` is put at the end first if it is not there.
    pub(crate) fn or_null(&mut self, name: &str) -> &mut Value {
        let place = self.place(name).unwrap_or_else(|| {
            self.insert(name, Value::Null);
            self.members.len() - 1
        });
        match self.members.get_mut(place) {
            Some((_, value)) => value,
            None => unreachable!("it was found, or put there"),
        }
    }

    /// Takes a member out; those after it move up.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let place = self.place(name)?;
        let (_, value) = self.members.remove(place);
        self.index = if self.members.len() > FEW { Index::of(&self.members).ok() } else { None };
        Some(value)
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members.
    pub fn iter(&self) -> Iter<'_> {
        self.members.iter().map(member)
    }

    /// The members, their values to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Text, &mut Value)> {
        self.members.iter_mut().map(|(name, value)| (&*name, value))
    }

    /// The names.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Text> + ExactSizeIterator {
        self.members.iter().map(|(name, _)| name)
    }

    /// The values.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.members.iter().map(|(_, value)| value)
    }

    /// The values, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.members.iter_mut().map(|(_, value)| value)
    }
}

/// A name with its value.
type Member<'a> = (&'a Text, &'a Value);
/// The members of a map, one after the other.
type Iter<'a> = std::iter::Map<std::slice::Iter<'a, (Text, Value)>, fn(&(Text, Value)) -> Member<'_>>;

fn member((name, value): &(Text, Value)) -> Member<'_> {
    (name, value)
}

impl<'a> IntoIterator for &'a Map {
    type Item = Member<'a>;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl IntoIterator for Map {
    type Item = (Text, Value);
    type IntoIter = std::vec::IntoIter<(Text, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl<N: Into<Text>> Extend<(N, Value)> for Map {
    fn extend<I: IntoIterator<Item = (N, Value)>>(&mut self, members: I) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl<N: Into<Text>> FromIterator<(N, Value)> for Map {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(members: I) -> Map {
        let mut map = Map::new();
        map.extend(members);
        map
    }
}

/// Equal members in whatever order.
impl PartialEq for Map {
    fn eq(&self, other: &Map) -> bool {
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl Eq for Map {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn members_keep_their_order_and_are_equal_in_any() {
        let one: Map = [("b", Value::Null), ("a", Value::Bool(true))].into_iter().collect();
        let other: Map = [("a", Value::Bool(true)), ("b", Value::Null)].into_iter().collect();
        assert_eq!(one.keys().collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(one, other);
        assert_ne!(one, Map::new());
    }

    proptest! {
        /// Also where it grows beyond, and shrinks below, what is looked through one after the other.
        #[test]
        fn it_holds_what_a_plain_list_holds(steps in proptest::collection::vec((0_u8..60, any::<bool>()), 0..200)) {
            let (mut map, mut list) = (Map::new(), Vec::<(String, Value)>::new());
            for (step, (name, add)) in steps.into_iter().enumerate() {
                let name = name.to_string();
                let place = list.iter().position(|(other, _)| *other == name);
                let value = Value::from(step);
                let (gave, expected) = match (add, place) {
                    (true, None) => {
                        list.push((name.clone(), value.clone()));
                        (map.insert(&name, value), None)
                    }
                    (true, Some(place)) => {
                        let old = std::mem::replace(&mut list[place].1, value.clone());
                        (map.insert(&name, value), Some(old))
                    }
                    (false, place) => (map.remove(&name), place.map(|place| list.remove(place).1)),
                };
                prop_assert_eq!(gave, expected);
                prop_assert_eq!(map.get(&name), list.iter().find(|(other, _)| *other == name).map(|(_, value)| value));
                prop_assert_eq!(map.index.is_some(), map.len() > FEW);
            }
            prop_assert_eq!(map.len(), list.len());
            prop_assert!(map.iter().zip(&list).all(|((name, value), (other, of))| name == other && value == of));
            for (name, value) in &list {
                prop_assert_eq!(map.get(name), Some(value));
            }
        }
    }
}
