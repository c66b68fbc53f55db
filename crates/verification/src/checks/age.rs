//! Which facts are of which day: a check that rests on documents of earlier days says so. Of the status [`super::status`]
//! says it itself.

use jiff::{SignedDuration, Timestamp};

use super::day;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Origin;
use crate::look::Lists;
use crate::report::DocumentRef;

/// Adds to the signature, the key and the status the day of the oldest document each of them rests on, if that is not of
/// the last 24 hours, and the day on which the issuer's address had nothing any more.
pub(crate) fn say(checks: &mut [Check], lists: &Lists, now: Timestamp) {
    if lists.documents.is_empty() {
        return;
    }
    let Ok(yesterday) = now.checked_sub(SignedDuration::from_hours(24)) else { return };
    for check in checks {
        let (age, gone) = match check.id {
            CheckId::Proof => (Some(codes::PROOF_AGE), None),
            CheckId::IssuerKey => (Some(codes::ISSUER_KEY_AGE), Some(codes::ISSUER_KEY_GONE_SINCE)),
            CheckId::Status => (None, Some(codes::STATUS_GONE_SINCE)),
            _ => continue,
        };
        if check.outcome == Outcome::NotApplicable {
            continue;
        }
        let oldest =
            lists.documents.iter().filter(|document| rests_on(check, document)).map(|one| one.at).min();
        let gone_at = check.documents.iter().filter_map(|url| lists.gone.get(url)).min().copied();
        note(check, age, oldest.filter(|at| *at < yesterday));
        note(check, gone, gone_at);
    }
}

fn rests_on(check: &Check, document: &DocumentRef) -> bool {
    document.origin != Origin::Bundled && check.documents.contains(&document.url)
}

fn note(check: &mut Check, code: Option<Code>, at: Option<Timestamp>) {
    if let (Some(code), Some(at)) = (code, at) {
        check.add_note(code.note().with("date", day(at)));
    }
}
