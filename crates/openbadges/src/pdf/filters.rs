//! What the streams of a PDF are packed with (ISO 32000-2, 7.4), undone within a bound.

use std::io::Read as _;

use super::value::{Dictionary, Value, hex, is_space};

/// Packings one in another; files have one, seldom two.
const LAYERS: usize = 4;

/// Why a stream was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    /// It would be more than what is left of the bound.
    TooLarge,
    /// In a way that is not read here (LZW, predictors, pictures).
    Unknown,
    Damaged,
}

impl Packed {
    pub(super) fn code(self) -> &'static str {
        match self {
            Packed::TooLarge => "pdf.too-large",
            Packed::Unknown => "pdf.unknown-packing",
            Packed::Damaged => "pdf.damaged-part",
        }
    }
}

/// Unpacks a stream into at most `most` bytes. `bound` is how many may be made in all, and becomes what is left: every
/// layer counts.
pub(super) fn unpack(
    data: &[u8],
    dictionary: &Dictionary,
    most: usize,
    bound: &mut usize,
) -> Result<Vec<u8>, Packed> {
    let names: Vec<&Value> = match dictionary.get(&b"Filter"[..]) {
        None | Some(Value::Other) => Vec::new(),
        Some(Value::Array(names)) => names.iter().collect(),
        Some(name) => vec![name],
    };
    if names.len() > LAYERS || predicted(dictionary) {
        return Err(Packed::Unknown);
    }
    let mut out = None;
    for name in names {
        let input = out.as_deref().unwrap_or(data);
        let Value::Name(name) = name else { return Err(Packed::Unknown) };
        let made = match name.as_slice() {
            b"FlateDecode" | b"Fl" => inflate(input, most.min(*bound)),
            b"ASCIIHexDecode" | b"AHx" => Ok(from_hexadecimal(input)),
            b"ASCII85Decode" | b"A85" => from_base85(input, *bound),
            _ => return Err(Packed::Unknown),
        };
        // What was too large has cost all that there was.
        *bound = bound.saturating_sub(made.as_ref().map_or(*bound, Vec::len));
        out = Some(made?);
    }
    match out {
        Some(out) => Ok(out),
        None if data.len() > *bound => Err(Packed::TooLarge),
        None => {
            *bound -= data.len();
            Ok(data.to_vec())
        }
    }
}

/// Whether something besides the packing was done to the bytes, as is usual for pictures alone.
fn predicted(dictionary: &Dictionary) -> bool {
    let differs = |value: &Value| match value {
        Value::Dictionary(terms) => !matches!(terms.get(&b"Predictor"[..]), None | Some(Value::Integer(1))),
        _ => false,
    };
    match dictionary.get(&b"DecodeParms"[..]) {
        Some(Value::Array(all)) => all.iter().any(differs),
        Some(one) => differs(one),
        None => false,
    }
}

fn inflate(data: &[u8], bound: usize) -> Result<Vec<u8>, Packed> {
    let mut out = Vec::new();
    let read = flate2::read::ZlibDecoder::new(data).take(bound as u64 + 1).read_to_end(&mut out);
    if out.len() > bound {
        return Err(Packed::TooLarge);
    }
    read.map(|_| out).map_err(|_| Packed::Damaged)
}

/// Pairs of hexadecimal digits up to `>`; what is none is passed over, a last half counts as if a 0 followed.
pub(super) fn from_hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| hex(*byte)).collect();
    digits
        .chunks(2)
        .map(|pair| pair.first().map_or(0, |high| high << 4) | pair.get(1).copied().unwrap_or(0))
        .collect()
}

/// Groups of five characters for four bytes, `z` for four zeros, up to `~>`.
fn from_base85(data: &[u8], bound: usize) -> Result<Vec<u8>, Packed> {
    let mut out = Vec::new();
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in data.iter().copied().filter(|byte| !is_space(*byte)) {
        if out.len() > bound {
            return Err(Packed::TooLarge);
        }
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => return Err(Packed::Damaged),
        }
        if group.len() == 5 {
            out.extend_from_slice(&four(&group)?);
            group.clear();
        }
    }
    if let 2..=4 = group.len() {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend_from_slice(four(&group)?.get(..kept).unwrap_or_default());
    }
    Ok(out)
}

fn four(group: &[u8]) -> Result<[u8; 4], Packed> {
    let value = group.iter().try_fold(0u32, |sum, digit| sum.checked_mul(85)?.checked_add(u32::from(*digit)));
    value.map(u32::to_be_bytes).ok_or(Packed::Damaged)
}
