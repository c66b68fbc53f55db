//! One badge, worded for paper.

use openbadges::Evidence as IssuerEvidence;
use serde::Serialize;
use words::Words;

use super::text::{SheetLink, SheetText, apart, block, bounded, line, link};
use crate::content::{Badge, Evidence, EvidenceContent, Portfolio};
use crate::page::{ATTACHED, LINK, NOTE, look_of_check, look_of_mark};
use crate::pixels::Picture;
use crate::said;
use crate::say::{check_title, mark_word, outcome_word, shown};

/// One badge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetBadge {
    /// Its name.
    pub name: String,
    /// Language of its texts, where it says: two or three letters.
    pub language: Option<String>,
    /// Its picture: a place in [`super::Sheet::pictures`].
    pub picture: Option<usize>,
    /// “Verified”, “Couldn’t be checked” …
    pub mark: String,
    /// Drawn beside the mark: the paths of a picture of 24 by 24.
    pub icon: &'static str,
    /// `good`, `unsure`, `past`, `bad` or `solid`.
    pub tone: &'static str,
    /// By whom, when, how much.
    pub facts: String,
    /// What it is about.
    pub description: SheetText,
    /// What the mark means.
    pub standing: String,
    /// That nobody can check it, where that is so.
    pub described_only: Option<String>,
    /// “How it was earned.”, where something is said about it.
    pub earned: Option<String>,
    /// What was asked of its holder.
    pub criteria: SheetText,
    /// The issuer's page about that.
    pub criteria_link: Option<SheetLink>,
    /// What it stands for.
    pub tags: Vec<SheetTag>,
    /// Evidence, the issuer's and the holder's.
    pub evidence: Vec<SheetEvidence>,
    /// What was checked.
    pub checks: Vec<SheetCheck>,
}

/// A competence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetTag {
    /// Its name.
    pub name: String,
    /// The time spent on it.
    pub value: Option<String>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetEvidence {
    /// Drawn beside it.
    pub icon: &'static str,
    /// What it is called, and where it leads.
    pub link: SheetLink,
    /// What is said about it.
    pub text: SheetText,
    /// A text that is the evidence.
    pub quote: SheetText,
    /// A picture that is the evidence: a place in [`super::Sheet::pictures`].
    pub picture: Option<usize>,
    /// What stands for the picture where it cannot be seen.
    pub alt: String,
    /// What a file is that cannot be shown.
    pub file: Option<String>,
}

/// A check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetCheck {
    /// Drawn beside it.
    pub icon: &'static str,
    /// `good`, `unsure`, `past` or `bad`.
    pub tone: &'static str,
    /// What was looked at.
    pub title: String,
    /// How it is.
    pub word: String,
    /// What that means.
    pub text: String,
}

pub(super) fn badge(
    portfolio: &Portfolio,
    badge: &Badge,
    words: Words,
    pictures: &mut Vec<Picture>,
) -> SheetBadge {
    let claims = &badge.report.claims;
    let (icon, tone) = look_of_mark(badge.mark);
    let criteria_link = claims
        .criteria_url
        .as_deref()
        .filter(|url| crate::compose::https(url))
        .map(|url| link(url, &words.for_data().page_criteria_link(), None));
    let criteria = block(claims.criteria.as_deref().unwrap_or_default());
    let issued = said::issued(badge).into_iter().map(|evidence| from_issuer(evidence, words));
    let mut evidence: Vec<SheetEvidence> = issued.collect();
    for piece in &badge.evidence {
        evidence.push(from_holder(portfolio, piece, words, pictures));
    }
    SheetBadge {
        name: line(&badge.name),
        language: crate::page::language(claims.language.as_deref()).and_then(|tag| primary(&tag)),
        picture: laid(badge.picture.as_ref(), pictures),
        mark: mark_word(words, badge.mark),
        icon: icon.shape(),
        tone,
        facts: bounded(&said::facts(badge, words)),
        description: block(claims.description.as_deref().unwrap_or_default()),
        standing: bounded(&said::standing(badge, words)),
        described_only: badge.described_only().then(|| words.page_described_only()),
        earned: (!criteria.is_empty() || criteria_link.is_some()).then(|| words.page_earned()),
        criteria,
        criteria_link,
        tags: said::competences_of(badge)
            .into_iter()
            .map(|(name, minutes)| SheetTag {
                name: line(&name),
                value: minutes.map(|minutes| words.work_short(minutes)),
            })
            .collect(),
        evidence,
        checks: said::worth_saying(badge)
            .into_iter()
            .map(|check| {
                let shown = shown(check.id, check.outcome);
                let (icon, tone) = look_of_check(shown);
                SheetCheck {
                    icon: icon.shape(),
                    tone,
                    title: check_title(words, check.id),
                    word: outcome_word(words, shown),
                    text: bounded(&said::sentence(check, words)),
                }
            })
            .collect(),
    }
}

fn primary(tag: &str) -> Option<String> {
    let language = tag.split('-').next()?;
    let known = matches!(language.len(), 2..=3) && language != "und";
    (known && language.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| language.to_owned())
}

fn laid(picture: Option<&Picture>, pictures: &mut Vec<Picture>) -> Option<usize> {
    pictures.push(picture?.clone());
    Some(pictures.len() - 1)
}

fn from_issuer(evidence: &IssuerEvidence, words: Words) -> SheetEvidence {
    let unnamed = words.for_data().page_evidence_unnamed();
    let name = evidence.name.as_deref().unwrap_or(&unnamed);
    let from = words.page_evidence_issuer();
    SheetEvidence {
        icon: ATTACHED.shape(),
        link: match evidence.url.as_deref() {
            Some(url) => link(url, name, Some(&from)),
            None => SheetLink { name: apart(name), href: None, beside: format!("({from})") },
        },
        text: block(said::narrative(evidence).unwrap_or_default()),
        quote: Vec::new(),
        picture: None,
        alt: String::new(),
        file: None,
    }
}

fn from_holder(
    portfolio: &Portfolio,
    evidence: &Evidence,
    words: Words,
    pictures: &mut Vec<Picture>,
) -> SheetEvidence {
    let by = said::added_by(portfolio, words);
    let named =
        || SheetLink { name: apart(&evidence.name), href: None, beside: format!("({})", bounded(&by)) };
    let mut sheet = SheetEvidence {
        icon: ATTACHED.shape(),
        link: named(),
        text: block(&evidence.caption),
        quote: Vec::new(),
        picture: None,
        alt: line(&evidence.name),
        file: None,
    };
    match &evidence.content {
        EvidenceContent::Link(url) => {
            sheet.icon = LINK.shape();
            sheet.link = link(url, &evidence.name, Some(&bounded(&by)));
        }
        EvidenceContent::Text(text) => {
            sheet.icon = NOTE.shape();
            sheet.quote = block(text);
        }
        EvidenceContent::File { picture: Some(picture), .. } => {
            sheet.picture = laid(Some(picture), pictures);
        }
        EvidenceContent::File { payload, picture: None } => {
            let size = words.for_data().size(payload.bytes.len() as u64);
            sheet.file = Some(words.page_evidence_file(&said::kind(&payload.media_type), &size));
        }
    }
    sheet
}
