//! What a review says: what was handed out, and what the reviewer's own checks found, put together.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use openbadges::Note;
use verification::{Mark, VerificationReport, mark};

use crate::codes;
use crate::hours::Hours;
use crate::open::{BlobState, OpenedBadge, OpenedEvidence, OpenedProfile};
use crate::pixels::{BADGE_EDGE, Picture, picture};
use crate::profile::SenderWord;

/// What somebody handed out, checked anew.
#[derive(Debug, Clone)]
pub struct Review {
    /// The head of the profile; none for raw badges.
    pub profile: Option<ReviewedProfile>,
    /// Its badges.
    pub badges: Vec<ReviewedBadge>,
    /// How many wear which mark.
    pub counts: BTreeMap<Mark, usize>,
    /// Hours added up, by the reviewer's own marks.
    pub hours: Hours,
}

/// The head of a shared profile. Everything in it is the sender's word.
#[derive(Debug, Clone)]
pub struct ReviewedProfile {
    /// Its title.
    pub title: String,
    /// What its holder writes.
    pub text: String,
    /// The name the holder goes by.
    pub holder: Option<String>,
    /// For whom it was put together.
    pub audience: Option<String>,
    /// When it says it was put together.
    pub created_at: Timestamp,
    /// Until when it was meant to be read.
    pub expires_at: Option<Timestamp>,
    /// Whether the holder's signature over the whole holds.
    pub manifest: ManifestState,
    /// What to know of it as a whole.
    pub notes: Vec<Note>,
}

/// Whether the holder's signature over the whole holds. It never proves who the holder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManifestState {
    /// Nothing was changed since it was handed out.
    Intact,
    /// Something was, or another key signed it.
    Broken,
}

/// A badge of a review.
#[derive(Debug, Clone)]
pub struct ReviewedBadge {
    /// `b1`, …
    pub reference: String,
    /// Its name: the badge's own where it could be read, else the sender's word.
    pub name: String,
    /// Its issuer's name, in the same way.
    pub issuer: String,
    /// How it stands, by the reviewer's own check.
    pub mark: Mark,
    /// That check; none where there is nothing to check.
    pub report: Option<VerificationReport>,
    /// The picture the sender sent, as pixels made here.
    pub picture: Option<Picture>,
    /// The holder's evidence.
    pub evidence: Vec<ReviewedEvidence>,
    /// What the sender's program found. Never shown as the reviewer's own.
    pub sender: Option<SenderWord>,
    /// Only described: the badge itself was not handed out.
    pub described_only: bool,
    /// What to know of it.
    pub notes: Vec<Note>,
}

/// A piece of evidence of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedEvidence {
    /// Its name.
    pub name: String,
    /// What the holder says about it.
    pub caption: Option<String>,
    /// The address, of a link.
    pub url: Option<String>,
    /// Whether it is what the holder attached.
    pub state: EvidenceState,
}

/// Whether evidence is what the holder attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceState {
    /// Its digest fits.
    Unchanged,
    /// Its digest or its signature does not fit.
    Changed,
    /// It is not there.
    Missing,
    /// A link; nothing to compare.
    Link,
}

/// What the reviewer's program found about a badge of an opened profile.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// One for each credential, in order; none where its bytes are no credential.
    pub reports: Vec<Option<VerificationReport>>,
    /// One for each piece of evidence, in order: whether the signature of its statement holds for the key that the
    /// statement names; none where there is no statement.
    pub statements: Vec<Option<bool>>,
}

/// Puts an opened profile and what was checked of it together. `checked` has one for each badge, in order.
pub fn fold(
    opened: &OpenedProfile,
    manifest_signature: bool,
    checked: Vec<Checked>,
    now: Timestamp,
) -> Review {
    let mut notes = opened.notes.clone();
    let key_differs = notes.iter().any(|note| note.code == codes::REVIEW_HOLDER_KEY_DIFFERS);
    let manifest =
        if manifest_signature && !key_differs { ManifestState::Intact } else { ManifestState::Broken };
    if manifest == ManifestState::Broken {
        notes.insert(0, Note::new(codes::REVIEW_MANIFEST_BROKEN));
    }
    if let Some(end) = opened.payload.expires_at.filter(|end| *end < now) {
        notes.push(Note::new(codes::REVIEW_PAST_ITS_DATE).with("date", end.to_string()));
    }
    let payload = &opened.payload;
    let mut checked = checked.into_iter();
    let badges = opened.badges.iter().map(|badge| {
        let mut reviewed = one(badge, checked.next().unwrap_or_default());
        if manifest == ManifestState::Broken {
            reviewed.notes.insert(0, Note::new(codes::REVIEW_MANIFEST_BROKEN));
        }
        reviewed
    });
    let profile = ReviewedProfile {
        title: payload.title.clone(),
        text: payload.text.clone(),
        holder: payload.holder.name.clone(),
        audience: payload.audience.clone(),
        created_at: payload.created_at,
        expires_at: payload.expires_at,
        manifest,
        notes,
    };
    summed(Some(profile), badges.collect())
}

/// Puts raw badges together that somebody handed out without a profile.
pub fn fold_badges(reports: Vec<VerificationReport>) -> Review {
    let badges = reports.into_iter().enumerate().map(|(at, report)| ReviewedBadge {
        reference: format!("b{}", at + 1),
        name: report.claims.name.clone().unwrap_or_default(),
        issuer: issuer_of(&report).unwrap_or_default(),
        mark: mark(&report),
        report: Some(report),
        picture: None,
        evidence: Vec::new(),
        sender: None,
        described_only: false,
        notes: Vec::new(),
    });
    summed(None, badges.collect())
}

