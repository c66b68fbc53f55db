//! What the shell tells the window without being asked.

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::{Events, collect_events};
use wallet::views::{AddView, ChangeSet, ReviewView};

/// What changed, once after each commit, so that the window drops only what is stale.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct Changes(pub ChangeSet);

/// Files given to the app as arguments, at its start or by a second start, have been looked at.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct Opened(pub OpenedView);

/// What came of a file given as an argument: badges for the inbox, or a handed-out page to look at.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub(crate) enum OpenedView {
    /// Mails, pictures and badges: what was found in them.
    Add(AddView),
    /// A page somebody handed out: what holds.
    Review(ReviewView),
}

/// All events.
pub(crate) fn all() -> Events {
    collect_events![Changes, Opened]
}
