//! 32 secret bytes that wipe themselves and cannot be printed.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{Entropy, Error};

/// A key: the database's own, or one that wraps it. Boxed, so that moving it leaves no copies behind.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Key(Box<[u8; 32]>);

impl Key {
    /// A new random key.
    pub(crate) fn make(entropy: &mut dyn Entropy) -> Result<Self, Error> {
        let mut key = Key::zero();
        entropy.fill(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// All zero, to be filled in place.
    pub(crate) fn zero() -> Self {
        Key(Box::new([0; 32]))
    }

    /// From exactly 32 bytes.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut key = Key::zero();
        (bytes.len() == 32).then(|| key.0.copy_from_slice(bytes))?;
        Some(key)
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The bytes, to be written into.
    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }

    /// The form in which SQLCipher takes a raw key without stretching it: `x'<64 hex digits>'`.
    pub(crate) fn blob_literal(&self) -> Zeroizing<Vec<u8>> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = Zeroizing::new(Vec::with_capacity(67));
        text.extend_from_slice(b"x'");
        for byte in self.0.iter() {
            for nibble in [byte >> 4, byte & 15] {
                text.extend(DIGITS.get(usize::from(nibble)));
            }
        }
        text.push(b'\'');
        text
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_nothing_and_is_handed_over_as_a_blob_literal() {
        let key = Key::from_slice(&[0xab; 32]).unwrap();
        assert_eq!(format!("{key:?}"), "Key(…)");
        assert_eq!(key.blob_literal().as_slice(), format!("x'{}'", "ab".repeat(32)).as_bytes());
        assert!(Key::from_slice(&[0; 31]).is_none());
    }
}
