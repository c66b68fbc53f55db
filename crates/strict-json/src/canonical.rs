//! The canonical form (RFC 8785), and how values are written.

use serde::{Serialize, Serializer};

use crate::{Map, Value};

/// RFC 8785, for equality of content. Not defined for numbers beyond a double, which [`crate::read`] never gives.
pub fn canonical(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(&Plain(value)).unwrap_or_default()
}

/// A value whose numbers serialise as numbers, also where a dependency has turned on serde_json's
/// `arbitrary_precision`, under which they would serialise as a struct.
struct Plain<'a>(&'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number(number) => {
                // JCS writes every number as ECMAScript does, so as a double.
                serializer.serialize_f64(number.as_f64().unwrap_or_default())
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Object(map) => serializer.collect_map(map.iter().map(|(k, v)| (k.as_str(), Plain(v)))),
            other => other.serialize(serializer),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            Value::Number(number) => number.serialize(serializer),
            Value::String(text) => serializer.serialize_str(text),
            Value::Array(items) => serializer.collect_seq(items),
            Value::Object(map) => map.serialize(serializer),
        }
    }
}

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, value)| (name.as_str(), value)))
    }
}

#[cfg(test)]
mod tests {
    use crate::{canonical, read};

    #[test]
    fn canonical_form_is_that_of_rfc_8785() {
        let value =
            read(b"{\"b\":[1.0,1e21,-0,333333333.33333329,9007199254740993],\"a\":\"\\u20ac\\n\"}").unwrap();
        assert_eq!(
            String::from_utf8(canonical(&value)).unwrap(),
            "{\"a\":\"\u{20ac}\\n\",\"b\":[1,1e+21,0,333333333.3333333,9007199254740992]}"
        );
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        let text = "{\"b\":[1,1.5,-3,true,null],\"a\":{\"\u{20ac}\":\"x\\n\"}}";
        let value = read(text.as_bytes()).unwrap();
        assert_eq!(value.to_string(), text);
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }
}
