//! Properties of mails, people and attachments, as far as they are of use here (MS-OXPROPS).

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use openbadges::limits;

/// The ids of the properties that are kept.
pub(super) mod id {
    pub(crate) const SUBJECT: u16 = 0x0037;
    pub(crate) const SUBMITTED: u16 = 0x0039;
    pub(crate) const HEADERS: u16 = 0x007d;
    pub(crate) const SENDER_NAME: u16 = 0x0c1a;
    pub(crate) const SENDER_ADDRESS: u16 = 0x0c1f;
    pub(crate) const SENDER_SMTP: u16 = 0x5d01;
    pub(crate) const DELIVERED: u16 = 0x0e06;
    pub(crate) const BODY: u16 = 0x1000;
    pub(crate) const RTF: u16 = 0x1009;
    pub(crate) const HTML: u16 = 0x1013;
    pub(crate) const MESSAGE_ID: u16 = 0x1035;
    pub(crate) const NAME: u16 = 0x3001;
    pub(crate) const ADDRESS: u16 = 0x3003;
    pub(crate) const SMTP: u16 = 0x39fe;
    pub(crate) const DATA: u16 = 0x3701;
    pub(crate) const SHORT_NAME: u16 = 0x3704;
    pub(crate) const LONG_NAME: u16 = 0x3707;
    pub(crate) const MEDIA_TYPE: u16 = 0x370e;

    pub(super) const ALL: [u16; 18] = [
        SUBJECT,
        SUBMITTED,
        HEADERS,
        SENDER_NAME,
        SENDER_ADDRESS,
        SENDER_SMTP,
        DELIVERED,
        BODY,
        RTF,
        HTML,
        MESSAGE_ID,
        NAME,
        ADDRESS,
        SMTP,
        DATA,
        SHORT_NAME,
        LONG_NAME,
        MEDIA_TYPE,
    ];
}

/// How a property is written (MS-OXCDATA §2.11.1).
pub(super) mod kind {
    pub(crate) const OBJECT: u16 = 0x000d;
    pub(crate) const NARROW: u16 = 0x001e;
    pub(crate) const WIDE: u16 = 0x001f;
    pub(crate) const TIME: u16 = 0x0040;
    pub(crate) const BINARY: u16 = 0x0102;
}

#[derive(Debug)]
enum Value {
    Text(String),
    Bytes(Vec<u8>),
    Time(i64),
}

/// What is known of one mail, person or attachment.
#[derive(Debug, Default)]
pub(super) struct Properties(BTreeMap<u16, Value>);

impl Properties {
    /// Whether a property is of use here.
    pub(super) fn wants(id: u16) -> bool {
        id::ALL.contains(&id)
    }

    /// Keeps a property; the first of an id stays.
    pub(super) fn add(&mut self, id: u16, written: u16, bytes: &[u8]) {
        let value = match written {
            kind::WIDE => Value::Text(wide(bytes)),
            kind::NARROW => Value::Text(narrow(bytes)),
            kind::BINARY | kind::OBJECT => Value::Bytes(bytes.to_vec()),
            kind::TIME => match bytes.first_chunk() {
                Some(ticks) => Value::Time(i64::from_le_bytes(*ticks)),
                None => return,
            },
            _ => return,
        };
        if Self::wants(id) {
            self.0.entry(id).or_insert(value);
        }
    }

    pub(super) fn text(&self, id: u16) -> Option<&str> {
        match self.0.get(&id)? {
            Value::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    pub(super) fn bytes(&self, id: u16) -> Option<&[u8]> {
        match self.0.get(&id)? {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A text that is sometimes kept as bytes.
    pub(super) fn lossy(&self, id: u16) -> Option<Cow<'_, str>> {
        match self.0.get(&id)? {
            Value::Text(text) => Some(Cow::Borrowed(text.as_str())),
            Value::Bytes(bytes) => Some(String::from_utf8_lossy(bytes)),
            Value::Time(_) => None,
        }
        .filter(|text| !text.trim().is_empty())
    }

    pub(super) fn time(&self, id: u16) -> Option<Timestamp> {
        match self.0.get(&id)? {
            Value::Time(ticks) => super::filetime(*ticks),
            _ => None,
        }
    }
}

/// UTF-16, little end first; a NUL ends it.
pub(super) fn wide(bytes: &[u8]) -> String {
    let bytes = bytes.get(..limits::INFLATED.min(bytes.len())).unwrap_or_default();
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
    char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Text of one byte a letter: UTF-8 where it is that, else taken as Latin-1. Addresses and JSON are the same in all of them.
pub(super) fn narrow(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let bytes = bytes.get(..end).unwrap_or_default();
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
