//! What comes in: one copy of a badge with everything that belongs to it.

use jiff::Timestamp;
use openbadges::Digest;
use openbadges::award::BadgeId;

use super::{BadgeFields, BadgeState, StoredDocument};

/// A picture of a badge.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The bytes as they came, PNG or SVG.
    pub bytes: Vec<u8>,
    /// Their media type.
    pub media_type: String,
    /// A small PNG made of it, if one could be made.
    pub thumbnail_png: Option<Vec<u8>>,
}

/// A report to be kept with a copy.
#[derive(Clone, PartialEq, Eq)]
pub struct Report {
    /// The report as JSON.
    pub json: String,
    /// The moment it speaks of.
    pub at: Timestamp,
    /// Which verifier, in which version.
    pub verifier: String,
    /// Its verdict.
    pub verdict: String,
    /// Its mark.
    pub mark: String,
}

/// Where a copy was found.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    /// `mail`, `file`, `paste`, `sample`, …
    pub kind: String,
    /// The path inside of it, e.g. `attachment[0]/png:openbadgecredential`.
    pub path: String,
    /// What carried it: `json`, `jwt`, `baked-png`, …
    pub carrier: String,
    /// The digest of the file or message it came in.
    pub container: Option<Digest>,
    /// What is kept of a mail (From, To, Date, Subject, Message-ID), or of a file its name, as JSON.
    pub detail: String,
}

/// One copy of a badge, as [`crate::Backpack::put`] takes it.
#[derive(Clone)]
pub struct NewCopy {
    /// Whether it waits for a yes or is kept at once.
    pub state: BadgeState,
    /// Authority and normalised id.
    pub award_key: String,
    /// The id its badge gets if it is new.
    pub badge_id: BadgeId,
    /// The credential's bytes, verbatim.
    pub payload: Vec<u8>,
    /// The digest of its canonical form.
    pub content_digest: Digest,
    /// `open-badges-3.0`, …
    pub format: String,
    /// `data-integrity/eddsa-rdfc-2022`, …
    pub securing: String,
    /// How much it proves: the copy with the highest rank leads. A copy whose proof did not pass must rank below
    /// every one whose did.
    pub rank: i64,
    /// The first report.
    pub report: Report,
    /// What the badge shows while this copy leads.
    pub fields: BadgeFields,
    /// Its picture.
    pub image: Option<Picture>,
    /// Where it was found.
    pub source: Source,
    /// The documents the report rests on.
    pub documents: Vec<StoredDocument>,
    /// The badge it renews, as [`crate::Backpack::decide`] found.
    pub renews: Option<BadgeId>,
}

/// What became of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// A new badge.
    New(BadgeId),
    /// Another copy of a badge that was there.
    Copy(BadgeId),
    /// The very same was there, in these bytes or another spelling; only the source was added.
    Known(BadgeId),
}

impl Put {
    /// The badge it belongs to.
    pub fn badge(&self) -> &BadgeId {
        let (Put::New(badge) | Put::Copy(badge) | Put::Known(badge)) = self;
        badge
    }
}

macro_rules! quiet {
    ($($name:ident),*) => { $(
        impl std::fmt::Debug for $name {
            /// Says what it is and nothing of what is in it: logs hold no names and no mail text.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )* };
}
quiet!(Picture, Report, Source, NewCopy);
