//! What the benchmarks share: badges of each securing with genuine signatures under test keys, mails that carry them, and
//! a backpack to fill.
#![forbid(unsafe_code)]
// A benchmark that cannot be set up shall end with words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod badges;
mod mails;
mod store;

pub use badges::{
    SECURINGS, STATUS_LIST, badge, documents, known, poison, public_pem, published, status_list, with_status,
};
pub use mails::{mail, mail_with, picture};
pub use store::{filled_backpack, open_wallet};

/// The allocator of the programs, so that what is measured is what people get.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The clock of all benchmarks.
pub const NOW: &str = "2026-11-21T09:00:00Z";
