//! Verification: from a credential and the documents at hand to a report of checks.
//!
//! This crate opens no socket and reads no clock. [`verify`] is pure: it gives a whole report of what the known
//! documents allow, and a list of the documents that would decide more. Whoever drives it has those fetched, with
//! consent, and asks again. It also signs ([`sign`]), through the same canonicalisation that it verifies with.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod base58;
mod bundled;
mod check;
mod checks;
pub mod codes;
mod document;
mod documents;
mod integrity;
mod key;
mod linked_data;
mod look;
mod mail_key;
mod mark;
mod proof;
mod registry;
mod remembered;
mod report;
mod seal;
pub mod sign;
mod terms;
mod trust;
mod urls;
mod verdict;
mod verify;
mod wanted;

pub use check::{Check, CheckId, Outcome};
pub use document::{Answer, Document, Origin, Why};
pub use documents::{Answered, ArchiveError, Documents};
pub use mail_key::MailKey;
pub use mark::{Mark, mark, mark_at};
pub use proof::presented;
pub use registry::{Federation, IssuerList, Registry, RegistryEntry, RegistryError};
pub use report::{DocumentRef, VERIFIER, VerificationReport, turns_at, verdict_at};
pub use terms::{Pin, Pins, Registered, Registries, Terms};
pub use trust::{Authority, TrustList, TrustListError};
pub use verdict::{Verdict, verdict};
pub use verify::verify;
pub use wanted::{DocUrl, Role, Verification, Wanted};
