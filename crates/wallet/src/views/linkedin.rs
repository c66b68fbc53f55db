use serde::{Deserialize, Serialize};
use specta::Type;

use super::NoteView;

/// LinkedIn's add-to-profile link for a badge, and its fields to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkedInView {
    /// The link.
    pub url: String,
    /// The fields, in the order of LinkedIn's form.
    pub fields: Vec<LinkedInField>,
    /// What to know before using it.
    pub notes: Vec<NoteView>,
}

/// One field of LinkedIn's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkedInField {
    /// Which.
    pub id: LinkedInFieldId,
    /// What goes in.
    pub value: String,
}

/// The fields of LinkedIn's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LinkedInFieldId {
    /// The badge's name.
    Name,
    /// Who gave it.
    Organization,
    /// Month and year it was given.
    IssueDate,
    /// Month and year it ends.
    ExpirationDate,
    /// Its id.
    CredentialId,
    /// Where it can be seen.
    CredentialUrl,
}
