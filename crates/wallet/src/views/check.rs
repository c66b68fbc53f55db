use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What one check asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// Has it the shape and the required fields of the version it claims.
    Structure,
    /// The `credentialSchema` it names.
    Schema,
    /// Is the signature, or the issuer's own copy, good over exactly these bytes.
    Proof,
    /// Does the key belong to the issuer it names.
    IssuerKey,
    /// Who is that issuer.
    IssuerIdentity,
    /// Not before, not after.
    ValidityPeriod,
    /// Revoked or suspended.
    Status,
    /// Is it for one of the learner's addresses.
    Recipient,
    /// Is the picture that carries it the picture it names.
    Image,
    /// Each embedded endorsement by itself.
    Endorsements,
    /// Digests of attached evidence.
    Evidence,
    /// The mail it came in.
    Mail,
}

/// The answer of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Good.
    Passed,
    /// Not good.
    Failed,
    /// Could not be seen: never shown as good, never as forged.
    Inconclusive,
    /// Nothing to look at.
    NotApplicable,
}

/// Something that was tolerated, is weak or is odd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NoteView {
    /// Worded from the catalogue.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}

/// A document from outside the badge that a check used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Its address.
    pub url: String,
    /// When it was fetched.
    pub at: String,
    /// `bundled`, `fetched`, `archive` or `sender`.
    pub origin: String,
}

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// What was asked.
    pub id: CheckId,
    /// What came out.
    pub outcome: Outcome,
    /// Why, worded from the catalogue.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
    /// Said beside it.
    pub notes: Vec<NoteView>,
    /// What it rests on.
    pub documents: Vec<DocumentView>,
}
