//! A shared profile, opened: what it says, and whether what it names is there and is what it was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use openbadges::{Digest, Jws, Note};

use crate::codes;
use crate::profile::{Manifest, ManifestSection, SenderWord};

/// What somebody handed out, taken apart. Whether the manifest's signature holds, and what the credentials are worth,
/// is not known yet.
#[derive(Debug, Clone)]
pub struct OpenedProfile {
    /// The manifest as signed; to be checked against [`OpenedProfile::key`].
    pub manifest: Jws,
    /// What it says.
    pub payload: Manifest,
    /// The badges, in the manifest's order.
    pub badges: Vec<OpenedBadge>,
    /// What the sender's verification rested on. It explains, it never proves.
    pub documents: Vec<OpenedDocument>,
    /// What to know of it as a whole.
    pub notes: Vec<Note>,
}

/// Whether a blob is what the manifest names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlobState {
    /// Its digest fits.
    Unchanged,
    /// It is there under its name, but its bytes are others.
    Changed,
    /// It is not there.
    Missing,
}

/// A badge as handed out.
#[derive(Debug, Clone)]
pub struct OpenedBadge {
    /// `b1`, …
    pub reference: String,
    /// What the sender calls it.
    pub name: String,
    /// What the sender calls its issuer.
    pub issuer: String,
    /// The issuer's bytes; empty: only described.
    pub credentials: Vec<OpenedCredential>,
    /// Its picture as the sender sent it: a stranger's bytes.
    pub image: Option<Arc<[u8]>>,
    /// The holder's evidence.
    pub evidence: Vec<OpenedEvidence>,
    /// What the sender's program found.
    pub sender: Option<SenderWord>,
    /// What is odd about it.
    pub notes: Vec<Note>,
}

/// A credential as handed out.
#[derive(Debug, Clone)]
pub struct OpenedCredential {
    /// What the sender says it is.
    pub media_type: String,
    /// Its bytes, whether changed or not: the issuer's signature decides about them.
    pub bytes: Option<Arc<[u8]>>,
    /// Whether they are the bytes that the sender signed for.
    pub state: BlobState,
}

/// A piece of evidence as handed out.
#[derive(Debug, Clone)]
pub struct OpenedEvidence {
    /// Its name.
    pub name: String,
    /// What the holder says about it.
    pub caption: Option<String>,
    /// What it is.
    pub media_type: Option<String>,
    /// The address, of a link.
    pub url: Option<String>,
    /// The file: only where its digest fits.
    pub bytes: Option<Arc<[u8]>>,
    /// Whether the file is what the sender signed for; none for a link.
    pub state: Option<BlobState>,
    /// The digest it is named by.
    pub digest: Option<String>,
    /// The holder's statement about the file.
    pub statement: Option<OpenedStatement>,
}

/// A holder's statement about a file: its signature is to be checked by the caller.
#[derive(Debug, Clone)]
pub struct OpenedStatement {
    /// As signed; `None` where it is no JWS.
    pub jws: Option<Jws>,
    /// Whether it names this very file, and is issued by the holder whom the manifest names.
    pub fits: bool,
}

/// A document of the sender's.
#[derive(Debug, Clone)]
pub struct OpenedDocument {
    /// Its address.
    pub url: String,
    /// Media type.
    pub media_type: String,
    /// HTTP status.
    pub status: u16,
    /// When the sender says it was fetched.
    pub fetched_at: Timestamp,
    /// Its bytes, where their digest fits.
    pub bytes: Option<Arc<[u8]>>,
}

impl OpenedProfile {
    /// The key that has to have signed the manifest: the holder's `did:key`, and nothing else.
    pub fn key(&self) -> &str {
        &self.payload.holder.id
    }

    /// The sections, without badges that are not there.
    pub fn sections(&self) -> impl Iterator<Item = &ManifestSection> {
        self.payload.sections.iter()
    }
}

/// A blob that was asked for, and its bytes where they could be decoded.
type Taken = (BlobState, Option<Arc<[u8]>>);

/// The blobs of a profile. Each is decoded once, however often it is named: what is held stays within the file's size.
struct Blobs {
    base64: BTreeMap<String, String>,
    taken: BTreeMap<String, Taken>,
}

impl Blobs {
    fn take(&mut self, name: &str) -> Taken {
        if let Some(known) = self.taken.get(name) {
            return known.clone();
        }
        let taken = match self.base64.remove(name).map(|base64| STANDARD.decode(base64)) {
            None => (BlobState::Missing, None),
            Some(Ok(bytes)) if Digest::of(&bytes).sri() == name => (BlobState::Unchanged, Some(bytes.into())),
            Some(Ok(bytes)) => (BlobState::Changed, Some(bytes.into())),
            Some(Err(_)) => (BlobState::Changed, None),
        };
        self.taken.insert(name.to_owned(), taken.clone());
        taken
    }
}

