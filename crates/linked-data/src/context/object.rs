//! One context that is an object (JSON-LD 1.1 API §4.1.2, steps 5.5 to 5.13).

use std::borrow::Cow;
use std::sync::Arc;

use strict_json::{Map, Value};

use super::active::{Active, Base, Parts};
use super::define::Defining;
use super::definition::Direction;
use super::expand_iri::{Against, Expanded};
use super::process::Processor;
use crate::error::{Dropped, Error, Syntax};
use crate::iri::{is_absolute, resolve};
use crate::language::is_tag;

/// Where a context stands, and what it may do.
pub(super) struct Place {
    /// The address of its document, if that is not the one that is converted.
    pub(super) base: Option<Arc<str>>,
    pub(super) kept: bool,
    /// Does it stand in a document of its own?
    pub(super) remote: bool,
    pub(super) override_protected: bool,
}

impl Processor<'_> {
    /// The active context with this one applied.
    pub(super) fn object(
        &mut self,
        active: &Arc<Active>,
        context: &Map,
        place: &Place,
    ) -> Result<Arc<Active>, Error> {
        if let Some(version) = context.get("@version")
            && version.as_f64() != Some(1.1)
        {
            return Err(Syntax::InvalidVersionValue.of(version.to_string()));
        }
        let context = self.imported(context, place)?;
        self.budget.context()?;
        self.budget.spend(active.parts.terms.len())?;
        let mut parts = active.parts.clone();
        if self.strict {
            // jsonld.js forgets the direction with every further context, and issuers sign what it makes.
            parts.direction = None;
        }
        if let Some(base) = context.get("@base")
            && !place.remote
        {
            parts.base = self.base_entry(&parts.base, base)?;
        }
        if let Some(vocab) = context.get("@vocab") {
            parts.vocab = self.vocab_entry(&parts, vocab)?;
        }
        if let Some(language) = context.get("@language") {
            parts.language = match language {
                Value::Null => None,
                Value::String(tag) => {
                    if self.strict && !is_tag(tag) {
                        return Err(Dropped::Language.of(tag.as_str()));
                    }
                    // In small letters, as the implementations that issuers sign with write it.
                    Some(tag.to_lowercase().into())
                }
                other => return Err(Syntax::InvalidDefaultLanguage.of(other.to_string())),
            };
        }
        if let Some(direction) = context.get("@direction") {
            parts.direction = match direction {
                Value::Null => None,
                other => Some(
                    other
                        .as_str()
                        .and_then(Direction::parse)
                        .ok_or_else(|| Syntax::InvalidBaseDirection.of(other.to_string()))?,
                ),
            };
        }
        if let Some(propagate) = context.get("@propagate")
            && !propagate.is_boolean()
        {
            return Err(Syntax::InvalidPropagateValue.of(propagate.to_string()));
        }
        let protected = match context.get("@protected") {
            None => false,
            Some(Value::Bool(protected)) => *protected,
            Some(other) => return Err(Syntax::InvalidProtectedValue.of(other.to_string())),
        };
        Defining {
            context: &context,
            before: &active.parts,
            parts: &mut parts,
            budget: &mut self.budget,
            override_protected: place.override_protected,
            strict: self.strict,
            base: place.base.clone(),
            kept: place.kept,
            protected,
        }
        .all()?;
        Ok(Active::new(parts))
    }

    /// 5.6: the context with what it imports underneath.
    fn imported<'c>(&mut self, context: &'c Map, place: &Place) -> Result<Cow<'c, Map>, Error> {
        let Some(import) = context.get("@import") else { return Ok(Cow::Borrowed(context)) };
        let Value::String(address) = import else {
            return Err(Syntax::InvalidImportValue.of(import.to_string()));
        };
        let loaded = self.load_from(place.base.as_deref(), address)?;
        let Some(Value::Object(imported)) = &loaded.context else {
            return Err(Syntax::InvalidRemoteContext.of(address.as_str()));
        };
        if imported.contains_key("@import") {
            return Err(Syntax::InvalidContextEntry.of(address.as_str()));
        }
        for value in imported.values().chain(context.values()) {
            self.budget.value(value)?;
        }
        let mut merged = imported.clone();
        merged.extend(context.iter().map(|(key, value)| (key.clone(), value.clone())));
        Ok(Cow::Owned(merged))
    }

    /// 5.7.
    fn base_entry(&self, now: &Base, value: &Value) -> Result<Base, Error> {
        match value {
            Value::Null => Ok(Base::Null),
            Value::String(text) if is_absolute(text) => Ok(Base::Iri(text.as_str().into())),
            Value::String(text) => match (now, self.base) {
                (Base::Iri(base), _) => Ok(Base::Iri(resolve(base, text).into())),
                (Base::Document, Some(base)) => Ok(Base::Iri(resolve(base, text).into())),
                // Relative to nothing: names stay relative, which strict mode refuses where one comes up.
                (Base::Document | Base::Null, _) => Ok(Base::Iri(text.as_str().into())),
            },
            other => Err(Syntax::InvalidBaseIri.of(other.to_string())),
        }
    }

    /// 5.8.
    fn vocab_entry(&mut self, parts: &Parts, value: &Value) -> Result<Option<Arc<str>>, Error> {
        let text = match value {
            Value::Null => return Ok(None),
            Value::String(text) => text,
            other => return Err(Syntax::InvalidVocabMapping.of(other.to_string())),
        };
        let vocab: Arc<str> = match parts.expand(text, Against::both(self.base)) {
            Expanded::Text(vocab) => (&*vocab).into(),
            Expanded::Null | Expanded::Keyword(_) => {
                return Err(Syntax::InvalidVocabMapping.of(text.as_str()));
            }
        };
        self.relative |= !is_absolute(text);
        self.budget.text(Some(&vocab))?;
        if self.strict && !is_absolute(&vocab) {
            return Err(Dropped::Vocab.of(text.as_str()));
        }
        Ok(Some(vocab))
    }
}
