//! The real window, driven over WebDriver under a display of its own. `make e2e` builds what is needed and runs this;
//! it is no part of `cargo test --workspace` by itself, because it needs the built app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]
// The harness is shared with the target that takes pictures.
#![allow(dead_code)]

mod asking;
mod at_rest;
mod borders;
mod by_keyboard;
mod clipboard;
mod dialog;
mod driver;
mod given;
mod keyring;
mod keys;
mod links;
mod long_work;
mod mailboxes;
mod page;
mod start;
mod ways_in;
mod whole_way;
mod world;
