use strict_json::json;

use super::kit::*;
use crate::views::{BadgeQuery, ChangedBadges, Decision, Mark, RecipientAnswer};
use crate::{Given, GivenKind};

#[test]
fn from_a_mail_to_the_inbox_to_the_backpack() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let good = issuer.badge(&id(1), "Forklift Driver", &json!({}));
    let bad = tampered(&issuer.badge(&id(2), "Kitchen Helper", &json!({})));
    let far =
        Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example").badge(&id(3), "First Aid", &json!({}));
    let given = mail(
        "Three badges",
        &[
            ("good.png", "image/png", baked(&good)),
            ("bad.jwt", "application/octet-stream", bad.into_bytes()),
            ("far.jwt", "application/octet-stream", far.into_bytes()),
        ],
    );

    let done = world.wallet.add(std::slice::from_ref(&given)).unwrap();
    assert!(done.changes.inbox);
    let [input] = done.value.inputs.as_slice() else { panic!("{:?}", done.value) };
    assert_eq!(input.found.len(), 3);
    assert_eq!(input.mail.as_ref().unwrap().subject, "Three badges");
    assert_eq!(done.value.address_offer.as_deref(), Some(MIRA));

    let inbox = world.wallet.inbox().unwrap();
    let mut marks: Vec<_> = inbox.iter().map(|item| (item.card.name.as_str(), item.card.mark)).collect();
    marks.sort();
    assert_eq!(
        marks,
        [
            ("First Aid", Mark::Inconclusive),
            ("Forklift Driver", Mark::SignedUnknown),
            ("Kitchen Helper", Mark::NotGenuine)
        ]
    );
    assert!(inbox.iter().all(|item| item.decision == Decision::New));
    let far = inbox.iter().find(|item| item.card.name == "First Aid").unwrap();
    assert_eq!(far.wanted_hosts, ["brueckenhaus.example"]);
    assert_eq!(far.recipient, RecipientAnswer::Unknown, "nobody said who the learner is");
    assert_eq!(world.wallet.status().inbox, 3);

    let ids: Vec<String> = inbox.iter().map(|item| item.card.id.clone()).collect();
    let done = world.wallet.keep(&ids[..2]).unwrap();
    assert_eq!((done.value, done.changes.inbox), (2, true));
    let _ = world.wallet.dismiss(&ids[2..]).unwrap();
    assert_eq!(world.wallet.inbox().unwrap(), []);
    let status = world.wallet.status();
    assert_eq!((status.inbox, status.badges), (0, 2));
}

#[test]
fn what_is_there_already_only_gains_a_source() {
    let world = World::open(None);
    let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    let first = world.keep(&mail("One", &[("b.jwt", "text/plain", token.clone().into_bytes())]));
    let again = world.wallet.add(&[Given::paste(token)]).unwrap();
    let [input] = again.value.inputs.as_slice() else { panic!() };
    assert_eq!((input.found.len(), &input.known), (0, &first));
    assert!(again.changes.is_empty(), "nothing to tell: {:?}", again.changes);
    let badge = world.wallet.badge(&first[0]).unwrap();
    let kinds: Vec<_> = badge.sources.iter().map(|source| source.kind.as_str()).collect();
    assert_eq!((badge.copies.len(), kinds), (1, vec!["mail", "paste"]));
}

#[test]
fn a_later_award_renews_an_earlier_one() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    world.keep(&Given::file("a", issuer.badge(&id(1), "First Aid", &json!({})).into_bytes()));
    let later = issuer.badge(&id(2), "First Aid", &json!({ "validFrom": "2026-10-01T00:00:00Z" }));
    let _ = world.wallet.add(&[Given::file("b", later.into_bytes())]).unwrap();
    let inbox = world.wallet.inbox().unwrap();
    assert_eq!(inbox.iter().map(|item| item.decision).collect::<Vec<_>>(), [Decision::Renewal]);
}

#[test]
fn copy_same_id_unproven_never_leads() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let genuine = issuer.badge(&id(1), "Forklift Driver", &json!({}));
    let long = json!({ "name": "Director", "description": "x".repeat(5000) });
    let forged = tampered(&issuer.badge(&id(1), "Forklift Driver", &long));
    // Whichever comes first.
    for order in [[&genuine, &forged], [&forged, &genuine]] {
        let world = World::open(None);
        for token in order {
            world.keep(&Given::file("x", token.clone().into_bytes()));
        }
        let list = world.wallet.badges(&BadgeQuery::default()).unwrap();
        assert_eq!(list.total, 1, "one award");
        let card = &list.items[0];
        assert_eq!((card.name.as_str(), card.mark, card.copies), ("Forklift Driver", Mark::SignedUnknown, 2));
    }
    // The same id under another issuer is another badge.
    world.keep(&Given::file("x", genuine.into_bytes()));
    let other = Issuer::by_key(9, "Lernwerkstatt").badge(&id(1), "Forklift Driver", &json!({}));
    world.keep(&Given::file("y", other.into_bytes()));
    assert_eq!(world.wallet.badges(&BadgeQuery::default()).unwrap().total, 2);
}

#[test]
fn inputs_without_a_badge_say_why() {
    let world = World::open(None);
    let newsletter = Given::file(
        "n.eml",
        b"From: a@b.example\r\nTo: c@d.example\r\nSubject: News\r\n\r\nNo badge.".to_vec(),
    );
    let empty = Given::file("empty", Vec::new());
    let done = world.wallet.add(&[newsletter, empty]).unwrap();
    let codes: Vec<_> = done
        .value
        .inputs
        .iter()
        .map(|input| input.failure.as_ref().map(|failure| failure.code.as_str()))
        .collect();
    assert_eq!(codes, [Some("nothing.no-badge"), Some("input.empty")]);
    assert_eq!(done.changes.badges, ChangedBadges::default());
    assert_eq!(done.value.address_offer, None, "no address is offered for a mail without badges");
}

#[test]
fn an_address_is_offered_once_and_tells_whose_badges_they_are() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let one =
        |n| mail("x", &[("b.jwt", "text/plain", issuer.badge(&id(n), "A badge", &json!({})).into_bytes())]);
    assert_eq!(world.wallet.add(&[one(1)]).unwrap().value.address_offer.as_deref(), Some(MIRA));
    assert_eq!(world.wallet.add(&[one(2)]).unwrap().value.address_offer, None);
    let done = world.wallet.add_address("MIRA@Post.example").unwrap();
    assert!(done.changes.inbox && done.changes.settings);
    assert!(world.wallet.inbox().unwrap().iter().all(|item| item.recipient == RecipientAnswer::Match));
    let _ = world
        .wallet
        .remove_address("mira@post.example")
        .unwrap_or_else(|_| world.wallet.remove_address("MIRA@Post.example").unwrap());
    let _ = world.wallet.add_address("robin@mail.example").unwrap();
    let inbox = world.wallet.inbox().unwrap();
    assert!(inbox.iter().all(|item| item.recipient == RecipientAnswer::Mismatch), "{inbox:?}");
}

#[test]
fn samples_need_nothing_but_the_program() {
    let world = World::open(None);
    let done = world.wallet.add_samples().unwrap();
    assert_eq!(done.value.inputs.len(), crate::samples().len());
    assert!(crate::samples().iter().all(|sample| sample.kind == GivenKind::Sample));
}
