//! Attacks on badges, each built from a genuine one that passes: how they must be answered. Names as in the attack list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

mod any_bytes;
mod bounds;
mod clr1;
mod common;
mod data_integrity;
mod digests;
mod disguise;
mod endorsements;
mod hosted;
mod hosted_endorsements;
mod keys;
mod oeb;
mod platforms;
mod presentation;
mod refresh;
mod registries;
mod report;
mod resolvers;
mod schema;
mod sd_jwt;
mod seal;
mod sealing;
mod signed;
mod status;
mod status_bits;
mod suites;
mod token;
mod trust_lists;
mod webvh;
mod webvh_log;
