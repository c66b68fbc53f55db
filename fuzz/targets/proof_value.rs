//! Values of Data Integrity proofs: the CBOR of a selective disclosure, bare signatures, texts that are neither.
#![no_main]

use std::sync::LazyLock;

use badgefolio_fuzz::{badge, check};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use strict_json::json;
use verification::sign::Key;

/// A P-256 key, as selective disclosure asks for one.
static KEY: LazyLock<Key> = LazyLock::new(|| {
    Key::from_pkcs8_pem(include_str!("../../tests/fixtures/keys/test-p256.pem")).expect("a key")
});

/// A key of BLS12-381, as `bbs-2023` asks for one.
const BLS: &str = "did:key:zUC7EUF23mg3TMEPVTzdnACa1XWEhuWgys79fYdaTJrW3rbcRE54zNaHrwK3vp3L6BqksX9ncz2An4Gn3jL1LGL1bST3APbRsCDmqqpLgvRE9Qhvf8bRvogVWN8VsqPwuzq3d8y";

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, value)) = bytes.split_first() else { return };
    let suites = ["ecdsa-sd-2023", "ecdsa-rdfc-2019", "eddsa-rdfc-2022", "bbs-2023"];
    let suite = suites[usize::from(kind / 16) % 4];
    // Base and derived proofs of the suites in which statements can be left out begin with these bytes.
    let kinds: [u8; 4] = if suite == "bbs-2023" { [0x03, 0x03, 0x03, 0x02] } else { [0x01, 0x01, 0x01, 0x00] };
    let bytes = [&[0xd9, 0x5d, kinds[usize::from(kind % 4)]], value].concat();
    let value = match kind % 16 {
        0 => String::from_utf8_lossy(value).into_owned(),
        _ => format!("u{}", URL_SAFE_NO_PAD.encode(bytes)),
    };
    let (issuer, method) = match suite {
        "bbs-2023" => (BLS.to_owned(), format!("{BLS}#{}", &BLS["did:key:".len()..])),
        _ => (KEY.did_key(), KEY.did_key_method()),
    };
    let mut badge = badge(&issuer);
    badge["proof"] = json!({
        "type": "DataIntegrityProof", "cryptosuite": suite,
        "created": "2025-01-01T00:00:00Z", "proofPurpose": "assertionMethod",
        "verificationMethod": method, "proofValue": value
    });
    check(badge.to_string().as_bytes(), "", None);
});
