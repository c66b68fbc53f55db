//! Revocation: 1EdTechRevocationList and the revocation lists of Open Badges 2.0. Other kinds say that they are not read
//! yet. Every entry is looked at; a list that cannot be had or read decides nothing.

use jiff::{SignedDuration, Timestamp};
use openbadges::limits;
use serde_json::Value;

use super::day;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Document;
use crate::key::many;
use crate::look::{Found, Look, json};
use crate::proof::assertion::public;
use crate::proof::bind::same_document;
use crate::wanted::{DocUrl, Role};

/// Entries of one credential that are looked at.
const MAX_ENTRIES: usize = 16;

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Status, outcome, code)
}

/// No status is named.
pub(crate) fn none() -> Check {
    check(Outcome::NotApplicable, codes::STATUS_NONE)
}

/// The badge itself was not had, so it is not known what it names.
pub(crate) fn not_read() -> Check {
    check(Outcome::Inconclusive, codes::STATUS_NOT_READ)
}

/// Every entry of `credentialStatus`.
pub(crate) fn of_vc(look: &Look<'_>, credential: &Value, issuer: Option<&str>) -> Check {
    let checks: Vec<Check> = many(credential.get("credentialStatus"))
        .take(MAX_ENTRIES)
        .map(|entry| one(look, entry, credential, issuer))
        .collect();
    worst(checks).unwrap_or_else(none)
}

/// Revoked before suspended before undecided before good.
fn worst(checks: Vec<Check>) -> Option<Check> {
    let rank = |check: &Check| match check.outcome {
        Outcome::Failed if check.code == codes::STATUS_REVOKED.as_str() => 0,
        Outcome::Failed => 1,
        Outcome::Inconclusive => 2,
        Outcome::Passed | Outcome::NotApplicable => 3,
    };
    checks.into_iter().min_by_key(rank)
}

fn one(look: &Look<'_>, entry: &Value, credential: &Value, issuer: Option<&str>) -> Check {
    let Some(kind) = many(entry.get("type")).find_map(Value::as_str) else {
        return check(Outcome::Inconclusive, codes::STATUS_ENTRY_BROKEN);
    };
    if kind != "1EdTechRevocationList" {
        return check(Outcome::Inconclusive, codes::STATUS_NOT_BUILT_YET).with("kind", kind);
    }
    let id = credential.get("id").and_then(Value::as_str);
    let address = entry.get("id").and_then(Value::as_str).and_then(public);
    let (Some(url), Some(id)) = (address, id) else {
        return check(Outcome::Inconclusive, codes::STATUS_ENTRY_BROKEN);
    };
    asked(look, &url, |list| one_edtech(list, id, issuer))
}

/// Looks a list up and asks it.
fn asked(look: &Look<'_>, url: &DocUrl, ask: impl FnOnce(&Value) -> Check) -> Check {
    let host = url.host().unwrap_or_default();
    let checked = match look.find(url, Role::Status) {
        Found::Document(document) => {
            look.used(document);
            match read(document) {
                Some(list) => aged(look, ask(&list), document, Role::Status),
                None => check(Outcome::Inconclusive, codes::STATUS_LIST_UNREADABLE),
            }
        }
        Found::Sender(document) => {
            look.used(document);
            check(Outcome::Inconclusive, codes::STATUS_SENDER_COPY)
        }
        Found::Gone | Found::Missing => check(Outcome::Inconclusive, codes::STATUS_LIST_MISSING),
        Found::Unknown => check(Outcome::Inconclusive, codes::STATUS_NOT_HAD),
    };
    let mut checked = checked.with("host", host.clone()).on(url.as_str());
    if !url.is_https() {
        checked.add_note(codes::STATUS_HTTP.note().with("host", host));
    }
    checked
}

fn read(document: &Document) -> Option<Value> {
    if document.bytes.len() > limits::STATUS_LIST {
        return None;
    }
    json(document).filter(Value::is_object)
}

