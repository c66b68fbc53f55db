//! A backup as it is read: from front to back, each member by its name and within its bounds, nothing unpacked by what
//! the file says of itself.

use std::io::{BufReader, Read, Seek, SeekFrom, Write};

use openbadges::{Digest, limits};
use sha2::Digest as _;
use zip::CompressionMethod;
use zip::read::{ZipFile, read_zipfile_from_stream};
use zip::result::ZipError;

use super::manifest::{Manifest, seal};
use super::{BackupError, BackupFacts};
use crate::Error;
use crate::keys::{Key, Keyslots};

/// The end of a ZIP without a comment, as ours are (APPNOTE 4.3.16).
const END: usize = 22;
const END_BEGINS: &[u8] = b"PK\x05\x06";
const BEGINS: &[u8] = b"PK\x03\x04";

/// A backup of which everything but the database was read.
pub(super) struct Parcel<R> {
    from: BufReader<R>,
    length: u64,
    pub(super) manifest: Manifest,
    manifest_bytes: Vec<u8>,
    seal: Vec<u8>,
    pub(super) keyslots: Keyslots,
}

/// What can be said of a backup without its passphrase. Changes nothing.
///
/// # Errors
/// [`Error::Backup`] when it is none that could be restored here, [`Error::UnreadableFile`].
pub fn look_into_backup(from: impl Read + Seek) -> Result<BackupFacts, Error> {
    let parcel = Parcel::open(from)?;
    Ok(parcel.manifest.facts(parcel.length))
}

impl<R: Read + Seek> Parcel<R> {
    /// Reads all but the database, which comes last. What is not whole or not ours is refused before anybody is
    /// asked for a passphrase.
    pub(super) fn open(from: R) -> Result<Self, Error> {
        let mut from = BufReader::new(from);
        let length = whole(&mut from)?;
        let manifest_bytes = small(&mut from, super::MANIFEST, limits::BACKUP_MANIFEST).map_err(|error| {
            // A file that does not even begin like one of ours is something else.
            if matches!(error, Error::Backup(BackupError::Foreign)) {
                BackupError::NotOne.into()
            } else {
                error
            }
        })?;
        let manifest = Manifest::read(&manifest_bytes)?;
        let seal = small(&mut from, super::SEAL, limits::BACKUP_MANIFEST)?;
        let bytes = small(&mut from, super::KEYSLOTS, limits::BACKUP_KEYSLOTS)?;
        let listed = manifest.of(super::KEYSLOTS)?;
        if listed.bytes != bytes.len() as u64 || listed.sha256 != Digest::of(&bytes) {
            return Err(BackupError::Changed.into());
        }
        let keyslots = Keyslots::of_bytes(&bytes)?;
        if keyslots.backpack() != manifest.backpack {
            return Err(BackupError::Changed.into());
        }
        // Each slot costs as much work as it says, up to a second or two: so many of them are nobody's.
        if keyslots.slots().count() > limits::BACKUP_SLOTS {
            return Err(BackupError::TooLarge.into());
        }
        let keyslots = keyslots.portable().ok_or(BackupError::NoKey)?;
        Ok(Parcel { from, length, manifest, manifest_bytes, seal, keyslots })
    }

    /// Whether whoever made this had the key. From then on the digests can be relied on.
    pub(super) fn sealed_with(&self, key: &Key) -> Result<(), Error> {
        if seal(&self.manifest_bytes, key)?.hex().as_bytes() != self.seal {
            return Err(BackupError::Changed.into());
        }
        Ok(())
    }

