//! The program as it ships, in a network of its own: public-looking addresses on `lo`, names from a hosts file, an
//! authority through `SSL_CERT_FILE`. No switch, variable or feature of the program lets it ask anybody else.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accounts;
mod answers;
mod asking;
mod closed;
mod issuer;
mod links;
mod mail_keys;
