//! SharedProfile 1: the form in which a portfolio travels. Described in docs/shared-profile.md, held to
//! docs/shared-profile.schema.json by a test.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use openbadges::Digest;
use serde::{Deserialize, Serialize};

/// What the member `type` of every shared profile says.
pub const TYPE: &str = "BadgefolioSharedProfile";
/// The version written: a reader takes every `1.x`, and refuses any other major version.
pub const VERSION: &str = "1.0";
/// The `typ` of the manifest's JWS header.
pub const MANIFEST_TYP: &str = "badgefolio-profile+jwt";
/// The `typ` of a holder's statement about a piece of evidence (VC-JOSE-COSE, 3.1.1).
pub const STATEMENT_TYP: &str = "vc+jwt";

/// The whole: a signed manifest, and everything heavy beside it, named by its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedProfile {
    /// [`TYPE`].
    #[serde(rename = "type")]
    pub kind: String,
    /// [`VERSION`].
    pub version: String,
    /// Compact JWS over the [`Manifest`], signed by the holder's key.
    pub manifest: String,
    /// Base64 by `sha256-<base64>` of what it decodes to.
    pub blobs: BTreeMap<String, String>,
}

/// What the holder signs: everything a reader is shown, with every blob bound by its digest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// `urn:uuid:…`, one for each hand-out.
    pub id: String,
    /// When it was put together.
    pub created_at: Timestamp,
    /// Until when it is meant to be read; nothing enforces it.
    pub expires_at: Option<Timestamp>,
    /// For whom it was put together, in the holder's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// BCP 47: the language of the holder's texts.
    pub language: String,
    /// Program and version that wrote it.
    pub app: String,
    /// Who signs.
    pub holder: Holder,
    /// Its title.
    pub title: String,
    /// The holder's own words at the head of it.
    pub text: String,
    /// In which order and under which headings the badges stand.
    pub sections: Vec<ManifestSection>,
    /// The badges.
    pub badges: Vec<ManifestBadge>,
    /// What the sender's verification rested on, by address. The sender's word: it explains, it never proves.
    #[serde(default)]
    pub documents: BTreeMap<String, ManifestDocument>,
}

/// Who signs: a key, and the name its owner goes by. Neither proves who that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// `did:key:…`.
    pub id: String,
    /// As the holder wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestSection {
    /// `selection` or `stack`; a reader takes others for a selection.
    pub kind: String,
    /// Its heading; empty where there is none.
    #[serde(default)]
    pub title: String,
    /// The holder's words about it.
    #[serde(default)]
    pub text: String,
    /// `ref` of the badges, in order.
    pub badges: Vec<String>,
}

/// A badge as handed out. Its credentials say everything else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ManifestBadge {
    /// Its name inside this profile: `b1`, `b2`, …
    #[serde(rename = "ref")]
    pub reference: String,
    /// What the sender calls it.
    pub name: String,
    /// What the sender calls its issuer.
    pub issuer: String,
    /// The issuer's bytes; empty: only described, nothing can be checked.
    pub credentials: Vec<ManifestBlob>,
    /// Its picture, as pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ManifestImage>,
    /// What the holder added to it.
    #[serde(default)]
    pub evidence: Vec<ManifestEvidence>,
    /// What the sender's program found. The sender's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<SenderWord>,
}

/// A blob and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestBlob {
    /// Media type of the bytes.
    pub media_type: String,
    /// `sha256-<base64>`.
    pub blob: String,
}

/// The picture of a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestImage {
    /// `sha256-<base64>` of a PNG or JPEG.
    pub blob: String,
    /// What stands for it where it cannot be seen.
    pub alt: String,
}

/// A piece of the holder's own evidence: a file (`blob`, `mediaType`, `statement`) or a link (`url`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestEvidence {
    /// Its name.
    pub name: String,
    /// What the holder says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Media type of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// `sha256-<base64>` of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blob: Option<String>,
    /// The holder's signed statement about the file: a compact JWS of type [`STATEMENT_TYP`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// An https address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What the sender's program found about a badge, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SenderWord {
    /// The verdict: `valid`, `invalid`, … A reader shows one it does not know as it stands.
    pub verdict: String,
    /// When.
    pub verified_at: Timestamp,
}

/// A document that the sender's verification used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestDocument {
    /// Media type it was served as.
    pub media_type: String,
    /// HTTP status it was served with.
    pub status: u16,
    /// When the sender fetched it.
    pub fetched_at: Timestamp,
    /// `sha256-<base64>` of it; none where the answer had no body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blob: Option<String>,
}

impl SharedProfile {
    /// About how many bytes its JSON takes.
    pub fn about(&self) -> usize {
        let blobs = self.blobs.iter().map(|(name, blob)| name.len() + blob.len() + 8);
        blobs.fold(self.manifest.len() + 1024, usize::saturating_add)
    }

    /// Lays bytes beside the manifest and gives the name to call them by. Equal bytes are kept once.
    pub(crate) fn lay(blobs: &mut BTreeMap<String, String>, bytes: &[u8]) -> String {
        let name = Digest::of(bytes).sri();
        blobs.entry(name.clone()).or_insert_with(|| STANDARD.encode(bytes));
        name
    }
}
