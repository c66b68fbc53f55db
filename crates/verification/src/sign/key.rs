//! A private key.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P256K1_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING,
    EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512,
    RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaKeyPair, RsaSignatureEncoding,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use strict_json::{Value, json};

use super::SignError;
use crate::key::{Algorithm, PublicKey, encode_multikey};

/// A private key that signs: Ed25519, P-256, P-384, secp256k1 or RSA. It shows nothing of itself.
pub struct Key(Kind);

enum Kind {
    Ed25519(Box<Ed25519KeyPair>),
    P256(Box<EcdsaKeyPair>),
    P384(Box<EcdsaKeyPair>),
    Secp256k1(Box<EcdsaKeyPair>),
    Rsa(Box<RsaKeyPair>),
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.alg())
    }
}

impl Key {
    /// An Ed25519 key of its 32 secret bytes.
    pub fn ed25519_from_seed(seed: &[u8; 32]) -> Result<Key, SignError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| SignError::Key)?;
        Ok(Key(Kind::Ed25519(Box::new(pair))))
    }

    /// A key in PKCS#8 (DER), of any kind that signs here.
    pub fn from_pkcs8(der: &[u8]) -> Result<Key, SignError> {
        if let Ok(pair) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
            return Ok(Key(Kind::Ed25519(Box::new(pair))));
        }
        if let Ok(pair) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der) {
            return Ok(Key(Kind::P256(Box::new(pair))));
        }
        if let Ok(pair) = EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, der) {
            return Ok(Key(Kind::P384(Box::new(pair))));
        }
        if let Ok(pair) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256K1_SHA256_FIXED_SIGNING, der) {
            return Ok(Key(Kind::Secp256k1(Box::new(pair))));
        }
        if let Ok(pair) = RsaKeyPair::from_pkcs8(der) {
            return Ok(Key(Kind::Rsa(Box::new(pair))));
        }
        Err(SignError::Key)
    }

    /// A key in PKCS#8 as PEM (`PRIVATE KEY`).
    pub fn from_pkcs8_pem(text: &str) -> Result<Key, SignError> {
        let (_, after) = text.split_once("-----BEGIN PRIVATE KEY-----").ok_or(SignError::Key)?;
        let (body, _) = after.split_once("-----END PRIVATE KEY-----").ok_or(SignError::Key)?;
        let clean: String = body.chars().filter(|character| !character.is_ascii_whitespace()).collect();
        Key::from_pkcs8(&STANDARD.decode(clean).map_err(|_| SignError::Key)?)
    }

    /// An Ed25519 key of a JWK with its private member `d`.
    pub fn from_jwk(jwk: &Value) -> Result<Key, SignError> {
        let text = |name: &str| jwk.get(name).and_then(Value::as_str);
        if (text("kty"), text("crv")) != (Some("OKP"), Some("Ed25519")) {
            return Err(SignError::Key);
        }
        let seed = URL_SAFE_NO_PAD.decode(text("d").ok_or(SignError::Key)?).map_err(|_| SignError::Key)?;
        Key::ed25519_from_seed(seed.as_slice().try_into().map_err(|_| SignError::Key)?)
    }

    /// The JWS algorithm it signs with.
    pub fn alg(&self) -> &'static str {
        match self.0 {
            Kind::Ed25519(_) => "EdDSA",
            Kind::P256(_) => "ES256",
            Kind::P384(_) => "ES384",
            Kind::Secp256k1(_) => "ES256K",
            Kind::Rsa(_) => "RS256",
        }
    }

    /// Signs bytes in the way of [`Key::alg`]: ECDSA as r ‖ s.
    pub fn sign_bytes(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        self.sign_rsa(message, &RSA_PKCS1_SHA256)
    }

    /// Signs bytes with an algorithm that fits the key.
    pub(crate) fn sign_as(&self, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>, SignError> {
        if !self.signs(algorithm) {
            return Err(SignError::Kind(self.alg().to_owned()));
        }
        self.sign_rsa(
            message,
            match algorithm {
                Algorithm::Rs384 => &RSA_PKCS1_SHA384,
                Algorithm::Rs512 => &RSA_PKCS1_SHA512,
                Algorithm::Ps256 => &RSA_PSS_SHA256,
                Algorithm::Ps384 => &RSA_PSS_SHA384,
                Algorithm::Ps512 => &RSA_PSS_SHA512,
                _ => &RSA_PKCS1_SHA256,
            },
        )
    }

    fn sign_rsa(&self, message: &[u8], of_rsa: &'static RsaSignatureEncoding) -> Result<Vec<u8>, SignError> {
        match &self.0 {
            Kind::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
            Kind::P256(pair) | Kind::P384(pair) | Kind::Secp256k1(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message).map_err(|_| SignError::Failed)?;
                Ok(signature.as_ref().to_vec())
            }
            Kind::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(of_rsa, &SystemRandom::new(), message, &mut signature)
                    .map_err(|_| SignError::Failed)?;
                Ok(signature)
            }
        }
    }

    /// `publicKeyMultibase`: the multikey of the public key; none for RSA.
    pub fn multikey(&self) -> Option<String> {
        encode_multikey(&self.public())
    }

    /// The key as a DID: `did:key:z6Mk…` (Ed25519), `did:key:zDn…` (P-256), `did:jwk:…` (RSA) …
    pub fn did_key(&self) -> String {
        match self.multikey() {
            Some(key) => format!("did:key:{key}"),
            None => format!("did:jwk:{}", URL_SAFE_NO_PAD.encode(self.public_jwk().to_string())),
        }
    }

    /// The name of the one key of [`Key::did_key`]: with its fragment, as `verificationMethod` and `kid` ask for.
    pub fn did_key_method(&self) -> String {
        match self.multikey() {
            Some(key) => format!("did:key:{key}#{key}"),
            None => format!("{}#0", self.did_key()),
        }
    }

    /// The public key as a JWK.
    pub fn public_jwk(&self) -> Value {
        match &self.0 {
            Kind::Ed25519(pair) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(pair.public_key()) })
            }
            Kind::P256(pair) | Kind::P384(pair) | Kind::Secp256k1(pair) => {
                let point = pair.public_key().as_ref().get(1..).unwrap_or_default();
                let (x, y) = point.split_at_checked(point.len() / 2).unwrap_or_default();
                let curve = match &self.0 {
                    Kind::P384(_) => "P-384",
                    Kind::Secp256k1(_) => "secp256k1",
                    _ => "P-256",
                };
                json!({
                    "kty": "EC", "crv": curve,
                    "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y)
                })
            }
            Kind::Rsa(pair) => {
                let public = pair.public_key();
                json!({
                    "kty": "RSA", "alg": "RS256",
                    "n": URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
                    "e": URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero())
                })
            }
        }
    }

    /// The public key as PEM (`PUBLIC KEY`), as Open Badges 2.0 publishes it.
    pub fn public_pem(&self) -> Result<String, SignError> {
        use aws_lc_rs::encoding::AsDer as _;
        use aws_lc_rs::encoding::PublicKeyX509Der;
        let der: Vec<u8> = match &self.0 {
            Kind::Ed25519(pair) => {
                let der: PublicKeyX509Der<'_> = pair.public_key().as_der().map_err(|_| SignError::Failed)?;
                der.as_ref().to_vec()
            }
            Kind::P256(pair) | Kind::P384(pair) | Kind::Secp256k1(pair) => {
                let der: PublicKeyX509Der<'_> = pair.public_key().as_der().map_err(|_| SignError::Failed)?;
                der.as_ref().to_vec()
            }
            Kind::Rsa(pair) => {
                let der: PublicKeyX509Der<'_> = pair.public_key().as_der().map_err(|_| SignError::Failed)?;
                der.as_ref().to_vec()
            }
        };
        let encoded = STANDARD.encode(der);
        let mut lines = String::from("-----BEGIN PUBLIC KEY-----\n");
        for (index, character) in encoded.chars().enumerate() {
            lines.push(character);
            if index % 64 == 63 {
                lines.push('\n');
            }
        }
        if !lines.ends_with('\n') {
            lines.push('\n');
        }
        lines.push_str("-----END PUBLIC KEY-----\n");
        Ok(lines)
    }

    /// The public key.
    pub(crate) fn public(&self) -> PublicKey {
        match &self.0 {
            Kind::Ed25519(pair) => {
                PublicKey::Ed25519(pair.public_key().as_ref().try_into().unwrap_or([0; 32]))
            }
            Kind::P256(pair) => PublicKey::P256(pair.public_key().as_ref().to_vec()),
            Kind::P384(pair) => PublicKey::P384(pair.public_key().as_ref().to_vec()),
            Kind::Secp256k1(pair) => PublicKey::Secp256k1(pair.public_key().as_ref().to_vec()),
            Kind::Rsa(pair) => PublicKey::Rsa(pair.public_key().as_ref().to_vec()),
        }
    }

    /// Can it sign with this algorithm?
    pub(crate) fn signs(&self, algorithm: Algorithm) -> bool {
        match &self.0 {
            Kind::Ed25519(_) => algorithm == Algorithm::EdDsa,
            Kind::P256(_) => algorithm == Algorithm::Es256,
            Kind::P384(_) => algorithm == Algorithm::Es384,
            Kind::Secp256k1(_) => algorithm == Algorithm::Es256K,
            Kind::Rsa(_) => !matches!(
                algorithm,
                Algorithm::EdDsa | Algorithm::Es256 | Algorithm::Es384 | Algorithm::Es256K
            ),
        }
    }
}
