//! Tokens with parts to choose from: a line of JSON, the issuer's, in which `"#1"` is the digest of the first of the
//! disclosures that follow, one a line.
#![no_main]

use badgefolio_fuzz::{check, key};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use openbadges::SdJwt;
use sha2::{Digest as _, Sha256};
use verification::sign::jws;

fuzz_target!(|text: &str| {
    let _ = SdJwt::parse(text).map(|token| token.reveal(strict_json::Value::Null));
    let mut lines: Vec<String> = text.lines().take(12).map(str::to_owned).collect();
    // The last first: what is hidden in a disclosure names later ones.
    for place in (1..lines.len()).rev() {
        let disclosure = URL_SAFE_NO_PAD.encode(&lines[place]);
        let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(&disclosure));
        for line in &mut lines[..place] {
            *line = line.replace(&format!("\"#{place}\""), &format!("\"{digest}\""));
        }
        lines[place] = disclosure;
    }
    let Some((payload, disclosures)) = lines.split_first() else { return };
    let key = key();
    let Ok(signed) = jws(payload.as_bytes(), "EdDSA", Some(&key.did_key_method()), Some("vc+sd-jwt"), &key)
    else {
        return;
    };
    let token: String = [signed].iter().chain(disclosures).flat_map(|part| [part.as_str(), "~"]).collect();
    if let Ok(token) = SdJwt::parse(&token) {
        let payload = openbadges::json::read(token.jws().payload()).unwrap_or_default();
        let _ = (token.sd_hash(&payload), token.reveal(payload));
    }
    check(token.as_bytes(), "", None);
});
