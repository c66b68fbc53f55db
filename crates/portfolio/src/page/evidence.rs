//! Evidence: the issuer's, and the holder's own.

use maud::{Markup, html};
use openbadges::Evidence as IssuerEvidence;
use words::Words;

use super::icons::Icon;
use super::{data_url, text};
use crate::content::{Badge, Evidence, EvidenceContent, Portfolio};

pub(super) fn evidence(portfolio: &Portfolio, badge: &Badge, words: Words) -> Markup {
    let issued: Vec<_> =
        badge.report.claims.evidence.iter().filter(|e| e.url.is_some() || said(e).is_some()).collect();
    html! {
        @if !issued.is_empty() || !badge.evidence.is_empty() {
            ul class="evidence" aria-label=(words.page_evidence()) {
                @for evidence in issued { (from_issuer(evidence, words)) }
                @for evidence in &badge.evidence { (from_holder(portfolio, evidence, words)) }
            }
        }
    }
}

fn said(evidence: &IssuerEvidence) -> Option<&str> {
    evidence.narrative.as_deref().or(evidence.description.as_deref())
}

fn from_issuer(evidence: &IssuerEvidence, words: Words) -> Markup {
    let name = evidence.name.as_deref();
    let from = words.page_evidence_issuer();
    html! {
        li {
            (Icon::Paperclip.sized("icon--sm"))
            span {
                @match (evidence.url.as_deref(), name) {
                    (Some(url), name) => {
                        (text::link(url, name.unwrap_or(&words.for_data().page_evidence_unnamed()), Some(&from)))
                    }
                    (None, name) => {
                        (text::line(name.unwrap_or(&words.for_data().page_evidence_unnamed())))
                        " " span class="muted" { "(" (from) ")" }
                    }
                }
            }
            @if let Some(said) = said(evidence) { p class="foreign" dir="auto" { (text::block(said)) } }
        }
    }
}

fn from_holder(portfolio: &Portfolio, evidence: &Evidence, words: Words) -> Markup {
    let icon = match evidence.content {
        EvidenceContent::Link(_) => Icon::Link,
        EvidenceContent::Text(_) => Icon::FileText,
        EvidenceContent::File { .. } => Icon::Paperclip,
    };
    let by = match &portfolio.holder_name {
        Some(name) => words.page_evidence_holder(name),
        None => words.page_evidence_sender(),
    };
    html! {
        li {
            (icon.sized("icon--sm"))
            span {
                @if let EvidenceContent::Link(url) = &evidence.content {
                    (text::link(url, &evidence.name, Some(&by)))
                } @else {
                    (text::line(&evidence.name)) " " span class="muted" { "(" (by) ")" }
                }
            }
            @if !evidence.caption.is_empty() { p class="foreign" dir="auto" { (text::block(&evidence.caption)) } }
            @match &evidence.content {
                EvidenceContent::File { payload, picture } => {
                    @if let Some(picture) = picture {
                        img src=(data_url(picture)) width=(picture.width) height=(picture.height)
                            alt=(text::plain(&evidence.name));
                    } @else {
                        p class="muted" {
                            (words.page_evidence_file(&kind(&payload.media_type), &words.for_data().size(payload.bytes.len() as u64)))
                        }
                    }
                }
                EvidenceContent::Text(said) => blockquote class="foreign" dir="auto" { (text::block(said)) },
                EvidenceContent::Link(_) => {}
            }
        }
    }
}

/// “PDF”, “MP4”: a media type as people know it.
fn kind(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let sub = essence.split('/').nth(1).unwrap_or(&essence);
    let known = match sub {
        "vnd.oasis.opendocument.text" => "ODT",
        "vnd.oasis.opendocument.spreadsheet" => "ODS",
        "vnd.oasis.opendocument.presentation" => "ODP",
        "vnd.openxmlformats-officedocument.wordprocessingml.document" => "DOCX",
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        "vnd.openxmlformats-officedocument.presentationml.presentation" => "PPTX",
        "msword" => "DOC",
        "plain" => "TXT",
        "quicktime" => "MOV",
        "octet-stream" => "?",
        _ => "",
    };
    if known.is_empty() {
        sub.chars().take(20).collect::<String>().to_ascii_uppercase()
    } else {
        known.to_owned()
    }
}
