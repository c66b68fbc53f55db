//! Expanded JSON-LD to canonical N-Quads.

use oxjsonld::JsonLdParser;

use super::expand::Expanded;
use crate::rdfc::{self, Quads, TooSymmetric};

/// Statements of one document, beyond which nothing is canonicalised.
const MAX_QUADS: usize = 20_000;

/// Why there are no canonical bytes.
#[derive(Debug)]
pub(crate) enum CanonicalError {
    /// More statements than the bound.
    TooLarge,
    /// Too many unnamed nodes that are alike.
    TooSymmetric,
    /// The conversion did not work: the text of the library's error.
    LinkedData(String),
}

impl From<TooSymmetric> for CanonicalError {
    fn from(_: TooSymmetric) -> CanonicalError {
        CanonicalError::TooSymmetric
    }
}

/// The canonical N-Quads (RDFC-1.0) of an expanded document: what is hashed and signed.
pub(crate) fn canonicalize(expanded: &Expanded) -> Result<String, CanonicalError> {
    let mut quads = Quads::default();
    for (count, quad) in JsonLdParser::new().for_slice(expanded.text.as_bytes()).enumerate() {
        if count >= MAX_QUADS {
            return Err(CanonicalError::TooLarge);
        }
        let quad = quad.map_err(|error| CanonicalError::LinkedData(error.to_string()))?;
        quads.insert(&quad);
    }
    Ok(rdfc::canonical_lines(&quads)?)
}
