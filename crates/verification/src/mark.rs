//! The mark: the verdict and *who says so*, in the one picture a person sees.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::report::{VerificationReport, verdict_at};
use crate::verdict::Verdict;

/// What stands beside a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Valid, and somebody known says so: a register, the person's own mark, or an https domain.
    Verified,
    /// Valid, under a key that nobody knows.
    SignedUnknown,
    /// Valid, but under another key than the one the person remembers of this issuer: an alarm.
    KeyChanged,
    /// Could not be checked.
    Inconclusive,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// On hold.
    Suspended,
    /// Withdrawn.
    Revoked,
    /// Changed after signing, or signed by somebody else.
    NotGenuine,
    /// Something that a badge needs is missing.
    Damaged,
}

impl Mark {
    /// The stable name, as in views.
    pub fn as_str(self) -> &'static str {
        match self {
            Mark::Verified => "verified",
            Mark::SignedUnknown => "signed-unknown",
            Mark::KeyChanged => "key-changed",
            Mark::Inconclusive => "inconclusive",
            Mark::Expired => "expired",
            Mark::NotYetValid => "not-yet-valid",
            Mark::Suspended => "suspended",
            Mark::Revoked => "revoked",
            Mark::NotGenuine => "not-genuine",
            Mark::Damaged => "damaged",
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The mark of a report as it was written.
pub fn mark(report: &VerificationReport) -> Mark {
    of(report.verdict, &report.checks)
}

/// The mark of a report at a later moment: see [`verdict_at`].
pub fn mark_at(report: &VerificationReport, now: Timestamp) -> Mark {
    of(verdict_at(report, now), &report.checks)
}

fn of(verdict: Verdict, checks: &[Check]) -> Mark {
    let is = |id: CheckId, outcome: Outcome| checks.iter().any(|c| c.id == id && c.outcome == outcome);
    match verdict {
        Verdict::Valid if is(CheckId::IssuerIdentity, Outcome::Passed) => Mark::Verified,
        Verdict::Valid if checks.iter().any(|c| c.code == codes::ISSUER_IDENTITY_KEY_CHANGED.as_str()) => {
            Mark::KeyChanged
        }
        Verdict::Valid => Mark::SignedUnknown,
        Verdict::Inconclusive => Mark::Inconclusive,
        Verdict::Expired => Mark::Expired,
        Verdict::NotYetValid => Mark::NotYetValid,
        Verdict::Suspended => Mark::Suspended,
        Verdict::Revoked => Mark::Revoked,
        Verdict::Invalid => {
            let bad = |c: &&Check| {
                c.outcome == Outcome::Failed && matches!(c.id, CheckId::Proof | CheckId::IssuerKey)
            };
            let mut bad_checks = checks.iter().filter(bad).peekable();
            if bad_checks.peek().is_none() {
                // Only structure or schema, or (see `verdict_at`) a proof whose own time has run out since.
                if is(CheckId::Structure, Outcome::Failed) || is(CheckId::Schema, Outcome::Failed) {
                    Mark::Damaged
                } else {
                    Mark::Expired
                }
            } else if bad_checks.all(|c| c.code == codes::PROOF_EXPIRED.as_str()) {
                // Nobody forged anything: the signature was only meant to count until a day that has passed.
                Mark::Expired
            } else {
                Mark::NotGenuine
            }
        }
    }
}
