//! The backpack: one folder with an encrypted database and the slots its key is wrapped in.
//!
//! `backpack.db` is SQLCipher under 32 random bytes; `keyslots.json` holds those bytes once for every way to open
//! it: the system's keyring, a passphrase, a recovery code. Nothing of the learner's is written in the clear, not
//! even for a moment: no temporary files, thumbnails inside the database, temporary tables in memory.
//!
//! This crate stores what it is given. It reads no clock, opens no socket and judges no badge: times, randomness,
//! reports and the fields a list shows come in as arguments.

mod backup;
mod badges;
mod clean;
pub mod codes;
mod entropy;
mod error;
mod ids;
mod keys;
mod made;
mod store;

pub use backup::{BackupError, BackupFacts, Restored, look_into_backup, restore};
pub use badges::{
    BadgeFields, BadgeRecord, BadgeRow, BadgeState, CopyRecord, Count, Decision, Held, Known, Lookup,
    NewCopy, Page, Picture, PictureBytes, Put, Query, Report, ReportLine, Size, Sort, Source, SourceRecord,
    Standing, StoredDocument, Together,
};
pub use entropy::{Entropy, SystemEntropy};
pub use error::Error;
pub use ids::{AccountId, EvidenceId, StackId};
pub use keys::{
    AddedSlot, Argon2Cost, Keyring, KeyringError, MemoryKeyring, NewSlot, SlotInfo, SlotKind, SystemKeyring,
    Unlock,
};
pub use made::{
    Account, AccountFields, Evidence, EvidenceKind, Identity, IdentityKind, NewEvidence, NewShare, Pin,
    Share, Stack, StackFields,
};
pub use openbadges::Digest;
pub use openbadges::award::BadgeId;
pub use store::{Backpack, Damage, State, forbid_core_dumps, set_aside, state};
