//! What is said of a node directly (§4.6).

use sha2::Digest;

use super::digest::Hex;
use super::mentions::Mentions;
use super::order::Ranks;
use crate::rdf::{Dataset, Kind, Quad, TermId};

/// The first-degree hash of every node.
pub(super) fn hashes<D: Digest>(ranks: &Ranks<'_>, mentions: &Mentions) -> Vec<Hex> {
    let (mut lines, mut text) = (Vec::new(), String::with_capacity(ranks.dataset.bytes().min(16 << 10)));
    (0..ranks.dataset.blank_nodes())
        .map(|node| {
            // The node itself is `_:a`, all others are `_:z`.
            let place = |other: usize| u32::from(other != node);
            sort(ranks, mentions.of(node), &mut lines, place);
            text.clear();
            for (_, quad) in &lines {
                write(&mut text, ranks.dataset, quad, |out, other| {
                    out.push_str(if other == node { "_:a" } else { "_:z" });
                });
            }
            Hex::digest::<D>(text.as_bytes())
        })
        .collect()
}

/// Statements in the order of their lines, blank nodes ordered by `place`.
pub(super) fn sort<'a>(
    ranks: &Ranks<'a>,
    statements: &[u32],
    lines: &mut Vec<(u64, &'a Quad)>,
    place: impl Fn(usize) -> u32,
) {
    let quads = ranks.dataset.quads();
    lines.clear();
    lines.extend(
        statements
            .iter()
            .filter_map(|at| quads.get(*at as usize))
            .map(|quad| (ranks.key(quad, &place), quad)),
    );
    lines.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| ranks.rest(a.1, b.1, &place)));
}

/// Appends a statement as a line; `node` appends the name of a blank node.
pub(super) fn write(out: &mut String, dataset: &Dataset, quad: &Quad, node: impl Fn(&mut String, usize)) {
    for term in [quad.subject, quad.predicate, quad.object, quad.graph] {
        match term.kind() {
            Kind::Text(_) if term == TermId::NONE => continue,
            Kind::Text(number) => out.push_str(dataset.written(number)),
            Kind::Blank(number) => node(out, number),
        }
        out.push(' ');
    }
    out.push_str(".\n");
}
