//! The secret of an account: in the system's keyring, under a name of its own.

use backpack::{AccountId, Keyring, KeyringError};
use secrecy::{ExposeSecret as _, SecretString};

use crate::views::Failure;

fn name(id: &AccountId) -> String {
    format!("account/{id}")
}

/// Whether it can be a secret at all.
pub(super) fn check(secret: &SecretString) -> Result<(), Failure> {
    let text = secret.expose_secret();
    if text.is_empty() || text.contains(['\r', '\n', '\0']) {
        return Err(Failure::new("account.no-secret"));
    }
    Ok(())
}

pub(super) fn set(keyring: &dyn Keyring, id: &AccountId, secret: &SecretString) -> Result<(), Failure> {
    Ok(keyring.set(&name(id), secret.expose_secret().as_bytes())?)
}

pub(super) fn get(keyring: &dyn Keyring, id: &AccountId) -> Result<SecretString, Failure> {
    let bytes = match keyring.get(&name(id)) {
        Ok(bytes) => bytes,
        Err(KeyringError::NoEntry) => return Err(Failure::new("account.secret-gone")),
        Err(error) => return Err(error.into()),
    };
    let text = std::str::from_utf8(&bytes).map_err(|_| Failure::new("account.secret-gone"))?;
    Ok(SecretString::from(text.to_owned()))
}

pub(super) fn delete(keyring: &dyn Keyring, id: &AccountId) -> Result<(), Failure> {
    Ok(keyring.delete(&name(id))?)
}
