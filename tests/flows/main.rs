//! The ways through the whole house, on the command line: what comes in, what is made of it, what goes out and comes back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod archive;
mod backup;
mod bad_input;
mod codes;
mod in_out_back;
mod mailboxes;
mod mails;
mod other_wallets;
mod pdf;
mod recorded;
mod samples;
mod trusted;
