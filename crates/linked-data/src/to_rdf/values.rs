//! The values of a property: arrays, sets and lists of literals and nodes (JSON-LD 1.1 API §5.1.2, steps 4 and 5).

use std::rc::Rc;
use std::sync::Arc;

use strict_json::Value;

use super::element::{Element, Kind};
use super::machine::{Machine, Task};
use super::slot::{Extra, Graph, Slot, Wrap};
use crate::context::{Active, Against, Definition, Direction, Expanded};
use crate::error::{Dropped, Error, Syntax};
use crate::iri::{is_absolute, is_blank};
use crate::keyword::Keyword;
use crate::rdf::TermId;

/// Under what a value stands.
#[derive(Clone)]
pub(super) struct Scope<'d> {
    pub(super) active: Arc<Active>,
    /// The property as it is written, if one leads here.
    pub(super) key: Option<&'d str>,
    pub(super) definition: Option<Arc<Definition>>,
    /// Does it stand in an index map?
    pub(super) from_map: bool,
}

impl<'d> Scope<'d> {
    /// Where no property leads to.
    pub(super) fn top(active: Arc<Active>) -> Scope<'d> {
        Scope { active, key: None, definition: None, from_map: false }
    }

    /// The same property under another context.
    pub(super) fn under(&self, active: &Arc<Active>) -> Scope<'d> {
        let definition = self.key.and_then(|key| active.term(key)).cloned();
        Scope { active: active.clone(), key: self.key, definition, from_map: false }
    }

    pub(super) fn is_list(&self) -> bool {
        self.definition.as_ref().is_some_and(|definition| definition.container.list)
    }
}

/// Values that are still to be looked at, in order.
enum Frame<'d> {
    Items {
        items: std::slice::Iter<'d, Value>,
        scope: Rc<Scope<'d>>,
        slot: Slot<'d>,
        /// Is an array among them a list of its own?
        in_list: bool,
    },
    /// The list that was opened last is complete.
    Close(Slot<'d>),
}

impl<'d> Machine<'d, '_> {
    /// All values that `value` holds.
    pub(super) fn values(&mut self, value: &'d Value, scope: Scope<'d>, slot: Slot<'d>) -> Result<(), Error> {
        let mut walk = Walk { frames: Vec::new(), lists: Vec::new() };
        walk.one(self, value, &Rc::new(scope), slot, false)?;
        walk.finish(self)
    }

    /// All values of a property whose container is a list: one list, unless `value` is a list object.
    pub(super) fn listed(&mut self, value: &'d Value, scope: Scope<'d>, slot: Slot<'d>) -> Result<(), Error> {
        let mut walk = Walk { frames: Vec::new(), lists: Vec::new() };
        let scope = Rc::new(scope);
        if let Value::Object(members) = value {
            let element = self.enter(members, &scope.active, scope.definition.as_ref(), scope.from_map)?;
            if matches!(self.kind(&element)?, Kind::List(_)) {
                walk.element(self, element, &scope, slot, false)?;
            } else {
                let inside = walk.open(slot);
                walk.element(self, element, &scope, inside, false)?;
            }
        } else {
            let inside = walk.open(slot);
            walk.one(self, value, &scope, inside, false)?;
        }
        walk.finish(self)
    }
}

struct Walk<'d> {
    frames: Vec<Frame<'d>>,
    /// Lists that are not complete; an item is nothing where it is no absolute IRI.
    lists: Vec<Vec<Option<TermId>>>,
}

impl<'d> Walk<'d> {
    fn finish(mut self, machine: &mut Machine<'d, '_>) -> Result<(), Error> {
        while let Some(frame) = self.frames.last_mut() {
            let (value, scope, slot, in_list) = match frame {
                Frame::Close(slot) => {
                    let slot = *slot;
                    self.frames.pop();
                    let items = self.lists.pop().unwrap_or_default();
                    let head = machine.list(&items, slot.graph())?;
                    self.give(machine, Some(head), slot)?;
                    continue;
                }
                Frame::Items { items, scope, slot, in_list } => match items.next() {
                    Some(value) => (value, scope.clone(), *slot, *in_list),
                    None => {
                        self.frames.pop();
                        continue;
                    }
                },
            };
            self.one(machine, value, &scope, slot, in_list)?;
        }
        Ok(())
    }

