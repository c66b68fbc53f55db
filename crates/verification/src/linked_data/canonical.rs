//! The statements of a document to canonical N-Quads.

use linked_data::canon::{self, HashAlgorithm};

use super::expand::Expanded;

/// Too many unnamed nodes are alike: telling them apart would take longer than anybody should wait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooSymmetric;

/// The canonical N-Quads (RDFC-1.0) of a document: what is hashed and signed. The names of unnamed nodes, and with them
/// the order of the statements, rest on a hash.
pub(crate) fn canonicalize(expanded: &Expanded, hash: HashAlgorithm) -> Result<String, TooSymmetric> {
    canon::canonicalize(&expanded.dataset, hash).map_err(|_| TooSymmetric)
}
