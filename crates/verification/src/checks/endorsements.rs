//! Endorsements inside a badge: each is a credential of somebody else's, verified by itself. They never turn the verdict.

use openbadges::Credential;
use serde_json::Value;

use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::key::many;
use crate::look::Look;
use crate::proof::{issuer_id, issuer_name};
use crate::verdict::Verdict;

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
    for subject in many(credential.get("credentialSubject")) {
        collect(subject, &mut found);
        for achievement in many(subject.get("achievement")) {
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
    let about: Vec<&str> = holder.get("id").and_then(Value::as_str).into_iter().collect();
    for member in ["endorsement", "endorsementJwt"] {
        for value in many(holder.get(member)) {
            found.push(Found { value, about: about.clone() });
        }
    }
}

fn one(
    look: &Look<'_>,
    found: &Found<'_>,
    assess: &dyn Fn(&Look<'_>, &Credential) -> Verdict,
) -> (Outcome, openbadges::Note) {
    let undecided =
        |who: &str| (Outcome::Inconclusive, codes::ENDORSEMENTS_ONE_UNDECIDED.note().with("issuer", who));
    let bytes = match found.value {
        Value::String(token) if openbadges::Jws::looks_like(token) => token.clone(),
        // Open Badges 2.0: an address, where the endorsement is hosted. It is not asked for.
        Value::String(address) => return undecided(address),
        value => value.to_string(),
    };
    let Ok(credential) = Credential::read(bytes.as_bytes()) else { return undecided("?") };
    if !credential.format().is_vc() {
        return undecided(&issuer_name(credential.document()));
    }
    let vc = credential.credential();
    let who = issuer_name(&vc);
    let note = |code: Code| code.note().with("issuer", who.clone());
    // Open Badges 3.0 §B.1.8, EndorsementSubject: "the identifier of … that is endorsed".
    let subject = match vc.get("credentialSubject") {
        Some(Value::Array(subjects)) => subjects.first().filter(|_| subjects.len() == 1),
        subject => subject,
    };
    let named = subject.and_then(|subject| subject.get("id")).and_then(Value::as_str);
    let about_this = named.is_some_and(|named| found.about.contains(&named));
    match assess(look, &credential) {
        Verdict::Valid if about_this && issuer_id(&vc).is_some() => {
            (Outcome::Passed, note(codes::ENDORSEMENTS_ONE_GOOD))
        }
        Verdict::Valid => (Outcome::Failed, note(codes::ENDORSEMENTS_ONE_ABOUT_OTHER)),
        Verdict::Inconclusive => undecided(&who),
        verdict => (Outcome::Failed, note(codes::ENDORSEMENTS_ONE_BAD).with("verdict", verdict.as_str())),
    }
}
