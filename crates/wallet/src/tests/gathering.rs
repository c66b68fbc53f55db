use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use strict_json::json;

use super::kit::*;
use crate::record::Record;
use crate::views::{BadgeQuery, ChangeSet, CheckId, Failure};
use crate::{Given, ImportTerms, Imported, Progress, Step, Supply, Unwatched, Watch};

/// Mails from memory; every third holds a badge.
struct Mails {
    next: u8,
    end: u8,
}

impl Supply for Mails {
    fn step(&mut self) -> Step {
        if self.next == self.end {
            return Step::End;
        }
        self.next += 1;
        let number = self.next;
        if number == 2 {
            return Step::Failed(Failure::new("input.unreadable").with("name", "torn.eml"));
        }
        if !number.is_multiple_of(3) {
            return Step::One(mail(&format!("Mail {number}"), &[]));
        }
        let badge = Issuer::by_key(number, "Lernwerkstatt").badge(&id(number.into()), "Forklift", &json!({}));
        let badge = ("a.jwt", "application/octet-stream", badge.into_bytes());
        Step::One(mail(&format!("Badge {number}"), &[badge]))
    }

    fn far(&self) -> (u32, Option<u32>) {
        (self.next.into(), Some(self.end.into()))
    }
}

/// The same mail each time.
struct One(Option<Given>);

impl Supply for One {
    fn step(&mut self) -> Step {
        self.0.take().map_or(Step::End, Step::One)
    }

    fn far(&self) -> (u32, Option<u32>) {
        (0, None)
    }
}

#[test]
fn what_is_known_is_not_checked_again_when_a_mailbox_is_gone_through_again() {
    // Its host gives no document, so that every check asks for it.
    let net = Arc::new(Map::default());
    let world = World::open(Some(net.clone()));
    world.wallet.allow(&["brueckenhaus.example".to_owned()]).unwrap();
    let asked = || net.asked.lock().unwrap().len();
    let token =
        Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example").badge(&id(3), "First Aid", &json!({}));
    let mail = mail("Your badge", &[("b.jwt", "application/jwt", token.into_bytes())]);
    let gather = || world.wallet.gather(&mut One(Some(mail.clone())), &Unwatched, &mut |_| {}).unwrap().value;
    assert_eq!(gather().progress.found, 1);
    let first = asked();
    assert_eq!(first, 1);
    let again = gather();
    assert_eq!((again.progress.known, asked()), (1, first), "known by its digest: nobody is asked about it");
    assert_eq!(again.told.inputs[0].known.len(), 1);
    // What the person gives by itself, or wants checked, is looked at anew.
    let id = again.told.inputs[0].known[0].clone();
    let _ = world.wallet.add(std::slice::from_ref(&mail)).unwrap();
    assert_eq!(asked(), first + 1);
    let view = world.wallet.check_again(&id, &[]).unwrap().value;
    assert_eq!((asked(), view.reports.len()), (first + 2, 1), "the same moment is one line");
}

