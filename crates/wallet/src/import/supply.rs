//! Many things given one after another: the messages of a mailbox, the files of a folder, the badges of an account.

use std::sync::Arc;
use std::thread;

use backpack::BadgeState;
use openbadges::Digest;

use super::line::{Line, side_by_side};
use super::ready::Ready;
use super::{Decision, ImportTerms, Imported, Progress, Watch};
use crate::archive::BackpackArchive;
use crate::examine::unlock;
use crate::given::Given;
use crate::views::{ChangeSet, Failure};
use crate::wallet::{Done, Wallet};

/// As many things are looked at side by side at most.
const HANDS: usize = 8;
/// As many are asked for before the first of them is stored, at most.
const AHEAD: usize = 64;
/// Bytes of what is being looked at, beyond which nothing more is asked for.
const IN_LINE: usize = 32 * 1024 * 1024;
/// Badges that are stored in one transaction: each waits for the disk once.
const BADGES: usize = 64;
/// And the bytes they came in.
const BYTES: usize = 32 * 1024 * 1024;

/// Gives one thing after another, so that only one is in memory at a time.
pub trait Supply {
    /// The next one, or what else there is to tell meanwhile: what looks at many things to find few gives
    /// [`Step::Passed`] now and then, so that it can be watched and stopped.
    fn step(&mut self) -> Step;

    /// How many may be asked for before [`Supply::taken`] has told of the first of them. One, unless what comes next does
    /// not depend on what came of the last: then several are looked at side by side, and stored together.
    fn ahead(&self) -> usize {
        1
    }

    /// Whether badges that are here already are checked anew. Not where many things are gone through again to find what is new: a
    /// badge that is known by its digest is told as it is kept, and nobody is asked about it.
    fn anew(&self) -> bool {
        false
    }

    /// Told what came of each in the order in which it was given, now that it is stored: here one remembers how far one is.
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
        let backpack = self.backpack()?;
        let archive = BackpackArchive(Arc::clone(&backpack));
        let judge = self.judge(&backpack, &archive, terms)?;
        let state = if terms.hold { BadgeState::Waiting } else { BadgeState::Kept };
        let anew = supply.anew();
        let look = |given: Given| {
            let examined = unlock(&given.name, &given.bytes, terms.password);
            // Of what nothing was found in nothing is kept.
            let digest = (!examined.found.is_empty()).then(|| Digest::of(&given.bytes));
            let from = (given.kind, digest);
            let ready = Ready::check(&backpack, &judge, examined, from, state, anew)?;
            Ok(Looked::Ready(ready, given.bytes.len()))
        };
        let ahead = supply.ahead().clamp(1, AHEAD);
        let hands = thread::available_parallelism().map_or(1, usize::from).min(ahead).min(HANDS);
        side_by_side(hands, &look, |line| {
            let mut course = Course {
                wallet: self,
                supply,
                each,
                anew,
                batch: Batch::default(),
                gathered: Gathered::default(),
                changes: ChangeSet::none(),
            };
            course.run(line, watch, ahead)?;
            Ok(Done::new(course.gathered, course.changes))
        })
    }
}

/// What comes out of the line.
#[expect(clippy::large_enum_variant, reason = "nearly all of them are ready, and few are there at a time")]
enum Looked {
    /// Checked, with the bytes it was made from.
    Ready(Ready, usize),
    /// One that could not be read.
    Failed(Failure),
}

/// What is checked and not stored yet.
#[derive(Default)]
struct Batch {
    looked: Vec<Looked>,
    badges: usize,
    bytes: usize,
}

/// An import on its way.
struct Course<'a> {
    wallet: &'a Wallet,
    supply: &'a mut dyn Supply,
    each: &'a mut dyn FnMut(Result<Imported, Failure>, &ChangeSet),
    /// Whether links are followed here, and badges checked anew, rather than many things gone through.
    anew: bool,
    batch: Batch,
    gathered: Gathered,
    changes: ChangeSet,
}

type Hands = Line<Given, Result<Looked, Failure>>;

