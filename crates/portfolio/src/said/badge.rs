//! What a hand-out says of a badge.

use std::collections::BTreeSet;

use openbadges::Evidence;
use verification::{Check, CheckId, Mark, Outcome};
use words::Words;

use crate::content::{Badge, Portfolio};
use crate::hours::of_badge;
use crate::say::{Standing, mark_sentence};

/// “from Open Campus Nordhaven · 2 February 2026, valid until … · 20 hours · Level B1”
pub(crate) fn facts(badge: &Badge, words: Words) -> String {
    let claims = &badge.report.claims;
    let say = words.for_data();
    let day = |time: &openbadges::IssuerTime| say.written_date(&time.text, time.instant);
    let dates = match (claims.valid_from.as_ref().map(day), claims.valid_until.as_ref().map(day)) {
        (Some(from), Some(until)) => Some(words.page_given_until(&from, &until)),
        (Some(from), None) => Some(from),
        (None, Some(until)) => Some(words.page_until_only(&until)),
        (None, None) => None,
    };
    let facts = [
        Some(words.page_from(&badge.issuer)),
        dates,
        of_badge(claims).map(|minutes| words.work(minutes)),
        claims.level.as_deref().map(|level| words.page_level(&shown_level(level))),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The levels of the language framework are written in capitals.
fn shown_level(level: &str) -> String {
    match level {
        "a1" | "a2" | "b1" | "b2" | "c1" | "c2" => level.to_ascii_uppercase(),
        _ => level.to_owned(),
    }
}

/// What the mark means, who vouches, what could not be checked, and when that was.
pub(crate) fn standing(badge: &Badge, words: Words) -> String {
    let mut sentences =
        vec![mark_sentence(words, badge.mark, &Standing::of(words, &badge.report, &badge.issuer))];
    let deciding = |id: CheckId| {
        matches!(
            id,
            CheckId::Structure
                | CheckId::Proof
                | CheckId::IssuerKey
                | CheckId::Status
                | CheckId::ValidityPeriod
        )
    };
    for check in &badge.report.checks {
        let said = match (badge.mark, check.id, check.outcome) {
            (Mark::Verified, CheckId::IssuerIdentity, Outcome::Passed) => true,
            (Mark::KeyChanged, CheckId::IssuerIdentity, _) => true,
            (Mark::Damaged, _, Outcome::Failed) => true,
            (Mark::Revoked | Mark::Suspended, CheckId::Status, Outcome::Failed) => !check.args.is_empty(),
            (_, id, Outcome::Inconclusive) => deciding(id),
            (_, CheckId::Recipient, Outcome::Failed) => true,
            _ => false,
        };
        let sentence = sentence(check, words);
        if said && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.push(words.page_checked_on(&words.for_data().day_of(badge.report.at)));
    sentences.join(" ")
}

/// The competences that a badge stands for, each once, with the time spent on it.
pub(crate) fn competences_of(badge: &Badge) -> Vec<(String, Option<u64>)> {
    let claims = &badge.report.claims;
    let mut tags: Vec<(String, Option<u64>)> = claims
        .competencies
        .iter()
        .map(|c| (c.name.clone(), c.minutes.filter(|minutes| *minutes > 0)))
        .collect();
    if tags.is_empty() {
        tags = claims.alignments.iter().filter_map(|a| Some((a.name.clone()?, None))).collect();
    }
    let mut seen = BTreeSet::new();
    tags.retain(|(name, minutes)| !name.trim().is_empty() && seen.insert((name.clone(), *minutes)));
    tags
}

/// What a check says to somebody who is not its holder: never an address, never “you”.
pub(crate) fn sentence(check: &Check, words: Words) -> String {
    match (check.id, check.outcome, check.code.as_ref()) {
        (CheckId::Recipient, Outcome::Passed, _) => words.page_recipient_match(),
        (CheckId::Recipient, Outcome::Failed, _) | (CheckId::Recipient, _, "recipient.mismatch") => {
            words.page_recipient_mismatch()
        }
        (CheckId::Recipient, ..) => words.page_recipient_unknown(),
        (CheckId::IssuerIdentity, Outcome::Passed, "issuer-identity.pinned") => words.page_identity_pinned(),
        _ => words.code(&check.code, &check.args).message,
    }
}

/// The checks that a reader is told of. The mail a badge came in is the holder's own business.
pub(crate) fn worth_saying(badge: &Badge) -> Vec<&Check> {
    let checks = badge.report.checks.iter();
    checks.filter(|check| check.outcome != Outcome::NotApplicable && check.id != CheckId::Mail).collect()
}

/// The issuer's evidence, as far as it says anything.
pub(crate) fn issued(badge: &Badge) -> Vec<&Evidence> {
    let evidence = badge.report.claims.evidence.iter();
    evidence.filter(|evidence| evidence.url.is_some() || narrative(evidence).is_some()).collect()
}

/// What the issuer says of a piece of evidence.
pub(crate) fn narrative(evidence: &Evidence) -> Option<&str> {
    evidence.narrative.as_deref().or(evidence.description.as_deref())
}

/// Who added a piece of evidence that is not the issuer's.
pub(crate) fn added_by(portfolio: &Portfolio, words: Words) -> String {
    match &portfolio.holder_name {
        Some(name) => words.page_evidence_holder(name),
        None => words.page_evidence_sender(),
    }
}

/// “PDF”, “MP4”: a media type as people know it.
pub(crate) fn kind(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let sub = essence.split('/').nth(1).unwrap_or(&essence);
    let known = match sub {
        "vnd.oasis.opendocument.text" => "ODT",
        "vnd.oasis.opendocument.spreadsheet" => "ODS",
        "vnd.oasis.opendocument.presentation" => "ODP",
        "vnd.openxmlformats-officedocument.wordprocessingml.document" => "DOCX",
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        "vnd.openxmlformats-officedocument.presentationml.presentation" => "PPTX",
        "msword" => "DOC",
        "plain" => "TXT",
        "quicktime" => "MOV",
        "octet-stream" => "?",
        _ => "",
    };
    if known.is_empty() {
        sub.chars().take(20).collect::<String>().to_ascii_uppercase()
    } else {
        known.to_owned()
    }
}
