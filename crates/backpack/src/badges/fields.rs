//! What a list shows of a badge, and what it is found by.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The fields a badge shows while this copy leads. They are kept with each copy, so that another copy can take
/// the lead without the credential being read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BadgeFields {
    /// The badge's name.
    pub name: String,
    /// The issuer's name.
    pub issuer: String,
    /// The authority: the issuer's id, normalised.
    pub issuer_key: String,
    /// The id of the achievement or badge class.
    pub achievement: Option<String>,
    /// To whom, comparable between badges; `None` where it cannot be told.
    pub recipient_key: Option<String>,
    /// When it was issued.
    pub issued_at: Option<Timestamp>,
    /// The same as the issuer wrote it.
    pub issued: Option<String>,
    /// When it ends.
    pub valid_until: Option<Timestamp>,
    /// The same as the issuer wrote it.
    pub valid_until_text: Option<String>,
    /// Study load in minutes.
    pub minutes: Option<u32>,
    /// The verdict as of the report.
    pub verdict: String,
    /// The mark as of the report.
    pub mark: String,
    /// The next moment at which verdict or mark change by themselves.
    pub turns_at: Option<Timestamp>,
    /// Everything else it should be found by: description, criteria, competences, tags.
    pub search_text: String,
}
