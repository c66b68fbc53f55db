//! Signing, through the same canonicalisation that is verified with: the learner's own statements, and badges in
//! samples and tests.

mod data_integrity;
mod jose;
mod key;

pub use data_integrity::{data_integrity, with_proof};
pub use jose::{Checked, JwsCheckError, check_jws, jws, jwt, signed_by};
pub use key::Key;

/// Why something could not be signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The key cannot be read, or is of no kind that signs here.
    #[error("this key cannot be read")]
    Key,
    /// The key and the algorithm or suite do not go together.
    #[error("this key cannot sign with {0}")]
    Kind(String),
    /// The suite or algorithm is not known here.
    #[error("unknown suite or algorithm {0}")]
    Suite(String),
    /// What is to be signed cannot be canonicalised: the code says why.
    #[error("cannot be canonicalised: {0}")]
    Document(String),
    /// The library refused.
    #[error("signing failed")]
    Failed,
}

impl SignError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            SignError::Key => "sign.key",
            SignError::Kind(_) => "sign.kind",
            SignError::Suite(_) => "sign.suite",
            SignError::Document(_) => "sign.document",
            SignError::Failed => "sign.failed",
        }
    }
}
