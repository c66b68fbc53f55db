//! What can go wrong, with a stable code.

/// The PDF could not be made.
pub const NOT_MADE: &str = "portfolio.pdf-not-made";

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The typesetter refused; its first reason, for developers: it may hold words of the portfolio.
    #[error("not set: {0}")]
    NotSet(String),
    /// The typesetter gave up.
    #[error("the typesetter gave up")]
    GaveUp,
}

impl PdfError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        NOT_MADE
    }
}
