//! Long work, told while it goes on, and stopped when the person wants.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How far a long piece of work is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// How much is done, in whatever `total` counts: bytes of a file, messages of a mailbox, badges of an account.
    pub done: u32,
    /// How much there is in all, where that is known.
    pub total: Option<u32>,
    /// Things looked at so far: messages, files.
    pub looked_at: u32,
    /// Badges that were new or gained a copy so far.
    pub found: u32,
    /// Badges that were there already, exactly so.
    pub known: u32,
}

/// Who watches long work, and may stop it. What was stored until then stays.
pub trait Watch: Sync {
    /// Told after every step; how often is worth showing is the watcher's to say.
    fn step(&self, progress: &Progress);

    /// Asked before every step.
    fn cancelled(&self) -> bool;
}

/// Nobody watches, and nobody stops it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn step(&self, _: &Progress) {}

    fn cancelled(&self) -> bool {
        false
    }
}
