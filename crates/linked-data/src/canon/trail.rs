//! Names given on the way along a path (§4.5, the issuer with the prefix `b`).
//!
//! The standard copies the issuer for every path it tries. Every copy begins with what it was copied from, so one list
//! that is cut back does the same.

const NONE: u32 = u32::MAX;

pub(super) struct Trail {
    nodes: Vec<u32>,
    /// By node, its place in `nodes`.
    places: Vec<u32>,
}

impl Trail {
    pub(super) fn new(nodes: usize) -> Trail {
        Trail { nodes: Vec::new(), places: vec![NONE; nodes] }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The number of a node, if it has one.
    pub(super) fn get(&self, node: u32) -> Option<u32> {
        self.places.get(node as usize).copied().filter(|place| *place != NONE)
    }

    /// The number of a node, and whether it is new.
    pub(super) fn issue(&mut self, node: u32) -> (u32, bool) {
        if let Some(number) = self.get(node) {
            return (number, false);
        }
        // There are fewer nodes than 2³¹.
        let number = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        self.nodes.push(node);
        if let Some(place) = self.places.get_mut(node as usize) {
            *place = number;
        }
        (number, true)
    }

    /// Forgets all names from number `length` on.
    pub(super) fn cut(&mut self, length: usize) {
        for node in self.nodes.drain(length.min(self.nodes.len())..) {
            if let Some(place) = self.places.get_mut(node as usize) {
                *place = NONE;
            }
        }
    }

    /// Nodes from number `from` on, in the order of their numbers.
    pub(super) fn since(&self, from: usize) -> &[u32] {
        self.nodes.get(from..).unwrap_or_default()
    }
}
