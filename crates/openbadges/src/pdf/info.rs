//! The entry of the document information dictionary (ISO 32000-2, 14.3.3).

use super::objects::Objects;
use super::value::Value;
use crate::{Baked, Container, Note, PdfPart, Unbaked};

/// As in PNG images: `openbadges` is what Open Badge Factory writes.
const KEYS: [&[u8]; 4] = [b"openbadges", b"openbadgecredential", b"openbadge", b"clrcredential"];

/// Adds what the dictionary carries.
pub(super) fn collect(objects: &mut Objects<'_>, found: &mut Unbaked) {
    let Some(info) = objects.info() else { return };
    for (key, value) in info {
        if !KEYS.contains(&key.to_ascii_lowercase().as_slice()) {
            continue;
        }
        let Some(Value::Text(text)) = objects.resolve(value) else {
            found.failed.push(Note::new("pdf.empty"));
            continue;
        };
        let (text, notes) = text_string(&text);
        if text.trim_ascii().is_empty() {
            found.failed.push(Note::new("pdf.empty"));
            continue;
        }
        found.baked.push(Baked { container: Container::Pdf { part: PdfPart::Info }, text, notes });
    }
}

/// A text string (ISO 32000-2, 7.9.2.2) as UTF-8: UTF-16 with its mark, UTF-8, or one byte a letter.
pub(super) fn text_string(bytes: &[u8]) -> (Vec<u8>, Vec<Note>) {
    if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> = units
            .chunks_exact(2)
            .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)))
            .collect();
        return (String::from_utf16_lossy(&units).into_bytes(), Vec::new());
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if std::str::from_utf8(bytes).is_ok() {
        return (bytes.to_vec(), Vec::new());
    }
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    (text.into_bytes(), vec![Note::new("pdf.latin-1")])
}
