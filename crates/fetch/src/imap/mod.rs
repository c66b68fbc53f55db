//! Mailboxes elsewhere (IMAP4rev1, RFC 3501; IMAP4rev2, RFC 9051): read and never changed.
//!
//! The connection is encrypted from its first byte, to a host that was agreed to, at an address on the public internet. A
//! folder is opened with `EXAMINE` and messages are read with `BODY.PEEK`, so nothing in it changes, not even what has been
//! read. What a server may say is bounded in length, in depth and in time.

mod connect;
mod folder_name;
mod guard;
mod log_in;
mod outline;
mod session;
mod trust;
mod why;

pub use connect::Mailboxes;
pub use log_in::Login;
pub use outline::{Outline, Part};
pub use session::{Folder, Opened, Period, Session};

/// The port of IMAP whose connection is encrypted from its first byte (RFC 8314, 7.3).
pub const PORT: u16 = 993;

#[cfg(test)]
mod tests;
