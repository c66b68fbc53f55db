//! The one strict JSON reader of all crates (RFC 8259, RFC 7493), and the canonical form (RFC 8785).
//!
//! Strict: UTF-8 without byte order mark, no repeated member, no lone surrogate, numbers that fit a double,
//! at most [`limits::JSON_DEPTH`] levels. The reader keeps its own stack, so depth costs no thread's stack.

use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use crate::{Note, limits};

/// Why bytes are not JSON that we read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Nothing, or white space only.
    #[error("empty")]
    Empty,
    /// More than [`limits::JSON`] bytes.
    #[error("more than {} bytes of JSON", limits::JSON)]
    TooLarge,
    /// Looks like UTF-16 or UTF-32.
    #[error("UTF-16, not UTF-8")]
    Utf16,
    /// Begins with a byte order mark.
    #[error("byte order mark before the JSON")]
    ByteOrderMark,
    /// Not UTF-8, at this byte.
    #[error("not UTF-8 at byte {0}")]
    NotUtf8(usize),
    /// More than [`limits::JSON_DEPTH`] levels.
    #[error("nested deeper than {} levels", limits::JSON_DEPTH)]
    TooDeep,
    /// An object names this member twice; readers differ in which one counts.
    #[error("member {0:?} appears twice")]
    Duplicate(String),
    /// Half of a surrogate pair in a string, at this byte.
    #[error("lone surrogate at byte {0}")]
    LoneSurrogate(usize),
    /// A number no double holds, at this byte.
    #[error("number out of range at byte {0}")]
    Number(usize),
    /// A raw control character, at this byte.
    #[error("control character at byte {0}")]
    Control(usize),
    /// No JSON, at this byte.
    #[error("no JSON at byte {0}")]
    Syntax(usize),
}

impl JsonError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            JsonError::Empty => "json.empty",
            JsonError::TooLarge => "json.too-large",
            JsonError::Utf16 => "json.utf-16",
            JsonError::ByteOrderMark => "json.byte-order-mark",
            JsonError::NotUtf8(_) => "json.not-utf8",
            JsonError::TooDeep => "json.too-deep",
            JsonError::Duplicate(_) => "json.duplicate-member",
            JsonError::LoneSurrogate(_) => "json.lone-surrogate",
            JsonError::Number(_) => "json.number",
            JsonError::Control(_) => "json.control-character",
            JsonError::Syntax(_) => "json.syntax",
        }
    }

    /// Code and arguments (`at` a byte, `name` a member) as a note.
    pub fn note(&self) -> Note {
        let note = Note::new(self.code());
        match self {
            JsonError::Duplicate(name) => note.with("name", crate::claims::plain(name)),
            JsonError::NotUtf8(at)
            | JsonError::LoneSurrogate(at)
            | JsonError::Number(at)
            | JsonError::Control(at)
            | JsonError::Syntax(at) => note.with("at", at.to_string()),
            _ => note,
        }
    }
}

/// Reads one JSON document.
pub fn read(bytes: &[u8]) -> Result<Value, JsonError> {
    if bytes.len() > limits::JSON {
        return Err(JsonError::TooLarge);
    }
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return Err(JsonError::ByteOrderMark);
    }
    let wide = |first: Option<&u8>, second: Option<&u8>| matches!((first, second), (Some(0), Some(b)) | (Some(b), Some(0)) if b.is_ascii_graphic());
    if bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || wide(bytes.first(), bytes.get(1))
    {
        return Err(JsonError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|e| JsonError::NotUtf8(e.valid_up_to()))?;
    Reader { text, bytes, at: 0 }.document()
}

/// RFC 8785, for equality of content. Not defined for numbers beyond a double, which [`read`] never gives.
pub fn canonical(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(&Plain(value)).unwrap_or_default()
}

/// A value whose numbers serialise as numbers, also where a dependency has turned on serde_json's
/// `arbitrary_precision`, under which they would serialise as a struct.
struct Plain<'a>(&'a Value);

impl serde::Serialize for Plain<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number(number) => {
                // JCS writes every number as ECMAScript does, so as a double.
                serializer.serialize_f64(number.as_f64().unwrap_or_default())
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Object(map) => serializer.collect_map(map.iter().map(|(k, v)| (k, Plain(v)))),
            other => other.serialize(serializer),
        }
    }
}

/// An array or object that is still open.
enum Open {
    Array(Vec<Value>),
    Object(Map<String, Value>, String),
}

