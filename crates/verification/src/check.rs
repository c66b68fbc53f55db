//! One check: a question with a stable name, its answer, and the code that says why.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use openbadges::Note;
use serde::{Deserialize, Serialize};

use crate::codes::Code;

/// The questions a report answers, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// Has it the shape and the required fields of the version it claims; are its dates dates.
    Structure,
    /// The `credentialSchema` it names.
    Schema,
    /// Is the signature, or for hosted badges the issuer's own copy, good over exactly these bytes.
    Proof,
    /// Does the key belong to the issuer the credential names, and is it allowed for this purpose.
    IssuerKey,
    /// Who is that: in a registry, pinned by the learner, proved by an https domain, unknown.
    IssuerIdentity,
    /// Not before, not after, at the given moment.
    ValidityPeriod,
    /// Revoked or suspended, by every status entry it names.
    Status,
    /// Is it for one of the learner's addresses or DIDs.
    Recipient,
    /// Is the picture that carries it the picture it names.
    Image,
    /// Each embedded endorsement by itself.
    Endorsements,
    /// Digests of attached evidence.
    Evidence,
    /// DKIM of the message it came in, and whether that domain is the issuer's.
    Mail,
}

impl CheckId {
    /// All checks in report order.
    pub const ALL: [CheckId; 12] = [
        CheckId::Structure,
        CheckId::Schema,
        CheckId::Proof,
        CheckId::IssuerKey,
        CheckId::IssuerIdentity,
        CheckId::ValidityPeriod,
        CheckId::Status,
        CheckId::Recipient,
        CheckId::Image,
        CheckId::Endorsements,
        CheckId::Evidence,
        CheckId::Mail,
    ];

    /// The stable name, as in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            CheckId::Structure => "structure",
            CheckId::Schema => "schema",
            CheckId::Proof => "proof",
            CheckId::IssuerKey => "issuer-key",
            CheckId::IssuerIdentity => "issuer-identity",
            CheckId::ValidityPeriod => "validity-period",
            CheckId::Status => "status",
            CheckId::Recipient => "recipient",
            CheckId::Image => "image",
            CheckId::Endorsements => "endorsements",
            CheckId::Evidence => "evidence",
            CheckId::Mail => "mail",
        }
    }
}

impl fmt::Display for CheckId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a check came to. *Could not be checked* is neither good nor forged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not hold.
    Failed,
    /// It could not be decided.
    Inconclusive,
    /// There is nothing to check.
    NotApplicable,
}

impl Outcome {
    /// All answers.
    pub(crate) const ALL: [Outcome; 4] =
        [Outcome::Passed, Outcome::Failed, Outcome::Inconclusive, Outcome::NotApplicable];

    /// The stable name, as in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::Inconclusive => "inconclusive",
            Outcome::NotApplicable => "not-applicable",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One answered question of a report. Its sentence and its next step are worded from `code` and `args`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Which question.
    pub id: CheckId,
    /// The answer.
    pub outcome: Outcome,
    /// Why: one of [`crate::codes::ALL`].
    pub code: Cow<'static, str>,
    /// What the sentence of the code names: `issuer`, `host`, `date`, `member` …
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// What was tolerated, what is weak, what is odd.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Addresses of the documents this answer rests on.
    #[serde(default)]
    pub documents: Vec<String>,
}

impl Check {
    /// A check with nothing but its answer.
    pub fn new(id: CheckId, outcome: Outcome, code: Code) -> Check {
        Check {
            id,
            outcome,
            code: Cow::Borrowed(code.as_str()),
            args: BTreeMap::new(),
            notes: Vec::new(),
            documents: Vec::new(),
        }
    }

    /// The check with one argument more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Check {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// The check with one note more; the same note is not said twice.
    #[must_use]
    pub fn note(mut self, note: Note) -> Check {
        self.add_note(note);
        self
    }

    /// Adds a note; the same note is not said twice.
    pub fn add_note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The check with one more document that it rests on.
    #[must_use]
    pub fn on(mut self, url: &str) -> Check {
        if !self.documents.iter().any(|known| known == url) {
            self.documents.push(url.to_owned());
        }
        self
    }
}
