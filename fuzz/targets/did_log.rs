//! Logs of did:webvh, as they stand at an issuer's address.
#![no_main]

use badgefolio_fuzz::{badge, check, unsigned};
use libfuzzer_sys::fuzz_target;
use strict_json::json;

/// The DID of the log in fuzz/seeds/did_log.
const DID: &str = "did:webvh:QmcUnZ6RXUg9A5G9ZspsQvC9rPAUnDHjaYe4kK9Y5s3nBt:uni.example";
const LOG: &str = "https://uni.example/.well-known/did.jsonl";

fuzz_target!(|log: &[u8]| {
    let header = json!({ "alg": "EdDSA", "kid": format!("{DID}#key-1"), "typ": "vc+jwt" });
    let token = unsigned(&header, badge(DID).to_string().as_bytes());
    check(token.as_bytes(), LOG, Some(log));
});
