//! What the header of a JAdES seal (ETSI TS 119 182-1) says, as far as it is understood here.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use openbadges::{IssuerTime, SealSignature};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use strict_json::Value;

use crate::check::Check;
use crate::codes;
use crate::proof::{failed, undecided};

/// Certificates that a seal brings along and that are looked at.
const MAX_CERTIFICATES: usize = 16;
/// Characters of one certificate in base64.
const MAX_CERTIFICATE: usize = 32 * 1024;

/// Header members that a seal may call critical: what they say is used, or is the sealer's word about itself.
const UNDERSTOOD: [&str; 9] = ["b64", "sigT", "iat", "x5t#o", "sigX5ts", "adoTst", "srCms", "srAts", "sigPl"];
/// Members that are known and would need more than is at hand: what is sealed lies elsewhere, or rules lie elsewhere.
const NOT_FOLLOWED: [&str; 2] = ["sigD", "sigPId"];

/// RFC 7515 §4.1.11, RFC 7797 §6: what a seal calls critical has to be there, once, and be understood; `b64: false` has to
/// be called critical.
pub(super) fn critical(signature: &SealSignature) -> Option<Check> {
    let header = signature.header();
    if let Some(member) = NOT_FOLLOWED.iter().find(|member| header.contains_key(member)) {
        return Some(undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", format!("JAdES {member}")));
    }
    let malformed = |member: &str| Some(failed(codes::PROOF_MALFORMED).with("member", member));
    let names: Vec<&str> = match header.get("crit") {
        None => Vec::new(),
        Some(Value::Array(names)) if !names.is_empty() => {
            let texts: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            if texts.len() != names.len() {
                return malformed("crit");
            }
            texts
        }
        Some(_) => return malformed("crit"),
    };
    for (index, name) in names.iter().enumerate() {
        if !header.contains_key(name) || names.iter().take(index).any(|before| before == name) {
            return malformed("crit");
        }
        if !UNDERSTOOD.contains(name) {
            return Some(failed(codes::PROOF_CRITICAL).with("member", *name));
        }
    }
    match header.get("b64") {
        None | Some(Value::Bool(true)) => None,
        Some(Value::Bool(false)) if names.contains(&"b64") => None,
        Some(_) => malformed("b64"),
    }
}

/// When it was sealed, by the sealer's own word: `sigT` (§5.2.1), in newer ones `iat`.
pub(super) fn time(signature: &SealSignature) -> Option<Timestamp> {
    let header = signature.header();
    let text = header.get("sigT").and_then(Value::as_str);
    text.and_then(|text| IssuerTime::parse_strict(text).instant)
        .or_else(|| Timestamp::from_second(crate::proof::jwt::number(header.get("iat")?)?).ok())
}

/// The certificate of the key that sealed (`x5c`, RFC 7515 §4.1.6: standard base64, that of the key first), in DER.
pub(super) fn certificate(signature: &SealSignature) -> Option<Vec<u8>> {
    der(signature.header().get("x5c")?.as_array()?.first()?)
}

/// Certificates that may lie between the sealer's and an authority's: the rest of `x5c`, and what was put beside the seal
/// later (`etsiU`, `xVals`, §5.3.5.1). They are worth what their signatures are worth, wherever they stand.
pub(super) fn between(signature: &SealSignature) -> Vec<Vec<u8>> {
    let own = signature.header().get("x5c").and_then(Value::as_array).into_iter().flatten().skip(1);
    let later = signature.unprotected().get("etsiU").and_then(Value::as_array).into_iter().flatten();
    let later = later.take(MAX_CERTIFICATES).filter_map(|item| match item {
        Value::String(text) => openbadges::json::read(&URL_SAFE_NO_PAD.decode(text).ok()?).ok(),
        Value::Object(_) => Some(item.clone()),
        _ => None,
    });
    let later: Vec<Value> = later
        .filter_map(|item| item.get("xVals")?.as_array().cloned())
        .flatten()
        .filter_map(|value| value.get("x509Cert")?.get("val").cloned())
        .collect();
    own.chain(later.iter()).take(MAX_CERTIFICATES).filter_map(der).collect()
}

fn der(value: &Value) -> Option<Vec<u8>> {
    let text = value.as_str().filter(|text| text.len() <= MAX_CERTIFICATE)?;
    STANDARD.decode(text).ok()
}

/// Does the digest of the certificate that stands in the header fit (`x5t#S256`, RFC 7515 §4.1.8; `x5t#o`, §5.1.7.2)?
/// Without one nothing is said: the certificate itself is sealed, too.
pub(super) fn digest_fits(signature: &SealSignature, der: &[u8]) -> bool {
    let header = signature.header();
    let equal = |value: Option<&Value>, digest: &[u8]| {
        value.and_then(Value::as_str).is_some_and(|text| text == URL_SAFE_NO_PAD.encode(digest))
    };
    if let Some(digest) = header.get("x5t#S256")
        && !equal(Some(digest), &Sha256::digest(der))
    {
        return false;
    }
    match header.get("x5t#o") {
        None => true,
        Some(other) => match other.get("digAlg").and_then(Value::as_str) {
            Some("S384") => equal(other.get("digVal"), &Sha384::digest(der)),
            Some("S512") => equal(other.get("digVal"), &Sha512::digest(der)),
            // Under other names it cannot be compared, and it is the sealer's own.
            _ => true,
        },
    }
}
