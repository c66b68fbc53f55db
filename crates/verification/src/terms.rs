//! The terms of a verification: the clock, whose badge it should be, and who is known.

use std::collections::BTreeMap;

use jiff::Timestamp;
use openbadges::recipient::Identity;
use serde::{Deserialize, Serialize};

use crate::registry::{Federation, IssuerList};
use crate::trust::TrustList;

/// What the person verifying brings to it.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The moment to judge at.
    pub now: Timestamp,
    /// The learner's addresses and DIDs.
    pub recipients: &'a [Identity],
    /// Issuers the person has marked as known.
    pub pins: &'a Pins,
    /// Registers of issuers the person trusts.
    pub registries: &'a Registries,
    /// When the copy that is verified first came into the learner's hands; `None` if it has just come. A key that the
    /// issuer has since taken away counts only if a version of the issuer's document that was fetched at this moment or
    /// later still lists it.
    pub held_since: Option<Timestamp>,
}

/// An issuer that the person has marked as known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pin {
    /// The issuer's id as in its badges.
    pub issuer: String,
    /// The name it had then.
    pub name: String,
    /// The fingerprint of the key seen then (argument `key` of the check `issuer-key`), if it signed with one.
    pub key: Option<String>,
    /// When it was marked.
    pub at: Timestamp,
}

/// The person's own marks, by issuer id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pins(BTreeMap<String, Vec<Pin>>);

impl Pins {
    /// No marks.
    pub fn new() -> Pins {
        Pins::default()
    }

    /// Marks an issuer. It may be known by several keys, each of which the person said yes to.
    pub fn insert(&mut self, pin: Pin) {
        let pins = self.0.entry(pin.issuer.clone()).or_default();
        if !pins.iter().any(|known| known.key == pin.key) {
            pins.push(pin);
        }
    }

    /// The marks of this issuer, one for each key.
    pub fn of(&self, issuer: &str) -> &[Pin] {
        self.0.get(issuer).map_or(&[], Vec::as_slice)
    }

    /// Is this issuer known by this key (`None`: without one, by its website alone)?
    pub fn knows(&self, issuer: &str, key: Option<&str>) -> bool {
        self.of(issuer).iter().any(|pin| pin.key.as_deref() == key)
    }

    /// All marks, by issuer id.
    pub fn iter(&self) -> impl Iterator<Item = &Pin> {
        self.0.values().flatten()
    }
}

impl FromIterator<Pin> for Pins {
    fn from_iter<I: IntoIterator<Item = Pin>>(pins: I) -> Pins {
        let mut all = Pins::new();
        pins.into_iter().for_each(|pin| all.insert(pin));
        all
    }
}

/// An issuer as a register lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The register's name.
    pub registry: String,
    /// The issuer's name there.
    pub name: String,
}

/// Whom the person believes about who an issuer is: registers of issuers, by issuer id, and authorities for seals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Registries {
    issuers: BTreeMap<String, Registered>,
    federations: Vec<Federation>,
    trust_lists: Vec<TrustList>,
}

impl Registries {
    /// No registers.
    pub fn new() -> Registries {
        Registries::default()
    }

    /// Adds an issuer.
    pub fn insert(&mut self, issuer: &str, entry: Registered) {
        self.issuers.insert(issuer.to_owned(), entry);
    }

    /// The entry of this issuer.
    pub fn get(&self, issuer: &str) -> Option<&Registered> {
        self.issuers.get(issuer)
    }

    /// Adds the issuers of a register. Where another added before names one of them, that one stays: registers count in
    /// the order in which they were added.
    pub fn add_issuers(&mut self, registry: &str, list: &IssuerList) {
        for (issuer, name) in &list.issuers {
            let entry = || Registered { registry: registry.to_owned(), name: name.clone() };
            self.issuers.entry(issuer.clone()).or_insert_with(entry);
        }
    }

    /// Adds a federation, which is asked about issuers that no list names.
    pub fn add_federation(&mut self, federation: Federation) {
        self.federations.push(federation);
    }

    /// The federations.
    pub fn federations(&self) -> &[Federation] {
        &self.federations
    }

    /// Adds a list of authorities for seals; of several the first that knows a certificate's counts.
    pub fn add_trust_list(&mut self, list: TrustList) {
        self.trust_lists.push(list);
    }

    /// The lists of authorities for seals.
    pub fn trust_lists(&self) -> &[TrustList] {
        &self.trust_lists
    }
}