    /// Opens a list whose head goes to `slot`; what comes next goes into it.
    fn open(&mut self, slot: Slot<'d>) -> Slot<'d> {
        self.frames.push(Frame::Close(slot));
        self.lists.push(Vec::new());
        Slot::Item(slot.graph())
    }

    fn one(
        &mut self,
        machine: &mut Machine<'d, '_>,
        value: &'d Value,
        scope: &Rc<Scope<'d>>,
        slot: Slot<'d>,
        in_list: bool,
    ) -> Result<(), Error> {
        match value {
            Value::Null => Ok(()),
            Value::Array(items) => {
                let slot = if in_list { self.open(slot) } else { slot };
                self.frames.push(Frame::Items {
                    items: items.iter(),
                    scope: scope.clone(),
                    slot,
                    in_list: scope.is_list(),
                });
                Ok(())
            }
            Value::Object(members) => {
                let element =
                    machine.enter(members, &scope.active, scope.definition.as_ref(), scope.from_map)?;
                self.element(machine, element, scope, slot, in_list)
            }
            scalar => match slot {
                Slot::Top { included: true, .. } => Err(Syntax::InvalidIncludedValue.of(scalar.to_string())),
                Slot::Top { .. } if machine.strict => Err(Dropped::FreeFloating.of(scalar.to_string())),
                Slot::Top { .. } => Ok(()),
                slot => {
                    let (term, node) = machine.scalar(scalar, scope)?;
                    if node { self.reference(machine, term, slot) } else { self.give(machine, term, slot) }
                }
            },
        }
    }

    fn element(
        &mut self,
        machine: &mut Machine<'d, '_>,
        element: Element<'d>,
        scope: &Rc<Scope<'d>>,
        slot: Slot<'d>,
        in_list: bool,
    ) -> Result<(), Error> {
        let kind = machine.kind(&element)?;
        match (kind, slot) {
            (Kind::Set(value), slot) => {
                let slot = if in_list { self.open(slot) } else { slot };
                let scope = Rc::new(scope.under(&element.active));
                self.frames.push(Frame::Items {
                    items: as_slice(value).iter(),
                    in_list: value.is_array() && scope.is_list(),
                    scope,
                    slot,
                });
                Ok(())
            }
            (Kind::OnlyLanguage, _) => Ok(()),
            (Kind::Node, Slot::Top { graph, included }) => machine.top(element, graph, included),
            (Kind::Node, slot) => self.node(machine, element, slot),
            (Kind::Literal(_) | Kind::List(_), Slot::Top { included: true, .. }) => {
                Err(Syntax::InvalidIncludedValue.of("@included"))
            }
            (Kind::Literal(_) | Kind::List(_), Slot::Top { .. }) => {
                if machine.strict {
                    Err(Dropped::FreeFloating.of("@value"))
                } else {
                    Ok(())
                }
            }
            (Kind::Literal(value), slot) => match machine.literal_of(&element, value)? {
                Some(term) => self.give(machine, Some(term), slot),
                None => Ok(()),
            },
            (Kind::List(value), slot) => {
                let scope = Rc::new(scope.under(&element.active));
                let slot = self.open(slot);
                self.frames.push(Frame::Items {
                    items: as_slice(value).iter(),
                    scope,
                    slot,
                    in_list: value.is_array(),
                });
                Ok(())
            }
        }
    }

    /// A node under a property or in a list: its name goes to the slot, its members are done later.
    fn node(
        &mut self,
        machine: &mut Machine<'d, '_>,
        element: Element<'d>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        let id = match element.id {
            Some(id) => Some(machine.name(&element.active, id, false)?),
            None => None,
        };
        let Slot::Statement { extra, graph, .. } = slot else {
            let subject = id.unwrap_or_else(|| Some(machine.dataset.fresh()));
            self.put(machine, subject, slot, true)?;
            return machine.later(element, subject, slot.graph());
        };
        let wrap = match extra.graph {
            Some(Wrap::All) => true,
            Some(Wrap::Others) => !element.is_graph(),
            None => false,
        };
        if wrap {
            if machine.strict && element.is_bare() {
                return Err(Dropped::EmptyNode.of(element.id.unwrap_or("{}")));
            }
            let name = self.give_graph(machine, slot)?;
            let subject = id.unwrap_or_else(|| Some(machine.dataset.fresh()));
            return machine.later(element, subject, name.map_or(Graph::Dropped, Graph::Named));
        }
        let subject = id.or(extra.id).unwrap_or_else(|| Some(machine.dataset.fresh()));
        self.give_node(machine, subject, slot)?;
        if element.index.is_none() {
            machine.index(graph, subject, extra.index)?;
        }
        machine.later(element, subject, graph)
    }

    /// The bare name of a node.
    fn reference(
        &mut self,
        machine: &mut Machine<'d, '_>,
        term: Option<TermId>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        match slot {
            Slot::Statement { extra: Extra { graph: Some(_), .. }, .. } => {
                if machine.strict {
                    return Err(Dropped::EmptyNode.of("@graph"));
                }
                self.give_graph(machine, slot).map(|_| ())
            }
            slot => self.give_node(machine, term, slot),
        }
    }

