//! Accounts: mailboxes on a real server (Debian's Dovecot, started here over TLS), and the system's own keyring.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod keyring;
mod mails;
mod proxy;
mod refusals;
mod scanning;
mod tokens;
mod world;
