//! The use cases of Badgefolio: what a person can do, as functions over the other rooms.
//!
//! This crate knows no window and prints nothing. Network, keyring, clock and randomness come in as ports; results
//! are the plain views of [`views`], failures are codes, and what changed is told as a [`views::ChangeSet`].
#![forbid(unsafe_code)]

pub mod codes;
pub mod views;
