//! Statements with their unnamed nodes numbered, and everything else already written as N-Quads.

use std::collections::BTreeMap;

use oxrdf::{GraphName, NamedOrBlankNode, Quad, Term};

/// A part of a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Written out.
    Text(String),
    /// An unnamed node.
    Node(usize),
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Statement {
    pub(super) subject: Part,
    pub(super) predicate: String,
    pub(super) object: Part,
    pub(super) graph: Option<Part>,
}

impl Statement {
    /// The statement as a line of N-Quads, its unnamed nodes named by `label`.
    pub(super) fn line(&self, label: &impl Fn(usize) -> String) -> String {
        let mut line = String::new();
        let mut put = |part: &Part| match part {
            Part::Text(text) => {
                line.push_str(text);
                line.push(' ');
            }
            Part::Node(node) => {
                line.push_str("_:");
                line.push_str(&label(*node));
                line.push(' ');
            }
        };
        put(&self.subject);
        put(&Part::Text(self.predicate.clone()));
        put(&self.object);
        if let Some(graph) = &self.graph {
            put(graph);
        }
        line.push_str(".\n");
        line
    }

    /// The unnamed nodes in it, with the position each stands at.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (char, usize)> {
        let node = |position, part: Option<&Part>| match part {
            Some(Part::Node(node)) => Some((position, *node)),
            _ => None,
        };
        [node('s', Some(&self.subject)), node('o', Some(&self.object)), node('g', self.graph.as_ref())]
            .into_iter()
            .flatten()
    }
}

/// A set of statements.
#[derive(Clone, Debug, Default)]
pub(crate) struct Quads {
    statements: std::collections::BTreeSet<Statement>,
    labels: BTreeMap<String, usize>,
}

impl Quads {
    /// Adds a statement; a repeated one changes nothing.
    pub(crate) fn insert(&mut self, quad: &Quad) {
        let subject = match &quad.subject {
            NamedOrBlankNode::BlankNode(node) => self.node(node.as_str()),
            named => Part::Text(named.to_string()),
        };
        let object = match &quad.object {
            Term::BlankNode(node) => self.node(node.as_str()),
            other => Part::Text(other.to_string()),
        };
        let graph = match &quad.graph_name {
            GraphName::DefaultGraph => None,
            GraphName::BlankNode(node) => Some(self.node(node.as_str())),
            GraphName::NamedNode(name) => Some(Part::Text(name.to_string())),
        };
        self.statements.insert(Statement { subject, predicate: quad.predicate.to_string(), object, graph });
    }

    fn node(&mut self, label: &str) -> Part {
        let next = self.labels.len();
        Part::Node(*self.labels.entry(label.to_owned()).or_insert(next))
    }

    /// How many unnamed nodes there are; they are numbered from 0.
    pub(super) fn nodes(&self) -> usize {
        self.labels.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter()
    }
}
