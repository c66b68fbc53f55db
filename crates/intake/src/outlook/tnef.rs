//! `winmail.dat`: a stream of attributes, in some of which stand lists of properties (MS-OXTNEF).

use openbadges::{Note, limits};

use super::properties::{Properties, id, kind, narrow};
use super::{ATTACHMENTS, Attachment, Item, contents, look};
use crate::look::{Part, Scanner};

const SUBJECT: u32 = 0x0001_8004;
const BODY: u32 = 0x0002_800c;
const PROPERTIES: u32 = 0x0006_9003;
const ATTACHMENT: u32 = 0x0006_9002;
const ATTACHMENT_TITLE: u32 = 0x0001_8010;
const ATTACHMENT_DATA: u32 = 0x0006_800f;
const ATTACHMENT_PROPERTIES: u32 = 0x0006_9005;

/// Properties of one list that are gone over.
const LIST: usize = 10_000;

/// Takes the badges out of what Outlook packs its attachments into.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>) {
    let item = read(part.bytes);
    if item.damaged && item.attachments.is_empty() && item.own.text(id::BODY).is_none() {
        return scanner.pass(part, Note::new("mail.unreadable"));
    }
    if part.path.is_empty() {
        look(scanner, part, &item);
    } else {
        // The mail around it says who and when.
        contents(scanner, part, &item);
    }
}

fn read(bytes: &[u8]) -> Item {
    let mut item = Item::default();
    // The signature, and a key of which nothing is said.
    let mut rest = Bytes(bytes.get(6..).unwrap_or_default());
    while !rest.0.is_empty() {
        let Some((name, data)) = attribute(&mut rest) else {
            item.damaged = true;
            break;
        };
        match name {
            SUBJECT => item.own.add(id::SUBJECT, kind::NARROW, data),
            BODY => item.own.add(id::BODY, kind::NARROW, data),
            PROPERTIES => {
                if list(data, &mut item.own).is_none() {
                    item.damaged = true;
                }
            }
            ATTACHMENT if item.attachments.len() < ATTACHMENTS => {
                item.attachments.push(Attachment::default());
            }
            ATTACHMENT => item.damaged = true,
            _ => {
                if let Some(attachment) = item.attachments.last_mut() {
                    item.damaged |= !fill(attachment, name, data);
                }
            }
        }
    }
    item
}

/// Whether what was said of an attachment could be read.
fn fill(attachment: &mut Attachment, name: u32, data: &[u8]) -> bool {
    match name {
        ATTACHMENT_TITLE => attachment.own.add(id::SHORT_NAME, kind::NARROW, data),
        // Text here is no text but the file.
        ATTACHMENT_DATA => attachment.own.add(id::DATA, kind::BINARY, data),
        ATTACHMENT_PROPERTIES => return list(data, &mut attachment.own).is_some(),
        _ => {}
    }
    true
}

/// Level, id, length, data, sum. The sum guards against wires of 1990; a part is told by what is in it.
fn attribute<'a>(rest: &mut Bytes<'a>) -> Option<(u32, &'a [u8])> {
    rest.take(1)?;
    let name = rest.number()?;
    let length = rest.number()? as usize;
    let data = rest.take(length)?;
    rest.take(2)?;
    Some((name, data))
}

/// A list of properties (§2.1.3.4). `None` where it breaks off; what stood before is kept.
fn list(data: &[u8], into: &mut Properties) -> Option<()> {
    let mut rest = Bytes(data);
    let count = rest.number()? as usize;
    for _ in 0..count.min(LIST) {
        let tag = rest.number()?;
        let (property, written) = ((tag >> 16) as u16, (tag & 0xffff) as u16);
        if property >= 0x8000 {
            named(&mut rest)?;
        }
        // Several values of one property: the first is as good as any.
        let many = written & 0x1000 != 0;
        let single = written & !0x1000;
        let sized = matches!(single, kind::OBJECT | kind::NARROW | kind::WIDE | kind::BINARY);
        let values = if many || sized { rest.number()? as usize } else { 1 };
        for _ in 0..values {
            let value = match single {
                kind::OBJECT | kind::NARROW | kind::WIDE | kind::BINARY => {
                    let length = rest.number()? as usize;
                    let value = rest.take(length)?;
                    rest.pad(length)?;
                    value
                }
                0x0002 | 0x0003 | 0x0004 | 0x000a | 0x000b => rest.take(4)?,
                0x0005 | 0x0006 | 0x0007 | 0x0014 | kind::TIME => rest.take(8)?,
                0x0048 => rest.take(16)?,
                0x0001 => rest.take(0)?,
                _ => return None,
            };
            add(property, single, value, into);
        }
    }
    Some(())
}

fn add(property: u16, written: u16, value: &[u8], into: &mut Properties) {
    if !Properties::wants(property) || value.len() > limits::FILE {
        return;
    }
    match written {
        // The name of an interface, then what it is: a mail in the same form.
        kind::OBJECT => into.add(property, written, value.get(16..).unwrap_or_default()),
        kind::NARROW if property == id::MEDIA_TYPE => {
            into.add(property, kind::NARROW, narrow(value).trim().as_bytes());
        }
        _ => into.add(property, written, value),
    }
}

/// A property with a name of its own: a set, and a number or a word in it.
fn named(rest: &mut Bytes<'_>) -> Option<()> {
    rest.take(16)?;
    if rest.number()? == 0 {
        rest.number()?;
    } else {
        let length = rest.number()? as usize;
        rest.take(length)?;
        rest.pad(length)?;
    }
    Some(())
}

/// Bytes that are taken from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*taken))
    }

    /// Values are filled up to a multiple of four; after the last one some leave that out.
    fn pad(&mut self, length: usize) -> Option<()> {
        let fill = length.wrapping_neg() % 4;
        self.take(fill.min(self.0.len())).map(|_| ())
    }
}
