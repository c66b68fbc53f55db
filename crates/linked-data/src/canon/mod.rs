//! RDF Dataset Canonicalization (RDFC-1.0), bounded.
//!
//! # Where implementations differ
//!
//! What issuers sign with the JavaScript implementation (npm `rdf-canonize`) must verify. It differs from the standard,
//! or other implementations differ from both, in these cases:
//!
//! * **Order of lines.** The standard sorts by code point; JavaScript and Java compare UTF-16, where a character beyond
//!   U+FFFF (an emoji) stands before U+E000 to U+FFFF (full-width forms, say). Lines that differ first in such a pair come
//!   out in another order. [`Order::Utf16`] is what is signed, and the default; [`Order::CodePoint`] is the standard's.
//! * **Related several times.** A node that is related to another by several statements counts each time (§4.8.3), as in
//!   JavaScript; `oxrdf` counts it once.
//! * **Equal statements.** `rdf-canonize` writes a statement as often as it is given; a dataset is a set (RDF 1.1 Concepts
//!   §4), so here it is written once. Only two ways to write one value side by side (`1` and `"1"` typed as integer) make
//!   a difference.
//! * **Odd IRIs.** Characters that no IRI may hold are escaped when a statement is written, but not where a predicate goes
//!   into the hash of a related node (§4.7), as in JavaScript.
//!
//! # Work
//!
//! Nodes that differ by what is said of them directly are named at once. Others need all paths from them looked at (§4.8),
//! which grows with the factorial of nodes that are alike. Two things keep it in bounds: nodes that nothing tells apart
//! ("twins": swapping them changes no statement) are not swapped with each other, and there is a budget, see
//! [`MAX_WORK`]. Nothing here recurses on the machine's stack.

mod alphabetical;
mod digest;
mod first_degree;
mod frame;
mod mentions;
mod n_degree;
mod order;
mod permutation;
mod rdfc;
mod trail;
mod twins;

use std::collections::BTreeMap;

use crate::rdf::TermId;
pub use order::Order;
pub use rdfc::{Rdfc10, canonicalize, canonicalize_with_labels};

/// The hash that names of blank nodes are found with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HashAlgorithm {
    /// What nearly all cryptosuites ask for.
    #[default]
    Sha256,
    /// For `ecdsa-rdfc-2019` and `ecdsa-sd-2023` with a P-384 key.
    Sha384,
}

/// Why there are no canonical bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CanonError {
    /// Looking through the ways to order nodes that are alike would take longer than anybody should wait.
    #[error("too many unnamed nodes are alike")]
    TooSymmetric,
}

/// How much is done to tell nodes apart that are alike, in blocks of 64 bytes hashed and names put into paths.
///
/// The hardest credential of the public test suites takes less than 512. `benches/canonical.rs` measures how long it takes
/// until a graph made to last is refused.
pub const MAX_WORK: u32 = 100_000;

/// A canonicalised dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// Every statement a line, sorted (§4.4.3): what is hashed and signed.
    pub n_quads: String,
    /// By labels given to [`Dataset::blank`](crate::rdf::Dataset::blank), the names in `n_quads`, both without `_:` (§3.4, issued identifiers map).
    pub labels: BTreeMap<String, String>,
    /// By number of the blank node, its number in `n_quads` or [`UNNAMED`].
    names: Vec<u32>,
}

impl Canonical {
    /// The name that a blank node of the dataset has in the canonical N-Quads (`c14n` and a number); none for other terms.
    pub fn name(&self, node: TermId) -> Option<String> {
        let number = self.names.get(node.node()?).filter(|number| **number != UNNAMED)?;
        Some(format!("{PREFIX}{number}"))
    }
}

const PREFIX: &str = "c14n";

/// In place of the number of a node that no statement speaks of.
const UNNAMED: u32 = u32::MAX;

#[cfg(test)]
mod tests;
