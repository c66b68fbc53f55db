//! What can be wrong with a backup.

use std::collections::BTreeMap;

/// Why a backup could not be made, or is not taken back. The backpack that is there is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The backpack has neither a passphrase nor a recovery code: nobody could open a copy on another computer.
    #[error("no key of the backpack works on another computer")]
    NoKey,
    /// A file of that name is there already; it is not overwritten.
    #[error("a file of that name is there already")]
    Exists,
    /// It is something else.
    #[error("this is no backup")]
    NotOne,
    /// Its major version is not ours.
    #[error("made by a newer version: {version}")]
    Newer {
        /// The version it names.
        version: String,
    },
    /// Its end is missing.
    #[error("the file is not whole")]
    Truncated,
    /// A part of it is larger than any of ours ever is.
    #[error("the file is too large")]
    TooLarge,
    /// Something is in it that does not belong into a backup: another name, another order, one too many.
    #[error("a member that does not belong there")]
    Foreign,
    /// A member is compressed. Ours never are, and what has to be inflated has no size that could be trusted.
    #[error("a member is compressed")]
    Packed,
    /// Members are not what the manifest says, or the manifest is not what was sealed.
    #[error("the file was changed")]
    Changed,
    /// The database in it opens, but is damaged, or is not made as ours are.
    #[error("the database in it is not sound")]
    Unsound,
}

impl BackupError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            BackupError::NoKey => "backup.no-key",
            BackupError::Exists => "backup.exists",
            BackupError::NotOne => "backup.not-one",
            BackupError::Newer { .. } => "backup.newer",
            BackupError::Truncated => "backup.truncated",
            BackupError::TooLarge => "backup.too-large",
            BackupError::Foreign => "backup.foreign-member",
            BackupError::Packed => "backup.packed",
            BackupError::Changed => "backup.changed",
            BackupError::Unsound => "backup.unsound",
        }
    }

    /// What the code's sentence fills in.
    pub(crate) fn args(&self) -> BTreeMap<String, String> {
        match self {
            BackupError::Newer { version } => BTreeMap::from([("version".to_owned(), version.clone())]),
            _ => BTreeMap::new(),
        }
    }
}
