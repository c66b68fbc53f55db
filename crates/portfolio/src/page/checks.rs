//! What was checked of a badge, line by line, behind a fold.

use maud::{Markup, html};
use verification::{Check, CheckId, Outcome};
use words::Words;

use super::icons::Icon;
use crate::content::Badge;
use crate::say::{Shown, check_title, outcome_word, shown};

/// What a check says to somebody who is not its holder: never an address, never “you”.
pub(super) fn sentence(check: &Check, words: Words) -> String {
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

pub(super) fn fold(badge: &Badge, words: Words) -> Markup {
    // The mail a badge came in is the holder's own business.
    let checks: Vec<&Check> = badge
        .report
        .checks
        .iter()
        .filter(|check| check.outcome != Outcome::NotApplicable && check.id != CheckId::Mail)
        .collect();
    html! {
        @if !checks.is_empty() {
            details class="fold" {
                summary { (Icon::ChevronRight) (words.page_checks()) }
                ul class="checks" {
                    @for check in checks { (line(check, words)) }
                }
            }
        }
    }
}

fn line(check: &Check, words: Words) -> Markup {
    let shown = shown(check.id, check.outcome);
    let (icon, tone) = match shown {
        Shown::Good => (Icon::CircleCheck, "tone-good"),
        Shown::NotGood => (Icon::CircleX, "tone-bad"),
        Shown::Unsure | Shown::AnotherAddress => (Icon::CircleQuestionMark, "tone-unsure"),
        Shown::Nothing => (Icon::CircleMinus, "tone-past"),
        Shown::Information => (Icon::Info, "tone-past"),
    };
    html! {
        li class=(tone) {
            (icon)
            h4 class="small" {
                (check_title(words, check.id))
                span class="word" { (outcome_word(words, shown)) }
            }
            p { (sentence(check, words)) }
            @if check.id != CheckId::Recipient {
                @for note in &check.notes { p class="muted" { (words.code(&note.code, &note.args).message) } }
            }
        }
    }
}
