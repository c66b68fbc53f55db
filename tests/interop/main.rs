//! Badges exchanged with foreign implementations: what they issue verifies here, what is issued here verifies there, and
//! so with baking. The peers are installed by `scripts/interop-setup.sh` and fetch nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod baking;
mod cases;
mod claiming;
mod digitalbazaar;
mod disclosing;
mod exchange;
mod former;
mod here;
mod openbadgeslib;
mod oracle;
mod peers;
mod webvh;
