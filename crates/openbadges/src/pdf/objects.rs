//! The objects of a PDF, read when they are asked for.

use std::collections::BTreeMap;

use super::PdfError;
use super::filters::{Packed, unpack};
use super::scan::{Place, Scan, scan};
use super::value::{self, Dictionary, Value, is_space};
use crate::limits;

/// References that lead to references.
const STEPS: usize = 16;

/// The objects of a file, and how much of what it may cost is left.
pub(super) struct Objects<'a> {
    file: &'a [u8],
    scan: Scan,
    /// What the streams that hold other objects came to.
    unpacked: Vec<Vec<u8>>,
    /// Where in them an object stands: which, and from where on.
    inside: BTreeMap<u32, (usize, usize)>,
    /// Bytes that may still be made of what is packed.
    bound: usize,
    /// Bytes that may still be read as objects.
    readable: usize,
    said: Vec<&'static str>,
}

impl<'a> Objects<'a> {
    /// Finds the objects of a file.
    pub(super) fn read(file: &'a [u8]) -> Result<Self, PdfError> {
        let scan = scan(file)?;
        if scan.trailer.contains_key(&b"Encrypt"[..]) {
            return Err(PdfError::Encrypted);
        }
        if !scan.trailer.contains_key(&b"Root"[..]) && !scan.trailer.contains_key(&b"Info"[..]) {
            return Err(PdfError::Damaged);
        }
        let mut objects = Objects {
            file,
            unpacked: Vec::new(),
            inside: BTreeMap::new(),
            bound: limits::PDF_INFLATED,
            readable: limits::PDF_READ,
            said: if scan.whole { Vec::new() } else { vec!["pdf.truncated"] },
            scan,
        };
        for number in std::mem::take(&mut objects.scan.packed) {
            objects.unpack_objects(number);
        }
        Ok(objects)
    }

    /// The root of the document.
    pub(super) fn catalog(&mut self) -> Option<Dictionary> {
        let root = self.scan.trailer.get(&b"Root"[..])?.clone();
        self.resolve(root)?.dictionary()
    }

    /// The document information dictionary.
    pub(super) fn info(&mut self) -> Option<Dictionary> {
        let info = self.scan.trailer.get(&b"Info"[..])?.clone();
        self.resolve(info)?.dictionary()
    }

