//! Strangers' bytes into candidates: mails, images, PDF files, archives and texts are taken apart into badges, links to badges, and a
//! list of what was passed over, with the reason for each.
//!
//! Pure: nothing is fetched, stored or judged. A scan never fails because of one bad part; it gives what it found.
//! What a file is, is decided by its content; names and media types are only said, never believed.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod archive;
mod baked;
pub mod codes;
mod envelope;
pub mod follow;
mod html;
pub mod links;
mod look;
mod mail;
mod mailbox;
mod name;
mod outlook;
mod paste;
mod pdf;
mod picture;
mod qr;
mod scan;
mod sniff;
mod text;
mod wallets;

pub use links::{Link, LinkKind};
pub use mail::{KeyRecord, MailFacts, MailSeal, Sender, addresses, may_hold_badge};
pub use mailbox::{
    Emlx, Mbox, MboxError, Member, PackedError, each_of_tar_gz, each_of_zip, emlx, is_tar_gz, looks_like_mbox,
};
pub use name::plain_name;
pub use paste::looks_like_web_mail_paste;
pub use scan::{Found, Passed, Presentation, Scan, ScanError, SentMail, scan, unlock};
