//! A copy of the whole backpack in one file, and taking it back. What is in the file and why: docs/adr on backups.
//!
//! ```text
//! manifest.json   what this is: version, backpack, day, schema, the other members' sizes and digests
//! manifest.seal   who made it: a code over the manifest that only the database's key gives
//! keyslots.json   that key, wrapped under passphrases and recovery codes; nothing that one computer's keyring opens
//! backpack.db     the database as it lies on the disk: SQLCipher under the same key
//! ```
//! A plain ZIP with these four members, in this order, stored. Whoever reads it believes none of it.

mod error;
mod manifest;
mod parcel;
mod restore;
mod sound;
mod unpacking;
mod write;

#[cfg(test)]
mod tests;

pub use error::BackupError;
pub use manifest::BackupFacts;
pub use parcel::look_into_backup;
pub use restore::{Restored, restore};

const MANIFEST: &str = "manifest.json";
const SEAL: &str = "manifest.seal";
const KEYSLOTS: &str = crate::keys::file_names::NAME;
const DATABASE: &str = crate::store::DATABASE;
