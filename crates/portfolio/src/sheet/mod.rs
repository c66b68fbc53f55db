//! A portfolio worded for paper: the words of the page as plain data, for whoever sets them. Every text is safe to be set
//! as text (nothing hides in it) and bounded; every address in it is https or no link.

mod badge;
mod text;

use jiff::Timestamp;
use serde::Serialize;
use words::Words;

use crate::content::{Portfolio, Section};
use crate::pixels::Picture;
use crate::said;

pub use badge::{SheetBadge, SheetCheck, SheetEvidence, SheetTag};
pub use text::{SheetLink, SheetText};

use text::{block, bounded, line};

/// A portfolio worded for paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// BCP 47.
    pub language: &'static str,
    /// What the file is called inside.
    pub title: String,
    /// Who put it together, where they gave a name.
    pub author: Option<String>,
    /// When it was put together.
    #[serde(skip)]
    pub created_at: Timestamp,
    /// The largest words on it: the holder's name, else the title.
    pub name: String,
    /// The title, where the name is the largest.
    pub lead: Option<String>,
    /// The holder's own words.
    pub text: SheetText,
    /// For whom, and until when.
    pub terms: Vec<String>,
    /// “4 badges, 144 hours: 3 verified, 1 couldn’t be checked”
    pub headline: String,
    /// Who found that, and when.
    pub found: String,
    /// Drawn beside it.
    pub icon: &'static str,
    /// Drawn where a badge has no picture.
    pub award: &'static str,
    /// The badges under their headings.
    pub sections: Vec<SheetSection>,
    /// Hours added up.
    pub hours: Option<SheetHours>,
    /// How a reader can check for themselves.
    pub how: SheetHow,
    /// Heading over what was checked of each badge.
    pub checks: String,
    /// Who put it together.
    pub foot: String,
    /// To be said where the typefaces lack a sign.
    pub without_sign: String,
    /// The pictures, named by their place in this list.
    #[serde(skip)]
    pub pictures: Vec<Picture>,
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetSection {
    /// The heading.
    pub title: String,
    /// The holder's words about it.
    pub text: SheetText,
    /// The badges.
    pub badges: Vec<SheetBadge>,
}

/// Hours added up.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetHours {
    /// The heading.
    pub title: String,
    /// The sum, in a sentence.
    pub sum: String,
    /// By competence, most first.
    pub bars: Vec<SheetBar>,
    /// What is not shown.
    pub more: Option<String>,
    /// The word for what verified badges state.
    pub verified: String,
    /// The word for what other badges state, where there is any.
    pub unverified: Option<String>,
}

/// The hours of a competence as a bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetBar {
    /// The competence.
    pub name: String,
    /// Its length as a share of the longest, as far as verified badges state it.
    pub verified: f64,
    /// The rest of it.
    pub unverified: f64,
    /// The hours in words.
    pub value: String,
}

/// How a reader can check for themselves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetHow {
    /// The heading.
    pub title: String,
    /// What a signature is.
    pub signed: String,
    /// “To be quite sure,”
    pub sure: String,
    /// what to do.
    pub open: String,
    /// The steps of it.
    pub steps: Vec<String>,
    /// What the signature over the whole says and does not say.
    pub whole: String,
}

/// The words of a portfolio, for paper. `words` chooses the language.
pub fn sheet(portfolio: &Portfolio, words: Words) -> Sheet {
    let words = words.for_reading();
    let say = words.for_data();
    let mut pictures = Vec::new();
    let sections = portfolio.sections.iter().enumerate();
    let sections: Vec<SheetSection> =
        sections.map(|(at, section)| section_of(portfolio, section, at, words, &mut pictures)).collect();
    let (name, lead) = match &portfolio.holder_name {
        Some(name) => (line(name), Some(line(&portfolio.title)).filter(|title| !title.is_empty())),
        None if portfolio.title.is_empty() => (words.page_default_title(), None),
        None => (line(&portfolio.title), None),
    };
    let terms = [
        portfolio.audience.as_ref().map(|audience| bounded(&words.page_for(audience))),
        portfolio.expires_at.map(|end| words.page_until(&say.day_of(end))),
    ];
    let date = say.day_of(portfolio.created_at);
    let since = said::checked_between(portfolio).map(|(first, _)| say.date(first)).unwrap_or_default();
    Sheet {
        language: words.locale().tag(),
        title: line(&said::document_title(portfolio, words)),
        author: portfolio.holder_name.as_deref().map(line),
        created_at: portfolio.created_at,
        name,
        lead,
        text: block(&portfolio.text),
        terms: terms.into_iter().flatten().collect(),
        headline: said::headline(portfolio, words),
        found: bounded(&said::found(portfolio, words)),
        icon: crate::page::SHIELD_CHECK.shape(),
        award: crate::page::AWARD.shape(),
        sections,
        hours: hours(portfolio, words),
        how: SheetHow {
            title: words.page_how(),
            signed: words.page_how_signed(&since),
            sure: words.page_how_sure(),
            open: words.page_how_open(),
            steps: vec![words.page_how_step_save(), words.page_how_step_open(), words.page_how_step_read()],
            whole: words.page_how_whole(),
        },
        checks: words.page_checks(),
        foot: bounded(&match &portfolio.holder_name {
            Some(name) => words.page_foot(&date, name),
            None => words.page_foot_nameless(&date),
        }),
        without_sign: words.page_without_sign(),
        pictures,
    }
}

fn section_of(
    portfolio: &Portfolio,
    section: &Section,
    at: usize,
    words: Words,
    pictures: &mut Vec<Picture>,
) -> SheetSection {
    SheetSection {
        title: match (section.title.as_str(), at) {
            ("", 0) => words.page_badges_heading(),
            ("", _) => words.page_further_badges(),
            (title, _) => line(title),
        },
        text: block(&section.text),
        badges: section
            .badges
            .iter()
            .filter_map(|at| portfolio.badges.get(*at))
            .map(|badge| badge::badge(portfolio, badge, words, pictures))
            .collect(),
    }
}

fn hours(portfolio: &Portfolio, words: Words) -> Option<SheetHours> {
    let hours = &portfolio.hours;
    if hours.all.total() == 0 {
        return None;
    }
    let longest = hours.by_competence.iter().map(|c| c.minutes.total()).max().unwrap_or_default();
    let share = |minutes: u64| minutes as f64 / longest.max(1) as f64;
    let unverified = hours.by_competence.iter().any(|c| c.minutes.unverified > 0);
    Some(SheetHours {
        title: if longest > 0 { words.page_hours_by_competence() } else { words.page_hours() },
        sum: said::sum(portfolio, words),
        bars: hours
            .by_competence
            .iter()
            .take(said::BARS)
            .map(|competence| SheetBar {
                name: line(&competence.name),
                verified: share(competence.minutes.verified),
                unverified: share(competence.minutes.unverified),
                value: words.work_short(competence.minutes.total()),
            })
            .collect(),
        more: hours
            .by_competence
            .len()
            .checked_sub(said::BARS)
            .filter(|more| *more > 0)
            .map(|more| words.page_hours_more(more)),
        verified: words.page_hours_verified(),
        unverified: unverified.then(|| words.page_hours_unverified()),
    })
}
