//! What a hand-out is put together from.

use jiff::Timestamp;
use uuid::Uuid;
use verification::VerificationReport;
use words::Locale;

use crate::content::{Payload, SectionKind, SenderDocument};

/// What is to go out. Time and randomness come in here.
#[derive(Debug, Clone)]
pub struct ComposeRequest {
    /// A new random id.
    pub id: Uuid,
    /// The clock.
    pub now: Timestamp,
    /// Program and version, e.g. `badgefolio/0.1.0`.
    pub app: String,
    /// The language of the page.
    pub language: Locale,
    /// Its title; may be empty.
    pub title: String,
    /// The holder's own words; may be empty.
    pub text: String,
    /// The holder's name; may be empty.
    pub holder_name: String,
    /// For whom it is.
    pub audience: Option<String>,
    /// Until when it is meant to be read.
    pub expires_at: Option<Timestamp>,
    /// All badges.
    pub badges: Vec<BadgeForPortfolio>,
    /// Headings over them. Badges in no section stand in one without a heading, at the end.
    pub sections: Vec<SectionRequest>,
    /// What the verification rested on. Only https documents travel.
    pub documents: Vec<SenderDocument>,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct SectionRequest {
    /// Selection or stack.
    pub kind: SectionKind,
    /// The heading; may be empty.
    pub title: String,
    /// The holder's words; may be empty.
    pub text: String,
    /// [`BadgeForPortfolio::id`] of the badges below it.
    pub badges: Vec<String>,
}

/// A badge that is to go out.
#[derive(Debug, Clone)]
pub struct BadgeForPortfolio {
    /// The wallet's id; used for sections and warnings, never written into the hand-out.
    pub id: String,
    /// Its newest report; what is shown of the badge is what the report's claims say.
    pub report: VerificationReport,
    /// Its picture as PNG, JPEG, GIF or WebP. An SVG is drawn by the caller.
    pub image: Option<Vec<u8>>,
    /// The issuer's bytes, the leading copy first; empty: only described.
    pub credentials: Vec<Payload>,
    /// The holder's evidence that goes along.
    pub evidence: Vec<EvidenceForPortfolio>,
}

/// A piece of evidence that goes along.
#[derive(Debug, Clone)]
pub struct EvidenceForPortfolio {
    /// Its name.
    pub name: String,
    /// What the holder says about it; may be empty.
    pub caption: String,
    /// What it is.
    pub kind: EvidenceKind,
}

/// What a piece of evidence is.
#[derive(Debug, Clone)]
pub enum EvidenceKind {
    /// A file.
    File(Payload),
    /// A text.
    Text(String),
    /// An address; only https goes out.
    Link(String),
}
