//! A portfolio as plain data: everything a renderer needs, nothing that changes.

use jiff::Timestamp;
use openbadges::Digest;
use uuid::Uuid;
use verification::{Mark, VerificationReport};
use words::Locale;

use crate::hours::Hours;
use crate::pixels::Picture;

/// What goes out: the learner's choice, with each badge's report frozen at its date.
#[derive(Debug, Clone)]
pub struct Portfolio {
    /// One for each hand-out.
    pub id: Uuid,
    /// When it was put together.
    pub created_at: Timestamp,
    /// Until when it is meant to be read.
    pub expires_at: Option<Timestamp>,
    /// For whom it was put together.
    pub audience: Option<String>,
    /// The language of the page's own words and of the holder's texts.
    pub language: Locale,
    /// Program and version, e.g. `badgefolio/0.1.0`.
    pub app: String,
    /// The name its holder goes by.
    pub holder_name: Option<String>,
    /// Its title; may be empty where there is a name.
    pub title: String,
    /// The holder's own words.
    pub text: String,
    /// In which order and under which headings.
    pub sections: Vec<Section>,
    /// All badges, `b1` first.
    pub badges: Vec<Badge>,
    /// What the verification rested on.
    pub documents: Vec<SenderDocument>,
    /// Hours added up.
    pub hours: Hours,
}

/// What a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// Badges picked for this hand-out.
    Selection,
    /// One of the learner's stacks.
    Stack,
}

impl SectionKind {
    /// As written into the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            SectionKind::Selection => "selection",
            SectionKind::Stack => "stack",
        }
    }
}

/// A heading and the badges below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Selection or stack.
    pub kind: SectionKind,
    /// Its heading; may be empty.
    pub title: String,
    /// The holder's words about it; may be empty.
    pub text: String,
    /// Positions in [`Portfolio::badges`].
    pub badges: Vec<usize>,
}

/// A badge of a portfolio.
#[derive(Debug, Clone)]
pub struct Badge {
    /// `b1`, `b2`, …
    pub reference: String,
    /// Its name; never empty.
    pub name: String,
    /// Its issuer's name; never empty.
    pub issuer: String,
    /// How it stands at the moment of putting together.
    pub mark: Mark,
    /// What was found, and when.
    pub report: VerificationReport,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The same, small, for the head of the page.
    pub thumbnail: Option<Picture>,
    /// The issuer's bytes; empty: only described.
    pub credentials: Vec<Payload>,
    /// What the holder added.
    pub evidence: Vec<Evidence>,
}

/// Bytes and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// Media type.
    pub media_type: String,
    /// The bytes, verbatim.
    pub bytes: Vec<u8>,
}

/// A piece of the holder's evidence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Its name; never empty.
    pub name: String,
    /// What the holder says about it; may be empty.
    pub caption: String,
    /// What it is.
    pub content: EvidenceContent,
}

/// What a piece of evidence is.
#[derive(Debug, Clone)]
pub enum EvidenceContent {
    /// A file, and where it is a picture, that picture small enough for the page.
    File {
        /// Media type and bytes.
        payload: Payload,
        /// A small picture of it.
        picture: Option<Picture>,
    },
    /// A text the holder wrote.
    Text(String),
    /// An https address.
    Link(String),
}

impl EvidenceContent {
    /// What travels: media type and bytes. Nothing for a link.
    pub fn payload(&self) -> Option<(&str, &[u8])> {
        match self {
            EvidenceContent::File { payload, .. } => Some((&payload.media_type, &payload.bytes)),
            EvidenceContent::Text(text) => Some(("text/plain; charset=utf-8", text.as_bytes())),
            EvidenceContent::Link(_) => None,
        }
    }
}

/// A document the verification used, as the sender has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderDocument {
    /// Its address.
    pub url: String,
    /// Media type it was served as.
    pub media_type: String,
    /// HTTP status.
    pub status: u16,
    /// When it was fetched.
    pub fetched_at: Timestamp,
    /// Its bytes, if there were any.
    pub bytes: Option<Vec<u8>>,
}

impl Badge {
    /// Whether the badge itself travels, or only words about it.
    pub fn described_only(&self) -> bool {
        self.credentials.is_empty()
    }

    /// The digest of the credential that leads.
    pub(crate) fn digest(&self) -> Option<Digest> {
        self.credentials.first().map(|payload| Digest::of(&payload.bytes))
    }
}
