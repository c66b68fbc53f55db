use serde::{Deserialize, Serialize};
use specta::Type;

/// A list of certificate authorities the learner has added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrustListView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How many authorities are in it.
    pub authorities: u32,
    /// When it was added.
    pub added_at: String,
    /// When its publisher meant to have replaced it.
    pub next_update: Option<String>,
}

/// A register of issuers the learner has added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegistryView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The name of the file it came from, or its address.
    pub source: String,
    /// Of which kind it is.
    pub kind: RegistryKind,
    /// How many issuers are in it; none: it is asked about each.
    pub issuers: Option<u32>,
    /// When it was added.
    pub added_at: String,
}

/// A kind of register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RegistryKind {
    /// A list of issuers.
    Issuers,
    /// A federation, whose head is asked about each issuer.
    Federation,
}

/// What came of adding a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegistryAdded {
    /// The register, if it was one.
    pub added: Option<RegistryView>,
    /// The registers to choose from, if it was a list of registers.
    pub directory: Vec<RegistryEntryView>,
}

/// A register in a list of registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegistryEntryView {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
    /// The host that would be asked for it.
    pub host: String,
}
