//! Which key a signature names, and whether it is the issuer's: the issuer's own document has to list it, for making
//! statements. A key from the fragment of an address, or from a token's header, proves nothing by itself.

use std::sync::Arc;

use jiff::Timestamp;

use super::history;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Document;
use crate::key::{Controller, DidError, KeyList, Method, Named, PublicKey, named, same_name};
use crate::look::{Found, Look};
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
    let key_name = match clue.name.map(named).transpose() {
        Ok(name) => name,
        // A `kid` may be any text; it is then looked for in the issuer's document.
        Err(DidError::NoLookup) if clue.purposeless => None,
        Err(error) => return without_key(refused(error)),
    };
    let issuer_name = match named(issuer) {
        Ok(name) => name,
        Err(DidError::NoLookup) => {
            let own = key_name.as_ref().and_then(itself).or_else(|| clue.brought.clone());
            return Bound { key: own, check: no_lookup(issuer), host: None };
        }
        Err(error) => {
            let own = key_name.as_ref().and_then(itself).or_else(|| clue.brought.clone());
            return Bound { key: own, check: refused(error), host: None };
        }
    };
    match (&issuer_name.controller, &key_name) {
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
            let bound = in_document(look, clue, issuer, &issuer_name, url, name.as_ref());
            match name.as_ref().and_then(|name| beside(look, clue, issuer, url, name)) {
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

fn other(name: &Named) -> Check {
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

/// The key in a list that a clue means: by its name; without a name the only one; by itself if it was brought along.
pub(super) fn pick<'l>(list: &'l KeyList, clue: &Clue<'_>) -> Option<&'l Method> {
    if let Some(name) = clue.name {
        if let Some(method) = list.find(name) {
            return Some(method);
        }
        // The `kid` of a token may be the last part of the method's name.
        if clue.purposeless {
            let ends = |method: &&Method| {
                method.id.as_deref().is_some_and(|id| id.rsplit_once('#').is_some_and(|(_, end)| end == name))
            };
            if let Some(method) = list.methods.iter().find(ends) {
                return Some(method);
            }
        }
        if let Ok(Named { controller: Controller::Itself(key), .. }) = named(name) {
            return list.methods.iter().find(|method| method.key.as_ref().is_some_and(|own| own.same(&key)));
        }
        return None;
    }
    if let Some(brought) = &clue.brought {
        return list.methods.iter().find(|method| method.key.as_ref().is_some_and(|own| own.same(brought)));
    }
    match list.methods.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Judges by one version of the issuer's document.
fn listed(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    issuer_name: &Named,
    document: &Document,
    at: Timestamp,
    name: Option<&Named>,
) -> Bound {
    look.used(document);
    if let Controller::History(log) = &issuer_name.controller {
        return history::listed(look, clue, issuer_name, log, document, at, name);
    }
    if let Controller::Resolver(url) = &issuer_name.controller {
        let Some(value) = document.json().filter(|value| value.is_object()) else {
            return without_key(check(Outcome::Inconclusive, codes::ISSUER_KEY_DOCUMENT_UNREADABLE));
        };
        let Some(answered) = crate::key::resolver::answered(value) else {
            return without_key(
                check(Outcome::Inconclusive, codes::ISSUER_KEY_DOCUMENT_MISSING).with("host", host(url)),
            );
        };
        let list = KeyList::read(answered, issuer);
        let mut bound = in_list(look, clue, issuer, issuer_name, document, &list, at, name);
        bound.check.add_note(codes::ISSUER_KEY_BY_RESOLVER.note().with("host", host(url)));
        return bound;
    }
    let Some(list) = document.keys(issuer) else {
        return without_key(check(Outcome::Inconclusive, codes::ISSUER_KEY_DOCUMENT_UNREADABLE));
    };
    in_list(look, clue, issuer, issuer_name, document, &list, at, name)
}

/// Judges by the keys that one version of the issuer's document lists.
#[expect(clippy::too_many_arguments, reason = "each is another side of one question, asked in two places")]
pub(super) fn in_list(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    issuer_name: &Named,
    document: &Document,
    list: &KeyList,
    at: Timestamp,
    name: Option<&Named>,
) -> Bound {
    if list.id.as_deref().is_some_and(|id| !same_document(id, issuer)) {
        let id = list.id.clone().unwrap_or_default();
        return without_key(check(Outcome::Failed, codes::ISSUER_KEY_DOCUMENT_OTHER).with("controller", id));
    }
    let Some(method) = pick(list, clue) else {
        let not_listed = || match name {
            Some(name) if !same_document(&name.base, issuer) && clue.brought.is_none() => other(name),
            _ => check(Outcome::Failed, codes::ISSUER_KEY_NOT_LISTED),
        };
        return elsewhere(look, clue, issuer, list, name).unwrap_or_else(|| without_key(not_listed()));
    };
    let key = method.key.clone();
    if key.is_none() {
        return without_key(
            check(Outcome::Inconclusive, codes::ISSUER_KEY_METHOD_UNSUPPORTED)
                .with("method", method.kind.clone().unwrap_or_else(|| "JWK".to_owned())),
        );
    }
    let judged = judge(list, method, issuer, issuer_name, clue, at);
    let judged = redirected(document).into_iter().fold(judged, Check::note);
    Bound { key, check: judged, host: None }
}

/// The rules about a key that the issuer's document lists.
fn judge(
    list: &KeyList,
    method: &Method,
    issuer: &str,
    issuer_name: &Named,
    clue: &Clue<'_>,
    at: Timestamp,
) -> Check {
    if let Some(check) = ended(method, at) {
        return check;
    }
    let mut notes = Vec::new();
    match method.controller.as_deref() {
        None => {}
        Some("") if list.oeb => notes.push(codes::ISSUER_KEY_OEB_LENIENCY.note()),
        Some(controller) if same_document(controller, issuer) || controller == issuer_name.base => {}
        Some(controller) => {
            return check(Outcome::Failed, codes::ISSUER_KEY_CONTROLLER).with("controller", controller);
        }
    }
    if let Some(assertion) = &list.assertion {
        if !method.id.as_deref().is_some_and(|id| assertion.iter().any(|listed| same_name(listed, id))) {
            return check(Outcome::Failed, codes::ISSUER_KEY_NOT_FOR_STATEMENTS);
        }
    } else if list.oeb {
        notes = vec![codes::ISSUER_KEY_OEB_LENIENCY.note()];
    } else if clue.purposeless && !issuer.starts_with("did:") {
        notes.push(codes::ISSUER_KEY_PURPOSE_UNSAID.note());
    } else {
        return check(Outcome::Failed, codes::ISSUER_KEY_NOT_FOR_STATEMENTS);
    }
    notes.into_iter().fold(check(Outcome::Passed, codes::ISSUER_KEY_OK), Check::note)
}

/// Controlled Identifiers 1.0 §2.2: "not verify any proofs associated with the verification method at or after the time"
/// of `expires` or `revoked`. A time that cannot be read must not become "never".
fn ended(method: &Method, at: Timestamp) -> Option<Check> {
    [(&method.revoked, codes::ISSUER_KEY_REVOKED), (&method.expires, codes::ISSUER_KEY_EXPIRED)]
        .into_iter()
        .filter_map(|(end, code)| Some((end.as_ref()?, code)))
        .find_map(|(end, code)| {
            let moment = end.as_str().and_then(|text| openbadges::IssuerTime::parse_strict(text).instant);
            match moment {
                None => Some(check(Outcome::Failed, codes::ISSUER_KEY_MALFORMED)),
                Some(moment) => (at >= moment)
                    .then(|| check(Outcome::Failed, code).with("date", crate::checks::day(moment))),
            }
        })
}

/// Another host answered than the one that was asked.
pub(super) fn redirected(document: &Document) -> Option<openbadges::Note> {
    let (asked, answered) = (document.url.host()?, document.final_url.host()?);
    (asked != answered).then(|| codes::ISSUER_KEY_REDIRECTED.note().with("host", answered))
}

/// The issuer's document names keys by address (Open Badges `publicKey`, `jwks_uri`): then what lies there is its own.
pub(super) fn elsewhere(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    list: &KeyList,
    name: Option<&Named>,
) -> Option<Bound> {
    let wanted = name.map(|name| name.base.as_str());
    let mut undecided = None;
    for address in list.elsewhere.iter().take(8) {
        let Some(url) = DocUrl::parse(address) else { continue };
        let named_so = clue.name.is_some_and(|name| name == address)
            || wanted.and_then(DocUrl::parse).is_some_and(|wanted| wanted == url)
            || clue.purposeless;
        if !named_so {
            continue;
        }
        match look.find(&url, Role::Key) {
            Found::Document(document) => {
                look.used(document);
                let pem = || crate::key::pem_text(document.bytes()).map(KeyList::of_key).map(Arc::new);
                let Some(held) = document.keys(address).or_else(pem) else { continue };
                let method = pick(&held, clue).or(match held.methods.as_slice() {
                    [only] if clue.name.is_none_or(|name| name == address) => Some(only),
                    _ => None,
                });
                let Some(method) = method.filter(|method| method.key.is_some()) else { continue };
                let owner_differs =
                    method.controller.as_deref().is_some_and(|owner| !same_document(owner, issuer));
                let judged = if let Some(ended) = ended(method, look.terms.now) {
                    ended
                } else if owner_differs {
                    check(Outcome::Failed, codes::ISSUER_KEY_CONTROLLER)
                        .with("controller", method.controller.clone().unwrap_or_default())
                } else {
                    check(Outcome::Passed, codes::ISSUER_KEY_OK).note(codes::ISSUER_KEY_PURPOSE_UNSAID.note())
                };
                let judged = redirected(document).into_iter().fold(judged, Check::note);
                return Some(Bound { key: method.key.clone(), check: judged.on(url.as_str()), host: None });
            }
            Found::Sender(_) => {
                undecided = Some(check(Outcome::Inconclusive, codes::ISSUER_KEY_SENDER_COPY));
            }
            Found::Gone | Found::Missing | Found::Unknown => {
                undecided = Some(check(Outcome::Inconclusive, codes::ISSUER_KEY_NOT_HAD));
            }
        }
        undecided = undecided.map(|check| check.with("host", url.host().unwrap_or_default()));
    }
    undecided.map(without_key)
}

/// A key set that lies beside the issuer's address, and is named by the token: below the issuer's own path, or under
/// `/.well-known/` of its host. Elsewhere on the host it may be another issuer's, so only the profile can vouch for it.
fn beside(look: &Look<'_>, clue: &Clue<'_>, issuer: &str, url: &url::Url, name: &Named) -> Option<Bound> {
    let Controller::Document(key_url) = &name.controller else { return None };
    let address = DocUrl::from(key_url);
    if !clue.purposeless || issuer.starts_with("did:") || address == DocUrl::from(url) {
        return None;
    }
    let below = |path: &str| {
        path.starts_with("/.well-known/")
            || path.strip_prefix(url.path().trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'))
    };
    if key_url.origin() != url.origin() || !key_url.origin().is_tuple() || !below(key_url.path()) {
        return None;
    }
    let Found::Document(document) = look.find(&address, Role::Key) else { return None };
    look.used(document);
    let list = document.keys(address.as_str())?;
    let method = pick(&list, clue)
        .or_else(|| {
            let end = clue.name?.rsplit_once('#')?.1;
            list.methods.iter().find(|method| method.id.as_deref() == Some(end))
        })
        .or(match list.methods.as_slice() {
            [only] if clue.name.is_some_and(|name| !name.contains('#')) => Some(only),
            _ => None,
        })?;
    let key = method.key.clone()?;
    if method.controller.as_deref().is_some_and(|controller| !same_document(controller, issuer)) {
        return None;
    }
    let judged = match ended(method, look.terms.now) {
        Some(ended) => ended,
        None => check(Outcome::Passed, codes::ISSUER_KEY_OK).note(codes::ISSUER_KEY_PURPOSE_UNSAID.note()),
    };
    let secure =
        judged.outcome == Outcome::Passed && url.scheme() == "https" && document.final_url.is_https();
    let judged = redirected(document).into_iter().fold(judged, Check::note).on(address.as_str());
    Some(Bound { key: Some(key), check: judged, host: secure.then(|| host(url)) })
}

/// Equal names of documents: as written, or equal as addresses without fragment.
pub(crate) fn same_document(one: &str, other: &str) -> bool {
    one == other
        || match (DocUrl::parse(one), DocUrl::parse(other)) {
            (Some(one), Some(other)) => one == other && !one.as_str().starts_with("did:"),
            _ => false,
        }
}
