//! Open Badges up to 2.0: an assertion, its badge class and its issuer, each of which may lie elsewhere.

use strict_json::{Value, each};
use url::Url;

use crate::look::{Found, Look};
use crate::remembered::Remembered;
use crate::wanted::{DocUrl, Role};

/// An object of the chain assertion → badge class → issuer, as far as it was had.
pub(crate) enum Part<'v> {
    /// Fetched from its own address.
    Fetched {
        /// Where.
        url: DocUrl,
        /// Its JSON.
        value: &'v Value,
    },
    /// Part of the object that names it, without an address of its own.
    Embedded(&'v Value),
    /// Its address is known, the document is not.
    Wanted(DocUrl),
    /// Only the sender's copy is there.
    Sender(DocUrl),
    /// At its address there is nothing, or nothing that can be read.
    Nothing(DocUrl),
    /// It is not named at all.
    Unnamed,
}

impl<'v> Part<'v> {
    /// The JSON, if it was had.
    pub(crate) fn value(&self) -> Option<&'v Value> {
        match self {
            Part::Fetched { value, .. } | Part::Embedded(value) => Some(value),
            _ => None,
        }
    }
}

/// Looks up what `member` of `parent` names. An embedded object with an address is looked up, not believed.
pub(crate) fn part<'v>(look: &Look<'v>, parent: &'v Value, member: &str, role: Role) -> Part<'v> {
    match parent.get(member) {
        Some(Value::String(address)) => match public(address) {
            Some(url) => fetched(look, url, role),
            None => Part::Unnamed,
        },
        Some(object @ Value::Object(members)) => {
            match members.get("id").and_then(Value::as_str).and_then(public) {
                Some(url) => fetched(look, url, role),
                None => Part::Embedded(object),
            }
        }
        _ => Part::Unnamed,
    }
}

fn fetched<'v>(look: &Look<'v>, url: DocUrl, role: Role) -> Part<'v> {
    match look.find(&url, role) {
        Found::Document(document) => {
            look.used(document);
            match document.json().filter(|value| value.is_object()) {
                Some(value) => Part::Fetched { url, value },
                None => Part::Nothing(url),
            }
        }
        Found::Sender(document) => {
            look.used(document);
            Part::Sender(url)
        }
        Found::Gone | Found::Missing => Part::Nothing(url),
        Found::Unknown => Part::Wanted(url),
    }
}

/// An http(s) address without user name. Remembered: one verification asks for the same few again and again, and the
/// badges of one issuer share most of theirs.
pub(crate) fn public(address: &str) -> Option<DocUrl> {
    /// Longer ones, among them pictures, are not kept.
    const LENGTH: usize = 1024;
    static REMEMBERED: Remembered<String, Option<DocUrl>> = Remembered::new(1024);
    if address.len() > LENGTH {
        return taken_apart(address);
    }
    REMEMBERED.get(address, || taken_apart(address))
}

fn taken_apart(address: &str) -> Option<DocUrl> {
    let url = Url::parse(address.trim()).ok()?;
    let good = matches!(url.scheme(), "https" | "http")
        && url.username().is_empty()
        && url.password().is_none()
        && url.host_str().is_some();
    good.then(|| DocUrl::from(&url))
}

/// Where an assertion says that it lies: its `id`, or `verify.url` of Open Badges 1.x.
pub(crate) fn own_address(assertion: &Value) -> Option<DocUrl> {
    let verify =
        |name: &str| assertion.get(name).and_then(|verify| verify.get("url")).and_then(Value::as_str);
    assertion
        .get("id")
        .and_then(Value::as_str)
        .and_then(public)
        .or_else(|| verify("verify").or_else(|| verify("verification")).and_then(public))
}

/// Does it ask to be verified by its signature?
pub(crate) fn asks_for_signature(assertion: &Value) -> bool {
    ["verification", "verify"].iter().any(|name| {
        let kinds = assertion.get(name).and_then(|verify| verify.get("type"));
        each(kinds).filter_map(Value::as_str).any(|kind| {
            kind.eq_ignore_ascii_case("signed")
                || kind.trim_start_matches("obi:").eq_ignore_ascii_case("SignedBadge")
        })
    })
}
