//! What the holder should know before a portfolio goes out.

use openbadges::Note;
use verification::{CheckId, Mark, Outcome};

use crate::codes;
use crate::content::{Badge, Portfolio};
use crate::error::megabytes;

/// Many mailboxes refuse what is larger.
const LARGE: u64 = 10_000_000;

pub(crate) fn warnings(portfolio: &Portfolio, size: u64) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut about = |code: &'static str, fits: &dyn Fn(&Badge) -> bool| {
        let names: Vec<String> =
            portfolio.badges.iter().filter(|b| fits(b)).map(|b| b.name.clone()).collect();
        if !names.is_empty() {
            notes.push(of_badges(code, &names));
        }
    };
    about(codes::HANDOUT_NOT_VERIFIED, &|badge| badge.mark != Mark::Verified);
    about(codes::HANDOUT_OTHER_RECIPIENT, &|badge| {
        badge.report.checks.iter().any(|check| {
            check.id == CheckId::Recipient
                && (check.outcome == Outcome::Failed || check.code.as_ref() == "recipient.mismatch")
        })
    });
    about(codes::HANDOUT_ADDRESS_PLAIN, &|badge| names_address(badge, false));
    about(codes::HANDOUT_ADDRESS_HASHED, &|badge| names_address(badge, true));
    about(codes::HANDOUT_GRADES_INSIDE, &|badge| {
        !badge.described_only()
            && badge
                .report
                .claims
                .results
                .iter()
                .any(|result| result.value.is_some() || result.level.is_some())
    });
    let evidence: usize = portfolio.badges.iter().map(|badge| badge.evidence.len()).sum();
    if evidence > 0 {
        notes.push(Note::new(codes::HANDOUT_EVIDENCE_INCLUDED).with("count", evidence.to_string()));
    }
    if size > LARGE {
        notes.push(Note::new(codes::HANDOUT_LARGE).with("size", megabytes(size)));
    }
    notes.push(Note::new(codes::HANDOUT_LINKABLE));
    notes
}

/// Whether the issuer's bytes that go along hold the recipient's e-mail address or telephone number.
fn names_address(badge: &Badge, hashed: bool) -> bool {
    !badge.described_only()
        && badge
            .report
            .claims
            .recipient
            .iter()
            .any(|id| id.hashed == hashed && matches!(id.kind.as_str(), "email" | "telephone" | "other"))
}

/// A warning about these badges; the first three are named.
pub(crate) fn of_badges(code: &'static str, names: &[String]) -> Note {
    let mut shown: Vec<String> =
        names.iter().take(3).map(|name| words::visible_line(name).into_owned()).collect();
    if names.len() > shown.len() {
        shown.push("…".to_owned());
    }
    Note::new(code).with("count", names.len().to_string()).with("names", shown.join(", "))
}
