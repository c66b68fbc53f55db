//! Compact JWS (RFC 7515, 3.1).

use strict_json::{Map, Value};

use crate::json::{self, JsonError};
use crate::{Note, base64url, limits};

/// A compact JWS, taken apart but not verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Jws {
    text: String,
    /// Where the signing input ends.
    cut: usize,
    header: Map,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

/// Whether a compact JWS or SD-JWT is written with this byte. Without a branch, so that many are looked at at once.
fn is_letter(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    // `-` and `.` stand right before the digits, with `/` between.
    let digit = byte.wrapping_sub(b'-') < 13;
    (letter | digit | (byte == b'_') | (byte == b'=') | (byte == b'~')) & (byte != b'/')
}

/// Why a text is no compact JWS.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwsError {
    /// Larger than JSON may be, in base64.
    #[error("larger than a signed badge may be")]
    TooLarge,
    /// Not three parts joined by dots.
    #[error("not three parts joined by dots")]
    NotCompact,
    /// Five parts: encrypted (JWE).
    #[error("encrypted")]
    Encrypted,
    /// A part is not base64url.
    #[error("a part is not base64url")]
    Base64,
    /// The header is no JSON object.
    #[error("header: {0}")]
    Header(JsonError),
    /// The header has no `alg`.
    #[error("the header names no algorithm")]
    NoAlgorithm,
    /// The payload stands elsewhere.
    #[error("detached: the payload is not in it")]
    Detached,
}

impl JwsError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            JwsError::TooLarge => "jws.too-large",
            JwsError::NotCompact => "jws.not-compact",
            JwsError::Encrypted => "jws.encrypted",
            JwsError::Base64 => "jws.base64",
            JwsError::Header(_) => "jws.header",
            JwsError::NoAlgorithm => "jws.no-algorithm",
            JwsError::Detached => "jws.detached",
        }
    }

    /// Code and arguments as a note.
    pub fn note(&self) -> Note {
        Note::new(self.code())
    }
}

impl Jws {
    /// Takes a compact JWS apart; white space around it is no part of it.
    pub fn parse(text: &str) -> Result<Self, JwsError> {
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
        if text.len() / 4 * 3 > limits::JSON + 64 * 1024 {
            return Err(JwsError::TooLarge);
        }
        let mut dots = memchr::memchr_iter(b'.', text.as_bytes());
        let (Some(first), Some(second)) = (dots.next(), dots.next()) else {
            return Err(JwsError::NotCompact);
        };
        let part = |from, to| text.get(from..to).ok_or(JwsError::NotCompact);
        let (header, payload) = (part(0, first)?, part(first + 1, second)?);
        let signature = part(second + 1, text.len())?;
        match dots.count() {
            0 => {}
            2 => return Err(JwsError::Encrypted),
            _ => return Err(JwsError::NotCompact),
        }
        let decode = |part: &str| base64url::decode(part).ok_or(JwsError::Base64);
        let header_map = match json::read(&decode(header)?).map_err(JwsError::Header)? {
            Value::Object(map) => map,
            _ => return Err(JwsError::Header(JsonError::Syntax(0))),
        };
        if !header_map.get("alg").is_some_and(Value::is_string) {
            return Err(JwsError::NoAlgorithm);
        }
        if payload.is_empty() {
            return Err(JwsError::Detached);
        }
        Ok(Jws {
            cut: header.len() + 1 + payload.len(),
            payload: decode(payload)?,
            signature: decode(signature)?,
            header: header_map,
            text: text.to_owned(),
        })
    }

    /// Whether a text has the look of a compact JWS or SD-JWT: worth parsing, and worth an error when that fails.
    pub fn looks_like(text: &str) -> bool {
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
        if !Jws::begins_like_one(text) {
            return false;
        }
        let dots = memchr::memchr_iter(b'.', text.as_bytes()).take(5).count();
        (2..=4).contains(&dots) && text.bytes().fold(0, |odd, byte| odd | u8::from(!is_letter(byte))) == 0
    }

    /// Whether a text without white space around it begins as a header does: that is a JSON object, so its base64url
    /// begins with the letters of `{"` or `{ ` or `{\n`.
    pub(crate) fn begins_like_one(text: &str) -> bool {
        text.starts_with("ey") || text.starts_with("ew")
    }

    /// The compact form as it was found, trimmed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The protected header.
    pub fn header(&self) -> &Map {
        &self.header
    }

    /// The payload's bytes.
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// The signature's bytes; empty for `alg: none`.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// What the signature is over: header and payload in base64url, joined by a dot.
    pub fn signing_input(&self) -> &[u8] {
        self.text.as_bytes().get(..self.cut).unwrap_or_default()
    }

    /// `alg` of the header.
    pub fn alg(&self) -> &str {
        self.header.get("alg").and_then(Value::as_str).unwrap_or_default()
    }

    /// `kid` of the header.
    pub fn kid(&self) -> Option<&str> {
        self.header.get("kid").and_then(Value::as_str)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    use super::*;

    fn compact(header: &str, payload: &str, signature: &str) -> String {
        format!("{}.{}.{signature}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload))
    }

    #[test]
    fn its_parts_are_those_that_were_signed() {
        let text = compact("{\"alg\":\"EdDSA\",\"kid\":\"k\"}", "{}", "AAAA");
        let jws = Jws::parse(&format!("\n {text}\r\n")).unwrap();
        assert_eq!((jws.alg(), jws.kid(), jws.payload()), ("EdDSA", Some("k"), &b"{}"[..]));
        assert_eq!(jws.text(), text);
        assert_eq!(jws.signing_input(), text.strip_suffix(".AAAA").unwrap().as_bytes());
        assert_eq!(jws.signature(), [0, 0, 0]);
    }

    #[test]
    fn its_letters_are_those_of_base64url_and_of_what_joins_it() {
        for byte in 0..=u8::MAX {
            let one = byte.is_ascii_alphanumeric() || b"-_.=~".contains(&byte);
            assert_eq!(is_letter(byte), one, "{byte:#x}");
        }
    }

    #[test]
    fn what_is_refused_has_its_code() {
        let code = |text: &str| Jws::parse(text).err().map_or("ok", |error| error.code());
        assert_eq!(code(&compact("{\"alg\":\"none\"}", "{}", "")), "ok");
        assert_eq!(code(&compact("{\"alg\":1}", "{}", "AA")), "jws.no-algorithm");
        assert_eq!(code(&compact("[]", "{}", "AA")), "jws.header");
        assert_eq!(code(&compact("{\"alg\":\"a\",\"alg\":\"b\"}", "{}", "AA")), "jws.header");
        assert_eq!(code(&compact("{\"alg\":\"ES256\"}", "{}", "A")), "jws.base64");
        assert_eq!(code(&compact("{\"alg\":\"ES256\"}", "", "AA")), "jws.detached");
        assert_eq!(code("a.b"), "jws.not-compact");
        assert_eq!(code("a.b.c.d.e"), "jws.encrypted");
        // A token with parts to choose from is no JWS.
        assert_eq!(code("a.b.c~d~"), "jws.base64");
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,80}") {
            let _ = Jws::parse(&text);
            let _ = Jws::looks_like(&text);
        }

        #[test]
        fn dotted_never_panics(text in "ey[A-Za-z0-9_-]{0,20}\\.[A-Za-z0-9_-]{0,20}\\.[A-Za-z0-9_-]{0,20}") {
            let _ = Jws::parse(&text);
        }
    }
}
