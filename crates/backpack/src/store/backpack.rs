//! Making and opening.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use secrecy::SecretString;

use super::lock::FolderLock;
use super::pool::Pool;
use super::schema::{self, MIGRATIONS};
use super::state::{State, move_aside, state};
use super::{atomic_file, connection, paths};
use crate::keys::{AddedSlot, Key, Keyring, Keyslots, NewSlot, Slot, SlotInfo, Unlock, prove, unwrap};
use crate::{Entropy, Error};

/// An open backpack. Can be shared between threads; dropping it closes it.
pub struct Backpack {
    // Fields drop in this order: connections close before the folder is let go.
    pub(crate) pool: Pool,
    pub(super) lock: FolderLock,
    pub(crate) folder: PathBuf,
    recovery_code: Option<SecretString>,
}

impl std::fmt::Debug for Backpack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Backpack")
    }
}

impl Backpack {
    /// Makes a new, empty backpack with at least one slot, and opens it. Each slot is tried before it counts; where
    /// a keyring cannot keep its secret, nothing is made.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Keyring`], [`Error::EmptyPassphrase`], [`Error::Folder`], [`Error::DiskFull`].
    pub fn create(
        folder: &Path,
        slots: &[NewSlot],
        keyring: &dyn Keyring,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<Self, Error> {
        if slots.is_empty() {
            return Err(Error::NoSlotOfKind);
        }
        paths::make_folder(folder)?;
        let alone = FolderLock::exclusive(folder)?;
        if state(folder)? != State::None {
            return Err(Error::Exists);
        }
        // What a crash while making one left behind.
        move_aside(folder, now)?;
        let key = Key::make(entropy)?;
        let mut file = Keyslots::new(entropy)?;
        let mut recovery_code = None;
        for new in slots {
            let added = add(&mut file, new, &key, keyring, entropy, now)?;
            recovery_code = recovery_code.or(added.recovery_code);
        }
        paths::private().write(true).create(true).truncate(false).open(folder.join(paths::CREATING))?;
        atomic_file::sync_folder(folder)?;
        let mut writer = connection::make(folder, &key)?;
        schema::migrate(folder, &mut writer, MIGRATIONS)?;
        file.write(folder)?;
        std::fs::remove_file(folder.join(paths::CREATING))?;
        atomic_file::sync_folder(folder)?;
        let lock = alone.share()?;
        let pool = Pool::new(folder.to_owned(), key, writer)?;
        Ok(Backpack { pool, lock, folder: folder.to_owned(), recovery_code })
    }

    /// Opens a backpack, bringing its schema up to date where it is older.
    ///
    /// # Errors
    /// [`Error::None`], [`Error::WrongPassphrase`], [`Error::NoSlotOfKind`], [`Error::Keyring`], [`Error::Damaged`],
    /// [`Error::Newer`] (nothing is opened), [`Error::InUse`].
    pub fn open(folder: &Path, unlock: Unlock<'_>, keyring: &dyn Keyring) -> Result<Self, Error> {
        match state(folder)? {
            State::None => return Err(Error::None),
            State::Damaged(damage) => return Err(Error::Damaged(damage)),
            State::Locked { .. } => {}
        }
        let mut lock = FolderLock::shared(folder)?;
        let key = unwrap(&Keyslots::read(folder)?, unlock, keyring)?;
        let mut writer = connection::writer(folder, &key)?;
        if schema::is_old(&writer, MIGRATIONS)? {
            drop(writer);
            drop(lock);
            let alone = FolderLock::exclusive(folder)?;
            writer = connection::writer(folder, &key)?;
            schema::migrate(folder, &mut writer, MIGRATIONS)?;
            lock = alone.share()?;
        }
        let pool = Pool::new(folder.to_owned(), key, writer)?;
        Ok(Backpack { pool, lock, folder: folder.to_owned(), recovery_code: None })
    }

    /// The recovery code, once, if one of the slots given to [`Backpack::create`] was of that kind.
    pub fn take_recovery_code(&mut self) -> Option<SecretString> {
        self.recovery_code.take()
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether somebody else has written since this was last asked: then what a view has kept is stale.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn changed_elsewhere(&self) -> Result<bool, Error> {
        self.pool.changed_elsewhere()
    }

    /// The ways to open it.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn slots(&self) -> Result<Vec<SlotInfo>, Error> {
        Ok(Keyslots::read(&self.folder)?.infos())
    }
}

/// Makes a slot and tries it; only then is it put among the others. A keyring entry of a slot that failed is
/// taken back.
pub(super) fn add(
    file: &mut Keyslots,
    new: &NewSlot,
    key: &Key,
    keyring: &dyn Keyring,
    entropy: &mut dyn Entropy,
    now: Timestamp,
) -> Result<AddedSlot, Error> {
    let (slot, recovery_code) = Slot::make(new, key, file.backpack(), keyring, entropy, now)?;
    if let Err(error) = prove(&slot, new, recovery_code.as_ref(), key, file.backpack(), keyring) {
        if let Some(account) = &slot.account {
            // The slot is refused already; an orphaned wrapping key opens nothing.
            let _ = keyring.delete(account);
        }
        return Err(error);
    }
    let info = slot.info();
    file.push(slot);
    Ok(AddedSlot { info, recovery_code })
}
