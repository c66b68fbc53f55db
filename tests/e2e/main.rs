//! The real window, driven over WebDriver under a display of its own. `make e2e` builds what is needed and runs this;
//! it is no part of `cargo test --workspace` by itself, because it needs the built app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]
// The harness is shared with the target that takes pictures.
#![allow(dead_code)]

mod asking;
mod at_rest;
mod borders;
mod dialog;
mod driver;
mod given;
mod keyring;
mod page;
mod start;
mod whole_way;
mod world;
