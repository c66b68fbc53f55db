//! Hashes over all paths from a node (§4.8), with a list of waiting nodes in place of recursion.

use std::collections::BTreeMap;

use sha2::Digest;

use super::digest::Hex;
use super::frame::{Frame, Group, Orders, Step};
use super::mentions::Mentions;
use super::trail::Trail;
use super::{CanonError, PREFIX};
use crate::rdf::{Dataset, Kind, Quad};

/// The prefix of names that are given on the way only.
const TEMPORARY: &str = "b";

/// What is known while nodes that are alike are told apart.
pub(super) struct Search<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) mentions: &'a Mentions,
    pub(super) first_degree: &'a [Hex],
    /// By node the first of its twins.
    pub(super) twins: &'a [u32],
    /// The names that are final.
    pub(super) canonical: Trail,
    pub(super) trail: Trail,
    /// Work that may still be done.
    pub(super) left: u32,
}

impl Search<'_> {
    /// The hash over all paths from a node, and the nodes in the order in which they are named on the smallest.
    pub(super) fn from<D: Digest>(&mut self, node: u32) -> Result<(Hex, Vec<u32>), CanonError> {
        self.trail.cut(0);
        self.trail.issue(node);
        let mut waiting = vec![self.open::<D>(node)?];
        let mut returned: Option<(u32, Hex)> = None;
        while let Some(frame) = waiting.last_mut() {
            match frame.step {
                Step::Group => {
                    let Some(group) = frame.groups.pop() else {
                        let hash = Hex::of(&std::mem::replace(&mut frame.data, D::new()).finalize());
                        waiting.pop();
                        if let Some(below) = waiting.last_mut() {
                            returned = below.deeper.pop().map(|node| (node, hash));
                            continue;
                        }
                        self.spend(self.trail.len())?;
                        return Ok((hash, self.trail.since(0).to_vec()));
                    };
                    frame.data.update(group.hash.as_str());
                    frame.base = self.trail.len();
                    frame.orders = Orders::new(&group.nodes, self.twins);
                    frame.step = Step::Order;
                }
                Step::Order => {
                    let nodes = frame.orders.nodes();
                    self.spend(1 + nodes.len())?;
                    frame.step = if self.names(frame, &nodes) { Step::Deeper } else { Step::Next };
                }
                Step::Deeper => {
                    if let Some((node, hash)) = returned.take() {
                        let (number, _) = self.trail.issue(node);
                        frame.path.name(TEMPORARY, number);
                        frame.path.text.push('<');
                        frame.path.text.push_str(hash.as_str());
                        frame.path.text.push('>');
                        if frame.lost() {
                            frame.step = Step::Next;
                            continue;
                        }
                    }
                    if let Some(node) = frame.deeper.last() {
                        let frame = self.open::<D>(*node)?;
                        waiting.push(frame);
                        continue;
                    }
                    self.choose(frame)?;
                    frame.step = Step::Next;
                }
                Step::Next => {
                    if frame.orders.next() {
                        frame.step = Step::Order;
                        continue;
                    }
                    self.trail.cut(frame.base);
                    let (path, named) = frame.chosen.take().unwrap_or_default();
                    self.spend(named.len() + path.len() / 64)?;
                    frame.data.update(path);
                    for node in named {
                        self.trail.issue(node);
                    }
                    frame.step = Step::Group;
                }
            }
        }
        // The list held the first node until its hash was returned.
        Err(CanonError::TooSymmetric)
    }

    /// Names the nodes of an order along its path; `false` as soon as the path is behind the smallest.
    fn names<D: Digest>(&mut self, frame: &mut Frame<D>, nodes: &[u32]) -> bool {
        self.trail.cut(frame.base);
        frame.path.clear();
        frame.deeper.clear();
        for node in nodes {
            if let Some(number) = self.canonical.get(*node) {
                frame.path.name(PREFIX, number);
            } else {
                let (number, new) = self.trail.issue(*node);
                if new {
                    frame.deeper.push(*node);
                }
                frame.path.name(TEMPORARY, number);
            }
            if frame.lost() {
                return false;
            }
        }
        frame.deeper.reverse();
        true
    }

    /// Keeps the path if it is the smallest.
    fn choose<D: Digest>(&mut self, frame: &mut Frame<D>) -> Result<(), CanonError> {
        let Frame { path, chosen, base, .. } = frame;
        if path.wins(chosen.as_ref().map(|(path, _)| path.as_str())) {
            let named = self.trail.since(*base).to_vec();
            self.spend(named.len())?;
            *chosen = Some((std::mem::take(&mut path.text), named));
        }
        Ok(())
    }

    /// Groups the nodes that are related to one by how they look from there.
    fn open<D: Digest>(&mut self, node: u32) -> Result<Frame<D>, CanonError> {
        let mut groups: BTreeMap<Hex, Vec<u32>> = BTreeMap::new();
        let mut input = String::new();
        let mentions = self.mentions;
        for at in mentions.of(node as usize) {
            let Some(quad) = self.dataset.quads().get(*at as usize) else { continue };
            for (position, related) in quad.nodes().filter(|(_, related)| *related != node as usize) {
                let hash = self.related::<D>(&mut input, related, quad, position)?;
                groups.entry(hash).or_default().push(u32::try_from(related).unwrap_or(u32::MAX));
            }
        }
        let group = |(hash, mut nodes): (Hex, Vec<u32>)| {
            nodes.sort_unstable();
            Group { hash, nodes }
        };
        Ok(Frame::new(groups.into_iter().rev().map(group).collect(), self.trail.len()))
    }

    /// How a node that stands beside another looks from there (§4.7).
    fn related<D: Digest>(
        &mut self,
        input: &mut String,
        related: usize,
        quad: &Quad,
        position: u8,
    ) -> Result<Hex, CanonError> {
        input.clear();
        input.push(char::from(position));
        if position != b'g'
            && let Kind::Text(predicate) = quad.predicate.kind()
        {
            input.push_str(&self.dataset.plain(predicate));
        }
        let node = u32::try_from(related).unwrap_or(u32::MAX);
        let name = |prefix, number: u32| format!("_:{prefix}{number}");
        if let Some(number) = self.canonical.get(node) {
            input.push_str(&name(PREFIX, number));
        } else if let Some(number) = self.trail.get(node) {
            input.push_str(&name(TEMPORARY, number));
        } else if let Some(hash) = self.first_degree.get(related) {
            input.push_str(hash.as_str());
        }
        self.spend(1 + input.len() / 64)?;
        Ok(Hex::digest::<D>(input.as_bytes()))
    }

    fn spend(&mut self, work: usize) -> Result<(), CanonError> {
        let left = u32::try_from(work).ok().and_then(|work| self.left.checked_sub(work));
        self.left = left.ok_or(CanonError::TooSymmetric)?;
        Ok(())
    }
}
