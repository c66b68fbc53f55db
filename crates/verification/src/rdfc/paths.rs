//! First-degree (§4.6), related (§4.7) and N-degree (§4.8) hashes.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::issuer::Issuer;
use super::quads::{Quads, Statement};
use super::{TooSymmetric, permutation};

/// Steps on one dataset: seven alike nodes around one that has no name either take about 7 × 7! of them, eight ten times
/// as many.
const MAX_WORK: usize = 50_000;

pub(super) struct Paths<'a> {
    /// Statements by the nodes in them.
    mentions: Vec<Vec<&'a Statement>>,
    first_degree: Vec<String>,
    /// The names that are final.
    pub(super) canonical: Issuer,
    work: usize,
}

impl<'a> Paths<'a> {
    pub(super) fn new(quads: &'a Quads) -> Paths<'a> {
        let mut mentions: Vec<Vec<&Statement>> = vec![Vec::new(); quads.nodes()];
        for statement in quads.iter() {
            for (_, node) in statement.nodes() {
                if let Some(of_node) = mentions.get_mut(node)
                    && of_node.last().is_none_or(|last| !std::ptr::eq(*last, statement))
                {
                    of_node.push(statement);
                }
            }
        }
        let first_degree =
            mentions.iter().enumerate().map(|(node, statements)| first_degree(node, statements)).collect();
        Paths { mentions, first_degree, canonical: Issuer::new("c14n"), work: 0 }
    }

    pub(super) fn first_degree(&self, node: usize) -> &str {
        self.first_degree.get(node).map_or("", String::as_str)
    }

    /// §4.7: how a node that stands beside another looks from there.
    fn related(&self, related: usize, statement: &Statement, issuer: &Issuer, position: char) -> String {
        let mut hasher = Sha256::new();
        hasher.update([position as u8]);
        if position != 'g' {
            hasher.update(statement.predicate.as_bytes());
        }
        if let Some(number) = self.canonical.get(related) {
            hasher.update(self.canonical.name(number).as_bytes());
        } else if let Some(number) = issuer.get(related) {
            hasher.update(issuer.name(number).as_bytes());
        } else {
            hasher.update(self.first_degree(related).as_bytes());
        }
        hex::encode(hasher.finalize())
    }

    /// §4.8: a hash over all paths that begin at a node, and the names given on the smallest of them.
    pub(super) fn n_degree(
        &mut self,
        node: usize,
        mut issuer: Issuer,
    ) -> Result<(String, Issuer), TooSymmetric> {
        self.spend()?;
        let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for statement in self.mentions.get(node).into_iter().flatten() {
            for (position, related) in statement.nodes().filter(|(_, related)| *related != node) {
                let hash = self.related(related, statement, &issuer, position);
                by_hash.entry(hash).or_default().push(related);
            }
        }
        let mut hasher = Sha256::new();
        for (hash, mut list) in by_hash {
            hasher.update(hash.as_bytes());
            list.sort_unstable();
            let mut chosen: Option<(String, Issuer)> = None;
            loop {
                if let Some(found) =
                    self.path(&list, &issuer, chosen.as_ref().map(|(path, _)| path.as_str()))?
                {
                    chosen = Some(found);
                }
                if !permutation::next(&mut list) {
                    break;
                }
                self.spend()?;
            }
            if let Some((path, named)) = chosen {
                hasher.update(path.as_bytes());
                issuer = named;
            }
        }
        Ok((hex::encode(hasher.finalize()), issuer))
    }

    /// The path along one order of related nodes, if it is smaller than the smallest so far.
    fn path(
        &mut self,
        order: &[usize],
        issuer: &Issuer,
        smallest: Option<&str>,
    ) -> Result<Option<(String, Issuer)>, TooSymmetric> {
        let lost = |path: &str| smallest.is_some_and(|best| path.len() >= best.len() && path > best);
        let mut issuer = issuer.clone();
        let mut path = String::new();
        let mut unnamed = Vec::new();
        for &related in order {
            if let Some(number) = self.canonical.get(related) {
                path.push_str(&self.canonical.name(number));
            } else {
                if issuer.get(related).is_none() {
                    unnamed.push(related);
                }
                let number = issuer.issue(related);
                path.push_str(&issuer.name(number));
            }
            if lost(&path) {
                return Ok(None);
            }
        }
        for related in unnamed {
            let (hash, named) = self.n_degree(related, issuer.clone())?;
            let number = issuer.issue(related);
            path.push_str(&issuer.name(number));
            path.push('<');
            path.push_str(&hash);
            path.push('>');
            issuer = named;
            if lost(&path) {
                return Ok(None);
            }
        }
        Ok(smallest.is_none_or(|best| path.as_str() < best).then_some((path, issuer)))
    }

    fn spend(&mut self) -> Result<(), TooSymmetric> {
        self.work += 1;
        if self.work > MAX_WORK { Err(TooSymmetric) } else { Ok(()) }
    }
}

/// §4.6: what is said of a node directly, with all other unnamed nodes alike.
fn first_degree(node: usize, statements: &[&Statement]) -> String {
    let label = |other: usize| if other == node { "a".to_owned() } else { "z".to_owned() };
    let mut lines: Vec<String> = statements.iter().map(|statement| statement.line(&label)).collect();
    lines.sort_unstable();
    let mut hasher = Sha256::new();
    for line in &lines {
        hasher.update(line.as_bytes());
    }
    hex::encode(hasher.finalize())
}
