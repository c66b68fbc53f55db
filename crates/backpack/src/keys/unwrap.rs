//! From slots and what opens them to the database's key.

use secrecy::{ExposeSecret, SecretString};

use super::{Key, Keyring, KeyringError, Keyslots, SlotKind, code};
use crate::Error;

/// How the backpack is to be opened.
#[derive(Clone, Copy, Debug)]
pub enum Unlock<'a> {
    /// By the system's keyring.
    Keyring,
    /// By a passphrase.
    Passphrase(&'a SecretString),
    /// By a recovery code as a person types it.
    Recovery(&'a SecretString),
    /// By what a person types: a recovery code where it can be one and there is such a slot, else a passphrase.
    Typed(&'a SecretString),
}

impl Unlock<'_> {
    fn fits(&self, kind: SlotKind) -> bool {
        match self {
            Unlock::Keyring => kind == SlotKind::Keyring,
            Unlock::Passphrase(_) => kind == SlotKind::Passphrase,
            Unlock::Recovery(_) => kind == SlotKind::Recovery,
            Unlock::Typed(_) => matches!(kind, SlotKind::Passphrase | SlotKind::Recovery),
        }
    }
}

/// Tries every slot of the kind asked for. Of several failures the last one speaks: with one slot, the usual
/// case, that is the only one.
pub(crate) fn unwrap(slots: &Keyslots, unlock: Unlock<'_>, keyring: &dyn Keyring) -> Result<Key, Error> {
    if let Unlock::Typed(text) = unlock {
        let passphrases = slots.slots().any(|slot| slot.kind == SlotKind::Passphrase);
        // A code is tried first, since that costs nothing; a passphrase may still look like one.
        return match unwrap(slots, Unlock::Recovery(text), keyring) {
            Ok(key) => Ok(key),
            Err(error) if !passphrases => Err(error),
            Err(_) => unwrap(slots, Unlock::Passphrase(text), keyring),
        };
    }
    let mut failure = Error::NoSlotOfKind;
    for slot in slots.slots().filter(|slot| unlock.fits(slot.kind)) {
        match one(slots.backpack(), slot, unlock, keyring) {
            Ok(key) => return Ok(key),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

fn one(backpack: &str, slot: &super::Slot, unlock: Unlock<'_>, keyring: &dyn Keyring) -> Result<Key, Error> {
    let kdf = || slot.kdf.as_ref().ok_or(Error::SlotChanged);
    match unlock {
        Unlock::Keyring => {
            // The account is not taken from the file: a changed file must not name somebody else's entry.
            let secret = keyring.get(&super::Slot::account(backpack, &slot.id))?;
            let under = Key::from_slice(&secret).ok_or(Error::Keyring(KeyringError::Failed))?;
            slot.open(backpack, &under).ok_or(Error::SlotChanged)
        }
        Unlock::Passphrase(passphrase) => {
            let under = kdf()?.derive_from_passphrase(passphrase.expose_secret())?;
            slot.open(backpack, &under).ok_or(Error::WrongPassphrase)
        }
        Unlock::Recovery(text) => {
            let bytes = code::read(text.expose_secret()).ok_or(Error::WrongRecoveryCode)?;
            slot.open(backpack, &kdf()?.derive_from_code(&bytes)?).ok_or(Error::WrongRecoveryCode)
        }
        // Taken apart by the caller.
        Unlock::Typed(_) => Err(Error::NoSlotOfKind),
    }
}
