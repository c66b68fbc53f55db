//! A document from outside the badge, and the other answers an address can give.

use jiff::Timestamp;
use openbadges::{Digest, Note};
use serde::{Deserialize, Serialize};

use crate::wanted::DocUrl;

/// Whose a document is. What a sender supplies explains, it never proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Comes with this program: contexts.
    Bundled,
    /// Fetched for this verification.
    Fetched,
    /// The learner's own archive, or what the person named.
    Archive,
    /// Travelled with what is being reviewed.
    Sender,
}

impl Origin {
    /// The stable name, as in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::Bundled => "bundled",
            Origin::Fetched => "fetched",
            Origin::Archive => "archive",
            Origin::Sender => "sender",
        }
    }
}

/// Bytes that stood at an address at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The address that was asked for.
    pub url: DocUrl,
    /// The address that answered, after redirects.
    pub final_url: DocUrl,
    /// Media type without parameters, if the answer named one.
    pub media_type: Option<String>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// When it was fetched.
    pub at: Timestamp,
    /// Whose it is.
    pub origin: Origin,
}

impl Document {
    /// A document; its digest is computed here, so that it always fits.
    pub fn new(
        url: DocUrl,
        media_type: Option<String>,
        bytes: Vec<u8>,
        at: Timestamp,
        origin: Origin,
    ) -> Document {
        let digest = Digest::of(&bytes);
        Document { final_url: url.clone(), url, media_type, bytes, digest, at, origin }
    }
}

/// Why there is no document: a code with arguments, e.g. `fetch.offline`.
pub type Why = Note;

/// What an address gave. A refusal is an answer, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The document.
    Got(Document),
    /// It was there and is gone for good (410).
    Gone,
    /// It is not there (404).
    Missing,
    /// Nobody was asked: no consent, offline, an address that may not be asked.
    Refused(Why),
    /// Asked, and it did not work.
    Failed(Why),
}
