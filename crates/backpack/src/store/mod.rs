//! The folder, the database in it, and who may have it open.

pub(crate) mod atomic_file;
mod backpack;
pub(crate) mod blob;
mod connection;
mod dumps;
mod handover;
mod key_changes;
mod lock;
mod paths;
pub(crate) mod pool;
mod row;
mod schema;
mod state;

pub use backpack::Backpack;
pub use dumps::forbid_core_dumps;
pub(crate) use row::{digest, from_ms, ms, optional_digest, optional_ms};
pub use state::{Damage, State, set_aside, state};
