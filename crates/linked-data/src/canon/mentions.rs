//! Which statements each blank node stands in.

use crate::rdf::Dataset;

/// Statements by node, in one list.
pub(super) struct Mentions {
    statements: Vec<u32>,
    /// Where the statements of each node begin; one more at the end.
    starts: Vec<usize>,
}

impl Mentions {
    pub(super) fn new(dataset: &Dataset) -> Mentions {
        let nodes = dataset.blank_nodes();
        let mut starts = vec![0_usize; nodes + 2];
        for quad in dataset.quads() {
            each(quad, |node| starts[node + 2] += 1);
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        // While it is filled, `starts[node + 1]` is where the next statement of the node goes.
        let mut statements = vec![0_u32; starts.last().copied().unwrap_or_default()];
        for (at, quad) in (0_u32..).zip(dataset.quads()) {
            each(quad, |node| {
                statements[starts[node + 1]] = at;
                starts[node + 1] += 1;
            });
        }
        Mentions { statements, starts }
    }

    /// The statements of a node, each once, by number.
    pub(super) fn of(&self, node: usize) -> &[u32] {
        self.statements.get(self.starts[node]..self.starts[node + 1]).unwrap_or_default()
    }
}

/// Each blank node of a statement once.
fn each(quad: &crate::rdf::Quad, mut see: impl FnMut(usize)) {
    let [subject, object, graph] = [quad.subject.node(), quad.object.node(), quad.graph.node()];
    if let Some(node) = subject {
        see(node);
    }
    if let Some(node) = object
        && subject != object
    {
        see(node);
    }
    if let Some(node) = graph
        && subject != graph
        && object != graph
    {
        see(node);
    }
}
