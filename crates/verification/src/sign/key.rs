//! A private key.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::SignError;
use crate::key::{Algorithm, PublicKey, encode_multikey};

/// A private key that signs: Ed25519, P-256 or RSA. It shows nothing of itself.
pub struct Key(Kind);

enum Kind {
    Ed25519(Box<Ed25519KeyPair>),
    P256(Box<EcdsaKeyPair>),
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

    /// A key in PKCS#8 (DER): Ed25519, P-256 or RSA.
    pub fn from_pkcs8(der: &[u8]) -> Result<Key, SignError> {
        if let Ok(pair) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
            return Ok(Key(Kind::Ed25519(Box::new(pair))));
        }
        if let Ok(pair) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der) {
            return Ok(Key(Kind::P256(Box::new(pair))));
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
            Kind::Rsa(_) => "RS256",
        }
    }

    /// Signs bytes: Ed25519, ES256 as r ‖ s, or RS256.
    pub fn sign_bytes(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        match &self.0 {
            Kind::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
            Kind::P256(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message).map_err(|_| SignError::Failed)?;
                Ok(signature.as_ref().to_vec())
            }
            Kind::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
                    .map_err(|_| SignError::Failed)?;
                Ok(signature)
            }
        }
    }

    /// `publicKeyMultibase`: the multikey of the public key; none for RSA.
    pub fn multikey(&self) -> Option<String> {
        encode_multikey(&self.public())
    }

    /// The key as a DID: `did:key:z6Mk…` (Ed25519), `did:key:zDn…` (P-256), `did:jwk:…` (RSA).
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
            Kind::P256(pair) => {
                let point = pair.public_key().as_ref();
                let (x, y) = point.get(1..).unwrap_or_default().split_at_checked(32).unwrap_or_default();
                json!({
                    "kty": "EC", "crv": "P-256",
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
            Kind::P256(pair) => {
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

    fn public(&self) -> PublicKey {
        match &self.0 {
            Kind::Ed25519(pair) => {
                PublicKey::Ed25519(pair.public_key().as_ref().try_into().unwrap_or([0; 32]))
            }
            Kind::P256(pair) => PublicKey::P256(pair.public_key().as_ref().to_vec()),
            Kind::Rsa(pair) => PublicKey::Rsa(pair.public_key().as_ref().to_vec()),
        }
    }

    /// Is it an Ed25519 key?
    pub(crate) fn signs(&self, algorithm: Algorithm) -> bool {
        matches!(
            (&self.0, algorithm),
            (Kind::Ed25519(_), Algorithm::EdDsa)
                | (Kind::P256(_), Algorithm::Es256)
                | (Kind::Rsa(_), Algorithm::Rs256)
        )
    }
}
