//! Badges and their copies.

use backpack::{
    BadgeFields, BadgeState, Decision, Digest, Error, Lookup, NewEvidence, Put, Query, Size, StackFields,
    SystemEntropy,
};

use crate::common::*;

fn holz() -> backpack::BadgeId {
    id("https://issuer.example|Holz")
}

#[test]
fn a_copy_comes_back_as_it_was_put() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let mut new = copy("Holz", "{\"a\":1}", 5);
    new.image = Some(picture(b"picture"));
    new.documents = vec![document("https://issuer.example/key", Some(b"{}"), 3)];
    assert_eq!(backpack.put(&new, at(9)).unwrap(), Put::New(holz()));
    drop(backpack);
    let backpack = open(folder.path()).unwrap();
    let badge = backpack.badge(&holz()).unwrap();
    assert_eq!(badge.award_key, new.award_key);
    assert_eq!(badge.row.name, "Holz");
    assert_eq!(badge.row.issued.as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!((badge.row.copies, badge.row.added_at, badge.row.minutes), (1, at(9), Some(90)));
    let kept = badge.leading().unwrap();
    assert_eq!(kept.payload, new.payload);
    assert_eq!(kept.digest, Digest::of(&new.payload));
    assert_eq!(kept.content_digest, new.content_digest);
    assert_eq!(kept.fields, new.fields);
    assert_eq!(kept.report.json, new.report.json);
    assert_eq!(kept.sources[0].source, new.source);
    assert_eq!(kept.sources[0].seen_at, at(9));
    let image = badge.row.image.unwrap();
    assert_eq!(backpack.picture(&image, Size::Full).unwrap().unwrap().bytes, b"picture");
    assert_eq!(backpack.picture(&image, Size::Thumbnail).unwrap().unwrap().bytes, b"picture small");
    assert_eq!(backpack.picture(&Digest::of(b"other"), Size::Full).unwrap(), None);
    assert_eq!(backpack.documents_of(&holz()).unwrap(), new.documents);
}

#[test]
fn the_same_again_only_adds_a_source() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let new = copy("Holz", "{\"a\":1}", 5);
    backpack.put(&new, at(0)).unwrap();
    assert_eq!(backpack.put(&new, at(1)).unwrap(), Put::Known(holz()));
    let mut elsewhere = new.clone();
    elsewhere.source.path = "inline[1]".to_owned();
    assert_eq!(backpack.put(&elsewhere, at(2)).unwrap(), Put::Known(holz()));
    // Another spelling of the same content, even under another award key: the first bytes stay.
    let mut spelled = new.clone();
    spelled.payload = b"{ \"a\" : 1 }".to_vec();
    spelled.award_key = "other".to_owned();
    spelled.source.kind = "file".to_owned();
    spelled.source.container = None;
    assert_eq!(backpack.put(&spelled, at(3)).unwrap(), Put::Known(holz()));
    assert_eq!(backpack.put(&spelled, at(4)).unwrap(), Put::Known(holz()));
    let badge = backpack.badge(&holz()).unwrap();
    assert_eq!(badge.copies.len(), 1);
    assert_eq!(badge.copies[0].payload, new.payload);
    assert_eq!(badge.copies[0].reports.len(), 1);
    let kinds: Vec<_> =
        badge.copies[0].sources.iter().map(|s| (s.source.kind.as_str(), s.source.path.as_str())).collect();
    assert_eq!(kinds, [("mail", "attachment[0]"), ("mail", "inline[1]"), ("file", "attachment[0]")]);
}

