//! What bytes are, by their content alone.

use openbadges::{pdf, png, svg};

/// What bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Png,
    Svg,
    /// A picture of a kind that carries no badge; its name.
    Picture(&'static str),
    Pdf,
    Zip,
    /// Another archive.
    Archive,
    /// Outlook's `.msg`.
    Msg,
    /// Outlook's `winmail.dat`.
    Winmail,
    /// A mail's source; with where it begins.
    Message(usize),
    /// Several mails in one file.
    Mailbox,
    /// A mail as Apple Mail keeps it.
    Emlx,
    Html,
    /// Text of some sort.
    Text,
    Unknown,
}

const MAGIC: [(&[u8], Kind); 15] = [
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"\x1f\x8b", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Msg),
    (b"\x78\x9f\x3e\x22", Kind::Winmail),
    (b"\xff\xd8\xff", Kind::Picture("JPEG")),
    (b"GIF8", Kind::Picture("GIF")),
    (b"BM", Kind::Picture("BMP")),
    (b"II*\0", Kind::Picture("TIFF")),
    (b"MM\0*", Kind::Picture("TIFF")),
    (b"\0\0\x01\0", Kind::Picture("ICO")),
];

pub(crate) fn kind(bytes: &[u8]) -> Kind {
    if png::is_png(bytes) {
        return Kind::Png;
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Kind::Picture("WebP");
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Picture("HEIC");
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        let binary = *kind != Kind::Picture("BMP") || bytes.get(..64).is_some_and(|head| head.contains(&0));
        if binary {
            return *kind;
        }
    }
    if pdf::is_pdf(bytes) {
        return Kind::Pdf;
    }
    let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default().trim_ascii_start();
    let lower = head.to_ascii_lowercase();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || lower.starts_with(b"<head") {
        return Kind::Html;
    }
    if svg::looks_like(bytes) {
        return Kind::Svg;
    }
    if let Some(begin) = crate::mail::source_begins(bytes) {
        return if crate::mailbox::is_mailbox(bytes) {
            Kind::Mailbox
        } else if crate::mailbox::emlx_begins(bytes) {
            Kind::Emlx
        } else {
            Kind::Message(begin)
        };
    }
    // UTF-16 text is text: the JSON reader has the words for it.
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Kind::Text;
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(*byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let odd = head.iter().filter(|byte| control(byte)).count();
    let json = matches!(head.first(), Some(b'{' | b'['));
    if odd == 0 || json { Kind::Text } else { Kind::Unknown }
}
