use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CheckView, Mark, MarkCount, NoteView};

/// What somebody handed out, checked anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// The file's name.
    pub name: String,
    /// The profile, if it was one; none for raw badges.
    pub profile: Option<ReviewProfile>,
    /// Its badges.
    pub badges: Vec<ReviewBadge>,
    /// How many wear which mark.
    pub counts: Vec<MarkCount>,
}

/// The head of a shared profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewProfile {
    /// Its title.
    pub title: String,
    /// What its holder writes.
    pub text: String,
    /// The name the holder gives themselves. Not proved.
    pub holder: Option<String>,
    /// When it says it was made.
    pub created_at: Option<String>,
    /// When it says it ends.
    pub expires_at: Option<String>,
    /// Whether its own signature holds.
    pub manifest: ManifestState,
    /// What to know of it as a whole.
    pub notes: Vec<NoteView>,
}

/// Whether the profile's own signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ManifestState {
    /// Nothing was changed since it was handed out.
    Intact,
    /// Something was.
    Broken,
    /// It has none.
    None,
}

/// A badge that somebody handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewBadge {
    /// Its name inside the profile, e.g. `b1`.
    pub r#ref: String,
    /// Its name: the badge's own where it could be read, else the sender's word.
    pub name: String,
    /// Its issuer's name, in the same way.
    pub issuer: String,
    /// How it stands, by this check.
    pub mark: Mark,
    /// When this check was made.
    pub verified_at: String,
    /// When it was given.
    pub issued: Option<String>,
    /// Until when it counts.
    pub valid_until: Option<String>,
    /// Its study load in minutes.
    pub minutes: Option<u32>,
    /// What was checked.
    pub checks: Vec<CheckView>,
    /// What to know of it.
    pub notes: Vec<NoteView>,
    /// A `data:` address holding a PNG made here.
    pub picture: Option<String>,
    /// The evidence that came with it.
    pub evidence: Vec<ReviewEvidence>,
    /// What the sender's wallet said. Never shown as the reviewer's own.
    pub sender_verdict: Option<String>,
    /// Only described: the badge itself was not handed out, so nothing could be checked.
    pub described_only: bool,
    /// Hosts whose documents would decide more.
    pub wanted_hosts: Vec<String>,
}

/// A piece of evidence that came with a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewEvidence {
    /// Its name.
    pub name: String,
    /// Its address, of a link.
    pub url: Option<String>,
    /// Whether it is what the holder signed.
    pub state: EvidenceState,
}

/// Whether evidence is what the holder signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceState {
    /// Its digest fits.
    Unchanged,
    /// Its digest does not fit.
    Changed,
    /// It is not there.
    Missing,
    /// It is a link; nothing to compare.
    Link,
}
