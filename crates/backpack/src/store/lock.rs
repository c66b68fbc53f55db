//! The file `lock`: shared by everyone who has the backpack open, exclusive for what needs it alone.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::paths;
use crate::Error;

/// A hold on the backpack; dropping it lets go.
#[derive(Debug)]
pub(crate) struct FolderLock(File);

impl FolderLock {
    fn file(folder: &Path) -> Result<File, Error> {
        let mut options = paths::private();
        Ok(options.read(true).write(true).create(true).truncate(false).open(folder.join(paths::LOCK))?)
    }

    /// Shared. Fails with [`Error::InUse`] while somebody migrates, restores or changes keys.
    pub(crate) fn shared(folder: &Path) -> Result<Self, Error> {
        let file = Self::file(folder)?;
        answer(file.try_lock_shared())?;
        Ok(FolderLock(file))
    }

    /// Alone. Fails with [`Error::InUse`] while anybody else has the backpack open.
    pub(crate) fn exclusive(folder: &Path) -> Result<Self, Error> {
        let file = Self::file(folder)?;
        answer(file.try_lock())?;
        Ok(FolderLock(file))
    }

    /// From shared to alone, for as long as `work` takes. The hold is let go in between, since a lock cannot be
    /// raised in one step everywhere; `work` must therefore look at the files again.
    pub(crate) fn alone<R>(&self, work: impl FnOnce() -> Result<R, Error>) -> Result<R, Error> {
        self.0.unlock()?;
        let result = answer(self.0.try_lock()).and_then(|()| {
            let result = work();
            self.0.unlock()?;
            result
        });
        self.0.lock_shared()?;
        result
    }

    /// From alone to shared, after a migration.
    pub(crate) fn share(self) -> Result<Self, Error> {
        self.0.unlock()?;
        self.0.lock_shared()?;
        Ok(self)
    }
}

impl Drop for FolderLock {
    /// Lets go itself: closing the file would not, while a process that this one is just starting still has a copy
    /// of it (from its fork to its exec).
    fn drop(&mut self) {
        // What cannot be let go here is let go when the last copy is closed.
        let _ = self.0.unlock();
    }
}

fn answer(result: Result<(), TryLockError>) -> Result<(), Error> {
    match result {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_or_one() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::shared(folder.path()).unwrap();
        let second = FolderLock::shared(folder.path()).unwrap();
        assert!(matches!(FolderLock::exclusive(folder.path()), Err(Error::InUse)));
        assert!(matches!(first.alone(|| Ok(())), Err(Error::InUse)));
        drop(second);
        let inside = first.alone(|| Ok(FolderLock::shared(folder.path()).is_err()));
        assert!(inside.unwrap());
        FolderLock::shared(folder.path()).unwrap();
    }

    #[test]
    fn it_lets_go_though_a_process_that_is_just_starting_has_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let hold = FolderLock::shared(folder.path()).unwrap();
        let copy = hold.0.try_clone().unwrap();
        drop(hold);
        FolderLock::exclusive(folder.path()).unwrap();
        drop(copy);
    }
}
