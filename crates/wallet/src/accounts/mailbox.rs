//! A mailbox elsewhere, looked through: first what each message is made of, then the beginnings of its texts, and only
//! what can hold a badge whole.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use backpack::{AccountId, Backpack};
use fetch::imap::{Outline, Period, Session};
use openbadges::Note;

use super::choose::{self, Choice};
use super::place::MailboxReached;
use super::runtime::Runtime;
use crate::given::Given;
use crate::import::Imported;
use crate::ports::Clock;
use crate::views::Failure;
use crate::{Step, Supply};

/// Messages that are asked about at a time.
const AT_ONCE: usize = 200;
/// Bytes of each text that are looked at before a message is fetched whole.
const BEGINNING: u32 = 16 * 1024;

/// Messages that are on their way into the backpack at a time.
const ON_THE_WAY: usize = 16;

/// What is dealt with once everything before it is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The message of this number was handed over.
    Given(u32),
    /// Everything up to this number was looked at.
    Until(u32),
    /// There was no more.
    End,
}

/// What opens the connection, at the beginning and after an answer that could not be read.
pub(super) type Connect = Box<dyn Fn(&Runtime) -> Result<Session, Failure>>;

/// The messages of a folder that can hold a badge, one after another.
pub(super) struct MailboxSupply {
    runtime: Runtime,
    connect: Connect,
    session: Option<Session>,
    folder: String,
    backpack: Arc<Backpack>,
    clock: Arc<dyn Clock>,
    id: AccountId,
    reached: MailboxReached,
    /// What was not asked about yet.
    ahead: VecDeque<Vec<u32>>,
    /// What is to be fetched whole, and the last number of the messages it was chosen from.
    chosen: VecDeque<Outline>,
    until: u32,
    /// What was handed over and is being taken in, in its order, and what comes after.
    marks: VecDeque<Mark>,
    total: u32,
    done: u32,
    over: bool,
}

impl MailboxSupply {
    /// Opens the folder and asks for the numbers of what is new in it.
    pub(super) fn open(
        runtime: Runtime,
        connect: Connect,
        folder: String,
        period: Period,
        reached: MailboxReached,
        (backpack, clock, id): (Arc<Backpack>, Arc<dyn Clock>, AccountId),
    ) -> Result<MailboxSupply, Failure> {
        let mut session = connect(&runtime)?;
        let opened = runtime.wait(session.open(&folder))?;
        // Other numbers than last time: everything is looked at anew. What is known already is known by its content.
        let reached = if opened.validity == reached.validity {
            reached
        } else {
            MailboxReached { validity: opened.validity, uid: 0, unfinished: false }
        };
        let numbers = runtime.wait(session.numbers(period, reached.uid))?;
        Ok(MailboxSupply {
            runtime,
            connect,
            session: Some(session),
            folder,
            backpack,
            clock,
            id,
            reached,
            total: u32::try_from(numbers.len()).unwrap_or(u32::MAX),
            ahead: numbers.chunks(AT_ONCE).map(<[u32]>::to_vec).collect(),
            chosen: VecDeque::new(),
            until: 0,
            marks: VecDeque::new(),
            done: 0,
            over: false,
        })
    }

    fn go_on(&mut self) -> Result<Step, Failure> {
        if let Some(outline) = self.chosen.pop_front() {
            return self.whole(&outline);
        }
        if self.until > 0 {
            let until = std::mem::take(&mut self.until);
            self.mark(Mark::Until(until))?;
        }
        let Some(numbers) = self.ahead.pop_front() else {
            self.over = true;
            self.mark(Mark::End)?;
            return Ok(Step::End);
        };
        match self.batch(&numbers) {
            Ok(chosen) => {
                self.until = numbers.last().copied().unwrap_or_default();
                self.chosen = chosen.into();
                let passed = numbers.len().saturating_sub(self.chosen.len());
                let passed = u32::try_from(passed).unwrap_or(u32::MAX);
                self.done = self.done.saturating_add(passed);
                Ok(Step::Passed(passed))
            }
            Err(failure) if failure.is("imap.unreadable") => Ok(self.smaller(numbers)),
            Err(failure) => Err(failure),
        }
    }

    /// An answer could not be read, and the connection with it is of no more use. Asks about fewer at a time, until only
    /// the one message is left whose answer it is; that one is fetched without asking what it is made of.
    fn smaller(&mut self, mut numbers: Vec<u32>) -> Step {
        self.session = None;
        if let [number] = numbers.as_slice() {
            self.until = *number;
            self.chosen.push_back(Outline { uid: *number, size: 0, subject: Vec::new(), parts: Vec::new() });
            return Step::Passed(0);
        }
        let second = numbers.split_off(numbers.len() / 2);
        self.ahead.push_front(second);
        self.ahead.push_front(numbers);
        Step::Passed(0)
    }

