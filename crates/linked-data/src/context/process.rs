//! Context processing (JSON-LD 1.1 API §4.1.2).

use std::sync::Arc;

use strict_json::Value;

use super::active::{Active, Parts};
use super::cache::{Cache, Key};
use super::source::{Contexts, Loaded, Scoped};
use crate::budget::Budget;
use crate::error::{Error, Syntax};
use crate::iri::{is_absolute, resolve};

/// Contexts that include each other, one within the other.
const MAX_NESTED: usize = 10;

/// How a context is applied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// Does it hold for nodes below? A `@propagate` in the context has the last word.
    pub(crate) propagate: bool,
    /// May it redefine protected terms, as the context of a property may?
    pub(crate) override_protected: bool,
}

impl Manner {
    /// A context that stands in the document.
    pub(crate) const LOCAL: Manner = Manner { propagate: true, override_protected: false };
    /// The context of a property.
    pub(crate) const PROPERTY: Manner = Manner { propagate: true, override_protected: true };
    /// The context of a type.
    pub(crate) const TYPE: Manner = Manner { propagate: false, override_protected: false };
}

/// Processes contexts, and remembers what came out.
pub(crate) struct Processor<'a> {
    pub(super) contexts: &'a dyn Contexts,
    /// The document's own address.
    pub(super) base: Option<&'a str>,
    pub(super) strict: bool,
    pub(crate) budget: Budget,
    /// A vocabulary depends on the document's address: then nothing is kept beyond it.
    pub(super) relative: bool,
    cache: Cache,
}

/// A list of contexts, by the place it stands in.
#[derive(Clone)]
enum Source<'d> {
    Document(&'d Value),
    Scoped(Arc<Scoped>),
    Loaded(Arc<Loaded>),
}

impl Source<'_> {
    fn value(&self) -> Option<&Value> {
        match self {
            Source::Document(value) => Some(value),
            Source::Scoped(scoped) => Some(&scoped.value),
            Source::Loaded(loaded) => loaded.context.as_ref(),
        }
    }

    fn item(&self, at: usize) -> Option<&Value> {
        match self.value()? {
            Value::Array(items) => items.get(at),
            single => (at == 0).then_some(single),
        }
    }

    /// The address of the document that it stands in, if that is not the one that is converted.
    fn base(&self) -> Option<&str> {
        match self {
            Source::Document(_) => None,
            Source::Scoped(scoped) => scoped.base.as_deref(),
            Source::Loaded(loaded) => Some(&loaded.url),
        }
    }

    fn kept(&self) -> bool {
        match self {
            Source::Document(_) => false,
            Source::Scoped(scoped) => scoped.kept,
            Source::Loaded(loaded) => loaded.kept,
        }
    }
}

struct Frame<'d> {
    source: Source<'d>,
    at: usize,
    /// Where the result belongs in the cache, once all of the list is processed.
    key: Option<Key>,
    keep: bool,
}

