//! Values of Data Integrity proofs: the CBOR of a selective disclosure, bare signatures, texts that are neither.
#![no_main]

use std::sync::LazyLock;

use badgefolio_fuzz::{badge, check};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use verification::sign::Key;

/// A P-256 key, as selective disclosure asks for one.
static KEY: LazyLock<Key> = LazyLock::new(|| {
    Key::from_pkcs8_pem(include_str!("../../tests/fixtures/keys/test-p256.pem")).expect("a key")
});

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, value)) = bytes.split_first() else { return };
    let suites = ["ecdsa-sd-2023", "ecdsa-rdfc-2019", "eddsa-rdfc-2022"];
    // A derived proof begins with these bytes.
    let bytes = [&[0xd9, 0x5d, 0x01], value].concat();
    let value = match kind % 16 {
        0 => String::from_utf8_lossy(value).into_owned(),
        _ => format!("u{}", URL_SAFE_NO_PAD.encode(bytes)),
    };
    let mut badge = badge(&KEY.did_key());
    badge["proof"] = json!({
        "type": "DataIntegrityProof", "cryptosuite": suites[usize::from(kind / 16) % 3],
        "created": "2025-01-01T00:00:00Z", "proofPurpose": "assertionMethod",
        "verificationMethod": KEY.did_key_method(), "proofValue": value
    });
    check(badge.to_string().as_bytes(), "", None);
});