#[test]
fn the_copy_that_proves_most_leads() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let mut first = copy("Holz", "one", 10);
    first.image = Some(picture(b"first"));
    backpack.put(&first, at(0)).unwrap();
    // Ranks lower: joins, changes nothing that is shown.
    let mut forged = copy("Holz", "two", -5);
    forged.fields.name = "Master of everything".to_owned();
    assert_eq!(backpack.put(&forged, at(1)).unwrap(), Put::Copy(holz()));
    assert_eq!(backpack.row(&holz()).unwrap().name, "Holz");
    assert!(backpack.search("everything").unwrap().is_empty());
    // Ranks the same: the one that leads stays.
    let mut equal = copy("Holz", "three", 10);
    equal.fields.name = "Equal".to_owned();
    backpack.put(&equal, at(2)).unwrap();
    assert_eq!(backpack.row(&holz()).unwrap().name, "Holz");
    // Ranks higher: leads, and borrows the picture it has not.
    let mut better = copy("Holz", "four", 20);
    better.fields.name = "Holzwerk".to_owned();
    backpack.put(&better, at(3)).unwrap();
    let badge = backpack.badge(&holz()).unwrap();
    assert_eq!((badge.row.name.as_str(), badge.row.copies), ("Holzwerk", 4));
    assert_eq!(badge.copies[0].payload, b"four");
    assert!(badge.copies[0].leading && !badge.copies[1].leading);
    assert_eq!(badge.row.image, Some(Digest::of(b"first")));
    assert_eq!(backpack.search("holzwerk").unwrap(), [holz()]);
    // A new report can take the lead away again.
    let fields = better.fields.clone();
    let four = Digest::of(b"four");
    backpack.add_report(&four, &report("invalid", "not-genuine", 9), &[], &fields, -9).unwrap();
    let badge = backpack.badge(&holz()).unwrap();
    assert_eq!(badge.row.name, "Holz");
    let fourth = badge.copies.iter().find(|copy| copy.digest == four).unwrap();
    assert_eq!(fourth.report.verdict, "invalid");
    assert_eq!(fourth.reports.iter().map(|line| line.at).collect::<Vec<_>>(), [at(9), at(1)]);
    let unknown = backpack.add_report(&Digest::of(b"five"), &report("valid", "verified", 9), &[], &fields, 1);
    assert!(matches!(unknown, Err(Error::UnknownCopy)));
}

#[test]
fn import_decides() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let first = copy("Holz", "one", 10);
    let lookup = |payload: &[u8], content: &Digest, award_key: &'static str, fields: &BadgeFields| {
        let payload = Digest::of(payload);
        backpack.decide(Lookup { payload, content: *content, award_key, fields }).unwrap()
    };
    let key = "https://issuer.example|Holz";
    assert_eq!(lookup(b"one", &first.content_digest, key, &first.fields), Decision::New);
    backpack.put(&first, at(0)).unwrap();
    let Decision::Known(known) = lookup(b"one", &first.content_digest, key, &first.fields) else { panic!() };
    assert_eq!((known.badge, known.state), (holz(), BadgeState::Kept));
    let other = Digest::of(b"other");
    assert!(matches!(lookup(b" one", &first.content_digest, "x", &first.fields), Decision::Known(_)));
    assert_eq!(lookup(b"two", &other, key, &first.fields), Decision::Copy(holz()));
    let mut later = first.fields.clone();
    later.issued_at = Some(at(86_400 * 365));
    assert_eq!(lookup(b"two", &other, "new", &later), Decision::Renewal(holz()));
    assert_eq!(lookup(b"two", &other, "new", &first.fields), Decision::New);
    later.recipient_key = Some("somebody else".to_owned());
    assert_eq!(lookup(b"two", &other, "new", &later), Decision::New);

    let mut renewal = copy("Holz 2", "two", 1);
    renewal.renews = Some(holz());
    backpack.put(&renewal, at(1)).unwrap();
    let second = id("https://issuer.example|Holz 2");
    assert_eq!(backpack.row(&second).unwrap().renews, Some(holz()));
    backpack.delete(&holz()).unwrap();
    assert_eq!(backpack.row(&second).unwrap().renews, None);
}

#[test]
fn what_is_perhaps_the_same_is_found_and_not_joined() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    backpack.put(&copy("Holz", "one", 1), at(0)).unwrap();
    let mut twin = copy("Holz", "two", 1);
    twin.award_key = "urn:uuid:other".to_owned();
    twin.badge_id = id("urn:uuid:other");
    twin.fields.issued_at = Some(at(60));
    backpack.put(&twin, at(0)).unwrap();
    let mut stranger = copy("Holz", "three", 1);
    stranger.award_key = "third".to_owned();
    stranger.badge_id = id("third");
    stranger.fields.recipient_key = None;
    backpack.put(&stranger, at(0)).unwrap();
    assert_eq!(backpack.perhaps_same(&holz()).unwrap(), [id("urn:uuid:other")]);
    assert!(backpack.perhaps_same(&id("third")).unwrap().is_empty());
}

