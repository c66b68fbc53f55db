//! Creating term definitions (JSON-LD 1.1 API §4.2), without recursion: what a term rests on is defined before it.

use std::collections::BTreeMap;
use std::sync::Arc;

use strict_json::{Map, Text, Value};

use super::active::Parts;
use super::definition::{Definition, Name};
use super::expand_iri::{Against, Expanded};
use super::source::Scoped;
use crate::budget::Budget;
use crate::error::{Dropped, Error, Syntax};
use crate::iri::{is_absolute, is_blank};
use crate::keyword::{Keyword, like_keyword};

/// One object of a local context, whose terms are being defined.
pub(super) struct Defining<'a, 'b> {
    pub(super) context: &'a Map,
    /// What was in force before, for terms that are protected.
    pub(super) before: &'a Parts,
    pub(super) parts: &'a mut Parts,
    pub(super) budget: &'b mut Budget,
    pub(super) override_protected: bool,
    pub(super) strict: bool,
    /// Where the context stands, and whether it came with the program: for the contexts of its terms.
    pub(super) base: Option<Arc<str>>,
    pub(super) kept: bool,
    pub(super) protected: bool,
}

/// What is still to do; done from the end.
enum Step<'a> {
    Open(&'a str),
    Name(&'a str),
    Rest(&'a str, Box<Definition>),
}

impl<'a> Defining<'a, '_> {
    /// Defines all terms of the object.
    pub(super) fn all(mut self) -> Result<(), Error> {
        // `false` while a term's own IRI is being looked for.
        let mut defined: BTreeMap<&'a str, bool> = BTreeMap::new();
        let mut steps = Vec::new();
        for term in self.context.keys() {
            let entry = matches!(
                Keyword::parse(term),
                Some(
                    Keyword::Base
                        | Keyword::Direction
                        | Keyword::Import
                        | Keyword::Language
                        | Keyword::Propagate
                        | Keyword::Protected
                        | Keyword::Version
                        | Keyword::Vocab
                )
            );
            if !entry {
                steps.push(Step::Open(term));
            }
            while let Some(step) = steps.pop() {
                self.budget.definition()?;
                self.step(step, &mut defined, &mut steps)?;
            }
        }
        Ok(())
    }

    fn step(
        &mut self,
        step: Step<'a>,
        defined: &mut BTreeMap<&'a str, bool>,
        steps: &mut Vec<Step<'a>>,
    ) -> Result<(), Error> {
        match step {
            Step::Open(term) => match defined.get(term) {
                Some(true) => {}
                Some(false) => return Err(Syntax::CyclicIriMapping.of(term)),
                None => {
                    defined.insert(term, false);
                    steps.push(Step::Name(term));
                    self.needs_of_name(term, steps);
                }
            },
            Step::Name(term) => {
                defined.insert(term, true);
                self.parts.terms.remove(term);
                if let Some(definition) = self.named(term)? {
                    // Names are made longer by prefix and vocabulary: also their length is work.
                    self.budget.text(definition.name.text())?;
                    self.parts.terms.insert(term.into(), Arc::new(definition.clone()));
                    steps.push(Step::Rest(term, Box::new(definition)));
                    if let Some(Value::String(of_type)) = self.entry(term, "@type") {
                        self.needs(of_type, steps);
                    }
                }
            }
            Step::Rest(term, mut definition) => {
                if let Some(Value::Object(entries)) = self.context.get(term) {
                    self.rest(term, entries, &mut definition)?;
                }
                if matches!(definition.name, Name::Keyword(Keyword::Context | Keyword::Preserve)) {
                    return Err(Syntax::InvalidKeywordAlias.of(term));
                }
                // 27: a protected term may only be repeated.
                if !self.override_protected
                    && let Some(known) = self.before.terms.get(term)
                    && known.protected
                {
                    definition.protected = true;
                    if **known != *definition {
                        return Err(Syntax::ProtectedTermRedefinition.of(term));
                    }
                }
                self.parts.terms.insert(term.into(), Arc::from(definition));
            }
        }
        Ok(())
    }

    fn entry(&self, term: &str, name: &str) -> Option<&'a Value> {
        self.context.get(term).and_then(|definition| definition.get(name))
    }

    /// Terms of this context that a term's IRI rests on.
    fn needs_of_name(&self, term: &'a str, steps: &mut Vec<Step<'a>>) {
        let id = match self.context.get(term) {
            Some(Value::String(id)) => Some(id.as_str()),
            Some(Value::Object(entries)) => {
                entries.get("@reverse").or_else(|| entries.get("@id")).and_then(Value::as_str)
            }
            _ => None,
        };
        match id {
            Some(id) if id != term => {
                self.needs(id, steps);
                if like_iri(term) {
                    self.needs_prefix(term, steps);
                }
            }
            _ => self.needs_prefix(term, steps),
        }
    }

    fn needs(&self, iri: &'a str, steps: &mut Vec<Step<'a>>) {
        if iri.starts_with('@') && (Keyword::parse(iri).is_some() || like_keyword(iri)) {
            return;
        }
        if self.context.contains_key(iri) {
            steps.push(Step::Open(iri));
        }
        self.needs_prefix(iri, steps);
    }

    fn needs_prefix(&self, iri: &'a str, steps: &mut Vec<Step<'a>>) {
        if let Some((prefix, suffix)) = iri.split_once(':')
            && !prefix.is_empty()
            && prefix != "_"
            && !suffix.starts_with("//")
            && self.context.contains_key(prefix)
        {
            steps.push(Step::Open(prefix));
        }
    }

    /// Steps 4 to 18: what a term stands for; nothing where the definition is ignored.
    fn named(&mut self, term: &str) -> Result<Option<Definition>, Error> {
        let value = self.context.get(term).unwrap_or(&Value::Null);
        if term == "@type" {
            let allowed = value.as_object().is_some_and(|entries| {
                !entries.is_empty()
                    && entries.get("@container").is_none_or(|container| container == "@set")
                    && entries.keys().all(|key| matches!(key.as_str(), "@container" | "@protected"))
            });
            if !allowed {
                return Err(Syntax::KeywordRedefinition.of(term));
            }
        } else if Keyword::parse(term).is_some() {
            return Err(Syntax::KeywordRedefinition.of(term));
        } else if like_keyword(term) {
            return self.reserved(term, term).map(|()| None);
        } else if term.is_empty() {
            return Err(Syntax::InvalidTermDefinition.of(term));
        }
        let (simple, id, entries) = match value {
            Value::Null => (true, Some(&Value::Null), None),
            Value::String(_) => (true, Some(value), None),
            Value::Object(entries) => (false, entries.get("@id"), Some(entries)),
            _ => return Err(Syntax::InvalidTermDefinition.of(term)),
        };
        if let Some(entries) = entries {
            let known = |key: &Text| {
                matches!(
                    key.as_str(),
                    "@container"
                        | "@context"
                        | "@direction"
                        | "@id"
                        | "@index"
                        | "@language"
                        | "@nest"
                        | "@prefix"
                        | "@protected"
                        | "@reverse"
                        | "@type"
                )
            };
            if !entries.keys().all(known) {
                return Err(Syntax::InvalidTermDefinition.of(term));
            }
        }
        let mut definition = match (entries.and_then(|entries| entries.get("@reverse")), id) {
            (Some(reverse), id) => {
                if id.is_some() || entries.is_some_and(|entries| entries.contains_key("@nest")) {
                    return Err(Syntax::InvalidReverseProperty.of(term));
                }
                let Value::String(reverse) = reverse else {
                    return Err(Syntax::InvalidIriMapping.of(term));
                };
                if like_keyword(reverse) {
                    return self.reserved(term, reverse).map(|()| None);
                }
                let name = match self.parts.expand(reverse, Against::VOCAB) {
                    Expanded::Text(iri) if is_absolute(&iri) => Name::Iri((&*iri).into()),
                    _ => return Err(Syntax::InvalidIriMapping.of(term)),
                };
                Definition { reverse: true, ..Definition::new(name) }
            }
            (None, Some(Value::Null)) => Definition::new(Name::Null),
            (None, Some(Value::String(id))) if Keyword::parse(id).is_none() && like_keyword(id) => {
                return self.reserved(term, id).map(|()| None);
            }
            (None, Some(Value::String(id))) if id != term => self.mapped(term, id, simple)?,
            (None, Some(Value::String(_)) | None) => self.implied(term)?,
            (None, Some(_)) => return Err(Syntax::InvalidIriMapping.of(term)),
        };
        definition.protected = match entries.and_then(|entries| entries.get("@protected")) {
            None => self.protected,
            Some(Value::Bool(protected)) => *protected,
            Some(_) => return Err(Syntax::InvalidProtectedValue.of(term)),
        };
        Ok(Some(definition))
    }

    /// A definition that is ignored because it is reserved; what was known of the term stays.
    fn reserved(&mut self, term: &str, text: &str) -> Result<(), Error> {
        if self.strict {
            return Err(Dropped::Reserved.of(text));
        }
        if let Some(known) = self.before.terms.get(term) {
            self.parts.terms.insert(term.into(), known.clone());
        }
        Ok(())
    }

    /// Step 14: a term with an `@id` unlike itself.
    fn mapped(&self, term: &str, id: &str, simple: bool) -> Result<Definition, Error> {
        let invalid = || Syntax::InvalidIriMapping.of(term);
        let name = match self.parts.expand(id, Against::VOCAB) {
            Expanded::Keyword(keyword) => Name::Keyword(keyword),
            Expanded::Text(iri) if is_absolute(&iri) => Name::Iri((&*iri).into()),
            Expanded::Text(_) | Expanded::Null => return Err(invalid()),
        };
        if like_iri(term) {
            let same = match (self.parts.expand(term, Against::VOCAB), &name) {
                (Expanded::Text(text), Name::Iri(iri)) => *text == **iri,
                _ => false,
            };
            if !same {
                return Err(invalid());
            }
        }
        let prefix = match &name {
            Name::Iri(iri) => {
                simple
                    && !term.contains([':', '/'])
                    && (iri.ends_with([':', '/', '?', '#', '[', ']', '@']) || is_blank(iri))
            }
            _ => false,
        };
        Ok(Definition { prefix, ..Definition::new(name) })
    }

    /// Steps 15 to 18: a term that stands for itself, by its prefix or the vocabulary.
    fn implied(&self, term: &str) -> Result<Definition, Error> {
        let name = match term.split_once(':') {
            Some((prefix, suffix)) if !prefix.is_empty() => {
                match self.parts.terms.get(prefix).map(|definition| &definition.name) {
                    Some(Name::Iri(start) | Name::Relative(start)) => Name::of(&format!("{start}{suffix}")),
                    _ => Name::of(term),
                }
            }
            _ if term == "@type" => Name::Keyword(Keyword::Type),
            _ => match &self.parts.vocab {
                Some(vocab) => Name::of(&format!("{vocab}{term}")),
                None if term.contains('/') && is_absolute(term) => Name::of(term),
                None => return Err(Syntax::InvalidIriMapping.of(term)),
            },
        };
        Ok(Definition::new(name))
    }

    /// The context for the values of a term.
    pub(super) fn scoped(&mut self, value: &Value) -> Result<Arc<Scoped>, Error> {
        self.budget.value(value)?;
        Ok(Arc::new(Scoped {
            id: super::source::fresh_id(),
            value: value.clone(),
            base: self.base.clone(),
            kept: self.kept,
        }))
    }
}

/// Is a term formed like an IRI (a colon within, or a slash)?
fn like_iri(term: &str) -> bool {
    term.contains('/')
        || term.find(':').is_some_and(|at| {
            term.get(at + 1..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(':'))
        })
}
