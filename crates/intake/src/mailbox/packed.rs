//! Archives that are too large to be read whole, as the export of a mail provider is: their members one after another, each
//! as a stream. What is small enough is for [`crate::scan`].

use std::io::{self, Read, Seek};
use std::ops::ControlFlow;

use flate2::read::MultiGzDecoder;
use openbadges::limits;
use zip::ZipReadOptions;
use zip::read::Config;
use zip::unstable::read::ZipIterable;

/// A member is packed at most so well beyond this size, or it is not read on.
const SMALL: u64 = 1024 * 1024;
/// The first bytes of what a `tar` holds.
const TAR_HEAD: usize = 512;

/// One file of an archive.
pub struct Member<'a> {
    /// Its name with folders, as the archive has it: to be shown, never to be used as a path.
    pub name: String,
    /// Its bytes. Reading fails where it is packed better than anything honest.
    pub from: &'a mut dyn Read,
}

/// Why an archive could not be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum PackedError {
    /// It is damaged, or no archive of the kind.
    #[error("damaged")]
    Damaged,
    /// Nobody packs so many files.
    #[error("too many members")]
    TooMany,
}

impl PackedError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            PackedError::Damaged => "archive.damaged",
            PackedError::TooMany => "archive.too-many",
        }
    }
}

/// The most members that are looked at: an export of mails has tens, one of all that somebody has thousands.
const MEMBERS: usize = 1_000_000;

/// Goes through the members of a ZIP that are files, can be read and are wanted by name, in the order of its directory. `directory` and
/// `data` are two readers of the same archive. `visit` may stop it.
///
/// # Errors
/// [`PackedError`]; what came before was visited.
pub fn each_of_zip(
    directory: impl Read + Seek,
    mut data: impl Read + Seek,
    wanted: &dyn Fn(&str) -> bool,
    visit: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
) -> Result<(), PackedError> {
    let mut archive = ZipIterable::try_new(directory, Config::default()).map_err(|_| PackedError::Damaged)?;
    for (index, entry) in archive.files().map_err(|_| PackedError::Damaged)?.enumerate() {
        if index >= MEMBERS {
            return Err(PackedError::TooMany);
        }
        let entry = entry.map_err(|_| PackedError::Damaged)?;
        if entry.is_dir() || entry.is_symlink() || entry.encrypted() {
            continue;
        }
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if !wanted(&name) {
            continue;
        }
        let most = SMALL.max(entry.compressed_size().saturating_mul(limits::ARCHIVE_RATIO));
        // One that is packed in an unknown way, or lies outside, is passed over.
        let Ok(member) = entry.with_reader(&mut data, ZipReadOptions::new()) else { continue };
        let mut from = Fair { from: member, left: most };
        if visit(Member { name, from: &mut from }).is_break() {
            break;
        }
    }
    Ok(())
}

/// Goes through the members of a `tar` packed with gzip, as [`each_of_zip`] does. `size`: the bytes of the packed file.
///
/// Names longer than a hundred letters are cut off where the archive keeps them apart.
///
/// # Errors
/// [`PackedError`]; what came before was visited.
pub fn each_of_tar_gz(
    from: impl Read,
    size: u64,
    wanted: &dyn Fn(&str) -> bool,
    visit: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
) -> Result<(), PackedError> {
    let most = SMALL.max(size.saturating_mul(limits::ARCHIVE_RATIO));
    let mut archive = tar::Archive::new(Fair { from: MultiGzDecoder::new(from), left: most });
    // Raw: long names and other extensions would be read into memory however long they say they are.
    let entries = archive.entries().map_err(|_| PackedError::Damaged)?.raw(true);
    for (index, entry) in entries.enumerate() {
        if index >= MEMBERS {
            return Err(PackedError::TooMany);
        }
        let mut entry = entry.map_err(|_| PackedError::Damaged)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() || !wanted(&name) {
            continue;
        }
        if visit(Member { name, from: &mut entry }).is_break() {
            break;
        }
    }
    Ok(())
}

/// Whether what is packed with gzip here is a `tar`.
pub fn is_tar_gz(from: impl Read) -> bool {
    let mut head = Vec::with_capacity(TAR_HEAD);
    let read = MultiGzDecoder::new(from).take(TAR_HEAD as u64).read_to_end(&mut head);
    read.is_ok() && head.get(257..262) == Some(b"ustar")
}

/// Reads no further than what is honest, so that a few bytes do not become a terabyte.
struct Fair<R> {
    from: R,
    left: u64,
}

impl<R: Read> Read for Fair<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "packed better than anything honest")
        })?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::*;

    fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn tar_gz(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive =
            tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
        for (name, bytes) in members {
            let mut header = tar::Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_cksum();
            archive.append_data(&mut header, name, *bytes).unwrap();
        }
        archive.into_inner().unwrap().finish().unwrap()
    }

    fn visited(
        go: impl FnOnce(&mut dyn FnMut(Member<'_>) -> ControlFlow<()>) -> Result<(), PackedError>,
    ) -> Vec<String> {
        let mut found = Vec::new();
        let end = go(&mut |member| {
            let mut text = Vec::new();
            let read = member.from.read_to_end(&mut text);
            found.push(format!("{} {} {}", member.name, text.len(), read.is_ok()));
            ControlFlow::Continue(())
        });
        found.extend(end.err().map(|error| error.code().to_owned()));
        found
    }

    #[test]
    fn members_come_as_streams_and_only_those_that_are_wanted() {
        let members: [(&str, &[u8]); 3] =
            [("Takeout/Mail/All.mbox", b"From a"), ("Takeout/photo.jpg", b"x"), ("Takeout/Mail/B.mbox", b"")];
        let wanted = |name: &str| name.ends_with(".mbox");
        let all = ["Takeout/Mail/All.mbox 6 true", "Takeout/Mail/B.mbox 0 true"];
        let packed = zip(&members);
        assert_eq!(
            visited(|visit| each_of_zip(Cursor::new(&packed), Cursor::new(&packed), &wanted, visit)),
            all
        );
        let packed = tar_gz(&members);
        assert!(is_tar_gz(&*packed));
        assert_eq!(visited(|visit| each_of_tar_gz(&*packed, packed.len() as u64, &wanted, visit)), all);
    }

    #[test]
    fn what_is_packed_too_well_is_not_read_on() {
        let zeros = vec![0; 300 * 1024 * 1024];
        let packed = zip(&[("a.mbox", &zeros), ("b.mbox", b"b")]);
        let found =
            visited(|visit| each_of_zip(Cursor::new(&packed), Cursor::new(&packed), &|_| true, visit));
        assert!(found[0].ends_with("false"), "{found:?}");
        assert_eq!(found[1], "b.mbox 1 true");
    }

    #[test]
    fn what_is_none_is_damaged() {
        assert_eq!(
            visited(|visit| each_of_zip(Cursor::new(b"PK\x03\x04"), Cursor::new(b""), &|_| true, visit)),
            ["archive.damaged"]
        );
        let cut = tar_gz(&[("a.mbox", &[7; 100_000])]);
        let cut = cut.get(..60).unwrap();
        let found = visited(|visit| each_of_tar_gz(cut, 60, &|_| true, visit));
        assert!(found.iter().any(|line| line == "archive.damaged" || line.ends_with("false")), "{found:?}");
        assert!(!is_tar_gz(&b"\x1f\x8b"[..]));
    }
}
