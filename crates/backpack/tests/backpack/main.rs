//! The backpack from outside: through its public API, with other processes beside it, and as bytes on a disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod at_rest;
mod backup;
mod badges;
mod codes;
mod common;
mod crash;
mod damage;
mod evidence;
mod keyslots;
mod made;
mod opening;
mod query;
mod system_keyring;
mod together;
