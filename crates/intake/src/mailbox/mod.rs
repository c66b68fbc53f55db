//! Mailboxes as files: many messages one after another, taken out one at a time, however large the whole is.
//!
//! No paths here: which files a mailbox is made of, and opening them, is for whoever has a disk.

mod emlx;
mod mbox;
mod open;
mod packed;

pub(crate) use emlx::begins as emlx_begins;
pub use emlx::{Emlx, emlx};
pub(crate) use mbox::is_mailbox;
pub use mbox::{Mbox, MboxError, looks_like_mbox};
pub(crate) use open::{open, open_emlx};
pub use packed::{Member, PackedError, each_of_tar_gz, each_of_zip, is_tar_gz};
