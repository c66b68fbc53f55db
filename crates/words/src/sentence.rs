//! What a code says.

/// The words of a code: what is, and where there is one, what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is or what happened.
    pub message: String,
    /// What the person can do about it.
    pub next: Option<String>,
}
