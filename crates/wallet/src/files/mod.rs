//! Files, folders and mailboxes that a person named, given one after another: read by a thread of their own, so that the next is
//! at hand while one is looked at, and never more than a few in memory, however large a mailbox is.

mod archive;
mod reading;
mod walk;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use self::reading::{Budget, Reader};
use self::walk::Found;
pub use self::walk::{files_in, is_container};
use crate::import::{Step, Supply};
use crate::views::Failure;

/// As many wait to be asked for at most; their bytes have a bound of their own.
const WAITING: usize = 64;

/// What is in files and folders, mailbox files and archives of them included: the messages of a mailbox are given one by one,
/// and only those that can hold a badge.
///
/// A message of a mailbox file is called by the file's name and its number there: `Inbox.mbox/message[17]`.
pub struct Files {
    steps: Receiver<Told>,
    budget: Arc<Budget>,
    done: u64,
    total: Option<u64>,
}

/// A step, and how far the reading thread was with it, in bytes.
struct Told {
    step: Step,
    done: u64,
    total: Option<u64>,
}

impl Files {
    /// What these paths lead to. Nothing has been read yet; that one cannot be is told when it is due.
    pub fn of(paths: impl IntoIterator<Item = PathBuf>) -> Files {
        let paths: Vec<PathBuf> = paths.into_iter().collect();
        let (tell, steps) = mpsc::sync_channel(WAITING);
        let budget = Arc::new(Budget::default());
        let shared = Arc::clone(&budget);
        let read = move || {
            let found: Vec<Found> = paths.iter().flat_map(|path| walk::walk(path)).collect();
            Reader::new(tell, shared, &found).read_all(found);
        };
        // Where there is no thread to be had, the channel is closed and nothing is in it: told as a failure below.
        let _ = thread::Builder::new().name("files".to_owned()).spawn(read);
        Files { steps, budget, done: 0, total: None }
    }

    /// What this path leads to.
    pub fn at(path: &Path) -> Files {
        Files::of([path.to_owned()])
    }
}

impl Supply for Files {
    fn step(&mut self) -> Step {
        // Closed without an end only where the thread was never there, or ended badly.
        let Ok(told) = self.steps.recv() else {
            return Step::Broken(Failure::new("file.unreadable").with("name", ""));
        };
        if let Step::One(given) = &told.step {
            self.budget.free(given.bytes.len());
        }
        (self.done, self.total) = (told.done, told.total);
        told.step
    }

    fn ahead(&self) -> usize {
        WAITING
    }

    /// In KiB.
    fn far(&self) -> (u32, Option<u32>) {
        let kib = |bytes: u64| u32::try_from(bytes / 1024).unwrap_or(u32::MAX);
        (kib(self.done), self.total.map(kib))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        self.budget.close();
    }
}

impl std::fmt::Debug for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Files").field("done", &self.done).field("total", &self.total).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
