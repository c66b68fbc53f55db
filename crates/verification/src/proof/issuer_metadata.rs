//! Keys of an issuer at an address, published as SD-JWT VC has it: under `/.well-known/jwt-vc-issuer` of the host, followed
//! by the path of the issuer's own address (SD-JWT VC, JWT VC Issuer Metadata).

use strict_json::Value;
use url::Url;

use super::bind::{Bound, Clue, check, host, without_key};
use super::elsewhere::elsewhere;
use super::listed::{pick, redirected};
use crate::check::{Check, Outcome};
use crate::codes;
use crate::key::KeyList;
use crate::look::{Found, Look};
use crate::wanted::{DocUrl, Role};

/// The key a token names, if the issuer's metadata lists it. `None`: there is nothing that decides.
pub(super) fn bind(look: &Look<'_>, clue: &Clue<'_>, issuer: &str, issuer_name: &str) -> Option<Bound> {
    let url = Url::parse(issuer).ok().filter(|url| url.scheme() == "https")?;
    let mut bound = unworded(look, clue, issuer, &url)?;
    bound.check = bound.check.with("issuer", issuer_name).with("host", host(&url));
    if let Some(key) = &bound.key {
        bound.check = bound.check.with("key", key.fingerprint());
    }
    Some(bound)
}

fn unworded(look: &Look<'_>, clue: &Clue<'_>, issuer: &str, url: &Url) -> Option<Bound> {
    let mut address = url.clone();
    address.set_path(&format!("/.well-known/jwt-vc-issuer{}", url.path().trim_end_matches('/')));
    let address = DocUrl::from(&address);
    let document = match look.find(&address, Role::Key) {
        Found::Document(document) => document,
        Found::Unknown => return Some(without_key(check(Outcome::Inconclusive, codes::ISSUER_KEY_NOT_HAD))),
        Found::Sender(_) | Found::Gone | Found::Missing => return None,
    };
    look.used(document);
    let value = document.json()?;
    // "The issuer value MUST be identical to the iss value of the Issuer-signed JWT."
    if value.get("issuer").and_then(Value::as_str) != Some(issuer) {
        return None;
    }
    let list = KeyList::read(value, issuer);
    let mut bound = match pick(&list, clue) {
        Some(method) => Bound {
            key: Some(method.key.clone()?),
            check: redirected(document)
                .into_iter()
                .fold(check(Outcome::Passed, codes::ISSUER_KEY_OK), Check::note),
            host: None,
        },
        None => elsewhere(look, clue, issuer, &list, None)?,
    };
    bound.check = bound.check.on(address.as_str());
    if bound.check.outcome == Outcome::Passed && document.final_url.is_https() {
        bound.host = Some(host(url));
    }
    Some(bound)
}
