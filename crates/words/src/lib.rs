//! What Badgefolio says, in every language it speaks: the Fluent catalogues of `locales/`, compiled in.
//!
//! The build writes one function a message, with the message's variables as parameters, so that a sentence that
//! does not exist, or lacks an argument, does not compile. Sentences of codes (`proof.ok`, `png.truncated`, …) are
//! found at run time by [`Words::code`]; the crate that owns a code tests with [`Words::has_code`] that it is worded.
//!
//! The window reads the same files with `@fluent/react`.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod bundle;
mod locale;
mod number;
mod sentence;
mod time;
mod visible;
mod words;

pub use locale::Locale;
pub use number::Number;
pub use sentence::Sentence;
pub use time::written_day;
pub use visible::{visible, visible_line};
pub use words::Words;

mod catalogues {
    include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));
}

#[cfg(test)]
mod tests;