    /// The name of a node goes to its slot, with what the map it stands in says of it.
    fn give_node(
        &mut self,
        machine: &mut Machine<'d, '_>,
        subject: Option<TermId>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        self.put(machine, subject, slot, true)?;
        if let Slot::Statement { extra, graph, .. } = slot {
            if let Some((property, value)) = extra.said {
                machine.state(subject, property, value, graph)?;
            }
            if let Some(of_type) = extra.of_type {
                machine.state(subject, Some(machine.rdf_type), Some(of_type), graph)?;
            }
        }
        Ok(())
    }

    /// A new graph goes to the slot; its name.
    fn give_graph(&mut self, machine: &mut Machine<'d, '_>, slot: Slot<'d>) -> Result<Option<TermId>, Error> {
        let Slot::Statement { extra, graph, .. } = slot else { return Ok(None) };
        let name = extra.id.unwrap_or_else(|| Some(machine.dataset.fresh()));
        self.put(machine, name, slot, true)?;
        if let Some((property, value)) = extra.said {
            machine.state(name, property, value, graph)?;
        }
        machine.index(graph, name, extra.index)?;
        Ok(name)
    }

    /// A literal or the head of a list goes to its slot.
    fn give(
        &mut self,
        machine: &mut Machine<'d, '_>,
        term: Option<TermId>,
        slot: Slot<'d>,
    ) -> Result<(), Error> {
        if let Slot::Statement { extra, .. } = slot {
            if extra.nodes_only {
                return Err(Syntax::InvalidValueObject.of("@value"));
            }
            if extra.graph.is_some() {
                // A graph with a literal in it: no statement holds that.
                if machine.strict {
                    return Err(Dropped::FreeFloating.of("@graph"));
                }
                return self.give_graph(machine, slot).map(|_| ());
            }
        }
        self.put(machine, term, slot, false)
    }

    fn put(
        &mut self,
        machine: &mut Machine<'d, '_>,
        term: Option<TermId>,
        slot: Slot<'d>,
        node: bool,
    ) -> Result<(), Error> {
        match slot {
            Slot::Statement { subject, predicate, graph, reverse, .. } => {
                if !reverse {
                    return machine.state(subject, predicate, term, graph);
                }
                if !node {
                    return Err(Syntax::InvalidReversePropertyValue.of("@reverse"));
                }
                machine.state(term, predicate, subject, graph)
            }
            Slot::Item(_) => {
                if let Some(list) = self.lists.last_mut() {
                    list.push(term);
                }
                Ok(())
            }
            Slot::Top { .. } => Ok(()),
        }
    }
}

/// An array's items, or the one value.
pub(super) fn as_slice(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        single => std::slice::from_ref(single),
    }
}

impl<'d> Machine<'d, '_> {
    /// A node that no property leads to.
    pub(super) fn top(&mut self, element: Element<'d>, graph: Graph, included: bool) -> Result<(), Error> {
        if self.strict && !included && element.is_bare() {
            return Err(Dropped::EmptyNode.of(element.id.unwrap_or("{}")));
        }
        let subject = match element.id {
            Some(id) => self.name(&element.active, id, false)?,
            None => Some(self.dataset.fresh()),
        };
        self.later(element, subject, graph)
    }

    /// Puts a node on the list of those whose members are still to be looked at.
    pub(super) fn later(
        &mut self,
        element: Element<'d>,
        subject: Option<TermId>,
        graph: Graph,
    ) -> Result<(), Error> {
        self.index(graph, subject, element.index)?;
        if !element.entries.is_empty() {
            self.tasks.push(Task { element, subject, graph, whole: false });
        }
        Ok(())
    }

    /// The type of a literal (§5.1.2, step 15.5).
    pub(super) fn datatype(&mut self, active: &Arc<Active>, text: &str) -> Result<Option<String>, Error> {
        match active.expand(text, Against::both(self.base)) {
            Expanded::Keyword(Keyword::Json) => Ok(None),
            Expanded::Text(iri) if is_absolute(&iri) && !is_blank(&iri) => Ok(Some(iri.into_owned())),
            _ => Err(Syntax::InvalidTypedValue.of(text)),
        }
    }

    /// A direction becomes part of no statement, unless asked for.
    pub(super) fn direction(&self, direction: Option<Direction>) -> Result<Option<Direction>, Error> {
        match direction {
            Some(direction) if self.strict && self.direction == super::RdfDirection::None => {
                Err(Dropped::Direction.of(direction.name()))
            }
            direction => Ok(direction),
        }
    }
}
