//! Backups and lists of other wallets, with and without a password; no private half of a key ever comes out of one.
#![no_main]

use badgefolio_fuzz::BADGE;
use libfuzzer_sys::fuzz_target;
use secrecy::SecretString;

const SECRET: &str = "zFUZZ-PRIVATE-KEY";

fuzz_target!(|bytes: &[u8]| {
    if bytes.is_empty() {
        return;
    }
    let password = SecretString::from("password".to_owned());
    let _ = intake::unlock(bytes, "backup.json", &password);
    // A badge and a key beside whatever JSON it is.
    let Ok(other) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
    let badge: serde_json::Value = serde_json::from_slice(BADGE).expect("a badge");
    let wallet = serde_json::json!([{ "type": "UniversalWallet2020", "contents": [
        other, badge, { "type": "Ed25519VerificationKey2020", "privateKeyMultibase": SECRET }
    ] }]);
    if let Ok(scan) = intake::scan(wallet.to_string().as_bytes(), "backup.json") {
        assert!(!format!("{scan:?}").contains(SECRET), "a key was taken");
    }
});
