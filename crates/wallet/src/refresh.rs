//! A newer version that the issuer offers (1EdTechCredentialRefresh; Open Badges 3.0 §8.2 step 3): asked for only when the person
//! says so, only after the proof of what they have is good, and once. Whatever goes wrong, what they have stays as it is.

use std::sync::Arc;

use backpack::Source;
use openbadges::recipient::{self, Identity, RecipientId, RecipientMatch};
use openbadges::{Claims, Container, Credential, Note, award};
use verification::{Answer, Answered, CheckId, Outcome, VerificationReport};

use crate::archive::BackpackArchive;
use crate::badges::badge_id;
use crate::checking::{Ask, Checked, Judge};
use crate::examine::{Examined, Examinee};
use crate::import::ImportTerms;
use crate::views::{BadgeView, ChangeSet, Failure};
use crate::wallet::{Done, Wallet};

/// What asking for a newer version came to.
#[derive(Debug, Clone)]
pub enum Refreshed {
    /// None is offered, or the proof is not good, so that the offer could be anybody's.
    NotOffered,
    /// The issuer gave what is here already.
    Same,
    /// A newer version of the same badge, checked.
    Newer(Box<Examinee>),
    /// What is here stays, for this reason.
    Kept(Note),
}

/// The note on a badge of which a newer version was had.
const NEWER: &str = "refresh.newer";

impl Examinee {
    /// Whether a newer version of it was had, which counts in its place.
    pub fn is_superseded(&self) -> bool {
        self.notes.iter().any(|note| note.code == NEWER)
    }
}

impl Judge<'_> {
    /// Asks for a newer version of what was found and checked.
    pub fn refresh(&self, found: &Examinee) -> Refreshed {
        let offered = found.checked.as_ref().and_then(|checked| Some((checked, checked.refresh()?)));
        let Some((before, wanted)) = offered else { return Refreshed::NotOffered };
        let host = wanted.url.host().unwrap_or_default();
        let kept = |code: &'static str| Refreshed::Kept(Note::new(code).with("host", host.clone()));
        let document = match self.fetch(wanted) {
            Answer::Got(document) => document,
            Answer::Gone | Answer::Missing => return kept("refresh.nothing"),
            Answer::Refused(_) | Answer::Failed(_) => return kept("refresh.not-had"),
        };
        let Ok(credential) = Credential::read(document.bytes()) else { return kept("refresh.unreadable") };
        if !credential.format().is_vc() {
            return kept("refresh.unreadable");
        }
        if credential.content_digest() == found.credential.content_digest() {
            return Refreshed::Same;
        }
        let mut checked = self.check(&credential, None);
        if let Some(code) = self.refusal(&before.report, &checked.report) {
            return kept(code);
        }
        let (url, at, origin) = (document.url.clone(), document.at, document.origin);
        checked.answers.entry(url).or_default().push(Answered { answer: Answer::Got(document), at, origin });
        Refreshed::Newer(Box::new(Examinee {
            path: if found.path.is_empty() {
                "refreshed".to_owned()
            } else {
                format!("{}/refreshed", found.path)
            },
            container: Container::of(credential.form()),
            credential,
            image: None,
            notes: Vec::new(),
            checked: Some(checked),
        }))
    }

    /// Asks for a newer version of everything found. A newer one stands behind the one it replaces.
    pub fn refresh_all(&self, examined: &mut Examined) {
        let mut all = Vec::with_capacity(examined.found.len());
        for mut found in std::mem::take(&mut examined.found) {
            let refreshed = self.refresh(&found);
            match &refreshed {
                Refreshed::NotOffered => {}
                Refreshed::Same => found.notes.push(Note::new("refresh.same")),
                Refreshed::Newer(_) => found.notes.push(Note::new(NEWER)),
                Refreshed::Kept(why) => found.notes.push(why.clone()),
            }
            all.push(found);
            if let Refreshed::Newer(newer) = refreshed {
                all.push(*newer);
            }
        }
        examined.found = all;
    }

    /// Why what the issuer gave does not count in the place of what is here.
    fn refusal(&self, before: &VerificationReport, after: &VerificationReport) -> Option<&'static str> {
        let good = |id: CheckId| after.check(id).is_some_and(|check| check.outcome == Outcome::Passed);
        let broken = after.check(CheckId::Schema).is_some_and(|check| check.outcome == Outcome::Failed);
        if broken || ![CheckId::Structure, CheckId::Proof, CheckId::IssuerKey].into_iter().all(good) {
            return Some("refresh.not-proved");
        }
        let (one, other) = (&before.claims, &after.claims);
        let same = |one: Option<&String>, other: Option<&String>| match (one, other) {
            (Some(one), Some(other)) => award::normalise(one) == award::normalise(other),
            _ => false,
        };
        if !same(one.issuer.id.as_ref(), other.issuer.id.as_ref()) {
            return Some("refresh.other-issuer");
        }
        let same_badge = same(one.id.as_ref(), other.id.as_ref())
            || same(one.achievement_id.as_ref(), other.achievement_id.as_ref());
        if !same_badge {
            return Some("refresh.other-badge");
        }
        if other_recipient(one, other, &self.recipients) {
            return Some("refresh.other-recipient");
        }
        let from = |report: &VerificationReport| report.valid_from;
        match (from(before), from(after)) {
            (Some(before), Some(after)) if after < before => Some("refresh.older"),
            _ => None,
        }
    }
}

