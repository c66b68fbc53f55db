//! The head of the page: who, what for, and what was found in one sentence.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use verification::Mark;
use words::Words;

use super::icons::Icon;
use super::{data_url, text};
use crate::content::Portfolio;

pub(super) fn document_title(portfolio: &Portfolio, words: Words) -> String {
    let words = words.for_data();
    match (&portfolio.holder_name, portfolio.title.as_str()) {
        (Some(name), "") => words.page_document_title(&text::plain(name)),
        (Some(name), title) => format!("{}: {}", text::plain(name), text::plain(title)),
        (None, "") => words.page_default_title(),
        (None, title) => text::plain(title),
    }
}

pub(super) fn hero(portfolio: &Portfolio, words: Words) -> Markup {
    let pictures: Vec<_> =
        portfolio.badges.iter().filter_map(|badge| badge.thumbnail.as_ref()).take(4).collect();
    html! {
        header class="hero" {
            div class="wrap hero__in" {
                div class="lines lines--head" {
                    @match &portfolio.holder_name {
                        Some(name) => {
                            h1 dir="auto" { (text::line(name)) }
                            @if !portfolio.title.is_empty() {
                                p class="lead lead--strong" dir="auto" { (text::line(&portfolio.title)) }
                            }
                        }
                        None if portfolio.title.is_empty() => h1 { (words.page_default_title()) },
                        None => h1 dir="auto" { (text::line(&portfolio.title)) },
                    }
                    @if !portfolio.text.is_empty() {
                        p class="lead foreign" dir="auto" { (text::block(&portfolio.text)) }
                    }
                    @if let Some(audience) = &portfolio.audience {
                        p class="muted small" { (words.page_for(audience)) }
                    }
                    @if let Some(end) = portfolio.expires_at {
                        p class="muted small" { (words.page_until(&words.for_data().day_of(end))) }
                    }
                }
                @if !pictures.is_empty() {
                    div class=(if pictures.len() == 1 { "hero__row hero__row--one" } else { "hero__row" }) aria-hidden="true" {
                        @for picture in pictures { img src=(data_url(picture)) width=(picture.width) height=(picture.height) alt=""; }
                    }
                }
            }
        }
    }
}

pub(super) fn summary(portfolio: &Portfolio, words: Words) -> Markup {
    html! {
        div class="callout" {
            (Icon::ShieldCheck.sized("icon--lg"))
            h2 { (headline(portfolio, words)) }
            p { (found(portfolio, words)) }
            a class="btn no-print" href="#how" { (words.page_check_link()) }
        }
    }
}

/// “4 badges, 144 hours: 3 verified, 1 couldn’t be checked”
fn headline(portfolio: &Portfolio, words: Words) -> String {
    let words = words.for_data();
    let mut marks: BTreeMap<Mark, usize> = BTreeMap::new();
    for badge in &portfolio.badges {
        *marks.entry(badge.mark).or_default() += 1;
    }
    let said: Vec<String> = marks.into_iter().map(|(mark, count)| counted(words, mark, count)).collect();
    let badges = words.page_badges(portfolio.badges.len());
    match portfolio.hours.all.total() {
        0 => words.page_headline(&badges, &said.join(", ")),
        minutes => words.page_headline_hours(&badges, &words.work(minutes), &said.join(", ")),
    }
}

fn counted(words: Words, mark: Mark, count: usize) -> String {
    match mark {
        Mark::Verified => words.page_count_verified(count),
        Mark::SignedUnknown => words.page_count_signed_unknown(count),
        Mark::KeyChanged => words.page_count_key_changed(count),
        Mark::Inconclusive => words.page_count_inconclusive(count),
        Mark::Expired => words.page_count_expired(count),
        Mark::NotYetValid => words.page_count_not_yet_valid(count),
        Mark::Suspended => words.page_count_suspended(count),
        Mark::Revoked => words.page_count_revoked(count),
        Mark::NotGenuine => words.page_count_not_genuine(count),
        Mark::Damaged => words.page_count_damaged(count),
    }
}

fn found(portfolio: &Portfolio, words: Words) -> String {
    let dates = checked_between(portfolio);
    let say = words.for_data();
    match (&portfolio.holder_name, dates) {
        (Some(name), Some((first, last))) if first != last => {
            words.page_found_between(&say.date(first), &say.date(last), name)
        }
        (None, Some((first, last))) if first != last => {
            words.page_found_between_nameless(&say.date(first), &say.date(last))
        }
        (Some(name), Some((date, _))) => words.page_found(&say.date(date), name),
        (None, Some((date, _))) => words.page_found_nameless(&say.date(date)),
        (_, None) => String::new(),
    }
}

/// The first and the last day on which a badge of this portfolio was checked.
pub(super) fn checked_between(portfolio: &Portfolio) -> Option<(Date, Date)> {
    let days = || portfolio.badges.iter().map(|badge| badge.report.at.to_zoned(TimeZone::UTC).date());
    Some((days().min()?, days().max()?))
}
