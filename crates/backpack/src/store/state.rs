//! What is in a folder, seen without a key.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::lock::FolderLock;
use super::{atomic_file, paths};
use crate::Error;
use crate::keys::{Keyslots, SlotInfo, file_names};

/// What a folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// No backpack.
    None,
    /// A backpack, and the ways to open it.
    Locked {
        /// Its slots.
        slots: Vec<SlotInfo>,
    },
    /// Something that was one. It is left as it is until the person sets it aside.
    Damaged(Damage),
}

/// What is wrong with a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The database is not one, or its pages do not fit together.
    Database,
    /// There are key slots but no database.
    DatabaseMissing,
    /// Neither the key slots nor their last good copy can be read.
    Keyslots,
    /// There is a database but no key slots.
    KeyslotsMissing,
    /// The key slots were written by a later version.
    KeyslotsNewer,
}

impl Damage {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Damage::Database => "backpack.damaged-database",
            Damage::DatabaseMissing => "backpack.damaged-database-missing",
            Damage::Keyslots => "backpack.damaged-keyslots",
            Damage::KeyslotsMissing => "backpack.damaged-keyslots-missing",
            Damage::KeyslotsNewer => "backpack.damaged-keyslots-newer",
        }
    }
}

/// Looks at a folder. Needs no key and changes nothing.
///
/// # Errors
/// [`Error::Folder`] when it cannot be looked at.
pub fn state(folder: &Path) -> Result<State, Error> {
    let there = |name: &str| folder.join(name).try_exists();
    let database = there(paths::DATABASE)?;
    let slots = there(file_names::NAME)? || there(file_names::LAST_GOOD)?;
    if !database && !slots || there(paths::CREATING)? {
        return Ok(State::None);
    }
    match Keyslots::read(folder) {
        Ok(_) if !database => Ok(State::Damaged(Damage::DatabaseMissing)),
        Ok(slots) => Ok(State::Locked { slots: slots.infos() }),
        Err(Error::Damaged(damage)) => Ok(State::Damaged(damage)),
        Err(error) => Err(error),
    }
}

/// Moves the backpack's files into a folder `set-aside-<time>` within its own, so that a new one can be made.
/// Nothing is deleted, and files that are not the backpack's stay where they are. Answers where it went.
///
/// # Errors
/// [`Error::None`] when nothing is there, [`Error::InUse`] while somebody has it open, [`Error::Folder`].
pub fn set_aside(folder: &Path, now: Timestamp) -> Result<PathBuf, Error> {
    if !folder.try_exists()? {
        return Err(Error::None);
    }
    let _alone = FolderLock::exclusive(folder)?;
    move_aside(folder, now)?.ok_or(Error::None)
}

/// As [`set_aside`], for a caller who has the folder alone; `None` when there was nothing to move.
pub(crate) fn move_aside(folder: &Path, now: Timestamp) -> Result<Option<PathBuf>, Error> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() && paths::is_ours(&name.to_string_lossy()) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Ok(None);
    }
    // The keys last: until then a crash leaves a folder that still says what it is.
    names.sort_by_key(|name| name.to_string_lossy().starts_with(file_names::NAME));
    let stamp = now.strftime("%Y-%m-%dT%H-%M-%S").to_string();
    let mut target = folder.join(format!("set-aside-{stamp}"));
    let mut n = 2;
    while target.try_exists()? {
        target = folder.join(format!("set-aside-{stamp}-{n}"));
        n += 1;
    }
    paths::make_folder(&target)?;
    let moves: Vec<_> = names.iter().map(|name| (folder.join(name), target.join(name))).collect();
    if let Err(error) = rename_all(&moves) {
        // Empty again, or it stays: what could not be moved back must not go with it.
        let _ = std::fs::remove_dir(&target);
        return Err(error);
    }
    atomic_file::sync_folder(&target)?;
    atomic_file::sync_folder(folder)?;
    Ok(Some(target))
}

/// Moves files, each from the first to the second path: all of them, or none.
pub(crate) fn rename_all(moves: &[(PathBuf, PathBuf)]) -> Result<(), Error> {
    for (at, (from, to)) in moves.iter().enumerate() {
        if let Err(error) = std::fs::rename(from, to) {
            for (from, to) in moves.iter().take(at).rev() {
                // The same disk a moment later: there is nothing else that could be tried.
                let _ = std::fs::rename(to, from);
            }
            return Err(error.into());
        }
    }
    Ok(())
}

/// Undoes [`move_aside`].
pub(crate) fn put_back(folder: &Path, aside: &Path) -> Result<(), Error> {
    let mut moves = Vec::new();
    for entry in std::fs::read_dir(aside)? {
        let name = entry?.file_name();
        moves.push((aside.join(&name), folder.join(&name)));
    }
    rename_all(&moves)?;
    std::fs::remove_dir(aside)?;
    atomic_file::sync_folder(folder)
}
