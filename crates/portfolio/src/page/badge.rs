//! One badge.

use maud::{Markup, html};
use verification::{CheckId, Mark, Outcome};
use words::Words;

use super::icons::Icon;
use super::{checks, data_url, evidence, text};
use crate::content::{Badge, Portfolio};
use crate::hours::of_badge;
use crate::say::{Standing, mark_sentence, mark_word};

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
    let (icon, tone) = match mark {
        Mark::Verified => (Icon::BadgeCheck, "tone-good"),
        Mark::SignedUnknown => (Icon::Signature, "tone-past"),
        Mark::KeyChanged => (Icon::ShieldAlert, "tone-bad"),
        Mark::Inconclusive => (Icon::CircleQuestionMark, "tone-unsure"),
        Mark::Expired => (Icon::CalendarX, "tone-past"),
        Mark::NotYetValid => (Icon::Hourglass, "tone-past"),
        Mark::Suspended => (Icon::CirclePause, "tone-unsure"),
        Mark::Revoked => (Icon::Ban, "tone-bad"),
        Mark::NotGenuine => (Icon::ShieldX, "tone-solid"),
        Mark::Damaged => (Icon::FileWarning, "tone-bad"),
    };
    html! { span class={ "status " (tone) } { (icon) (mark_word(words, mark)) } }
}

/// “from Open Campus Nordhaven · 2 February 2026, valid until … · 20 hours · Level B1”
fn facts(badge: &Badge, words: Words) -> Markup {
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
    html! { (facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")) }
}

/// The levels of the language framework are written in capitals.
fn shown_level(level: &str) -> String {
    match level {
        "a1" | "a2" | "b1" | "b2" | "c1" | "c2" => level.to_ascii_uppercase(),
        _ => level.to_owned(),
    }
}

/// What the mark means, who vouches, what could not be checked, and when that was.
fn standing(badge: &Badge, words: Words) -> Markup {
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
        let sentence = checks::sentence(check, words);
        if said && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.push(words.page_checked_on(&words.for_data().day_of(badge.report.at)));
    html! { (sentences.join(" ")) }
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
    let claims = &badge.report.claims;
    let mut tags: Vec<(String, Option<u64>)> = claims
        .competencies
        .iter()
        .map(|c| (c.name.clone(), c.minutes.filter(|minutes| *minutes > 0)))
        .collect();
    if tags.is_empty() {
        tags = claims.alignments.iter().filter_map(|a| Some((a.name.clone()?, None))).collect();
    }
    let mut seen = std::collections::BTreeSet::new();
    tags.retain(|(name, minutes)| !name.trim().is_empty() && seen.insert((name.clone(), *minutes)));
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
