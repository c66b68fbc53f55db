//! Pages and files that somebody handed out: as they come, and as the manifest of one.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;
use openbadges::Digest;
use strict_json::json;

fuzz_target!(|bytes: &[u8]| {
    let _ = portfolio::open(bytes);
    let header = json!({ "alg": "EdDSA", "typ": "badgefolio-profile+jwt", "kid": "did:example:a" });
    let profile = json!({
        "type": "BadgefolioSharedProfile", "version": "1.0",
        "manifest": badgefolio_fuzz::unsigned(&header, bytes),
        "blobs": { Digest::of(b"blob").sri(): STANDARD.encode(b"blob") }
    });
    let _ = portfolio::open(profile.to_string().as_bytes());
});
