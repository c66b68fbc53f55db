//! Mailboxes elsewhere, read and never changed.

/// The port of IMAP whose connection is encrypted from its first byte (RFC 8314, 7.3).
pub const PORT: u16 = 993;
