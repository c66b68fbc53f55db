//! PEM (RFC 7468), as Open Badges 2.0 publishes keys in `publicKeyPem`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::public::PublicKey;

/// Reads an RSA key from `PUBLIC KEY` (SubjectPublicKeyInfo) or `RSA PUBLIC KEY` (RSAPublicKey).
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
    let der = STANDARD.decode(clean).ok()?;
    aws_lc_rs::rsa::PublicKey::from_der(&der).ok()?;
    Some(PublicKey::Rsa(der))
}
