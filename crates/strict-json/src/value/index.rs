//! `value["name"]` and `value[0]`, as `serde_json` has them.

use std::ops::{Index, IndexMut};

use crate::{Map, Value};

/// A member; `null` where it is not there.
impl<N: AsRef<str> + ?Sized> Index<&N> for Value {
    type Output = Value;

    fn index(&self, name: &N) -> &Value {
        self.get(name.as_ref()).unwrap_or(&Value::Null)
    }
}

/// A member; `null` where it is not there.
impl<N: AsRef<str> + ?Sized> Index<&N> for Map {
    type Output = Value;

    fn index(&self, name: &N) -> &Value {
        self.get(name.as_ref()).unwrap_or(&Value::Null)
    }
}

/// An item; `null` where it is not there.
impl Index<usize> for Value {
    type Output = Value;

    fn index(&self, place: usize) -> &Value {
        self.as_array().and_then(|items| items.get(place)).unwrap_or(&Value::Null)
    }
}

/// A member, put there as `null` if it was not. For what the program made itself: panics where this is no object.
impl<N: AsRef<str> + ?Sized> IndexMut<&N> for Value {
    #[expect(clippy::panic, reason = "as every index into what is not there")]
    fn index_mut(&mut self, name: &N) -> &mut Value {
        if self.is_null() {
            *self = Value::Object(Map::new());
        }
        match self {
            Value::Object(map) => map.or_null(name.as_ref()),
            _ => panic!("no object, so no member {:?}", name.as_ref()),
        }
    }
}

/// A member, put there as `null` if it was not.
impl<N: AsRef<str> + ?Sized> IndexMut<&N> for Map {
    fn index_mut(&mut self, name: &N) -> &mut Value {
        self.or_null(name.as_ref())
    }
}

/// An item. For what the program made itself: panics where it is not there.
impl IndexMut<usize> for Value {
    #[expect(clippy::panic, reason = "as every index into what is not there")]
    fn index_mut(&mut self, place: usize) -> &mut Value {
        match self.as_array_mut().and_then(|items| items.get_mut(place)) {
            Some(value) => value,
            None => panic!("no item {place}"),
        }
    }
}
