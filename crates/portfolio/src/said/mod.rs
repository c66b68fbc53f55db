//! What a hand-out says, whatever it is written as: a page or a PDF.

mod badge;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use verification::Mark;
use words::{Words, visible_line};

use crate::content::Portfolio;

pub(crate) use badge::{
    added_by, competences_of, facts, issued, kind, narrative, sentence, standing, worth_saying,
};

/// Competences shown as bars; what is beyond is said in a sentence.
pub(crate) const BARS: usize = 12;

/// “Amina Haddad: Portfolio”
pub(crate) fn document_title(portfolio: &Portfolio, words: Words) -> String {
    let words = words.for_data();
    match (&portfolio.holder_name, portfolio.title.as_str()) {
        (Some(name), "") => words.page_document_title(&plain(name)),
        (Some(name), title) => format!("{}: {}", plain(name), plain(title)),
        (None, "") => words.page_default_title(),
        (None, title) => plain(title),
    }
}

/// “4 badges, 144 hours: 3 verified, 1 couldn’t be checked”
pub(crate) fn headline(portfolio: &Portfolio, words: Words) -> String {
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

pub(crate) fn found(portfolio: &Portfolio, words: Words) -> String {
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
pub(crate) fn checked_between(portfolio: &Portfolio) -> Option<(Date, Date)> {
    let days = || portfolio.badges.iter().map(|badge| badge.report.at.to_zoned(TimeZone::UTC).date());
    Some((days().min()?, days().max()?))
}

/// “Of 144 hours, 84 hours are stated by verified badges and 60 hours by badges that are not verified.”
pub(crate) fn sum(portfolio: &Portfolio, words: Words) -> String {
    let (all, say) = (portfolio.hours.all, words.for_data());
    match (all.verified, all.unverified) {
        (verified, 0) => words.page_hours_all_verified(&say.work(verified)),
        (0, unverified) => words.page_hours_none_verified(&say.work(unverified)),
        (verified, unverified) => {
            words.page_hours_some_verified(&say.work(unverified), &say.work(all.total()), &say.work(verified))
        }
    }
}

fn plain(text: &str) -> String {
    visible_line(text).into_owned()
}
