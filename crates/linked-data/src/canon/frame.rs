//! One node whose paths are looked at, while others wait below it.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::Digest;

use super::digest::Hex;
use super::permutation;

/// Related nodes that look alike from here (an entry of the map H_n, §4.8.3).
pub(super) struct Group {
    pub(super) hash: Hex,
    /// Sorted; a node that is related several times stands there as often.
    pub(super) nodes: Vec<u32>,
}

/// What comes next for a node.
pub(super) enum Step {
    /// The next group, or the end.
    Group,
    /// The order that the group is in now.
    Order,
    /// The next node of that order whose own paths go into this one.
    Deeper,
    /// Another order.
    Next,
}

/// The orders of a group.
#[derive(Default)]
pub(super) struct Orders {
    /// Nodes that stand in for each other, each set in the order of numbers; most sets have one node.
    sets: Vec<Vec<u32>>,
    /// The order at hand, by number of the set. A set of several nodes stands there once for each of them.
    order: Vec<u32>,
}

impl Orders {
    /// Begins with the first order. `twins` gives the first of the twins of each node.
    pub(super) fn new(nodes: &[u32], twins: &[u32]) -> Orders {
        let mut sets: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
        let mut times: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for run in nodes.chunk_by(|a, b| a == b) {
            let Some(&node) = run.first() else { continue };
            // One that is related several times is told apart from its twins by where it stands each time.
            let twin = twins.get(node as usize).copied().unwrap_or(node);
            let key = if run.len() == 1 { (twin, 0) } else { (node, 1) };
            sets.entry(key).or_default().push(node);
            *times.entry(key).or_default() += run.len();
        }
        let order =
            (0..).zip(times.values()).flat_map(|(set, times)| std::iter::repeat_n(set, *times)).collect();
        Orders { sets: sets.into_values().collect(), order }
    }

    /// The nodes in the order at hand.
    pub(super) fn nodes(&self) -> Vec<u32> {
        let mut taken = vec![0_usize; self.sets.len()];
        let node = |set: &u32| {
            let nodes = self.sets.get(*set as usize)?;
            let taken = taken.get_mut(*set as usize)?;
            let node = nodes.get(*taken).or_else(|| nodes.last())?;
            *taken += 1;
            Some(*node)
        };
        self.order.iter().filter_map(node).collect()
    }

    /// Goes to the next order; `false` after the last.
    pub(super) fn next(&mut self) -> bool {
        permutation::next(&mut self.order)
    }
}

/// The path along one order, compared with the smallest while it grows.
#[derive(Default)]
pub(super) struct Path {
    pub(super) text: String,
    /// So many bytes are the same as in the smallest.
    same: usize,
    /// Before the smallest already, whatever is appended.
    less: bool,
}

impl Path {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        (self.same, self.less) = (0, false);
    }

    /// Appends a name.
    pub(super) fn name(&mut self, prefix: &str, number: u32) {
        // Writing to a string does not fail.
        let _ = write!(self.text, "_:{prefix}{number}");
    }

    /// Is it behind the smallest already, whatever is appended?
    pub(super) fn lost(&mut self, smallest: Option<&str>) -> bool {
        let Some(smallest) = smallest else { return false };
        if self.less {
            return false;
        }
        let new = self.text.as_bytes().get(self.same..).unwrap_or_default();
        let old = smallest.as_bytes().get(self.same..).unwrap_or_default();
        let common = new.len().min(old.len());
        match new.get(..common).cmp(&old.get(..common)) {
            Ordering::Less => {
                self.less = true;
                false
            }
            Ordering::Greater => true,
            Ordering::Equal => {
                self.same += common;
                new.len() > old.len()
            }
        }
    }

    /// Is it, at its end, before the smallest?
    pub(super) fn wins(&mut self, smallest: Option<&str>) -> bool {
        let Some(smallest) = smallest else { return true };
        !self.lost(Some(smallest)) && (self.less || self.text.len() < smallest.len())
    }
}

/// The state of §4.8 for one node.
pub(super) struct Frame<D> {
    pub(super) step: Step,
    /// Groups still to do, the next one last.
    pub(super) groups: Vec<Group>,
    /// Collects the "data to hash".
    pub(super) data: D,
    /// The group at hand.
    pub(super) orders: Orders,
    /// How many names were given when the group began.
    pub(super) base: usize,
    pub(super) path: Path,
    /// Nodes of this order with paths of their own, the next one last.
    pub(super) deeper: Vec<u32>,
    /// The smallest path so far, with the names given on it since `base`.
    pub(super) chosen: Option<(String, Vec<u32>)>,
}

impl<D: Digest> Frame<D> {
    pub(super) fn new(groups: Vec<Group>, base: usize) -> Frame<D> {
        Frame {
            step: Step::Group,
            groups,
            data: D::new(),
            orders: Orders::default(),
            base,
            path: Path::default(),
            deeper: Vec::new(),
            chosen: None,
        }
    }

    /// Is the path behind the smallest?
    pub(super) fn lost(&mut self) -> bool {
        self.path.lost(self.chosen.as_ref().map(|(path, _)| path.as_str()))
    }
}
