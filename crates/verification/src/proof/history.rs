//! An issuer whose keys stand in a log (`did:webvh`): which version of its document counts. A key that the newest version
//! lists is the issuer's. One that only an older version lists was the issuer's; when it signed, nobody can prove, so it
//! counts only for a badge that was already the learner's then (docs/adr).

use jiff::Timestamp;
use url::Url;

use super::bind::{Bound, Clue, check, host, without_key};
use super::listed::in_list;
use crate::check::{Check, Outcome};
use crate::codes;
use crate::document::Document;
use crate::key::webvh::{self, Fault, History, Version};
use crate::key::{KeyList, Named, PublicKey};
use crate::look::{Found, Look};
use crate::wanted::{DocUrl, Role};

/// The keys of the newest version, of a log that a sender supplied.
pub(super) fn newest(document: &Document, did: &str) -> Option<KeyList> {
    let history = History::read(document.bytes(), did, document.at).ok()?;
    history.versions().last().map(|version| keys(version, did))
}

/// Judges by the issuer's log, as of `at`.
pub(super) fn listed(
    look: &Look<'_>,
    clue: &Clue<'_>,
    issuer: &Named,
    log: &Url,
    document: &Document,
    at: Timestamp,
    name: Option<&Named>,
) -> Bound {
    let did = issuer.base.as_str();
    let history = match History::read(document.bytes(), did, document.at) {
        Ok(history) => history,
        Err(fault) => return without_key(faulty(fault)),
    };
    if history.is_witnessed()
        && let Err(check) = witnessed(look, log, &history)
    {
        return without_key(check);
    }
    let clear = clue.name.map(without_query);
    let reading = Reading {
        look,
        clue: Clue { name: clear.as_deref(), brought: clue.brought.clone(), ..*clue },
        issuer,
        name,
        document,
        history: &history,
        at,
    };
    reading.judge(clue.name.unwrap_or_default())
}

struct Reading<'r, 'a> {
    look: &'r Look<'a>,
    /// The key's name without what says which version is meant.
    clue: Clue<'r>,
    issuer: &'r Named,
    /// The key's name, taken apart.
    name: Option<&'r Named>,
    document: &'r Document,
    history: &'r History,
    at: Timestamp,
}

impl Reading<'_, '_> {
    fn judge(&self, name: &str) -> Bound {
        let newest = self.history.at(self.at);
        let by_newest = newest.filter(|version| !version.ended).map(|version| self.by(version));
        let meant = match version_meant(self.history, name) {
            Some(named) => named,
            None => self.clue.signed.and_then(|signed| self.history.at(signed.min(self.at))),
        };
        if let Some(good) = by_newest.filter(|bound| bound.check.outcome == Outcome::Passed) {
            // The same name may have stood for another key then.
            let then = meant.map(|version| self.by(version));
            return match then.filter(|then| passed(then) && !same_key(then, &good)) {
                Some(old) => self.rotated(old),
                None => good,
            };
        }
        let older = match meant {
            Some(version) => Some(self.by(version)).filter(passed),
            None => self.history.versions().iter().rev().map(|version| self.by(version)).find(passed),
        };
        match (older, newest.filter(|version| !version.ended)) {
            (Some(old), _) => self.rotated(old),
            (None, Some(version)) => self.by(version),
            (None, None) => without_key(check(Outcome::Failed, codes::ISSUER_KEY_NOT_LISTED)),
        }
    }

    /// By one version, whatever came after it.
    fn by(&self, version: &Version) -> Bound {
        let did = self.issuer.base.as_str();
        let list = keys(version, did);
        let mut bound = in_list(
            self.look,
            &self.clue,
            did,
            self.issuer,
            self.document,
            &list,
            self.at.max(version.at),
            self.name,
        );
        if let Some(moved) = self.history.versions().last().filter(|last| last.did != did)
            && let Some(name) = webvh::name(&moved.did)
        {
            bound.check.add_note(codes::ISSUER_KEY_MOVED.note().with("host", host(&name.log)));
        }
        bound
    }

