//! Multikey (Controlled Identifiers §2.2.2): multibase base58btc of a multicodec prefix and the key.

use super::public::PublicKey;

const ED25519: [u8; 2] = [0xed, 0x01];
const P256: [u8; 2] = [0x80, 0x24];

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
    if let Some(point) = bytes.strip_prefix(&P256) {
        return match point {
            [2 | 3, x @ ..] if x.len() == 32 => Ok(PublicKey::P256(point.to_vec())),
            _ => Err(MultikeyError::Malformed),
        };
    }
    Err(if bytes.len() > 16 { MultikeyError::OtherKind } else { MultikeyError::Malformed })
}

/// Writes a multikey; there is none for RSA here.
pub(crate) fn encode(key: &PublicKey) -> Option<String> {
    let bytes = match key {
        PublicKey::Ed25519(key) => [&ED25519[..], key].concat(),
        PublicKey::P256(point) => {
            let compressed = match point.as_slice() {
                [2 | 3, ..] if point.len() == 33 => point.clone(),
                [4, x @ .., last] if point.len() == 65 => {
                    let mut compressed = vec![2 + (last & 1)];
                    compressed.extend(x.iter().take(32));
                    compressed
                }
                _ => return None,
            };
            [&P256[..], &compressed].concat()
        }
        PublicKey::Rsa(_) => return None,
    };
    Some(format!("z{}", bs58::encode(bytes).into_string()))
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
