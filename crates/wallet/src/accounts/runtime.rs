//! Waiting for an account's answers: a runtime for as long as the connection lives.

use std::future::Future;

use crate::views::Failure;

/// What waits. The connection belongs to it.
pub(super) struct Runtime(tokio::runtime::Runtime);

impl Runtime {
    pub(super) fn new() -> Result<Runtime, Failure> {
        let made = tokio::runtime::Builder::new_current_thread().enable_all().build();
        made.map(Runtime).map_err(|_| Failure::new("fetch.unavailable"))
    }

    /// Waits for an answer.
    pub(super) fn wait<T, E>(&self, answer: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        self.0.block_on(answer)
    }

    /// Waits for an answer of any form.
    pub(super) fn simply<T>(&self, answer: impl Future<Output = T>) -> T {
        self.0.block_on(answer)
    }

    /// Waits for the end of something that cannot fail.
    pub(super) fn end(&self, what: impl Future<Output = ()>) {
        self.0.block_on(what);
    }
}
