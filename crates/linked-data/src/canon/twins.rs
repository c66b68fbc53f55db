//! Nodes that nothing tells apart.

use std::collections::BTreeMap;

use super::mentions::Mentions;
use crate::rdf::{Dataset, Quad, TermId};

/// For each node the first of those that stand in the same statements but for themselves; itself if there is none.
///
/// To swap two such nodes changes no statement. So two paths that differ only in which of them comes first have the same
/// hash and give the same canonical form, and one of them is enough to look at.
pub(super) fn first_twins(dataset: &Dataset, mentions: &Mentions, alike: &[Vec<u32>]) -> Vec<u32> {
    let mut twins: Vec<u32> = (0..).take(dataset.blank_nodes()).collect();
    for nodes in alike {
        let mut seen: BTreeMap<Vec<[TermId; 4]>, u32> = BTreeMap::new();
        for node in nodes {
            let first = *seen.entry(said(dataset, mentions, *node)).or_insert(*node);
            twins[*node as usize] = first;
        }
    }
    twins
}

/// What is said of a node, with itself left out.
fn said(dataset: &Dataset, mentions: &Mentions, node: u32) -> Vec<[TermId; 4]> {
    let mask = |term: TermId| if term.node() == Some(node as usize) { TermId::SELF } else { term };
    let quad = |quad: &Quad| [mask(quad.subject), quad.predicate, mask(quad.object), mask(quad.graph)];
    let statements = mentions.of(node as usize).iter();
    let mut said: Vec<[TermId; 4]> =
        statements.filter_map(|at| dataset.quads().get(*at as usize)).map(quad).collect();
    said.sort_unstable();
    said
}
