//! The documents at hand: by address, several versions of each, and refusals too.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use crate::document::{Answer, Document, Origin};
use crate::integrity::{Attached, Digests};
use crate::wanted::DocUrl;

/// An answer with the time it was given and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// When; of a document the time in the document.
    pub at: Timestamp,
    /// Whose; of a document the origin in the document.
    pub origin: Origin,
}

/// Why an archive's index could not be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ArchiveError {
    /// `index.json` is no JSON object of the known form.
    #[error("the index of the archive cannot be read: {0}")]
    Index(String),
    /// An entry names a file outside the archive.
    #[error("the index names a file outside the archive: {0}")]
    Outside(String),
    /// A file is not there.
    #[error("a file named in the index is not there: {0}")]
    NoFile(String),
    /// A file is not the one the index describes.
    #[error("a file is not the one the index describes: {0}")]
    Changed(String),
}

impl ArchiveError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ArchiveError::Index(_) => "archive.index",
            ArchiveError::Outside(_) => "archive.outside",
            ArchiveError::NoFile(_) => "archive.no-file",
            ArchiveError::Changed(_) => "archive.changed",
        }
    }
}

/// Everything known: address → answers, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    answers: BTreeMap<DocUrl, Vec<Answered>>,
    attached: Attached,
}

impl Documents {
    /// Nothing but what comes with this program. Bundled contexts need not be put in: they are always at hand, and
    /// nothing in here can stand in for one.
    pub fn bundled() -> Documents {
        Documents::default()
    }

    /// Adds a document under the address it was asked for.
    pub fn insert(&mut self, document: Document) {
        let url = document.url.clone();
        let (at, origin) = (document.at, document.origin);
        self.insert_answer(url, Answer::Got(document), at, origin);
    }

    /// Adds an answer. Of a document time and origin are its own.
    pub fn insert_answer(&mut self, url: DocUrl, answer: Answer, at: Timestamp, origin: Origin) {
        let (at, origin) = match &answer {
            Answer::Got(document) => (document.at, document.origin),
            _ => (at, origin),
        };
        let versions = self.answers.entry(url).or_default();
        versions.push(Answered { answer, at, origin });
        // Stable: of two answers of the same moment the later inserted one is the newer.
        versions.sort_by_key(|answered| answered.at);
    }

    /// All answers of an address, oldest first.
    pub fn versions(&self, url: &DocUrl) -> &[Answered] {
        self.answers.get(url).map_or(&[], Vec::as_slice)
    }

    /// Is there any answer, a refusal included?
    pub fn answered(&self, url: &DocUrl) -> bool {
        self.answers.contains_key(url)
    }

    /// The newest answer that says something about the address: a document, gone or missing. What the sender supplied
    /// counts only where there is nothing else; a refusal or failure never hides an older document.
    pub fn newest(&self, url: &DocUrl) -> Option<&Answered> {
        let says =
            |answered: &&Answered| matches!(answered.answer, Answer::Got(_) | Answer::Gone | Answer::Missing);
        let versions = self.versions(url);
        versions
            .iter()
            .rev()
            .filter(|answered| answered.origin != Origin::Sender)
            .find(says)
            .or_else(|| versions.iter().rev().find(says))
    }

    /// All addresses with their answers.
    pub fn iter(&self) -> impl Iterator<Item = (&DocUrl, &[Answered])> {
        self.answers.iter().map(|(url, versions)| (url, versions.as_slice()))
    }

    /// Adds bytes that are at hand without an address, such as evidence that the person has attached: they are compared with
    /// what a credential names by its digest.
    pub fn attach(&mut self, bytes: &[u8]) {
        self.attached.insert(bytes);
    }

    /// Were these attached?
    pub(crate) fn is_attached(&self, digests: &Digests) -> bool {
        digests.attached(&self.attached)
    }

    /// Takes over all answers of another collection.
    pub fn extend(&mut self, other: Documents) {
        self.attached.extend(other.attached);
        for (url, versions) in other.answers {
            for answered in versions {
                self.insert_answer(url.clone(), answered.answer, answered.at, answered.origin);
            }
        }
    }

    /// Reads an archive from its `index.json`; `read` gives the bytes of a file below the archive's folder (this crate
    /// reads no files). All documents get the given origin.
    pub fn from_archive(
        read: &dyn Fn(&str) -> Option<Vec<u8>>,
        index: &[u8],
        origin: Origin,
    ) -> Result<Documents, ArchiveError> {
        let index: BTreeMap<String, OneOrMany> =
            serde_json::from_slice(index).map_err(|error| ArchiveError::Index(error.to_string()))?;
        let mut documents = Documents::default();
        for (address, entries) in index {
            let url = DocUrl::parse(&address).ok_or_else(|| ArchiveError::Index(address.clone()))?;
            let entries = match entries {
                OneOrMany::One(entry) => vec![*entry],
                OneOrMany::Many(entries) => entries,
            };
            for entry in entries {
                documents.insert_entry(&url, entry, read, origin)?;
            }
        }
        Ok(documents)
    }

    fn insert_entry(
        &mut self,
        url: &DocUrl,
        entry: IndexEntry,
        read: &dyn Fn(&str) -> Option<Vec<u8>>,
        origin: Origin,
    ) -> Result<(), ArchiveError> {
        let at = entry.fetched_at;
        let answer = match (entry.status.unwrap_or(200), entry.file) {
            (410, _) => Answer::Gone,
            (404, _) => Answer::Missing,
            (200..=299, Some(file)) => {
                if !is_below(&file) {
                    return Err(ArchiveError::Outside(file));
                }
                let bytes = read(&file).ok_or_else(|| ArchiveError::NoFile(file.clone()))?;
                let mut document = Document::new(url.clone(), entry.media_type, bytes, at, origin);
                // The digest stands in the entry, or the file is named by it.
                let named = file_digest(&file).map(str::to_owned);
                let other = |digest: String| !digest.eq_ignore_ascii_case(&document.digest().hex());
                if entry.sha256.into_iter().chain(named).any(other) {
                    return Err(ArchiveError::Changed(file));
                }
                if let Some(final_url) = entry.final_url {
                    document.final_url = DocUrl::parse(&final_url).ok_or(ArchiveError::Index(final_url))?;
                }
                Answer::Got(document)
            }
            (status, _) => {
                Answer::Failed(crate::codes::DOCUMENT_STATUS.note().with("status", status.to_string()))
            }
        };
        self.insert_answer(url.clone(), answer, at, origin);
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(Box<IndexEntry>),
    Many(Vec<IndexEntry>),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct IndexEntry {
    file: Option<String>,
    media_type: Option<String>,
    status: Option<u16>,
    fetched_at: Timestamp,
    sha256: Option<String>,
    final_url: Option<String>,
}

/// The digest that a file is named by, if it is.
fn file_digest(file: &str) -> Option<&str> {
    let stem = file.strip_suffix(".bin")?;
    (stem.len() == 64 && stem.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(stem)
}

/// Does a relative path stay below its folder, on every system?
fn is_below(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
