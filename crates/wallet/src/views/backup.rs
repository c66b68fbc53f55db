use serde::{Deserialize, Serialize};
use specta::Type;

/// What is known of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// The id of the backpack.
    pub backpack: String,
    /// When it was made.
    pub created_at: String,
    /// By which program.
    pub app: String,
    /// The number of its database's schema.
    pub schema: u32,
    /// The size of the file.
    pub bytes: u64,
}

/// A backup that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RestoredView {
    /// What it was.
    pub backup: BackupView,
    /// How many badges are in the backpack now.
    pub badges: u32,
    /// The folder where the backpack lies that was there before; none where there was none.
    pub set_aside: Option<String>,
    /// Whether it opens by this computer's keyring, too.
    pub keyring: bool,
}
