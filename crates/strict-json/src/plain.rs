//! How far the plain text within a string goes.

use wide::u8x16;

/// The bytes that end a run of plain text: the quote, the escape, raw control characters.
fn is_special(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// How many bytes stand before the first that is special; all, if none is.
pub(crate) fn length(bytes: &[u8]) -> usize {
    let (sixteens, rest) = bytes.as_chunks();
    let mut plain = 0;
    for sixteen in sixteens {
        let special = special(*sixteen);
        if special != 0 {
            return plain + special.trailing_zeros() as usize;
        }
        plain += sixteen.len();
    }
    plain + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// Which of these sixteen are special: a bit for each.
fn special(bytes: [u8; 16]) -> u32 {
    let bytes = u8x16::from(bytes);
    let control = bytes.min(u8x16::splat(0x1f)).simd_eq(bytes);
    (control | bytes.simd_eq(u8x16::splat(b'"')) | bytes.simd_eq(u8x16::splat(b'\\'))).to_bitmask()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one_by_one(bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| is_special(*byte)).unwrap_or(bytes.len())
    }

    #[test]
    fn sixteen_bytes_are_looked_at_as_one_by_one() {
        for first in 0..=u8::MAX {
            for place in 0..16 {
                for (before, after) in
                    [(b'!', b'"'), (0x7f, 0x80), (0xff, 0), (b' ', b'\\'), (0xa2, 0x1f), (0xdc, b'a')]
                {
                    let mut sixteen = [before; 16];
                    sixteen[place] = first;
                    sixteen[place + 1..].fill(after);
                    assert_eq!(length(&sixteen), one_by_one(&sixteen), "{sixteen:x?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn many_bytes_are_looked_at_as_one_by_one(
            mut bytes in proptest::collection::vec(0x20_u8.., 0..200), place in any::<proptest::sample::Index>(), byte: u8
        ) {
            bytes.push(byte);
            let place = place.index(bytes.len());
            bytes[place] = byte;
            for start in 0..bytes.len().min(10) {
                prop_assert_eq!(length(&bytes[start..]), one_by_one(&bytes[start..]));
            }
        }
    }
}
