//! The signature in a proof: a multibase value, or a detached JWS.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::{Map, Value};

use super::super::{failed, undecided};
use super::options::malformed;
use super::suite::Suite;
use crate::base58;
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey, Refused};

/// A signature that was read, and not checked.
pub(super) enum Signature {
    /// r ‖ s, or R ‖ S.
    Bytes(Vec<u8>),
    /// A JWS without its payload (RFC 7797).
    Detached(Detached),
    /// The value of a selective disclosure proof, taken apart later.
    Selective(Vec<u8>),
}

/// A JWS without its payload.
pub(super) struct Detached {
    /// The header as it is signed.
    header: String,
    algorithm: Algorithm,
    /// Its name, for sentences.
    name: String,
    /// Is the payload signed as it is, not in base64url?
    bare: bool,
    signature: Vec<u8>,
}

impl Signature {
    /// Reads the signature of a proof of `suite`.
    pub(super) fn read(suite: Suite, proof: &Map) -> Result<Signature, Check> {
        let text = |name: &str| proof.get(name).and_then(Value::as_str).filter(|text| text.len() <= 1 << 20);
        if suite.is_jws() {
            let text = text("jws").ok_or_else(|| malformed("proof.jws"))?;
            return Detached::read(suite, text).map(Signature::Detached);
        }
        let value = text("proofValue").ok_or_else(|| malformed("proof.proofValue"))?;
        if suite.is_selective() {
            return value
                .strip_prefix('u')
                .and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())
                .map(Signature::Selective)
                .ok_or_else(|| malformed("proof.proofValue"));
        }
        // Multibase base58btc of 64 bytes; of P-384 96.
        value
            .strip_prefix('z')
            .filter(|text| text.len() <= 140)
            .and_then(base58::decode)
            .filter(|bytes| {
                let ecdsa = matches!(suite, Suite::EcdsaRdfc2019 | Suite::EcdsaJcs2019);
                bytes.len() == 64 || ecdsa && bytes.len() == 96
            })
            .map(Signature::Bytes)
            .ok_or_else(|| malformed("proof.proofValue"))
    }
}

impl Detached {
    fn read(suite: Suite, text: &str) -> Result<Detached, Check> {
        let wrong = || malformed("proof.jws");
        let (header, signature) = text.split_once("..").ok_or_else(wrong)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| wrong())?;
        let bytes = URL_SAFE_NO_PAD.decode(header).map_err(|_| wrong())?;
        let members = openbadges::json::read(&bytes).map_err(|_| wrong())?;
        let name = members.get("alg").and_then(Value::as_str).ok_or_else(wrong)?.to_owned();
        // RFC 7797 §6: who signs the payload as it is has to call that critical; nothing else may be.
        let bare = match (members.get("b64"), members.get("crit")) {
            (Some(Value::Bool(false)), Some(Value::Array(critical))) => {
                if critical.len() != 1 || critical.first().and_then(Value::as_str) != Some("b64") {
                    return Err(failed(codes::PROOF_CRITICAL).with("member", "crit"));
                }
                true
            }
            (None | Some(Value::Bool(true)), None) => false,
            _ => return Err(failed(codes::PROOF_CRITICAL).with("member", "b64")),
        };
        let Some(algorithm) = Algorithm::of_jose(&name).filter(|algorithm| suite.allows(*algorithm)) else {
            return Err(failed(codes::PROOF_ALGORITHM_REFUSED).with("alg", name));
        };
        Ok(Detached { header: header.to_owned(), algorithm, name, bare, signature })
    }

    /// Checks the signature over a payload.
    pub(super) fn judge(&self, key: &PublicKey, payload: &[u8]) -> Check {
        let input = signing_input(&self.header, payload, self.bare);
        judge(key, self.algorithm, &self.name, &input, &self.signature)
    }
}

/// What a detached JWS signs: the header and the payload, bare or in base64url, joined by a dot (RFC 7797 §5.1).
pub(crate) fn signing_input(header: &str, payload: &[u8], bare: bool) -> Vec<u8> {
    let mut input = header.as_bytes().to_vec();
    input.push(b'.');
    if bare {
        input.extend_from_slice(payload);
    } else {
        input.extend_from_slice(URL_SAFE_NO_PAD.encode(payload).as_bytes());
    }
    input
}

/// Checks a signature.
pub(super) fn judge(
    key: &PublicKey,
    algorithm: Algorithm,
    name: &str,
    message: &[u8],
    signature: &[u8],
) -> Check {
    match key.verify(algorithm, message, signature) {
        Ok(()) => Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_OK),
        Err(Refused::Altered) => failed(codes::PROOF_ALTERED),
        Err(Refused::Kind) => failed(codes::PROOF_KEY_KIND).with("alg", name),
        Err(Refused::Weak) => failed(codes::PROOF_KEY_WEAK),
    }
}

/// The key was not had.
pub(super) fn no_key() -> Check {
    undecided(codes::PROOF_KEY_NOT_HAD)
}
