//! Which key a signature names, and whether it is the issuer's: the issuer's own document has to list it, for making
//! statements. A key from the fragment of an address, or from a token's header, proves nothing by itself.

use std::sync::Arc;

use jiff::Timestamp;

use super::elsewhere::beside;
use super::history;
use super::listed::{listed, pick};
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Document;
use crate::key::{Controller, DidError, KeyList, Named, PublicKey, named_again};
use crate::look::{Found, Look};
use crate::urls::is_normal;
use crate::wanted::{DocUrl, Role};

/// A key, and what can be said about whose it is.
pub(crate) struct Bound {
    /// The key to check the signature with; `None` if it was not had.
    pub(crate) key: Option<PublicKey>,
    /// The check `issuer-key`, to hold if the signature is good.
    pub(crate) check: Check,
    /// The https host that vouches for the issuer, if the check passed by a document of that host.
    pub(crate) host: Option<String>,
}

/// How a signature names its key.
pub(crate) struct Clue<'a> {
    /// `verificationMethod`, `kid`.
    pub(crate) name: Option<&'a str>,
    /// A key that the signature brought along (`jwk` in a token's header).
    pub(crate) brought: Option<PublicKey>,
    /// May an issuer's profile that says nothing about purposes be taken as it is (`publicKey`, JWKS: forms that know
    /// no purposes)?
    pub(crate) purposeless: bool,
    /// When the signature says that it was made. Nobody can prove it; it only tells which of several versions of the
    /// issuer's document is meant.
    pub(crate) signed: Option<Timestamp>,
}

pub(crate) fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::IssuerKey, outcome, code)
}

pub(super) fn without_key(check: Check) -> Bound {
    Bound { key: None, check, host: None }
}

/// Finds the key a signature names and judges whether it is the issuer's.
pub(crate) fn bind(look: &Look<'_>, clue: &Clue<'_>, issuer: &str, issuer_name: &str) -> Bound {
    let mut bound = bind_unworded(look, clue, issuer);
    bound.check = bound.check.with("issuer", issuer_name);
    if let Some(key) = &bound.key {
        bound.check = bound.check.with("key", key.fingerprint());
    }
    bound
}

fn bind_unworded(look: &Look<'_>, clue: &Clue<'_>, issuer: &str) -> Bound {
    let key_name = match clue.name.map(named_again).transpose() {
        Ok(name) => name,
        // A `kid` may be any text; it is then looked for in the issuer's document.
        Err(DidError::NoLookup) if clue.purposeless => None,
        Err(error) => return without_key(refused(error)),
    };
    let issuer_name = match named_again(issuer) {
        Ok(name) => name,
        Err(DidError::NoLookup) => {
            let own = key_name.as_deref().and_then(itself).or_else(|| clue.brought.clone());
            return Bound { key: own, check: no_lookup(issuer), host: None };
        }
        Err(error) => {
            let own = key_name.as_deref().and_then(itself).or_else(|| clue.brought.clone());
            return Bound { key: own, check: refused(error), host: None };
        }
    };
    match (&issuer_name.controller, key_name.as_deref()) {
        // The issuer's name is its key.
        (Controller::Itself(own), Some(name)) => match itself(name) {
            Some(key) if name.base == issuer_name.base => {
                Bound { key: Some(key), check: check(Outcome::Passed, codes::ISSUER_KEY_SELF), host: None }
            }
            key => Bound { key, check: other(name), host: None },
        }
        .checked_against(own, clue),
        (Controller::Itself(own), None) => Bound {
            key: Some(own.clone()),
            check: check(Outcome::Passed, codes::ISSUER_KEY_SELF),
            host: None,
        }
        .checked_against(own, clue),
        (Controller::Document(url) | Controller::History(url) | Controller::Resolver(url), name) => {
            let bound = in_document(look, clue, issuer, &issuer_name, url, name);
            match name.and_then(|name| beside(look, clue, issuer, url, name)) {
                Some(beside) if bound.check.outcome != Outcome::Passed => beside,
                _ => bound,
            }
        }
    }
}

impl Bound {
    /// A key brought along that is another than the issuer's own is said, not used.
    fn checked_against(mut self, own: &PublicKey, clue: &Clue<'_>) -> Bound {
        if clue.brought.as_ref().is_some_and(|brought| !brought.same(own)) {
            self.check.add_note(codes::ISSUER_KEY_BROUGHT_ALONG.note());
        }
        self
    }
}

fn itself(name: &Named) -> Option<PublicKey> {
    match &name.controller {
        Controller::Itself(key) => Some(key.clone()),
        _ => None,
    }
}

fn refused(error: DidError) -> Check {
    match error {
        DidError::Malformed => check(Outcome::Failed, codes::ISSUER_KEY_MALFORMED),
        DidError::NotBuiltYet(method) => {
            check(Outcome::Inconclusive, codes::ISSUER_KEY_METHOD_UNSUPPORTED).with("method", method)
        }
        DidError::Account(ledger) => {
            check(Outcome::Inconclusive, codes::ISSUER_KEY_ACCOUNT).with("ledger", ledger)
        }
        DidError::NoLookup => check(Outcome::Inconclusive, codes::ISSUER_KEY_NO_LOOKUP),
    }
}