pub(super) fn opened(
    manifest: Jws,
    payload: Manifest,
    blobs: BTreeMap<String, String>,
    mut notes: Vec<Note>,
) -> OpenedProfile {
    let mut blobs = Blobs { base64: blobs, taken: BTreeMap::new() };
    let holder = payload.holder.id.as_str();
    if manifest.kid().and_then(|kid| kid.split('#').next()) != Some(holder) {
        notes.push(Note::new(codes::REVIEW_HOLDER_KEY_DIFFERS));
    }

    let mut seen = BTreeSet::new();
    let mut badges = Vec::with_capacity(payload.badges.len());
    for badge in &payload.badges {
        let mut odd = Vec::new();
        let mut credentials = Vec::with_capacity(badge.credentials.len());
        for credential in &badge.credentials {
            let (state, bytes) = blobs.take(&credential.blob);
            odd.extend(about(state));
            if !seen.insert(credential.blob.clone()) {
                odd.push(Note::new(codes::REVIEW_BADGE_TWICE).with("name", badge.name.clone()));
            }
            credentials.push(OpenedCredential { media_type: credential.media_type.clone(), bytes, state });
        }
        if badge.credentials.is_empty() {
            odd.push(Note::new(codes::REVIEW_DESCRIBED_ONLY));
        }
        let image = badge.image.as_ref().and_then(|image| {
            let (state, bytes) = blobs.take(&image.blob);
            bytes.filter(|_| state == BlobState::Unchanged)
        });
        let evidence = badge.evidence.iter().map(|evidence| {
            let taken = evidence.blob.as_deref().map(|name| blobs.take(name));
            let state = taken.as_ref().map(|(state, _)| *state);
            OpenedEvidence {
                name: evidence.name.clone(),
                caption: evidence.caption.clone(),
                media_type: evidence.media_type.clone(),
                url: evidence.url.clone(),
                bytes: taken.and_then(|(state, bytes)| bytes.filter(|_| state == BlobState::Unchanged)),
                state,
                digest: evidence.blob.clone(),
                statement: evidence
                    .statement
                    .as_deref()
                    .map(|text| statement(text, evidence.blob.as_deref(), holder)),
            }
        });
        let evidence = evidence.collect();
        odd.dedup();
        badges.push(OpenedBadge {
            reference: badge.reference.clone(),
            name: badge.name.clone(),
            issuer: badge.issuer.clone(),
            credentials,
            image,
            evidence,
            sender: badge.sender.clone(),
            notes: odd,
        });
    }

    let documents = payload.documents.iter().map(|(url, document)| {
        let taken = document.blob.as_deref().map(|name| blobs.take(name));
        OpenedDocument {
            url: url.clone(),
            media_type: document.media_type.clone(),
            status: document.status,
            fetched_at: document.fetched_at,
            bytes: taken.and_then(|(state, bytes)| bytes.filter(|_| state == BlobState::Unchanged)),
        }
    });
    let documents = documents.collect();

    let unnamed = blobs.base64.len();
    if unnamed > 0 {
        notes.push(Note::new(codes::REVIEW_BLOB_UNNAMED).with("count", unnamed.to_string()));
    }
    OpenedProfile { manifest, payload, badges, documents, notes }
}

fn about(state: BlobState) -> Option<Note> {
    match state {
        BlobState::Unchanged => None,
        BlobState::Changed => Some(Note::new(codes::REVIEW_BLOB_CHANGED)),
        BlobState::Missing => Some(Note::new(codes::REVIEW_BLOB_MISSING)),
    }
}

fn statement(text: &str, digest: Option<&str>, holder: &str) -> OpenedStatement {
    let jws = Jws::parse(text).ok();
    let fits = jws.as_ref().is_some_and(|jws| {
        let said = openbadges::json::read(jws.payload()).ok();
        let signer = jws.kid().and_then(|kid| kid.split('#').next());
        said.is_some_and(|said| {
            let names = said.get("relatedResource").and_then(|list| list.as_array()).is_some_and(|list| {
                digest.is_some()
                    && list.iter().any(|entry| entry.get("digestSRI").and_then(|d| d.as_str()) == digest)
            });
            names
                && signer == Some(holder)
                && said.get("issuer").and_then(|issuer| issuer.as_str()) == Some(holder)
        })
    });
    OpenedStatement { jws, fits }
}
