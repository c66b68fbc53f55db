//! Outlook's own forms of a mail: `.msg` (a compound file, MS-OXMSG) and `winmail.dat` (a stream of attributes, MS-OXTNEF). Both
//! hold the same properties (MS-OXPROPS); what is read from them is looked at like the parts of any other mail.

mod msg;
mod properties;
mod rtf;
mod tnef;

pub(crate) use msg::open as open_msg;
pub(crate) use tnef::open as open_tnef;

use jiff::Timestamp;
use openbadges::Note;

use crate::look::{Part, Scanner};
use crate::{html, mail, text};
use properties::{Properties, id};

/// What a mail or an attachment holds.
#[derive(Debug, Default)]
struct Item {
    own: Properties,
    recipients: Vec<Properties>,
    attachments: Vec<Attachment>,
    /// Something of it could not be read.
    damaged: bool,
}

/// What is attached.
#[derive(Debug, Default)]
struct Attachment {
    own: Properties,
    /// A mail in the mail.
    inner: Option<Box<Item>>,
}

/// Attachments of one mail that are looked at.
const ATTACHMENTS: usize = openbadges::limits::MAIL_PARTS;

/// Looks at everything in a mail, and keeps what it says of itself.
fn look(scanner: &mut Scanner, part: &Part<'_>, item: &Item) {
    mail::told(scanner, part, headers(item).as_bytes());
    contents(scanner, part, item);
}

fn contents(scanner: &mut Scanner, part: &Part<'_>, item: &Item) {
    bodies(scanner, part, &item.own);
    for (index, attachment) in item.attachments.iter().enumerate() {
        let path = part.inside(&format!("attachment[{index}]"));
        let name = attachment.own.text(id::LONG_NAME).or_else(|| attachment.own.text(id::SHORT_NAME));
        let name = name.unwrap_or_default();
        let inside =
            |bytes| Part { bytes, path: path.clone(), name, media_type: None, depth: part.depth + 1 };
        if let Some(inner) = &attachment.inner {
            // No deeper than the reader went, which has a bound.
            look(scanner, &inside(part.bytes), inner);
        } else {
            let media_type = attachment.own.text(id::MEDIA_TYPE).map(str::to_ascii_lowercase);
            let bytes = attachment.own.bytes(id::DATA).unwrap_or_default();
            // Only a message that is the whole input is ever refused.
            let _ = scanner.look(Part { media_type: media_type.as_deref(), ..inside(bytes) });
        }
    }
    if item.damaged {
        scanner.pass(part, Note::new("mail.damaged"));
    }
}

fn bodies(scanner: &mut Scanner, part: &Part<'_>, own: &Properties) {
    let before = scanner.scan.found.len();
    let words = own.text(id::BODY);
    if let Some(words) = words {
        let path = part.inside("text");
        text::body(scanner, words, part, &path);
        if scanner.scan.found.len() == before {
            scanner.pass_at(path, "", Note::new("passed.text"));
        }
    }
    let page = own.lossy(id::HTML);
    let rich = page.is_none().then(|| own.bytes(id::RTF).and_then(rtf::read)).flatten();
    let path = part.inside("html");
    let place = Part { name: "", path: path.clone(), media_type: None, ..*part };
    match (page, rich) {
        (Some(page), _) => html::body(scanner, &page, &place, &path),
        (None, Some(rtf::Rich::Page(page))) => html::body(scanner, &page, &place, &path),
        (None, Some(rtf::Rich::Words(words))) => text::body(scanner, &words, &place, &part.inside("rtf")),
        (None, None) => {}
    }
}

/// The head of the mail as it came, or one written from what Outlook kept of it.
fn headers(item: &Item) -> String {
    if let Some(headers) =
        item.own.text(id::HEADERS).filter(|text| mail::source_begins(text.as_bytes()).is_some())
    {
        return format!("{}\r\n\r\n", headers.trim_end());
    }
    let line = |text: &str| -> String { text.chars().filter(|c| !c.is_control()).take(998).collect() };
    let mut out = String::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            out.push_str(&format!("{name}: {value}\r\n"));
        }
    };
    let person = |name: Option<&str>, address: Option<&str>| {
        let address = address.filter(|address| address.contains('@')).map(line)?;
        let name = name.map(line).unwrap_or_default().replace(['"', '\\', '<', '>'], " ");
        Some(format!("\"{name}\" <{address}>"))
    };
    let own = &item.own;
    let address = own.text(id::SENDER_SMTP).or_else(|| own.text(id::SENDER_ADDRESS));
    add("From", person(own.text(id::SENDER_NAME), address));
    let to =
        item.recipients.iter().take(100).filter_map(|one| {
            person(one.text(id::NAME), one.text(id::SMTP).or_else(|| one.text(id::ADDRESS)))
        });
    add("To", Some(to.collect::<Vec<String>>().join(", ")));
    add("Subject", own.text(id::SUBJECT).map(line));
    add("Message-ID", own.text(id::MESSAGE_ID).map(line));
    let sent = own.time(id::SUBMITTED).or_else(|| own.time(id::DELIVERED));
    add("Date", sent.map(|time| time.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()));
    out.push_str("\r\n");
    out
}

/// A moment from what Windows counts: tenths of microseconds since 1601.
fn filetime(ticks: i64) -> Option<Timestamp> {
    Timestamp::from_second(ticks / 10_000_000 - 11_644_473_600).ok().filter(|_| ticks > 0)
}

#[cfg(test)]
mod tests;
