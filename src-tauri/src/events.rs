//! What the shell tells the window without being asked.

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::{Events, collect_events};
use wallet::views::{AddView, ChangeSet, ReviewView};

use crate::jobs::JobView;

/// What changed, once after each commit, so that the window drops only what is stale.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct Changes(pub ChangeSet);

/// Files or links given to the app as arguments, at its start or by a second start, have been looked at.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct Opened(pub OpenedView);

/// What came of a thing given as an argument: a link, badges for the inbox, or a handed-out page to look at.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub(crate) enum OpenedView {
    /// A link: what it is.
    Add(AddView),
    /// A page somebody handed out: what holds.
    Review(ReviewView),
    /// Mails, mailboxes, pictures: they are being looked through.
    Work(JobView),
}

/// A piece of work went on, was stopped or has ended.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct Worked(pub JobView);

/// All events.
pub(crate) fn all() -> Events {
    collect_events![Changes, Opened, Worked]
}
