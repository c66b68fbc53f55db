//! Lists (JSON-LD 1.1 API §8.2, List to RDF Conversion).

use super::machine::Machine;
use super::slot::Graph;
use crate::error::Error;
use crate::rdf::TermId;

impl Machine<'_, '_> {
    /// States a list in a graph; its head. An item that is no absolute IRI has a place, but no statement.
    pub(super) fn list(&mut self, items: &[Option<TermId>], graph: Graph) -> Result<TermId, Error> {
        let mut rest = self.dataset.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");
        if items.is_empty() {
            return Ok(rest);
        }
        let first = self.dataset.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#first");
        let next = self.dataset.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest");
        for item in items.iter().rev() {
            let cell = self.dataset.fresh();
            self.state(Some(cell), Some(first), *item, graph)?;
            self.state(Some(cell), Some(next), Some(rest), graph)?;
            rest = cell;
        }
        Ok(rest)
    }
}
