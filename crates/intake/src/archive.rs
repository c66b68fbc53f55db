//! ZIP archives: their members are looked at like the parts of a mail, one at a time, in memory.
//!
//! Names are said, never used as paths. Links between members are not followed, so that nothing leads out of the archive.

use std::io::{Cursor, Read as _};

use openbadges::{Note, limits};
use zip::ZipReadOptions;
use zip::read::{Config, ZipFileEntry};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

mod office;

use crate::look::{Part, Scanner};
use crate::wallets::{self, Bundle};

/// What was opened so far, of all archives of one input.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    /// Archives around the present part.
    around: usize,
    members: usize,
    /// Bytes that were unpacked.
    bytes: u64,
}

/// Members up to this size may be packed however well.
const SMALL: u64 = 1024 * 1024;

pub(crate) type Archive<'a> = ZipIterable<Cursor<&'a [u8]>>;

/// Takes the badges out of an archive.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>) {
    if scanner.archives.around >= limits::ARCHIVE_DEPTH {
        return scanner.pass(part, Note::new("passed.too-deep-archive"));
    }
    let Ok(mut archive) = Archive::try_new(Cursor::new(part.bytes), Config::default()) else {
        return scanner.pass(part, Note::new("archive.damaged"));
    };
    if archive.is_empty() {
        return scanner.pass(part, Note::new("passed.empty-archive"));
    }
    scanner.archives.around += 1;
    if is_document(&mut archive) {
        office::open(scanner, part, &mut archive);
        scanner.archives.around -= 1;
        return;
    }
    let bundle = bundle(scanner, part, &mut archive);
    if bundle.as_ref().is_none_or(|bundle| bundle.begin(scanner, part)) {
        members(scanner, part, &mut archive, bundle.as_ref());
    }
    scanner.archives.around -= 1;
}

/// What its manifest says, if the archive is another wallet's bundle.
fn bundle(scanner: &mut Scanner, part: &Part<'_>, archive: &mut Archive<'_>) -> Option<Bundle> {
    let mut entries = archive.files().ok()?.map_while(Result::ok).take(limits::ARCHIVE_MEMBERS);
    let entry = entries.find(|entry| entry.name_raw() == b"manifest.json")?;
    wallets::manifest(&unpack(scanner, part.bytes, entry).ok()?)
}

/// Whether the archive is a document of a word processor or the like, whose members are no files of their own.
fn is_document(archive: &mut Archive<'_>) -> bool {
    let Ok(entries) = archive.files() else { return false };
    entries.map_while(Result::ok).take(limits::ARCHIVE_MEMBERS).any(|entry| {
        matches!(entry.name_raw(), b"[Content_Types].xml" | b"mimetype" | b"META-INF/MANIFEST.MF")
    })
}

fn members(scanner: &mut Scanner, part: &Part<'_>, archive: &mut Archive<'_>, bundle: Option<&Bundle>) {
    each(scanner, part, archive, &|_| true, &mut |scanner, member| match bundle {
        Some(bundle) => bundle.member(scanner, member),
        // Only a message that is the whole input is ever refused.
        None => {
            let path = member.path.clone();
            let look = |scanner: &mut Scanner| {
                let _ = scanner.look(member);
            };
            // Whoever sent an archive sent what is in it.
            match scanner.scan.mail.is_some() {
                true => look(scanner),
                false => scanner.apart(&path, look),
            }
        }
    });
}

/// Unpacks every member whose name is wanted, within the bounds of all archives of the input.
fn each(
    scanner: &mut Scanner,
    part: &Part<'_>,
    archive: &mut Archive<'_>,
    wanted: &dyn Fn(&str) -> bool,
    look: &mut dyn FnMut(&mut Scanner, Part<'_>),
) {
    let Ok(entries) = archive.files() else { return scanner.pass(part, Note::new("archive.damaged")) };
    for (index, entry) in entries.enumerate() {
        let Ok(entry) = entry else { return scanner.pass(part, Note::new("archive.damaged")) };
        if entry.is_dir() {
            continue;
        }
        scanner.archives.members += 1;
        if scanner.archives.members > limits::ARCHIVE_MEMBERS {
            return scanner
                .pass(part, Note::new("archive.too-many").with("limit", limit(limits::ARCHIVE_MEMBERS)));
        }
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if !wanted(&name) {
            continue;
        }
        let path = part.inside(&format!("member[{index}]"));
        match unpack(scanner, part.bytes, entry) {
            Ok(bytes) => {
                look(
                    scanner,
                    Part { bytes: &bytes, path, name: &name, media_type: None, depth: part.depth + 1 },
                );
            }
            Err(Refused::Member(note)) => scanner.pass_at(path, &name, note),
            Err(Refused::Rest) => {
                let limit = limit(limits::ARCHIVE_BYTES / (1024 * 1024));
                return scanner.pass(part, Note::new("archive.too-large").with("limit", limit));
            }
        }
    }
}

fn limit(number: usize) -> String {
    number.to_string()
}

/// Why a member is passed over.
enum Refused {
    /// This one.
    Member(Note),
    /// And all behind it: too much was unpacked.
    Rest,
}

fn member(code: &'static str) -> Refused {
    Refused::Member(Note::new(code))
}

/// Unpacks a member within its bounds. What its size is said to be is not believed.
fn unpack(scanner: &mut Scanner, archive: &[u8], entry: ZipFileEntry<'_>) -> Result<Vec<u8>, Refused> {
    if entry.is_symlink() {
        return Err(member("passed.symlink"));
    }
    if entry.encrypted() {
        return Err(member("archive.encrypted"));
    }
    let left = (limits::ARCHIVE_BYTES as u64).saturating_sub(scanner.archives.bytes);
    let packed = entry.compressed_size().min(archive.len() as u64);
    let fair = SMALL.max(packed.saturating_mul(limits::ARCHIVE_RATIO));
    let bound = left.min(fair).min(limits::FILE as u64);
    let mut archive = Cursor::new(archive);
    let reader = entry.with_reader(&mut archive, ZipReadOptions::new()).map_err(|error| match error {
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            member("archive.unknown-packing")
        }
        _ => member("archive.damaged"),
    })?;
    let mut bytes = Vec::new();
    let read = reader.take(bound + 1).read_to_end(&mut bytes);
    let length = bytes.len() as u64;
    scanner.archives.bytes = scanner.archives.bytes.saturating_add(length);
    match read {
        _ if length > left => Err(Refused::Rest),
        _ if length > fair => Err(member("archive.bomb")),
        _ if length > bound => {
            let limit = limit(limits::FILE / (1024 * 1024));
            Err(Refused::Member(Note::new("input.too-large").with("limit", limit)))
        }
        Err(_) => Err(member("archive.damaged")),
        Ok(_) => Ok(bytes),
    }
}

#[cfg(test)]
pub(crate) mod tests;