fn summed(profile: Option<ReviewedProfile>, badges: Vec<ReviewedBadge>) -> Review {
    let mut counts = BTreeMap::new();
    // The same badge handed out twice counts once.
    let mut seen = BTreeSet::new();
    let mut counted = Vec::new();
    for badge in &badges {
        *counts.entry(badge.mark).or_insert(0) += 1;
        if let Some(report) = &badge.report {
            let id = report.claims.id.clone().map(|id| (report.claims.issuer.id.clone(), id));
            if id.is_none_or(|id| seen.insert(id)) {
                counted.push((&report.claims, badge.mark));
            }
        }
    }
    let hours = Hours::of(counted);
    Review { profile, counts, hours, badges }
}

fn one(badge: &OpenedBadge, checked: Checked) -> ReviewedBadge {
    let mut notes = badge.notes.clone();
    let mut reports = checked.reports;
    reports.resize(badge.credentials.len(), None);
    if reports.iter().any(Option::is_none) {
        notes.push(Note::new(codes::REVIEW_CREDENTIAL_UNREADABLE));
    }
    let mut reports: Vec<VerificationReport> = reports.into_iter().flatten().collect();
    reports.sort_by_key(|report| rank(mark(report)));
    let report = reports.into_iter().next();
    let described_only = badge.credentials.is_empty();
    let mark = match &report {
        Some(report) => mark(report),
        None if described_only => Mark::Inconclusive,
        None => Mark::Damaged,
    };
    let own_name = report.as_ref().and_then(|report| report.claims.name.clone());
    let own_issuer = report.as_ref().and_then(issuer_of);
    if own_name.as_deref().is_some_and(|name| name.trim() != badge.name.trim()) {
        notes.push(Note::new(codes::REVIEW_NAME_DIFFERS).with("name", badge.name.clone()));
    }
    if own_issuer.as_deref().is_some_and(|name| name.trim() != badge.issuer.trim()) {
        notes.push(Note::new(codes::REVIEW_ISSUER_DIFFERS).with("name", badge.issuer.clone()));
    }
    if let (Some(sender), Some(report)) = (&badge.sender, &report)
        && sender.verdict != report.verdict.as_str()
    {
        let note = Note::new(codes::REVIEW_SENDER_SAYS_OTHERWISE)
            .with("verdict", sender.verdict.clone())
            .with("date", sender.verified_at.to_string());
        notes.push(note);
    }
    let mut statements = checked.statements.into_iter();
    let evidence = badge
        .evidence
        .iter()
        .map(|evidence| piece(evidence, statements.next().flatten(), &mut notes))
        .collect();
    ReviewedBadge {
        reference: badge.reference.clone(),
        name: own_name.unwrap_or_else(|| badge.name.clone()),
        issuer: own_issuer.unwrap_or_else(|| badge.issuer.clone()),
        mark,
        report,
        picture: badge.image.as_deref().and_then(|bytes| picture(bytes, BADGE_EDGE)),
        evidence,
        sender: badge.sender.clone(),
        described_only,
        notes,
    }
}

fn piece(evidence: &OpenedEvidence, signed: Option<bool>, notes: &mut Vec<Note>) -> ReviewedEvidence {
    let mut say = |code: &'static str| notes.push(Note::new(code).with("name", evidence.name.clone()));
    let state = match (evidence.state, &evidence.statement) {
        (None, _) if evidence.url.is_some() => EvidenceState::Link,
        (None | Some(BlobState::Missing), _) => {
            say(codes::REVIEW_EVIDENCE_MISSING);
            EvidenceState::Missing
        }
        (Some(BlobState::Changed), _) => {
            say(codes::REVIEW_EVIDENCE_CHANGED);
            EvidenceState::Changed
        }
        (Some(BlobState::Unchanged), None) => {
            say(codes::REVIEW_EVIDENCE_NOT_SIGNED);
            EvidenceState::Unchanged
        }
        (Some(BlobState::Unchanged), Some(statement)) if statement.fits && signed == Some(true) => {
            EvidenceState::Unchanged
        }
        (Some(BlobState::Unchanged), Some(_)) => {
            say(codes::REVIEW_EVIDENCE_SIGNATURE_BROKEN);
            EvidenceState::Changed
        }
    };
    ReviewedEvidence {
        name: evidence.name.clone(),
        caption: evidence.caption.clone(),
        url: evidence.url.clone(),
        state,
    }
}

fn issuer_of(report: &VerificationReport) -> Option<String> {
    let issuer = &report.claims.issuer;
    issuer.name.clone().or_else(|| issuer.url.clone()).or_else(|| issuer.id.clone())
}

/// Which copy of a badge leads: the one that proves most.
fn rank(mark: Mark) -> u8 {
    match mark {
        Mark::Verified => 0,
        Mark::SignedUnknown => 1,
        Mark::KeyChanged => 2,
        // What is known against a badge leads before what could not be seen.
        Mark::Revoked => 3,
        Mark::Suspended => 4,
        Mark::Expired => 5,
        Mark::NotYetValid => 6,
        Mark::Inconclusive => 7,
        Mark::NotGenuine => 8,
        Mark::Damaged => 9,
    }
}
