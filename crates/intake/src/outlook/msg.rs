//! `.msg`: a compound file in which each property is a stream, and each person and attachment a storage (MS-OXMSG).

use std::borrow::Cow;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use cfb::CompoundFile;
use openbadges::{Note, limits};

use super::properties::{Properties, kind};
use super::{ATTACHMENTS, Attachment, Item, look};
use crate::look::{Part, Scanner};

/// Mails in mails that are opened.
const DEPTH: usize = 8;
/// Storages and streams of one file that are looked at.
const ENTRIES: usize = 20_000;
/// People of one mail.
const PEOPLE: usize = 100;

/// Takes the badges out of a mail as Outlook saves it. Other compound files (older Office documents) hold none.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>) {
    let file = CompoundFile::open(Cursor::new(Cow::Borrowed(part.bytes)))
        .or_else(|_| CompoundFile::open(Cursor::new(Cow::Owned(trimmed(part.bytes)))));
    let Ok(file) = file else {
        return scanner.pass(part, Note::new("mail.unreadable"));
    };
    let mut reader = Reader { file, entries: 0, bytes: 0, full: false };
    let Some(item) = reader.item(Path::new("/"), 32, 0) else {
        return scanner.pass(part, Note::new("passed.unknown"));
    };
    look(scanner, part, &item);
}

/// The file with every sector behind its end marked as free. Some writers (SheetJS's, with which Tutanota saves mails) mark them as
/// ends of chains, which the library takes for sectors that are missing. Only the 109 tables that the head itself names are
/// looked at: 7 MiB of a file.
fn trimmed(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let shift = match bytes.get(30..32) {
        Some([12, 0]) => 12,
        _ => 9,
    };
    let size = 1usize << shift;
    let sectors = (bytes.len() >> shift).saturating_sub(1);
    let tables = bytes.get(76..512).unwrap_or_default().as_chunks::<4>().0;
    for (number, table) in tables.iter().enumerate() {
        let at = u32::from_le_bytes(*table) as usize;
        if at >= sectors {
            continue;
        }
        let begin = (at + 1) << shift;
        let Some(table) = out.get_mut(begin..begin + size) else { continue };
        for (index, entry) in table.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            if number * (size / 4) + index >= sectors {
                *entry = [0xff; 4];
            }
        }
    }
    out
}

struct Reader<'a> {
    file: CompoundFile<Cursor<Cow<'a, [u8]>>>,
    entries: usize,
    /// Bytes taken out of streams so far: a stream may be named many times.
    bytes: usize,
    full: bool,
}

/// What stands in a storage.
struct Entry {
    name: String,
    path: PathBuf,
    storage: bool,
}

impl Reader<'_> {
    /// A mail. `head` is how many bytes stand before its properties of fixed size.
    fn item(&mut self, storage: &Path, head: usize, depth: usize) -> Option<Item> {
        let entries = self.entries(storage);
        let list = entries.iter().find(|entry| entry.name == "__properties_version1.0" && !entry.storage)?;
        let mut item = Item::default();
        self.fixed(&list.path, head, &mut item.own);
        self.streams(&entries, &mut item.own);
        for entry in entries.iter().filter(|entry| entry.storage) {
            if entry.name.starts_with("__recip_version1.0_") && item.recipients.len() < PEOPLE {
                let mut own = Properties::default();
                let inside = self.entries(&entry.path);
                self.streams(&inside, &mut own);
                item.recipients.push(own);
            } else if entry.name.starts_with("__attach_version1.0_") && item.attachments.len() < ATTACHMENTS {
                let attachment = self.attachment(&entry.path, depth);
                item.attachments.push(attachment);
            }
        }
        item.damaged = self.full;
        Some(item)
    }

    fn attachment(&mut self, storage: &Path, depth: usize) -> Attachment {
        let entries = self.entries(storage);
        let mut attachment = Attachment::default();
        self.streams(&entries, &mut attachment.own);
        let inner = entries.iter().find(|entry| entry.storage && entry.name == "__substg1.0_3701000D");
        if let Some(inner) = inner.filter(|_| depth < DEPTH) {
            attachment.inner = self.item(&inner.path, 24, depth + 1).map(Box::new);
        }
        attachment
    }

    fn entries(&mut self, storage: &Path) -> Vec<Entry> {
        let left = ENTRIES.saturating_sub(self.entries);
        let Ok(all) = self.file.read_storage(storage) else { return Vec::new() };
        let all: Vec<Entry> = all
            .take(left)
            .map(|entry| Entry {
                name: entry.name().to_owned(),
                path: entry.path().to_owned(),
                storage: entry.is_storage(),
            })
            .collect();
        self.entries += all.len();
        self.full |= all.len() == left;
        all
    }

    /// Properties of a size of their own: a stream each, named by id and kind.
    fn streams(&mut self, entries: &[Entry], into: &mut Properties) {
        for entry in entries.iter().filter(|entry| !entry.storage) {
            let Some(tag) = entry.name.strip_prefix("__substg1.0_").filter(|tag| tag.len() == 8) else {
                continue;
            };
            let Ok(tag) = u32::from_str_radix(tag, 16) else { continue };
            let (id, written) = ((tag >> 16) as u16, (tag & 0xffff) as u16);
            if Properties::wants(id)
                && let Some(bytes) = self.stream(&entry.path)
            {
                into.add(id, written, &bytes);
            }
        }
    }

    /// Properties of fixed size, of which only moments are of use.
    fn fixed(&mut self, list: &Path, head: usize, into: &mut Properties) {
        let bytes = self.stream(list).unwrap_or_default();
        for entry in bytes.get(head..).unwrap_or_default().as_chunks::<16>().0 {
            let [a, b, c, d, _, _, _, _, value @ ..] = entry;
            let (written, id) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
            if written == kind::TIME {
                into.add(id, written, value);
            }
        }
    }

    fn stream(&mut self, path: &Path) -> Option<Vec<u8>> {
        let left = limits::FILE.saturating_sub(self.bytes);
        let mut bytes = Vec::new();
        let read = self.file.open_stream(path).ok()?.take(left as u64).read_to_end(&mut bytes);
        self.bytes += bytes.len();
        self.full |= read.is_err() || self.bytes >= limits::FILE;
        Some(bytes)
    }
}
