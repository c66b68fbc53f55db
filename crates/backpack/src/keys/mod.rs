//! The keys: what opens the database, and the slots it is wrapped in.

mod code;
pub(crate) mod file;
mod kdf;
mod keyring;
mod secret;
mod slot;
mod system_keyring;
mod unwrap;
mod wrap;

pub(crate) use file as file_names;
pub(crate) use file::Keyslots;
pub use kdf::Argon2Cost;
pub use keyring::{Keyring, KeyringError, MemoryKeyring};
pub(crate) use secret::Key;
pub use slot::{AddedSlot, NewSlot, SlotInfo, SlotKind};
pub(crate) use slot::{Slot, prove};
pub use system_keyring::SystemKeyring;
pub use unwrap::Unlock;
pub(crate) use unwrap::unwrap;
