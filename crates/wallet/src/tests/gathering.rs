use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use super::kit::*;
use crate::views::{ChangeSet, Failure};
use crate::{Progress, Step, Supply, Unwatched, Watch};

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
