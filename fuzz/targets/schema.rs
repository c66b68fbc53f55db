//! Forms that a badge names by `credentialSchema`.
#![no_main]

use badgefolio_fuzz::{badge, check, key, token};
use libfuzzer_sys::fuzz_target;
use strict_json::json;

const SCHEMA: &str = "https://uni.example/schema.json";

fuzz_target!(|schema: &[u8]| {
    let mut badge = badge(&key().did_key());
    badge["credentialSchema"] = json!([{ "id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019" }]);
    check(token(badge).as_bytes(), SCHEMA, Some(schema));
});
