//! Reviewing: what somebody handed out, checked anew with own documents and own clock. Needs no backpack and keeps
//! nothing.

use std::sync::Arc;

use base64::Engine as _;
use openbadges::{Credential, Note};
use portfolio::{OpenError, OpenedBadge, OpenedProfile};
use verification::{Answer, DocUrl, Document, Documents, Origin, VerificationReport};

use crate::archive::BackpackArchive;
use crate::checking::{Ask, Checked, Judge, NoArchive, Nobody};
use crate::examine::scan;
use crate::picture;
use crate::telling;
use crate::views::{
    CheckId, CheckView, EvidenceState, Failure, ManifestState, ReviewBadge, ReviewEvidence, ReviewProfile,
    ReviewView,
};
use crate::wallet::Wallet;

impl Wallet {
    /// Checks anew what somebody handed out. These hosts may be asked, this once. The reviewer's own archive and marks
    /// help where a backpack is open; nothing of the review is put into it.
    pub fn review(&self, name: &str, bytes: &[u8], allow: &[String]) -> Result<ReviewView, Failure> {
        let online = self.online(allow)?;
        let ask: &dyn Ask = match &online {
            Some(online) => online,
            None => &Nobody,
        };
        match self.opened() {
            Some(backpack) => {
                let archive = BackpackArchive(Arc::clone(&backpack));
                let mut judge = Judge::new(self.now(), &archive, ask);
                judge.pins = crate::archive::pins(&backpack)?;
                judge.registries = crate::trusted::all(&backpack)?;
                judge.review(name, bytes)
            }
            None => Judge::new(self.now(), &NoArchive, ask).review(name, bytes),
        }
    }
}

