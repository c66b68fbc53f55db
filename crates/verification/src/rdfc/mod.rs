//! RDF Dataset Canonicalization (RDFC-1.0) with SHA-256, bounded.
//!
//! Why not oxrdf's: it lists all permutations of alike nodes before it looks at one (ten are hundreds of megabytes),
//! takes no budget, and counts a node that is related several times only once, where the standard (§4.8.3, step 3)
//! and the implementations that issuers sign with count it each time. In tests it is the second opinion.

mod issuer;
mod paths;
mod permutation;
mod quads;

use std::collections::BTreeMap;

use issuer::Issuer;
use paths::Paths;
pub(crate) use quads::Quads;

/// Looking through the ways to order alike nodes would take longer than anybody should wait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooSymmetric;

/// The canonical N-Quads document: every statement a line, sorted (§4.4.3).
pub(crate) fn canonical_lines(quads: &Quads) -> Result<String, TooSymmetric> {
    let mut paths = Paths::new(quads);
    let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for node in 0..quads.nodes() {
        by_hash.entry(paths.first_degree(node).to_owned()).or_default().push(node);
    }
    // Nodes that differ from all others by what is said of them directly.
    for nodes in by_hash.values() {
        if let [node] = nodes.as_slice() {
            paths.canonical.issue(*node);
        }
    }
    // Nodes that differ only by what they are related to, if at all.
    for nodes in by_hash.values().filter(|nodes| nodes.len() > 1) {
        let mut found = Vec::new();
        for &node in nodes {
            if paths.canonical.get(node).is_some() {
                continue;
            }
            let mut issuer = Issuer::new("b");
            issuer.issue(node);
            found.push(paths.n_degree(node, issuer)?);
        }
        found.sort_by(|a, b| a.0.cmp(&b.0));
        for (_, issuer) in found {
            for &node in issuer.order() {
                paths.canonical.issue(node);
            }
        }
    }
    let label = |node: usize| {
        // Every node was issued above; a node without name cannot be, and would only make a signature not fit.
        paths.canonical.get(node).map_or_else(|| "c14n".to_owned(), |number| format!("c14n{number}"))
    };
    let mut lines: Vec<String> = quads.iter().map(|quad| quad.line(&label)).collect();
    lines.sort_unstable();
    lines.dedup();
    Ok(lines.concat())
}

#[cfg(test)]
mod tests;
