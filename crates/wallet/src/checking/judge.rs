use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use openbadges::recipient::Identity;
use openbadges::{Container, Credential};
use verification::{Answer, DocUrl, Documents, Pins, Registries, Role, Terms, Wanted};

use super::rounds::newest_marked;
use super::{Archive, Ask, Checked, Held, carrier, check};
use crate::examine::Examinee;

/// Everything a verification is made with: the clock, whose badges these are, who is known, which documents are at
/// hand, and whom to turn to for more. One for a whole run: nobody is asked twice for the same document.
pub struct Judge<'a> {
    /// The moment to judge at.
    pub now: Timestamp,
    /// The learner's addresses and DIDs.
    pub recipients: Vec<Identity>,
    /// Issuers the learner has marked as known.
    pub pins: Pins,
    /// Registers of issuers.
    pub registries: Registries,
    /// Documents at hand.
    pub known: Documents,
    /// The learner's archive.
    pub archive: &'a dyn Archive,
    /// Whom to turn to for more.
    pub ask: &'a dyn Ask,
    /// What was answered in this run.
    memory: Memory,
}

type Memory = Mutex<BTreeMap<DocUrl, Answer>>;

impl<'a> Judge<'a> {
    /// A judge who knows nobody and has no documents of its own.
    pub fn new(now: Timestamp, archive: &'a dyn Archive, ask: &'a dyn Ask) -> Judge<'a> {
        Judge {
            now,
            recipients: Vec::new(),
            pins: Pins::new(),
            registries: Registries::new(),
            known: Documents::bundled(),
            archive,
            ask,
            memory: Memory::default(),
        }
    }

    /// Further addresses the badges may be for.
    pub fn recipients_from(&mut self, addresses: &[String]) {
        self.recipients.extend(addresses.iter().map(|text| Identity::parse(text)));
    }

    /// Checks one credential from the start. `held_since`: when this copy came into the learner's hands.
    pub fn check(&self, credential: &Credential, held_since: Option<Timestamp>) -> Checked {
        self.run(credential, self.known.clone(), held_since)
    }

    /// Checks what was found in something given, and the picture that carried it.
    pub(crate) fn check_found(&self, found: &Examinee, held_since: Option<Timestamp>) -> Checked {
        let baked = matches!(found.container, Container::BakedPng { .. } | Container::BakedSvg { .. });
        self.check_carried(&found.credential, found.image.as_deref().filter(|_| baked), held_since)
    }

    /// Checks one credential, and the picture that carried it if one did.
    pub(crate) fn check_carried(
        &self,
        credential: &Credential,
        carrier: Option<&[u8]>,
        held_since: Option<Timestamp>,
    ) -> Checked {
        let mut checked = self.check(credential, held_since);
        if let Some(carrier) = carrier {
            carrier::compare(&mut checked, carrier);
        }
        checked
    }

    /// Checks one credential that travelled with documents of its sender's.
    pub fn check_with(&self, credential: &Credential, sender: &Documents) -> Checked {
        let mut known = self.known.clone();
        known.extend(sender.clone());
        self.run(credential, known, None)
    }

    fn terms(&self, held_since: Option<Timestamp>) -> Terms<'_> {
        Terms {
            now: self.now,
            recipients: &self.recipients,
            pins: &self.pins,
            registries: &self.registries,
            held_since,
        }
    }

    /// What can be said about who handed out a presentation.
    pub(crate) fn presented(&self, bytes: &[u8]) -> Option<openbadges::Note> {
        verification::presented(bytes, &self.terms(None))
    }

    fn run(&self, credential: &Credential, mut known: Documents, held_since: Option<Timestamp>) -> Checked {
        let terms = self.terms(held_since);
        check(credential, &mut known, &terms, self.archive, &self.recalling())
    }

    /// Whom this judge turns to, who is asked nothing twice in a run.
    pub(crate) fn recalling(&self) -> Recalling<'_> {
        Recalling { memory: &self.memory, ask: self.ask }
    }

    /// Asks for one document outside of any badge, e.g. an address that was given to be looked at.
    pub fn fetch(&self, wanted: &Wanted) -> Answer {
        if let Some(known) = self.known.newest(&wanted.url) {
            return known.answer.clone();
        }
        let refused = || Answer::Refused(openbadges::Note::new("fetch.offline"));
        let held = |url: &DocUrl| newest_marked(&self.archive.versions(url));
        self.recalling().renew(std::slice::from_ref(wanted), &held).pop().unwrap_or_else(refused)
    }
}

/// Asks only for what was not answered in this run.
pub(crate) struct Recalling<'a> {
    memory: &'a Memory,
    ask: &'a dyn Ask,
}

impl Ask for Recalling<'_> {
    fn asked_at(&self) -> Option<Timestamp> {
        self.ask.asked_at()
    }

    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        self.renew(wanted, &|_| None)
    }

    fn renew(&self, wanted: &[Wanted], held: &Held<'_>) -> Vec<Answer> {
        let mut answers: Vec<Option<Answer>> = {
            let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
            wanted.iter().map(|wanted| memory.get(&wanted.url).cloned()).collect()
        };
        let open: Vec<Wanted> = wanted
            .iter()
            .zip(&answers)
            .filter(|(_, answer)| answer.is_none())
            .map(|(wanted, _)| wanted.clone())
            .collect();
        if !open.is_empty() {
            let mut fresh = self.ask.renew(&open, held).into_iter();
            let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
            for (wanted, answer) in wanted.iter().zip(&mut answers) {
                if answer.is_none()
                    && let Some(new) = fresh.next()
                {
                    // A page is what people are shown at an address where programs may be given data.
                    if wanted.role != Role::Page {
                        memory.insert(wanted.url.clone(), new.clone());
                    }
                    *answer = Some(new);
                }
            }
        }
        let nothing = || Answer::Refused(openbadges::Note::new("fetch.offline"));
        answers.into_iter().map(|answer| answer.unwrap_or_else(nothing)).collect()
    }
}
