//! JSON as strangers send it: read strictly and in bounds ([`read`]), held as values that are quick to look things up in
//! ([`Value`]), and written in the one form that equal content has ([`canonical`]).
//!
//! A badge has some sixty members with short names, each of which is looked up a few times and then forgotten. `serde_json`
//! hashes each name for that, and keeps each in memory of its own; here short texts stand in the value itself, and the
//! members of a small object are compared one after the other.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod canonical;
mod error;
mod map;
mod plain;
mod read;
mod value;

pub use canonical::canonical;
pub use error::JsonError;
pub use map::Map;
pub use read::read;
pub use value::{Value, each, first};

/// A number as JSON has it: a whole number of 64 bits or a double.
pub use serde_json::Number;
/// A text of a JSON document; short ones stand in the value itself.
pub use smol_str::SmolStr as Text;

/// How much is read.
pub mod limits {
    /// A JSON document, in bytes.
    pub const JSON: usize = 8 * 1024 * 1024;
    /// How deep arrays and objects of a JSON document may nest.
    pub const JSON_DEPTH: usize = 64;
}

#[doc(hidden)]
pub use serde_json::json as json_of_serde;

/// A [`Value`] written as JSON, with what stands in brackets or after a colon worked out by Rust where it is no JSON.
#[macro_export]
macro_rules! json {
    ($($json:tt)+) => { $crate::Value::from($crate::json_of_serde!($($json)+)) };
}
