//! The only network client.
//!
//! It fetches one document at a time for verification. Every host is asked about before it is contacted, at each
//! redirect again; only HTTPS, unless the caller says otherwise; never an address inside of a network, whatever
//! name it hides behind; no cookies, no referrer, no proxy; five MiB and half a minute at most. A refusal is an
//! answer, too. Of names only one thing is looked up for its own sake: the record with the key of a domain for its mails, at the
//! system's name server, with a consent of its own. [`Client::send`] sends one request with a token or a body for accounts and claims, under the same bounds.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod accept;
mod address;
mod client;
pub mod codes;
mod dns;
mod hop;
pub mod imap;
mod loopback;
mod policy;
mod resolver;
mod send;
mod why;

pub use client::Client;
pub use loopback::Loopback;
pub use policy::Policy;
pub use send::{Method, Request, Response};

#[cfg(test)]
mod tests;
