//! Federations (OpenID Federation 1.0): the head of one is asked about an issuer and answers with a statement that it signs;
//! or the issuer shows a mark that the head has signed.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use openbadges::claims::plain;
use openbadges::{Jws, json};
use serde::{Deserialize, Serialize};
use strict_json::{Value, each};
use url::Url;

use super::RegistryError;
use crate::check::Outcome;
use crate::look::{Found, Look};
use crate::proof::jwt;
use crate::wanted::{DocUrl, Role};

/// Keys of a federation that are tried.
const MAX_KEYS: usize = 16;
/// Marks of one issuer that are looked at.
const MAX_MARKS: usize = 16;
/// How far the clocks of others may be ahead.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// The head of a federation (trust anchor), as it described itself when the person added it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Federation {
    /// Its name for people.
    pub name: String,
    /// Its id.
    pub anchor: String,
    /// Its keys (JWK Set): what it says counts only under one of these.
    pub keys: Value,
    /// Where it is asked about somebody.
    pub fetch: Url,
    /// Who may give which mark, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark_issuers: Option<BTreeMap<String, Vec<String>>>,
}

/// Whether an issuer is in a federation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Membership {
    /// It is.
    Member,
    /// The head has given it this mark.
    Marked(String),
    /// It is not, as far as is known.
    No,
    /// The head has not been asked: its host.
    NotAsked(String),
    /// What there is does not hold: broken, of somebody else, about somebody else.
    Refused,
}

impl Federation {
    /// Reads what the head says of itself (§3, entity configuration).
    pub(super) fn read(text: &str, now: Timestamp) -> Result<Federation, RegistryError> {
        let (jws, payload) = parsed(text, "entity-statement+jwt").ok_or(RegistryError::Unrecognised)?;
        let said = |name: &str| payload.get(name).and_then(Value::as_str);
        let anchor = said("iss").filter(|iss| said("sub") == Some(*iss)).ok_or(RegistryError::Unproved)?;
        let keys = payload.get("jwks").cloned().unwrap_or(Value::Null);
        if !signed(&jws, &keys) {
            return Err(RegistryError::Unproved);
        }
        if !in_time(&payload, now, true) {
            return Err(RegistryError::Expired);
        }
        let entity = payload.get("metadata").and_then(|metadata| metadata.get("federation_entity"));
        let entity_text = |name: &str| entity?.get(name)?.as_str();
        let fetch = entity_text("federation_fetch_endpoint")
            .and_then(|url| Url::parse(url).ok())
            .filter(|url| url.scheme() == "https" && url.host_str().is_some())
            .ok_or(RegistryError::NoAddress)?;
        let name =
            entity_text("organization_name").map(|name| plain(name.trim())).filter(|name| !name.is_empty());
        let name = name.or_else(|| fetch.host_str().map(str::to_owned)).unwrap_or_default();
        let mark_issuers = payload.get("trust_mark_issuers").and_then(Value::as_object).map(|all| {
            let names =
                |value: &Value| each(Some(value)).filter_map(Value::as_str).map(str::to_owned).collect();
            all.iter().map(|(mark, issuers)| (mark.to_string(), names(issuers))).collect()
        });
        Ok(Federation { name, anchor: anchor.to_owned(), keys, fetch, mark_issuers })
    }

    /// Where the head is asked about this issuer (§8.1).
    fn about(&self, issuer: &str) -> DocUrl {
        let mut url = self.fetch.clone();
        url.query_pairs_mut().append_pair("sub", issuer);
        DocUrl::from(&url)
    }
}

/// Whether an issuer is in a federation, as far as the documents at hand say. Of an issuer at an https address its own
/// configuration is looked at, too, for marks.
pub(crate) fn membership(look: &Look<'_>, federation: &Federation, issuer: &str) -> Membership {
    let asked = statement(look, federation, issuer);
    if asked == Membership::Member || !issuer.starts_with("https:") {
        return asked;
    }
    match mark(look, federation, issuer) {
        Some(mark) => Membership::Marked(mark),
        None => asked,
    }
}