    /// What is to be said about the file as a whole.
    pub(super) fn said(self) -> Vec<&'static str> {
        self.said
    }

    /// Says something about the file as a whole, once.
    pub(super) fn say(&mut self, code: &'static str) {
        if !self.said.contains(&code) {
            self.said.push(code);
        }
    }

    /// The object behind a reference; what is none, as it is. `None` if it is not there.
    pub(super) fn resolve(&mut self, value: Value) -> Option<Value> {
        let mut value = value;
        for _ in 0..STEPS {
            let Value::Reference(number) = value else { return Some(value) };
            value = self.object(number)?;
        }
        None
    }

    /// A member, resolved.
    pub(super) fn member(&mut self, dictionary: &Dictionary, key: &[u8]) -> Option<Value> {
        self.resolve(dictionary.get(key)?.clone())
    }

    /// A member that is a dictionary, resolved.
    pub(super) fn dictionary(&mut self, dictionary: &Dictionary, key: &[u8]) -> Option<Dictionary> {
        self.member(dictionary, key)?.dictionary()
    }

    /// A member that is an array, its items not resolved; empty where there is none.
    pub(super) fn array(&mut self, dictionary: &Dictionary, key: &[u8]) -> Vec<Value> {
        match self.member(dictionary, key) {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        }
    }

    /// The unpacked data of the stream with this number; `None` if it is no stream.
    pub(super) fn data(&mut self, number: u32) -> Option<Result<Vec<u8>, Packed>> {
        self.data_within(number, limits::INFLATED)
    }

    /// The same, of at most `most` bytes.
    pub(super) fn data_within(&mut self, number: u32, most: usize) -> Option<Result<Vec<u8>, Packed>> {
        let (data, dictionary) = self.packed(number)?;
        Some(unpack(data, &dictionary, most, &mut self.bound))
    }

    /// The data of the stream with this number as it stands, and its dictionary.
    pub(super) fn packed(&mut self, number: u32) -> Option<(&'a [u8], Dictionary)> {
        let Place { data, .. } = self.scan.places.get(&number)?.clone();
        let data = self.file.get(data?)?;
        let mut dictionary = self.object(number)?.dictionary()?;
        for key in [&b"Filter"[..], b"DecodeParms"] {
            if let Some(value) = self.member(&dictionary, key) {
                dictionary.insert(key.to_vec(), value);
            }
        }
        let data = match self.member(&dictionary, b"Length") {
            Some(Value::Integer(length)) => exact(data, length),
            _ => data,
        };
        Some((data, dictionary))
    }

    /// The numbers of all streams.
    pub(super) fn streams(&self) -> Vec<u32> {
        self.scan.places.iter().filter(|(_, place)| place.data.is_some()).map(|(number, _)| *number).collect()
    }

    /// Whether there is a stream with this number.
    pub(super) fn is_stream(&self, number: u32) -> bool {
        self.scan.places.get(&number).is_some_and(|place| place.data.is_some())
    }

    /// Bytes that may still be made of what is packed.
    pub(super) fn bound(&mut self) -> &mut usize {
        &mut self.bound
    }

    fn object(&mut self, number: u32) -> Option<Value> {
        let bytes = match self.inside.get(&number) {
            Some((stream, from)) => self.unpacked.get(*stream)?.get(*from..)?,
            None => self.file.get(self.scan.places.get(&number)?.body.clone())?,
        };
        let bytes = bytes.get(..bytes.len().min(self.readable))?;
        let read = value::read(bytes);
        // What could not be read has cost all of it.
        self.readable -= read.as_ref().map_or(bytes.len(), |(_, length)| *length).min(self.readable);
        let value = read.map(|(value, _)| value);
        if self.readable == 0 {
            self.say("pdf.too-large");
        }
        value
    }

    /// Opens a stream that holds other objects (ISO 32000-2, 7.5.7).
    fn unpack_objects(&mut self, number: u32) {
        let unpacked = match self.data(number) {
            Some(Ok(unpacked)) => unpacked,
            Some(Err(why)) => return self.say(why.code()),
            None => return,
        };
        let Some(Value::Dictionary(dictionary)) = self.object(number) else { return };
        let Some(Value::Integer(first)) = self.member(&dictionary, b"First") else { return };
        let Some(head) = usize::try_from(first).ok().and_then(|first| unpacked.get(..first)) else { return };
        let here = self.scan.places.get(&number).map_or(0, |place| place.body.start);
        let mut numbers = head
            .split(|byte| is_space(*byte))
            .filter(|word| !word.is_empty())
            .map(|word| std::str::from_utf8(word).ok().and_then(|word| word.parse::<u32>().ok()));
        while let (Some(Some(number)), Some(Some(offset))) = (numbers.next(), numbers.next()) {
            let from = head.len().saturating_add(offset as usize);
            // One that was written anew behind this stream counts instead.
            let later = self.scan.places.get(&number).is_some_and(|place| place.body.start > here);
            if self.inside.len() >= limits::PDF_OBJECTS {
                return self.say("pdf.too-large");
            }
            if !later {
                self.inside.insert(number, (self.unpacked.len(), from));
            }
        }
        self.unpacked.push(unpacked);
    }
}

/// The data without the end of line before `endstream`, where the length it claims tells so.
fn exact(data: &[u8], length: i64) -> &[u8] {
    let cut = usize::try_from(length).ok().and_then(|length| data.split_at_checked(length));
    match cut {
        Some((data, rest)) if rest.len() <= 4 && rest.iter().all(|byte| is_space(*byte)) => data,
        _ => data,
    }
}
