//! The one strict JSON reader of all crates (RFC 8259, RFC 7493).
//!
//! Strict: UTF-8 without byte order mark, no repeated member, no lone surrogate, numbers that fit a double,
//! at most [`limits::JSON_DEPTH`] levels. The reader keeps its own stack, so depth costs no thread's stack.

use crate::{JsonError, Map, Number, Text, Value, limits, plain};

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

/// An array or object that is still open: where its parts begin among those of all that are.
enum Open {
    Array(usize),
    Object(usize),
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn document(mut self) -> Result<Value, JsonError> {
        self.space();
        if self.peek().is_none() {
            return Err(JsonError::Empty);
        }
        let mut open: Vec<Open> = Vec::with_capacity(8);
        // The parts of all that are open, so that each array and object is as large as it has to be once it closes.
        let mut items: Vec<Value> = Vec::with_capacity(16);
        let mut members: Vec<(Text, Value)> = Vec::with_capacity(32);
        // The names whose values are still to come.
        let mut names: Vec<Text> = Vec::with_capacity(8);
        loop {
            // A value begins here.
            let mut value = match self.peek() {
                Some(b'"') => Value::String(self.string()?),
                Some(b'{') => {
                    self.enter(open.len())?;
                    if self.eat(b'}') {
                        Value::Object(Map::new())
                    } else {
                        open.push(Open::Object(members.len()));
                        names.push(self.member()?);
                        continue;
                    }
                }
                Some(b'[') => {
                    self.enter(open.len())?;
                    if self.eat(b']') {
                        Value::Array(Vec::new())
                    } else {
                        open.push(Open::Array(items.len()));
                        continue;
                    }
                }
                Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
                Some(b't') => self.word("true", Value::Bool(true))?,
                Some(b'f') => self.word("false", Value::Bool(false))?,
                Some(b'n') => self.word("null", Value::Null)?,
                _ => return Err(self.odd()),
            };
            // A value has ended: it closes what it closes.
            loop {
                self.space();
                value = match open.last() {
                    None => {
                        return if self.peek().is_none() { Ok(value) } else { Err(self.odd()) };
                    }
                    Some(Open::Array(first)) => {
                        items.push(value);
                        if self.eat(b',') {
                            break;
                        }
                        self.close(b']')?;
                        Value::Array(items.split_off(*first))
                    }
                    Some(Open::Object(first)) => {
                        members.extend(names.pop().map(|name| (name, value)));
                        if self.eat(b',') {
                            names.push(self.member()?);
                            break;
                        }
                        self.close(b'}')?;
                        let map = Map::of(members.split_off(*first));
                        Value::Object(map.map_err(|twice| JsonError::Duplicate(twice.into()))?)
                    }
                };
                open.pop();
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
    fn member(&mut self) -> Result<Text, JsonError> {
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

    #[inline]
    fn string(&mut self) -> Result<Text, JsonError> {
        self.at += 1; // the opening quote
        let first = self.plain();
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(Text::new(first));
        }
        self.rest_of_string(first)
    }

    /// What comes after the first byte that is more than itself.
    #[cold]
    fn rest_of_string(&mut self, first: &str) -> Result<Text, JsonError> {
        let mut out = first.to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out.into());
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
    fn plain(&mut self) -> &'a str {
        let start = self.at;
        self.at += plain::length(self.bytes.get(start..).unwrap_or_default());
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
    use crate::canonical;

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

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn almost_json_never_panics(text in "[\\[\\]{}\",:\\\\u0-9a-fntrue.eE+ -]{0,60}") {
            if let Ok(ours) = read(text.as_bytes()) {
                let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(canonical(&ours), canonical(&theirs.into()));
            }
        }

        #[test]
        fn what_serde_json_writes_is_read_back(text in ".{0,40}", number in any::<f64>(), whole in any::<i64>()) {
            let value = crate::json!({"t": text, "n": number, "w": whole, "x": [null, true, {"y": []}]});
            let read = read(value.to_string().as_bytes()).unwrap();
            prop_assert_eq!(canonical(&read), canonical(&value));
        }
    }
}
