//! Making a backup.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use jiff::Timestamp;
use openbadges::Digest;
use sha2::Digest as _;
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manifest::{Listed, Manifest, seal};
use super::parcel::Parcel;
use super::{BackupError, BackupFacts};
use crate::keys::Keyslots;
use crate::store::{atomic_file, connection, schema};
use crate::{Backpack, Error};

impl Backpack {
    /// Writes a copy of the whole backpack into a new file: as it is at one moment, while others read and write on. The
    /// copy is encrypted under the same key; the file holds the ways to that key that work on another computer, too.
    /// `app`: program and version. Nothing in the clear touches the disk, and the file is there whole or not at all.
    ///
    /// # Errors
    /// [`BackupError::NoKey`], [`BackupError::Exists`], [`Error::UnwritableFile`], [`Error::DiskFull`],
    /// [`Error::Damaged`].
    pub fn back_up(&self, to: &Path, app: &str, now: Timestamp) -> Result<BackupFacts, Error> {
        if to.symlink_metadata().is_ok() {
            return Err(BackupError::Exists.into());
        }
        let slots = Keyslots::read(&self.folder)?.portable().ok_or(BackupError::NoKey)?;
        let keyslots = slots.bytes()?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Beside the file, so that there is room for it where the person wants it, and none is taken from the backpack.
        let mut copy = temporary(folder)?;
        let name = copy.path().to_str().ok_or(Error::UnwritableFile(io::ErrorKind::InvalidFilename))?;
        self.pool.on_writer(|connection| Ok(connection.execute("VACUUM INTO ?1", [name])?))?;
        // That it opens under our key is seen before it counts.
        let schema = schema::version(&connection::at(copy.path(), self.pool.key())?)?;
        let members = vec![
            listed(super::KEYSLOTS, &mut keyslots.as_slice())?,
            listed(super::DATABASE, copy.as_file_mut())?,
        ];
        let manifest = Manifest::new(slots.backpack(), now, app, schema, members).bytes()?;
        let seal = seal(&manifest, self.pool.key())?;
        copy.rewind().map_err(unwritable)?;
        let mut out = temporary(folder)?;
        pack(
            out.as_file_mut(),
            &mut [
                (super::MANIFEST, &mut manifest.as_slice()),
                (super::SEAL, &mut seal.hex().as_bytes()),
                (super::KEYSLOTS, &mut keyslots.as_slice()),
                (super::DATABASE, copy.as_file_mut()),
            ],
        )?;
        drop(copy);
        out.as_file().sync_all().map_err(unwritable)?;
        // Read back as it will be read one day.
        let facts = Parcel::open(out.as_file_mut())?.prove(self.pool.key())?;
        put_in_place(out, to)?;
        atomic_file::sync_folder(folder)?;
        Ok(facts)
    }
}

/// A file for this user only that is gone when it is dropped.
fn temporary(folder: &Path) -> Result<NamedTempFile, Error> {
    tempfile::Builder::new().prefix(".badgefolio-").suffix(".part").tempfile_in(folder).map_err(unwritable)
}

fn unwritable(error: io::Error) -> Error {
    match Error::from(error) {
        Error::Folder(kind) => Error::UnwritableFile(kind),
        other => other,
    }
}

fn listed(name: &str, from: &mut dyn Read) -> Result<Listed, Error> {
    let (mut sha, mut bytes) = (sha2::Sha256::new(), 0_u64);
    let mut piece = vec![0; 256 * 1024];
    loop {
        let read = from.read(&mut piece).map_err(unwritable)?;
        if read == 0 {
            break;
        }
        sha.update(piece.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
    Ok(Listed { name: name.to_owned(), bytes, sha256: Digest(sha.finalize().into()) })
}

/// The archive: members stored as they are, in this order.
pub(super) fn pack(out: &mut File, members: &mut [(&str, &mut dyn Read)]) -> Result<(), Error> {
    let told = |error: zip::result::ZipError| match error {
        zip::result::ZipError::Io(error) => unwritable(error),
        _ => Error::UnwritableFile(io::ErrorKind::Other),
    };
    let mut zip = ZipWriter::new(io::BufWriter::new(out));
    for (name, from) in members {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .unix_permissions(0o600)
            .large_file(*name == super::DATABASE);
        zip.start_file(*name, options).map_err(told)?;
        io::copy(from, &mut zip).map_err(unwritable)?;
    }
    let mut out = zip.finish().map_err(told)?;
    out.flush().map_err(unwritable)?;
    out.seek(SeekFrom::Start(0)).map_err(unwritable)?;
    Ok(())
}

/// Gives the finished file its name, if nobody has taken it meanwhile.
fn put_in_place(out: NamedTempFile, to: &Path) -> Result<(), Error> {
    let failed = match out.persist_noclobber(to) {
        Ok(_) => return Ok(()),
        Err(failed) => failed,
    };
    if failed.error.kind() == io::ErrorKind::AlreadyExists || to.symlink_metadata().is_ok() {
        return Err(BackupError::Exists.into());
    }
    // Some disks (memory sticks, network folders) know neither a rename that replaces nothing nor two names of one file.
    failed.file.persist(to).map(drop).map_err(|failed| unwritable(failed.error))
}