/// The head's statement about the issuer (§3.1.2, subordinate statement): signed by the head, about this issuer, in time.
fn statement(look: &Look<'_>, federation: &Federation, issuer: &str) -> Membership {
    let address = federation.about(issuer);
    let host = || address.host().unwrap_or_default();
    let document = match look.find(&address, Role::Registry) {
        Found::Document(document) => document,
        Found::Gone | Found::Missing => return Membership::No,
        Found::Sender(_) | Found::Unknown => return Membership::NotAsked(host()),
    };
    look.used(document);
    let text = std::str::from_utf8(document.bytes()).unwrap_or_default();
    let Some((jws, payload)) = parsed(text, "entity-statement+jwt") else { return Membership::Refused };
    let is = |name: &str, value: &str| payload.get(name).and_then(Value::as_str) == Some(value);
    // §3.1.2: what the payload calls critical has to be understood; nothing is.
    let sound = signed(&jws, &federation.keys)
        && is("iss", &federation.anchor)
        && is("sub", issuer)
        && payload.get("crit").is_none();
    if !sound {
        return Membership::Refused;
    }
    if !in_time(&payload, look.terms.now, true) {
        // It was a member; whether it still is only a newer statement can say.
        look.want_newer(&address, Role::Registry, document.at);
        return Membership::NotAsked(host());
    }
    Membership::Member
}

/// A mark (§7) in the issuer's own configuration that the head itself has signed, about this issuer, in time. Who put it
/// there is of no matter. Marks of others, to whom the head has left it, are not followed.
fn mark(look: &Look<'_>, federation: &Federation, issuer: &str) -> Option<String> {
    let address = format!("{}/.well-known/openid-federation", issuer.trim_end_matches('/'));
    let Found::Document(document) = look.find(&DocUrl::parse(&address)?, Role::Registry) else { return None };
    let (_, payload) = parsed(std::str::from_utf8(document.bytes()).ok()?, "entity-statement+jwt")?;
    let found = each(payload.get("trust_marks"))
        .take(MAX_MARKS)
        .filter_map(|one| one.get("trust_mark").and_then(Value::as_str))
        .find_map(|text| of_mark(federation, issuer, text, look.terms.now))?;
    look.used(document);
    Some(found)
}

fn of_mark(federation: &Federation, issuer: &str, text: &str, now: Timestamp) -> Option<String> {
    let (jws, payload) = parsed(text, "trust-mark+jwt")?;
    let said = |name: &str| payload.get(name).and_then(Value::as_str);
    let kind = said("trust_mark_type").or_else(|| said("id"))?;
    let may = federation
        .mark_issuers
        .as_ref()
        .is_none_or(|all| all.get(kind).is_some_and(|by| by.is_empty() || by.contains(&federation.anchor)));
    let sound = may
        && signed(&jws, &federation.keys)
        && said("iss") == Some(federation.anchor.as_str())
        && said("sub") == Some(issuer)
        && in_time(&payload, now, false);
    sound.then(|| plain(kind))
}

/// A token of this type, and what it says.
fn parsed(text: &str, kind: &str) -> Option<(Jws, Value)> {
    let jws = Jws::parse(text).ok()?;
    if jws.header().get("typ").and_then(Value::as_str) != Some(kind) {
        return None;
    }
    let payload = json::read(jws.payload()).ok().filter(Value::is_object)?;
    Some((jws, payload))
}

/// Is it signed with one of these keys, the one it names?
fn signed(jws: &Jws, keys: &Value) -> bool {
    let Ok(algorithm) = jwt::algorithm(jws) else { return false };
    let Some(kid) = jws.kid().filter(|_| jwt::critical(jws).is_none()) else { return false };
    each(keys.get("keys"))
        .take(MAX_KEYS)
        .filter(|key| key.get("kid").and_then(Value::as_str) == Some(kid))
        .filter_map(crate::key::jwk)
        .any(|key| jwt::judge(jws, algorithm, &key).outcome == Outcome::Passed)
}

/// `iat` has to be there and past, `exp` to come; a mark may have no end.
fn in_time(payload: &Value, now: Timestamp, end: bool) -> bool {
    let moment = |name: &str| Timestamp::from_second(jwt::number(payload.get(name)?)?).ok();
    let begun = moment("iat").is_some_and(|iat| iat.checked_sub(AHEAD).is_ok_and(|iat| iat <= now));
    begun
        && match payload.get("exp") {
            None => !end,
            Some(_) => moment("exp").is_some_and(|exp| now < exp),
        }
}
