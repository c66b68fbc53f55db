//! What one version of an issuer's document lists: the key that is meant, and the rules about it.

use jiff::Timestamp;

use super::bind::{Bound, Clue, check, host, other, same_document, without_key};
use super::elsewhere::elsewhere;
use super::history;
use crate::check::{Check, Outcome};
use crate::codes;
use crate::document::Document;
use crate::key::{Controller, KeyList, Method, Named, named_again, same_name};
use crate::look::Look;

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
        let name = named_again(name).ok()?;
        let Controller::Itself(key) = &name.controller else { return None };
        return list.methods.iter().find(|method| method.key.as_ref().is_some_and(|own| own.same(key)));
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
pub(super) fn listed(
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
pub(super) fn ended(method: &Method, at: Timestamp) -> Option<Check> {
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
