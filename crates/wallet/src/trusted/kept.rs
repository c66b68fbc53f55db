//! How they lie in the backpack: as settings, each all of its kind in one text.

use std::collections::BTreeMap;

use backpack::Backpack;
use jiff::Timestamp;
use openbadges::Digest;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use verification::{Federation, TrustList};

use crate::views::Failure;

const REGISTRIES: &str = "registries";
const TRUST_LISTS: &str = "trust-lists";

/// A register that was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Registry {
    pub(super) id: String,
    pub(super) name: String,
    /// The file's name, or its address.
    pub(super) source: String,
    pub(super) added_at: Timestamp,
    pub(super) what: What,
}

/// What a register holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub(super) enum What {
    /// Names of issuers by their ids.
    Issuers { issuers: BTreeMap<String, String> },
    /// A federation, which is asked about each issuer.
    Federation { federation: Box<Federation> },
}

/// A list of authorities that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptTrustList {
    pub(super) id: String,
    pub(super) added_at: Timestamp,
    #[serde(flatten)]
    pub(super) list: TrustList,
}

/// A short name for something that was added: the same for the same source, so that adding it again replaces it.
pub(super) fn id(source: &str) -> String {
    Digest::of(source.as_bytes()).hex().chars().take(8).collect()
}

pub(super) fn registries(backpack: &Backpack) -> Result<Vec<Registry>, Failure> {
    read(backpack, REGISTRIES)
}

pub(super) fn set_registries(backpack: &Backpack, all: &[Registry]) -> Result<(), Failure> {
    write(backpack, REGISTRIES, all)
}

pub(super) fn trust_lists(backpack: &Backpack) -> Result<Vec<KeptTrustList>, Failure> {
    read(backpack, TRUST_LISTS)
}

pub(super) fn set_trust_lists(backpack: &Backpack, all: &[KeptTrustList]) -> Result<(), Failure> {
    write(backpack, TRUST_LISTS, all)
}

/// What cannot be read counts for nothing: then nobody is believed who should not be.
fn read<T: DeserializeOwned>(backpack: &Backpack, key: &str) -> Result<Vec<T>, Failure> {
    let text = backpack.setting(key)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn write<T: Serialize>(backpack: &Backpack, key: &str, all: &[T]) -> Result<(), Failure> {
    let text = serde_json::to_string(all).unwrap_or_else(|_| "[]".to_owned());
    Ok(backpack.set_setting(key, &text)?)
}
