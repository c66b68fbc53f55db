//! From Rust's own values, and from and to those of `serde_json`.

use serde::{Deserialize, Deserializer};

use crate::{Map, Number, Text, Value};

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Bool(flag)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}

/// From whole numbers of these types.
macro_rules! from_numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Number(number.into())
            }
        }
    )+};
}

from_numbers!(i32 i64 u64 usize);

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::String(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::String(text.into())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::String(text.into())
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Value {
        Value::String(text)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Value {
        Value::Object(map)
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(items: Vec<V>) -> Value {
        items.into_iter().collect()
    }
}

impl<V: Into<Value>> FromIterator<V> for Value {
    fn from_iter<I: IntoIterator<Item = V>>(items: I) -> Value {
        Value::Array(items.into_iter().map(Into::into).collect())
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Value {
        use serde_json::Value as Serde;
        match value {
            Serde::Null => Value::Null,
            Serde::Bool(flag) => Value::Bool(flag),
            Serde::Number(number) => Value::Number(number),
            Serde::String(text) => Value::String(text.into()),
            Serde::Array(items) => items.into_iter().collect(),
            Serde::Object(map) => {
                Value::Object(map.into_iter().map(|(name, value)| (name, value.into())).collect())
            }
        }
    }
}

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> serde_json::Value {
        use serde_json::Value as Serde;
        match value {
            Value::Null => Serde::Null,
            Value::Bool(flag) => Serde::Bool(flag),
            Value::Number(number) => Serde::Number(number),
            Value::String(text) => Serde::String(text.into()),
            Value::Array(items) => Serde::Array(items.into_iter().map(Into::into).collect()),
            Value::Object(map) => {
                Serde::Object(map.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}

/// For documents of our own; what strangers sent is read by [`crate::read`].
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        serde_json::Value::deserialize(deserializer).map(Value::from)
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn there_and_back_is_the_same() {
        let value = read(b"{\"b\":[1,1.5,-3,true,null,{}],\"a\":{\"c\":\"x\"}}").unwrap();
        let there = serde_json::Value::from(value.clone());
        assert_eq!(there.to_string(), value.to_string());
        assert_eq!(crate::Value::from(there), value);
    }
}
