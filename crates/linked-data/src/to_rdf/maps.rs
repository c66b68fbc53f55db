//! Objects whose keys are languages, indexes, names or types (JSON-LD 1.1 API §5.1.2, steps 13.7 and 13.8).

use std::sync::Arc;

use strict_json::{Map, Value};

use super::literal::Literal;
use super::machine::Machine;
use super::slot::{Extra, Slot, Wrap};
use super::values::{Scope, as_slice};
use crate::context::{Against, Definition, Expanded, Manner};
use crate::error::{Dropped, Error, Syntax};
use crate::iri::is_absolute;
use crate::keyword::Keyword;
use crate::language::is_tag;
use crate::rdf::TermId;

impl<'d> Machine<'d, '_> {
    /// Texts by their language.
    pub(super) fn language_map(
        &mut self,
        map: &'d Map,
        definition: &Arc<Definition>,
        scope: &Scope<'d>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        let Slot::Statement { subject, predicate, graph, reverse, .. } = slot else { return Ok(()) };
        let direction = match definition.direction {
            Some(direction) => direction,
            None => scope.active.direction(),
        };
        for (key, value) in map {
            let none = matches!(scope.active.expand(key, Against::VOCAB), Expanded::Keyword(Keyword::None));
            for value in as_slice(value) {
                match value {
                    Value::Null => continue,
                    Value::String(_) => {}
                    _ => return Err(Syntax::InvalidLanguageMapValue.of(key.as_str())),
                }
                if reverse {
                    return Err(Syntax::InvalidReversePropertyValue.of(key.as_str()));
                }
                if self.strict && !none && !is_tag(key) {
                    return Err(Dropped::Language.of(key.as_str()));
                }
                let language = if none { None } else { Some(key.as_str()) };
                let object = self.literal(&Literal { value, datatype: None, language, direction })?;
                self.state(subject, predicate, object, graph)?;
            }
        }
        Ok(())
    }

    /// Values by their index, name or type; perhaps each a graph.
    pub(super) fn index_map(
        &mut self,
        map: &'d Map,
        definition: &Arc<Definition>,
        scope: &Scope<'d>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        let container = definition.container;
        if self.strict && container.id && scope.active.previous().is_some() {
            // jsonld.js goes on with the context of the type there, the standard goes back from it.
            let term = scope.key.unwrap_or_default();
            return Err(Error::Unsupported(format!("a map of names under the context of a type: {term}")));
        }
        // Types have contexts of their own, which count from before those of the node's types.
        let outer = match scope.active.previous() {
            Some(previous) if container.of_type || container.id => previous.clone(),
            _ => scope.active.clone(),
        };
        for (key, value) in map {
            let mut active = outer.clone();
            if container.of_type
                && let Some(scoped) = active.term(key).and_then(|definition| definition.context.clone())
            {
                active = self.processor.scoped(&active, &scoped, Manner::TYPE)?;
            }
            let mut extra = Extra { graph: container.graph.then_some(Wrap::Others), ..Extra::default() };
            let expanded = active.expand(key, Against::VOCAB);
            if !matches!(expanded, Expanded::Keyword(Keyword::None)) {
                if container.id {
                    extra.nodes_only = true;
                    extra.id = Some(self.name(&active, key, false)?);
                } else if container.of_type {
                    extra.nodes_only = true;
                    extra.of_type = match scope.active.expand(key, Against::both(self.base)) {
                        Expanded::Text(iri) if is_absolute(&iri) => Some(self.resource(&iri)),
                        _ if self.strict => return Err(Dropped::Type.of(key.as_str())),
                        _ => None,
                    };
                } else if let Some(index) = &definition.index {
                    extra.nodes_only = true;
                    extra.said = Some(self.indexed(index, key, scope)?);
                } else {
                    extra.index = Some(key);
                }
            }
            let inside = Scope {
                definition: active.term(scope.key.unwrap_or_default()).cloned(),
                active,
                key: scope.key,
                from_map: true,
            };
            let Slot::Statement { subject, predicate, graph, reverse, .. } = slot else { return Ok(()) };
            self.values(value, inside, Slot::Statement { subject, predicate, graph, reverse, extra })?;
        }
        Ok(())
    }

    /// 13.8.3.7.2: an index that is the value of a property.
    fn indexed(
        &mut self,
        index: &str,
        key: &'d str,
        scope: &Scope<'d>,
    ) -> Result<(Option<TermId>, Option<TermId>), Error> {
        let predicate = match scope.active.expand(index, Against::VOCAB) {
            Expanded::Text(iri) if is_absolute(&iri) => self.predicate(&iri)?,
            _ if self.strict => return Err(Dropped::Property.of(index)),
            _ => None,
        };
        let definition = scope.active.term(index).cloned();
        let under = Scope { active: scope.active.clone(), key: None, definition, from_map: true };
        let (value, _) = self.scalar(&Value::String(key.into()), &under)?;
        Ok((predicate, value))
    }
}
