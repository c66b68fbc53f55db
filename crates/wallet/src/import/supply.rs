//! Many things given one after another: the messages of a mailbox, the files of a folder, the badges of an account.

use super::{ImportTerms, Imported, Progress, Watch};
use crate::given::Given;
use crate::views::{ChangeSet, Failure};
use crate::wallet::{Done, Wallet};

/// Gives one thing after another, so that only one is in memory at a time.
pub trait Supply {
    /// The next one. A failure is only this one's; the next call goes on behind it.
    fn next(&mut self) -> Option<Result<Given, Failure>>;

    /// How much was handed over and how much there is in all, in the same unit; see [`Progress`].
    fn far(&self) -> (u32, Option<u32>);
}

/// What came of many things, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// How far it came.
    pub progress: Progress,
    /// Whether it was stopped before its end.
    pub cancelled: bool,
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
            let Some(given) = supply.next() else { break };
            gathered.progress.looked_at += 1;
            match given {
                Ok(given) => {
                    let done = self.import(&given, terms)?;
                    for kept in &done.value.kept {
                        match kept.decision {
                            super::Decision::Known => gathered.progress.known += 1,
                            _ => gathered.progress.found += 1,
                        }
                    }
                    each(Ok(done.value), &done.changes);
                    changes = changes.and(done.changes);
                }
                Err(failure) => each(Err(failure), &ChangeSet::none()),
            }
            (gathered.progress.done, gathered.progress.total) = supply.far();
            watch.step(&gathered.progress);
        }
        Ok(Done::new(gathered, changes))
    }
}
