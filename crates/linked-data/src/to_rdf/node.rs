//! The members of a node (JSON-LD 1.1 API §5.1.2, step 13, and §7.2).

use strict_json::Value;

use super::element::{Entry, Meaning};
use super::machine::{Machine, Task};
use super::slot::{Graph, Slot};
use super::values::{Scope, as_slice};
use crate::context::{Active, Against, Expanded, Name};
use crate::error::{Dropped, Error, Syntax};
use crate::iri::{is_absolute, is_blank};
use crate::rdf::TermId;

impl<'d> Machine<'d, '_> {
    /// The whole document.
    pub(super) fn run(&mut self, document: &'d Value) -> Result<(), Error> {
        let mut active = Active::initial();
        if let Some(context) = self.context {
            active = self.processor.local(&active, context)?;
        }
        let graph = Graph::Default;
        let element = match document {
            Value::Object(members) => Some(self.enter(members, &active, None, false)?),
            _ => None,
        };
        match element {
            // A document that is nothing but a graph is the default graph.
            Some(element)
                if element.is_graph()
                    && element.id.is_none()
                    && element.index.is_none()
                    && element.value.is_none() =>
            {
                self.tasks.push(Task { element, subject: None, graph, whole: true });
            }
            _ => self.values(document, Scope::top(active), Slot::Top { graph, included: false })?,
        }
        while let Some(task) = self.tasks.pop() {
            self.node(task)?;
        }
        Ok(())
    }

    fn node(&mut self, task: Task<'d>) -> Result<(), Error> {
        self.nodes += 1;
        for at in task.element.entries.clone() {
            let Some(entry) = self.take(at) else { break };
            match entry.meaning {
                Meaning::Type => self.types(&task, entry.value)?,
                Meaning::Graph => {
                    let graph = match (task.whole, task.subject) {
                        (true, _) => task.graph,
                        (false, Some(name)) => Graph::Named(name),
                        (false, None) => Graph::Dropped,
                    };
                    let scope = Scope::top(task.element.active.clone());
                    self.values(entry.value, scope, Slot::Top { graph, included: false })?;
                }
                Meaning::Included => {
                    let slot = Slot::Top { graph: task.graph, included: true };
                    self.values(entry.value, Scope::top(task.element.active.clone()), slot)?;
                }
                Meaning::Reverse => self.reverse(&task, entry.value)?,
                Meaning::Term(_) | Meaning::Iri(_) => {
                    let active = entry.active.as_ref().unwrap_or(&task.element.active).clone();
                    self.property(&entry, active, task.subject, task.graph, false)?;
                }
            }
        }
        Ok(())
    }

    /// A member that is looked at now, and not again.
    fn take(&mut self, at: usize) -> Option<Entry<'d>> {
        self.entries.get_mut(at).map(|entry| std::mem::replace(entry, Entry::DONE))
    }

    fn types(&mut self, task: &Task<'d>, value: &'d Value) -> Result<(), Error> {
        for name in as_slice(value) {
            let Value::String(name) = name else { return Err(Syntax::InvalidTypeValue.of(name.to_string())) };
            if let Some(definition) = task.element.types_in.term(name)
                && let Some(object) = self.defined(definition)
            {
                self.state(task.subject, Some(self.rdf_type), Some(object), task.graph)?;
                continue;
            }
            let object = match task.element.types_in.expand(name, Against::both(self.base)) {
                Expanded::Text(iri) if is_absolute(&iri) => {
                    self.processor.budget.text(Some(&iri))?;
                    Some(self.resource(&iri))
                }
                _ if self.strict => return Err(Dropped::Type.of(name.as_str())),
                _ => None,
            };
            self.state(task.subject, Some(self.rdf_type), object, task.graph)?;
        }
        Ok(())
    }

    /// 13.4.13: properties that lead from their values to the node.
    fn reverse(&mut self, task: &Task<'d>, value: &'d Value) -> Result<(), Error> {
        let Value::Object(members) = value else { return Err(Syntax::InvalidReverseValue.of("@reverse")) };
        let element = self.enter(members, &task.element.active, None, false)?;
        let keywords = element.id.is_some()
            || element.value.is_some()
            || element.language.is_some()
            || element.direction.is_some()
            || element.index.is_some()
            || element.list.is_some()
            || element.set.is_some();
        if keywords {
            return Err(Syntax::InvalidReversePropertyMap.of("@reverse"));
        }
        self.nodes += 1;
        for at in element.entries.clone() {
            let Some(entry) = self.take(at) else { break };
            if entry.meaning.property().is_none() {
                return Err(Syntax::InvalidReversePropertyMap.of(entry.key));
            }
            let active = entry.active.clone().unwrap_or_else(|| element.active.clone());
            self.property(&entry, active, task.subject, task.graph, true)?;
        }
        Ok(())
    }

    /// The name of a property, for statements.
    pub(super) fn predicate_of(&mut self, entry: &Entry<'d>) -> Result<Option<TermId>, Error> {
        match entry.meaning.property() {
            Some(Name::Iri(iri)) => {
                let predicate = match entry.meaning.definition() {
                    Some(definition) if !is_blank(iri) => self.defined(definition),
                    _ => self.predicate(iri)?,
                };
                if let Some(predicate) = predicate {
                    self.says(predicate, iri);
                }
                Ok(predicate)
            }
            _ => Ok(None),
        }
    }
}
