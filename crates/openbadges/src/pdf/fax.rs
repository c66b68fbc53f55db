//! Pictures packed as faxes are (ISO 32000-2, 7.4.6; ITU-T T.4 and T.6): one bit for each pixel.

use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};

use super::value::{Dictionary, Value};

/// The samples of such a picture, row after row, each of whole bytes. Rows that are missing or cannot be read are left white.
pub(super) fn samples(packed: &[u8], terms: &Dictionary, width: u32, height: u32) -> Vec<u8> {
    let is = |key: &[u8]| matches!(terms.get(key), Some(Value::Boolean(true)));
    let settings = DecodeSettings {
        columns: width,
        rows: height,
        end_of_block: !matches!(terms.get(&b"EndOfBlock"[..]), Some(Value::Boolean(false))),
        end_of_line: is(b"EndOfLine"),
        rows_are_byte_aligned: is(b"EncodedByteAlign"),
        encoding: match terms.get(&b"K"[..]) {
            Some(Value::Integer(k)) if *k < 0 => EncodingMode::Group4,
            Some(Value::Integer(k)) if *k > 0 => EncodingMode::Group3_2D,
            _ => EncodingMode::Group3_1D,
        },
        strict: false,
    };
    let length = (width as usize).div_ceil(8);
    let one_is_black = is(b"BlackIs1");
    let white = if one_is_black { 0 } else { u8::MAX };
    let mut rows = Rows { bytes: vec![white; length * height as usize], length, next: 0 };
    // What was read before an error stays.
    let _ = hayro_ccitt::decode(packed, &mut rows, &mut DecoderContext::new(settings));
    rows.bytes
}

struct Rows {
    bytes: Vec<u8>,
    /// Bytes of a row.
    length: usize,
    next: usize,
}

impl Decoder for Rows {
    /// Turns the black pixels over: those from each odd change to the one behind it.
    fn push_row(&mut self, changes: &[u32]) {
        let row = self.bytes.chunks_exact_mut(self.length.max(1)).nth(self.next);
        self.next += 1;
        let Some(row) = row else { return };
        for black in changes.chunks(2) {
            let begin = black.first().map_or(0, |at| *at as usize);
            let end = black.get(1).map_or(row.len() * 8, |at| *at as usize);
            for at in begin..end {
                if let Some(byte) = row.get_mut(at / 8) {
                    *byte ^= 0x80 >> (at % 8);
                }
            }
        }
    }
}
