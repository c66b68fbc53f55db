//! Where contexts come from: bundled first and always, then documents that are known and not merely sent.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use iref::{Iri, IriBuf};
use serde_json::Value;
use ssi::json_ld::syntax::{Parse, Value as LdValue};
use ssi::json_ld::{LoadError, Loader, RemoteDocument};

use crate::bundled;
use crate::document::{Answer, Document, Origin};
use crate::documents::Documents;
use crate::wanted::DocUrl;

/// The contexts one verification may use, and a record of which it used and which it lacked.
pub(crate) struct Contexts<'a> {
    known: &'a Documents,
    parsed: RefCell<BTreeMap<String, LdValue>>,
    used: RefCell<BTreeSet<String>>,
    unknown: RefCell<BTreeSet<String>>,
}

#[derive(Debug, thiserror::Error)]
#[error("this context is not known")]
struct Unknown;

impl<'a> Contexts<'a> {
    pub(crate) fn new(known: &'a Documents) -> Contexts<'a> {
        Contexts { known, parsed: RefCell::default(), used: RefCell::default(), unknown: RefCell::default() }
    }

    /// Contexts that were asked for and are not known, or only from a sender.
    pub(crate) fn unknown(&self) -> Vec<String> {
        self.unknown.borrow().iter().cloned().collect()
    }

    /// Addresses of the contexts used so far, in order.
    pub(crate) fn used(&self) -> Vec<String> {
        self.used.borrow().iter().cloned().collect()
    }

    /// The JSON of the bundled contexts used so far.
    pub(crate) fn bundled_used(&self) -> Vec<&'static bundled::Bundled> {
        self.used.borrow().iter().filter_map(|url| bundled::get(url)).collect()
    }

    /// The version of a used context that did not come with this program.
    pub(crate) fn known_document(&self, url: &str) -> Option<&'a Document> {
        let url = DocUrl::parse(url)?;
        match &self.known.newest(&url)?.answer {
            // What a sender supplies never proves: with a context of one's own choice any badge can be made to say
            // something else under the same signature.
            Answer::Got(document) if document.origin != Origin::Sender => Some(document),
            _ => None,
        }
    }

    /// Notes every context that a document names anywhere and that is not known, so that all can be had in one round.
    pub(crate) fn survey(&self, document: &Value) {
        let mut open = vec![document];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(members) => {
                    for (name, member) in members {
                        if name == "@context" {
                            for url in addresses(member) {
                                if bundled::get(url).is_none() && self.known_document(url).is_none() {
                                    self.unknown.borrow_mut().insert(url.to_owned());
                                }
                            }
                        }
                        open.push(member);
                    }
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
    }

    fn find(&self, url: &str) -> Option<LdValue> {
        if let Some(bundled) = bundled::get(url) {
            self.used.borrow_mut().insert(url.to_owned());
            return Some(bundled.expandable.clone());
        }
        if let Some(parsed) = self.parsed.borrow().get(url) {
            return Some(parsed.clone());
        }
        let document = self.known_document(url)?;
        // The strict reader also bounds size and depth.
        openbadges::json::read(&document.bytes).ok()?;
        let (parsed, _) = LdValue::parse_str(std::str::from_utf8(&document.bytes).ok()?).ok()?;
        self.used.borrow_mut().insert(url.to_owned());
        self.parsed.borrow_mut().insert(url.to_owned(), parsed.clone());
        Some(parsed)
    }
}

/// The addresses in a `@context` member.
pub(crate) fn addresses(context: &Value) -> Vec<&str> {
    match context {
        Value::String(url) => vec![url],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

impl Loader for Contexts<'_> {
    async fn load(&self, url: &Iri) -> Result<RemoteDocument<IriBuf>, LoadError> {
        match self.find(url.as_str()) {
            Some(context) => Ok(RemoteDocument::new(Some(url.to_owned()), None, context)),
            None => {
                self.unknown.borrow_mut().insert(url.as_str().to_owned());
                Err(LoadError::new(url.to_owned(), Unknown))
            }
        }
    }
}
