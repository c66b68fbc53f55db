//! Reading what was found, a file or a message at a time.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use intake::{Mbox, MboxError};

use super::walk::{FileKind, Found, HEAD};
use super::{Told, archive};
use crate::LARGEST_FILE;
use crate::given::Given;
use crate::import::Step;
use crate::views::Failure;

/// Bytes that wait to be asked for, together.
const BYTES: usize = 48 * 1024 * 1024;
/// So many messages without anything are told as one.
const PASSED: u32 = 256;
/// And so many bytes of them.
const PASSED_BYTES: u64 = 4 * 1024 * 1024;

/// How much may still be read ahead.
#[derive(Debug, Default)]
pub(super) struct Budget {
    used: Mutex<Used>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Used {
    bytes: usize,
    /// Nobody asks any more.
    closed: bool,
}

impl Budget {
    fn take(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        // One alone may be larger than all of it.
        while used.bytes > 0 && used.bytes + bytes > BYTES && !used.closed {
            used = self.freed.wait(used).unwrap_or_else(PoisonError::into_inner);
        }
        used.bytes += bytes;
    }

    pub(super) fn free(&self, bytes: usize) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.bytes = used.bytes.saturating_sub(bytes);
        self.freed.notify_one();
    }

    /// Nobody asks any more, and nobody is to wait for that.
    pub(super) fn close(&self) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.freed.notify_one();
    }
}

/// Nobody takes any more what is read.
pub(super) struct Gone;

type Going = Result<(), Gone>;

/// Reads, and hands over what is in it.
pub(super) struct Reader {
    tell: SyncSender<Told>,
    budget: Arc<Budget>,
    /// Bytes of the files that are done with.
    before: u64,
    /// Bytes of the one at hand that are done with.
    within: u64,
    total: u64,
    /// Messages without anything that were not told yet, and their bytes.
    passed: (u32, u64),
}

impl Reader {
    pub(super) fn new(tell: SyncSender<Told>, budget: Arc<Budget>, found: &[Found]) -> Reader {
        let total = found.iter().map(|found| found.bytes).fold(0, u64::saturating_add);
        Reader { tell, budget, before: 0, within: 0, total, passed: (0, 0) }
    }

    pub(super) fn read_all(mut self, found: Vec<Found>) {
        for file in found {
            self.within = 0;
            if self.file(&file).is_err() {
                return;
            }
            self.before = self.before.saturating_add(file.bytes);
        }
        self.within = 0;
        let _ = self.tell_passed().and_then(|()| self.tell(Step::End));
    }

    fn file(&mut self, found: &Found) -> Going {
        let name = found.path.display().to_string();
        let mut file = match open(&found.path) {
            Ok(file) => file,
            Err(failure) => return self.failed(failure),
        };
        match found.kind {
            FileKind::Mailbox => return self.mailbox(&name, file),
            FileKind::Message => {}
            FileKind::Any => {
                let mut head = Vec::new();
                let again = file
                    .by_ref()
                    .take(HEAD)
                    .read_to_end(&mut head)
                    .and_then(|_| file.seek(SeekFrom::Start(0)));
                // A pipe cannot be gone back in, and has no beginning that could be looked at twice.
                if again.is_ok() {
                    if intake::looks_like_mbox(&head) {
                        return self.mailbox(&name, file);
                    }
                    if let Some(packed) = archive::Packed::of(&found.path, &head) {
                        return self.archive(&name, &found.path, packed);
                    }
                } else {
                    return self.whole(&name, io::Cursor::new(head).chain(file), found.kind);
                }
            }
        }
        if found.bytes > LARGEST_FILE {
            return self.failed(too_large(&name));
        }
        self.whole(&name, file, found.kind)
    }

    /// A file that is looked at as one.
    fn whole(&mut self, name: &str, from: impl Read, kind: FileKind) -> Going {
        let mut bytes = Vec::new();
        match from.take(LARGEST_FILE + 1).read_to_end(&mut bytes) {
            Err(_) => return self.failed(Failure::new("file.unreadable").with("name", name)),
            Ok(_) if bytes.len() as u64 > LARGEST_FILE => return self.failed(too_large(name)),
            Ok(_) => {}
        }
        self.within = bytes.len() as u64;
        if kind == FileKind::Message && !intake::may_hold_badge(&bytes) {
            return self.pass(bytes.len());
        }
        self.give(Given::file(name, bytes))
    }

