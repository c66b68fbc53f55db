//! Waiting for an account's answers: a runtime for as long as the connection lives.

use std::future::Future;
use std::panic::resume_unwind;

use crate::stack::{DEEP, with_stack};
use crate::views::Failure;

/// What waits. The connection belongs to it.
pub(super) struct Runtime(tokio::runtime::Runtime);

impl Runtime {
    pub(super) fn new() -> Result<Runtime, Failure> {
        let made = tokio::runtime::Builder::new_current_thread().enable_all().build();
        made.map(Runtime).map_err(|_| Failure::new("fetch.unavailable"))
    }

    /// Waits for an answer of a mailbox. What its server says is taken apart while it is waited for: lists in lists, on the
    /// machine's stack, of which whoever asks may have little.
    pub(super) fn wait<T: Send, E: Send>(
        &self,
        answer: impl Future<Output = Result<T, E>> + Send,
    ) -> Result<T, E> {
        with_stack(DEEP, || self.0.block_on(answer)).unwrap_or_else(|why| resume_unwind(why))
    }

    /// Waits for the end of something that cannot fail.
    pub(super) fn end(&self, what: impl Future<Output = ()> + Send) {
        with_stack(DEEP, || self.0.block_on(what)).unwrap_or_else(|why| resume_unwind(why));
    }

    /// Waits for an answer that nothing takes apart yet.
    pub(super) fn simply<T>(&self, answer: impl Future<Output = T>) -> T {
        self.0.block_on(answer)
    }
}
