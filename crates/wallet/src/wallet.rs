//! The wallet: a folder, what comes in from outside, and the backpack while it is open.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use backpack::Backpack;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ports::Ports;
use crate::settings::Look;
use crate::views::{ChangeSet, Failure};

/// A wallet. One for the whole program; it can be shared between threads. Every method blocks until it is done.
pub struct Wallet {
    folder: PathBuf,
    pub(crate) ports: Ports,
    open: RwLock<Option<Arc<Backpack>>>,
    look: Mutex<Look>,
}

/// The result of something that changed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[must_use = "what changed has to be told"]
pub struct Done<T> {
    /// The result.
    pub value: T,
    /// What changed; to be told once, now that it is committed.
    pub changes: ChangeSet,
}

impl<T> Done<T> {
    pub(crate) fn new(value: T, changes: ChangeSet) -> Done<T> {
        Done { value, changes }
    }

    /// The result with something else made of it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: make(self.value), changes: self.changes }
    }
}

impl Wallet {
    /// A wallet over this folder. There need not be a backpack in it, nor the folder itself.
    pub fn new(folder: PathBuf, ports: Ports) -> Wallet {
        Wallet { folder, ports, open: RwLock::new(None), look: Mutex::default() }
    }

    /// The folder of the backpack.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The moment it is, by this wallet's clock.
    pub fn now(&self) -> Timestamp {
        self.ports.clock.now()
    }

    /// The backpack, if it is open.
    pub(crate) fn backpack(&self) -> Result<Arc<Backpack>, Failure> {
        self.opened().ok_or_else(|| Failure::new("backpack.locked"))
    }

    pub(crate) fn opened(&self) -> Option<Arc<Backpack>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn look(&self) -> Look {
        self.look.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_look(&self, look: Look) {
        *self.look.lock().unwrap_or_else(PoisonError::into_inner) = look;
    }

    pub(crate) fn set_opened(&self, backpack: Option<Arc<Backpack>>) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = backpack;
    }
}

impl std::fmt::Debug for Wallet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wallet")
    }
}
