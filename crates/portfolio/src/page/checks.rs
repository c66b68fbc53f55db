//! What was checked of a badge, line by line, behind a fold.

use maud::{Markup, html};
use verification::{Check, CheckId};
use words::Words;

use super::icons::Icon;
use crate::content::Badge;
use crate::said::{sentence, worth_saying};
use crate::say::{Shown, check_title, outcome_word, shown};

pub(super) fn fold(badge: &Badge, words: Words) -> Markup {
    let checks = worth_saying(badge);
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
    let (icon, tone) = look_of_check(shown);
    html! {
        li class={ "tone-" (tone) } {
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

/// How a check looks: its icon, and the tone that it is shown in.
pub(crate) fn look_of_check(shown: Shown) -> (Icon, &'static str) {
    match shown {
        Shown::Good => (Icon::CircleCheck, "good"),
        Shown::NotGood => (Icon::CircleX, "bad"),
        Shown::Unsure | Shown::AnotherAddress => (Icon::CircleQuestionMark, "unsure"),
        Shown::Nothing => (Icon::CircleMinus, "past"),
        Shown::Information => (Icon::Info, "past"),
    }
}
