//! Into the backpack: what is in something given, what it would be, whether it holds, and then one transaction.

mod copy;
mod decide;
mod follow;
mod gather;
mod left;
mod line;
mod look_at;
mod ready;
mod supply;
mod watch;

use std::sync::Arc;

use backpack::{Backpack, BadgeState};
use intake::MailFacts;
use openbadges::Digest;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

pub(crate) use copy::{StoredReport, fields, new_copy, rank, stored_documents};
pub use decide::Decision;
pub(crate) use follow::not_asked;
pub use follow::{Followed, may_follow, tracks};
use ready::{Prepared, Ready};
pub use supply::{Gathered, Step, Supply};
pub use watch::{Progress, Unwatched, Watch};

use crate::archive::BackpackArchive;
use crate::checking::{Ask, Judge};
use crate::examine::{Examined, Examinee, unlock};
use crate::given::{Given, GivenKind};
use crate::samples;
use crate::telling;
use crate::views::{AddView, BadgeCard, ChangeSet, Failure, InputView};
use crate::wallet::{Done, Wallet};

/// How an import goes about it.
#[derive(Default)]
pub struct ImportTerms<'a> {
    /// Leave what is found in the Inbox.
    pub hold: bool,
    /// Further addresses the badges may be for, beside the learner's own.
    pub recipients: Vec<String>,
    /// Documents to check with, beside the backpack's own archive.
    pub documents: verification::Documents,
    /// Whom to turn to for more; none: nobody.
    pub ask: Option<&'a dyn Ask>,
    /// The password for what another wallet locked, if the person typed one.
    pub password: Option<&'a SecretString>,
}

/// What came of one thing given.
#[derive(Debug, Clone)]
pub struct Imported {
    /// What was in it, and what was checked.
    pub examined: Examined,
    /// For each credential in [`Examined::found`], in the same order: what became of it.
    pub kept: Vec<Kept>,
}

/// What became of one credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it was decided to be.
    pub decision: Decision,
    /// Its badge.
    pub badge: String,
    /// Whether it waits for a yes.
    pub waits: bool,
    /// Badges that are perhaps the same; for the person to say.
    pub perhaps_same: Vec<BadgeCard>,
}

/// What the store keeps of where something came from, beside its digest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Detail {
    /// The name of the file.
    pub(crate) name: String,
    /// The mail, if it came in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail: Option<MailDetail>,
}

/// What is kept of a mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MailDetail {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) date: Option<String>,
    pub(crate) subject: String,
    pub(crate) message_id: Option<String>,
    pub(crate) digest: Option<Digest>,
}

impl Wallet {
    /// Takes in what is in one thing given: all of it in one transaction.
    pub fn import(&self, given: &Given, terms: &ImportTerms<'_>) -> Result<Done<Imported>, Failure> {
        let examined = unlock(&given.name, &given.bytes, terms.password);
        self.take_in(examined, given.kind, Some(Digest::of(&given.bytes)), terms)
    }

    /// Takes in what is behind an address: a badge, a page of one, a collection. See [`Wallet::follow`]. One that is never
    /// asked is a failure of what is told, not of this.
    pub fn import_address(
        &self,
        address: &str,
        terms: &ImportTerms<'_>,
        watch: &dyn Watch,
    ) -> Result<Done<Followed>, Failure> {
        let failed = |failure| {
            Done::new(Followed { failures: vec![failure], ..Followed::default() }, ChangeSet::none())
        };
        if let Err(error) = openbadges::address::public(address) {
            return Ok(failed(Failure::from(error.note())));
        }
        match intake::links::of(address) {
            Some(link) => self.follow(&link, terms, watch),
            None => {
                let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
                Ok(failed(Failure::new("fetch.not-https").with("host", host.unwrap_or_default())))
            }
        }
    }

    fn take_in(
        &self,
        examined: Examined,
        kind: GivenKind,
        container: Option<Digest>,
        terms: &ImportTerms<'_>,
    ) -> Result<Done<Imported>, Failure> {
        let backpack = self.backpack()?;
        let archive = BackpackArchive(Arc::clone(&backpack));
        let judge = self.judge(&backpack, &archive, terms)?;
        let state = if terms.hold { BadgeState::Waiting } else { BadgeState::Kept };
        let mut ready = Ready::check(&backpack, &judge, examined, (kind, container), state, true)?;
        let now = self.now();
        let (kept, changes) = match ready.badges() {
            0 => (Vec::new(), ChangeSet::none()),
            _ => backpack.together(|together| ready.store(together, now))?,
        };
        Ok(Done::new(ready.imported(kept), changes))
    }

