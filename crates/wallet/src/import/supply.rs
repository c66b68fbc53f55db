//! Many things given one after another: the messages of a mailbox, the files of a folder, the badges of an account.

use super::{Decision, ImportTerms, Imported, Progress, Watch};
use crate::given::Given;
use crate::views::{ChangeSet, Failure};
use crate::wallet::{Done, Wallet};

/// Gives one thing after another, so that only one is in memory at a time.
pub trait Supply {
    /// The next one. A failure is only this one's; the next call goes on behind it.
    fn next(&mut self) -> Option<Result<Given, Failure>>;

    /// The next one, or what else there is to tell meanwhile. What always has a next one at hand need not say more than
    /// [`Supply::next`]; what looks at many things to find few gives [`Step::Passed`] now and then, so that it can be
    /// watched and stopped.
    fn step(&mut self) -> Step {
        match self.next() {
            Some(Ok(given)) => Step::One(given),
            Some(Err(failure)) => Step::Failed(failure),
            None => Step::End,
        }
    }

    /// Told what came of the last one, now that it is stored: here one remembers how far one is.
    ///
    /// # Errors
    /// Only when the backpack itself fails.
    fn taken(&mut self, _: &Imported) -> Result<(), Failure> {
        Ok(())
    }

    /// How much was handed over and how much there is in all, in the same unit; see [`Progress`].
    fn far(&self) -> (u32, Option<u32>);
}

/// What a supply has next.
#[derive(Debug)]
pub enum Step {
    /// One thing.
    One(Given),
    /// One that could not be read. It goes on behind it.
    Failed(Failure),
    /// So many were looked at that hold nothing. It goes on.
    Passed(u32),
    /// Something else changed: badges that belong together were put together. It goes on.
    Changed(ChangeSet),
    /// It cannot go on, for example because the connection broke off. What came until then stays.
    Broken(Failure),
    /// There is no more.
    End,
}

/// What came of many things, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// How far it came.
    pub progress: Progress,
    /// Whether it was stopped before its end.
    pub cancelled: bool,
    /// Why it could not go on to its end; what came until then stays.
    pub broken: Option<Failure>,
}

impl Wallet {
    /// Takes in one thing after another until there is no more, or until the watcher stops it: what was stored until
    /// then stays. `each` is told what came of each, and what changed by it.
    ///
    /// # Errors
    /// Only when the backpack itself fails. What could not be read is told to `each` as what it is.
    pub fn import_all(
        &self,
        supply: &mut dyn Supply,
        terms: &ImportTerms<'_>,
        watch: &dyn Watch,
        each: &mut dyn FnMut(Result<Imported, Failure>, &ChangeSet),
    ) -> Result<Done<Gathered>, Failure> {
        let mut gathered = Gathered::default();
        let mut changes = ChangeSet::none();
        loop {
            if watch.cancelled() {
                gathered.cancelled = true;
                break;
            }
            let step = supply.step();
            gathered.progress.looked_at += match &step {
                Step::One(_) | Step::Failed(_) => 1,
                Step::Passed(count) => *count,
                Step::Changed(_) | Step::Broken(_) | Step::End => 0,
            };
            match step {
                Step::One(given) => {
                    let done = self.import(&given, terms)?;
                    supply.taken(&done.value)?;
                    for kept in &done.value.kept {
                        match kept.decision {
                            Decision::Known => gathered.progress.known += 1,
                            _ => gathered.progress.found += 1,
                        }
                    }
                    each(Ok(done.value), &done.changes);
                    changes = changes.and(done.changes);
                }
                Step::Failed(failure) => each(Err(failure), &ChangeSet::none()),
                Step::Passed(_) => {}
                Step::Changed(changed) => changes = changes.and(changed),
                Step::Broken(failure) => {
                    gathered.broken = Some(failure);
                    break;
                }
                Step::End => break,
            }
            (gathered.progress.done, gathered.progress.total) = supply.far();
            watch.step(&gathered.progress);
        }
        Ok(Done::new(gathered, changes))
    }
}