    /// The messages of a mailbox.
    pub(super) fn mailbox(&mut self, name: &str, from: impl Read) -> Going {
        let begin = self.within;
        let mut mailbox = Mbox::new(from);
        let mut number = 0usize;
        loop {
            let called = || format!("{name}/message[{number}]");
            let next = match mailbox.next() {
                None => return Ok(()),
                Some(Ok(message)) if intake::may_hold_badge(&message) => Next::One(message.into_owned()),
                Some(Ok(message)) => Next::Nothing(message.len()),
                Some(Err(error)) => Next::Failed(error),
            };
            self.within = begin.saturating_add(mailbox.passed());
            match next {
                Next::One(message) => self.give(Given::file(called(), message))?,
                Next::Nothing(bytes) => self.pass(bytes)?,
                Next::Failed(error) => {
                    let limit = (LARGEST_FILE / (1024 * 1024)).to_string();
                    let failure = Failure::new(error.code()).with("name", called()).with("limit", limit);
                    self.failed(failure)?;
                    if matches!(error, MboxError::Unreadable(_)) {
                        return Ok(());
                    }
                }
            }
            number += 1;
        }
    }

    /// The members of an archive that is too large to be looked at as one, or has mailboxes in it.
    fn archive(&mut self, name: &str, path: &Path, packed: archive::Packed) -> Going {
        let mut gone = false;
        let mut member = |member: intake::Member<'_>| {
            let shown: Vec<String> = member.name.split('/').map(intake::plain_name).collect();
            let called = format!("{name}/{}", shown.join("/"));
            // Of what is unpacked nobody knows how far it is in what is packed.
            let within = self.within;
            let going = if archive::is_mailbox(&member.name) {
                self.mailbox(&called, BufReader::new(member.from))
            } else {
                self.whole(&called, member.from, FileKind::Any)
            };
            self.within = within;
            gone = going.is_err();
            if gone { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let read = packed.each(path, &mut member);
        if gone {
            return Err(Gone);
        }
        match read {
            Ok(()) => Ok(()),
            Err(failure) => self.failed(failure.with("name", name)),
        }
    }

    fn give(&mut self, given: Given) -> Going {
        self.tell_passed()?;
        self.budget.take(given.bytes.len());
        self.tell(Step::One(given))
    }

    fn failed(&mut self, failure: Failure) -> Going {
        self.tell_passed()?;
        self.tell(Step::Failed(failure))
    }

    fn pass(&mut self, bytes: usize) -> Going {
        self.passed.0 += 1;
        self.passed.1 += bytes as u64;
        if self.passed.0 >= PASSED || self.passed.1 >= PASSED_BYTES { self.tell_passed() } else { Ok(()) }
    }

    fn tell_passed(&mut self) -> Going {
        match std::mem::take(&mut self.passed) {
            (0, _) => Ok(()),
            (count, _) => self.tell(Step::Passed(count)),
        }
    }

    fn tell(&self, step: Step) -> Going {
        // A file may have grown since it was listed.
        let done = self.before.saturating_add(self.within).min(self.total);
        self.tell.send(Told { step, done, total: Some(self.total) }).map_err(|_| Gone)
    }
}

enum Next {
    One(Vec<u8>),
    Nothing(usize),
    Failed(MboxError),
}

/// Opens a file.
fn open(path: &Path) -> Result<File, Failure> {
    let failed = |code: &str| Failure::new(code).with("name", path.display().to_string());
    if path.is_dir() {
        return Err(failed("file.unreadable"));
    }
    File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => failed("file.no-such"),
        _ => failed("file.unreadable"),
    })
}

fn too_large(name: &str) -> Failure {
    let limit = (LARGEST_FILE / (1024 * 1024)).to_string();
    Failure::new("input.too-large").with("name", name).with("limit", limit)
}
