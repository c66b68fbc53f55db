//! The verdict: a pure function of the checks.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::check::{Check, CheckId, Outcome};
use crate::codes;

/// What all checks together come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Unaltered, by the named issuer, and still good.
    Valid,
    /// Altered, not the issuer's, or not in the shape of a badge.
    Invalid,
    /// Withdrawn by the issuer.
    Revoked,
    /// Put on hold by the issuer.
    Suspended,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// It could not be decided.
    Inconclusive,
}

impl Verdict {
    /// The stable name, as in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::Invalid => "invalid",
            Verdict::Revoked => "revoked",
            Verdict::Suspended => "suspended",
            Verdict::Expired => "expired",
            Verdict::NotYetValid => "not-yet-valid",
            Verdict::Inconclusive => "inconclusive",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One of 48 bits: the question in steps of four, the answer within.
fn bit(id: CheckId, outcome: Outcome) -> u64 {
    1 << (4 * id as u32 + outcome as u32)
}

/// Folds checks into a verdict; the first line that fits holds. What is known to be bad is said even where something
/// else could not be checked. Of the checks that may turn a verdict a missing one counts as inconclusive.
pub fn verdict(checks: &[Check]) -> Verdict {
    // Which answers there are to which question, asked again and again below.
    let there = checks.iter().fold(0, |there, check| there | bit(check.id, check.outcome));
    let is = |id: CheckId, outcome: Outcome| there & bit(id, outcome) != 0;
    let failed_with = |id: CheckId, code: codes::Code| {
        is(id, Outcome::Failed)
            && checks.iter().any(|c| c.id == id && c.outcome == Outcome::Failed && c.code == code.as_str())
    };
    let undecided = |id: CheckId| {
        !Outcome::ALL.into_iter().any(|outcome| is(id, outcome))
            || is(id, Outcome::Inconclusive)
            // A failure that none of the lines above names (a status that fails otherwise) decides nothing.
            || is(id, Outcome::Failed)
    };

    if [CheckId::Structure, CheckId::Schema, CheckId::Proof, CheckId::IssuerKey]
        .into_iter()
        .any(|id| is(id, Outcome::Failed))
    {
        return Verdict::Invalid;
    }
    if failed_with(CheckId::Status, codes::STATUS_REVOKED) {
        return Verdict::Revoked;
    }
    if failed_with(CheckId::Status, codes::STATUS_SUSPENDED) {
        return Verdict::Suspended;
    }
    if failed_with(CheckId::ValidityPeriod, codes::VALIDITY_PERIOD_EXPIRED) {
        return Verdict::Expired;
    }
    if failed_with(CheckId::ValidityPeriod, codes::VALIDITY_PERIOD_NOT_YET_VALID) {
        return Verdict::NotYetValid;
    }
    if [CheckId::Structure, CheckId::Proof, CheckId::IssuerKey, CheckId::Status, CheckId::ValidityPeriod]
        .into_iter()
        .any(undecided)
    {
        return Verdict::Inconclusive;
    }
    // Proof and issuer-key cannot be "not applicable" in a good badge.
    if is(CheckId::Proof, Outcome::Passed) && is(CheckId::IssuerKey, Outcome::Passed) {
        Verdict::Valid
    } else {
        Verdict::Inconclusive
    }
}
