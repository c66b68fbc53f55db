//! The order of statements, without writing them out first.
//!
//! A line is its terms, each with a space behind it. No term with its space is the beginning of another, so lines are
//! ordered as their terms are, one after the other. Subjects and predicates come back often: they are ranked once, and
//! most statements are ordered by two numbers.

use std::cmp::Ordering;

use crate::rdf::{Dataset, Kind, Quad, TermId};

/// How texts are compared. See the [module](crate::canon) for why it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By UTF-16 code units, as JavaScript and Java sort: what is signed in the field.
    #[default]
    Utf16,
    /// By Unicode code points, as the standard says.
    CodePoint,
}

/// Ranks of the IRIs of a dataset.
pub(super) struct Ranks<'a> {
    pub(super) dataset: &'a Dataset,
    /// By number of the text; only those that stand as subject, predicate or graph have one.
    of_text: Vec<u32>,
    utf16: bool,
}

/// Blank nodes stand behind all IRIs (`_` behind `<`), the default graph before them (`.` before `<`).
const BLANK: u32 = 1 << 31;

impl<'a> Ranks<'a> {
    pub(super) fn new(dataset: &'a Dataset, order: Order) -> Ranks<'a> {
        const SEEN: u32 = 1;
        let mut of_text = vec![0; dataset.texts()];
        let mut seen = Vec::new();
        for quad in dataset.quads() {
            for term in [quad.subject, quad.predicate, quad.graph] {
                if let Kind::Text(number) = term.kind()
                    && let Some(rank) = of_text.get_mut(number)
                    && *rank != SEEN
                {
                    *rank = SEEN;
                    seen.push((dataset.written(number), number));
                }
            }
        }
        let utf16 = order == Order::Utf16 && dataset.orders_differ();
        seen.sort_unstable_by(|(a, _), (b, _)| compare(a, b, utf16));
        for (rank, (_, number)) in (1_u32..).zip(seen) {
            of_text[number] = rank;
        }
        Ranks { dataset, of_text, utf16 }
    }

    /// Where a subject, predicate or graph stands, its blank nodes ordered by `node`.
    fn rank(&self, term: TermId, node: impl Fn(usize) -> u32) -> u32 {
        match term.kind() {
            Kind::Blank(number) => BLANK | node(number),
            // The default graph has no text, and so the first rank.
            Kind::Text(number) => self.of_text.get(number).copied().unwrap_or(0),
        }
    }

    /// A number that orders most statements; [`Ranks::rest`] orders those that have the same.
    pub(super) fn key(&self, quad: &Quad, node: impl Fn(usize) -> u32) -> u64 {
        u64::from(self.rank(quad.subject, &node)) << 32 | u64::from(self.rank(quad.predicate, &node))
    }

    /// Orders statements of the same subject and predicate.
    pub(super) fn rest(&self, a: &Quad, b: &Quad, node: impl Fn(usize) -> u32) -> Ordering {
        let object = match (a.object.kind(), b.object.kind()) {
            (Kind::Blank(a), Kind::Blank(b)) => node(a).cmp(&node(b)),
            // `"` and `<` both stand before `_`.
            (Kind::Blank(_), Kind::Text(_)) => Ordering::Greater,
            (Kind::Text(_), Kind::Blank(_)) => Ordering::Less,
            (Kind::Text(a), Kind::Text(b)) if a == b => Ordering::Equal,
            // One that begins the other stands first: what follows it is a space.
            (Kind::Text(a), Kind::Text(b)) => {
                compare(self.dataset.written(a), self.dataset.written(b), self.utf16)
            }
        };
        object.then_with(|| self.rank(a.graph, &node).cmp(&self.rank(b.graph, &node)))
    }
}

/// Compares texts. In UTF-8 only a first byte from F0 (beyond U+FFFF) stands otherwise than in UTF-16: there its surrogates
/// come before EE and EF (from U+E000).
fn compare(a: &str, b: &str, utf16: bool) -> Ordering {
    if !utf16 {
        return a.cmp(b);
    }
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a @ (0xee | 0xef), b)) if b >= 0xf0 => b.cmp(&a),
        Some((a, b @ (0xee | 0xef))) if a >= 0xf0 => b.cmp(&a),
        Some((a, b)) => a.cmp(&b),
        None => a.len().cmp(&b.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_is_the_order_of_code_units() {
        let texts =
            ["", "a", "ab", "a\u{d7ff}", "\u{e000}", "\u{ffff}x", "🎓", "🎓a", "\u{10ffff}", "é", "\u{feff}"];
        for a in texts {
            for b in texts {
                let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
                assert_eq!(compare(a, b, true), units(a).cmp(&units(b)), "{a:?} {b:?}");
                assert_eq!(compare(a, b, false), a.chars().cmp(b.chars()), "{a:?} {b:?}");
            }
        }
    }
}
