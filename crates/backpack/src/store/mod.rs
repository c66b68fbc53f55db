//! The folder, the database in it, and who may have it open.

pub(crate) mod atomic_file;
mod backpack;
pub(crate) mod blob;
pub(crate) mod connection;
mod dumps;
mod handover;
mod key_changes;
mod lock;
pub(crate) mod paths;
pub(crate) mod pool;
mod row;
pub(crate) mod schema;
mod state;

pub use backpack::Backpack;
pub use dumps::forbid_core_dumps;
pub(crate) use lock::FolderLock;
pub(crate) use paths::DATABASE;
pub(crate) use row::{digest, from_ms, ms, optional_digest, optional_ms};
pub(crate) use schema::{MIGRATIONS, Migration};
pub use state::{Damage, State, set_aside, state};
pub(crate) use state::{move_aside, put_back, rename_all};