#[test]
fn what_is_told_of_a_known_badge_is_what_was_found_out() {
    let net = Map::with(
        "https://brueckenhaus.example/.well-known/did.json",
        Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example").document(),
    );
    let world = World::open(Some(net));
    let token =
        Issuer::by_domain(3, "Brückenhaus", "brueckenhaus.example").badge(&id(3), "First Aid", &json!({}));
    let mail = mail("Your badge", &[("b.jwt", "application/jwt", token.into_bytes())]);
    let gather = |wallet: &crate::Wallet| {
        let mut told = Vec::new();
        let mut each = |came: Result<Imported, Failure>, _: &ChangeSet| told.extend(came.unwrap().records());
        let terms = ImportTerms::default();
        let _ = wallet.import_all(&mut One(Some(mail.clone())), &terms, &Unwatched, &mut each).unwrap();
        match told.remove(0) {
            Record::Credential(one) => one.checked.unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let first = gather(&world.wallet);
    assert_eq!(
        (first.verdict.as_str(), first.wanted_hosts.as_slice()),
        ("inconclusive", &["brueckenhaus.example".to_owned()][..])
    );
    let again = gather(&world.wallet);
    assert_eq!(
        (again.verdict, again.wanted_hosts),
        (first.verdict, first.wanted_hosts),
        "whom to ask stays said"
    );
    let id = world.wallet.badges(&BadgeQuery::default()).unwrap().items[0].id.clone();
    let _ = world.wallet.check_again(&id, &["brueckenhaus.example".to_owned()]).unwrap();
    assert_eq!(gather(&world.wallet).verdict, "valid");
}

#[test]
fn each_mail_of_a_mailbox_speaks_for_its_own_badges() {
    use std::io::Write as _;
    let badge = |n: u32| {
        let token = Issuer::by_key(1, "Lernwerkstatt").badge(&id(n), &format!("Badge {n}"), &json!({}));
        mail(&format!("Mail {n}"), &[("b.jwt", "application/jwt", token.into_bytes())])
    };
    let signed = super::checks::signed(&badge(1)).0;
    let mails = [signed, badge(2), mail("Nothing", &[])];
    let mut mailbox = Vec::new();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (n, mail) in mails.iter().enumerate() {
        mailbox.extend_from_slice(b"From a@b.example Thu Jan  1 00:00:00 2026\r\n");
        mailbox.extend_from_slice(&mail.bytes);
        mailbox.extend_from_slice(b"\r\n");
        zip.start_file(format!("{n}.eml"), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&mail.bytes).unwrap();
    }
    let mut takeout = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    takeout.start_file("Takeout/Mail/All.mbox", zip::write::SimpleFileOptions::default()).unwrap();
    takeout.write_all(&mailbox).unwrap();
    let forms = [
        ("All.mbox", mailbox),
        ("mails.zip", zip.finish().unwrap().into_inner()),
        ("takeout.zip", takeout.finish().unwrap().into_inner()),
    ];
    for (name, bytes) in forms {
        let world = World::open(None);
        let added = world.wallet.add(&[Given::file(name, bytes)]).unwrap().value;
        assert_eq!(added.inputs[0].found.len(), 2, "{name}: {added:?}");
        assert_eq!(added.address_offer.as_deref(), Some(MIRA), "{name}");
        let mut all = world.wallet.inbox().unwrap();
        all.sort_by_key(|item| item.card.name.clone());
        let said = all.iter().map(|item| {
            let check = item.checks.iter().find(|check| check.id == CheckId::Mail).unwrap();
            (item.mail.as_ref().unwrap().subject.as_str(), check.code.as_str(), item.wanted_hosts.len())
        });
        let expected = [("Mail 1", "mail.key-not-had", 1), ("Mail 2", "mail.unsigned", 0)];
        assert_eq!(said.collect::<Vec<_>>(), expected, "{name}");
    }
}

/// Stops after so many steps.
struct Patience(u32, AtomicU32);

impl Watch for Patience {
    fn step(&self, _: &Progress) {
        self.1.fetch_add(1, Ordering::SeqCst);
    }

    fn cancelled(&self) -> bool {
        self.1.load(Ordering::SeqCst) >= self.0
    }
}

#[test]
fn a_mailbox_goes_into_the_inbox_and_only_what_matters_is_told() {
    let world = World::open(None);
    let mut changes = 0;
    let mut tell = |change: &ChangeSet| changes += u32::from(change.inbox);
    let done = world.wallet.gather(&mut Mails { next: 0, end: 30 }, &Unwatched, &mut tell).unwrap();
    assert!(done.changes.inbox && !done.value.cancelled);
    assert_eq!(done.value.progress.found, 10);
    assert_eq!(done.value.progress.looked_at, 30);
    assert_eq!(world.wallet.status().inbox, 10);
    assert_eq!(changes, 10, "what is found is told while the work goes on");
    let told = &done.value.told.inputs;
    assert_eq!(told.len(), 11, "ten with a badge, one that could not be read: {told:?}");
    assert_eq!(told[0].name, "torn.eml");
    assert_eq!(done.value.untold, 19);
    assert_eq!(done.value.told.address_offer.as_deref(), Some(MIRA));

    let again = world.wallet.gather(&mut Mails { next: 0, end: 30 }, &Unwatched, &mut |_| {}).unwrap().value;
    assert_eq!((again.progress.found, again.progress.known), (0, 10));
}

#[test]
fn of_a_few_things_each_is_told() {
    let world = World::open(None);
    let done = world.wallet.gather(&mut Mails { next: 3, end: 6 }, &Unwatched, &mut |_| {}).unwrap().value;
    assert_eq!((done.told.inputs.len(), done.untold), (3, 0));
}

#[test]
fn what_was_found_before_the_stop_is_kept() {
    let world = World::open(None);
    let watch = Patience(7, AtomicU32::new(0));
    let done = world.wallet.gather(&mut Mails { next: 0, end: 30 }, &watch, &mut |_| {}).unwrap().value;
    assert!(done.cancelled);
    assert_eq!((done.progress.done, done.progress.total), (7, Some(30)));
    assert_eq!(world.wallet.status().inbox, 2);
}