/// 1EdTech Revocation List 1.0: `revokedCredential`; an entry without `revoked` is revoked.
fn one_edtech(list: &Value, id: &str, issuer: Option<&str>) -> Check {
    let theirs = match list.get("issuer") {
        Some(Value::Object(object)) => object.get("id").and_then(Value::as_str),
        other => other.and_then(Value::as_str),
    };
    // The list is named by the signed badge; that it names its issuer otherwise (a version in the address) is no harm,
    // another house is.
    if let (Some(theirs), Some(issuer)) = (theirs, issuer)
        && !same_house(theirs, issuer)
    {
        return check(Outcome::Inconclusive, codes::STATUS_LIST_FOREIGN).with("issuer", theirs);
    }
    let entries = list.get("revokedCredential").or_else(|| list.get("revokedCredentials"));
    if entries.is_none() && list.get("id").is_none() {
        return check(Outcome::Inconclusive, codes::STATUS_LIST_UNREADABLE);
    }
    for entry in many(entries) {
        let (named, is_revoked, reason) = match entry {
            Value::String(named) => (Some(named.as_str()), true, ""),
            entry => (
                entry.get("id").and_then(Value::as_str),
                entry.get("revoked") != Some(&Value::Bool(false)),
                entry.get("revocationReason").and_then(Value::as_str).unwrap_or_default(),
            ),
        };
        if is_revoked && named.is_some_and(|named| same_document(named, id)) {
            return revoked(reason);
        }
    }
    check(Outcome::Passed, codes::STATUS_OK)
}

/// Revoked, with the issuer's reason where one is given.
pub(crate) fn revoked(reason: &str) -> Check {
    let check = check(Outcome::Failed, codes::STATUS_REVOKED);
    match reason.trim() {
        "" => check,
        reason => check.note(codes::STATUS_REASON.note().with("reason", reason)),
    }
}

fn same_house(one: &str, other: &str) -> bool {
    one == other
        || match (openbadges::award::normalise(one), openbadges::award::normalise(other)) {
            (a, b) if a == b => true,
            _ => match (public(one), public(other)) {
                (Some(one), Some(other)) => one.host() == other.host(),
                _ => false,
            },
        }
}

/// The list that an issuer's profile of Open Badges 1.x or 2.0 names: `revokedAssertions`, or ids as members.
pub(crate) fn revocation_list(look: &Look<'_>, profile: &Value, assertion: &Value) -> Option<Check> {
    let address = match profile.get("revocationList")? {
        Value::Null => return None,
        Value::String(address) => Some(address.as_str()),
        object => object.get("id").and_then(Value::as_str),
    };
    let Some(url) = address.and_then(public) else {
        return Some(check(Outcome::Inconclusive, codes::STATUS_ENTRY_BROKEN));
    };
    let names: Vec<String> =
        ["id", "uid"].iter().filter_map(|name| assertion.get(*name)?.as_str().map(str::to_owned)).collect();
    Some(asked(look, &url, |list| in_list(list, &names)))
}

fn in_list(list: &Value, names: &[String]) -> Check {
    let is_own = |named: &str| names.iter().any(|own| same_document(own, named));
    if let Some(entries) = list.get("revokedAssertions") {
        for entry in many(Some(entries)) {
            let text = |name: &str| entry.get(name).and_then(Value::as_str);
            let named = entry.as_str().into_iter().chain(text("id")).chain(text("uid"));
            if named.into_iter().any(is_own) {
                return revoked(text("revocationReason").unwrap_or_default());
            }
        }
        return check(Outcome::Passed, codes::STATUS_OK);
    }
    // Open Badges 1.x: an object from id to reason.
    match list.as_object().and_then(|members| members.iter().find(|(name, _)| is_own(name))) {
        Some((_, reason)) => revoked(reason.as_str().unwrap_or_default()),
        None => check(Outcome::Passed, codes::STATUS_OK),
    }
}

/// Says how old an answer is. An answer of yesterday is asked for anew where that is possible, and serves where not.
pub(crate) fn aged(look: &Look<'_>, check: Check, document: &Document, role: Role) -> Check {
    let check = check.with("date", day(document.at));
    let Some(yesterday) = yesterday(look.terms.now) else { return check };
    if document.at >= yesterday {
        return check;
    }
    look.want_newer(&document.url, role, yesterday);
    check.note(codes::STATUS_AGE.note().with("date", day(document.at)))
}

fn yesterday(now: Timestamp) -> Option<Timestamp> {
    now.checked_sub(SignedDuration::from_hours(24)).ok()
}
