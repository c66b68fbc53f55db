//! The bits of a list: multibase or base64, GZIP, bounded; asked without ever being spread out one by one.

use std::io::Read;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use flate2::read::{GzDecoder, ZlibDecoder};
use openbadges::limits;

use super::entry::Kind;

/// "`minimumNumberOfEntries` be 131,072" (Bitstring Status List 1.0 §3.2, step 2).
pub(super) const MIN_ENTRIES: u64 = 131_072;

/// The bits of a list, place 0 left-most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Written otherwise than its standard has it, but not to be misread.
    pub(super) loose: bool,
}

/// Why there are no bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BitsError {
    /// Not what it has to be.
    Unreadable,
    /// Larger than the bound after it was inflated.
    TooLarge,
}

/// How the text of a list begins: base64 of the first bytes of GZIP, and of the usual first bytes of ZLIB.
const GZIP: &str = "H4sI";
const ZLIB: [&str; 4] = ["eJ", "eN", "eA", "eF"];

impl Bits {
    /// Reads `encodedList`. Bitstring Status List 1.0 §2.2: multibase base64url (`u`) of GZIP; Status List 2021: base64
    /// of GZIP; Revocation List 2020: base64 of ZLIB by its text, of GZIP by all who wrote one.
    pub(super) fn read(kind: Kind, text: &str) -> Result<Bits, BitsError> {
        let prefixed = text.strip_prefix('u').filter(|rest| rest.starts_with(GZIP));
        let zlib = ZLIB.iter().any(|start| text.starts_with(start)) && kind == Kind::RevocationList2020;
        let body = match prefixed {
            Some(rest) => rest,
            None if text.starts_with(GZIP) || zlib => text,
            None => return Err(BitsError::Unreadable),
        };
        let body = body.trim_end_matches('=');
        let packed = if body.contains(['+', '/']) {
            STANDARD_NO_PAD.decode(body)
        } else {
            URL_SAFE_NO_PAD.decode(body)
        }
        .map_err(|_| BitsError::Unreadable)?;
        let bytes = if zlib {
            inflate(ZlibDecoder::new(packed.as_slice()))
        } else {
            inflate(GzDecoder::new(packed.as_slice()))
        }?;
        Ok(Bits { bytes, loose: prefixed.is_some() != (kind == Kind::Bitstring) })
    }

    /// Whole places of `size` bits.
    pub(super) fn places(&self, size: u8) -> u64 {
        self.bytes.len() as u64 * 8 / u64::from(size.max(1))
    }

    /// The value at a place; `None` beyond the list.
    pub(super) fn value(&self, index: u64, size: u8) -> Option<u64> {
        let start = index.checked_mul(u64::from(size))?;
        let mut value = 0;
        for position in start..start.checked_add(u64::from(size))? {
            let byte = self.bytes.get(usize::try_from(position / 8).ok()?)?;
            value = value << 1 | u64::from(byte >> (7 - position % 8) & 1);
        }
        Some(value)
    }
}

/// Inflates up to the bound; one byte more says that there is too much.
fn inflate(reader: impl Read) -> Result<Vec<u8>, BitsError> {
    let mut bytes = Vec::new();
    reader.take(limits::STATUS_LIST as u64 + 1).read_to_end(&mut bytes).map_err(|_| BitsError::Unreadable)?;
    if bytes.len() > limits::STATUS_LIST {
        return Err(BitsError::TooLarge);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn the_first_place_is_the_left_most_bit() {
        let text = format!("u{}", URL_SAFE_NO_PAD.encode(gzip(&[0b1000_0001, 0b0110_0000])));
        let bits = Bits::read(Kind::Bitstring, &text).unwrap();
        assert_eq!((bits.places(1), bits.places(2), bits.places(3)), (16, 8, 5));
        let ones: Vec<u64> = (0..16).filter(|index| bits.value(*index, 1) == Some(1)).collect();
        assert_eq!(ones, [0, 7, 9, 10]);
        assert_eq!((bits.value(4, 2), bits.value(3, 3)), (Some(0b01), Some(0b110)));
        assert_eq!((bits.value(16, 1), bits.value(5, 3), bits.value(u64::MAX, 8)), (None, None, None));
    }

    #[test]
    fn each_kind_is_written_in_its_own_way() {
        let packed = gzip(&[7; 300]);
        let url = URL_SAFE_NO_PAD.encode(&packed);
        let standard = base64::engine::general_purpose::STANDARD.encode(&packed);
        let loose = |kind, text: &str| Bits::read(kind, text).map(|bits| bits.loose);
        assert_eq!(loose(Kind::Bitstring, &format!("u{url}")), Ok(false));
        assert_eq!(loose(Kind::Bitstring, &url), Ok(true));
        assert_eq!(loose(Kind::StatusList2021, &standard), Ok(false));
        assert_eq!(loose(Kind::StatusList2021, &format!("u{url}")), Ok(true));
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&[0; 300]).unwrap();
        let zlib = URL_SAFE_NO_PAD.encode(encoder.finish().unwrap());
        assert_eq!(loose(Kind::RevocationList2020, &zlib), Ok(false));
        assert_eq!(loose(Kind::Bitstring, &zlib), Err(BitsError::Unreadable));
        for bad in ["", "u", "z6Mk", "uH4sI!", "uH4sIAAAA", "H4sI"] {
            assert_eq!(loose(Kind::Bitstring, bad), Err(BitsError::Unreadable), "{bad}");
        }
    }

    #[test]
    fn a_bomb_is_not_inflated() {
        let text = format!("u{}", URL_SAFE_NO_PAD.encode(gzip(&vec![0; limits::STATUS_LIST + 1])));
        assert_eq!(Bits::read(Kind::Bitstring, &text), Err(BitsError::TooLarge));
        let text = format!("u{}", URL_SAFE_NO_PAD.encode(gzip(&vec![0; limits::STATUS_LIST])));
        assert!(Bits::read(Kind::Bitstring, &text).is_ok());
    }
}
