//! The operating system's own keyring: Secret Service, Keychain, Credential Manager.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use super::{Keyring, KeyringError};

const SERVICE: &str = "Badgefolio";

/// The keyring of the desktop session. Without one every call answers [`KeyringError::NoService`]; that answer
/// stays for the life of the process, because the library looks for the service once.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemKeyring;

fn entry(account: &str) -> Result<Entry, KeyringError> {
    Entry::new(SERVICE, account).map_err(|error| meaning(&error))
}

/// What the library's answer means to a person. Its own texts can hold secrets (`BadEncoding`), so none is kept.
fn meaning(error: &Error) -> KeyringError {
    match error {
        Error::NoDefaultStore => KeyringError::NoService,
        Error::NoStorageAccess(_) => KeyringError::Locked,
        Error::NoEntry => KeyringError::NoEntry,
        _ => KeyringError::Failed,
    }
}

impl Keyring for SystemKeyring {
    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringError> {
        entry(account)?.set_secret(secret).map_err(|error| meaning(&error))
    }

    fn get(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        entry(account)?.get_secret().map(Zeroizing::new).map_err(|error| meaning(&error))
    }

    fn delete(&self, account: &str) -> Result<(), KeyringError> {
        match entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(meaning(&error)),
        }
    }

    fn available(&self) -> Result<(), KeyringError> {
        match Entry::store_status() {
            Ok(()) => Ok(()),
            Err(_) => Err(KeyringError::NoService),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_apart() {
        let cause = || Box::<dyn std::error::Error + Send + Sync>::from("locked");
        assert_eq!(meaning(&Error::NoDefaultStore), KeyringError::NoService);
        assert_eq!(meaning(&Error::NoStorageAccess(cause())), KeyringError::Locked);
        assert_eq!(meaning(&Error::NoEntry), KeyringError::NoEntry);
        assert_eq!(meaning(&Error::PlatformFailure(cause())), KeyringError::Failed);
    }
}
