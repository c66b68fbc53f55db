//! Taking a backup back.

use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use secrecy::SecretString;

use super::BackupFacts;
use super::parcel::Parcel;
use super::sound::make_sound;
use super::unpacking::Unpacking;
use crate::keys::{MemoryKeyring, Unlock, file_names, unwrap};
use crate::store::{self, FolderLock, MIGRATIONS, Migration, atomic_file, move_aside, paths};
use crate::{Entropy, Error};

/// A backup that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What it was.
    pub facts: BackupFacts,
    /// Where the backpack went that was there before; `None` where there was none.
    pub set_aside: Option<PathBuf>,
}

/// Puts the backpack of a backup into `folder`, to be opened by `secret`, a passphrase or recovery code of that backup.
///
/// Read, opened and looked through first, in a folder beside; only then it takes the place of the backpack that is
/// there, which is set aside whole and never deleted. Whatever fails before leaves that one as it was, byte for byte.
/// Nobody else may have it open meanwhile.
///
/// # Errors
/// [`Error::Backup`] for what is wrong with the file, [`Error::WrongPassphrase`], [`Error::WrongRecoveryCode`],
/// [`Error::Newer`] where its tables are of a later version, [`Error::InUse`], [`Error::Damaged`],
/// [`Error::DiskFull`], [`Error::Folder`], [`Error::UnreadableFile`].
pub fn restore(
    folder: &Path,
    from: impl Read + Seek,
    secret: &SecretString,
    entropy: &mut dyn Entropy,
    now: Timestamp,
) -> Result<Restored, Error> {
    restore_to(folder, from, secret, entropy, now, MIGRATIONS)
}

pub(super) fn restore_to(
    folder: &Path,
    from: impl Read + Seek,
    secret: &SecretString,
    entropy: &mut dyn Entropy,
    now: Timestamp,
    migrations: &[Migration],
) -> Result<Restored, Error> {
    let parcel = Parcel::open(from)?;
    // Before anything is unpacked: who does not know the secret does not fill a disk.
    let key = unwrap(&parcel.keyslots, Unlock::Typed(secret), &MemoryKeyring::new())?;
    parcel.sealed_with(&key)?;
    paths::make_folder(folder)?;
    let _alone = FolderLock::exclusive(folder)?;
    let unpacking = Unpacking::new(folder, entropy)?;
    let inside = unpacking.path();
    parcel.keyslots.write(inside)?;
    let mut file = paths::private().write(true).create_new(true).open(paths::database(inside))?;
    let facts = parcel.database_into(&mut file)?;
    file.sync_all()?;
    drop(file);
    make_sound(inside, &key, migrations)?;
    std::fs::File::open(paths::database(inside))?.sync_all()?;
    let set_aside = take_place(folder, inside, now)?;
    Ok(Restored { facts, set_aside })
}

/// Sets the present backpack aside and puts the unpacked one there; or leaves everything as it was.
pub(super) fn take_place(folder: &Path, inside: &Path, now: Timestamp) -> Result<Option<PathBuf>, Error> {
    let aside = move_aside(folder, now)?;
    // The keys last: until then a crash leaves a folder that says what is missing.
    let moves = [store::DATABASE, file_names::NAME].map(|name| (inside.join(name), folder.join(name)));
    let result = store::rename_all(&moves);
    if result.is_err()
        && let Some(aside) = &aside
    {
        store::put_back(folder, aside)?;
    }
    result?;
    atomic_file::sync_folder(folder)?;
    Ok(aside)
}
