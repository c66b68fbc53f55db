//! A property and its values (JSON-LD 1.1 API §5.1.2, steps 13.5 to 13.13).

use std::sync::Arc;

use strict_json::Value;

use super::element::Entry;
use super::machine::Machine;
use super::slot::{Extra, Graph, Slot, Wrap};
use super::values::Scope;
use crate::context::{Active, TypeMapping};
use crate::error::{Error, Syntax};
use crate::rdf::TermId;

impl<'d> Machine<'d, '_> {
    /// States a property of `subject`; `reversed` if it stands in `@reverse`.
    pub(super) fn property(
        &mut self,
        entry: &Entry<'d>,
        active: Arc<Active>,
        subject: Option<TermId>,
        graph: Graph,
        reversed: bool,
    ) -> Result<(), Error> {
        let predicate = self.predicate_of(entry)?;
        let definition = entry.meaning.definition();
        let (container, reverse) =
            definition.map_or_else(Default::default, |definition| (definition.container, definition.reverse));
        let reverse = reverse != reversed;
        let statement = |extra| Slot::Statement { subject, predicate, graph, reverse, extra };
        let slot = statement(Extra::default());
        // 13.6
        if let Some(TypeMapping::Json) = definition.and_then(|definition| definition.of_type.as_ref()) {
            if reverse {
                return Err(Syntax::InvalidReversePropertyValue.of(entry.key));
            }
            let literal = self.json(entry.value)?;
            let object = if container.list { self.list(&[Some(literal)], graph)? } else { literal };
            return self.state(subject, predicate, Some(object), graph);
        }
        let scope = Scope { active, key: Some(entry.key), definition: definition.cloned(), from_map: false };
        if let (Value::Object(map), Some(definition)) = (entry.value, definition)
            && container.is_map()
        {
            return if container.language {
                self.language_map(map, definition, &scope, slot)
            } else {
                self.index_map(map, definition, &scope, slot)
            };
        }
        // 13.10
        if container.list {
            return self.listed(entry.value, scope, slot);
        }
        // 13.11
        if container.graph {
            // Maps of graphs whose value is no object are graphs as well.
            let wrap = if container.id || container.index { None } else { Some(Wrap::All) };
            return self.values(entry.value, scope, statement(Extra { graph: wrap, ..Extra::default() }));
        }
        self.values(entry.value, scope, slot)
    }
}