/// The bytes that end a run of plain text within a string: the quote, the escape, raw control characters.
#[expect(
    clippy::indexing_slicing,
    reason = "worked out by the compiler, which refuses a place beyond the end"
)]
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = true;
        byte += 1;
    }
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special
};

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn document(mut self) -> Result<Value, JsonError> {
        self.space();
        if self.peek().is_none() {
            return Err(JsonError::Empty);
        }
        let mut open: Vec<Open> = Vec::new();
        loop {
            // A value begins here.
            let mut value = match self.peek() {
                Some(b'{') => {
                    self.enter(open.len())?;
                    if self.eat(b'}') {
                        Value::Object(Map::new())
                    } else {
                        let name = self.member()?;
                        // Room for the members that most objects of a badge have.
                        open.push(Open::Object(Map::with_capacity(7), name));
                        continue;
                    }
                }
                Some(b'[') => {
                    self.enter(open.len())?;
                    if self.eat(b']') {
                        Value::Array(Vec::new())
                    } else {
                        open.push(Open::Array(Vec::new()));
                        continue;
                    }
                }
                Some(b'"') => Value::String(self.string()?),
                Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
                Some(b't') => self.word("true", Value::Bool(true))?,
                Some(b'f') => self.word("false", Value::Bool(false))?,
                Some(b'n') => self.word("null", Value::Null)?,
                _ => return Err(self.odd()),
            };
            // A value has ended: it closes what it closes.
            loop {
                self.space();
                match open.last_mut() {
                    None => {
                        return if self.peek().is_none() { Ok(value) } else { Err(self.odd()) };
                    }
                    Some(Open::Array(items)) => {
                        items.push(value);
                        if self.eat(b',') {
                            break;
                        }
                    }
                    Some(Open::Object(map, name)) => {
                        // One look at the map finds the place and whether it is taken.
                        match map.entry(std::mem::take(name)) {
                            Entry::Vacant(place) => place.insert(value),
                            Entry::Occupied(place) => return Err(JsonError::Duplicate(place.key().clone())),
                        };
                        if self.eat(b',') {
                            *name = self.member()?;
                            break;
                        }
                    }
                }
                value = match open.pop() {
                    Some(Open::Array(items)) => {
                        self.close(b']')?;
                        Value::Array(items)
                    }
                    Some(Open::Object(map, _)) => {
                        self.close(b'}')?;
                        Value::Object(map)
                    }
                    None => return Err(self.odd()),
                };
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Eats this byte and the white space after it.
    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
            self.space();
        }
        there
    }

    /// Eats the closing byte; white space after it is left to the caller.
    fn close(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.peek() != Some(byte) {
            return Err(self.odd());
        }
        self.at += 1;
        Ok(())
    }

    fn odd(&self) -> JsonError {
        match self.peek() {
            Some(byte) if byte < 0x20 => JsonError::Control(self.at),
            _ => JsonError::Syntax(self.at),
        }
    }

    fn enter(&mut self, open: usize) -> Result<(), JsonError> {
        if open >= limits::JSON_DEPTH {
            return Err(JsonError::TooDeep);
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    /// A member's name, its colon, and the white space up to its value.
    fn member(&mut self) -> Result<String, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.odd());
        }
        let name = self.string()?;
        self.space();
        if !self.eat(b':') {
            return Err(self.odd());
        }
        Ok(name)
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonError> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            return Err(self.odd());
        }
        self.at += word.len();
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start { Err(self.odd()) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Number, JsonError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        let mut whole = true;
        if self.peek() == Some(b'.') {
            whole = false;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            whole = false;
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        if whole && text != "-0" {
            if let Ok(number) = text.parse::<u64>() {
                return Ok(number.into());
            }
            if let Ok(number) = text.parse::<i64>() {
                return Ok(number.into());
            }
        }
        text.parse::<f64>().ok().and_then(Number::from_f64).ok_or(JsonError::Number(start))
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.at += 1; // the opening quote
        let mut out = self.plain().to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    out.push(self.escape()?);
                    out.push_str(self.plain());
                }
                _ => return Err(self.odd()),
            }
        }
    }

    /// The text up to the next byte that is more than itself.
    fn plain(&mut self) -> &str {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let special = |byte: &u8| SPECIAL.get(usize::from(*byte)) == Some(&true);
        self.at += rest.iter().position(special).unwrap_or(rest.len());
        // Both ends are ASCII or an end of the text, so on borders of characters.
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let start = self.at;
        self.at += 2;
        Ok(match self.bytes.get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.hex4()?;
                let code = if (0xD800..0xDC00).contains(&first) {
                    let pair = self.bytes.get(self.at..self.at + 2) == Some(b"\\u");
                    if !pair {
                        return Err(JsonError::LoneSurrogate(start));
                    }
                    self.at += 2;
                    let second = self.hex4()?;
                    if !(0xDC00..0xE000).contains(&second) {
                        return Err(JsonError::LoneSurrogate(start));
                    }
                    0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                } else {
                    first
                };
                char::from_u32(code).ok_or(JsonError::LoneSurrogate(start))?
            }
            _ => return Err(JsonError::Syntax(start)),
        })
    }

    fn hex4(&mut self) -> Result<u32, JsonError> {
        let wrong = JsonError::Syntax(self.at);
        let digits = self.text.get(self.at..self.at + 4).ok_or(wrong.clone())?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| wrong)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> &'static str {
        read(text.as_bytes()).err().map_or("ok", |error| error.code())
    }

    #[test]
    fn what_is_refused_has_its_code() {
        for (text, expected) in [
            ("", "json.empty"),
            (" \n", "json.empty"),
            ("{", "json.syntax"),
            ("{}x", "json.syntax"),
            ("[1,]", "json.syntax"),
            ("{\"a\":1,}", "json.syntax"),
            ("[01]", "json.syntax"),
            ("[+1]", "json.syntax"),
            ("[.5]", "json.syntax"),
            ("[1.]", "json.syntax"),
            ("[NaN]", "json.syntax"),
            ("[\"\\x\"]", "json.syntax"),
            ("[\"\\u12\"]", "json.syntax"),
            ("[\"\\u+123\"]", "json.syntax"),
            ("{\"a\":1,\"b\":2,\"a\":1}", "json.duplicate-member"),
            ("{\"a\":1,\"\\u0061\":1}", "json.duplicate-member"),
            ("[\"\\ud800\"]", "json.lone-surrogate"),
            ("[\"\\ud800\\u0041\"]", "json.lone-surrogate"),
            ("[\"\\udc00\"]", "json.lone-surrogate"),
            ("[1e999]", "json.number"),
            ("[-1e999]", "json.number"),
            ("[\"a\u{0}b\"]", "json.control-character"),
            ("[1\u{0}]", "json.control-character"),
            ("\u{feff}{}", "json.byte-order-mark"),
            ("[\"\\ud83d\\ude00\", -0, 1.5e3, 18446744073709551616]", "ok"),
            ("{\"a\":{\"a\":1},\"\":[{},[]]}", "ok"),
        ] {
            assert_eq!(code(text), expected, "{text:?}");
        }
        assert_eq!(read(b"{\0\"\0").unwrap_err().code(), "json.utf-16");
        assert_eq!(read(b"{\"a\":\"\xff\"}").unwrap_err(), JsonError::NotUtf8(6));
        assert_eq!(read(&vec![b' '; limits::JSON + 1]).unwrap_err(), JsonError::TooLarge);
    }

    #[test]
    fn depth_is_bounded_and_costs_no_stack() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert_eq!(code(&nested(limits::JSON_DEPTH)), "ok");
        assert_eq!(code(&nested(limits::JSON_DEPTH + 1)), "json.too-deep");
        assert_eq!(code(&nested(10_000)), "json.too-deep");
        assert_eq!(code(&"{\"a\":".repeat(10_000)), "json.too-deep");
        assert_eq!(code(&"[".repeat(1_000_000)), "json.too-deep");
    }

    #[test]
    fn canonical_form_is_that_of_rfc_8785() {
        let value =
            read(b"{\"b\":[1.0,1e21,-0,333333333.33333329,9007199254740993],\"a\":\"\\u20ac\\n\"}").unwrap();
        assert_eq!(
            String::from_utf8(canonical(&value)).unwrap(),
            "{\"a\":\"\u{20ac}\\n\",\"b\":[1,1e+21,0,333333333.3333333,9007199254740992]}"
        );
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn almost_json_never_panics(text in "[\\[\\]{}\",:\\\\u0-9a-fntrue.eE+ -]{0,60}") {
            if let Ok(ours) = read(text.as_bytes()) {
                let theirs: Value = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(canonical(&ours), canonical(&theirs));
            }
        }

        #[test]
        fn what_serde_json_writes_is_read_back(text in ".{0,40}", number in any::<f64>(), whole in any::<i64>()) {
            let value = serde_json::json!({"t": text, "n": number, "w": whole, "x": [null, true, {"y": []}]});
            let read = read(value.to_string().as_bytes()).unwrap();
            prop_assert_eq!(canonical(&read), canonical(&value));
        }
    }
}
