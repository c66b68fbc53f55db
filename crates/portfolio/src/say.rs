//! How a badge stands, in the words that window, page and command line share (`locales/*/marks.ftl`).

use jiff::Timestamp;
use verification::{CheckId, Mark, Outcome, VerificationReport};
use words::Words;

/// The word beside a badge: “Verified”, “Couldn’t be checked” …
pub fn mark_word(words: Words, mark: Mark) -> String {
    match mark {
        Mark::Verified => words.mark_verified(),
        Mark::SignedUnknown => words.mark_signed_unknown(),
        Mark::KeyChanged => words.mark_key_changed(),
        Mark::Inconclusive => words.mark_inconclusive(),
        Mark::Expired => words.mark_expired(),
        Mark::NotYetValid => words.mark_not_yet_valid(),
        Mark::Suspended => words.mark_suspended(),
        Mark::Revoked => words.mark_revoked(),
        Mark::NotGenuine => words.mark_not_genuine(),
        Mark::Damaged => words.mark_damaged(),
    }
}

/// What the sentence of a mark names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The issuer's name.
    pub issuer: &'a str,
    /// The day from which the badge counts, as people read it.
    pub from: String,
    /// The day on which its time ends, as people read it.
    pub until: String,
    /// Whether signature and key were seen to be good: only then a badge whose time is over “was genuine”.
    pub genuine: bool,
}

impl<'a> Standing<'a> {
    /// What a report says of it.
    pub fn of(words: Words, report: &VerificationReport, issuer: &'a str) -> Standing<'a> {
        let claims = &report.claims;
        let day = |written: &Option<openbadges::IssuerTime>, instant: Option<Timestamp>| match written {
            Some(time) => words.for_data().written_date(&time.text, time.instant),
            None => instant.map(|instant| words.for_data().day_of(instant)).unwrap_or_default(),
        };
        Standing {
            issuer,
            from: day(&claims.valid_from, report.valid_from),
            until: day(&claims.valid_until, report.valid_until),
            genuine: genuine(report.checks.iter().map(|check| (check.id, check.outcome))),
        }
    }
}

/// Whether signature and key were seen to be good.
pub fn genuine(checks: impl IntoIterator<Item = (CheckId, Outcome)>) -> bool {
    let deciding =
        |(id, outcome)| matches!(id, CheckId::Proof | CheckId::IssuerKey) && outcome == Outcome::Passed;
    checks.into_iter().filter(|check| deciding(*check)).count() >= 2
}

/// What that means for this badge, in a sentence or two.
pub fn mark_sentence(words: Words, mark: Mark, standing: &Standing<'_>) -> String {
    match mark {
        Mark::Verified => words.mark_verified_sentence(),
        Mark::SignedUnknown => words.mark_signed_unknown_sentence(standing.issuer),
        Mark::KeyChanged => words.mark_key_changed_sentence(standing.issuer),
        Mark::Inconclusive => words.mark_inconclusive_sentence(),
        Mark::Expired if standing.genuine => words.mark_expired_sentence(&standing.until),
        Mark::Expired => words.mark_expired_undecided(&standing.until),
        Mark::NotYetValid if standing.genuine => words.mark_not_yet_valid_sentence(&standing.from),
        Mark::NotYetValid => words.mark_not_yet_valid_undecided(&standing.from),
        Mark::Suspended => words.mark_suspended_sentence(),
        Mark::Revoked => words.mark_revoked_sentence(),
        Mark::NotGenuine => words.mark_not_genuine_sentence(),
        Mark::Damaged => words.mark_damaged_sentence(),
    }
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
    /// Given to another address: nothing is wrong with the badge.
    AnotherAddress,
    /// Does not apply.
    Nothing,
    /// For your information.
    Information,
}

/// How a check with this outcome is shown.
pub fn shown(id: CheckId, outcome: Outcome) -> Shown {
    // These never turn a verdict; a schema does only where it was had and did not fit.
    let beside = match id {
        CheckId::IssuerIdentity
        | CheckId::Image
        | CheckId::Mail
        | CheckId::Endorsements
        | CheckId::Evidence => true,
        CheckId::Schema => outcome == Outcome::Inconclusive,
        _ => false,
    };
    match outcome {
        Outcome::Passed => Shown::Good,
        Outcome::NotApplicable => Shown::Nothing,
        _ if beside => Shown::Information,
        Outcome::Failed if id == CheckId::Recipient => Shown::AnotherAddress,
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
        Shown::AnotherAddress => words.outcome_another_address(),
        Shown::Nothing => words.outcome_not_applicable(),
        Shown::Information => words.outcome_information(),
    }
}
