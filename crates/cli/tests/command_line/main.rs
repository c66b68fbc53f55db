//! The command line as a script sees it: what it writes, and with what it ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod accounts;
mod backpack;
mod bad_input;
mod claims;
mod exits;
mod hand_out;
mod kit;
mod reading;
mod shapes;
