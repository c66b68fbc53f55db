//! One disclosure, and the digests that refer to it (RFC 9901 §4.2).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use strict_json::{Text, Value};

use super::SdJwtError;
use crate::json;

/// The digests that `_sd_alg` may name (RFC 9901 §4.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// `_sd_alg` of a payload; without one it is `sha-256`.
    pub(super) fn of(payload: &Value) -> Result<Algorithm, SdJwtError> {
        match payload.get("_sd_alg") {
            None => Ok(Algorithm::Sha256),
            Some(Value::String(name)) => match name.as_str() {
                "sha-256" => Ok(Algorithm::Sha256),
                "sha-384" => Ok(Algorithm::Sha384),
                "sha-512" => Ok(Algorithm::Sha512),
                other => Err(SdJwtError::Algorithm(other.to_owned())),
            },
            Some(_) => Err(SdJwtError::Digests),
        }
    }

    /// The digest as it stands in a payload: of the letters as they travel, in base64url.
    pub(super) fn digest(self, text: &str) -> String {
        let bytes = text.as_bytes();
        match self {
            Algorithm::Sha256 => URL_SAFE_NO_PAD.encode(Sha256::digest(bytes)),
            Algorithm::Sha384 => URL_SAFE_NO_PAD.encode(Sha384::digest(bytes)),
            Algorithm::Sha512 => URL_SAFE_NO_PAD.encode(Sha512::digest(bytes)),
        }
    }
}

/// What a disclosure discloses.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Disclosed {
    /// A member of an object: its name and value.
    Member(Text, Value),
    /// An item of a list.
    Item(Value),
}

impl Disclosed {
    /// Reads `[salt, name, value]` or `[salt, value]`.
    pub(super) fn read(text: &str) -> Result<Disclosed, SdJwtError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| SdJwtError::Disclosure)?;
        let Ok(Value::Array(parts)) = json::read(&bytes) else { return Err(SdJwtError::Disclosure) };
        let mut parts = parts.into_iter();
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Value::String(_)), Some(value), None, None) => Ok(Disclosed::Item(value)),
            (Some(Value::String(_)), Some(Value::String(name)), Some(value), None) => {
                Ok(Disclosed::Member(name, value))
            }
            _ => Err(SdJwtError::Disclosure),
        }
    }
}
