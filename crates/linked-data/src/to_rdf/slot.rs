//! Where a value goes.

use crate::rdf::TermId;

/// The graph that statements belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Graph {
    Default,
    Named(TermId),
    /// Its name is no absolute IRI: whatever is in it is left out.
    Dropped,
}

/// What a map adds to the values in it (JSON-LD 1.1 API §5.1.2, step 13.8.3.7).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extra<'d> {
    /// Each becomes a graph: of this name, if the map gives one.
    pub(super) graph: Option<Wrap>,
    /// The name of those without one; the inner one is nothing where it is no absolute IRI.
    pub(super) id: Option<Option<TermId>>,
    /// One more type.
    pub(super) of_type: Option<TermId>,
    /// One more statement: property and value.
    pub(super) said: Option<(Option<TermId>, Option<TermId>)>,
    /// The `@index` of those without one.
    pub(super) index: Option<&'d str>,
    /// A literal may not stand here.
    pub(super) nodes_only: bool,
}

/// Which values become graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// All.
    All,
    /// Those that are no graph yet.
    Others,
}

/// Where a value goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot<'d> {
    /// It is the object of a statement, or the subject if `reverse`.
    Statement {
        subject: Option<TermId>,
        predicate: Option<TermId>,
        graph: Graph,
        reverse: bool,
        extra: Extra<'d>,
    },
    /// It is the next item of the list that was opened last.
    Item(Graph),
    /// No property leads to it: only a node that says something may stand here.
    Top { graph: Graph, included: bool },
}

impl Slot<'_> {
    /// The graph that statements about the value belong to.
    pub(super) fn graph(&self) -> Graph {
        match self {
            Slot::Statement { graph, .. } | Slot::Top { graph, .. } | Slot::Item(graph) => *graph,
        }
    }
}
