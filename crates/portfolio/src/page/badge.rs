//! One badge.

use maud::{Markup, html};
use verification::Mark;
use words::Words;

use super::icons::Icon;
use super::{checks, data_url, evidence, text};
use crate::content::{Badge, Portfolio};
use crate::said::{competences_of, facts, standing};
use crate::say::mark_word;

pub(super) fn badge(portfolio: &Portfolio, badge: &Badge, words: Words) -> Markup {
    let claims = &badge.report.claims;
    html! {
        article class="badge" id=(badge.reference) lang=[text::language(claims.language.as_deref())] {
            (picture(badge))
            div {
                div class="row" {
                    h3 dir="auto" { (text::line(&badge.name)) }
                    span class="push" lang=(words.locale().tag()) { (status(badge.mark, words)) }
                }
                p class="muted" lang=(words.locale().tag()) { (facts(badge, words)) }
            }
            div class="badge__more lines" {
                @if let Some(description) = &claims.description {
                    p class="foreign" dir="auto" { (text::block(description)) }
                }
                p class="small muted" lang=(words.locale().tag()) { (standing(badge, words)) }
                @if badge.described_only() {
                    p class="small" lang=(words.locale().tag()) { strong { (words.page_described_only()) } }
                }
                (earned(badge, words))
                (competences(badge, words))
                (evidence::evidence(portfolio, badge, words))
                div lang=(words.locale().tag()) { (checks::fold(badge, words)) }
            }
        }
    }
}

fn picture(badge: &Badge) -> Markup {
    let tone = match badge.mark {
        Mark::Expired | Mark::NotYetValid => " badge__pic--past",
        Mark::Revoked | Mark::NotGenuine | Mark::Damaged => " badge__pic--bad",
        _ => "",
    };
    html! {
        @match &badge.picture {
            // The name stands beside it.
            Some(picture) => {
                img class={ "badge__pic" (tone) } src=(data_url(picture)) width=(picture.width) height=(picture.height) alt="";
            }
            None => span class={ "badge__pic badge__pic--none" (tone) } { (Icon::Award) },
        }
    }
}

pub(super) fn status(mark: Mark, words: Words) -> Markup {
    let (icon, tone) = look_of_mark(mark);
    html! { span class={ "status tone-" (tone) } { (icon) (mark_word(words, mark)) } }
}

/// How a mark looks: its icon, and the tone that it is shown in.
pub(crate) fn look_of_mark(mark: Mark) -> (Icon, &'static str) {
    match mark {
        Mark::Verified => (Icon::BadgeCheck, "good"),
        Mark::SignedUnknown => (Icon::Signature, "past"),
        Mark::KeyChanged => (Icon::ShieldAlert, "bad"),
        Mark::Inconclusive => (Icon::CircleQuestionMark, "unsure"),
        Mark::Expired => (Icon::CalendarX, "past"),
        Mark::NotYetValid => (Icon::Hourglass, "past"),
        Mark::Suspended => (Icon::CirclePause, "unsure"),
        Mark::Revoked => (Icon::Ban, "bad"),
        Mark::NotGenuine => (Icon::ShieldX, "solid"),
        Mark::Damaged => (Icon::FileWarning, "bad"),
    }
}

fn earned(badge: &Badge, words: Words) -> Markup {
    let claims = &badge.report.claims;
    html! {
        @if let Some(criteria) = &claims.criteria {
            p class="foreign muted" dir="auto" {
                strong lang=(words.locale().tag()) { (words.page_earned()) } " " (text::block(criteria))
            }
        }
        @if let Some(url) = claims.criteria_url.as_deref().filter(|url| crate::compose::https(url)) {
            p class="small" {
                @if claims.criteria.is_none() { strong lang=(words.locale().tag()) { (words.page_earned()) } " " }
                (text::link(url, &words.for_data().page_criteria_link(), None))
            }
        }
    }
}

fn competences(badge: &Badge, words: Words) -> Markup {
    let tags = competences_of(badge);
    html! {
        @if !tags.is_empty() {
            ul class="tags" aria-label=(words.page_competences()) {
                @for (name, minutes) in tags {
                    li class="tag" {
                        (text::line(&name))
                        @if let Some(minutes) = minutes { " · " (words.work_short(minutes)) }
                    }
                }
            }
        }
    }
}
