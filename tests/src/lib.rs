//! What the tests across rooms share: where foreign test data lies, the command line as a test runs it, the committed
//! samples. The tests themselves are the targets `flows`, `network`, `corpus`, `interop` and `e2e` beside this
//! folder.
#![forbid(unsafe_code)]
// A test that cannot be set up shall end with words, and this crate serves nothing but tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod command_line;
#[cfg(target_os = "linux")]
pub mod dovecot;
mod folders;
#[cfg(target_os = "linux")]
pub mod network;

pub use command_line::{CommandLine, Ran};
pub use folders::{repository, samples, shared, tell};
