//! How a badge stands, in the words that window, page and command line share (`locales/*/marks.ftl`).

use jiff::Timestamp;
use verification::{Check, CheckId, Mark, Outcome, VerificationReport};
use words::Words;

/// The word beside a badge: “Verified”, “Couldn’t be checked” …
pub fn mark_word(words: Words, mark: Mark) -> String {
    match mark {
        Mark::Verified => words.mark_verified(),
        Mark::SignedUnknown => words.mark_signed_unknown(),
        Mark::Inconclusive => words.mark_inconclusive(),
        Mark::Expired => words.mark_expired(),
        Mark::NotYetValid => words.mark_not_yet_valid(),
        Mark::Suspended => words.mark_suspended(),
        Mark::Revoked => words.mark_revoked(),
        Mark::NotGenuine => words.mark_not_genuine(),
        Mark::Damaged => words.mark_damaged(),
    }
}

/// What that means for this badge, in a sentence or two.
pub fn mark_sentence(words: Words, mark: Mark, report: &VerificationReport, issuer: &str) -> String {
    let claims = &report.claims;
    let day = |written: &Option<openbadges::IssuerTime>, instant: Option<Timestamp>| match written {
        Some(time) => words.for_data().written_date(&time.text, time.instant),
        None => instant.map(|instant| words.for_data().day_of(instant)).unwrap_or_default(),
    };
    match mark {
        Mark::Verified => words.mark_verified_sentence(),
        Mark::SignedUnknown => words.mark_signed_unknown_sentence(issuer),
        Mark::Inconclusive => words.mark_inconclusive_sentence(),
        Mark::Expired => {
            let date = day(&claims.valid_until, report.valid_until);
            if genuine(report) {
                words.mark_expired_sentence(&date)
            } else {
                words.mark_expired_undecided(&date)
            }
        }
        Mark::NotYetValid => {
            let date = day(&claims.valid_from, report.valid_from);
            if genuine(report) {
                words.mark_not_yet_valid_sentence(&date)
            } else {
                words.mark_not_yet_valid_undecided(&date)
            }
        }
        Mark::Suspended => words.mark_suspended_sentence(),
        Mark::Revoked => words.mark_revoked_sentence(),
        Mark::NotGenuine => words.mark_not_genuine_sentence(),
        Mark::Damaged => words.mark_damaged_sentence(),
    }
}

/// Signature and key were seen to be good: only then a badge whose time is over “was genuine”.
fn genuine(report: &VerificationReport) -> bool {
    [CheckId::Proof, CheckId::IssuerKey]
        .into_iter()
        .all(|id| report.checks.iter().any(|check| check.id == id && check.outcome == Outcome::Passed))
}

/// The title of a check: “Signature”, “Who signed” …
pub fn check_title(words: Words, id: CheckId) -> String {
    match id {
        CheckId::Structure => words.check_structure(),
        CheckId::Schema => words.check_schema(),
        CheckId::Proof => words.check_proof(),
        CheckId::IssuerKey => words.check_issuer_key(),
        CheckId::IssuerIdentity => words.check_issuer_identity(),
        CheckId::ValidityPeriod => words.check_validity_period(),
        CheckId::Status => words.check_status(),
        CheckId::Recipient => words.check_recipient(),
        CheckId::Image => words.check_image(),
        CheckId::Endorsements => words.check_endorsements(),
        CheckId::Evidence => words.check_evidence(),
        CheckId::Mail => words.check_mail(),
    }
}

/// How a check is shown: its outcome, or “for your information” for those that never turn a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Good.
    Good,
    /// Not good.
    NotGood,
    /// Couldn’t be checked.
    Unsure,
    /// Does not apply.
    Nothing,
    /// For your information.
    Information,
}

/// How a check is shown.
pub fn shown(check: &Check) -> Shown {
    let beside = matches!(check.id, CheckId::IssuerIdentity | CheckId::Image | CheckId::Mail);
    match check.outcome {
        Outcome::Passed => Shown::Good,
        Outcome::NotApplicable => Shown::Nothing,
        _ if beside => Shown::Information,
        // Given to another address: nothing is wrong with the badge.
        Outcome::Failed if check.id == CheckId::Recipient => Shown::Unsure,
        Outcome::Failed => Shown::NotGood,
        Outcome::Inconclusive => Shown::Unsure,
    }
}

/// The word of an outcome: “Good”, “Not good” …
pub fn outcome_word(words: Words, shown: Shown) -> String {
    match shown {
        Shown::Good => words.outcome_passed(),
        Shown::NotGood => words.outcome_failed(),
        Shown::Unsure => words.outcome_inconclusive(),
        Shown::Nothing => words.outcome_not_applicable(),
        Shown::Information => words.outcome_information(),
    }
}
