//! A public key, and what it says about a signature.

use aws_lc_rs::signature::{self, VerificationAlgorithm};
use sha2::{Digest as _, Sha256};

use super::ready::Ready;

/// Signature algorithms that are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// Ed25519 (RFC 8032).
    EdDsa,
    /// ECDSA with P-256 and SHA-256, signature as r ‖ s.
    Es256,
    /// ECDSA with P-384 and SHA-384, signature as r ‖ s.
    Es384,
    /// ECDSA with secp256k1 and SHA-256, signature as r ‖ s (RFC 8812).
    Es256K,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// BBS over BLS12-381, of which only proofs are checked, by the suite itself.
    Bbs,
}

impl Algorithm {
    /// Every one.
    pub(super) const ALL: [Algorithm; 10] = [
        Algorithm::EdDsa,
        Algorithm::Es256,
        Algorithm::Es384,
        Algorithm::Es256K,
        Algorithm::Rs256,
        Algorithm::Rs384,
        Algorithm::Rs512,
        Algorithm::Ps256,
        Algorithm::Ps384,
        Algorithm::Ps512,
    ];

    /// By its name in JOSE (RFC 7518 §3.1, RFC 8037, RFC 8812, RFC 9864).
    pub(crate) fn of_jose(name: &str) -> Option<Algorithm> {
        Some(match name {
            "EdDSA" | "Ed25519" => Algorithm::EdDsa,
            "ES256" => Algorithm::Es256,
            "ES384" => Algorithm::Es384,
            "ES256K" => Algorithm::Es256K,
            "RS256" => Algorithm::Rs256,
            "RS384" => Algorithm::Rs384,
            "RS512" => Algorithm::Rs512,
            "PS256" => Algorithm::Ps256,
            "PS384" => Algorithm::Ps384,
            "PS512" => Algorithm::Ps512,
            _ => return None,
        })
    }

    /// How the library checks it with a key; `None` if the two do not go together.
    pub(super) fn implementation(self, key: &PublicKey) -> Option<&'static dyn VerificationAlgorithm> {
        Some(match (key, self) {
            (PublicKey::Ed25519(_), Algorithm::EdDsa) => &signature::ED25519,
            (PublicKey::P256(_), Algorithm::Es256) => &signature::ECDSA_P256_SHA256_FIXED,
            (PublicKey::P384(_), Algorithm::Es384) => &signature::ECDSA_P384_SHA384_FIXED,
            (PublicKey::Secp256k1(_), Algorithm::Es256K) => &signature::ECDSA_P256K1_SHA256_FIXED,
            (PublicKey::Rsa(_), Algorithm::Rs256) => &signature::RSA_PKCS1_2048_8192_SHA256,
            (PublicKey::Rsa(_), Algorithm::Rs384) => &signature::RSA_PKCS1_2048_8192_SHA384,
            (PublicKey::Rsa(_), Algorithm::Rs512) => &signature::RSA_PKCS1_2048_8192_SHA512,
            (PublicKey::Rsa(_), Algorithm::Ps256) => &signature::RSA_PSS_2048_8192_SHA256,
            (PublicKey::Rsa(_), Algorithm::Ps384) => &signature::RSA_PSS_2048_8192_SHA384,
            (PublicKey::Rsa(_), Algorithm::Ps512) => &signature::RSA_PSS_2048_8192_SHA512,
            _ => return None,
        })
    }
}

/// A public key of a kind that is checked here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PublicKey {
    /// 32 bytes.
    Ed25519([u8; 32]),
    /// A point of P-256, compressed (33 bytes) or not (65).
    P256(Vec<u8>),
    /// A point of P-384, compressed (49 bytes) or not (97).
    P384(Vec<u8>),
    /// A point of secp256k1, compressed (33 bytes) or not (65).
    Secp256k1(Vec<u8>),
    /// SubjectPublicKeyInfo or RSAPublicKey in DER.
    Rsa(Vec<u8>),
    /// A point of the second group of BLS12-381, compressed (96 bytes).
    Bls12381G2(Vec<u8>),
}

