//! `keyslots.json` and its last good copy.

use std::path::Path;

use openbadges::json::Value;
use serde::{Deserialize, Serialize};

use super::{Slot, SlotInfo, SlotKind};
use crate::store::{Damage, atomic_file};
use crate::{Entropy, Error, entropy};

pub(crate) const NAME: &str = "keyslots.json";
pub(crate) const LAST_GOOD: &str = "keyslots.json.1";
pub(crate) const TYPE: &str = "BadgefolioKeyslots";
pub(crate) const VERSION: u32 = 1;
/// More than this is no file of ours.
const MAX_BYTES: u64 = 1024 * 1024;

/// The slots of one backpack. Slots of a kind this version does not know are kept as they stand.
#[derive(Clone, Debug)]
pub(crate) struct Keyslots {
    backpack: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Entry {
    Known(Box<Slot>),
    Unknown(Value),
}

#[derive(Serialize, Deserialize)]
struct File {
    #[serde(rename = "type")]
    file_type: String,
    version: u32,
    backpack: String,
    slots: Vec<Entry>,
}

impl Keyslots {
    /// No slots yet, for a new backpack.
    pub(crate) fn new(entropy: &mut dyn Entropy) -> Result<Self, Error> {
        Ok(Keyslots { backpack: entropy::uuid(entropy)?, entries: Vec::new() })
    }

    /// Reads the file of a folder, or its last good copy where the file itself cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        match read_file(&folder.join(NAME)) {
            Err(Error::Damaged(damage @ (Damage::Keyslots | Damage::KeyslotsMissing))) => {
                read_file(&folder.join(LAST_GOOD)).map_err(|_| Error::Damaged(damage))
            }
            result => result,
        }
    }

    /// Reads the bytes of such a file.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Self, Error> {
        of_bytes(bytes)
    }

    /// The slots that work on every computer, without those that need one computer's keyring or that this version does
    /// not know; `None` where there is none.
    pub(crate) fn portable(mut self) -> Option<Self> {
        self.entries.retain(|entry| {
            matches!(entry, Entry::Known(slot) if matches!(slot.kind, SlotKind::Passphrase | SlotKind::Recovery))
        });
        (!self.entries.is_empty()).then_some(self)
    }

    /// The file's bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Error> {
        let file = File {
            file_type: TYPE.to_owned(),
            version: VERSION,
            backpack: self.backpack.clone(),
            slots: self.entries.clone(),
        };
        serde_json::to_vec_pretty(&file).map_err(|_| Error::Database("keyslots"))
    }

    /// Writes the file; what was readable there before becomes the last good copy.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let text = self.bytes()?;
        let path = folder.join(NAME);
        if read_file(&path).is_ok() {
            atomic_file::write(&folder.join(LAST_GOOD), &std::fs::read(&path)?)?;
        }
        atomic_file::write(&path, &text)
    }

    /// Lets the last good copy be a copy of the file as it is now: what it held could open the backpack with a
    /// slot that was just taken away.
    pub(crate) fn settle(&self, folder: &Path) -> Result<(), Error> {
        atomic_file::write(&folder.join(LAST_GOOD), &std::fs::read(folder.join(NAME))?)
    }

    pub(crate) fn backpack(&self) -> &str {
        &self.backpack
    }

    pub(crate) fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Known(slot) => Some(slot.as_ref()),
            Entry::Unknown(_) => None,
        })
    }

    pub(crate) fn infos(&self) -> Vec<SlotInfo> {
        self.slots().map(Slot::info).collect()
    }

    pub(crate) fn push(&mut self, slot: Slot) {
        self.entries.push(Entry::Known(Box::new(slot)));
    }

    /// Takes a slot away; the last one that this version could open stays.
    pub(crate) fn remove(&mut self, id: &str) -> Result<Slot, Error> {
        let found = self.slots().find(|slot| slot.id == id).cloned().ok_or(Error::UnknownSlot)?;
        if self.slots().count() < 2 {
            return Err(Error::LastSlot);
        }
        self.entries.retain(|entry| !matches!(entry, Entry::Known(slot) if slot.id == id));
        Ok(found)
    }
}

fn read_file(path: &Path) -> Result<Keyslots, Error> {
    let damaged = || Error::Damaged(Damage::Keyslots);
    let meta = match std::fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::Damaged(Damage::KeyslotsMissing));
        }
        Err(error) => return Err(error.into()),
    };
    if meta.len() > MAX_BYTES {
        return Err(damaged());
    }
    of_bytes(&std::fs::read(path)?)
}

fn of_bytes(bytes: &[u8]) -> Result<Keyslots, Error> {
    let damaged = || Error::Damaged(Damage::Keyslots);
    let value: Value = openbadges::json::read(bytes).map_err(|_| damaged())?;
    if value.get("type").and_then(Value::as_str) != Some(TYPE) {
        return Err(damaged());
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => {}
        Some(version) if version > u64::from(VERSION) => {
            return Err(Error::Damaged(Damage::KeyslotsNewer));
        }
        _ => return Err(damaged()),
    }
    let file: File = serde_json::from_value(value.into()).map_err(|_| damaged())?;
    let slots = Keyslots { backpack: file.backpack, entries: file.slots };
    if slots.slots().next().is_none() {
        return Err(damaged());
    }
    Ok(slots)
}
