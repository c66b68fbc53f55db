//! From what a person knows to a wrapping key.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::Key;
use crate::{Entropy, Error};

/// Above these nobody of ours ever writes a slot: it would only keep the machine busy.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;
const MAX_PASSES: u32 = 16;
const MAX_LANES: u32 = 16;

/// How hard guessing a passphrase is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argon2Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Argon2Cost {
    /// 64 MiB, three passes: about a fifth of a second on a small laptop.
    fn default() -> Self {
        Argon2Cost { memory: 65_536, passes: 3, lanes: 1 }
    }
}

impl Argon2Cost {
    /// As little as the algorithm allows. For tests only: it does not slow a guesser down.
    pub fn least() -> Self {
        Argon2Cost { memory: 8, passes: 1, lanes: 1 }
    }
}

/// `kdf` of a slot in keyslots.json.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "alg")]
pub(crate) enum Kdf {
    /// For passphrases.
    #[serde(rename = "argon2id")]
    Argon2id { v: u32, m: u32, t: u32, p: u32, salt: String },
    /// For recovery codes, which need no stretching.
    #[serde(rename = "hkdf-sha256")]
    HkdfSha256 { salt: String },
}

fn salt(entropy: &mut dyn Entropy) -> Result<String, Error> {
    let mut salt = [0u8; 16];
    entropy.fill(&mut salt)?;
    Ok(STANDARD.encode(salt))
}

impl Kdf {
    pub(crate) fn argon2id(cost: Argon2Cost, entropy: &mut dyn Entropy) -> Result<Self, Error> {
        let kdf =
            Kdf::Argon2id { v: 19, m: cost.memory, t: cost.passes, p: cost.lanes, salt: salt(entropy)? };
        kdf.check()?;
        Ok(kdf)
    }

    pub(crate) fn hkdf(entropy: &mut dyn Entropy) -> Result<Self, Error> {
        Ok(Kdf::HkdfSha256 { salt: salt(entropy)? })
    }

    /// Refuses what costs too much, before anything of it is done.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self {
            Kdf::Argon2id { m, t, p, .. } if *m > MAX_MEMORY_KIB || *t > MAX_PASSES || *p > MAX_LANES => {
                Err(Error::SlotTooCostly)
            }
            _ => Ok(()),
        }
    }

    fn salt(&self) -> Result<Vec<u8>, Error> {
        let (Kdf::Argon2id { salt, .. } | Kdf::HkdfSha256 { salt }) = self;
        STANDARD
            .decode(salt)
            .ok()
            .filter(|salt| salt.len() >= 8 && salt.len() <= 64)
            .ok_or(Error::SlotChanged)
    }

    /// The wrapping key from a passphrase, which is brought into NFC first: the same letters typed on another
    /// system may come as other code points.
    pub(crate) fn derive_from_passphrase(&self, passphrase: &str) -> Result<Key, Error> {
        self.check()?;
        let Kdf::Argon2id { v: 19, m, t, p, .. } = self else { return Err(Error::SlotChanged) };
        let params = Params::new(*m, *t, *p, Some(32)).map_err(|_| Error::SlotChanged)?;
        // Room for every code point beforehand, so that no half-filled buffer is left behind unwiped.
        let mut password = Zeroizing::new(String::with_capacity(passphrase.len() * 4 + 16));
        password.extend(passphrase.nfc());
        let mut key = Key::zero();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), &self.salt()?, key.bytes_mut())
            .map_err(|_| Error::SlotChanged)?;
        Ok(key)
    }

    /// The wrapping key from the bytes of a recovery code.
    pub(crate) fn derive_from_code(&self, code: &[u8]) -> Result<Key, Error> {
        let Kdf::HkdfSha256 { .. } = self else { return Err(Error::SlotChanged) };
        let mut key = Key::zero();
        hkdf::Hkdf::<Sha256>::new(Some(&self.salt()?), code)
            .expand(b"Badgefolio recovery code 1", key.bytes_mut())
            .map_err(|_| Error::SlotChanged)?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn the_same_letters_in_another_form_are_the_same_passphrase() {
        let kdf = Kdf::argon2id(Argon2Cost::least(), &mut SystemEntropy).unwrap();
        let composed = kdf.derive_from_passphrase("Grüße").unwrap();
        let decomposed = kdf.derive_from_passphrase("Gru\u{308}ße").unwrap();
        assert_eq!(composed, decomposed);
        assert_ne!(composed, kdf.derive_from_passphrase("Gruße").unwrap());
    }

    #[test]
    fn too_much_work_is_refused_unread() {
        for (m, t, p) in [(MAX_MEMORY_KIB + 1, 1, 1), (8, MAX_PASSES + 1, 1), (u32::MAX, u32::MAX, u32::MAX)]
        {
            // The salt is no base64: had it been read first, the error would be another.
            let kdf = Kdf::Argon2id { v: 19, m, t, p, salt: "%".to_owned() };
            assert!(matches!(kdf.derive_from_passphrase("x"), Err(Error::SlotTooCostly)));
        }
    }
}
