//! Keys that do not stand in the issuer's document itself: at an address that it names, or beside it.

use std::sync::Arc;

use super::bind::{Bound, Clue, check, host, same_document, without_key};
use super::listed::{ended, pick, redirected};
use crate::check::{Check, Outcome};
use crate::codes;
use crate::key::{Controller, KeyList, Named};
use crate::look::{Found, Look};
use crate::wanted::{DocUrl, Role};

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
pub(super) fn beside(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &str,
    url: &url::Url,
    name: &Named,
) -> Option<Bound> {
    let Controller::Document(key_url) = &name.controller else { return None };
    if !clue.purposeless || issuer.starts_with("did:") {
        return None;
    }
    let address = DocUrl::from(key_url);
    if address == DocUrl::from(url) {
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
