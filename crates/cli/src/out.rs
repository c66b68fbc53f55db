//! Writing: results to standard output, everything else to standard error, and a closed pipe ends quietly.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Mutex, PoisonError};

use indicatif::ProgressBar;
use serde::Serialize;

use crate::exit::Exit;

/// There is nothing more to write to: with what the process ends. A reader who has gone is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop(pub(crate) Exit);

/// A value as JSON on one line, without a line end.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Standard output and standard error.
pub(crate) struct Out {
    pub(crate) json: bool,
    pub(crate) quiet: bool,
    bar: Mutex<Option<ProgressBar>>,
}

impl Out {
    pub(crate) fn new(json: bool, quiet: bool) -> Out {
        Out { json, quiet, bar: Mutex::new(None) }
    }

    /// One JSON object on a line of its own, written at once.
    pub(crate) fn line(&self, value: &impl Serialize) -> Result<(), Stop> {
        self.text(&json(value))
    }

    /// A text for people, with its line end.
    pub(crate) fn text(&self, text: &str) -> Result<(), Stop> {
        self.bytes(format!("{text}\n").as_bytes())
    }

    /// These bytes to standard output.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), Stop> {
        self.suspended(|| {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
                io::ErrorKind::BrokenPipe => Stop(Exit::Good),
                _ => Stop(Exit::CannotCreate),
            })
        })
    }

    /// Something said beside the result.
    pub(crate) fn aside(&self, text: &str) {
        if !self.quiet {
            self.trouble(text);
        }
    }

    /// Something that went wrong: said even when quiet.
    pub(crate) fn trouble(&self, text: &str) {
        self.suspended(|| {
            // Where even this cannot be said there is nobody to tell.
            let _ = writeln!(io::stderr().lock(), "{text}");
        });
    }

    /// Whether somebody sits there who can answer.
    pub(crate) fn can_ask() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Shows how far it is, on a terminal, once it takes longer than a second. `of`: how many there are, where that is known.
    pub(crate) fn progress(&self, of: Option<usize>, what: &str) {
        match of {
            Some(0 | 1) => {}
            Some(of) => self.bar("{prefix} [{bar:30}] {pos}/{len}", of as u64, what),
            None => self.bar("{prefix} {pos}", 0, what),
        }
    }

    /// The same for what is told in bytes, and grows as they are gone through.
    pub(crate) fn progress_of_bytes(&self, what: &str) {
        self.bar("{prefix} [{bar:30}] {binary_bytes}/{binary_total_bytes} {msg}", 0, what);
    }

    fn bar(&self, template: &str, of: u64, what: &str) {
        if self.quiet || !io::stderr().is_terminal() {
            return;
        }
        let bar = ProgressBar::hidden();
        bar.set_length(of);
        if let Ok(style) = indicatif::ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_prefix(what.to_owned());
        *self.bar.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar);
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.on_bar(|bar| bar.inc(1));
    }

    /// So many bytes of so many are done; `what` says what was found in them.
    pub(crate) fn at(&self, done: u64, of: Option<u64>, what: String) {
        self.on_bar(|bar| {
            bar.set_length(of.unwrap_or(done));
            bar.set_position(done);
            bar.set_message(what);
        });
    }

    fn on_bar(&self, tell: impl FnOnce(&ProgressBar)) {
        if let Some(bar) = self.bar.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            if bar.is_hidden() && bar.elapsed().as_secs() >= 1 {
                bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
            }
            tell(bar);
        }
    }

    /// So much of so much is done.
    pub(crate) fn far(&self, done: u32, of: Option<u32>, what: &str) {
        let Some(of) = of else { return };
        if self.bar.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            self.progress(Some(of as usize), what);
        }
        self.on_bar(|bar| bar.set_position(u64::from(done)));
    }

    /// It is over.
    pub(crate) fn progress_done(&self) {
        if let Some(bar) = self.bar.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bar.finish_and_clear();
        }
    }

    /// Does something while the bar is out of the way; nothing else is written meanwhile.
    pub(crate) fn suspended<T>(&self, what: impl FnOnce() -> T) -> T {
        let bar = self.bar.lock().unwrap_or_else(PoisonError::into_inner);
        match bar.as_ref() {
            Some(bar) => bar.suspend(what),
            None => what(),
        }
    }
}
