//! Every bound on what strangers send, in one place. Bytes unless said otherwise.

pub use strict_json::limits::{JSON, JSON_DEPTH};

/// A file that is read whole: a message, an image, a PDF.
pub const FILE: usize = 64 * 1024 * 1024;
/// A text chunk or stream after it was inflated.
pub const INFLATED: usize = 16 * 1024 * 1024;
/// Objects of a PDF.
pub const PDF_OBJECTS: usize = 500_000;
/// How deep arrays and dictionaries of a PDF may nest.
pub const PDF_DEPTH: usize = 64;
/// All streams of a PDF that are looked at, together, after they were inflated.
pub const PDF_INFLATED: usize = 64 * 1024 * 1024;
/// What is read as objects of a PDF, the same place counted each time.
pub const PDF_READ: usize = 64 * 1024 * 1024;
/// Nodes of the trees of a PDF (pages, names) and what hangs on its pages.
pub const PDF_NODES: usize = 10_000;
/// Pages of a PDF that are looked at for what is drawn on them.
pub const PDF_PAGES: usize = 8;
/// Filled boxes of one such page: a code of the largest size has 31,329 fields.
pub const PDF_BOXES: usize = 40_000;
/// Pictures of a PDF that are looked at.
pub const PDF_PICTURES: usize = 16;
/// Files in a PDF that are looked at.
pub const PDF_FILES: usize = 64;
/// Members of an archive.
pub const ARCHIVE_MEMBERS: usize = 10_000;
/// All members of an archive together.
pub const ARCHIVE_BYTES: usize = 512 * 1024 * 1024;
/// How deep archives may lie in archives.
pub const ARCHIVE_DEPTH: usize = 3;
/// Running text that is looked through, where it comes in more than one file.
pub const TEXTS: usize = 8 * 1024 * 1024;
/// How many times its packed size a member of an archive may become, once it is larger than 1 MiB.
pub const ARCHIVE_RATIO: u64 = 200;
/// The pictures that are kept of one file with many badges, together.
pub const PICTURES: usize = 128 * 1024 * 1024;
/// How deep containers may nest (a message in a message, an image in a message …).
pub const NESTING: usize = 20;
/// Disclosures of one SD-JWT.
pub const DISCLOSURES: usize = 1_000;
/// Credentials taken out of presentations and learner records of one file.
pub const HELD: usize = 500;
/// A document fetched from the network.
pub const DOCUMENT: usize = 5 * 1024 * 1024;
/// A status list after it was inflated.
pub const STATUS_LIST: usize = 16 * 1024 * 1024;
/// Documents looked at for one badge.
pub const DOCUMENTS_PER_BADGE: usize = 32;
/// Rounds of asking for documents for one badge.
pub const DOCUMENT_ROUNDS: usize = 8;
/// Pixels of a picture (64 megapixels).
pub const PICTURE_PIXELS: u64 = 64 * 1_000_000;
/// Parts of one message that are looked at.
pub const MAIL_PARTS: usize = 1_000;
/// Links of one message that are reported.
pub const LINKS: usize = 200;
/// Text chunks of one image that are looked at.
pub const IMAGE_TEXTS: usize = 64;
/// Characters of one text of a badge as it is shown; the badge itself keeps all of it.
pub const TEXT: usize = 64 * 1024;
/// An address (URL).
pub const ADDRESS: usize = 8 * 1024;
/// How deep the elements of an SVG may nest.
pub const SVG_DEPTH: usize = 256;
/// A backup of the backpack. It is read as a stream.
pub const BACKUP: u64 = 64 * 1024 * 1024 * 1024;
/// What a backup says of itself.
pub const BACKUP_MANIFEST: usize = 64 * 1024;
/// The keys in a backup.
pub const BACKUP_KEYSLOTS: usize = 1024 * 1024;
/// Passphrases and recovery codes of one backup.
pub const BACKUP_SLOTS: usize = 16;
