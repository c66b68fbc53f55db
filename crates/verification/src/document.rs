//! A document from outside the badge, and the other answers an address can give.

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use openbadges::{Credential, Digest, Note};
use serde::{Deserialize, Serialize};
use strict_json::Value;

use crate::checks::status::List;
use crate::key::KeyList;
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
    /// The mark that its host gave this version, to be asked whether it is still the one.
    pub etag: Option<String>,
    /// When it was fetched.
    pub at: Timestamp,
    /// Whose it is.
    pub origin: Origin,
    content: Arc<Content>,
}

/// The bytes of a document, which never change, and what they say: read at first need and once, since several checks of
/// several badges ask the same document.
#[derive(Debug)]
struct Content {
    bytes: Vec<u8>,
    digest: Digest,
    json: OnceLock<Option<Value>>,
    credential: OnceLock<Option<Box<Credential>>>,
    keys: OnceLock<Arc<KeyList>>,
    list: OnceLock<Option<Arc<List>>>,
}

impl PartialEq for Content {
    fn eq(&self, other: &Content) -> bool {
        self.digest == other.digest && self.bytes == other.bytes
    }
}

impl Eq for Content {}

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
        let content = Content {
            bytes,
            digest,
            json: OnceLock::new(),
            credential: OnceLock::new(),
            keys: OnceLock::new(),
            list: OnceLock::new(),
        };
        Document {
            final_url: url.clone(),
            url,
            media_type,
            etag: None,
            at,
            origin,
            content: Arc::new(content),
        }
    }

    /// The bytes as they came.
    pub fn bytes(&self) -> &[u8] {
        &self.content.bytes
    }

    /// SHA-256 of the bytes.
    pub fn digest(&self) -> Digest {
        self.content.digest
    }

    /// What the bytes say as JSON, read strictly.
    pub(crate) fn json(&self) -> Option<&Value> {
        self.content.json.get_or_init(|| openbadges::json::read(&self.content.bytes).ok()).as_ref()
    }

    /// The credential it is, if it is one.
    pub(crate) fn credential(&self) -> Option<&Credential> {
        let read = || Credential::read(&self.content.bytes).ok().map(Box::new);
        self.content.credential.get_or_init(read).as_deref()
    }

    /// The status list it is, if it is a credential.
    pub(crate) fn list(&self) -> Option<Arc<List>> {
        self.content.list.get_or_init(|| List::read(self).map(Arc::new)).clone()
    }

    /// The keys it lists, if it is a JSON object; `base` is what names in it are read against where it does not name
    /// itself.
    pub(crate) fn keys(&self, base: &str) -> Option<Arc<KeyList>> {
        let value = self.json().filter(|value| value.is_object())?;
        if value.get("id").is_none_or(|id| !id.is_string()) {
            return Some(Arc::new(KeyList::read(value, base)));
        }
        Some(self.content.keys.get_or_init(|| Arc::new(KeyList::read(value, base))).clone())
    }
}

/// Why there is no document: a code with arguments, e.g. `fetch.offline`.
pub type Why = Note;

/// What an address gave. A refusal is an answer, too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly every answer is a document, and they are few")]
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