/// Whether a newer version is for somebody else, as far as that can be seen: by what both say in the clear, by the same hash
/// with the same salt, or by the person's own addresses.
fn other_recipient(one: &Claims, other: &Claims, own: &[Identity]) -> bool {
    let matches = |claims: &Claims| recipient::matches(&claims.recipient, own);
    if matches!(matches(one), RecipientMatch::Match(_)) && matches!(matches(other), RecipientMatch::Mismatch)
    {
        return true;
    }
    let comparable =
        |a: &RecipientId, b: &RecipientId| a.kind == b.kind && a.hashed == b.hashed && a.salt == b.salt;
    one.recipient.iter().any(|a| {
        let mut alike = other.recipient.iter().filter(|b| comparable(a, b)).peekable();
        alike.peek().is_some() && !alike.any(|b| a.value.eq_ignore_ascii_case(&b.value))
    })
}

impl Checked {
    /// The newer version that is offered.
    pub fn refresh(&self) -> Option<&verification::Wanted> {
        self.wanted.iter().find(|wanted| wanted.role == verification::Role::Refresh)
    }
}

impl Wallet {
    /// Asks the issuer for a newer version of a badge, and keeps it beside the one that is there: as another copy of the same
    /// award, or as its renewal. These hosts may be asked from now on. A failure says why nothing newer came; the badge is as
    /// it was.
    pub fn refresh_badge(&self, id: &str, allow: &[String]) -> Result<Done<BadgeView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, id)?;
        for host in allow {
            backpack.give_consent(&crate::checking::normal_host(host), self.now())?;
        }
        let online = self.online(&[])?;
        let terms = ImportTerms { ask: online.as_ref().map(|ask| ask as &dyn Ask), ..ImportTerms::default() };
        let archive = BackpackArchive(Arc::clone(&backpack));
        let judge = self.judge(&backpack, &archive, &terms)?;
        let record = backpack.badge(&badge)?;
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let credential = Credential::read(&leading.payload).map_err(|error| Failure::new(error.code()))?;
        let found = Examinee {
            path: String::new(),
            container: Container::of(credential.form()),
            checked: Some(judge.check(&credential, Some(leading.added_at))),
            credential,
            image: None,
            notes: Vec::new(),
        };
        let newer = match judge.refresh(&found) {
            Refreshed::NotOffered => return Err(Failure::new("refresh.not-offered")),
            Refreshed::Same => return Err(Failure::new("refresh.same")),
            Refreshed::Kept(why) => return Err(Failure::from(why)),
            Refreshed::Newer(newer) => newer,
        };
        let source = Source {
            kind: crate::GivenKind::Address.word().to_owned(),
            path: String::new(),
            carrier: newer.container.as_str().to_owned(),
            container: None,
            detail: String::new(),
        };
        let (kept, changes) = self.put(&backpack, &newer, source, false)?;
        let changes = changes.and(ChangeSet::badges([badge.as_str()]));
        let changes = if allow.is_empty() { changes } else { changes.and(ChangeSet::settings()) };
        Ok(Done::new(self.badge(&kept.badge)?, changes))
    }
}
