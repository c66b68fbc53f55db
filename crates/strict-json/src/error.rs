//! Why bytes are not JSON.

use crate::limits;

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
}
