//! The whole way: composed, signed, rendered, opened, folded.

mod any_bytes;
mod hostile;
mod page;
mod round_trip;
mod sample;
mod schema;
mod table;
mod warning;

use std::collections::BTreeMap;

use words::{Locale, Words};

use crate::{Composed, SharedProfile, compose, shared_profile};

fn composed(language: Locale) -> (Composed, SharedProfile) {
    let composed = compose(sample::request(language, &BTreeMap::new())).unwrap();
    let profile = shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    (composed, profile)
}

fn page(composed: &Composed, profile: &SharedProfile) -> String {
    crate::render_html(&composed.portfolio, profile, Words::new(composed.portfolio.language))
}
