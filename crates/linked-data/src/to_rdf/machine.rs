//! The state of one conversion.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use strict_json::Value;

use super::element::{Element, Entry};
use super::slot::Graph;
use super::{Options, RdfDirection, Reading};
use crate::context::{Active, Against, Contexts, Definition, Expanded, Name, Processor};
use crate::error::{Dropped, Error, Syntax};
use crate::iri::{is_absolute, is_blank};
use crate::rdf::{Dataset, TermId};

pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// A node whose name is known and whose members are still to be looked at.
pub(super) struct Task<'d> {
    pub(super) element: Element<'d>,
    pub(super) subject: Option<TermId>,
    pub(super) graph: Graph,
    /// It is the whole document and nothing but a graph: that is the default one.
    pub(super) whole: bool,
}

/// A property, with how many nodes have it and the last one that had.
struct Said {
    iri: Arc<str>,
    nodes: usize,
    last: usize,
}

/// The state of one conversion of a document that lives for `'d`.
pub(super) struct Machine<'d, 'c> {
    pub(super) processor: Processor<'c>,
    pub(super) dataset: Dataset,
    pub(super) strict: bool,
    pub(super) base: Option<&'c str>,
    pub(super) direction: RdfDirection,
    pub(super) context: Option<&'c Value>,
    /// Members of all objects that were entered.
    pub(super) entries: Vec<Entry<'d>>,
    pub(super) tasks: Vec<Task<'d>>,
    pub(super) rdf_type: TermId,
    indexes: BTreeMap<(Graph, TermId), &'d str>,
    /// The terms of IRIs that definitions stand for, by the address of the definition, which is held so that the
    /// address stays its own.
    known: HashMap<*const Definition, (Arc<Definition>, TermId)>,
    /// Properties, in the order in which they came up.
    said: Vec<Said>,
    said_at: HashMap<TermId, usize>,
    /// How many nodes were looked at.
    pub(super) nodes: usize,
}

impl<'d, 'c> Machine<'d, 'c> {
    pub(super) fn new(contexts: &'c dyn Contexts, options: &Options<'c>) -> Machine<'d, 'c> {
        let mut dataset = Dataset::new(options.max_quads).with_escapes(options.escapes);
        let rdf_type = dataset.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
        Machine {
            processor: Processor::new(contexts, options.base, options.strict),
            dataset,
            strict: options.strict,
            base: options.base,
            direction: options.direction,
            context: options.context,
            entries: Vec::new(),
            tasks: Vec::new(),
            rdf_type,
            indexes: BTreeMap::new(),
            known: HashMap::new(),
            said: Vec::new(),
            said_at: HashMap::new(),
            nodes: 0,
        }
    }

    pub(super) fn into_reading(self) -> Reading {
        let said = self.said.into_iter().map(|said| (said.iri, said.nodes)).collect();
        Reading { dataset: self.dataset, said }
    }

    /// Notes that the node that is being looked at has a property.
    pub(super) fn says(&mut self, property: TermId, iri: &Arc<str>) {
        let at = *self.said_at.entry(property).or_insert_with(|| {
            self.said.push(Said { iri: iri.clone(), nodes: 0, last: 0 });
            self.said.len() - 1
        });
        if let Some(said) = self.said.get_mut(at)
            && said.last != self.nodes
        {
            said.last = self.nodes;
            said.nodes += 1;
        }
    }

    /// Adds a statement, unless one of its terms is no absolute IRI.
    pub(super) fn state(
        &mut self,
        subject: Option<TermId>,
        predicate: Option<TermId>,
        object: Option<TermId>,
        graph: Graph,
    ) -> Result<(), Error> {
        let (Some(subject), Some(predicate), Some(object)) = (subject, predicate, object) else {
            return Ok(());
        };
        let graph = match graph {
            Graph::Default => None,
            Graph::Named(name) => Some(name),
            Graph::Dropped => return Ok(()),
        };
        Ok(self.dataset.insert(subject, predicate, object, graph)?)
    }

    /// The term for an absolute IRI or a blank node's label with its `_:`.
    pub(super) fn resource(&mut self, name: &str) -> TermId {
        match name.strip_prefix("_:") {
            Some(label) => self.dataset.blank(label),
            None => self.dataset.iri(name),
        }
    }

    /// The term for what a definition stands for, if that is an IRI.
    pub(super) fn defined(&mut self, definition: &Arc<Definition>) -> Option<TermId> {
        let address = Arc::as_ptr(definition);
        if let Some((_, term)) = self.known.get(&address) {
            return Some(*term);
        }
        let Name::Iri(iri) = &definition.name else { return None };
        let term = self.resource(iri);
        self.known.insert(address, (definition.clone(), term));
        Some(term)
    }

    /// The term for the name of a node; nothing where it is no absolute IRI.
    pub(super) fn name(
        &mut self,
        active: &Arc<Active>,
        text: &str,
        vocab: bool,
    ) -> Result<Option<TermId>, Error> {
        let against = if vocab { Against::both(self.base) } else { Against::base(self.base) };
        match active.expand(text, against) {
            Expanded::Text(iri) if is_absolute(&iri) => {
                self.processor.budget.text(Some(&iri))?;
                Ok(Some(self.resource(&iri)))
            }
            _ if !self.strict => Ok(None),
            Expanded::Null => Err(Dropped::Reserved.of(text)),
            Expanded::Text(_) | Expanded::Keyword(_) => Err(Dropped::Id.of(text)),
        }
    }

    /// The term for a property; nothing where it is a blank node, which no statement has as its property.
    pub(super) fn predicate(&mut self, iri: &str) -> Result<Option<TermId>, Error> {
        if !is_blank(iri) {
            return Ok(Some(self.dataset.iri(iri)));
        }
        if self.strict { Err(Dropped::BlankProperty.of(iri)) } else { Ok(None) }
    }

    /// §7.2.2, step 6.10: one node has one index.
    pub(super) fn index(
        &mut self,
        graph: Graph,
        subject: Option<TermId>,
        index: Option<&'d str>,
    ) -> Result<(), Error> {
        if let (Some(subject), Some(index)) = (subject, index)
            && *self.indexes.entry((graph, subject)).or_insert(index) != index
        {
            return Err(Syntax::ConflictingIndexes.of(index));
        }
        Ok(())
    }
}
