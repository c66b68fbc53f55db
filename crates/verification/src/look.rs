//! Looking things up during one verification: what is known answers, what is not is noted as wanted, and whatever was
//! used is written down.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::bundled;
use crate::document::{Answer, Document, Origin};
use crate::documents::Documents;
use crate::linked_data::Contexts;
use crate::report::DocumentRef;
use crate::terms::Terms;
use crate::wanted::{DocUrl, Role, Wanted};

/// What an address gives.
pub(crate) enum Found<'a> {
    /// A document of the learner's own, fetched or archived.
    Document(&'a Document),
    /// Only a copy that the sender supplied.
    Sender(&'a Document),
    /// Gone for good, by an answer of the learner's own.
    Gone,
    /// Not there.
    Missing,
    /// Not known: never asked, refused or failed.
    Unknown,
}

/// One verification's view of the documents at hand.
pub(crate) struct Look<'a> {
    pub(crate) known: &'a Documents,
    pub(crate) terms: &'a Terms<'a>,
    wanted: RefCell<BTreeMap<(DocUrl, Role), Option<Timestamp>>>,
    used: RefCell<BTreeSet<DocumentRef>>,
    gone: RefCell<BTreeMap<String, Timestamp>>,
}

/// What one verification wanted and used.
pub(crate) struct Lists {
    /// What would decide more, in order.
    pub(crate) wanted: Vec<Wanted>,
    /// What was used, in order.
    pub(crate) documents: Vec<DocumentRef>,
    /// Addresses at which there is nothing any more, and of which an older document served: since when that is known.
    pub(crate) gone: BTreeMap<String, Timestamp>,
}

impl<'a> Look<'a> {
    pub(crate) fn new(known: &'a Documents, terms: &'a Terms<'a>) -> Look<'a> {
        Look { known, terms, wanted: RefCell::default(), used: RefCell::default(), gone: RefCell::default() }
    }

    /// Notes that a document would decide more.
    pub(crate) fn want(&self, url: &DocUrl, role: Role) {
        self.wanted.borrow_mut().entry((url.clone(), role)).or_insert(None);
    }

    /// Notes that only a newer version would decide more.
    pub(crate) fn want_newer(&self, url: &DocUrl, role: Role, than: Timestamp) {
        self.wanted.borrow_mut().entry((url.clone(), role)).or_insert(Some(than));
    }

    /// What is known of an address. What is not known, or only from a sender, is noted as wanted.
    pub(crate) fn find(&self, url: &DocUrl, role: Role) -> Found<'a> {
        let found = match self.known.newest(url) {
            None => Found::Unknown,
            Some(answered) => match (&answered.answer, answered.origin) {
                (Answer::Got(document), Origin::Sender) => Found::Sender(document),
                (Answer::Got(document), _) => Found::Document(document),
                // "Gone" and "missing" from a sender say nothing at all.
                (_, Origin::Sender) => Found::Unknown,
                (Answer::Gone, _) => self.outlived(url, role, answered.at).unwrap_or(Found::Gone),
                (Answer::Missing, _) => self.outlived(url, role, answered.at).unwrap_or(Found::Missing),
                (Answer::Refused(_) | Answer::Failed(_), _) => Found::Unknown,
            },
        };
        if matches!(found, Found::Sender(_) | Found::Unknown) {
            self.want(url, role);
        }
        found
    }

    /// An older document of the learner's own that still serves although its address has nothing any more: of a list
    /// and a schema the newest, of what lists keys one that was fetched while this copy was already here. An assertion
    /// that is gone does not serve: that it is gone may be how the issuer takes it back.
    fn outlived(&self, url: &DocUrl, role: Role, since: Timestamp) -> Option<Found<'a>> {
        let mut versions = self.own_versions(url);
        let document = match role {
            Role::Status | Role::Schema => versions.next(),
            Role::Issuer | Role::Did | Role::Key => {
                let held = self.terms.held_since?;
                versions.find(|version| version.at >= held)
            }
            _ => None,
        }?;
        self.gone.borrow_mut().insert(url.as_str().to_owned(), since);
        Some(Found::Document(document))
    }

    /// The versions of a document that are the learner's own, newest first.
    pub(crate) fn own_versions(&self, url: &DocUrl) -> impl Iterator<Item = &'a Document> {
        self.known.versions(url).iter().rev().filter_map(|answered| match &answered.answer {
            Answer::Got(document) if answered.origin != Origin::Sender => Some(document),
            _ => None,
        })
    }

    /// Writes down that a document was used.
    pub(crate) fn used(&self, document: &Document) {
        self.used.borrow_mut().insert(DocumentRef {
            url: document.url.as_str().to_owned(),
            digest: document.digest(),
            at: document.at,
            origin: document.origin,
        });
    }

    /// Writes down which contexts were used, and which would have been.
    pub(crate) fn used_contexts(&self, contexts: &Contexts<'_>) {
        for url in contexts.used() {
            if let Some(bundled) = bundled::get(&url) {
                self.used.borrow_mut().insert(DocumentRef {
                    url: bundled.url.to_owned(),
                    digest: bundled.digest,
                    at: Timestamp::UNIX_EPOCH,
                    origin: Origin::Bundled,
                });
            } else if let Some(document) = contexts.known_document(&url) {
                self.used(document);
            }
        }
        for url in contexts.unknown() {
            if let Some(url) = DocUrl::parse(&url).filter(|url| url.as_str().starts_with("http")) {
                self.want(&url, Role::Context);
            }
        }
    }

    /// What is wanted and what was used, in order.
    pub(crate) fn into_lists(self) -> Lists {
        let wanted = self
            .wanted
            .into_inner()
            .into_iter()
            .map(|((url, role), newer_than)| Wanted { url, role, newer_than })
            .collect();
        let documents = self.used.into_inner().into_iter().collect();
        Lists { wanted, documents, gone: self.gone.into_inner() }
    }
}
