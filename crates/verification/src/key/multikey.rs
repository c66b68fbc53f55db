//! Multikey (Controlled Identifiers §2.2.2): multibase base58btc of a multicodec prefix and the key.

use super::public::PublicKey;

const ED25519: [u8; 2] = [0xed, 0x01];
const P256: [u8; 2] = [0x80, 0x24];
const P384: [u8; 2] = [0x81, 0x24];
const SECP256K1: [u8; 2] = [0xe7, 0x01];
const BLS12_381_G2: [u8; 2] = [0xeb, 0x01];
const RSA: [u8; 2] = [0x85, 0x24];

/// Multicodec prefix, length of a coordinate, and the key of a point.
type Curve = ([u8; 2], usize, fn(Vec<u8>) -> PublicKey);

/// Why a multikey is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MultikeyError {
    /// It is none.
    Malformed,
    /// Of a kind that is not checked here.
    OtherKind,
}

/// Reads a multikey.
pub(crate) fn decode(text: &str) -> Result<PublicKey, MultikeyError> {
    let encoded = text.strip_prefix('z').ok_or(MultikeyError::Malformed)?;
    if encoded.len() > 2048 {
        return Err(MultikeyError::Malformed);
    }
    let bytes = bs58::decode(encoded).into_vec().map_err(|_| MultikeyError::Malformed)?;
    if let Some(key) = bytes.strip_prefix(&ED25519) {
        return key.try_into().map(PublicKey::Ed25519).map_err(|_| MultikeyError::Malformed);
    }
    let curves: [Curve; 3] =
        [(P256, 32, PublicKey::P256), (P384, 48, PublicKey::P384), (SECP256K1, 32, PublicKey::Secp256k1)];
    for (prefix, length, key) in curves {
        if let Some(point) = bytes.strip_prefix(&prefix) {
            return match point {
                [2 | 3, x @ ..] if x.len() == length => Ok(key(point.to_vec())),
                _ => Err(MultikeyError::Malformed),
            };
        }
    }
    if let Some(point) = bytes.strip_prefix(&BLS12_381_G2) {
        // Compressed, and not the neutral element, under which every signature is good.
        let good = point.len() == 96 && matches!(point, [first, ..] if first & 0xc0 == 0x80);
        return if good { Ok(PublicKey::Bls12381G2(point.to_vec())) } else { Err(MultikeyError::Malformed) };
    }
    if let Some(der) = bytes.strip_prefix(&RSA) {
        // did:key of RSA: the bare RSAPublicKey.
        return match aws_lc_rs::rsa::PublicKey::from_der(der) {
            Ok(_) => Ok(PublicKey::Rsa(der.to_vec())),
            Err(_) => Err(MultikeyError::Malformed),
        };
    }
    Err(if bytes.len() > 16 { MultikeyError::OtherKind } else { MultikeyError::Malformed })
}

/// Writes a multikey; there is none for RSA here.
pub(crate) fn encode(key: &PublicKey) -> Option<String> {
    let bytes = match key {
        PublicKey::Ed25519(key) => [&ED25519[..], key].concat(),
        PublicKey::P256(point) => [&P256[..], &compressed(point, 32)?].concat(),
        PublicKey::P384(point) => [&P384[..], &compressed(point, 48)?].concat(),
        PublicKey::Secp256k1(point) => [&SECP256K1[..], &compressed(point, 32)?].concat(),
        PublicKey::Bls12381G2(point) => [&BLS12_381_G2[..], point].concat(),
        PublicKey::Rsa(_) => return None,
    };
    Some(format!("z{}", bs58::encode(bytes).into_string()))
}

/// A point with its x coordinate and the parity of y (SEC 1 §2.3.3).
fn compressed(point: &[u8], length: usize) -> Option<Vec<u8>> {
    match point {
        [2 | 3, ..] if point.len() == length + 1 => Some(point.to_vec()),
        [4, x @ .., last] if point.len() == 2 * length + 1 => {
            let mut compressed = vec![2 + (last & 1)];
            compressed.extend(x.iter().take(length));
            Some(compressed)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let key = PublicKey::Ed25519([7; 32]);
        let text = encode(&key).unwrap();
        assert!(text.starts_with("z6Mk"));
        assert_eq!(decode(&text), Ok(key));
    }

    #[test]
    fn refuses_what_is_none() {
        for text in ["", "z", "z6Mk", "u7QEJ", "z0OIl", "z6MkFixtureFixtureFixtureFixtureFixtureFixtureFix"] {
            assert!(decode(text).is_err(), "{text}");
        }
    }
}
