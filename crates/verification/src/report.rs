//! The report: a record of one moment, kept with what it rests on. A stored report never changes.

use jiff::Timestamp;
use openbadges::{Claims, Digest, Format};
use serde::{Deserialize, Serialize};

use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::document::Origin;
use crate::verdict::{Verdict, verdict};

/// Name and version of this verifier, as written into reports.
pub const VERIFIER: &str = concat!("badgefolio/", env!("CARGO_PKG_VERSION"));

/// What was found about one credential at one moment. Facts, not sentences: it is worded when shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VerificationReport {
    /// Version of this form: 1.
    pub version: u32,
    /// Who verified: [`VERIFIER`].
    pub verifier: String,
    /// The `now` of the verification.
    pub at: Timestamp,
    /// Which standard the credential follows.
    pub format: Format,
    /// How it is secured, e.g. `data-integrity/eddsa-rdfc-2022`.
    pub securing: String,
    /// One of each [`CheckId`], in that order.
    pub checks: Vec<Check>,
    /// The verdict at that moment.
    pub verdict: Verdict,
    /// What the credential says: of a hosted badge the issuer's own copy.
    pub claims: Claims,
    /// Not before, if given and readable.
    pub valid_from: Option<Timestamp>,
    /// Not after, if given and readable; the earliest of all that bound it.
    pub valid_until: Option<Timestamp>,
    /// Until when the proof itself counts (`proof.expires`), if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof_until: Option<Timestamp>,
    /// Until when the status list used speaks (its own `validUntil`), if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_until: Option<Timestamp>,
    /// Every document used, with digest and origin, so that the same answer can be found again.
    pub documents: Vec<DocumentRef>,
}

impl VerificationReport {
    /// The check with this id.
    pub fn check(&self, id: CheckId) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }
}

/// Which version of which document a report rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRef {
    /// Its address without fragment.
    pub url: String,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// When it was fetched.
    pub at: Timestamp,
    /// Whose it is.
    pub origin: Origin,
}

/// The verdict of a stored report at a later (or earlier) moment: only the validity period, the time of the proof and
/// the age of the status are judged again, from facts in the report.
pub fn verdict_at(report: &VerificationReport, now: Timestamp) -> Verdict {
    let mut checks = report.checks.clone();
    let over = |until: Option<Timestamp>| until.is_some_and(|until| now > until);
    for check in &mut checks {
        match check.id {
            CheckId::ValidityPeriod if judged(check) => {
                let (outcome, code) = period(report.valid_from, report.valid_until, now);
                check.outcome = outcome;
                check.code = code.as_str().into();
            }
            CheckId::Proof if check.outcome == Outcome::Passed && over(report.proof_until) => {
                check.outcome = Outcome::Failed;
                check.code = codes::PROOF_EXPIRED.as_str().into();
            }
            CheckId::Status if check.outcome == Outcome::Passed && over(report.status_until) => {
                check.outcome = Outcome::Inconclusive;
                check.code = codes::STATUS_LIST_EXPIRED.as_str().into();
            }
            _ => {}
        }
    }
    verdict(&checks)
}

/// The next moment after `now` at which [`verdict_at`] changes its answer.
pub fn turns_at(report: &VerificationReport, now: Timestamp) -> Option<Timestamp> {
    let current = verdict_at(report, now);
    let tick = jiff::SignedDuration::from_nanos(1);
    // A badge counts from `valid_from` on (inclusive) and up to `valid_until` (inclusive).
    let mut moments: Vec<Timestamp> = [report.valid_until, report.proof_until, report.status_until]
        .into_iter()
        .flatten()
        .filter_map(|until| until.checked_add(tick).ok())
        .chain(report.valid_from)
        .filter(|moment| *moment > now)
        .collect();
    moments.sort();
    moments.into_iter().find(|moment| verdict_at(report, *moment) != current)
}

/// Was the period read at all? What could not be read does not become readable by waiting.
fn judged(check: &Check) -> bool {
    [
        codes::VALIDITY_PERIOD_OK,
        codes::VALIDITY_PERIOD_NO_END,
        codes::VALIDITY_PERIOD_EXPIRED,
        codes::VALIDITY_PERIOD_NOT_YET_VALID,
    ]
    .iter()
    .any(|code| check.code == code.as_str())
}

/// Judges a period at a moment; both ends belong to it.
pub(crate) fn period(
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    now: Timestamp,
) -> (Outcome, codes::Code) {
    if until.is_some_and(|until| now > until) {
        return (Outcome::Failed, codes::VALIDITY_PERIOD_EXPIRED);
    }
    if from.is_some_and(|from| now < from) {
        return (Outcome::Failed, codes::VALIDITY_PERIOD_NOT_YET_VALID);
    }
    let code = if until.is_some() { codes::VALIDITY_PERIOD_OK } else { codes::VALIDITY_PERIOD_NO_END };
    (Outcome::Passed, code)
}
