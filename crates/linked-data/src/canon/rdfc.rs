//! The algorithm as a whole (§4.4).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256, Sha384};

use super::digest::Hex;
use super::mentions::Mentions;
use super::n_degree::Search;
use super::order::{Order, Ranks};
use super::trail::Trail;
use super::{CanonError, Canonical, HashAlgorithm, MAX_WORK, PREFIX, UNNAMED};
use super::{alphabetical, first_degree, twins};
use crate::rdf::Dataset;

/// How a dataset is canonicalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rdfc10 {
    /// The hash that names are found with.
    pub hash: HashAlgorithm,
    /// The order of lines.
    pub order: Order,
    /// Work that may be done on one dataset, see [`MAX_WORK`].
    pub work: u32,
}

impl Default for Rdfc10 {
    fn default() -> Rdfc10 {
        Rdfc10 { hash: HashAlgorithm::default(), order: Order::default(), work: MAX_WORK }
    }
}

/// The canonical N-Quads of a dataset (RDFC-1.0 §4.4), ordered as they are signed in the field.
///
/// # Errors
///
/// [`CanonError::TooSymmetric`] if telling nodes apart takes more than [`MAX_WORK`].
pub fn canonicalize(dataset: &Dataset, hash: HashAlgorithm) -> Result<String, CanonError> {
    Rdfc10 { hash, ..Rdfc10::default() }.lines(dataset).map(|(n_quads, _)| n_quads)
}

/// The canonical N-Quads of a dataset and the names that its blank nodes have in them, for selective disclosure.
///
/// # Errors
///
/// As [`canonicalize`].
pub fn canonicalize_with_labels(dataset: &Dataset, hash: HashAlgorithm) -> Result<Canonical, CanonError> {
    Rdfc10 { hash, ..Rdfc10::default() }.canonicalize(dataset)
}

impl Rdfc10 {
    /// The canonical form of a dataset.
    ///
    /// # Errors
    ///
    /// [`CanonError::TooSymmetric`] if telling nodes apart takes more work than is allowed.
    pub fn canonicalize(&self, dataset: &Dataset) -> Result<Canonical, CanonError> {
        let (n_quads, names) = self.lines(dataset)?;
        let label = |(label, node): (&str, usize)| {
            let number = names.get(node).filter(|number| **number != UNNAMED)?;
            Some((label.to_owned(), format!("{PREFIX}{number}")))
        };
        let labels: BTreeMap<String, String> = dataset.labels().filter_map(label).collect();
        Ok(Canonical { n_quads, labels, names })
    }

    fn lines(&self, dataset: &Dataset) -> Result<(String, Vec<u32>), CanonError> {
        let ranks = Ranks::new(dataset, self.order);
        let names = match self.hash {
            HashAlgorithm::Sha256 => names::<Sha256>(&ranks, self.work)?,
            HashAlgorithm::Sha384 => names::<Sha384>(&ranks, self.work)?,
        };
        Ok((write(&ranks, &names), names))
    }
}

/// The number of every blank node.
fn names<D: Digest>(ranks: &Ranks<'_>, work: u32) -> Result<Vec<u32>, CanonError> {
    let dataset = ranks.dataset;
    let nodes = dataset.blank_nodes();
    if nodes == 0 {
        return Ok(Vec::new());
    }
    let mentions = Mentions::new(dataset);
    if nodes == 1 {
        return Ok(vec![if mentions.of(0).is_empty() { UNNAMED } else { 0 }]);
    }
    let first_degree = first_degree::hashes::<D>(ranks, &mentions);
    // A node that no statement speaks of has no name: it would take the number of another.
    let spoken_of = |(_, node): &(Hex, u32)| !mentions.of(*node as usize).is_empty();
    let mut sorted: Vec<(Hex, u32)> = first_degree.iter().copied().zip(0..).filter(spoken_of).collect();
    // Nodes of the same hash stay in the order in which they came.
    sorted.sort_unstable();
    let mut canonical = Trail::new(nodes);
    let mut alike: Vec<Vec<u32>> = Vec::new();
    for same in sorted.chunk_by(|a, b| a.0 == b.0) {
        match same {
            // It differs from all others by what is said of it directly.
            [(_, node)] => {
                canonical.issue(*node);
            }
            _ => alike.push(same.iter().map(|(_, node)| *node).collect()),
        }
    }
    if !alike.is_empty() {
        let twins = twins::first_twins(dataset, &mentions, &alike);
        let (trail, left) = (Trail::new(nodes), work);
        let mut search = Search {
            dataset,
            mentions: &mentions,
            first_degree: &first_degree,
            twins: &twins,
            canonical,
            trail,
            left,
        };
        for nodes in &alike {
            tell_apart::<D>(&mut search, nodes)?;
        }
        canonical = search.canonical;
    }
    Ok((0..).take(nodes).map(|node| canonical.get(node).unwrap_or(UNNAMED)).collect())
}

/// Names nodes that differ only by what they are related to, if at all.
fn tell_apart<D: Digest>(search: &mut Search<'_>, nodes: &[u32]) -> Result<(), CanonError> {
    let mut found = Vec::new();
    for node in nodes {
        if search.canonical.get(*node).is_none() {
            found.push(search.from::<D>(*node)?);
        }
    }
    // Equal hashes stay in the order in which they were found, as in the JavaScript implementation.
    found.sort_by_key(|(hash, _)| *hash);
    for node in found.iter().flat_map(|(_, named)| named) {
        search.canonical.issue(*node);
    }
    Ok(())
}

/// All statements as lines, in order.
fn write(ranks: &Ranks<'_>, names: &[u32]) -> String {
    let dataset = ranks.dataset;
    let places = alphabetical::places(names.len());
    let place = |node: usize| {
        let number = names.get(node).map_or(0, |number| *number as usize);
        places.get(number).copied().unwrap_or_default()
    };
    let all: Vec<u32> = (0..).take(dataset.len()).collect();
    let mut lines = Vec::new();
    first_degree::sort(ranks, &all, &mut lines, place);
    let texts: Vec<String> = names.iter().map(|number| format!("_:{PREFIX}{number}")).collect();
    let mut out = String::with_capacity(dataset.bytes());
    for (_, quad) in &lines {
        first_degree::write(&mut out, dataset, quad, |out, node| {
            out.push_str(texts.get(node).map_or("", String::as_str));
        });
    }
    out
}