fn no_lookup(issuer: &str) -> Check {
    check(Outcome::Inconclusive, codes::ISSUER_KEY_NO_LOOKUP).with("id", issuer)
}

pub(super) fn other(name: &Named) -> Check {
    check(Outcome::Failed, codes::ISSUER_KEY_OTHER_ISSUER).with("controller", name.base.clone())
}

/// The issuer is named by an address or a did:web: its document decides.
fn in_document(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    issuer_name: &Named,
    url: &url::Url,
    name: Option<&Named>,
) -> Bound {
    let own = name.and_then(itself);
    // A did:key or did:jwk is its own controller, so it is never a DID issuer's (Controlled Identifiers §3.3: the
    // controller's document lists the method). A profile at an address may still list it by name; see below.
    if let (Some(name), Some(key)) = (name, &own)
        && issuer.starts_with("did:")
    {
        return Bound { key: Some(key.clone()), check: other(name), host: None };
    }
    let brought = own.or_else(|| clue.brought.clone());
    let role = if issuer.starts_with("did:") { Role::Did } else { Role::Issuer };
    let address = DocUrl::from(url);
    let document = match look.find(&address, role) {
        Found::Document(document) => document,
        Found::Sender(document) => {
            let held = match &issuer_name.controller {
                Controller::History(_) => history::newest(document, &issuer_name.base).map(Arc::new),
                Controller::Resolver(_) => {
                    let answered = document.json().and_then(crate::key::resolver::answered);
                    answered.map(|document| Arc::new(KeyList::read(document, issuer)))
                }
                _ => document.keys(issuer),
            };
            let key = held.and_then(|list| pick(&list, clue).and_then(|method| method.key.clone()));
            look.used(document);
            let check = check(Outcome::Inconclusive, codes::ISSUER_KEY_SENDER_COPY)
                .with("host", host(url))
                .on(address.as_str());
            return Bound { key: key.or(brought), check, host: None };
        }
        Found::Gone | Found::Missing => {
            let check = check(Outcome::Inconclusive, codes::ISSUER_KEY_DOCUMENT_MISSING)
                .with("host", host(url))
                .on(address.as_str());
            return Bound { key: brought, check, host: None };
        }
        Found::Unknown => {
            // Ask for the key's own document in the same round: a key set beside the issuer's profile.
            if let Some(Named { controller: Controller::Document(key_url), .. }) = name
                && key_url.host_str() == url.host_str()
            {
                let key_url = DocUrl::from(key_url);
                if key_url != address {
                    let _ = look.find(&key_url, Role::Key);
                }
            }
            let mut check = check(Outcome::Inconclusive, codes::ISSUER_KEY_NOT_HAD).with("host", host(url));
            if clue.brought.is_some() {
                check.add_note(codes::ISSUER_KEY_BROUGHT_ALONG.note());
            }
            return Bound { key: brought, check, host: None };
        }
    };
    let mut bound = listed(look, clue, issuer, issuer_name, document, look.terms.now, name);
    if bound.check.outcome == Outcome::Failed {
        bound = since_removed(look, clue, issuer, issuer_name, &address, document, name).unwrap_or(bound);
    }
    bound.key = bound.key.or(brought);
    bound.check = bound.check.on(address.as_str());
    if bound.check.outcome == Outcome::Passed {
        // A redirect away from https ends where anybody on the way could have answered.
        let secure = url.scheme() == "https" && document.final_url.is_https();
        // An issuer that moved away from a domain has nothing to do with it any more.
        let moved = bound.check.notes.iter().any(|note| note.code == codes::ISSUER_KEY_MOVED.as_str());
        // A resolver's own host is not the issuer's.
        let own = !matches!(issuer_name.controller, Controller::Resolver(_));
        bound.host = (secure && own && !moved).then(|| host(url));
    }
    bound
}

pub(crate) fn host(url: &url::Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// A version of the learner's own archive that was fetched while this copy was already here, and lists the key.
fn since_removed(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    issuer_name: &Named,
    address: &DocUrl,
    newest: &Document,
    name: Option<&Named>,
) -> Option<Bound> {
    let since = look.terms.held_since?;
    look.own_versions(address)
        .filter(|version| version.at >= since)
        .map(|version| listed(look, clue, issuer, issuer_name, version, version.at, name))
        .find(|bound| bound.check.outcome == Outcome::Passed)
        .map(|mut bound| {
            bound.check.add_note(
                codes::ISSUER_KEY_SINCE_REMOVED
                    .note()
                    .with("date", newest.at.strftime("%Y-%m-%d").to_string()),
            );
            bound
        })
}

/// Equal names of documents: as written, or equal as addresses without fragment.
pub(crate) fn same_document(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // Lists of withdrawn badges are long, and nearly all names in them are plain.
    if is_normal(one) && is_normal(other) {
        return false;
    }
    match (DocUrl::parse(one), DocUrl::parse(other)) {
        (Some(one), Some(other)) => one == other && !one.as_str().starts_with("did:"),
        _ => false,
    }
}
