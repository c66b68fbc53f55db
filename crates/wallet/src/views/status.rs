use serde::{Deserialize, Serialize};
use specta::Type;

/// How the app stands: the first thing the window asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppStatus {
    /// The state of the backpack.
    pub backpack: BackpackState,
    /// Whether the system's keyring answers.
    pub keyring: bool,
    /// The kinds of key slots that this backpack has.
    pub slots: Vec<SlotKind>,
    /// The language chosen in Settings; none: the system's.
    pub locale: Option<String>,
    /// Light, dark, or as the system wishes.
    pub theme: Theme,
    /// Higher contrast.
    pub contrast: bool,
    /// This app's version.
    pub version: String,
    /// Badges that wait for a yes.
    pub inbox: u32,
    /// Badges kept.
    pub badges: u32,
    /// Stacks.
    pub stacks: u32,
}

/// The state of the backpack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum BackpackState {
    /// There is none yet.
    None,
    /// There is one, and it is locked.
    Locked,
    /// It is open.
    Open,
    /// There is one that cannot be opened at all. It is left as it is.
    Damaged,
}

/// A kind of key slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// The system's keyring.
    Keyring,
    /// A passphrase.
    Passphrase,
    /// A recovery code.
    Recovery,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system wishes.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}
