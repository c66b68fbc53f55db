//! JSON Web Key (RFC 7517, 7518 §6, 8037).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::Value;

use super::der;
use super::public::PublicKey;

/// Reads the public part of a JWK; `None` if it is none or of a kind that is not checked here. A key meant for
/// encryption (`use: enc`) is none.
pub(crate) fn read(jwk: &Value) -> Option<PublicKey> {
    let text = |name: &str| jwk.get(name).and_then(Value::as_str);
    let bytes = |name: &str| {
        let text = text(name)?;
        if text.len() > 4096 {
            return None;
        }
        URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
    };
    if text("use").is_some_and(|usage| usage != "sig") {
        return None;
    }
    // RFC 7517 §4.3: what the key may be used for, if it says so.
    if let Some(Value::Array(operations)) = jwk.get("key_ops")
        && !operations.iter().any(|operation| operation.as_str() == Some("verify"))
    {
        return None;
    }
    match (text("kty")?, text("crv")) {
        ("OKP", Some("Ed25519")) => bytes("x")?.try_into().ok().map(PublicKey::Ed25519),
        ("EC", Some(curve)) => {
            let (length, key): (usize, fn(Vec<u8>) -> PublicKey) = match curve {
                "P-256" => (32, PublicKey::P256),
                "P-384" => (48, PublicKey::P384),
                "secp256k1" => (32, PublicKey::Secp256k1),
                _ => return None,
            };
            let (x, y) = (bytes("x")?, bytes("y")?);
            (x.len() == length && y.len() == length).then(|| key([&[4][..], &x, &y].concat()))
        }
        ("RSA", _) => Some(PublicKey::Rsa(der::rsa_public_key(&bytes("n")?, &bytes("e")?))),
        _ => None,
    }
}
