//! Many messages in one file, as `mbox` has them (RFC 4155, and the dialects mboxo and mboxrd; Google Takeout).
//!
//! The file is read as a stream: a window over it holds the message at hand and nothing else. A message begins with a line
//! `From ` behind an empty line (or at the very start) whose next line is that of a header: so a sentence that begins
//! with that word splits nothing, also where the writer has not quoted it.

use std::borrow::Cow;
use std::io::{self, Read};

use memchr::memmem::Finder;
use openbadges::limits;

use crate::mail::{field, known_fields};

/// A line that begins a message is no longer than this, nor is the first line of its header looked at further.
const LINE: usize = 1024;
/// What is read at once.
const STEP: usize = 256 * 1024;

/// Why there is no message where one stands.
#[derive(Debug, thiserror::Error)]
pub enum MboxError {
    /// More than [`limits::FILE`] bytes; the next message is found behind it.
    #[error("a message of more than {} bytes", limits::FILE)]
    TooLarge,
    /// The file cannot be read any further.
    #[error("the file cannot be read")]
    Unreadable(#[from] io::Error),
}

impl MboxError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            MboxError::TooLarge => "mailbox.message-too-large",
            MboxError::Unreadable(_) => "mailbox.unreadable",
        }
    }
}

/// The messages of a mailbox, one at a time.
pub struct Mbox<R> {
    from: R,
    /// What was read and is still there.
    window: Vec<u8>,
    /// Where in the window the message at hand begins: what stands before goes when more is read, not with each message.
    begin: usize,
    /// Where it ends, from its beginning.
    done: usize,
    /// Bytes of the file that were handed over or passed by.
    passed: u64,
    /// Whether the file was read to its end.
    ended: bool,
    separator: Finder<'static>,
    quoted: Finder<'static>,
}

impl<R: Read> Mbox<R> {
    /// Reads messages from here on.
    pub fn new(from: R) -> Self {
        Mbox {
            from,
            window: Vec::new(),
            begin: 0,
            done: 0,
            passed: 0,
            ended: false,
            separator: Finder::new(b"\nFrom "),
            quoted: Finder::new(b">From "),
        }
    }

    /// How many bytes of the file are done with.
    pub fn passed(&self) -> u64 {
        self.passed + self.done as u64
    }

    /// The next message, without the line that begins it and with the quoting of `>From ` undone. After
    /// [`MboxError::Unreadable`] there is no more.
    #[expect(clippy::should_implement_trait, reason = "a message lends from the window, which moves on")]
    pub fn next(&mut self) -> Option<Result<Cow<'_, [u8]>, MboxError>> {
        match self.advance() {
            Ok(None) => None,
            Ok(Some(end)) => {
                self.done = end;
                Some(Ok(message(self.ahead().get(..end).unwrap_or_default(), &self.quoted)))
            }
            Err(error) => {
                if matches!(error, MboxError::Unreadable(_)) {
                    self.window.clear();
                    self.begin = 0;
                    self.ended = true;
                    self.done = 0;
                }
                Some(Err(error))
            }
        }
    }

    /// The message at hand and what was read behind it.
    fn ahead(&self) -> &[u8] {
        self.window.get(self.begin..).unwrap_or_default()
    }

    /// Brings the next message into the window and says where it ends.
    fn advance(&mut self) -> Result<Option<usize>, MboxError> {
        self.drop_front(self.done);
        self.done = 0;
        // How far was looked for the end.
        let mut seen = 0;
        loop {
            let found = self.boundary(seen);
            match found {
                Boundary::At(end) if self.ahead().get(..end).unwrap_or_default().trim_ascii().is_empty() => {
                    self.drop_front(end);
                    seen = 0;
                    continue;
                }
                Boundary::At(end) => return Ok(Some(end)),
                Boundary::None if self.ended => {
                    let all = self.ahead().len();
                    return Ok((!self.ahead().trim_ascii().is_empty()).then_some(all));
                }
                Boundary::None => seen = self.ahead().len().saturating_sub(8),
                Boundary::Beyond(from) => seen = from,
            }
            if self.ahead().len() > limits::FILE + LINE {
                self.skip()?;
                return Err(MboxError::TooLarge);
            }
            self.fill()?;
        }
    }

    /// Passes by what is left of a message that is too large.
    fn skip(&mut self) -> Result<(), MboxError> {
        loop {
            let keep = match self.boundary(0) {
                Boundary::At(end) => {
                    self.done = end;
                    return Ok(());
                }
                Boundary::None if self.ended => {
                    self.done = self.ahead().len();
                    return Ok(());
                }
                // Enough to see an empty line before the next one that begins a message.
                Boundary::None => 8,
                Boundary::Beyond(from) => self.ahead().len().saturating_sub(from) + 8,
            };
            self.drop_front(self.ahead().len().saturating_sub(keep));
            self.fill()?;
        }
    }

    /// Where the next message begins, looked for from here on.
    fn boundary(&self, from: usize) -> Boundary {
        let rest = self.ahead().get(from..).unwrap_or_default();
        for at in self.separator.find_iter(rest) {
            let line = from + at + 1;
            // A blank line before it, with either kind of line end.
            let before = self.ahead().get(..from + at).unwrap_or_default();
            let blank = before.ends_with(b"\n") || before.ends_with(b"\n\r") || before == b"\r";
            if !blank {
                continue;
            }
            match begins_message(self.ahead().get(line..).unwrap_or_default(), self.ended) {
                Some(true) => return Boundary::At(line),
                Some(false) => {}
                None => return Boundary::Beyond(from + at),
            }
        }
        Boundary::None
    }

    fn fill(&mut self) -> Result<(), MboxError> {
        self.window.drain(..self.begin);
        self.begin = 0;
        // One message of many megabytes is no reason to hold on to as much for all that follow.
        if self.window.len() < STEP && self.window.capacity() > 16 * STEP {
            self.window.shrink_to(4 * STEP);
        }
        let read = self.from.by_ref().take(STEP as u64).read_to_end(&mut self.window)?;
        self.ended |= read == 0;
        Ok(())
    }

    fn drop_front(&mut self, count: usize) {
        let count = count.min(self.ahead().len());
        self.begin += count;
        self.passed += count as u64;
    }
}

