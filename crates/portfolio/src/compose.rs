//! Puts a portfolio together, and says what to look at before it goes out.

use openbadges::{Note, limits};
use verification::{Mark, mark_at};
use words::Words;

use crate::codes;
use crate::content::{Badge, Evidence, EvidenceContent, Portfolio, Section, SectionKind};
use crate::error::ComposeError;
use crate::hours::Hours;
use crate::pixels::{self, picture};
use crate::request::{BadgeForPortfolio, ComposeRequest, EvidenceForPortfolio, EvidenceKind};
use crate::warnings;

/// A portfolio, and what its holder should know before handing it out.
#[derive(Debug, Clone)]
pub struct Composed {
    /// What goes out.
    pub portfolio: Portfolio,
    /// What to look at, most important first.
    pub warnings: Vec<Note>,
}

/// Puts it together. Badges that are not genuine stay out, with a warning: nobody is to hand out a forgery unaware.
pub fn compose(request: ComposeRequest) -> Result<Composed, ComposeError> {
    let words = Words::new(request.language).for_data();
    let mut notes = Vec::new();
    let mut left_out = Vec::new();
    let mut ids = Vec::new();
    let mut badges: Vec<Badge> = Vec::new();
    for badge in request.badges {
        let mark = mark_at(&badge.report, request.now);
        let name = badge_name(&badge, words);
        if mark == Mark::NotGenuine {
            left_out.push(name);
            continue;
        }
        ids.push(badge.id.clone());
        badges.push(one(badge, badges.len(), name, mark, words, &mut notes));
    }
    if badges.is_empty() {
        return Err(ComposeError::Empty);
    }

    let mut sections: Vec<Section> = request
        .sections
        .into_iter()
        .map(|section| Section {
            kind: section.kind,
            title: section.title.trim().to_owned(),
            text: section.text.trim().to_owned(),
            badges: section.badges.iter().filter_map(|id| ids.iter().position(|known| known == id)).collect(),
        })
        .filter(|section| !section.badges.is_empty())
        .collect();
    let rest: Vec<usize> =
        (0..badges.len()).filter(|at| !sections.iter().any(|section| section.badges.contains(at))).collect();
    if !rest.is_empty() {
        let (title, text) = (String::new(), String::new());
        sections.push(Section { kind: SectionKind::Selection, title, text, badges: rest });
    }

    let hours = Hours::of(badges.iter().map(|badge| (&badge.report.claims, badge.mark)));
    let portfolio = Portfolio {
        id: request.id,
        created_at: request.now,
        expires_at: request.expires_at,
        audience: filled(request.audience),
        language: request.language,
        app: request.app,
        holder_name: filled(Some(request.holder_name)),
        title: request.title.trim().to_owned(),
        text: request.text.trim().to_owned(),
        sections,
        badges,
        documents: request
            .documents
            .into_iter()
            .filter(|document| document.url.starts_with("https://"))
            .collect(),
        hours,
    };
    let size = about(&portfolio);
    if size > limits::FILE as u64 {
        return Err(ComposeError::TooLarge { size });
    }
    if !left_out.is_empty() {
        notes.insert(0, warnings::of_badges(codes::HANDOUT_NOT_GENUINE_LEFT_OUT, &left_out));
    }
    notes.extend(warnings::warnings(&portfolio, size));
    Ok(Composed { portfolio, warnings: notes })
}

fn one(
    badge: BadgeForPortfolio,
    at: usize,
    name: String,
    mark: Mark,
    words: Words,
    notes: &mut Vec<Note>,
) -> Badge {
    let image = badge.image.as_deref();
    Badge {
        reference: format!("b{}", at + 1),
        issuer: issuer_name(&badge, words),
        name,
        mark,
        picture: image.and_then(|bytes| picture(bytes, pixels::BADGE_EDGE)),
        thumbnail: image.and_then(|bytes| picture(bytes, pixels::THUMBNAIL_EDGE)),
        credentials: badge.credentials,
        evidence: badge
            .evidence
            .into_iter()
            .filter_map(|evidence| attached(evidence, words, notes))
            .collect(),
        report: badge.report,
    }
}

fn attached(evidence: EvidenceForPortfolio, words: Words, notes: &mut Vec<Note>) -> Option<Evidence> {
    let name = filled(Some(evidence.name));
    let content = match evidence.kind {
        EvidenceKind::File(payload) => {
            let picture = picture(&payload.bytes, pixels::EVIDENCE_EDGE);
            EvidenceContent::File { payload, picture }
        }
        EvidenceKind::Text(text) => EvidenceContent::Text(text),
        EvidenceKind::Link(url) if https(&url) => EvidenceContent::Link(url),
        EvidenceKind::Link(url) => {
            notes.push(Note::new(codes::HANDOUT_LINK_LEFT_OUT).with("name", name.unwrap_or(url)));
            return None;
        }
    };
    let name = name.unwrap_or_else(|| match &content {
        EvidenceContent::Link(url) => url.clone(),
        _ => words.page_evidence_unnamed(),
    });
    Some(Evidence { name, caption: evidence.caption.trim().to_owned(), content })
}

fn badge_name(badge: &BadgeForPortfolio, words: Words) -> String {
    filled(badge.report.claims.name.clone()).unwrap_or_else(|| words.page_badge_unnamed())
}

fn issuer_name(badge: &BadgeForPortfolio, words: Words) -> String {
    let issuer = &badge.report.claims.issuer;
    filled(issuer.name.clone())
        .or_else(|| filled(issuer.url.clone()))
        .or_else(|| filled(issuer.id.clone()))
        .unwrap_or_else(|| words.page_issuer_unnamed())
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Whether an address may stand as a link in a hand-out.
pub(crate) fn https(address: &str) -> bool {
    url::Url::parse(address)
        .is_ok_and(|url| url.scheme() == "https" && url.host_str().is_some_and(|h| !h.is_empty()))
}

/// About how many bytes the page takes: everything once as base64, pictures twice.
fn about(portfolio: &Portfolio) -> u64 {
    let mut bytes = 64 * 1024;
    for badge in &portfolio.badges {
        bytes += 8 * 1024;
        bytes += badge.credentials.iter().map(|payload| payload.bytes.len()).sum::<usize>();
        bytes += 2 * badge.picture.as_ref().map_or(0, |picture| picture.bytes.len());
        for evidence in &badge.evidence {
            bytes += 1024 + evidence.content.payload().map_or(0, |(_, bytes)| bytes.len());
            if let EvidenceContent::File { picture: Some(picture), .. } = &evidence.content {
                bytes += picture.bytes.len();
            }
        }
    }
    bytes += portfolio.documents.iter().filter_map(|d| d.bytes.as_ref().map(Vec::len)).sum::<usize>();
    (bytes as u64).div_ceil(3) * 4
}
