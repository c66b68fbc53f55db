//! PEM (RFC 7468), as Open Badges 2.0 publishes keys in `publicKeyPem`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::public::PublicKey;

/// SubjectPublicKeyInfo up to the point itself, which is not compressed (RFC 5480 §2, RFC 8410 §4).
type Start = (&'static [u8], usize, fn(Vec<u8>) -> PublicKey);
const CURVES: [Start; 3] = [
    (b"\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00", 65, PublicKey::P256),
    (b"\x30\x76\x30\x10\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x22\x03\x62\x00", 97, PublicKey::P384),
    (b"\x30\x56\x30\x10\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x0a\x03\x42\x00", 65, PublicKey::Secp256k1),
];
const ED25519: &[u8] = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00";

/// Reads a key from `PUBLIC KEY` (SubjectPublicKeyInfo) or, RSA only, `RSA PUBLIC KEY` (RSAPublicKey).
pub(crate) fn read(text: &str) -> Option<PublicKey> {
    if text.len() > 16 * 1024 {
        return None;
    }
    let body = ["PUBLIC KEY", "RSA PUBLIC KEY"].iter().find_map(|label| {
        let (_, after) = text.split_once(&format!("-----BEGIN {label}-----"))?;
        let (body, _) = after.split_once(&format!("-----END {label}-----"))?;
        Some(body)
    })?;
    // Some issuers keep the line ends as the two characters `\n`.
    let clean: String =
        body.replace("\\n", "").chars().filter(|character| !character.is_ascii_whitespace()).collect();
    spki(&STANDARD.decode(clean).ok()?)
}

/// Reads a SubjectPublicKeyInfo or, RSA only, an RSAPublicKey.
pub(crate) fn spki(der: &[u8]) -> Option<PublicKey> {
    if let Some(key) = der.strip_prefix(ED25519) {
        return key.try_into().ok().map(PublicKey::Ed25519);
    }
    for (start, length, key) in CURVES {
        if let Some(point) = der.strip_prefix(start) {
            return (point.len() == length && point.first() == Some(&4)).then(|| key(point.to_vec()));
        }
    }
    aws_lc_rs::rsa::PublicKey::from_der(der).ok()?;
    Some(PublicKey::Rsa(der.to_vec()))
}