impl Course<'_> {
    /// To the end, or until it is stopped. What was begun is finished and stored in either case.
    fn run(&mut self, line: &mut Hands, watch: &dyn Watch, ahead: usize) -> Result<(), Failure> {
        let mut in_line = 0;
        loop {
            if watch.cancelled() {
                self.gathered.cancelled = true;
                break;
            }
            match self.supply.step() {
                Step::One(given) => {
                    self.gathered.progress.looked_at += 1;
                    in_line += given.bytes.len();
                    line.give(given);
                }
                Step::Failed(failure) => {
                    self.gathered.progress.looked_at += 1;
                    line.pass(Ok(Looked::Failed(failure)));
                }
                Step::Passed(count) => self.gathered.progress.looked_at += count,
                Step::Changed(changed) => self.changes = std::mem::take(&mut self.changes).and(changed),
                Step::Broken(failure) => {
                    self.gathered.broken = Some(failure);
                    break;
                }
                Step::End => break,
            }
            while let Some(looked) = line.next(line.waiting() >= ahead as u64 || in_line > IN_LINE) {
                in_line -= self.batch.add(looked?);
            }
            // Nobody waits for a badge that has long been found, only because no other came after it.
            if line.waiting() == 0 || self.batch.is_full() {
                self.store()?;
            }
            (self.gathered.progress.done, self.gathered.progress.total) = self.supply.far();
            watch.step(&self.gathered.progress);
        }
        while let Some(looked) = line.next(true) {
            self.batch.add(looked?);
        }
        self.store()?;
        watch.step(&self.gathered.progress);
        Ok(())
    }

    /// Stores what is ready in one transaction, and only then tells of it.
    fn store(&mut self) -> Result<(), Failure> {
        let mut batch = std::mem::take(&mut self.batch);
        if batch.looked.is_empty() {
            return Ok(());
        }
        let mut stored = Vec::new();
        if batch.badges > 0 {
            // Asked for each time: it may have been locked meanwhile.
            let backpack = self.wallet.backpack()?;
            let now = self.wallet.now();
            stored = backpack.together(|together| {
                let ready = batch.looked.iter_mut().filter_map(|looked| match looked {
                    Looked::Ready(ready, _) if ready.badges() > 0 => Some(ready),
                    _ => None,
                });
                ready.map(|ready| ready.store(together, now)).collect()
            })?;
        }
        let mut stored = stored.into_iter();
        for looked in batch.looked {
            match looked {
                Looked::Ready(ready, _) => {
                    let nothing = || (Vec::new(), ChangeSet::none());
                    let (kept, changes) =
                        if ready.badges() > 0 { stored.next() } else { None }.unwrap_or_else(nothing);
                    self.tell(ready.imported(kept), changes)?;
                }
                Looked::Failed(failure) => (self.each)(Err(failure), &ChangeSet::none()),
            }
        }
        Ok(())
    }

    fn tell(&mut self, imported: Imported, changes: ChangeSet) -> Result<(), Failure> {
        let changes = match !self.anew && self.wallet.keep_links(&imported)? {
            true => changes.and(ChangeSet::inbox()),
            false => changes,
        };
        self.supply.taken(&imported)?;
        for kept in &imported.kept {
            match kept.decision {
                Decision::Known => self.gathered.progress.known += 1,
                _ => self.gathered.progress.found += 1,
            }
        }
        (self.each)(Ok(imported), &changes);
        self.changes = std::mem::take(&mut self.changes).and(changes);
        Ok(())
    }
}

impl Batch {
    /// Adds one, and gives the bytes it was made from.
    fn add(&mut self, looked: Looked) -> usize {
        let (badges, bytes) = match &looked {
            Looked::Ready(ready, bytes) => (ready.badges(), *bytes),
            Looked::Failed(_) => (0, 0),
        };
        self.badges += badges;
        self.bytes += bytes;
        self.looked.push(looked);
        bytes
    }

    fn is_full(&self) -> bool {
        self.badges >= BADGES || self.bytes >= BYTES || self.looked.len() >= 4 * BADGES
    }
}
