//! The codes this crate gives a [`crate::views::Failure`] by itself. Each has a sentence in `locales/*/wallet.ftl`.

/// Every code of this crate.
pub const ALL: &[&str] = &[];

/// Whether the sentence of a code has a second line that says what to do.
pub(crate) fn has_next(_code: &str) -> bool {
    true
}