    /// Writes the database out, a piece at a time, and never more than its listed size. It has to be the one that was
    /// listed, and nothing may follow.
    pub(super) fn database_into(mut self, to: &mut dyn Write) -> Result<BackupFacts, Error> {
        let listed = self.manifest.of(super::DATABASE)?.clone();
        let mut member = member(&mut self.from, super::DATABASE, limits::BACKUP)?;
        if member.size() != listed.bytes {
            return Err(BackupError::Changed.into());
        }
        let (mut sha, mut written) = (sha2::Sha256::new(), 0_u64);
        let mut piece = vec![0; 256 * 1024];
        loop {
            let read = match member.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => return Err(of_io(&error)),
            };
            let piece = piece.get(..read).unwrap_or_default();
            written += read as u64;
            if written > listed.bytes {
                return Err(BackupError::Changed.into());
            }
            sha.update(piece);
            to.write_all(piece)?;
        }
        drop(member);
        if written < listed.bytes {
            return Err(BackupError::Truncated.into());
        }
        if Digest(sha.finalize().into()) != listed.sha256 {
            return Err(BackupError::Changed.into());
        }
        match read_zipfile_from_stream(&mut self.from) {
            Ok(None) => Ok(self.manifest.facts(self.length)),
            Ok(Some(_)) => Err(BackupError::Foreign.into()),
            Err(error) => Err(of_zip(&error)),
        }
    }

    /// Goes through all of it without keeping anything.
    pub(super) fn prove(self, key: &Key) -> Result<BackupFacts, Error> {
        self.sealed_with(key)?;
        self.database_into(&mut std::io::sink())
    }
}

/// The length of a file that begins and ends as ours do.
fn whole(from: &mut (impl Read + Seek)) -> Result<u64, Error> {
    let unreadable = |error: std::io::Error| Error::UnreadableFile(error.kind());
    let length = from.seek(SeekFrom::End(0)).map_err(unreadable)?;
    let mut at = |place: SeekFrom, bytes: &mut [u8]| -> std::io::Result<()> {
        from.seek(place)?;
        from.read_exact(bytes)
    };
    let (mut first, mut last) = ([0; BEGINS.len()], [0; END]);
    if length < BEGINS.len() as u64 || at(SeekFrom::Start(0), &mut first).is_err() || first != BEGINS {
        return Err(BackupError::NotOne.into());
    }
    if length > limits::BACKUP {
        return Err(BackupError::TooLarge.into());
    }
    let ends = at(SeekFrom::End(-(END as i64)), &mut last).is_ok();
    if !ends || !last.starts_with(END_BEGINS) || !last.ends_with(&[0, 0]) {
        return Err(BackupError::Truncated.into());
    }
    from.rewind().map_err(unreadable)?;
    Ok(length)
}

/// The next member, if it has this name, is stored as it is and no larger than this.
fn member<'a, R: Read>(from: &'a mut R, name: &str, most: u64) -> Result<ZipFile<'a, R>, Error> {
    let member = read_zipfile_from_stream(from).map_err(|error| of_zip(&error))?;
    let member = member.ok_or(BackupError::Truncated)?;
    if member.name_raw() != name.as_bytes() || member.encrypted() {
        return Err(BackupError::Foreign.into());
    }
    if member.compression() != CompressionMethod::Stored || member.size() != member.compressed_size() {
        return Err(BackupError::Packed.into());
    }
    if member.size() > most {
        return Err(BackupError::TooLarge.into());
    }
    Ok(member)
}

fn small(from: &mut impl Read, name: &str, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut member = member(from, name, most as u64)?;
    let size = member.size();
    (&mut member).take(most as u64).read_to_end(&mut bytes).map_err(|error| of_io(&error))?;
    if (bytes.len() as u64) < size {
        return Err(BackupError::Truncated.into());
    }
    Ok(bytes)
}

fn of_io(error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => BackupError::Truncated.into(),
        // The archive's own checksum.
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::Other => BackupError::Changed.into(),
        kind => Error::UnreadableFile(kind),
    }
}

fn of_zip(error: &ZipError) -> Error {
    match error {
        ZipError::Io(error) => of_io(error),
        ZipError::CompressionMethodNotSupported(_) => BackupError::Packed.into(),
        ZipError::UnsupportedArchive(_) => BackupError::Foreign.into(),
        _ => BackupError::Changed.into(),
    }
}
