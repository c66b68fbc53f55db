//! Registers of issuers: adding, listing, taking away.

use std::collections::BTreeSet;

use jiff::Timestamp;
use verification::{Answer, CheckId, DocUrl, Registries, Registry as Read, RegistryEntry, Role, Wanted};

use super::kept::{self, Registry, What};
use crate::checking::{Ask, Nobody};
use crate::views::{Failure, RegistryAdded, RegistryEntryView, RegistryKind, RegistryView};
use crate::wallet::{Done, Wallet};

/// Reads a register from a file into others that are used once; `name` is the file's.
pub fn read_registry(into: &mut Registries, name: &str, bytes: &[u8], now: Timestamp) -> Result<(), Failure> {
    match read(name, bytes, now)? {
        Read::Issuers(list) => into.add_issuers(name, &list),
        Read::Federation(federation) => into.add_federation(*federation),
        Read::Directory(_) => return Err(Failure::new("registry.is-directory").with("name", name)),
    }
    Ok(())
}

fn read(name: &str, bytes: &[u8], now: Timestamp) -> Result<Read, Failure> {
    Read::read(bytes, now).map_err(|error| Failure::new(error.code()).with("name", name))
}

impl Wallet {
    /// The registers that were added.
    pub fn registries(&self) -> Result<Vec<RegistryView>, Failure> {
        let backpack = self.backpack()?;
        Ok(kept::registries(&backpack)?.iter().map(view).collect())
    }

    /// Adds a register from a file. One from the same source is replaced; of a directory nothing is added, and its entries
    /// are handed back, so that the learner chooses.
    pub fn add_registry(&self, name: &str, bytes: &[u8]) -> Result<Done<RegistryAdded>, Failure> {
        self.add_read(read(name, bytes, self.now())?, None, name)
    }

    /// Adds the register at an https address, under this name if one is given; nobody but its host is asked, and only
    /// where `ask` may.
    pub fn add_registry_at(
        &self,
        address: &str,
        name: Option<&str>,
        ask: &dyn Ask,
    ) -> Result<Done<RegistryAdded>, Failure> {
        let url = openbadges::address::public(address).map_err(|error| Failure::from(error.note()))?;
        if url.scheme() != "https" {
            return Err(Failure::new("registry.not-https").with("address", address));
        }
        let wanted = Wanted { url: DocUrl::from(&url), role: Role::Registry, newer_than: None };
        let answer = ask.ask(std::slice::from_ref(&wanted)).pop();
        let document = match answer {
            Some(Answer::Got(document)) => document,
            Some(Answer::Refused(why) | Answer::Failed(why)) => {
                return Err(Failure::new("registry.not-had")
                    .with("address", address)
                    .with("host", wanted.url.host().unwrap_or_default())
                    .with("reason", why.code.to_string()));
            }
            Some(Answer::Gone | Answer::Missing) | None => {
                return Err(Failure::new("input.address-empty").with("address", address));
            }
        };
        self.add_read(read(address, document.bytes(), self.now())?, name, wanted.url.as_str())
    }

    /// Adds the register at an https address, as the window does: whoever gives the address agrees that its host is asked.
    pub fn add_registry_address(
        &self,
        address: &str,
        name: Option<&str>,
    ) -> Result<Done<RegistryAdded>, Failure> {
        let host = DocUrl::parse(address).and_then(|url| url.host());
        let online = self.online(&Vec::from_iter(host))?;
        let ask = online.as_ref().map_or(&Nobody as &dyn Ask, |online| online);
        self.add_registry_at(address, name, ask)
    }

    /// Takes a register away, by its id. Badges of its issuers are checked anew with what is at hand.
    pub fn remove_registry(&self, id: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let mut all = kept::registries(&backpack)?;
        let Some(at) = all.iter().position(|one| one.id == id) else {
            return Err(Failure::new("registry.unknown").with("id", id));
        };
        let gone = all.remove(at);
        kept::set_registries(&backpack, &all)?;
        Ok(Done::new((), self.check_of(&gone)?))
    }

    fn add_read(&self, read: Read, name: Option<&str>, source: &str) -> Result<Done<RegistryAdded>, Failure> {
        let backpack = self.backpack()?;
        let (own_name, what) = match read {
            Read::Directory(entries) => {
                let directory = entries.iter().map(entry).collect();
                let added = RegistryAdded { added: None, directory };
                return Ok(Done::new(added, crate::views::ChangeSet::none()));
            }
            Read::Issuers(list) => {
                let host = DocUrl::parse(source).and_then(|url| url.host());
                (host.unwrap_or_else(|| source.to_owned()), What::Issuers { issuers: list.issuers })
            }
            Read::Federation(federation) => (federation.name.clone(), What::Federation { federation }),
        };
        let name = name.map_or(own_name, openbadges::claims::plain);
        let source = source.to_owned();
        let new = Registry { id: kept::id(&source), name, source, added_at: self.now(), what };
        let mut all = kept::registries(&backpack)?;
        match all.iter_mut().find(|one| one.id == new.id) {
            Some(old) => *old = new.clone(),
            None => all.push(new.clone()),
        }
        kept::set_registries(&backpack, &all)?;
        let added = RegistryAdded { added: Some(view(&new)), directory: Vec::new() };
        Ok(Done::new(added, self.check_of(&new)?))
    }

    /// Of a list the badges of its issuers; of a federation those that it vouches for. Whom else it knows shows when they
    /// are next checked, since it has to be asked.
    fn check_of(&self, registry: &Registry) -> Result<crate::views::ChangeSet, Failure> {
        let backpack = self.backpack()?;
        let issuers: BTreeSet<&str> = match &registry.what {
            What::Issuers { issuers } => issuers.keys().map(String::as_str).collect(),
            What::Federation { .. } => BTreeSet::new(),
        };
        self.check_touched(&backpack, &|report| {
            let named = |check: &verification::Check| check.args.get("registry") == Some(&registry.name);
            report.claims.issuer.id.as_deref().is_some_and(|id| issuers.contains(id))
                || report.check(CheckId::IssuerIdentity).is_some_and(named)
        })
    }
}

fn view(kept: &Registry) -> RegistryView {
    let (kind, issuers) = match &kept.what {
        What::Issuers { issuers } => {
            (RegistryKind::Issuers, Some(u32::try_from(issuers.len()).unwrap_or(u32::MAX)))
        }
        What::Federation { .. } => (RegistryKind::Federation, None),
    };
    RegistryView {
        id: kept.id.clone(),
        name: kept.name.clone(),
        source: kept.source.clone(),
        kind,
        issuers,
        added_at: kept.added_at.to_string(),
    }
}

fn entry(entry: &RegistryEntry) -> RegistryEntryView {
    RegistryEntryView {
        name: entry.name.clone(),
        url: entry.url.as_str().to_owned(),
        host: entry.url.host().unwrap_or_default(),
    }
}
