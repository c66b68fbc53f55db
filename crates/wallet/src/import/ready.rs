//! Something that was looked at and checked, and waits to be stored.

use backpack::{Backpack, BadgeState, Lookup, NewCopy, Put, Source, Together};
use jiff::Timestamp;
use openbadges::Digest;

use super::{Decision, Imported, Kept, StoredReport, copy, detail, new_copy};
use crate::badges::card;
use crate::checking::Judge;
use crate::examine::{Examined, Examinee};
use crate::given::GivenKind;
use crate::views::{ChangeSet, Failure};

/// One thing given, with everything about its badges that takes long already done.
pub(super) struct Ready {
    examined: Examined,
    copies: Vec<Prepared>,
}

/// A copy as it would be stored.
pub(crate) struct Prepared {
    copy: NewCopy,
    /// Whether its picture was made ready; not where it is there already.
    pictured: bool,
}

impl Ready {
    /// Checks what was found, and puts together what would be stored. Stores nothing. `anew`: also what is here already.
    pub(super) fn check(
        backpack: &Backpack,
        judge: &Judge<'_>,
        mut examined: Examined,
        from: (GivenKind, Option<Digest>),
        state: BadgeState,
        anew: bool,
    ) -> Result<Ready, Failure> {
        judge.say_who_presented(&mut examined);
        let mut copies = Vec::with_capacity(examined.found.len());
        let mut all = std::mem::take(&mut examined.found);
        for found in &mut all {
            let credential = &found.credential;
            let came_in = examined.came_in(&found.path);
            let held = backpack.held(&credential.digest(), &credential.content_digest())?;
            let known =
                held.as_ref().filter(|_| !anew).and_then(|held| StoredReport::read(&held.report).ok());
            found.checked = Some(match known {
                // Nothing would be stored of another check: what was found out is told as it is kept.
                Some(stored) => stored.told_at(judge.now),
                None => {
                    let mut checked = judge.check_found(found, held.as_ref().map(|held| held.since));
                    if let Some((mail, seal)) = came_in {
                        judge.mailed(&mail.to, seal, &mut checked);
                    }
                    checked
                }
            });
            let detail = detail(&examined.name, came_in.map(|(mail, _)| mail));
            let source = copy::source(from.0, found, from.1, &detail);
            copies.push(Prepared::new(found, source, state, judge.now, held.is_none())?);
        }
        examined.found = all;
        Ok(Ready { examined, copies })
    }

    /// How many badges it has.
    pub(super) fn badges(&self) -> usize {
        self.copies.len()
    }

    /// Stores it within a transaction.
    pub(super) fn store(
        &mut self,
        together: &Together<'_>,
        now: Timestamp,
    ) -> Result<(Vec<Kept>, ChangeSet), backpack::Error> {
        let mut kept = Vec::with_capacity(self.copies.len());
        let mut changes = ChangeSet::none();
        for (found, prepared) in self.examined.found.iter().zip(&mut self.copies) {
            let (one, change) = prepared.store(together, found, now)?;
            kept.push(one);
            changes = changes.and(change);
        }
        Ok((kept, changes))
    }

    /// What came of it, now that it is stored.
    pub(super) fn imported(self, kept: Vec<Kept>) -> Imported {
        Imported { examined: self.examined, kept }
    }
}

impl Prepared {
    /// Puts together what would be stored of a credential that was checked.
    pub(crate) fn new(
        found: &Examinee,
        source: Source,
        state: BadgeState,
        now: Timestamp,
        pictured: bool,
    ) -> Result<Prepared, Failure> {
        let checked = found.checked.as_ref().ok_or_else(|| Failure::new("internal.not-checked"))?;
        let mut copy = new_copy(found, checked, source, state, now);
        if pictured {
            copy.image = found.image.as_deref().and_then(copy::picture);
        }
        Ok(Prepared { copy, pictured })
    }

    /// Decides what it is, and stores it.
    pub(crate) fn store(
        &mut self,
        together: &Together<'_>,
        found: &Examinee,
        now: Timestamp,
    ) -> Result<(Kept, ChangeSet), backpack::Error> {
        let copy = &mut self.copy;
        let lookup = Lookup {
            payload: found.credential.digest(),
            content: copy.content_digest,
            award_key: &copy.award_key,
            fields: &copy.fields,
        };
        let decision = match together.decide(lookup)? {
            backpack::Decision::Known(_) => Decision::Known,
            backpack::Decision::Copy(_) => Decision::Copy,
            backpack::Decision::New if found.is_unread() => Decision::NeedsFetch,
            backpack::Decision::New => Decision::New,
            backpack::Decision::Renewal(badge) => {
                let text = badge.as_str().to_owned();
                copy.renews = Some(badge);
                Decision::Renewal(text)
            }
        };
        // It was there when it was checked, and somebody has taken it away since.
        if !self.pictured && decision != Decision::Known {
            copy.image = found.image.as_deref().and_then(copy::picture);
        }
        let put = together.put(copy, now)?;
        let waits = together.row(put.badge())?.state == BadgeState::Waiting;
        let changes = match &put {
            Put::Known(_) => ChangeSet::none(),
            Put::New(badge) | Put::Copy(badge) => ChangeSet::badges([badge.as_str()]),
        };
        let changes = if waits { changes.and(ChangeSet::inbox()) } else { changes };
        let same = together.perhaps_same(put.badge())?;
        let perhaps_same =
            same.iter().map(|id| Ok(card(&together.row(id)?))).collect::<Result<_, backpack::Error>>()?;
        let badge = put.badge().as_str().to_owned();
        Ok((Kept { decision, badge, waits, perhaps_same }, changes))
    }
}