impl Judge<'_> {
    /// Checks anew what somebody handed out: a shared profile, or badges as they are.
    pub fn review(&self, name: &str, bytes: &[u8]) -> Result<ReviewView, Failure> {
        match portfolio::open(bytes) {
            Ok(opened) => Ok(self.review_profile(name, &opened)),
            Err(OpenError::NotOne) => self.review_badges(name, bytes),
            Err(error) => {
                let mut failure = Failure::new(error.code());
                failure.args = error.args();
                Err(failure.with("name", name))
            }
        }
    }

    fn review_profile(&self, name: &str, opened: &OpenedProfile) -> ReviewView {
        let sender = sender_documents(opened);
        let intact = verification::sign::signed_by(&opened.manifest, opened.key());
        let mut all: Vec<Vec<Option<Checked>>> = Vec::new();
        let mut folded = Vec::new();
        for badge in &opened.badges {
            let checked = self.credentials(badge, &sender);
            folded.push(portfolio::Checked {
                reports: checked.iter().map(|one| one.as_ref().map(|one| one.report.clone())).collect(),
                statements: badge
                    .evidence
                    .iter()
                    .map(|evidence| {
                        let statement = evidence.statement.as_ref()?;
                        let signed = statement
                            .jws
                            .as_ref()
                            .is_some_and(|jws| verification::sign::signed_by(jws, opened.key()));
                        Some(signed)
                    })
                    .collect(),
            });
            all.push(checked);
        }
        let review = portfolio::fold(opened, intact, folded, self.now);
        let profile = review.profile.map(|profile| ReviewProfile {
            title: profile.title,
            text: profile.text,
            holder: profile.holder,
            created_at: Some(profile.created_at.to_string()),
            expires_at: profile.expires_at.map(|end| end.to_string()),
            manifest: match profile.manifest {
                portfolio::ManifestState::Intact => ManifestState::Intact,
                portfolio::ManifestState::Broken => ManifestState::Broken,
            },
            notes: profile.notes.iter().map(telling::note).collect(),
        });
        let badges: Vec<ReviewBadge> = review
            .badges
            .into_iter()
            .zip(all)
            .map(|(badge, checked)| self.reviewed(badge, &checked))
            .collect();
        view(name, profile, badges)
    }

    /// Each credential of a badge, checked anew. What the sender supplied explains; it never proves.
    fn credentials(&self, badge: &OpenedBadge, sender: &Documents) -> Vec<Option<Checked>> {
        badge
            .credentials
            .iter()
            .map(|credential| {
                let bytes = credential.bytes.as_deref()?;
                let credential = Credential::read(bytes).ok()?;
                Some(self.check_with(&credential, sender))
            })
            .collect()
    }

    fn reviewed(&self, badge: portfolio::ReviewedBadge, checked: &[Option<Checked>]) -> ReviewBadge {
        let report = badge.report.as_ref();
        let claims = report.map(|report| &report.claims);
        // The hosts that could say more about the copy that leads.
        let leading = checked.iter().flatten().find(|one| Some(&one.report) == report);
        ReviewBadge {
            r#ref: badge.reference,
            name: badge.name,
            issuer: badge.issuer,
            mark: badge.mark.into(),
            verified_at: self.now.to_string(),
            issued: claims.and_then(|claims| telling::written(claims.valid_from.as_ref())),
            valid_until: claims.and_then(|claims| telling::written(claims.valid_until.as_ref())),
            minutes: claims.and_then(telling::minutes),
            checks: report.map(|report| self.lines(report)).unwrap_or_default(),
            notes: badge.notes.iter().map(telling::note).collect(),
            picture: badge.picture.map(|picture| picture.data_url()),
            evidence: badge
                .evidence
                .into_iter()
                .map(|piece| ReviewEvidence {
                    name: piece.name,
                    url: piece.url,
                    state: match piece.state {
                        portfolio::EvidenceState::Unchanged => EvidenceState::Unchanged,
                        portfolio::EvidenceState::Changed => EvidenceState::Changed,
                        portfolio::EvidenceState::Missing => EvidenceState::Missing,
                        portfolio::EvidenceState::Link => EvidenceState::Link,
                    },
                })
                .collect(),
            sender_verdict: badge.sender.map(|sender| sender.verdict),
            described_only: badge.described_only,
            wanted_hosts: leading.map(Checked::wanted_hosts).unwrap_or_default(),
        }
    }

    /// The lines of a report. For whom the badge is concerns a reviewer only where they asked for somebody: they are not
    /// its holder.
    fn lines(&self, report: &VerificationReport) -> Vec<CheckView> {
        let mut lines = telling::checks(report);
        lines.retain(|line| line.id != CheckId::Recipient || !self.recipients.is_empty());
        lines
    }

    fn review_badges(&self, name: &str, bytes: &[u8]) -> Result<ReviewView, Failure> {
        let examined = self.examine(scan(name, bytes));
        if examined.found.is_empty() {
            let why = match (examined.failure, examined.links.first()) {
                (Some(failure), _) => failure,
                (None, Some(link)) => Failure::new("nothing.only-links").with("host", &link.host),
                (None, None) => Failure::new("nothing.no-badge"),
            };
            return Err(why.with("name", name));
        }
        let badges = examined
            .found
            .iter()
            .enumerate()
            .filter_map(|(at, found)| {
                let checked = found.checked.as_ref()?;
                let report = &checked.report;
                let claims = &report.claims;
                let notes = found.notes.iter().chain(found.credential.notes());
                Some(ReviewBadge {
                    r#ref: format!("b{}", at + 1),
                    name: claims.name.clone().unwrap_or_default(),
                    issuer: claims.issuer.name.clone().unwrap_or_default(),
                    mark: telling::mark(report, self.now),
                    verified_at: report.at.to_string(),
                    issued: telling::written(claims.valid_from.as_ref()),
                    valid_until: telling::written(claims.valid_until.as_ref()),
                    minutes: telling::minutes(claims),
                    checks: self.lines(report),
                    notes: notes.map(telling::note).collect(),
                    picture: found
                        .image
                        .as_deref()
                        .and_then(|bytes| picture::png(bytes, picture::THUMBNAIL).ok())
                        .map(|png| data_url(&png)),
                    evidence: Vec::new(),
                    sender_verdict: None,
                    described_only: false,
                    wanted_hosts: checked.wanted_hosts(),
                })
            })
            .collect();
        Ok(view(name, None, badges))
    }
}

fn view(name: &str, profile: Option<ReviewProfile>, badges: Vec<ReviewBadge>) -> ReviewView {
    let counts = telling::counts(badges.iter().map(|badge| badge.mark));
    ReviewView { name: name.to_owned(), profile, badges, counts }
}

fn sender_documents(opened: &OpenedProfile) -> Documents {
    let mut documents = Documents::default();
    for document in &opened.documents {
        let Some(url) = DocUrl::parse(&document.url) else {
            continue;
        };
        let answer = match (document.status, &document.bytes) {
            (410, _) => Answer::Gone,
            (404, _) => Answer::Missing,
            (_, Some(bytes)) => {
                let media_type = Some(document.media_type.clone());
                Answer::Got(Document::new(
                    url.clone(),
                    media_type,
                    bytes.to_vec(),
                    document.fetched_at,
                    Origin::Sender,
                ))
            }
            (_, None) => {
                Answer::Failed(Note::new("document.status").with("status", document.status.to_string()))
            }
        };
        documents.insert_answer(url, answer, document.fetched_at, Origin::Sender);
    }
    documents
}

fn data_url(png: &[u8]) -> String {
    format!("data:image/png;base64,{}", base64::engine::general_purpose::STANDARD.encode(png))
}
