//! One value of a JSON document.

mod conversions;
mod equality;
mod index;
mod several;

use std::fmt;

pub use several::{each, first};

use crate::{Map, Number, Text};

/// One value of a JSON document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Text),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(Map),
}

impl Value {
    /// A member of an object; `None` of everything else.
    #[inline]
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Object(map) => map.get(name),
            _ => None,
        }
    }

    /// A member of an object, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.as_object_mut()?.get_mut(name)
    }

    /// What an address within the document leads to (RFC 6901, JSON Pointer).
    pub fn pointer(&self, pointer: &str) -> Option<&Value> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer.strip_prefix('/')?.split('/').try_fold(self, |value, token| match value {
            Value::Object(map) => map.get(&name_of(token)),
            Value::Array(items) => items.get(place_of(token)?),
            _ => None,
        })
    }

    /// The same, to be changed.
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Value> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer.strip_prefix('/')?.split('/').try_fold(self, |value, token| match value {
            Value::Object(map) => map.get_mut(&name_of(token)),
            Value::Array(items) => items.get_mut(place_of(token)?),
            _ => None,
        })
    }

    /// Takes the value out and leaves `null`.
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Of `true` and `false`.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// A whole number.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// A number as a double.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?.as_f64()
    }

    /// A number.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The items of an array.
    pub fn as_array(&self) -> Option<&Vec<Value>> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The items of an array, to be changed.
    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&Map> {
        match self {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    /// The members of an object, to be changed.
    pub fn as_object_mut(&mut self) -> Option<&mut Map> {
        match self {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Whether it is `true` or `false`.
    pub fn is_boolean(&self) -> bool {
        matches!(self, Value::Bool(_))
    }

    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        matches!(self, Value::Number(_))
    }

    /// Whether it is a string.
    pub fn is_string(&self) -> bool {
        matches!(self, Value::String(_))
    }

    /// Whether it is an array.
    pub fn is_array(&self) -> bool {
        matches!(self, Value::Array(_))
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Value::Object(_))
    }
}

/// A step of a pointer into an object.
fn name_of(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// A step of a pointer into an array: digits without a zero before them.
fn place_of(token: &str) -> Option<usize> {
    (token == "0" || !token.starts_with(['0', '+'])).then(|| token.parse().ok()).flatten()
}

/// As JSON without white space.
impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

#[cfg(test)]
mod tests {
    use crate::json;

    #[test]
    fn pointers_lead_where_those_of_serde_json_lead() {
        let text = r#"{"a":[{"b/c":1,"d~e":2},[0,1]],"":{"":3},"01":4}"#;
        let (ours, theirs) =
            (crate::read(text.as_bytes()).unwrap(), serde_json::from_str::<serde_json::Value>(text).unwrap());
        for pointer in [
            "",
            "/",
            "//",
            "/a",
            "/a/0",
            "/a/00",
            "/a/01",
            "/a/+1",
            "/a/-",
            "/a/0/b~1c",
            "/a/0/d~0e",
            "/a/1/1",
            "/01",
            "a",
            "/a/7",
            "/a/1/1/1",
        ] {
            assert_eq!(
                ours.clone().pointer_mut(pointer).cloned(),
                ours.pointer(pointer).cloned(),
                "{pointer:?}"
            );
            assert_eq!(
                ours.pointer(pointer).cloned(),
                theirs.pointer(pointer).cloned().map(Into::into),
                "{pointer:?}"
            );
        }
    }

    #[test]
    fn what_is_taken_leaves_null() {
        let mut value = json!({ "a": [1] });
        assert_eq!(value.get_mut("a").unwrap().take(), json!([1]));
        assert_eq!(value, json!({ "a": null }));
    }
}