#[test]
fn the_inbox_keeps_and_dismisses() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let mut waiting = copy("Holz", "one", 1);
    waiting.state = BadgeState::Waiting;
    backpack.put(&waiting, at(0)).unwrap();
    let mut other = copy("Glas", "two", 1);
    other.state = BadgeState::Waiting;
    backpack.put(&other, at(0)).unwrap();
    let glas = id("https://issuer.example|Glas");
    let in_state = |state| {
        let query = Query { state: Some(state), limit: 10, ..Query::default() };
        backpack.badges(&query).unwrap().rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(in_state(BadgeState::Waiting), ["Glas", "Holz"]);
    assert!(in_state(BadgeState::Kept).is_empty());
    // All or none.
    assert!(matches!(backpack.keep(&[holz(), id("nobody")]), Err(Error::UnknownBadge)));
    assert!(in_state(BadgeState::Kept).is_empty());
    backpack.keep(&[holz()]).unwrap();
    assert_eq!(in_state(BadgeState::Kept), ["Holz"]);
    // What is kept is deleted, not dismissed.
    assert!(matches!(backpack.dismiss(&[glas.clone(), holz()], at(5)), Err(Error::UnknownBadge)));
    assert_eq!(in_state(BadgeState::Waiting), ["Glas"]);
    backpack.dismiss(std::slice::from_ref(&glas), at(5)).unwrap();
    assert!(in_state(BadgeState::Waiting).is_empty());
    assert_eq!(backpack.dismissed_at(&other.content_digest).unwrap(), Some(at(5)));
    assert_eq!(backpack.dismissed_at(&waiting.content_digest).unwrap(), None);
    // Brought again it is offered again.
    assert_eq!(backpack.put(&other, at(6)).unwrap(), Put::New(glas.clone()));
    assert_eq!(backpack.dismissed_at(&other.content_digest).unwrap(), None);
    // Importing for good what waits keeps it.
    other.state = BadgeState::Kept;
    assert_eq!(backpack.put(&other, at(7)).unwrap(), Put::Known(glas));
    assert_eq!(in_state(BadgeState::Kept), ["Glas", "Holz"]);
}

#[test]
fn a_copy_of_a_kept_badge_does_not_send_it_back_to_the_inbox() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    backpack.put(&copy("Holz", "one", 1), at(0)).unwrap();
    let mut second = copy("Holz", "two", 2);
    second.state = BadgeState::Waiting;
    backpack.put(&second, at(0)).unwrap();
    assert_eq!(backpack.row(&holz()).unwrap().state, BadgeState::Kept);
}

#[test]
fn deleting_takes_everything_that_nothing_else_needs() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let shared = document("https://issuer.example/key", Some(b"shared document"), 1);
    let mut one = copy("Holz", "one", 1);
    one.image = Some(picture(b"the same picture"));
    one.documents = vec![shared.clone(), document("https://issuer.example/list", Some(b"only here"), 1)];
    let mut two = copy("Glas", "two", 1);
    two.image = Some(picture(b"the same picture"));
    two.documents = vec![shared];
    backpack.put(&one, at(0)).unwrap();
    backpack.put(&two, at(0)).unwrap();
    let about = NewEvidence { name: "notes".to_owned(), caption: String::new() };
    backpack.add_text(&holz(), &about, "written by me", &mut SystemEntropy, at(0)).unwrap();
    let stack = backpack.create_stack(&StackFields::default(), &mut SystemEntropy, at(0)).unwrap();
    backpack.add_to_stack(&stack, &[holz()], at(0)).unwrap();
    let picture = Digest::of(b"the same picture");

    backpack.delete(&holz()).unwrap();
    assert!(matches!(backpack.badge(&holz()), Err(Error::UnknownBadge)));
    assert!(matches!(backpack.delete(&holz()), Err(Error::UnknownBadge)));
    assert!(backpack.search("Holz").unwrap().is_empty());
    assert!(backpack.stack_badges(&stack).unwrap().is_empty());
    assert!(backpack.picture(&picture, Size::Full).unwrap().is_some());
    assert!(backpack.documents(&["https://issuer.example/list"]).unwrap().is_empty());
    assert_eq!(backpack.documents(&["https://issuer.example/key"]).unwrap().len(), 1);
    backpack.delete(&id("https://issuer.example|Glas")).unwrap();
    assert!(backpack.picture(&picture, Size::Full).unwrap().is_none());
    assert!(backpack.documents(&["https://issuer.example/key"]).unwrap().is_empty());
    // The same id when it comes again.
    assert_eq!(backpack.put(&one, at(9)).unwrap(), Put::New(holz()));
}

