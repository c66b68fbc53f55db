//! The list of attacks: ways to forge a badge, to mislead whoever looks at it, or to harm the machine that opens it. Each
//! test is named by its row, builds the attack from a genuine badge, shows that the genuine one passes, and that the
//! attacked one is answered as the standards say. What a row asks for is written at its test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod archives;
mod backup;
mod data_integrity;
mod documents;
mod hosted;
mod json;
mod kit;
mod mail;
mod network;
mod no_network;
mod pdf;
mod pictures;
mod png;
mod rows;
mod shared;
mod shown;
mod status;
mod svg;
mod token;
mod wallet;
