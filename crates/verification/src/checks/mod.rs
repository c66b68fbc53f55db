//! The checks beside the proof.

pub(crate) mod age;
pub(crate) mod endorsements;
pub(crate) mod evidence;
mod hosted_endorsement;
pub(crate) mod identity;
pub(crate) mod image;
pub(crate) mod others;
pub(crate) mod recipient;
pub(crate) mod refresh;
pub(crate) mod schema;
pub(crate) mod status;
pub(crate) mod structure;
pub(crate) mod validity;

/// A moment as the day it falls on, for sentences (UTC).
pub(crate) fn day(moment: jiff::Timestamp) -> String {
    moment.strftime("%Y-%m-%d").to_string()
}