/// Why a signature does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The signature does not fit.
    Altered,
    /// Algorithm and kind of key do not go together.
    Kind,
    /// The key is so weak that a signature under it proves nothing.
    Weak,
}

impl PublicKey {
    /// Checks a signature. Strict: one encoding of each signature, no key or nonce of small order (with such a key one
    /// signature fits any message), RSA from 2048 bits on (RFC 7518 §3.3).
    pub(crate) fn verify(
        &self,
        algorithm: Algorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Refused> {
        let ready = Ready::of(self);
        if !ready.fits(algorithm) {
            return Err(Refused::Kind);
        }
        if ready.weak {
            return Err(Refused::Weak);
        }
        if algorithm == Algorithm::EdDsa && signature.first_chunk::<32>().is_none_or(is_small_order) {
            return Err(Refused::Altered);
        }
        let fits = ready.parsed(algorithm).map(|key| key.verify_sig(message, signature));
        if let Some(Ok(())) = fits { Ok(()) } else { Err(Refused::Altered) }
    }

    /// The bytes of the key.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            PublicKey::Ed25519(point) => point,
            PublicKey::P256(bytes)
            | PublicKey::P384(bytes)
            | PublicKey::Secp256k1(bytes)
            | PublicKey::Rsa(bytes)
            | PublicKey::Bls12381G2(bytes) => bytes,
        }
    }

    /// A short name by which the same key is known again: its multikey; of an RSA key a digest.
    pub(crate) fn fingerprint(&self) -> String {
        Ready::of(self).fingerprint.clone()
    }

    /// The same, not looked up.
    pub(super) fn fingerprint_worked_out(&self) -> String {
        match self {
            PublicKey::Rsa(_) => self.digest(),
            _ => super::multikey::encode(self).unwrap_or_else(|| self.digest()),
        }
    }

    fn digest(&self) -> String {
        let bytes = match self {
            // The same key in either DER form has the same modulus.
            PublicKey::Rsa(der) => aws_lc_rs::rsa::PublicKey::from_der(der)
                .map_or_else(|_| der.clone(), |key| key.modulus().big_endian_without_leading_zero().to_vec()),
            other => other.bytes().to_vec(),
        };
        format!("sha256:{}", hex::encode(Sha256::digest(bytes)))
    }

    /// Is it the same key, in whatever form?
    pub(crate) fn same(&self, other: &PublicKey) -> bool {
        self == other || self.fingerprint() == other.fingerprint()
    }
}

/// The y coordinates of the points of order 1, 2, 4 and 8, and their spellings beyond the field's prime.
pub(super) fn is_small_order(point: &[u8; 32]) -> bool {
    const SMALL: [[u8; 32]; 7] = [
        [0; 32],
        {
            let mut one = [0; 32];
            one[0] = 1;
            one
        },
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
            0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
            0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
        ],
        near_prime(0xec),
        near_prime(0xed),
        near_prime(0xee),
    ];
    let mut y = *point;
    y[31] &= 0x7f;
    SMALL.contains(&y)
}

const fn near_prime(last: u8) -> [u8; 32] {
    let mut bytes = [0xff; 32];
    bytes[0] = last;
    bytes[31] = 0x7f;
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_small_order_proves_nothing() {
        let mut key = [0u8; 32];
        key[0] = 1;
        // With the neutral element as key, R = neutral and S = 0 fits any message in a lax check.
        let mut signature = [0u8; 64];
        signature[0] = 1;
        let key = PublicKey::Ed25519(key);
        assert_eq!(key.verify(Algorithm::EdDsa, b"any", &signature), Err(Refused::Weak));
    }

    #[test]
    fn the_kind_of_the_key_has_to_fit_the_algorithm() {
        let key = PublicKey::Ed25519([7; 32]);
        assert_eq!(key.verify(Algorithm::Rs256, b"any", &[0; 256]), Err(Refused::Kind));
        assert_eq!(key.verify(Algorithm::EdDsa, b"any", &[0; 3]), Err(Refused::Altered));
    }
}