impl<'a> Processor<'a> {
    pub(crate) fn new(contexts: &'a dyn Contexts, base: Option<&'a str>, strict: bool) -> Processor<'a> {
        Processor {
            contexts,
            base,
            strict,
            budget: Budget::default(),
            relative: false,
            cache: Cache::default(),
        }
    }

    /// Applies a `@context` of the document.
    pub(crate) fn local(&mut self, active: &Arc<Active>, context: &Value) -> Result<Arc<Active>, Error> {
        self.run(active, Source::Document(context), Manner::LOCAL)
    }

    /// Applies the context of a term definition.
    pub(crate) fn scoped(
        &mut self,
        active: &Arc<Active>,
        context: &Arc<Scoped>,
        manner: Manner,
    ) -> Result<Arc<Active>, Error> {
        let key = Key {
            active: active.id,
            context: context.id,
            propagate: manner.propagate,
            override_protected: manner.override_protected,
            strict: self.strict,
        };
        if let Some(known) = self.cache.get(&key) {
            return Ok(known);
        }
        let keep = active.is_kept() && context.kept;
        let result = self.run(active, Source::Scoped(context.clone()), manner)?;
        self.cache.put(key, &result, keep && !self.relative && self.all_kept(context));
        Ok(result)
    }

    /// A context that came with the program may name one that did not.
    fn all_kept(&self, context: &Scoped) -> bool {
        let items = match &context.value {
            Value::Array(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        items.iter().all(|item| !item.is_string() && item.get("@import").is_none())
    }

    fn run(
        &mut self,
        active: &Arc<Active>,
        source: Source<'_>,
        manner: Manner,
    ) -> Result<Arc<Active>, Error> {
        let propagate = self.propagates(&source)?.unwrap_or(manner.propagate);
        let mut result = active.clone();
        if !propagate && result.parts.previous.is_none() {
            let mut parts = result.parts.clone();
            self.budget.spend(parts.terms.len())?;
            parts.previous = Some(self.undirected(active)?);
            result = Active::new(parts);
        }
        let mut frames = vec![Frame { source, at: 0, key: None, keep: false }];
        while let Some(frame) = frames.last_mut() {
            let (source, at) = (frame.source.clone(), frame.at);
            frame.at += 1;
            self.budget.spend(1)?;
            match source.item(at) {
                None => {
                    if let Some(Frame { key: Some(key), keep, .. }) = frames.pop() {
                        self.cache.put(key, &result, keep && !self.relative);
                    }
                }
                Some(Value::Null) => {
                    if !manner.override_protected && result.has_protected() {
                        return Err(Syntax::InvalidContextNullification.of("@context"));
                    }
                    let mut parts = Active::initial().parts.clone();
                    if !propagate {
                        parts.previous = Some(active.clone());
                    }
                    result = if propagate { Active::initial() } else { Active::new(parts) };
                }
                Some(Value::String(address)) => {
                    let loaded = self.load(&source, address)?;
                    let key = Key {
                        active: result.id,
                        context: loaded.id,
                        propagate,
                        override_protected: manner.override_protected,
                        strict: self.strict,
                    };
                    if let Some(known) = self.cache.get(&key) {
                        result = known;
                        continue;
                    }
                    self.budget.context()?;
                    if frames.len() > MAX_NESTED {
                        return Err(Syntax::ContextOverflow.of(loaded.url.as_str()));
                    }
                    if loaded.context.is_none() {
                        return Err(Syntax::InvalidRemoteContext.of(loaded.url.as_str()));
                    }
                    let keep = result.is_kept() && loaded.kept && whole(&loaded);
                    frames.push(Frame { source: Source::Loaded(loaded), at: 0, key: Some(key), keep });
                }
                Some(Value::Object(context)) => {
                    // A context put into a `@context` once more, as in the W3C's example of a proof chain: jsonld.js
                    // looks inside, the standard calls it malformed.
                    let context = match context.get("@context") {
                        Some(Value::Object(inside)) if self.strict => inside,
                        _ => context,
                    };
                    let remote = matches!(source, Source::Loaded(_));
                    let place = super::object::Place {
                        base: source.base().map(Arc::from),
                        kept: source.kept(),
                        remote,
                        override_protected: manner.override_protected,
                    };
                    result = self.object(&result, context, &place)?;
                }
                Some(other) => return Err(Syntax::InvalidLocalContext.of(other.to_string())),
            }
        }
        Ok(result)
    }

    /// The context to go back to: in strict mode without direction, see [`Processor::object`].
    fn undirected(&mut self, active: &Arc<Active>) -> Result<Arc<Active>, Error> {
        if !self.strict || active.parts.direction.is_none() {
            return Ok(active.clone());
        }
        self.budget.spend(active.parts.terms.len())?;
        Ok(Active::new(Parts { direction: None, ..active.parts.clone() }))
    }

    /// The context document that an address names.
    pub(super) fn load_from(&mut self, base: Option<&str>, address: &str) -> Result<Arc<Loaded>, Error> {
        let url = match base.or(self.base) {
            Some(base) if !is_absolute(address) => resolve(base, address),
            _ => address.to_owned(),
        };
        self.contexts.context(&url).ok_or_else(|| Error::UnknownContext(vec![url]))
    }

    fn load(&mut self, source: &Source<'_>, address: &str) -> Result<Arc<Loaded>, Error> {
        self.load_from(source.base(), address)
    }

    /// What the first context says of `@propagate`, if anything.
    fn propagates(&mut self, source: &Source<'_>) -> Result<Option<bool>, Error> {
        let mut source = source.clone();
        for _ in 0..=MAX_NESTED {
            match source.item(0) {
                Some(Value::String(address)) => {
                    let address = address.clone();
                    source = Source::Loaded(self.load(&source, &address)?);
                }
                Some(Value::Object(context)) => {
                    return Ok(context.get("@propagate").and_then(Value::as_bool));
                }
                _ => return Ok(None),
            }
        }
        Ok(None)
    }
}

/// Does a context document name no other?
fn whole(loaded: &Loaded) -> bool {
    match &loaded.context {
        Some(Value::Array(items)) => {
            items.iter().all(|item| !item.is_string() && item.get("@import").is_none())
        }
        Some(single) => !single.is_string() && single.get("@import").is_none(),
        None => false,
    }
}
