//! The system's keyring, seen from here: a few bytes under a name.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

/// Keeps small secrets for this user. `account` is `<backpack>/<slot>`.
pub trait Keyring: Send + Sync {
    /// Stores a secret under a name, replacing what was there.
    ///
    /// # Errors
    /// See [`KeyringError`].
    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringError>;
    /// The secret under a name.
    ///
    /// # Errors
    /// [`KeyringError::NoEntry`] when there is none; the others as they say.
    fn get(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError>;
    /// Forgets the secret under a name; none there is no error.
    ///
    /// # Errors
    /// See [`KeyringError`].
    fn delete(&self, account: &str) -> Result<(), KeyringError>;
    /// Whether there is a keyring to talk to at all. Stores nothing and asks the person nothing.
    ///
    /// # Errors
    /// [`KeyringError::NoService`].
    fn available(&self) -> Result<(), KeyringError>;
}

/// Why the keyring did not answer. Three different next steps, so three different errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// There is no keyring on this system, or nobody to talk to it through.
    #[error("there is no keyring service")]
    NoService,
    /// It is there, but locked, or the person declined.
    #[error("the keyring is locked")]
    Locked,
    /// It is open and has nothing under that name.
    #[error("the keyring has no such entry")]
    NoEntry,
    /// Anything else.
    #[error("the keyring failed")]
    Failed,
}

impl KeyringError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            KeyringError::NoService => "backpack.keyring-no-service",
            KeyringError::Locked => "backpack.keyring-locked",
            KeyringError::NoEntry => "backpack.keyring-no-entry",
            KeyringError::Failed => "backpack.keyring-failed",
        }
    }
}

/// A keyring in memory, for tests: open, or failing in one chosen way.
#[derive(Debug, Default)]
pub struct MemoryKeyring {
    entries: Mutex<BTreeMap<String, Vec<u8>>>,
    failing: Mutex<Option<KeyringError>>,
}

impl MemoryKeyring {
    /// An open, empty keyring.
    pub fn new() -> Self {
        Self::default()
    }

    /// A keyring that answers everything with this error.
    pub fn failing(error: KeyringError) -> Self {
        let keyring = Self::default();
        keyring.fail(Some(error));
        keyring
    }

    /// From now on fail with this, or work again.
    pub fn fail(&self, error: Option<KeyringError>) {
        *self.failing.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }

    /// How many secrets it holds.
    pub fn len(&self) -> usize {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn check(&self) -> Result<(), KeyringError> {
        match *self.failing.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}

impl Keyring for MemoryKeyring {
    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringError> {
        self.check()?;
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.insert(account.to_owned(), secret.to_vec());
        Ok(())
    }

    fn get(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        self.check()?;
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.get(account).map(|secret| Zeroizing::new(secret.clone())).ok_or(KeyringError::NoEntry)
    }

    fn delete(&self, account: &str) -> Result<(), KeyringError> {
        self.check()?;
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
        Ok(())
    }

    fn available(&self) -> Result<(), KeyringError> {
        match self.check() {
            Err(KeyringError::NoService) => Err(KeyringError::NoService),
            _ => Ok(()),
        }
    }
}
