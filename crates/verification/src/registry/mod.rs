//! Registers of issuers, in the forms in which they are published: lists of the Digital Credentials Consortium, and
//! federations (OpenID Federation 1.0).

mod federation;

use std::collections::BTreeMap;

use openbadges::claims::plain;
use openbadges::{Jws, json, limits};
use strict_json::Value;
use url::Url;

pub use self::federation::Federation;
pub(crate) use self::federation::{Membership, membership};
use crate::wanted::DocUrl;

/// Issuers of one list that are kept.
const MAX_ISSUERS: usize = 50_000;
/// Registers of one directory that are followed.
const MAX_ENTRIES: usize = 32;

/// What a file or an address that is to be a register holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registry {
    /// A list of issuers.
    Issuers(IssuerList),
    /// The head of a federation, which is asked about each issuer.
    Federation(Box<Federation>),
    /// A list of registers, each to be had by itself.
    Directory(Vec<RegistryEntry>),
}

/// A list of issuers: `{"registry": {"did:…": {"name", "location", "url"}}}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssuerList {
    /// Their names by their ids.
    pub issuers: BTreeMap<String, String>,
}

/// A register in a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryEntry {
    /// Its name.
    pub name: String,
    /// Where it is: of type `dcc-legacy` a list, of type `oidf` what the head of a federation says of itself.
    pub url: DocUrl,
}

/// Why something is no register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegistryError {
    /// Neither a list of issuers nor of registers nor a federation.
    #[error("neither a list of issuers nor of registers nor a federation")]
    Unrecognised,
    /// Larger than is read.
    #[error("larger than is read")]
    TooLarge,
    /// No issuer or register in it.
    #[error("nobody is in it")]
    Empty,
    /// A federation whose own statement is not signed as it has to be.
    #[error("the federation's statement is not signed as it has to be")]
    Unproved,
    /// A federation whose own statement has run out.
    #[error("the federation's statement has run out")]
    Expired,
    /// A federation that cannot be asked.
    #[error("the federation names no address to ask")]
    NoAddress,
}

impl RegistryError {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            RegistryError::Unrecognised => "registry.unrecognised",
            RegistryError::TooLarge => "registry.too-large",
            RegistryError::Empty => "registry.empty",
            RegistryError::Unproved => "registry.unproved",
            RegistryError::Expired => "registry.expired",
            RegistryError::NoAddress => "registry.no-address",
        }
    }
}

impl Registry {
    /// Reads a register. What the head of a federation says of itself has to be signed with its own keys and in time at
    /// `now`; those keys are then the ones everything it says is checked with.
    ///
    /// That it is whom it says it is, nobody checks: whoever adds a register answers for where it came from.
    pub fn read(bytes: &[u8], now: jiff::Timestamp) -> Result<Registry, RegistryError> {
        if bytes.len() > limits::DOCUMENT {
            return Err(RegistryError::TooLarge);
        }
        if let Ok(text) = std::str::from_utf8(bytes)
            && Jws::looks_like(text)
        {
            return Federation::read(text, now).map(|federation| Registry::Federation(Box::new(federation)));
        }
        let document = json::read(bytes).map_err(|_| RegistryError::Unrecognised)?;
        let list = document.get("registry").or_else(|| document.get("entries")).and_then(Value::as_object);
        if let Some(list) = list {
            let name =
                |entry: &Value| entry.get("name").and_then(Value::as_str).map(|name| plain(name.trim()));
            let issuers: BTreeMap<String, String> = list
                .iter()
                .filter(|(id, _)| Url::parse(id).is_ok())
                .filter_map(|(id, entry)| Some((id.to_string(), name(entry)?)))
                .take(MAX_ISSUERS)
                .collect();
            return if issuers.is_empty() {
                Err(RegistryError::Empty)
            } else {
                Ok(Registry::Issuers(IssuerList { issuers }))
            };
        }
        let entries = document.as_array().or_else(|| document.get("registries").and_then(Value::as_array));
        let entries = entries.ok_or(RegistryError::Unrecognised)?;
        let entries: Vec<RegistryEntry> = entries.iter().filter_map(entry).take(MAX_ENTRIES).collect();
        if entries.is_empty() { Err(RegistryError::Empty) } else { Ok(Registry::Directory(entries)) }
    }
}

/// An entry of a directory; without a type it is a list of issuers, as in the older directories. One of a type that is not
/// known here, or that is not at an https address, is passed over.
fn entry(value: &Value) -> Option<RegistryEntry> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let address = match text("type").unwrap_or("dcc-legacy") {
        "dcc-legacy" => text("url"),
        "oidf" => text("trustAnchorEC"),
        _ => None,
    };
    let url = DocUrl::parse(address?).filter(DocUrl::is_https)?;
    let name = text("name").map(|name| plain(name.trim())).filter(|name| !name.is_empty());
    Some(RegistryEntry { name: name.or_else(|| url.host())?, url })
}
