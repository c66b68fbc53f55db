//! Pictures on the pages (ISO 32000-2, 8.9.5), each made a file of its own. Nothing is decoded here but its packing.

use std::borrow::Cow;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::fax;
use super::filters::unpack;
use super::objects::Objects;
use super::value::{Dictionary, Value};
use crate::{limits, png};

/// A picture's samples: how many bits each, how PNG calls their colours (11.2.1), how many of them a pixel has, a palette.
struct Samples {
    bits: u8,
    color: u8,
    each: usize,
    palette: Option<Vec<u8>>,
}

/// The pictures as PNG and JPEG files. Those that are packed or coloured in rarer ways are left out.
pub(super) fn collect(objects: &mut Objects<'_>) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for number in objects.streams() {
        if found.len() >= limits::PDF_PICTURES {
            break;
        }
        found.extend(picture(objects, number));
    }
    found
}

fn picture(objects: &mut Objects<'_>, number: u32) -> Option<Vec<u8>> {
    let (data, dictionary) = objects.packed(number)?;
    if !is_name(dictionary.get(&b"Subtype"[..])?, b"Image") {
        return None;
    }
    let width = side(objects.member(&dictionary, b"Width")?)?;
    let height = side(objects.member(&dictionary, b"Height")?)?;
    if u64::from(width) * u64::from(height) > limits::PICTURE_PIXELS {
        return None;
    }
    // What it is packed in last is how its samples are written; what is around that is undone first.
    let mut packings = match dictionary.get(&b"Filter"[..])? {
        Value::Array(names) => names.clone(),
        name => vec![name.clone()],
    };
    let samples_in = packings.pop()?;
    let data = match packings.len() {
        0 => Cow::Borrowed(data),
        _ => {
            Cow::Owned(unpack(data, &packed_in(Value::Array(packings)), limits::FILE, objects.bound()).ok()?)
        }
    };
    if is_name(&samples_in, b"DCTDecode") {
        return Some(data.into_owned());
    }
    let samples = samples(objects, &dictionary)?;
    let row = (width as usize).checked_mul(samples.each)?.checked_mul(samples.bits.into())?.div_ceil(8);
    let whole = row.checked_mul(height as usize)?;
    let terms = terms(&dictionary);
    let predictor = terms.and_then(|terms| integer(terms, b"Predictor")).unwrap_or(1);
    let rows = if is_name(&samples_in, b"CCITTFaxDecode") && samples.bits == 1 && samples.each == 1 {
        *objects.bound() = objects.bound().checked_sub(whole)?;
        filtered(&fax::samples(&data, terms.unwrap_or(&Dictionary::new()), width, height), row).ok()?
    } else if !is_name(&samples_in, b"FlateDecode") {
        return None;
    } else if predictor >= 10 {
        // These are the rows of a PNG already (7.4.4.4).
        data.into_owned()
    } else if predictor == 1 {
        let rows = unpack(&data, &packed_in(samples_in), whole, objects.bound()).ok()?;
        filtered(&rows, row).ok()?
    } else {
        return None;
    };
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend_from_slice(&[samples.bits, samples.color, 0, 0, 0]);
    png::written(&head, samples.palette.as_deref(), &rows).ok()
}

/// Rows of a PNG that were packed without looking at their neighbours.
fn filtered(rows: &[u8], row: usize) -> std::io::Result<Vec<u8>> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::fast());
    for row in rows.chunks_exact(row.max(1)) {
        out.write_all(&[0])?;
        out.write_all(row)?;
    }
    out.finish()
}

/// What says of a stream that it is packed so, and nothing else.
fn packed_in(packings: Value) -> Dictionary {
    Dictionary::from([(b"Filter".to_vec(), packings)])
}

fn is_name(value: &Value, name: &[u8]) -> bool {
    matches!(value, Value::Name(given) if given == name)
}

fn side(value: Value) -> Option<u32> {
    match value {
        Value::Integer(length) => u32::try_from(length).ok().filter(|length| (1..=65_535).contains(length)),
        _ => None,
    }
}

fn integer(dictionary: &Dictionary, key: &[u8]) -> Option<i64> {
    match dictionary.get(key)? {
        Value::Integer(number) => Some(*number),
        _ => None,
    }
}

/// What is said about how the samples are packed.
fn terms(dictionary: &Dictionary) -> Option<&Dictionary> {
    let terms = match dictionary.get(&b"DecodeParms"[..])? {
        // One for each packing; the last is that of the samples.
        Value::Array(all) => all.last()?,
        other => other,
    };
    match terms {
        Value::Dictionary(terms) => Some(terms),
        _ => None,
    }
}

fn samples(objects: &mut Objects<'_>, dictionary: &Dictionary) -> Option<Samples> {
    // A mask has one bit for each pixel, and nothing says so but that it is one. What it paints is dark as a rule.
    let Some(space) = objects.member(dictionary, b"ColorSpace") else {
        return Some(Samples { bits: 1, color: 0, each: 1, palette: None });
    };
    let bits = integer(dictionary, b"BitsPerComponent").and_then(|bits| u8::try_from(bits).ok());
    let bits = bits.filter(|bits| matches!(bits, 1 | 2 | 4 | 8 | 16))?;
    if let Value::Array(indexed) = &space
        && indexed.first().is_some_and(|name| is_name(name, b"Indexed"))
    {
        let [_, base, _, colors] = indexed.as_slice() else { return None };
        let base = objects.resolve(base.clone())?;
        let each = colors_of(objects, &base)?;
        let colors = match colors {
            Value::Reference(number) => match objects.data(*number) {
                Some(data) => data.ok()?,
                None => text(objects.resolve(colors.clone())?)?,
            },
            other => text(other.clone())?,
        };
        let palette: Vec<u8> = match each {
            1 => colors.iter().flat_map(|grey| [*grey; 3]).collect(),
            _ => colors,
        };
        let whole = palette.len() / 3 * 3;
        let palette = palette.get(..whole.min(3 << bits.min(8))).filter(|colors| !colors.is_empty())?;
        return (bits <= 8).then(|| Samples { bits, color: 3, each: 1, palette: Some(palette.to_vec()) });
    }
    match colors_of(objects, &space)? {
        1 => Some(Samples { bits, color: 0, each: 1, palette: None }),
        _ if bits >= 8 => Some(Samples { bits, color: 2, each: 3, palette: None }),
        _ => None,
    }
}

fn text(value: Value) -> Option<Vec<u8>> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// How many samples a pixel of this colour space has: one of grey or three of red, green and blue.
fn colors_of(objects: &mut Objects<'_>, space: &Value) -> Option<usize> {
    let (name, more) = match space {
        Value::Name(name) => (name.as_slice(), None),
        Value::Array(parts) => match parts.first()? {
            Value::Name(name) => (name.as_slice(), parts.get(1)),
            _ => return None,
        },
        _ => return None,
    };
    match name {
        b"DeviceGray" | b"CalGray" => Some(1),
        b"DeviceRGB" | b"CalRGB" => Some(3),
        b"ICCBased" => {
            let profile = objects.resolve(more?.clone())?.dictionary()?;
            match integer(&profile, b"N")? {
                1 => Some(1),
                3 => Some(3),
                _ => None,
            }
        }
        _ => None,
    }
}
