//! Is it withdrawn or on hold: every status entry a badge names, whatever the kind of its list. A list that cannot be
//! had, read or believed decides nothing; it never makes a badge bad, and never good.

mod bits;
mod credential;
mod entry;
mod list;
mod one_edtech;
mod revoked_assertions;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use openbadges::limits;
use strict_json::{Value, each};

use self::credential::ListCredential;
use self::entry::Entry;
use super::day;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Document;
use crate::look::{Found, Look};
use crate::proof::assertion::public;
use crate::wanted::{DocUrl, Role};

pub(crate) use list::List;
pub(crate) use revoked_assertions::revocation_list;

/// Entries of one credential that are looked at.
const MAX_ENTRIES: usize = 16;

/// What the entries of a credential came to.
pub(crate) struct Status {
    /// The check `status`.
    pub(crate) check: Check,
    /// Until when the lists that were used speak: the earliest of their own ends.
    pub(crate) until: Option<Timestamp>,
}

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Status, outcome, code)
}

fn undecided(code: Code) -> Check {
    check(Outcome::Inconclusive, code)
}

/// No status is named.
pub(crate) fn none() -> Check {
    check(Outcome::NotApplicable, codes::STATUS_NONE)
}

/// The badge itself was not had, so it is not known what it names.
pub(crate) fn not_read() -> Check {
    undecided(codes::STATUS_NOT_READ)
}

/// Every entry of `credentialStatus` (VC Data Model 2.0 §4.10). `issuer` is the credential's.
pub(crate) fn of_vc(look: &Look<'_>, credential: &Value, issuer: Option<&str>) -> Status {
    let mut asked = Asked { look, lists: BTreeMap::new(), until: None };
    let entries = || each(credential.get("credentialStatus"));
    let mut checks: Vec<Check> =
        entries().take(MAX_ENTRIES).map(|entry| asked.one(entry, credential, issuer)).collect();
    if entries().count() > MAX_ENTRIES {
        // The one that says "withdrawn" may be among those that were not looked at.
        checks.push(undecided(codes::STATUS_TOO_MANY_ENTRIES));
    }
    Status { check: worst(checks).unwrap_or_else(none), until: asked.until }
}

/// Revoked before suspended before undecided before good. What the others found out is not lost.
fn worst(checks: Vec<Check>) -> Option<Check> {
    let rank = |check: &Check| match check.outcome {
        Outcome::Failed if check.code == codes::STATUS_REVOKED.as_str() => 0,
        Outcome::Failed => 1,
        Outcome::Inconclusive => 2,
        Outcome::Passed | Outcome::NotApplicable => 3,
    };
    let leading = checks.iter().enumerate().min_by_key(|(_, check)| rank(check))?.0;
    let mut others = checks;
    let mut worst = others.remove(leading);
    for other in others {
        for note in other.notes {
            worst.add_note(note);
        }
        for document in other.documents {
            worst = worst.on(&document);
        }
    }
    Some(worst)
}

/// The lists of one credential, each verified once, however many entries name it.
struct Asked<'a, 'l> {
    look: &'l Look<'a>,
    lists: BTreeMap<DocUrl, ListCredential>,
    until: Option<Timestamp>,
}

impl Asked<'_, '_> {
    fn one(&mut self, entry: &Value, credential: &Value, issuer: Option<&str>) -> Check {
        match Entry::read(entry) {
            Ok(Entry::OneEdTech(url)) => match credential.get("id").and_then(Value::as_str) {
                Some(id) => asked(self.look, &url, |list| one_edtech::judge(list, id, issuer)),
                None => undecided(codes::STATUS_ENTRY_BROKEN),
            },
            Ok(Entry::Bit(entry)) => {
                let look = self.look;
                had(look, &entry.list.clone(), |document| {
                    let list = self
                        .lists
                        .entry(entry.list.clone())
                        .or_insert_with(|| ListCredential::read(look, document));
                    let check = list.judge(look, &entry, issuer);
                    if check.outcome == Outcome::Passed {
                        self.until = [self.until, list.until()].into_iter().flatten().min();
                    }
                    aged(look, check, document, Role::Status, list.ttl())
                })
            }
            Err(check) => *check,
        }
    }
}

/// Looks a list of bare JSON up and asks it.
fn asked(look: &Look<'_>, url: &DocUrl, ask: impl FnOnce(&Value) -> Check) -> Check {
    had(look, url, |document| match document.json().filter(|value| value.is_object()) {
        Some(list) => aged(look, ask(list), document, Role::Status, None),
        None => undecided(codes::STATUS_LIST_UNREADABLE),
    })
}

/// Looks a list up, and says what is to be said where it is not there.
fn had(look: &Look<'_>, url: &DocUrl, ask: impl FnOnce(&Document) -> Check) -> Check {
    let host = url.host().unwrap_or_default();
    let checked = match look.find(url, Role::Status) {
        Found::Document(document) => {
            look.used(document);
            match document.bytes().len() <= limits::STATUS_LIST {
                true => ask(document),
                false => undecided(codes::STATUS_LIST_TOO_LARGE),
            }
        }
        Found::Sender(document) => {
            look.used(document);
            undecided(codes::STATUS_SENDER_COPY)
        }
        Found::Gone | Found::Missing => undecided(codes::STATUS_LIST_MISSING),
        Found::Unknown => undecided(codes::STATUS_NOT_HAD),
    };
    let mut checked = checked.with("host", host.clone()).on(url.as_str());
    if !url.is_https() {
        checked.add_note(codes::STATUS_HTTP.note().with("host", host));
    }
    checked
}

/// An address a list may lie at.
fn address(value: Option<&Value>) -> Option<DocUrl> {
    value.and_then(Value::as_str).and_then(public)
}

/// Revoked, with the issuer's reason where one is given.
pub(crate) fn revoked(reason: &str) -> Check {
    let check = check(Outcome::Failed, codes::STATUS_REVOKED);
    match reason.trim() {
        "" => check,
        reason => check.note(codes::STATUS_REASON.note().with("reason", reason)),
    }
}

/// Says how old an answer is. An answer of yesterday is asked for anew where that is possible, and serves where not. A
/// list's own `ttl` only says that it is worth asking earlier (Bitstring Status List 1.0 §2.2).
pub(crate) fn aged(
    look: &Look<'_>,
    check: Check,
    document: &Document,
    role: Role,
    ttl: Option<SignedDuration>,
) -> Check {
    let check = check.with("date", day(document.at));
    let before = |age: SignedDuration| look.terms.now.checked_sub(age).ok();
    let a_day = SignedDuration::from_hours(24);
    // Not more often than every five minutes, whatever a list says.
    let fresh = ttl.map_or(a_day, |ttl| ttl.clamp(SignedDuration::from_mins(5), a_day));
    if let Some(since) = before(fresh)
        && document.at < since
    {
        look.want_newer(&document.url, role, since);
    }
    match before(a_day) {
        Some(yesterday) if document.at < yesterday => {
            check.note(codes::STATUS_AGE.note().with("date", day(document.at)))
        }
        _ => check,
    }
}