    pub(crate) fn put(
        &self,
        backpack: &Backpack,
        found: &Examinee,
        source: backpack::Source,
        hold: bool,
    ) -> Result<(Kept, ChangeSet), Failure> {
        let state = if hold { BadgeState::Waiting } else { BadgeState::Kept };
        let now = self.now();
        let mut prepared = Prepared::new(found, source, state, now, true)?;
        Ok(backpack.together(|together| prepared.store(together, found, now))?)
    }

    /// The judge of an import or a new check: the learner's addresses, marks, archive.
    pub(crate) fn judge<'a>(
        &self,
        backpack: &Backpack,
        archive: &'a BackpackArchive,
        terms: &'a ImportTerms<'a>,
    ) -> Result<Judge<'a>, Failure> {
        let mut judge = Judge::new(self.now(), archive, terms.ask.unwrap_or(&crate::checking::Nobody));
        judge.recipients = crate::identities::known(backpack)?;
        judge
            .recipients
            .extend(terms.recipients.iter().map(|text| openbadges::recipient::Identity::parse(text)));
        judge.pins = crate::archive::pins(backpack)?;
        judge.registries = crate::trusted::all(backpack)?;
        judge.known.extend(terms.documents.clone());
        Ok(judge)
    }

    /// Adds files, pastes or samples as the window does: everything that is new goes into the Inbox. Hosts that were
    /// consented to are asked, no other.
    pub fn add(&self, given: &[Given]) -> Result<Done<AddView>, Failure> {
        self.add_with(given, None)
    }

    /// As [`Wallet::add`], with the password for what another wallet locked in there (`passed.needs-password`). One that opens
    /// nothing is the input's failure, `input.wrong-password`. The password is kept nowhere.
    pub fn add_unlocked(&self, given: &[Given], password: &SecretString) -> Result<Done<AddView>, Failure> {
        self.add_with(given, Some(password))
    }

    fn add_with(&self, given: &[Given], password: Option<&SecretString>) -> Result<Done<AddView>, Failure> {
        let online = self.online(&[])?;
        let ask = online.as_ref().map(|ask| ask as &dyn Ask);
        let mut terms = ImportTerms { hold: true, ask, password, ..Default::default() };
        if given.iter().any(|one| one.kind == GivenKind::Sample) {
            terms.documents = samples::documents();
        }
        let mut view = AddView { inputs: Vec::new(), address_offer: None };
        let mut changes = ChangeSet::none();
        for one in given {
            let done = self.import(one, &terms)?;
            changes = changes.and(done.changes);
            if view.address_offer.is_none() {
                view.address_offer = self.offer_address(&done.value.examined)?;
            }
            view.inputs.push(input(&done.value));
        }
        Ok(Done::new(view, changes))
    }

    /// Adds the samples that come with the program.
    pub fn add_samples(&self) -> Result<Done<AddView>, Failure> {
        self.add(&samples::samples())
    }
}

fn detail(name: &str, mail: Option<&MailFacts>) -> Detail {
    Detail {
        name: name.to_owned(),
        mail: mail.map(|mail| MailDetail {
            from: mail.from.clone().unwrap_or_default(),
            to: mail.to.clone(),
            date: mail.date.map(|date| date.to_string()),
            subject: mail.subject.clone().unwrap_or_default(),
            message_id: mail.message_id.clone(),
            digest: Some(mail.digest),
        }),
    }
}

/// What came of one thing, for the window.
pub(crate) fn input(imported: &Imported) -> InputView {
    let examined = &imported.examined;
    let ids = |known: bool| {
        let mut ids: Vec<String> = Vec::new();
        for kept in &imported.kept {
            if matches!(kept.decision, Decision::Known) == known && !ids.contains(&kept.badge) {
                ids.push(kept.badge.clone());
            }
        }
        ids
    };
    InputView {
        name: examined.name.clone(),
        mail: examined.mail.as_ref().map(telling::mail),
        found: ids(false),
        known: ids(true),
        links: examined.links.iter().map(telling::link).collect(),
        passed: examined.passed.iter().map(telling::passed).collect(),
        failure: examined.failure.clone(),
        web_mail_paste: examined.web_mail_paste,
    }
}
