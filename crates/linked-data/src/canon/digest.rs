//! Hashes as text.

use sha2::Digest;

/// A hash in lower-case hexadecimal, as it goes into other hashes. Ordered as its text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hex {
    digits: [u8; 96],
    length: u8,
}

impl Hex {
    pub(super) fn of(hash: &[u8]) -> Hex {
        const DIGITS: [u8; 16] = *b"0123456789abcdef";
        let mut hex = Hex { digits: [0; 96], length: 0 };
        for (pair, byte) in hex.digits.chunks_exact_mut(2).zip(hash) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
            hex.length += 2;
        }
        hex
    }

    /// The hash of one text.
    pub(super) fn digest<D: Digest>(text: &[u8]) -> Hex {
        Hex::of(&D::digest(text))
    }

    pub(super) fn as_str(&self) -> &str {
        // Only digits were put in, so it is always text.
        self.digits
            .get(..usize::from(self.length))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .unwrap_or("")
    }
}
