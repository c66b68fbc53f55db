//! Reading the text chunks that carry badges (PNG, third edition, 11.3.3).

use std::io::Read as _;

use super::chunks::RawChunk;
use crate::{Baked, Chunk, Container, Note, Unbaked, limits};

/// `openbadge` is what Open Badge Passport reads, `clrcredential` what CLR 2.0 writes.
const KEYWORDS: [&str; 4] = ["openbadges", "openbadgecredential", "openbadge", "clrcredential"];

/// A text chunk's keyword (1 to 79 bytes of Latin-1) and what follows its NUL.
fn keyword<'a>(chunk: &RawChunk<'a>) -> Option<(String, &'a [u8])> {
    if !matches!(&chunk.kind, b"iTXt" | b"tEXt" | b"zTXt") {
        return None;
    }
    let end = chunk.data.iter().take(80).position(|byte| *byte == 0)?;
    let keyword: String = chunk.data.get(..end)?.iter().map(|byte| char::from(*byte)).collect();
    Some((keyword, chunk.data.get(end + 1..)?))
}

/// Whether a chunk is a carrier of badges.
pub(super) fn carries(chunk: &RawChunk<'_>) -> bool {
    keyword(chunk).is_some_and(|(keyword, _)| KEYWORDS.contains(&keyword.trim().to_lowercase().as_str()))
}

/// Adds what a chunk carries, if it carries a badge.
pub(super) fn collect(chunk: &RawChunk<'_>, found: &mut Unbaked) {
    if !carries(chunk) {
        return;
    }
    let Some((keyword, rest)) = keyword(chunk) else { return };
    if !found.has_room("png.too-many") {
        return;
    }
    let keyword = crate::claims::plain(&keyword);
    let text = match &chunk.kind {
        b"iTXt" => international(rest),
        b"tEXt" => Ok(latin1(rest)),
        // Compressed Latin-1 is no carrier of badges in any version of the standard.
        _ => Err(Note::new("png.ztxt").with("keyword", keyword.clone())),
    };
    match text {
        Ok((kind, text, mut notes)) => {
            if !chunk.intact {
                notes.push(Note::new("png.damaged"));
            }
            let container = Container::BakedPng { keyword, chunk: kind };
            found.baked.push(Baked { container, text, notes });
        }
        // A checksum that does not fit is the better reason.
        Err(note) => found.failed.push(if chunk.intact { note } else { Note::new("png.damaged") }),
    }
}

type Text = (Chunk, Vec<u8>, Vec<Note>);

fn latin1(rest: &[u8]) -> Text {
    if std::str::from_utf8(rest).is_ok() {
        return (Chunk::TExt, rest.to_vec(), Vec::new());
    }
    let text: String = rest.iter().map(|byte| char::from(*byte)).collect();
    (Chunk::TExt, text.into_bytes(), vec![Note::new("png.latin-1")])
}

/// What follows the keyword of an `iTXt`: compression flag, method, language, translated keyword, text.
fn international(rest: &[u8]) -> Result<Text, Note> {
    let broken = || Note::new("png.malformed-text");
    let (flags, after) = rest.split_first_chunk::<2>().ok_or_else(broken)?;
    let compressed = match flags {
        [0, _] => false,
        [1, 0] => true,
        [1, _] => return Err(Note::new("png.compression")),
        // Moodle up to 2016 wrote a text of its own where the flags belong.
        _ => return moodle(rest).ok_or_else(broken),
    };
    let mut parts = after.splitn(3, |byte| *byte == 0);
    let text = parts.nth(2).ok_or_else(broken)?;
    if !compressed {
        return Ok((Chunk::ITxt, text.to_vec(), Vec::new()));
    }
    Ok((Chunk::ITxtCompressed, inflate(text)?, vec![Note::new("png.compressed")]))
}

/// Inflates up to [`limits::INFLATED`] bytes; what would be more is refused, not cut.
fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Note> {
    let mut out = Vec::new();
    let bound = limits::INFLATED as u64;
    let read = flate2::read::ZlibDecoder::new(bytes).take(bound + 1).read_to_end(&mut out);
    if out.len() > limits::INFLATED {
        return Err(Note::new("png.too-large"));
    }
    read.map(|_| out).map_err(|_| Note::new("png.compression"))
}

/// `'json' NUL '' NUL "{'method': 'hosted', 'assertionUrl': '<JSON or address>'}"`: the inner value.
fn moodle(rest: &[u8]) -> Option<Text> {
    let text = std::str::from_utf8(rest).ok()?;
    let (_, after) = text.split_once("'assertionUrl': '")?;
    let (inner, _) = after.rsplit_once("'}")?;
    let inner = inner.trim();
    if inner.is_empty() {
        return None;
    }
    Some((Chunk::ITxt, inner.as_bytes().to_vec(), vec![Note::new("png.repaired")]))
}
