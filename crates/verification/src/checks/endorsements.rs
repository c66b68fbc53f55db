//! Endorsements inside a badge: each is a credential of somebody else's, verified by itself. They never turn the verdict.

use openbadges::Credential;
use strict_json::{Value, each};

use super::hosted_endorsement;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::look::{Found as LookedUp, Look};
use crate::proof::assertion::public;
use crate::proof::{issuer_id, issuer_name};
use crate::verdict::Verdict;
use crate::wanted::Role;

/// Endorsements of one badge that are looked at.
const MAX_ENDORSEMENTS: usize = 16;

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Endorsements, outcome, code)
}

/// An endorsement and what it is said about.
struct Found<'v> {
    value: &'v Value,
    /// The id of what it stands in, or of the badge; one of them has to be its subject.
    about: Vec<&'v str>,
}

/// Every endorsement in a credential, its issuer and its achievements, or in an assertion, its badge class and issuer.
/// `assess` gives the verdict of a credential by itself.
pub(crate) fn of_badge(
    look: &Look<'_>,
    credential: &Value,
    badge: Option<&Value>,
    issuer: Option<&Value>,
    assess: &dyn Fn(&Look<'_>, &Credential) -> Verdict,
) -> Check {
    let mut found = Vec::new();
    collect(credential, &mut found);
    for part in [credential.get("issuer"), badge, issuer].into_iter().flatten() {
        collect(part, &mut found);
    }
    for subject in each(credential.get("credentialSubject")) {
        collect(subject, &mut found);
        for achievement in each(subject.get("achievement")) {
            collect(achievement, &mut found);
            if let Some(creator) = achievement.get("creator") {
                collect(creator, &mut found);
            }
        }
    }
    if found.is_empty() {
        return check(Outcome::NotApplicable, codes::ENDORSEMENTS_NONE);
    }
    let count = found.len();
    let notes: Vec<(Outcome, openbadges::Note)> =
        found.into_iter().take(MAX_ENDORSEMENTS).map(|found| one(look, &found, assess)).collect();
    let any = |outcome: Outcome| notes.iter().any(|(found, _)| *found == outcome);
    let result = if any(Outcome::Failed) {
        check(Outcome::Failed, codes::ENDORSEMENTS_BAD)
    } else if any(Outcome::Inconclusive) || count > MAX_ENDORSEMENTS {
        check(Outcome::Inconclusive, codes::ENDORSEMENTS_UNDECIDED)
    } else {
        check(Outcome::Passed, codes::ENDORSEMENTS_OK)
    };
    let result = result.with("count", count.to_string());
    notes.into_iter().fold(result, |result, (_, note)| result.note(note))
}

fn collect<'v>(holder: &'v Value, found: &mut Vec<Found<'v>>) {
    for member in ["endorsement", "endorsementJwt"] {
        for value in each(holder.get(member)) {
            let about = holder.get("id").and_then(Value::as_str).into_iter().collect();
            found.push(Found { value, about });
        }
    }
}

fn one(
    look: &Look<'_>,
    found: &Found<'_>,
    assess: &dyn Fn(&Look<'_>, &Credential) -> Verdict,
) -> (Outcome, openbadges::Note) {
    let bytes = match found.value {
        Value::String(token) if openbadges::Jws::looks_like(token) => token.to_string(),
        // Open Badges 2.0: an address, where the endorsement is hosted.
        Value::String(address) => return hosted(look, found, address, assess),
        value => value.to_string(),
    };
    let Ok(credential) = Credential::read(bytes.as_bytes()) else { return undecided("?") };
    signed(look, found, &credential, assess)
}

/// One that lies at an address.
fn hosted(
    look: &Look<'_>,
    found: &Found<'_>,
    address: &str,
    assess: &dyn Fn(&Look<'_>, &Credential) -> Verdict,
) -> (Outcome, openbadges::Note) {
    let Some(url) = public(address) else { return undecided(address) };
    let host = url.host().unwrap_or_default();
    let document = match look.find(&url, Role::Endorsement) {
        LookedUp::Document(document) => document,
        LookedUp::Gone => return bad(&host, Verdict::Revoked),
        _ => return undecided(&host),
    };
    look.used(document);
    if let Some(hosted) = hosted_endorsement::judge(look, &url, document, look.terms.now) {
        let about_this = hosted.about.as_deref().is_some_and(|about| found.about.contains(&about));
        return said(hosted.verdict, &hosted.who, about_this);
    }
    match Credential::read(document.bytes()) {
        Ok(credential) if credential.format().is_vc() => signed(look, found, &credential, assess),
        _ => undecided(&host),
    }
}

fn undecided(who: &str) -> (Outcome, openbadges::Note) {
    (Outcome::Inconclusive, codes::ENDORSEMENTS_ONE_UNDECIDED.note().with("issuer", who))
}

fn bad(who: &str, verdict: Verdict) -> (Outcome, openbadges::Note) {
    let note = codes::ENDORSEMENTS_ONE_BAD.note().with("issuer", who);
    (Outcome::Failed, note.with("verdict", verdict.as_str()))
}

fn said(verdict: Verdict, who: &str, about_this: bool) -> (Outcome, openbadges::Note) {
    match verdict {
        Verdict::Valid if about_this => {
            (Outcome::Passed, codes::ENDORSEMENTS_ONE_GOOD.note().with("issuer", who))
        }
        Verdict::Valid => (Outcome::Failed, codes::ENDORSEMENTS_ONE_ABOUT_OTHER.note().with("issuer", who)),
        Verdict::Inconclusive => undecided(who),
        verdict => bad(who, verdict),
    }
}

/// One that is signed.
fn signed(
    look: &Look<'_>,
    found: &Found<'_>,
    credential: &Credential,
    assess: &dyn Fn(&Look<'_>, &Credential) -> Verdict,
) -> (Outcome, openbadges::Note) {
    if !credential.format().is_vc() {
        return undecided(&issuer_name(credential.document()));
    }
    let vc = credential.credential();
    let who = issuer_name(vc);
    // Open Badges 3.0 §B.1.8, EndorsementSubject: "the identifier of … that is endorsed".
    let subject = match vc.get("credentialSubject") {
        Some(Value::Array(subjects)) => subjects.first().filter(|_| subjects.len() == 1),
        subject => subject,
    };
    let named = subject.and_then(|subject| subject.get("id")).and_then(Value::as_str);
    let about_this = named.is_some_and(|named| found.about.contains(&named));
    said(assess(look, credential), &who, about_this && issuer_id(vc).is_some())
}
