//! Where contexts come from.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use strict_json::Value;

/// A number that no other context of this process has.
pub(super) fn fresh_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A context document under its address.
#[derive(Debug)]
pub struct Loaded {
    pub(super) id: u64,
    pub(super) url: String,
    pub(super) context: Option<Value>,
    /// Is what it is processed to kept for the life of the process?
    pub(super) kept: bool,
}

impl Loaded {
    /// A document that comes with the program: make it once and keep it, for what it is processed to is remembered
    /// under this very object, for all documents to come.
    pub fn bundled(url: impl Into<String>, document: &Value) -> Loaded {
        Loaded::new(url.into(), document, true)
    }

    /// A document from elsewhere: what it is processed to is remembered only while one document is converted.
    pub fn foreign(url: impl Into<String>, document: &Value) -> Loaded {
        Loaded::new(url.into(), document, false)
    }

    fn new(url: String, document: &Value, kept: bool) -> Loaded {
        // Without `@context` it is an empty one; without an object it is none (JSON-LD 1.1 API §4.1.2, 5.2.5).
        let context = document.as_object().map(|members| {
            members.get("@context").cloned().unwrap_or_else(|| Value::Object(Default::default()))
        });
        Loaded { id: fresh_id(), url, context, kept }
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// The contexts at hand.
pub trait Contexts {
    /// The document under an address, if it is at hand.
    fn context(&self, url: &str) -> Option<Arc<Loaded>>;
}

/// No contexts at all.
impl Contexts for () {
    fn context(&self, _: &str) -> Option<Arc<Loaded>> {
        None
    }
}

impl Contexts for std::collections::BTreeMap<String, Arc<Loaded>> {
    fn context(&self, url: &str) -> Option<Arc<Loaded>> {
        self.get(url).cloned()
    }
}

/// A context that a term definition holds, for the values of that term or for nodes of that type.
#[derive(Debug)]
pub(crate) struct Scoped {
    pub(super) id: u64,
    pub(super) value: Value,
    /// The address of the document that it stands in; addresses in it are relative to that.
    pub(super) base: Option<Arc<str>>,
    pub(super) kept: bool,
}

impl PartialEq for Scoped {
    fn eq(&self, other: &Scoped) -> bool {
        self.id == other.id || (self.value == other.value && self.base == other.base)
    }
}
