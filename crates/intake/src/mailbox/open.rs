//! Mailboxes that lie whole in memory: inside an archive or a mail, or given as bytes.

use openbadges::{Note, limits};

use super::{Mbox, emlx};
use crate::look::{Part, Scanner};
use crate::mail;
use crate::scan::ScanError;

/// Looks into every message that can hold a badge. The others are counted, not told one by one.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>) {
    if part.depth >= limits::NESTING {
        return scanner.pass(part, Note::new("passed.too-deep"));
    }
    let before = (scanner.scan.found.len(), scanner.scan.links.len());
    let mut mailbox = Mbox::new(part.bytes);
    let mut count = 0usize;
    while let Some(next) = mailbox.next() {
        let path = part.inside(&format!("message[{count}]"));
        count += 1;
        match next {
            Ok(message) if mail::may_hold_badge(&message) => {
                let passed = scanner.scan.passed.len();
                let message =
                    Part { bytes: &message, path, name: "", media_type: None, depth: part.depth + 1 };
                // Only a message that is the whole input is ever refused.
                scanner.apart(&message.path, |scanner| {
                    let _ = mail::open(scanner, &message, 0);
                });
                scanner.scan.passed.truncate(passed);
            }
            Ok(_) => {}
            Err(error) => {
                let limit = (limits::FILE / (1024 * 1024)).to_string();
                scanner.pass_at(path, "", Note::new(error.code()).with("limit", limit));
            }
        }
    }
    if before == (scanner.scan.found.len(), scanner.scan.links.len()) {
        scanner.pass(part, Note::new("passed.mailbox-without-badge").with("count", count.to_string()));
    }
}

/// Looks into a message as Apple Mail keeps it.
pub(crate) fn open_emlx(scanner: &mut Scanner, part: &Part<'_>) -> Result<(), ScanError> {
    let Some(emlx) = emlx(part.bytes) else {
        scanner.pass(part, Note::new("passed.unknown"));
        return Ok(());
    };
    if emlx.truncated {
        scanner.note(Note::new("mailbox.cut-off"));
    }
    if emlx.partial {
        scanner.note(Note::new("mailbox.kept-elsewhere"));
    }
    mail::open(scanner, &Part { bytes: emlx.message, path: part.path.clone(), ..*part }, 0)
}
