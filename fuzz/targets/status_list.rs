//! Status lists that are signed well: a line of JSON (the list, with an `entry` that asks it), then the bits.
#![no_main]

use std::io::Write as _;

use badgefolio_fuzz::{badge, check, key, token};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::{Compression, write::GzEncoder};
use libfuzzer_sys::fuzz_target;
use strict_json::{Value, json};

const LIST: &str = "https://status.example/1";

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let (head, bits) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let Ok(Value::Object(mut subject)) = openbadges::json::read(head) else { return };
    let mut entry = subject.remove("entry").unwrap_or_default();
    if let Some(entry) = entry.as_object_mut()
        && !entry.contains_key("statusListCredential")
    {
        entry.insert("statusListCredential", LIST.into());
    }
    if !subject.contains_key("encodedList") {
        subject.insert("encodedList", encoded(bits).into());
    }
    let issuer = key().did_key();
    let list = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "id": LIST, "issuer": issuer,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "validFrom": "2025-01-01T00:00:00Z", "credentialSubject": subject
    });
    let mut badge = badge(&issuer);
    badge["credentialStatus"] = entry;
    check(token(badge).as_bytes(), LIST, Some(token(list).as_bytes()));
});

/// The bits, repeated until the list is as long as the standard asks for.
fn encoded(bits: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let long: Vec<u8> = bits.iter().chain(&[0]).copied().cycle().take(16 * 1024).collect();
    encoder.write_all(&long).expect("memory");
    format!("u{}", URL_SAFE_NO_PAD.encode(encoder.finish().expect("memory")))
}
