//! What stands at an issuer's address: DID documents, profiles, key sets, PEM.
#![no_main]

use badgefolio_fuzz::{ISSUER, badge, check, unsigned};
use libfuzzer_sys::fuzz_target;
use strict_json::json;

fuzz_target!(|document: &[u8]| {
    let alg = ["EdDSA", "ES256", "ES384", "ES256K", "RS256", "PS256"][document.len() % 6];
    let header = json!({ "alg": alg, "kid": format!("{ISSUER}#key-1"), "typ": "vc+jwt" });
    let token = unsigned(&header, badge(ISSUER).to_string().as_bytes());
    check(token.as_bytes(), ISSUER, Some(document));
});
