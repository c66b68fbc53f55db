//! Where contexts come from: bundled first and always, then documents that are known and not merely sent.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use linked_data::Loaded;

use crate::bundled;
use crate::document::{Answer, Document, Origin};
use crate::documents::Documents;
use crate::wanted::DocUrl;

/// The contexts one verification may use, and a record of which it used and which it lacked.
pub(crate) struct Contexts<'a> {
    known: &'a Documents,
    parsed: RefCell<BTreeMap<String, Arc<Loaded>>>,
    used: RefCell<BTreeSet<String>>,
    unknown: RefCell<BTreeSet<String>>,
}

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

    /// The version of a used context that did not come with this program; one that did is never taken from elsewhere.
    pub(crate) fn known_document(&self, url: &str) -> Option<&'a Document> {
        if bundled::get(url).is_some() {
            return None;
        }
        let url = DocUrl::parse(url)?;
        match &self.known.newest(&url)?.answer {
            // What a sender supplies never proves: with a context of one's own choice any badge can be made to say
            // something else under the same signature.
            Answer::Got(document) if document.origin != Origin::Sender => Some(document),
            _ => None,
        }
    }

    /// Notes that these contexts are not known.
    pub(crate) fn lack(&self, urls: &[String]) {
        self.unknown.borrow_mut().extend(urls.iter().cloned());
    }

    fn note(&self, url: &str) {
        let mut used = self.used.borrow_mut();
        if !used.contains(url) {
            used.insert(url.to_owned());
        }
    }
}

impl linked_data::Contexts for Contexts<'_> {
    fn context(&self, url: &str) -> Option<Arc<Loaded>> {
        if let Some(bundled) = bundled::get(url) {
            self.note(url);
            return Some(bundled.loaded.clone());
        }
        if let Some(parsed) = self.parsed.borrow().get(url) {
            return Some(parsed.clone());
        }
        let document = self.known_document(url)?;
        // The strict reader also bounds size and depth.
        let parsed = Arc::new(Loaded::foreign(url, document.json()?));
        self.note(url);
        self.parsed.borrow_mut().insert(url.to_owned(), parsed.clone());
        Some(parsed)
    }
}
