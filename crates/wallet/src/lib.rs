//! The use cases of Badgefolio: what a person can do, as functions over the other rooms.
//!
//! This crate knows no window and prints nothing. Network, keyring, clock and randomness come in as [`Ports`]; results
//! are the plain [`views`], failures are codes, and what changed is told as a [`views::ChangeSet`]. A [`Wallet`] can be
//! shared between threads; all of it blocks. The one place that is asynchronous inside is the fetching of one round
//! of documents.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod accounts;
mod archive;
mod backup;
mod badges;
mod bake;
pub mod checking;
mod claims;
pub mod codes;
mod evidence;
mod examine;
mod failure;
mod files;
mod folder;
mod given;
mod hand_out;
mod identities;
mod import;
mod inbox;
mod issuers;
mod linkedin;
mod network;
mod picture;
mod picture_of;
mod picture_work;
pub mod ports;
pub mod record;
mod refresh;
mod review;
mod samples;
mod save;
pub mod say;
mod session;
mod settings;
mod stack;
mod stacks;
mod telling;
mod trusted;
pub mod views;
mod wallet;

pub use accounts::AccountSupply;
pub use bake::{Unbaked, bake, unbake};
pub use checking::Judge;
pub use claims::{Browser, ClaimOutcome, ClaimTerms};
pub use examine::{Examined, Examinee, scan, unlock};
pub use files::{Files, files_in, is_container};
pub use folder::{VARIABLE, folder};
pub use given::{Given, GivenKind};
pub use hand_out::{ExportFormat, Outgoing, page_style_hash};
pub use import::{
    Decision, Followed, Gathered, ImportTerms, Imported, Kept, Progress, Step, Supply, Unwatched, Watch,
    may_follow, tracks,
};
pub use picture_of::PictureSize;
pub use ports::Ports;
pub use refresh::Refreshed;
pub use samples::samples;
pub use save::SaveFile;
pub use secrecy::{ExposeSecret, SecretString};
pub use session::VERSION;
pub use trusted::{read_registry, read_trust_list};
pub use verification::Registries;
pub use wallet::{Done, Wallet};

/// The largest file that is read whole, in bytes.
pub const LARGEST_FILE: u64 = openbadges::limits::FILE as u64;

/// Keeps the system from writing this process's memory, keys and all, to disk when it fails. As well as it can.
pub fn quiet_core_dumps() {
    backpack::forbid_core_dumps();
}

#[cfg(test)]
mod tests;
