//! What the W3C's suites have in common: where they lie, and statements of theirs as ours.

use std::path::{Path, PathBuf};

use linked_data::rdf::{Dataset, TermId};
use oxrdf::{GraphName, NamedOrBlankNode, Quad, Term};

/// The folder of a suite, which has this manifest in it; `None` if no folder of test data is named.
pub(crate) fn suite(name: &str, manifest: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BADGEFOLIO_CORPUS")?;
    let folder = Path::new(&root).join("corpus").join(name).join("tests");
    assert!(
        !root.is_empty() && folder.join(manifest).is_file(),
        "BADGEFOLIO_CORPUS is set to {root:?}, but the tests of {name} are not in it"
    );
    Some(folder)
}

/// Puts a statement as another library read it into one of our datasets.
pub(crate) fn insert(dataset: &mut Dataset, quad: &Quad) {
    fn node(dataset: &mut Dataset, node: &NamedOrBlankNode) -> TermId {
        match node {
            NamedOrBlankNode::NamedNode(name) => dataset.iri(name.as_str()),
            NamedOrBlankNode::BlankNode(node) => dataset.blank(node.as_str()),
        }
    }
    let subject = node(dataset, &quad.subject);
    let predicate = dataset.iri(quad.predicate.as_str());
    let object = match &quad.object {
        Term::NamedNode(name) => dataset.iri(name.as_str()),
        Term::BlankNode(node) => dataset.blank(node.as_str()),
        Term::Literal(literal) => {
            dataset.literal(literal.value(), literal.datatype().as_str(), literal.language())
        }
    };
    let graph = match &quad.graph_name {
        GraphName::DefaultGraph => None,
        GraphName::NamedNode(name) => Some(dataset.iri(name.as_str())),
        GraphName::BlankNode(node) => Some(dataset.blank(node.as_str())),
    };
    dataset.insert(subject, predicate, object, graph).expect("room");
}
