//! What we say of a file.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use openbadges::Credential;
use verification::{
    CheckId, DocUrl, Document, Documents, Origin, Outcome, Pins, Registries, Terms, VerificationReport,
};

use crate::manifest::Row;

/// The clock of the run: the same on every day.
const NOW: &str = "2026-11-21T09:00:00Z";

/// The folder, and the archive of documents in it.
pub(crate) struct Corpus {
    folder: PathBuf,
    documents: Documents,
}

/// Our answer to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) format: String,
    pub(crate) securing: String,
    /// A verdict, or `not-read`.
    pub(crate) verdict: String,
    /// The code that decides it: of the first check that stands in the way, or why it was not read.
    pub(crate) code: String,
    /// Did `structure` pass, or could it at least not be said that it fails?
    pub(crate) has_structure: bool,
}

impl Answer {
    /// Was a credential read?
    pub(crate) fn was_read(&self) -> bool {
        self.verdict != "not-read"
    }

    fn not_read(code: &str) -> Answer {
        Answer {
            format: "-".into(),
            securing: "-".into(),
            verdict: "not-read".into(),
            code: code.into(),
            has_structure: false,
        }
    }
}

impl Corpus {
    /// Opens the corpus with its archive.
    pub(crate) fn open(folder: &Path) -> Corpus {
        let index = std::fs::read(folder.join("index.json")).expect("the index of the corpus");
        let read = |file: &str| std::fs::read(folder.join(file)).ok();
        let mut documents = Documents::bundled();
        documents.extend(Documents::from_archive(&read, &index, Origin::Archive).expect("an archive"));
        Corpus { folder: folder.into(), documents }
    }

    /// Reads and verifies a file at a moment, by default the clock of the run.
    pub(crate) fn answer(&self, row: &Row, at: Option<Timestamp>) -> Answer {
        let bytes = std::fs::read(self.folder.join(&row.path)).expect("a file of the corpus");
        let name = row.path.rsplit('/').next().unwrap_or_default();
        let scan = match intake::scan(&bytes, name) {
            Ok(scan) => scan,
            Err(error) => return Answer::not_read(error.code()),
        };
        let Some(found) = scan.found.first() else {
            let passed = scan.passed.first().map_or("nothing", |passed| passed.code.as_ref());
            return Answer::not_read(passed);
        };
        let now = at.unwrap_or_else(|| NOW.parse().expect("a moment"));
        self.verified(&found.credential, now)
    }

    fn verified(&self, credential: &Credential, now: Timestamp) -> Answer {
        let documents = self.with_hosted_copy(credential, now);
        let (pins, registries) = (Pins::new(), Registries::new());
        let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since: None };
        let report = verification::verify(credential, &documents, &terms).report;
        Answer {
            format: credential.format().as_str().into(),
            securing: report.securing.clone(),
            verdict: report.verdict.as_str().into(),
            code: deciding(&report),
            has_structure: report
                .check(CheckId::Structure)
                .is_some_and(|check| check.outcome != Outcome::Failed),
        }
    }
}

impl Corpus {
    /// The suites hand a hosted assertion to the validator as the copy that was fetched. So where the archive knows
    /// nothing of the address it is hosted at, the file is what lies there.
    fn with_hosted_copy<'a>(&'a self, credential: &Credential, now: Timestamp) -> Cow<'a, Documents> {
        let Some(url) = credential.hosted_at().and_then(|url| DocUrl::parse(url.as_str())) else {
            return Cow::Borrowed(&self.documents);
        };
        if self.documents.answered(&url) {
            return Cow::Borrowed(&self.documents);
        }
        let mut documents = self.documents.clone();
        let bytes = credential.payload().to_vec();
        documents.insert(Document::new(url, Some("application/json".into()), bytes, now, Origin::Archive));
        Cow::Owned(documents)
    }
}

/// The code of the check that decides the verdict, in the order of the verdict's own rules; `-` where all is good.
fn deciding(report: &VerificationReport) -> String {
    let first = |outcome: Outcome, ids: &[CheckId]| {
        ids.iter()
            .filter_map(|id| report.check(*id))
            .find(|check| check.outcome == outcome)
            .map(|check| check.code.to_string())
    };
    let forged = [CheckId::Structure, CheckId::Schema, CheckId::Proof, CheckId::IssuerKey];
    let open =
        [CheckId::Structure, CheckId::Proof, CheckId::IssuerKey, CheckId::Status, CheckId::ValidityPeriod];
    first(Outcome::Failed, &forged)
        .or_else(|| first(Outcome::Failed, &[CheckId::Status]))
        .or_else(|| first(Outcome::Failed, &[CheckId::ValidityPeriod]))
        .or_else(|| first(Outcome::Inconclusive, &open))
        .unwrap_or_else(|| "-".into())
}