    /// Which of these messages are to be fetched whole.
    fn batch(&mut self, numbers: &[u32]) -> Result<Vec<Outline>, Failure> {
        let outlines = self.ask(|runtime, session| runtime.wait(session.outlines(numbers)))?;
        let mut chosen = Vec::new();
        let mut doubtful: BTreeMap<Vec<String>, Vec<Outline>> = BTreeMap::new();
        for outline in outlines {
            match choose::by_outline(&outline) {
                Choice::Whole => chosen.push(outline),
                Choice::Texts(sections) => doubtful.entry(sections).or_default().push(outline),
                Choice::Nothing => {}
            }
        }
        for (sections, outlines) in doubtful {
            let numbers: Vec<u32> = outlines.iter().map(|outline| outline.uid).collect();
            let texts = self
                .ask(|runtime, session| runtime.wait(session.beginnings(&numbers, &sections, BEGINNING)))?;
            chosen.extend(outlines.into_iter().filter(|outline| {
                texts.get(&outline.uid).is_some_and(|text| choose::by_texts(outline, &sections, text))
            }));
        }
        chosen.sort_by_key(|outline| outline.uid);
        Ok(chosen)
    }

    fn whole(&mut self, outline: &Outline) -> Result<Step, Failure> {
        let came = self.ask(|runtime, session| runtime.wait(session.message(outline)));
        self.done = self.done.saturating_add(1);
        match came {
            Ok(Some(bytes)) => {
                self.marks.push_back(Mark::Given(outline.uid));
                Ok(Step::One(Given::file(format!("{}#{}", self.folder, outline.uid), bytes)))
            }
            // It was deleted meanwhile.
            Ok(None) => Ok(Step::Passed(1)),
            Err(failure) if failure.is("imap.too-large") => Ok(Step::Failed(failure)),
            Err(failure) if failure.is("imap.unreadable") => {
                self.session = None;
                Ok(Step::Failed(failure))
            }
            Err(failure) => Err(failure),
        }
    }

    /// Asks, on a new connection where the last one is of no more use.
    fn ask<T>(
        &mut self,
        question: impl FnOnce(&Runtime, &mut Session) -> Result<T, Note>,
    ) -> Result<T, Failure> {
        if self.session.is_none() {
            let mut session = (self.connect)(&self.runtime)?;
            let opened = self.runtime.wait(session.open(&self.folder))?;
            if opened.validity != self.reached.validity {
                return Err(Failure::new("imap.cut").with("host", ""));
            }
            self.session = Some(session);
        }
        match &mut self.session {
            Some(session) => Ok(question(&self.runtime, session)?),
            None => Err(Failure::new("imap.cut").with("host", "")),
        }
    }

    /// Something is dealt with, as soon as everything before it is.
    fn mark(&mut self, mark: Mark) -> Result<(), Failure> {
        self.marks.push_back(mark);
        self.settle()
    }

    /// Notes what waits for nothing any more.
    fn settle(&mut self) -> Result<(), Failure> {
        while let Some(mark) = self.marks.pop_front_if(|mark| !matches!(mark, Mark::Given(_))) {
            match mark {
                Mark::Until(uid) => self.reach(uid, false)?,
                _ => self.reach(0, true)?,
            }
        }
        Ok(())
    }

    /// Notes how far one is.
    fn reach(&mut self, uid: u32, finished: bool) -> Result<(), Failure> {
        self.reached.uid = self.reached.uid.max(uid);
        self.reached.unfinished = !finished;
        let written = serde_json::to_string(&self.reached).unwrap_or_default();
        let at = finished.then(|| self.clock.now());
        Ok(self.backpack.set_reached(&self.id, &written, at)?)
    }
}

impl Supply for MailboxSupply {
    fn step(&mut self) -> Step {
        if self.over {
            return Step::End;
        }
        self.go_on().unwrap_or_else(|failure| {
            self.over = true;
            Step::Broken(failure)
        })
    }

    fn ahead(&self) -> usize {
        ON_THE_WAY
    }

    fn taken(&mut self, _: &Imported) -> Result<(), Failure> {
        if let Some(Mark::Given(uid)) = self.marks.pop_front() {
            self.reach(uid, false)?;
        }
        self.settle()
    }

    fn far(&self) -> (u32, Option<u32>) {
        (self.done.min(self.total), Some(self.total))
    }
}

impl Drop for MailboxSupply {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            self.runtime.end(session.leave());
        }
    }
}
