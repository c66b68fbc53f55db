//! One slot: one way to the database's key.

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::kdf::Kdf;
use super::wrap::{Bound, Wrap};
use super::{Argon2Cost, Key, Keyring, code};
use crate::{Entropy, Error, entropy};

/// How a slot is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// By the system's keyring, without a question.
    Keyring,
    /// By a passphrase.
    Passphrase,
    /// By a recovery code on paper.
    Recovery,
}

impl SlotKind {
    /// `keyring`, `passphrase` or `recovery`.
    pub fn as_str(self) -> &'static str {
        match self {
            SlotKind::Keyring => "keyring",
            SlotKind::Passphrase => "passphrase",
            SlotKind::Recovery => "recovery",
        }
    }
}

/// A slot to be made.
#[derive(Clone, Debug)]
pub enum NewSlot {
    /// A random wrapping key in the system's keyring.
    Keyring {
        /// What the person reads in the list, e.g. the computer's name.
        label: String,
    },
    /// A passphrase, stretched at the usual cost.
    Passphrase(SecretString),
    /// A passphrase at a cost of one's own: for tests.
    PassphraseAt(SecretString, Argon2Cost),
    /// A recovery code, which is made here and shown once.
    Recovery,
}

/// What can be said of a slot without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotInfo {
    /// Its id.
    pub id: String,
    /// How it is opened.
    pub kind: SlotKind,
    /// The label it was given; may be empty.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A slot that was just made.
#[derive(Clone, Debug)]
pub struct AddedSlot {
    /// What it is.
    pub info: SlotInfo,
    /// The code to be written down, if it is a recovery slot. It is shown now or never.
    pub recovery_code: Option<SecretString>,
}

/// A slot as it stands in keyslots.json.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Slot {
    pub(crate) id: String,
    pub(crate) kind: SlotKind,
    #[serde(default)]
    pub(crate) label: String,
    pub(crate) created_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) kdf: Option<Kdf>,
    pub(crate) wrap: Wrap,
}

impl Slot {
    pub(crate) fn info(&self) -> SlotInfo {
        SlotInfo {
            id: self.id.clone(),
            kind: self.kind,
            label: self.label.clone(),
            created_at: self.created_at,
        }
    }

    pub(crate) fn account(backpack: &str, id: &str) -> String {
        format!("{backpack}/{id}")
    }

    fn bound<'a>(&'a self, backpack: &'a str) -> Bound<'a> {
        bound(backpack, &self.id, self.kind, self.kdf.as_ref())
    }

    /// The database's key, if `under` is this slot's.
    pub(crate) fn open(&self, backpack: &str, under: &Key) -> Option<Key> {
        self.wrap.open(under, self.bound(backpack))
    }

    /// Makes a slot for `key`, and for a keyring slot the keyring's entry.
    pub(crate) fn make(
        new: &NewSlot,
        key: &Key,
        backpack: &str,
        keyring: &dyn Keyring,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<(Slot, Option<SecretString>), Error> {
        let id = entropy::uuid(entropy)?;
        let (kind, label, account, kdf, under, shown) = match new {
            NewSlot::Keyring { label } => {
                let account = Slot::account(backpack, &id);
                let under = Key::make(entropy)?;
                keyring.set(&account, under.bytes())?;
                (SlotKind::Keyring, label.clone(), Some(account), None, under, None)
            }
            NewSlot::Passphrase(passphrase) => {
                let (kdf, under) = from_passphrase(passphrase, Argon2Cost::default(), entropy)?;
                (SlotKind::Passphrase, String::new(), None, Some(kdf), under, None)
            }
            NewSlot::PassphraseAt(passphrase, cost) => {
                let (kdf, under) = from_passphrase(passphrase, *cost, entropy)?;
                (SlotKind::Passphrase, String::new(), None, Some(kdf), under, None)
            }
            NewSlot::Recovery => {
                let (bytes, shown) = code::make(entropy)?;
                let kdf = Kdf::hkdf(entropy)?;
                let under = kdf.derive_from_code(&bytes)?;
                (SlotKind::Recovery, String::new(), None, Some(kdf), under, Some(shown))
            }
        };
        let wrap = Wrap::seal(key, &under, bound(backpack, &id, kind, kdf.as_ref()), entropy)?;
        Ok((Slot { id, kind, label, created_at: now, account, kdf, wrap }, shown))
    }
}

fn bound<'a>(backpack: &'a str, id: &'a str, kind: SlotKind, kdf: Option<&'a Kdf>) -> Bound<'a> {
    Bound {
        file_type: super::file::TYPE,
        version: super::file::VERSION,
        backpack,
        id,
        kind: kind.as_str(),
        kdf,
    }
}

fn from_passphrase(
    passphrase: &SecretString,
    cost: Argon2Cost,
    entropy: &mut dyn Entropy,
) -> Result<(Kdf, Key), Error> {
    if passphrase.expose_secret().is_empty() {
        return Err(Error::EmptyPassphrase);
    }
    let kdf = Kdf::argon2id(cost, entropy)?;
    let under = kdf.derive_from_passphrase(passphrase.expose_secret())?;
    Ok((kdf, under))
}

/// Opens a new slot the way it will be opened later, from what is written and what the keyring gives back. Only
/// then does it count.
pub(crate) fn prove(
    slot: &Slot,
    new: &NewSlot,
    shown: Option<&SecretString>,
    key: &Key,
    backpack: &str,
    keyring: &dyn Keyring,
) -> Result<(), Error> {
    let text = serde_json::to_vec(slot).map_err(|_| Error::SlotNotProven)?;
    let slot: Slot = serde_json::from_slice(&text).map_err(|_| Error::SlotNotProven)?;
    let kdf = || slot.kdf.as_ref().ok_or(Error::SlotNotProven);
    let under = match new {
        NewSlot::Keyring { .. } => {
            let account = slot.account.as_deref().ok_or(Error::SlotNotProven)?;
            Key::from_slice(&keyring.get(account)?).ok_or(Error::SlotNotProven)?
        }
        NewSlot::Passphrase(passphrase) | NewSlot::PassphraseAt(passphrase, _) => {
            kdf()?.derive_from_passphrase(passphrase.expose_secret())?
        }
        NewSlot::Recovery => {
            let shown = shown.ok_or(Error::SlotNotProven)?;
            let bytes = code::read(shown.expose_secret()).ok_or(Error::SlotNotProven)?;
            kdf()?.derive_from_code(&bytes)?
        }
    };
    match slot.open(backpack, &under) {
        Some(opened) if opened == *key => Ok(()),
        _ => Err(Error::SlotNotProven),
    }
}
