//! Identifier issuer (§4.5): names nodes in the order in which they are met.

use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub(super) struct Issuer {
    prefix: &'static str,
    numbers: BTreeMap<usize, usize>,
    order: Vec<usize>,
}

impl Issuer {
    pub(super) fn new(prefix: &'static str) -> Issuer {
        Issuer { prefix, numbers: BTreeMap::new(), order: Vec::new() }
    }

    /// The number of a node, a new one if it has none yet.
    pub(super) fn issue(&mut self, node: usize) -> usize {
        if let Some(number) = self.numbers.get(&node) {
            return *number;
        }
        let number = self.order.len();
        self.numbers.insert(node, number);
        self.order.push(node);
        number
    }

    pub(super) fn get(&self, node: usize) -> Option<usize> {
        self.numbers.get(&node).copied()
    }

    /// The name of a number, as it goes into paths.
    pub(super) fn name(&self, number: usize) -> String {
        format!("_:{}{number}", self.prefix)
    }

    /// Nodes in the order of their numbers.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }
}
