//! One pass over a PDF: where its objects stand, and what its trailers say.

use std::collections::BTreeMap;
use std::ops::Range;

use super::PdfError;
use super::value::{self, Dictionary, Value, is_regular, is_space};
use crate::limits;

/// Where an object stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// From after `obj`; of a stream up to its data.
    pub(super) body: Range<usize>,
    /// The data of a stream, perhaps with the end of a line behind it.
    pub(super) data: Option<Range<usize>>,
}

/// What was found.
#[derive(Default)]
pub(super) struct Scan {
    /// By number. Where one is given twice, the later one counts: a change is written behind what it changes.
    pub(super) places: BTreeMap<u32, Place>,
    /// The numbers of the streams that hold other objects, in the order of the file.
    pub(super) packed: Vec<u32>,
    /// `Root`, `Info` and `Encrypt` of the trailers; the later one counts.
    pub(super) trailer: Dictionary,
    /// Whether the end of the file was seen.
    pub(super) whole: bool,
}

/// Looks through a file.
pub(super) fn scan(file: &[u8]) -> Result<Scan, PdfError> {
    let mut found = Scan::default();
    let mut at = 0;
    // The object that was begun last: its number, and where it goes on after `obj`.
    let mut begun: Option<(u32, usize)> = None;
    let mut endless = false;
    while let Some(byte) = file.get(at) {
        let rest = file.get(at..).unwrap_or_default();
        match byte {
            b'o' if rest.starts_with(b"obj") => {
                if let Some(number) = header_before(file, at) {
                    found.close(&mut begun, at);
                    begun = Some((number, at + 3));
                    if found.places.len() > limits::PDF_OBJECTS {
                        return Err(PdfError::TooManyObjects);
                    }
                }
                at += 3;
            }
            b'e' if rest.starts_with(b"endobj") => {
                found.close(&mut begun, at);
                at += 6;
            }
            b's' if begun.is_some() && !endless && rest.starts_with(b"stream") => {
                let (number, body) = begun.unwrap_or_default();
                let start = at + 6 + line_end(rest.get(6..).unwrap_or_default());
                let dictionary = dictionary(file.get(body..at).unwrap_or_default());
                match (dictionary, start > at + 6) {
                    (Some(dictionary), true) => {
                        let Some(end) = data_end(file, start, &dictionary) else {
                            endless = true;
                            continue;
                        };
                        let place = Place { body: body..at, data: Some(start..end) };
                        found.stream(number, place, &dictionary);
                        begun = None;
                        at = end;
                    }
                    _ => at += 6,
                }
            }
            b't' if rest.starts_with(b"trailer") => {
                let head = rest.get(7..rest.len().min(7 + TRAILER)).unwrap_or_default();
                if let Some(trailer) = dictionary(head) {
                    found.trailer(&trailer);
                }
                at += 7;
            }
            b'%' if rest.starts_with(b"%%EOF") => {
                found.whole = true;
                at += 5;
            }
            _ => at += 1,
        }
    }
    found.close(&mut begun, file.len());
    Ok(found)
}

/// A trailer is no longer than this.
const TRAILER: usize = 64 * 1024;

impl Scan {
    /// Notes an object without data.
    fn close(&mut self, begun: &mut Option<(u32, usize)>, end: usize) {
        if let Some((number, body)) = begun.take() {
            self.places.insert(number, Place { body: body..end, data: None });
        }
    }

    fn stream(&mut self, number: u32, place: Place, dictionary: &Dictionary) {
        match dictionary.get(&b"Type"[..]) {
            Some(Value::Name(name)) if name == b"ObjStm" => self.packed.push(number),
            Some(Value::Name(name)) if name == b"XRef" => self.trailer(dictionary),
            _ => {}
        }
        self.places.insert(number, place);
    }

    fn trailer(&mut self, from: &Dictionary) {
        for key in [&b"Root"[..], b"Info", b"Encrypt"] {
            if let Some(value) = from.get(key) {
                self.trailer.insert(key.to_vec(), value.clone());
            }
        }
    }
}

fn dictionary(bytes: &[u8]) -> Option<Dictionary> {
    value::read(bytes)?.0.dictionary()
}

/// The object's number, if `12 0` stands before `obj`.
fn header_before(file: &[u8], at: usize) -> Option<u32> {
    let before = file.get(at.saturating_sub(40)..at)?;
    let (before, _generation) = number_before(before, 5)?;
    let (before, number) = number_before(before, 10)?;
    if before.last().is_some_and(|byte| is_regular(*byte)) && !before.ends_with(b"endobj") {
        return None;
    }
    number.parse().ok()
}

/// What stands before a number and the white space behind it, and the number.
fn number_before(bytes: &[u8], digits: usize) -> Option<(&[u8], &str)> {
    let blanks = bytes.iter().rev().take_while(|byte| is_space(**byte)).count();
    let bytes = bytes.get(..bytes.len() - blanks)?;
    let length = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    if blanks == 0 || length == 0 || length > digits {
        return None;
    }
    let (before, number) = bytes.split_at_checked(bytes.len() - length)?;
    Some((before, std::str::from_utf8(number).ok()?))
}

/// How long the end of line is with which these bytes begin.
fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        // Some write blanks behind the word.
        [b' ', b'\r', b'\n', ..] => 3,
        [b' ', b'\n', ..] => 2,
        _ => 0,
    }
}

/// Where the data ends that begins at `start`: where its dictionary says if `endstream` stands there, else at the first
/// `endstream`. `None` if there is none.
fn data_end(file: &[u8], start: usize, dictionary: &Dictionary) -> Option<usize> {
    if let Some(Value::Integer(length)) = dictionary.get(&b"Length"[..])
        && let Some(end) = usize::try_from(*length).ok().and_then(|length| start.checked_add(length))
        && let Some(behind) = file.get(end..)
    {
        let blanks = behind.iter().take(4).take_while(|byte| is_space(**byte)).count();
        if behind.get(blanks..).is_some_and(|rest| rest.starts_with(b"endstream")) {
            return Some(end);
        }
    }
    let data = file.get(start..)?;
    memchr::memmem::find(data, b"endstream").map(|length| start + length)
}
