//! The database's key, wrapped: XChaCha20-Poly1305 under a slot's key, bound to that slot.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Key;
use super::kdf::Kdf;
use crate::{Entropy, Error};

/// What a wrap is bound to: moved to another slot, kind, cost or backpack it does not open.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Bound<'a> {
    #[serde(rename = "type")]
    pub(crate) file_type: &'a str,
    pub(crate) version: u32,
    pub(crate) backpack: &'a str,
    pub(crate) id: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) kdf: Option<&'a Kdf>,
}

impl Bound<'_> {
    /// The associated data: these members as JSON, in this order, without spaces.
    fn bytes(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec(self).map_err(|_| Error::Database("associated data"))
    }
}

/// `wrap` of a slot in keyslots.json. Bytes are base64 with padding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wrap {
    alg: String,
    nonce: String,
    ciphertext: String,
}

const ALG: &str = "XChaCha20-Poly1305";

impl Wrap {
    /// Wraps `key` under `under`.
    pub(crate) fn seal(
        key: &Key,
        under: &Key,
        bound: Bound<'_>,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, Error> {
        let mut nonce = [0u8; 24];
        entropy.fill(&mut nonce)?;
        let cipher = XChaCha20Poly1305::new(under.bytes().into());
        let payload = Payload { msg: key.bytes(), aad: &bound.bytes()? };
        let ciphertext =
            cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Error::Database("cipher"))?;
        Ok(Wrap {
            alg: ALG.to_owned(),
            nonce: STANDARD.encode(nonce),
            ciphertext: STANDARD.encode(ciphertext),
        })
    }

    /// The key, or `None` when `under` is not the key it was wrapped with, or anything it is bound to differs.
    pub(crate) fn open(&self, under: &Key, bound: Bound<'_>) -> Option<Key> {
        if self.alg != ALG {
            return None;
        }
        let nonce: [u8; 24] = STANDARD.decode(&self.nonce).ok()?.try_into().ok()?;
        let ciphertext = STANDARD.decode(&self.ciphertext).ok()?;
        let aad = bound.bytes().ok()?;
        let payload = Payload { msg: &ciphertext, aad: &aad };
        let cipher = XChaCha20Poly1305::new(under.bytes().into());
        let plain = Zeroizing::new(cipher.decrypt(&XNonce::from(nonce), payload).ok()?);
        Key::from_slice(&plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn opens_only_where_it_belongs() {
        let (key, under) = (Key::make(&mut SystemEntropy).unwrap(), Key::make(&mut SystemEntropy).unwrap());
        let bound = Bound { file_type: "T", version: 1, backpack: "b", id: "s", kind: "keyring", kdf: None };
        let wrap = Wrap::seal(&key, &under, bound, &mut SystemEntropy).unwrap();
        assert_eq!(wrap.open(&under, bound), Some(key.clone()));
        assert_eq!(wrap.open(&key, bound), None);
        let kdf = Kdf::HkdfSha256 { salt: String::new() };
        for other in [
            Bound { file_type: "U", ..bound },
            Bound { version: 2, ..bound },
            Bound { backpack: "c", ..bound },
            Bound { id: "t", ..bound },
            Bound { kind: "passphrase", ..bound },
            Bound { kdf: Some(&kdf), ..bound },
        ] {
            assert_eq!(wrap.open(&under, other), None, "{other:?}");
        }
    }
}
