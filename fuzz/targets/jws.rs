//! Compact JWS, and the names of the keys that they are said to be signed by.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openbadges::Jws;
use strict_json::json;
use verification::sign::check_jws;

fuzz_target!(|text: &str| {
    if let Ok(jws) = Jws::parse(text) {
        assert_eq!(Jws::parse(jws.text()).as_ref(), Ok(&jws));
        assert!(jws.text().as_bytes().starts_with(jws.signing_input()));
    }
    let _ = (Jws::looks_like(text), check_jws(text));
    let alg = ["EdDSA", "ES256", "ES384", "ES256K", "RS256", "PS256"][text.len() % 6];
    let _ = check_jws(&badgefolio_fuzz::unsigned(&json!({ "alg": alg, "kid": text }), b"{}"));
});
