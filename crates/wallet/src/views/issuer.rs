use serde::{Deserialize, Serialize};
use specta::Type;

/// An issuer the learner has marked as known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KnownIssuer {
    /// The issuer's id.
    pub issuer: String,
    /// The name it had then.
    pub name: String,
    /// When it was marked.
    pub since: String,
    /// How many keys of it are remembered.
    pub keys: u32,
}
