use serde::{Deserialize, Serialize};
use specta::Type;

use super::{KnownIssuer, RegistryView, SlotKind, Theme, TrustListView};

/// Everything in Settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// The learner's own addresses.
    pub addresses: Vec<String>,
    /// The keys to the backpack.
    pub slots: Vec<SlotView>,
    /// Whether the system's keyring answers.
    pub keyring: bool,
    /// Hosts that may be asked.
    pub consents: Vec<String>,
    /// Issuers the learner has marked as known.
    pub known_issuers: Vec<KnownIssuer>,
    /// Registers of issuers that were added.
    pub registries: Vec<RegistryView>,
    /// Lists of certificate authorities that were added.
    pub trust_lists: Vec<TrustListView>,
    /// The language chosen; none: the system's.
    pub locale: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Higher contrast.
    pub contrast: bool,
    /// Text size in percent.
    pub text_size: u32,
    /// The folder of the backpack.
    pub folder: String,
}

/// A key slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SlotView {
    /// Its id.
    pub id: String,
    /// What opens it.
    pub kind: SlotKind,
    /// What it is called.
    pub label: String,
    /// When it was made.
    pub created_at: String,
    /// Whether it may be taken away: never the last.
    pub removable: bool,
}

/// What can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SettingKey {
    /// The language: `en`, `de`, or empty for the system's.
    Locale,
    /// `system`, `light` or `dark`.
    Theme,
    /// `more` or `normal`.
    Contrast,
    /// Percent, 80 to 200.
    TextSize,
}
