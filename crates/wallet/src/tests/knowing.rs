//! Marking issuers as known, and badges that are perhaps the same.

use strict_json::json;

use super::kit::*;
use crate::Given;
use crate::views::{BadgeView, CheckId, Mark};

fn file(token: String) -> Given {
    Given::file("b.jwt", token.into_bytes())
}

fn identity(badge: &BadgeView) -> (&str, Vec<&str>) {
    let check = badge.checks.iter().find(|check| check.id == CheckId::IssuerIdentity).unwrap();
    (&check.code, check.notes.iter().map(|note| note.code.as_str()).collect())
}

#[test]
fn an_issuer_is_marked_as_known_and_the_mark_taken_back() {
    let world = World::open(None);
    let school = Issuer::by_key(1, "Lernwerkstatt");
    let first = world.keep(&file(school.badge(&id(1), "Forklift Driver", &json!({})))).remove(0);
    let second = world.keep(&file(school.badge(&id(2), "First Aid", &json!({})))).remove(0);
    let before = world.wallet.badge(&first).unwrap();
    assert_eq!((before.card.mark, before.issuer.marked), (Mark::SignedUnknown, false));

    let after = world.wallet.mark_issuer(&first).unwrap().value;
    assert_eq!((after.card.mark, after.issuer.marked), (Mark::Verified, true));
    assert_eq!(identity(&after).0, "issuer-identity.pinned");
    assert_eq!(after.reports.len(), 2, "the first report stays");
    assert_eq!(world.wallet.badge(&second).unwrap().card.mark, Mark::Verified, "its other badges, too");
    let known = world.wallet.known_issuers().unwrap();
    assert_eq!((known[0].issuer.as_str(), known[0].name.as_str()), (school.id.as_str(), "Lernwerkstatt"));

    // A badge that comes later is known at once; one by somebody else of that name is not, and that is said.
    let third = world.keep(&file(school.badge(&id(3), "Kitchen", &json!({})))).remove(0);
    assert_eq!(world.wallet.badge(&third).unwrap().card.mark, Mark::Verified);
    let other = Issuer::by_key(2, "LERNWERKSTATT");
    let false_one = world.keep(&file(other.badge(&id(4), "Pilot", &json!({})))).remove(0);
    let false_one = world.wallet.badge(&false_one).unwrap();
    assert_eq!(false_one.card.mark, Mark::SignedUnknown);
    assert_eq!(identity(&false_one), ("issuer-identity.unknown", vec!["issuer-identity.lookalike"]));

    let _ = world.wallet.unmark_issuer(&school.id).unwrap();
    assert_eq!(world.wallet.badge(&first).unwrap().card.mark, Mark::SignedUnknown);
    assert!(world.wallet.known_issuers().unwrap().is_empty());
    assert!(world.wallet.unmark_issuer(&school.id).unwrap_err().is("issuer.not-marked"));
}

#[test]
fn whoever_did_not_sign_is_not_marked() {
    let world = World::open(None);
    let school = Issuer::by_key(1, "Lernwerkstatt");
    let changed = world.keep(&file(tampered(&school.badge(&id(1), "Forklift Driver", &json!({}))))).remove(0);
    let far = Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example");
    let unchecked = world.keep(&file(far.badge(&id(2), "First Aid", &json!({})))).remove(0);
    for badge in [changed, unchecked] {
        assert!(world.wallet.mark_issuer(&badge).unwrap_err().is("issuer.not-proved"));
    }
    assert!(world.wallet.known_issuers().unwrap().is_empty());
}

#[test]
fn the_same_award_under_another_id_is_offered_and_not_joined() {
    let world = World::open(None);
    let school = Issuer::by_key(1, "Lernwerkstatt");
    let one = world.keep(&file(school.badge(&id(1), "Forklift Driver", &json!({})))).remove(0);
    let _ = world.keep(&file(school.badge(&id(2), "First Aid", &json!({}))));
    let later = json!({ "validFrom": "2026-03-05T09:31:05Z" });
    let _ = world.keep(&file(school.badge(&id(3), "Forklift Driver", &later)));
    assert!(world.wallet.badge(&one).unwrap().perhaps_same.is_empty());

    let again = file(school.badge(&id(4), "Forklift Driver", &json!({})));
    let added = world.wallet.add(std::slice::from_ref(&again)).unwrap().value;
    let waiting = world.wallet.inbox().unwrap();
    let [item] = waiting.as_slice() else { panic!("{waiting:?}") };
    assert_eq!(item.card.id, added.inputs[0].found[0]);
    let same: Vec<&str> = item.perhaps_same.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(same, [one.as_str()]);
    let _ = world.wallet.keep(std::slice::from_ref(&item.card.id)).unwrap();
    assert_eq!(world.wallet.badge(&one).unwrap().perhaps_same[0].id, item.card.id);
    assert_eq!(world.wallet.badge(&one).unwrap().card.copies, 1, "not joined");
}
