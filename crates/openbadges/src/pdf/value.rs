//! The objects that a PDF is made of (ISO 32000-2, 7.3), read on a stack of our own.

use std::collections::BTreeMap;

use crate::limits;

/// Names and values.
pub(super) type Dictionary = BTreeMap<Vec<u8>, Value>;

/// An object, as far as badges need it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Boolean(bool),
    Integer(i64),
    Name(Vec<u8>),
    /// A string: its bytes, escapes undone.
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dictionary(Dictionary),
    /// The number of another object. Its generation tells nothing that its place in the file does not.
    Reference(u32),
    /// `null`, a fraction, a word nobody knows.
    Other,
}

impl Value {
    pub(super) fn dictionary(self) -> Option<Dictionary> {
        match self {
            Value::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }
}

/// Values of one object; more is none that a badge needs.
const VALUES: usize = 200_000;

/// What was begun and not yet closed.
enum Open {
    Array(Vec<Value>),
    Dictionary(Dictionary, Option<Vec<u8>>),
}

/// Reads the object at the beginning of these bytes; gives it and its length with the white space before it.
///
/// Lenient inside of arrays and dictionaries, as the files out there need it: what is no object counts as none.
pub(super) fn read(bytes: &[u8]) -> Option<(Value, usize)> {
    let mut reader = Reader { bytes, at: 0 };
    let mut open: Vec<Open> = Vec::new();
    for _ in 0..VALUES {
        reader.space();
        let done = match reader.rest() {
            [b'<', b'<', ..] => {
                reader.at += 2;
                open.push(Open::Dictionary(Dictionary::new(), None));
                None
            }
            [b'[', ..] => {
                reader.at += 1;
                open.push(Open::Array(Vec::new()));
                None
            }
            [b'>', b'>', ..] => match open.pop()? {
                Open::Dictionary(dictionary, _) => {
                    reader.at += 2;
                    Some(Value::Dictionary(dictionary))
                }
                Open::Array(_) => return None,
            },
            [b']', ..] => match open.pop()? {
                Open::Array(items) => {
                    reader.at += 1;
                    Some(Value::Array(items))
                }
                Open::Dictionary(..) => return None,
            },
            [] => return None,
            _ => Some(reader.simple()?),
        };
        if open.len() > limits::PDF_DEPTH {
            return None;
        }
        let Some(value) = done else { continue };
        match open.last_mut() {
            None => return Some((value, reader.at)),
            Some(Open::Array(items)) => items.push(value),
            Some(Open::Dictionary(dictionary, key)) => match (key.take(), value) {
                (Some(key), value) => drop(dictionary.insert(key, value)),
                (None, Value::Name(name)) => *key = Some(name),
                // A value without a name before it is passed over.
                (None, _) => {}
            },
        }
    }
    None
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\0' | 0x0c)
}

/// Whether a byte may stand in a name, a number or a word.
pub(super) fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes white space and comments.
    fn space(&mut self) {
        loop {
            let rest = self.rest();
            let blanks = rest.iter().take_while(|byte| is_space(**byte)).count();
            self.at += blanks;
            if rest.get(blanks) != Some(&b'%') {
                return;
            }
            self.at += self.rest().iter().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
        }
    }

    /// A run of regular bytes.
    fn word(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// An object that holds no others.
    fn simple(&mut self) -> Option<Value> {
        match self.rest().first()? {
            b'/' => {
                self.at += 1;
                Some(Value::Name(unescaped(self.word())))
            }
            b'(' => self.text().map(Value::Text),
            b'<' => self.hexadecimal().map(Value::Text),
            byte if is_regular(*byte) => Some(self.number_or_word()),
            _ => {
                self.at += 1;
                Some(Value::Other)
            }
        }
    }

    fn number_or_word(&mut self) -> Value {
        let word = self.word();
        let Some(number) = integer(word) else {
            return match word {
                b"true" => Value::Boolean(true),
                b"false" => Value::Boolean(false),
                _ => Value::Other,
            };
        };
        // `12 0 R` is a reference; otherwise the second number stands for itself.
        let here = self.at;
        self.space();
        let generation = integer(self.word());
        self.space();
        let reference = generation.is_some_and(|generation| generation >= 0) && self.word() == b"R";
        match u32::try_from(number) {
            Ok(number) if reference => Value::Reference(number),
            _ => {
                self.at = here;
                Value::Integer(number)
            }
        }
    }

    /// A string in brackets, which may hold further pairs of them.
    fn text(&mut self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut brackets = 0usize;
        let mut bytes = self.rest().iter().copied().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'(' => brackets += 1,
                b')' => brackets -= 1,
                b'\\' => {
                    let (_, escaped) = bytes.next()?;
                    match escaped {
                        b'n' => out.push(b'\n'),
                        b'r' => out.push(b'\r'),
                        b't' => out.push(b'\t'),
                        b'b' => out.push(8),
                        b'f' => out.push(12),
                        // A line that goes on in the next one.
                        b'\r' => drop(bytes.next_if(|(_, next)| *next == b'\n')),
                        b'\n' => {}
                        b'0'..=b'7' => {
                            let mut code = u32::from(escaped - b'0');
                            for _ in 0..2 {
                                let digit = bytes.next_if(|(_, next)| matches!(next, b'0'..=b'7'));
                                let Some((_, digit)) = digit else { break };
                                code = code * 8 + u32::from(digit - b'0');
                            }
                            // The standard says that what is too much is left out.
                            out.push((code & 0xff) as u8);
                        }
                        other => out.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            if brackets == 0 {
                self.at += at + 1;
                return Some(out);
            }
            if at > 0 {
                out.push(byte);
            }
        }
        None
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        let rest = self.rest();
        let end = rest.iter().position(|byte| *byte == b'>')?;
        self.at += end + 1;
        Some(super::filters::from_hexadecimal(rest.get(1..end)?))
    }
}

fn integer(word: &[u8]) -> Option<i64> {
    if word.len() > 20 {
        return None;
    }
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// A name with `#20` and the like undone.
fn unescaped(word: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(word.len());
    let mut rest = word;
    while let [first, tail @ ..] = rest {
        let byte = match (first, tail) {
            (b'#', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    out
}

/// The value of a hexadecimal digit.
pub(super) fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
