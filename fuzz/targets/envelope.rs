//! Presentations and learner records, and tokens that are some: what they hold, to whatever depth.
#![no_main]

use badgefolio_fuzz::unsigned;
use libfuzzer_sys::fuzz_target;
use openbadges::{Credential, Envelope};
use strict_json::json;

fuzz_target!(|bytes: &[u8]| {
    let token = unsigned(&json!({ "alg": "EdDSA" }), bytes);
    for input in [bytes, token.as_bytes()] {
        if let Some(envelope) = Envelope::read(input) {
            for held in envelope.held.into_iter().flatten() {
                let _ = (Envelope::read(&held), Credential::read(&held));
            }
        }
        if let Ok(credential) = Credential::read(input) {
            let _ = credential.envelope();
        }
        if !input.is_empty() {
            let _ = intake::scan(input, "presentation.json");
        }
    }
});
