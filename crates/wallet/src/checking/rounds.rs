use std::collections::{BTreeMap, BTreeSet};

use intake::MailSeal;
use openbadges::{Credential, limits};
use verification::{
    Answer, Answered, DocUrl, Document, Documents, Origin, Role, Terms, VerificationReport, Wanted, verify,
};

use super::Ask;

/// What the learner's own archive holds of an address.
pub trait Archive: Sync {
    /// Every version that was kept, oldest first.
    fn versions(&self, url: &DocUrl) -> Vec<Answered>;
}

/// No archive.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoArchive;

impl Archive for NoArchive {
    fn versions(&self, _url: &DocUrl) -> Vec<Answered> {
        Vec::new()
    }
}

/// What the rounds came to.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The last report: a whole one.
    pub report: VerificationReport,
    /// What would still decide more.
    pub wanted: Vec<Wanted>,
    /// What was answered in these rounds, by the archive, and of what was at hand that which was used; for an archive.
    pub answers: BTreeMap<DocUrl, Vec<Answered>>,
    /// The signatures of the mail it came in, as far as they are kept to be judged again.
    pub(crate) seal: Option<MailSeal>,
    /// Hosts that an earlier check would have asked, where this only tells what came of that one.
    pub(crate) still_wanted: Vec<String>,
}

impl Checked {
    /// Hosts whose documents would decide more, each once, in order; of keys for mails `dns:DOMAIN`.
    pub fn wanted_hosts(&self) -> Vec<String> {
        let decides = self.wanted.iter().filter(|wanted| wanted.role != Role::Refresh);
        let hosts = decides.filter_map(Wanted::asks).chain(self.still_wanted.iter().cloned());
        let hosts: BTreeSet<String> = hosts.collect();
        hosts.into_iter().collect()
    }
}

/// Verifies, looks into the archive and asks for what would decide more, and verifies again from the start, until
/// nothing new is wanted: at most 32 documents in 8 rounds. There is no state between rounds but `known`, which gains
/// what was answered.
pub fn check(
    credential: &Credential,
    known: &mut Documents,
    terms: &Terms<'_>,
    archive: &dyn Archive,
    ask: &dyn Ask,
) -> Checked {
    let mut asked: BTreeSet<DocUrl> = BTreeSet::new();
    let mut answers: BTreeMap<DocUrl, Vec<Answered>> = BTreeMap::new();
    let mut in_vain: Vec<Wanted> = Vec::new();
    for _ in 0..limits::DOCUMENT_ROUNDS {
        let verification = verify(credential, known, terms);
        let mut new: Vec<Wanted> = Vec::new();
        // A newer version is asked for only when somebody says so.
        for wanted in verification.wanted.iter().filter(|wanted| wanted.role != Role::Refresh) {
            if asked.len() < limits::DOCUMENTS_PER_BADGE && asked.insert(wanted.url.clone()) {
                new.push(wanted.clone());
            }
        }
        if new.is_empty() {
            return finished(verification, in_vain, answers, known);
        }
        let mut take = |url: &DocUrl, answered: Answered| {
            known.insert_answer(url.clone(), answered.answer.clone(), answered.at, answered.origin);
            answers.entry(url.clone()).or_default().push(answered);
        };
        let mut open: Vec<Wanted> = Vec::new();
        let mut marked: BTreeMap<DocUrl, Document> = BTreeMap::new();
        for wanted in new {
            let kept = archive.versions(&wanted.url);
            if let Some(version) = newest_marked(&kept) {
                marked.insert(wanted.url.clone(), version);
            }
            let enough = kept.iter().any(|version| wanted.newer_than.is_none_or(|than| version.at > than));
            for version in kept {
                take(&wanted.url, version);
            }
            if !enough {
                open.push(wanted);
            }
        }
        let answered = ask.renew(&open, &|url| marked.get(url).cloned());
        for (wanted, answer) in open.iter().zip(answered) {
            if matches!(answer, Answer::Refused(_) | Answer::Failed(_)) {
                in_vain.push(wanted.clone());
            }
            // A document has a moment of its own; that there is none is of the moment in which somebody was asked.
            let at = ask.asked_at().unwrap_or(terms.now);
            take(&wanted.url, Answered { answer, at, origin: Origin::Fetched });
        }
    }
    finished(verify(credential, known, terms), in_vain, answers, known)
}

/// The newest version of the learner's own, if its host marked it. What a sender supplied is never offered as known.
pub(super) fn newest_marked(versions: &[Answered]) -> Option<Document> {
    let own = versions.iter().filter(|version| version.origin == Origin::Archive);
    match &own.max_by_key(|version| version.at)?.answer {
        Answer::Got(document) if document.etag.is_some() => Some(document.clone()),
        _ => None,
    }
}

/// What was asked for in vain is still wanted, whether or not the last report names it again.
fn finished(
    verification: verification::Verification,
    in_vain: Vec<Wanted>,
    mut answers: BTreeMap<DocUrl, Vec<Answered>>,
    known: &Documents,
) -> Checked {
    let mut wanted = verification.wanted;
    for want in in_vain {
        if !wanted.iter().any(|known| known.url == want.url) {
            wanted.push(want);
        }
    }
    let report = verification.report;
    // What was at hand from the start and was used belongs into an archive as well, in all its versions. All that was
    // answered is among them.
    let named = report.checks.iter().flat_map(|check| &check.documents).map(String::as_str);
    for url in named.chain(report.documents.iter().map(|document| document.url.as_str())) {
        if let Some(url) = DocUrl::parse(url)
            && known.answered(&url)
        {
            answers.insert(url.clone(), known.versions(&url).to_vec());
        }
    }
    Checked { report, wanted, answers, seal: None, still_wanted: Vec::new() }
}