#[test]
fn the_archive_keeps_versions_and_not_repetitions() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let url = "https://issuer.example/key";
    let mut new = copy("Holz", "one", 1);
    new.documents = vec![document(url, Some(b"old key"), 10)];
    backpack.put(&new, at(0)).unwrap();
    let one = Digest::of(b"one");
    let add = |documents: &[backpack::StoredDocument]| {
        backpack.add_report(&one, &report("valid", "verified", 1), documents, &new.fields, 1).unwrap();
    };
    add(&[document(url, Some(b"old key"), 20)]);
    add(&[document(url, Some(b"new key"), 30)]);
    add(&[document(url, None, 40)]);
    add(&[document(url, None, 50)]);
    let mut sent = document(url, Some(b"sent key"), 30);
    sent.origin = "sender".to_owned();
    add(&[sent]);
    let seen: Vec<_> = backpack
        .documents(&[url, "https://nobody.example"])
        .unwrap()
        .into_iter()
        .map(|d| (d.bytes, d.status, d.fetched_at, d.seen_at, d.origin))
        .collect();
    let bytes = |text: &str| Some(text.as_bytes().to_vec());
    let from = |origin: &str| origin.to_owned();
    assert_eq!(
        seen,
        [
            (bytes("old key"), 200, at(10), at(20), from("fetched")),
            (bytes("new key"), 200, at(30), at(30), from("fetched")),
            (bytes("sent key"), 200, at(30), at(30), from("sender")),
            (None, 404, at(40), at(50), from("fetched")),
        ]
    );
}

#[test]
fn a_verdict_that_turns_by_itself_is_stated_anew() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let mut new = copy("Holz", "one", 1);
    new.fields.turns_at = Some(at(100));
    backpack.put(&new, at(0)).unwrap();
    backpack.put(&copy("Glas", "two", 1), at(0)).unwrap();
    assert!(backpack.turned(at(99)).unwrap().is_empty());
    let turned = backpack.turned(at(100)).unwrap();
    assert_eq!(turned.len(), 1);
    assert_eq!((&turned[0].badge, &turned[0].report), (&holz(), &new.report.json));
    backpack.restate(&turned[0].copy, "expired", "expired", None, 0).unwrap();
    let row = backpack.row(&holz()).unwrap();
    assert_eq!((row.verdict.as_str(), row.mark.as_str(), row.turns_at), ("expired", "expired", None));
    assert!(backpack.turned(at(1000)).unwrap().is_empty());
    // The record of that moment is what it was.
    assert_eq!(backpack.badge(&holz()).unwrap().copies[0].report.verdict, "valid");
}

#[test]
fn many_at_once_are_all_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let mut clash = copy("Glas", "two", 1);
    clash.badge_id = holz();
    assert!(backpack.put_all(&[copy("Holz", "one", 1), clash], at(0)).is_err());
    assert!(matches!(backpack.row(&holz()), Err(Error::UnknownBadge)));
    let put = backpack.put_all(&[copy("Holz", "one", 1), copy("Holz", "two", 1)], at(0)).unwrap();
    assert_eq!(put, [Put::New(holz()), Put::Copy(holz())]);
}
