//! What can go wrong, each with a code that has a sentence.

use std::collections::BTreeMap;

use crate::backup::BackupError;
use crate::keys::KeyringError;
use crate::store::Damage;

/// Why the backpack could not do what was asked. Carries no content: no names, addresses or paths.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no backpack in this folder.
    #[error("there is no backpack here")]
    None,
    /// A backpack is there already; it is not overwritten.
    #[error("a backpack is there already")]
    Exists,
    /// The passphrase opens none of the passphrase slots.
    #[error("the passphrase does not open the backpack")]
    WrongPassphrase,
    /// The recovery code opens none of the recovery slots.
    #[error("the recovery code does not open the backpack")]
    WrongRecoveryCode,
    /// The backpack has no slot of the kind that was to open it.
    #[error("the backpack has no key slot of that kind")]
    NoSlotOfKind,
    /// An empty passphrase was given for a new slot.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// No slot has that id.
    #[error("there is no such key slot")]
    UnknownSlot,
    /// The last key slot cannot be removed: nothing would open the backpack any more.
    #[error("the last key slot cannot be removed")]
    LastSlot,
    /// A new slot did not open again when it was tried; it was not kept.
    #[error("the new key slot did not open when it was tried")]
    SlotNotProven,
    /// The system's keyring.
    #[error("the keyring: {0}")]
    Keyring(#[from] KeyringError),
    /// A slot asks for more work than any of ours ever does; it is refused before any of it is done.
    #[error("a key slot asks for too much work")]
    SlotTooCostly,
    /// A slot's key was there, but the wrapped key did not open with it: somebody or something changed the slot.
    #[error("a key slot was changed")]
    SlotChanged,
    /// Files are missing or broken.
    #[error("the backpack is damaged: {0:?}")]
    Damaged(Damage),
    /// A backup that cannot be made or taken back.
    #[error("the backup: {0}")]
    Backup(#[from] BackupError),
    /// Made by a later version of the app, which says that this one cannot read it.
    #[error("the backpack was made by a newer version")]
    Newer,
    /// Somebody else has the backpack open, and this needs it alone.
    #[error("the backpack is open elsewhere")]
    InUse,
    /// Somebody else was writing for longer than the wait.
    #[error("the backpack is busy")]
    Busy,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or a file in it cannot be read or written.
    #[error("the folder cannot be used: {0}")]
    Folder(std::io::ErrorKind),
    /// No such badge, or an id that fits none.
    #[error("there is no such badge")]
    UnknownBadge,
    /// The beginning of an id fits several badges.
    #[error("the beginning of the id fits several badges")]
    AmbiguousBadge {
        /// How many it fits.
        count: usize,
    },
    /// No such copy of a badge.
    #[error("there is no such copy")]
    UnknownCopy,
    /// No such piece of evidence.
    #[error("there is no such evidence")]
    UnknownEvidence,
    /// What was to be attached could not be read to its end.
    #[error("the file could not be read: {0}")]
    UnreadableFile(std::io::ErrorKind),
    /// The receiver of a stream (a file being saved) gave up.
    #[error("could not be written: {0}")]
    UnwritableFile(std::io::ErrorKind),
    /// Stored bytes are not the ones their digest names.
    #[error("stored content is not what its digest says")]
    ContentChanged,
    /// No such stack.
    #[error("there is no such stack")]
    UnknownStack,
    /// No such account.
    #[error("there is no such account")]
    UnknownAccount,
    /// No such address or other identity.
    #[error("there is no such identity")]
    UnknownIdentity,
    /// This setting is the store's own.
    #[error("this setting is the store's own")]
    ReservedSetting,
    /// The system has no random bytes to give.
    #[error("no randomness")]
    Randomness,
    /// What must not happen: a query of ours that the database refuses.
    #[error("the database refused: {0}")]
    Database(&'static str),
}

impl Error {
    /// The stable code, e.g. `backpack.wrong-passphrase`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::None => "backpack.none",
            Error::Exists => "backpack.exists",
            Error::WrongPassphrase => "backpack.wrong-passphrase",
            Error::WrongRecoveryCode => "backpack.wrong-recovery-code",
            Error::NoSlotOfKind => "backpack.no-slot-of-kind",
            Error::EmptyPassphrase => "backpack.empty-passphrase",
            Error::UnknownSlot => "backpack.unknown-slot",
            Error::LastSlot => "backpack.last-slot",
            Error::SlotNotProven => "backpack.slot-not-proven",
            Error::Keyring(error) => error.code(),
            Error::SlotTooCostly => "backpack.slot-too-costly",
            Error::SlotChanged => "backpack.slot-changed",
            Error::Damaged(damage) => damage.code(),
            Error::Backup(error) => error.code(),
            Error::Newer => "backpack.newer",
            Error::InUse => "backpack.in-use",
            Error::Busy => "backpack.busy",
            Error::DiskFull => "backpack.disk-full",
            Error::Folder(_) => "backpack.folder",
            Error::UnknownBadge => "backpack.unknown-badge",
            Error::AmbiguousBadge { .. } => "backpack.ambiguous-badge",
            Error::UnknownCopy => "backpack.unknown-copy",
            Error::UnknownEvidence => "backpack.unknown-evidence",
            Error::UnreadableFile(_) => "backpack.unreadable-file",
            Error::UnwritableFile(_) => "backpack.unwritable-file",
            Error::ContentChanged => "backpack.content-changed",
            Error::UnknownStack => "backpack.unknown-stack",
            Error::UnknownAccount => "backpack.unknown-account",
            Error::UnknownIdentity => "backpack.unknown-identity",
            Error::ReservedSetting => "backpack.reserved-setting",
            Error::Randomness => "backpack.randomness",
            Error::Database(_) => "backpack.database",
        }
    }

    /// What the code's sentence fills in.
    pub fn args(&self) -> BTreeMap<String, String> {
        match self {
            Error::AmbiguousBadge { count } => BTreeMap::from([("count".to_owned(), count.to_string())]),
            Error::Backup(error) => error.args(),
            _ => BTreeMap::new(),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
            kind => Error::Folder(kind),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let rusqlite::Error::SqliteFailure(cause, _) = error else {
            // SQLite's message would hold values; the kind of error says enough.
            return Error::Database(match error {
                rusqlite::Error::QueryReturnedNoRows => "no rows",
                rusqlite::Error::InvalidColumnType(..) => "column type",
                rusqlite::Error::FromSqlConversionFailure(..) => "conversion",
                _ => "other",
            });
        };
        match cause.code {
            Code::DatabaseBusy | Code::DatabaseLocked => Error::Busy,
            Code::DatabaseCorrupt | Code::NotADatabase => Error::Damaged(Damage::Database),
            Code::DiskFull => Error::DiskFull,
            Code::CannotOpen | Code::PermissionDenied => Error::Folder(std::io::ErrorKind::PermissionDenied),
            Code::ReadOnly => Error::Folder(std::io::ErrorKind::ReadOnlyFilesystem),
            Code::SystemIoFailure => Error::Folder(std::io::ErrorKind::Other),
            Code::ConstraintViolation => Error::Database("constraint"),
            _ => Error::Database("query"),
        }
    }
}
