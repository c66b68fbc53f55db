use std::sync::Arc;

use strict_json::{Value, json};
use verification::CheckId;

use super::kit::*;
use crate::checking::{Hosts, Judge, NoArchive, Online};
use crate::{Given, Refreshed, scan};

const HOST: &str = "werkstatt.example";
const PLACE: &str = "https://werkstatt.example/refresh/1";

fn issuer() -> Issuer {
    Issuer::by_key(5, "Werkstatt")
}

/// A badge that offers a newer version of itself.
fn offering(more: &Value) -> String {
    let mut members = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        ],
        "refreshService": { "id": PLACE, "type": "1EdTechCredentialRefresh" },
    });
    for (member, value) in more.as_object().into_iter().flatten() {
        members[member] = value.clone();
    }
    issuer().badge(&id(1), "Forklift", &members)
}

fn until(date: &str) -> Value {
    json!({ "validUntil": date })
}

/// Runs out before now.
fn old() -> String {
    offering(&until("2026-06-01T00:00:00Z"))
}

/// What asking comes to where the issuer gives this.
fn asked(given: Option<Vec<u8>>, hosts: &[&str]) -> Refreshed {
    let net = Arc::new(Place(given));
    let online = Online::new(net, Arc::new(Hosts::new(hosts)));
    let judge = Judge::new(now(), &NoArchive, &online);
    let examined = judge.examine(scan("b.jwt", old().as_bytes()));
    let found = examined.found.into_iter().next().unwrap();
    assert!(found.checked.as_ref().unwrap().wanted_hosts().is_empty(), "offered, not wanted");
    judge.refresh(&found)
}

fn code(refreshed: &Refreshed) -> String {
    match refreshed {
        Refreshed::NotOffered => "not offered".to_owned(),
        Refreshed::Same => "same".to_owned(),
        Refreshed::Newer(newer) => newer.checked.as_ref().unwrap().report.verdict.as_str().to_owned(),
        Refreshed::Kept(why) => why.code.to_string(),
    }
}

fn given(token: String) -> String {
    code(&asked(Some(token.into_bytes()), &[HOST]))
}

/// One address that gives these bytes, or nothing.
struct Place(Option<Vec<u8>>);

impl crate::ports::Fetch for Place {
    fn get<'a>(
        &'a self,
        wanted: &'a verification::Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> futures::future::LocalBoxFuture<'a, verification::Answer> {
        use futures::FutureExt as _;
        assert!(wanted.url.as_str() == PLACE && allow(HOST), "asked without consent: {}", wanted.url);
        let answer = match &self.0 {
            Some(bytes) => verification::Answer::Got(verification::Document::new(
                wanted.url.clone(),
                None,
                bytes.clone(),
                now(),
                verification::Origin::Fetched,
            )),
            None => verification::Answer::Missing,
        };
        async { answer }.boxed_local()
    }
}

#[test]
fn a_newer_version_of_the_same_badge_counts() {
    let newer = offering(&until("2030-06-01T00:00:00Z"));
    assert_eq!(given(newer), "valid");
    assert_eq!(given(old()), "same");
    // Another award of the same achievement is a renewal.
    let renewed =
        json!({ "id": "urn:uuid:22222222-0000-4000-8000-000000000001", "validFrom": "2026-10-01T00:00:00Z" });
    assert_eq!(given(offering(&renewed)), "valid");
}

#[test]
fn what_is_not_a_newer_version_of_it_leaves_the_one_that_is_there() {
    let good = until("2030-06-01T00:00:00Z");
    let other = |more: Value| {
        let mut members = good.clone();
        members.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        given(offering(&members))
    };
    assert_eq!(given(tampered(&offering(&good))), "refresh.not-proved");
    let somebody = Issuer::by_key(66, "Werkstatt").badge(&id(1), "Forklift", &good);
    assert_eq!(given(somebody), "refresh.other-issuer");
    let another = issuer().badge(&id(2), "Kitchen knife", &good);
    assert_eq!(given(another), "refresh.other-badge");
    assert_eq!(other(json!({ "validFrom": "2020-01-01T00:00:00Z" })), "refresh.older");
    let mut subject: Value = json!({
        "type": ["AchievementSubject"],
        "identifier": [{
            "type": "IdentityObject", "identityHash": "otto@post.example", "identityType": "emailAddress", "hashed": false,
        }],
    });
    subject["achievement"] = json!({
        "id": "urn:uuid:aaaaaaaa-0000-4000-8000-000000000008", "type": ["Achievement"], "name": "Forklift",
        "description": "Moves pallets", "criteria": { "narrative": "Forty hours" },
    });
    assert_eq!(other(json!({ "credentialSubject": subject })), "refresh.other-recipient");
    assert_eq!(given("nothing".to_owned()), "refresh.unreadable");
    assert_eq!(code(&asked(None, &[HOST])), "refresh.nothing");
    // Without consent nobody is asked.
    assert_eq!(code(&asked(Some(offering(&good).into_bytes()), &[])), "refresh.not-had");
    // A badge that was changed offers nothing: the address could be anybody's.
    let judge = Judge::new(now(), &NoArchive, &crate::checking::Nobody);
    let examined = judge.examine(scan("b.jwt", tampered(&old()).as_bytes()));
    assert_eq!(code(&judge.refresh(&examined.found[0])), "not offered");
}

#[test]
fn in_the_backpack_it_becomes_a_newer_copy_of_the_badge() {
    let newer = offering(&until("2030-06-01T00:00:00Z"));
    let world = World::open(Some(Arc::new(Place(Some(newer.into_bytes())))));
    let ids = world.keep(&Given::file("b.jwt", old().into_bytes()));
    let before = world.wallet.badge(&ids[0]).unwrap();
    assert_eq!((before.card.mark.as_str(), before.card.copies), ("expired", 1));
    let offered = before.checks.iter().flat_map(|check| &check.notes);
    assert!(offered.into_iter().any(|note| note.code == "status.refresh-offered"));
    // Nobody was asked by itself, nor without consent.
    let failure = world.wallet.refresh_badge(&ids[0], &[]).unwrap_err();
    assert_eq!(failure.code, "refresh.not-had");

    let done = world.wallet.refresh_badge(&ids[0], &[HOST.to_owned()]).unwrap();
    assert_eq!((done.value.card.id.as_str(), done.value.card.copies), (ids[0].as_str(), 2));
    assert_eq!(done.value.card.mark.as_str(), "signed-unknown");
    assert_eq!(done.value.card.valid_until.as_deref(), Some("2030-06-01T00:00:00Z"));
    assert_eq!(world.wallet.refresh_badge(&ids[0], &[]).unwrap_err().code, "refresh.same");
    // It stays so when it is checked again.
    let again = world.wallet.check_again(&ids[0], &[]).unwrap();
    assert_eq!(again.value.card.valid_until.as_deref(), Some("2030-06-01T00:00:00Z"));
    assert!(again.value.checks.iter().any(|check| check.id == CheckId::Proof.into()));
}