impl<R> std::fmt::Debug for Mbox<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mbox").field("passed", &self.passed).finish_non_exhaustive()
    }
}

enum Boundary {
    /// Here.
    At(usize),
    /// Not in what was read.
    None,
    /// Perhaps here; more has to be read to know.
    Beyond(usize),
}

/// Whether a line that begins with `From ` begins a message. `None`: more is needed to say.
fn begins_message(text: &[u8], all: bool) -> Option<bool> {
    let head = text.get(..(2 * LINE).min(text.len()))?;
    let more = !all && text.len() < 2 * LINE;
    let Some(end) = memchr::memchr(b'\n', head) else { return if more { None } else { Some(false) } };
    let line = head.get(..end).unwrap_or_default();
    let next = head.get(end + 1..).unwrap_or_default();
    let complete = next.contains(&b'\n') || next.len() > 80;
    if !complete && more {
        return None;
    }
    // Some writers quote the line that another put there before the header.
    let next = next.strip_prefix(b">From ").map_or(next, |_| b"X: ");
    let header = field(next).is_some();
    let nothing = next.trim_ascii().is_empty() || next.starts_with(b"\n") || next.starts_with(b"\r\n");
    Some(line.len() <= LINE && (header || (nothing && is_dated(line))))
}

/// Whether the line ends in a date as those lines do: a time of day and a year.
fn is_dated(line: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(line) else { return false };
    let mut words = text.split_ascii_whitespace();
    let time = words
        .any(|word| word.split(':').count() == 3 && word.bytes().all(|b| b.is_ascii_digit() || b == b':'));
    time && words.any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// A message without its first line, without the empty line that only parts it from the next, and unquoted.
fn message<'a>(text: &'a [u8], quoted: &Finder<'_>) -> Cow<'a, [u8]> {
    let text = text.trim_ascii_start();
    let text = match text.strip_prefix(b"From ") {
        Some(_) => memchr::memchr(b'\n', text).and_then(|at| text.get(at + 1..)).unwrap_or_default(),
        None => text,
    };
    let parted = text.strip_suffix(b"\r\n\r\n").map(|rest| rest.len() + 2);
    let parted = parted.or_else(|| text.strip_suffix(b"\n\n").map(|rest| rest.len() + 1));
    let text = text.get(..parted.unwrap_or(text.len())).unwrap_or_default();
    let mut out: Vec<u8> = Vec::new();
    let mut taken = 0;
    for at in quoted.find_iter(text) {
        let line = text.get(..at).unwrap_or_default();
        let marks = line.iter().rev().take_while(|byte| **byte == b'>').count();
        let begins = at - marks;
        if begins > 0 && text.get(begins - 1) != Some(&b'\n') {
            continue;
        }
        // mboxrd takes one mark off each; mboxo never wrote more than one.
        out.extend_from_slice(text.get(taken..begins).unwrap_or_default());
        taken = begins + 1;
    }
    if taken == 0 {
        return Cow::Borrowed(text);
    }
    out.extend_from_slice(text.get(taken..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether a file that begins like this is such a mailbox: the first two thousand bytes are enough.
pub fn looks_like_mbox(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    head.starts_with(b"From ") && begins_message(head, true) == Some(true)
}

/// Whether several messages stand in these bytes, all of which are at hand.
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    if !looks_like_mbox(bytes) {
        return false;
    }
    let mut mailbox = Mbox::new(bytes);
    let first = mailbox.next().is_some();
    let mut second = || mailbox.next().is_some_and(|next| next.is_ok_and(|next| known_fields(&next) >= 2));
    first && second()
}

#[cfg(test)]
mod tests;
