//! Settings: how it looks, whose badges these are, the keys, the consents.

use backpack::{AddedSlot, Backpack, NewSlot};
use secrecy::SecretString;

use crate::session::computer;
use crate::views::{ChangeSet, Failure, SettingKey, SettingsView, SlotView, Theme};
use crate::wallet::{Done, Wallet};

/// How the window looks. Lies in the backpack; while none is open, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) locale: Option<String>,
    pub(crate) theme: Theme,
    pub(crate) contrast: bool,
    pub(crate) text_size: u32,
}

impl Default for Look {
    fn default() -> Look {
        Look { locale: None, theme: Theme::System, contrast: false, text_size: 100 }
    }
}

impl Look {
    /// Sets one thing, if the value is one it can have.
    fn set(&mut self, key: SettingKey, value: &str) -> Result<(), Failure> {
        let wrong = || Failure::new("setting.wrong-value").with("value", value);
        match key {
            SettingKey::Locale => {
                self.locale = match value {
                    "" => None,
                    tag => Some(words::Locale::parse(tag).ok_or_else(wrong)?.tag().to_owned()),
                }
            }
            SettingKey::Theme => {
                self.theme = match value {
                    "system" => Theme::System,
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => return Err(wrong()),
                }
            }
            SettingKey::Contrast => {
                self.contrast = match value {
                    "more" | "true" => true,
                    "normal" | "false" => false,
                    _ => return Err(wrong()),
                }
            }
            SettingKey::TextSize => {
                self.text_size =
                    value.parse().ok().filter(|size| (80..=200).contains(size)).ok_or_else(wrong)?;
            }
        }
        Ok(())
    }

    fn get(&self, key: SettingKey) -> String {
        match key {
            SettingKey::Locale => self.locale.clone().unwrap_or_default(),
            SettingKey::Theme => match self.theme {
                Theme::System => "system",
                Theme::Light => "light",
                Theme::Dark => "dark",
            }
            .to_owned(),
            SettingKey::Contrast => if self.contrast { "more" } else { "normal" }.to_owned(),
            SettingKey::TextSize => self.text_size.to_string(),
        }
    }
}

const KEYS: [SettingKey; 4] =
    [SettingKey::Locale, SettingKey::Theme, SettingKey::Contrast, SettingKey::TextSize];

fn name(key: SettingKey) -> &'static str {
    match key {
        SettingKey::Locale => "locale",
        SettingKey::Theme => "theme",
        SettingKey::Contrast => "contrast",
        SettingKey::TextSize => "text-size",
    }
}

impl Wallet {
    /// Everything in Settings.
    pub fn settings(&self) -> Result<SettingsView, Failure> {
        let backpack = self.backpack()?;
        let slots = backpack.slots()?;
        let removable = slots.len() > 1;
        let look = self.look();
        Ok(SettingsView {
            addresses: self.addresses()?,
            slots: slots
                .into_iter()
                .map(|slot| SlotView {
                    id: slot.id,
                    kind: slot.kind.into(),
                    label: slot.label,
                    created_at: slot.created_at.to_string(),
                    removable,
                })
                .collect(),
            keyring: self.ports.keyring.available().is_ok(),
            consents: backpack.consents()?,
            known_issuers: self.known_issuers()?,
            registries: self.registries()?,
            trust_lists: self.trust_lists()?,
            locale: look.locale,
            theme: look.theme,
            contrast: look.contrast,
            text_size: look.text_size,
            folder: self.folder().display().to_string(),
        })
    }

    /// Sets one thing. Without an open backpack it holds until the program ends, and goes into the backpack that
    /// is made.
    pub fn set_setting(&self, key: SettingKey, value: &str) -> Result<Done<()>, Failure> {
        let mut look = self.look();
        look.set(key, value)?;
        if let Some(backpack) = self.opened() {
            backpack.set_setting(name(key), &look.get(key))?;
        }
        self.set_look(look);
        Ok(Done::new((), ChangeSet::settings()))
    }

    /// What the backpack says of how it looks; what it holds that makes no sense is passed over.
    pub(crate) fn look_from(&self, backpack: &Backpack) {
        let mut look = self.look();
        for key in KEYS {
            if let Ok(Some(value)) = backpack.setting(name(key)) {
                let _ = look.set(key, &value);
            }
        }
        self.set_look(look);
    }

    /// Puts how it looks into a backpack that was just made.
    pub(crate) fn look_into(&self, backpack: &Backpack) -> Result<(), Failure> {
        let (look, plain) = (self.look(), Look::default());
        for key in KEYS {
            if look.get(key) != plain.get(key) {
                backpack.set_setting(name(key), &look.get(key))?;
            }
        }
        Ok(())
    }

    /// Adds a passphrase as a key.
    pub fn add_passphrase(&self, passphrase: SecretString) -> Result<Done<String>, Failure> {
        self.add_slot(&NewSlot::Passphrase(passphrase))
    }

    /// Adds the system's keyring as a key.
    pub fn add_keyring(&self) -> Result<Done<String>, Failure> {
        self.add_slot(&NewSlot::Keyring { label: computer() })
    }

    /// Adds a recovery code as a key. Answers its id and the code, which is told now or never.
    pub fn add_recovery_code(&self) -> Result<Done<(String, SecretString)>, Failure> {
        let added = self.added(&NewSlot::Recovery)?;
        let code = added.recovery_code.ok_or_else(|| Failure::new("backpack.slot-not-proven"))?;
        Ok(Done::new((added.info.id, code), ChangeSet::settings()))
    }

    fn add_slot(&self, slot: &NewSlot) -> Result<Done<String>, Failure> {
        Ok(Done::new(self.added(slot)?.info.id, ChangeSet::settings()))
    }

    fn added(&self, slot: &NewSlot) -> Result<AddedSlot, Failure> {
        let mut random = self.ports.random.source();
        Ok(self.backpack()?.add_slot(slot, self.ports.keyring.as_ref(), random.as_mut(), self.now())?)
    }

    /// Takes a key away, by its id or the beginning of it; never the last.
    pub fn remove_slot(&self, id: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let slots = backpack.slots()?;
        let exact = slots.iter().find(|slot| slot.id == id);
        let begins: Vec<_> = slots.iter().filter(|slot| id.len() >= 4 && slot.id.starts_with(id)).collect();
        let slot = match (exact, begins.as_slice()) {
            (Some(slot), _) => slot,
            (None, [slot]) => slot,
            _ => return Err(Failure::new("backpack.unknown-slot")),
        };
        backpack.remove_slot(&slot.id, self.ports.keyring.as_ref())?;
        Ok(Done::new((), ChangeSet::settings()))
    }

    /// This host may not be asked any more.
    pub fn revoke_consent(&self, host: &str) -> Result<Done<()>, Failure> {
        self.backpack()?.revoke_consent(host)?;
        Ok(Done::new((), ChangeSet::settings()))
    }
}
