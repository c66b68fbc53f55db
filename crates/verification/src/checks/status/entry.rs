//! An entry of `credentialStatus`: which list, which place in it, and what the place is about.

use strict_json::{Value, each};

use super::{address, undecided};
use crate::check::Check;
use crate::codes;
use crate::wanted::DocUrl;

/// Largest `statusSize` that is read: an entry has to spell out a message for each of its values.
const MAX_SIZE: u8 = 8;

/// An entry, by how its list is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A list of ids (1EdTech Revocation List 1.0).
    OneEdTech(DocUrl),
    /// A place in a list of bits.
    Bit(BitEntry),
}

/// The kinds of lists of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Bitstring Status List 1.0.
    Bitstring,
    /// Status List 2021, its draft.
    StatusList2021,
    /// Revocation List 2020, the draft before.
    RevocationList2020,
}

/// A place in a list of bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BitEntry {
    pub(super) kind: Kind,
    /// Where the list lies.
    pub(super) list: DocUrl,
    /// The place; `None` if it is a number larger than any list could hold.
    pub(super) index: Option<u64>,
    pub(super) purpose: String,
    /// Bits a place (`statusSize`).
    pub(super) size: u8,
}

impl Entry {
    /// Reads an entry; the error is the check to give.
    pub(super) fn read(entry: &Value) -> Result<Entry, Box<Check>> {
        let broken = || Box::new(undecided(codes::STATUS_ENTRY_BROKEN));
        let Some(name) = each(entry.get("type")).find_map(Value::as_str) else { return Err(broken()) };
        let kind = match name {
            "1EdTechRevocationList" => {
                return address(entry.get("id")).map(Entry::OneEdTech).ok_or_else(broken);
            }
            "BitstringStatusListEntry" => Kind::Bitstring,
            "StatusList2021Entry" => Kind::StatusList2021,
            "RevocationList2020Status" => Kind::RevocationList2020,
            other => return Err(Box::new(undecided(codes::STATUS_KIND_UNKNOWN).with("kind", other))),
        };
        bit(kind, entry).map(Entry::Bit).ok_or_else(broken)
    }
}

fn bit(kind: Kind, entry: &Value) -> Option<BitEntry> {
    let (list, index) = match kind {
        Kind::RevocationList2020 => ("revocationListCredential", "revocationListIndex"),
        _ => ("statusListCredential", "statusListIndex"),
    };
    let purpose = match kind {
        Kind::RevocationList2020 => "revocation",
        _ => entry.get("statusPurpose").and_then(Value::as_str).filter(|purpose| !purpose.is_empty())?,
    };
    Some(BitEntry {
        kind,
        list: address(entry.get(list))?,
        index: place(entry.get(index)?)?,
        purpose: purpose.to_owned(),
        size: size(kind, entry)?,
    })
}

/// "An arbitrary size integer greater than or equal to 0, expressed as a string in base 10" (Bitstring Status List 1.0
/// §2.1). A JSON number of that value means nothing else, so it is read, too.
fn place(value: &Value) -> Option<Option<u64>> {
    match value {
        Value::String(digits) if !digits.is_empty() && digits.len() <= 64 => {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())
        }
        Value::Number(number) => number.as_u64().map(Some),
        _ => None,
    }
}

/// `statusSize`: 1 if absent; above that each value has a message (Bitstring Status List 1.0 §2.1).
fn size(kind: Kind, entry: &Value) -> Option<u8> {
    let size = match entry.get("statusSize").filter(|_| kind == Kind::Bitstring) {
        None | Some(Value::Null) => 1,
        Some(value) => u8::try_from(value.as_u64()?).ok()?,
    };
    if size == 0 || size > MAX_SIZE {
        return None;
    }
    // The text of the standard says `statusMessage` in one place and `statusMessages` in another.
    let messages = entry.get("statusMessage").or_else(|| entry.get("statusMessages"));
    let listed = messages.and_then(Value::as_array).map(Vec::len);
    match listed {
        Some(count) => (count == 1 << size).then_some(size),
        None => (size == 1).then_some(size),
    }
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    fn read(change: impl FnOnce(&mut Value)) -> Result<Entry, String> {
        let mut entry = json!({
            "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "7",
            "statusListCredential": "https://uni.example/s"
        });
        change(&mut entry);
        Entry::read(&entry).map_err(|check| check.code.to_string())
    }

    fn index(value: Value) -> Result<Option<u64>, String> {
        read(|entry| entry["statusListIndex"] = value).map(|entry| match entry {
            Entry::Bit(entry) => entry.index,
            Entry::OneEdTech(_) => None,
        })
    }

    #[test]
    fn a_place_is_a_number_and_nothing_else() {
        assert_eq!(index(json!("7")), Ok(Some(7)));
        assert_eq!(index(json!(7)), Ok(Some(7)));
        assert_eq!(index(json!("123456789012345678901234567890")), Ok(None));
        for bad in [json!("-1"), json!(-1), json!("+1"), json!("1.0"), json!(1.5), json!(" 1"), json!("")] {
            assert_eq!(index(bad.clone()), Err("status.entry-broken".to_owned()), "{bad}");
        }
    }

    #[test]
    fn larger_places_have_a_message_for_each_value() {
        let messages = |count: usize| Value::Array(vec![json!({ "status": "0x0", "message": "m" }); count]);
        let sized = |size: Value, messages: Value| {
            read(|entry| {
                entry["statusSize"] = size;
                entry["statusMessage"] = messages;
            })
        };
        assert!(sized(json!(2), messages(4)).is_ok());
        assert!(sized(json!(1), Value::Null).is_ok());
        for (size, count) in [(json!(2), 3), (json!(0), 1), (json!(60), 4), (json!(-1), 4), (json!("2"), 4)] {
            assert_eq!(sized(size, messages(count)), Err("status.entry-broken".to_owned()));
        }
        assert_eq!(sized(json!(2), Value::Null), Err("status.entry-broken".to_owned()));
    }

    #[test]
    fn other_kinds_are_named() {
        let other = read(|entry| entry["type"] = json!("SomeStatusList2031"));
        assert_eq!(other, Err("status.kind-unknown".to_owned()));
    }
}
