//! Registers of issuers from addresses, and what the window is shown of whom the learner believes.

use std::sync::Arc;

use strict_json::json;

use super::kit::*;
use crate::Given;
use crate::ports::Fetch;
use crate::views::{BadgeQuery, Mark, RegistryKind};

const ADDRESS: &str = "https://register.example/registry.json";

fn register(issuer: &Issuer) -> strict_json::Value {
    json!({ "registry": { issuer.id.as_str(): { "name": "Lernwerkstatt", "url": "https://l.example" } } })
}

#[test]
fn a_register_is_fetched_from_the_host_that_was_named_and_no_other() {
    let school = Issuer::by_key(1, "Lernwerkstatt");
    let map = Map::with(ADDRESS, register(&school));
    let world = World::open(Some(Arc::clone(&map) as Arc<dyn Fetch>));
    let token = school.badge(&id(1), "Forklift Driver", &json!({}));
    let badge = world.keep(&Given::file("b.jwt", token.into_bytes())).remove(0);
    let mark = || world.wallet.badges(&BadgeQuery::default()).unwrap().items[0].mark;
    assert_eq!(mark(), Mark::SignedUnknown);

    let done = world.wallet.add_registry_address(ADDRESS, Some("Schulen")).unwrap();
    assert_eq!(*map.asked.lock().unwrap(), [ADDRESS]);
    let added = done.value.added.unwrap();
    assert_eq!((added.name.as_str(), added.kind, added.issuers), ("Schulen", RegistryKind::Issuers, Some(1)));
    assert!(done.changes.settings, "Settings shows it");
    assert_eq!(mark(), Mark::Verified, "stated anew at once");
    assert_eq!(world.wallet.badge(&badge).unwrap().reports.len(), 2, "the first report stays");
    assert!(world.wallet.settings().unwrap().consents.is_empty(), "asked once, not from now on");

    // The same address once more replaces it.
    let _ = world.wallet.add_registry_address(ADDRESS, None).unwrap();
    let settings = world.wallet.settings().unwrap();
    let [one] = settings.registries.as_slice() else { panic!("{:?}", settings.registries) };
    assert_eq!((one.name.as_str(), one.source.as_str()), ("register.example", ADDRESS));
    let _ = world.wallet.remove_registry(&one.id).unwrap();
    assert_eq!(mark(), Mark::SignedUnknown);
    assert!(world.wallet.remove_registry("nothing").unwrap_err().is("registry.unknown"));
}

#[test]
fn an_address_that_is_none_or_not_protected_is_refused() {
    let world = World::open(Some(Map::with(ADDRESS, json!({ "registry": {} }))));
    let failure = |address: &str| world.wallet.add_registry_address(address, None).unwrap_err();
    assert!(failure("http://register.example/registry.json").is("registry.not-https"));
    assert!(failure("https://127.0.0.1/registry.json").is("address.inner-host"));
    assert!(failure("https://other.example/registry.json").is("registry.not-had"));
    assert!(failure(ADDRESS).is("registry.empty"));
    let offline = World::open(None);
    assert!(offline.wallet.add_registry_address(ADDRESS, None).unwrap_err().is("registry.not-had"));
    assert!(world.wallet.add_trust_list("list.pem", b"nothing").unwrap_err().is("trust-list.unrecognised"));
    let settings = world.wallet.settings().unwrap();
    assert!(settings.registries.is_empty() && settings.trust_lists.is_empty());
}

#[test]
fn of_a_list_of_registers_nothing_is_believed_until_one_is_chosen() {
    let world = World::open(None);
    let directory = json!([{ "name": "Schulen", "type": "dcc-legacy", "url": ADDRESS }]);
    let done = world.wallet.add_registry("known.json", directory.to_string().as_bytes()).unwrap();
    assert!(done.value.added.is_none());
    let [entry] = done.value.directory.as_slice() else { panic!("{:?}", done.value.directory) };
    assert_eq!((entry.name.as_str(), entry.host.as_str()), ("Schulen", "register.example"));
    assert!(done.changes.is_empty());
    assert!(world.wallet.registries().unwrap().is_empty());
}