    /// A key that was the issuer's, and is no more.
    fn rotated(&self, mut old: Bound) -> Bound {
        let until = self
            .history
            .versions()
            .iter()
            .rev()
            .take_while(|version| version.ended || !self.lists(version, &old))
            .last()
            .map_or(self.document.at, |version| version.at);
        let date = crate::checks::day(until);
        let held = self.look.terms.held_since.is_some_and(|since| since < until);
        if held {
            old.check.add_note(codes::ISSUER_KEY_SINCE_REMOVED.note().with("date", date));
        } else {
            old.check = check(Outcome::Inconclusive, codes::ISSUER_KEY_ROTATED).with("date", date);
        }
        old
    }

    fn lists(&self, version: &Version, old: &Bound) -> bool {
        let bound = self.by(version);
        passed(&bound) && same_key(&bound, old)
    }
}

fn passed(bound: &Bound) -> bool {
    bound.check.outcome == Outcome::Passed
}

fn same_key(one: &Bound, other: &Bound) -> bool {
    match (&one.key, &other.key) {
        (Some(one), Some(other)) => PublicKey::same(one, other),
        _ => false,
    }
}

/// The keys of one version. An issuer that moved bears several names with one hash in them; here all are the one asked for.
fn keys(version: &Version, did: &str) -> KeyList {
    let scid = webvh::name(did).map(|name| name.scid).unwrap_or_default();
    KeyList::read(&version.document, &version.did).renamed(|name| {
        let (base, fragment) = name.split_once('#').map_or((name, None), |(base, end)| (base, Some(end)));
        let same = base != did && webvh::name(base).is_some_and(|name| name.scid == scid);
        same.then(|| fragment.map_or_else(|| did.to_owned(), |fragment| format!("{did}#{fragment}")))
    })
}

/// The signatures of the witnesses, which lie beside the log.
fn witnessed(look: &Look<'_>, log: &Url, history: &History) -> Result<(), Check> {
    let not_had =
        || check(Outcome::Inconclusive, codes::ISSUER_KEY_WITNESSES_NOT_HAD).with("host", host(log));
    let address = webvh::witness_url(log).map(|url| DocUrl::from(&url)).ok_or_else(not_had)?;
    match look.find(&address, Role::Did) {
        Found::Document(file) => {
            look.used(file);
            history.check_witnesses(file.bytes()).map_err(|fault| faulty(fault).on(address.as_str()))
        }
        Found::Sender(_) | Found::Gone | Found::Missing | Found::Unknown => Err(not_had()),
    }
}

fn faulty(fault: Fault) -> Check {
    match fault {
        Fault::TooLong => check(Outcome::Inconclusive, codes::ISSUER_KEY_HISTORY_TOO_LONG),
        Fault::Other => check(Outcome::Failed, codes::ISSUER_KEY_HISTORY_OTHER),
        Fault::Entry(entry, rule) => check(Outcome::Inconclusive, codes::ISSUER_KEY_HISTORY_BROKEN)
            .with("entry", entry.to_string())
            .with("rule", rule.as_str()),
    }
}

/// The name of a key without the query that says which version is meant.
fn without_query(name: &str) -> String {
    let (base, fragment) = name.split_once('#').map_or((name, None), |(base, end)| (base, Some(end)));
    let base = base.split('?').next().unwrap_or(base);
    fragment.map_or_else(|| base.to_owned(), |fragment| format!("{base}#{fragment}"))
}

/// The version that a key's name means (§Reading did:webvh DID URLs); `None` if it does not say. A version that is not
/// there is none.
fn version_meant<'h>(history: &'h History, name: &str) -> Option<Option<&'h Version>> {
    let (_, query) = name.split('#').next()?.split_once('?')?;
    let versions = history.versions();
    url::form_urlencoded::parse(query.as_bytes()).find_map(|(parameter, value)| match parameter.as_ref() {
        "versionId" => Some(versions.iter().find(|version| version.id == value)),
        "versionNumber" => {
            Some(value.parse::<usize>().ok().and_then(|number| versions.get(number.checked_sub(1)?)))
        }
        "versionTime" => Some(value.parse().ok().and_then(|moment| history.at(moment))),
        _ => None,
    })
}
