//! The learner's keys in a claim: their own, and one of another kind for issuers that take no other.

use backpack::Backpack;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use claiming::{Holder, HolderName, Signer, Statement};
use hkdf::Hkdf;
use sha2::Sha256;
use strict_json::Value;
use verification::sign::{self, Key};
use zeroize::Zeroizing;

use crate::views::Failure;

/// PKCS#8 of a P-256 key without its public half (RFC 5958, RFC 5915); the 32 secret bytes follow.
const P256: [u8; 35] = [
    0x30, 0x41, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
    0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04,
    0x20,
];

/// The learner's keys, for the length of one claim.
pub(super) struct Keys {
    ed25519: Key,
    p256: Key,
}

impl Keys {
    pub(super) fn of(seed: &[u8; 32]) -> Result<Keys, Failure> {
        let ed25519 = Key::ed25519_from_seed(seed).map_err(|_| failed())?;
        Ok(Keys { ed25519, p256: p256(seed).ok_or_else(failed)? })
    }

    pub(super) fn holder(&self) -> Holder {
        let name = |key: &Key| HolderName {
            did: key.did_key(),
            method: key.did_key_method(),
            jwk: key.public_jwk(),
        };
        Holder { ed25519: name(&self.ed25519), p256: name(&self.p256) }
    }

    /// Signs what a claim asks for.
    pub(super) fn sign(&self, statement: Statement) -> Result<Value, Failure> {
        match statement {
            Statement::Jwt { signer, header, claims } => {
                let key = match signer {
                    Signer::Ed25519 => &self.ed25519,
                    Signer::P256 => &self.p256,
                };
                let encoded = |value: String| URL_SAFE_NO_PAD.encode(value);
                let input =
                    format!("{}.{}", encoded(Value::Object(header).to_string()), encoded(claims.to_string()));
                let signature = key.sign_bytes(input.as_bytes()).map_err(|_| failed())?;
                Ok(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature)).into())
            }
            Statement::Presentation { document, proof } => {
                sign::with_proof(document, proof, &self.ed25519).map_err(|_| failed())
            }
        }
    }
}

fn failed() -> Failure {
    Failure::new("claim.not-signed")
}

/// A key of the same seed: the same on every computer the backpack is restored on.
fn p256(seed: &[u8; 32]) -> Option<Key> {
    let material = Hkdf::<Sha256>::new(Some(b"badgefolio holder"), seed);
    // One in four billion is no key of the curve.
    (0..4_u8).find_map(|attempt| {
        let mut der = Zeroizing::new([0_u8; 67]);
        let (head, secret) = der.split_at_mut(P256.len());
        head.copy_from_slice(&P256);
        material.expand(&[b"p-256 key proof ".as_slice(), &[attempt]].concat(), secret).ok()?;
        Key::from_pkcs8(der.as_slice()).ok()
    })
}

/// The learner's DIDs, if they have been needed yet.
pub(crate) fn dids(backpack: &Backpack) -> Result<Vec<String>, Failure> {
    let Some(seed) = backpack.holder_seed_if_made()? else { return Ok(Vec::new()) };
    let holder = Keys::of(&seed)?.holder();
    Ok(vec![holder.ed25519.did, holder.p256.did])
}

#[cfg(test)]
mod tests {
    use super::*;
    use strict_json::json;

    #[test]
    fn the_keys_are_the_same_of_the_same_seed_and_sign() {
        let keys = Keys::of(&[7; 32]).unwrap();
        assert_eq!(keys.holder(), Keys::of(&[7; 32]).unwrap().holder());
        assert_ne!(keys.holder().p256, Keys::of(&[8; 32]).unwrap().holder().p256);
        assert!(keys.holder().p256.did.starts_with("did:key:zDn"));
        for (signer, alg, name) in
            [(Signer::Ed25519, "EdDSA", keys.holder().ed25519), (Signer::P256, "ES256", keys.holder().p256)]
        {
            let header = json!({ "alg": alg, "kid": name.method }).as_object().unwrap().clone();
            let signed = keys.sign(Statement::Jwt { signer, header, claims: json!({ "aud": "x" }) }).unwrap();
            assert_eq!(sign::check_jws(signed.as_str().unwrap()).unwrap().did, name.did);
        }
    }
}
