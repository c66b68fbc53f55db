//! Evidence: the issuer's, and the holder's own.

use maud::{Markup, html};
use openbadges::Evidence as IssuerEvidence;
use words::Words;

use super::icons::Icon;
use super::{data_url, text};
use crate::content::{Badge, Evidence, EvidenceContent, Portfolio};
use crate::said::{added_by, issued, kind, narrative};

pub(super) fn evidence(portfolio: &Portfolio, badge: &Badge, words: Words) -> Markup {
    let issued = issued(badge);
    html! {
        @if !issued.is_empty() || !badge.evidence.is_empty() {
            ul class="evidence" aria-label=(words.page_evidence()) {
                @for evidence in issued { (from_issuer(evidence, words)) }
                @for evidence in &badge.evidence { (from_holder(portfolio, evidence, words)) }
            }
        }
    }
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
            @if let Some(said) = narrative(evidence) { p class="foreign" dir="auto" { (text::block(said)) } }
        }
    }
}

fn from_holder(portfolio: &Portfolio, evidence: &Evidence, words: Words) -> Markup {
    let icon = match evidence.content {
        EvidenceContent::Link(_) => Icon::Link,
        EvidenceContent::Text(_) => Icon::FileText,
        EvidenceContent::File { .. } => Icon::Paperclip,
    };
    let by = added_by(portfolio, words);
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
