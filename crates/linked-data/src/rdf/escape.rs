//! Writing IRIs and strings as canonical N-Quads do (RDF 1.1 N-Quads §4, RDFC-1.0 §5).

/// Characters of a literal that are escaped: those below U+0020, U+007F, the quotation mark and the backslash.
const LITERAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 0x20 {
        table[at] = true;
        at += 1;
    }
    table[0x7f] = true;
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

/// Characters of a literal that the canonical form before RDFC-1.0 escaped.
const FORMER_LITERAL: [bool; 256] = {
    let mut table = [false; 256];
    table[b'\n' as usize] = true;
    table[b'\r' as usize] = true;
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

/// Which characters of a literal are escaped. Either way each text is written in one way only, and no two alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escapes {
    /// As RDFC-1.0 §5.2 says.
    #[default]
    Rdfc10,
    /// As URDNA2015 was written in JavaScript (rdf-canonize before 4): tabs and control characters stay as they are.
    Urdna2015,
}

/// Characters that an IRI does not hold in N-Quads (production IRIREF).
const IRI: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at <= 0x20 {
        table[at] = true;
        at += 1;
    }
    let odd = b"<>\"{}|^`\\";
    let mut at = 0;
    while at < odd.len() {
        table[odd[at] as usize] = true;
        at += 1;
    }
    table
};

/// ASCII that no language tag holds.
const LANGUAGE: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 0x80 {
        let byte = at as u8;
        table[at] = !byte.is_ascii_alphanumeric() && byte != b'-';
        at += 1;
    }
    table
};

/// Appends a literal's value, without its quotation marks.
pub(super) fn literal(out: &mut String, value: &str, escapes: Escapes) {
    let table = match escapes {
        Escapes::Rdfc10 => &LITERAL,
        Escapes::Urdna2015 => &FORMER_LITERAL,
    };
    each_run(out, value, table, |out, byte| match byte {
        b'\x08' => out.push_str("\\b"),
        b'\t' => out.push_str("\\t"),
        b'\n' => out.push_str("\\n"),
        b'\x0c' => out.push_str("\\f"),
        b'\r' => out.push_str("\\r"),
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        other => numeric(out, other),
    });
}

/// Appends an IRI, without its angle brackets. What cannot stand in one is escaped, as the JavaScript implementation
/// does, so that no IRI can pretend to be the end of a statement.
pub(super) fn iri(out: &mut String, value: &str) {
    each_run(out, value, &IRI, numeric);
}

/// Appends a language tag. Tags are letters, digits and hyphens; other ASCII is escaped so that no tag can pretend to be the
/// end of a statement.
pub(super) fn language(out: &mut String, tag: &str) {
    each_run(out, tag, &LANGUAGE, numeric);
}

/// The IRI as it was before [`iri`]: only there do backslashes come from.
pub(super) fn plain_iri(written: &str) -> String {
    let mut plain = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once("\\u") {
        plain.push_str(before);
        let code = after.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        plain.extend(code.and_then(char::from_u32));
        rest = after.get(4..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// Copies what needs no escape in runs: nearly every value is one run.
fn each_run(out: &mut String, value: &str, escaped: &[bool; 256], escape: impl Fn(&mut String, u8)) {
    // Eight looks without a branch between them.
    let odd = |bytes: &[u8]| bytes.iter().fold(false, |odd, byte| odd | escaped[usize::from(*byte)]);
    if !value.as_bytes().chunks(8).any(odd) {
        return out.push_str(value);
    }
    let mut from = 0;
    for (at, byte) in value.bytes().enumerate() {
        if escaped[usize::from(byte)] {
            // Only ASCII is escaped, so both ends are at the borders of characters.
            out.push_str(value.get(from..at).unwrap_or_default());
            escape(out, byte);
            from = at + 1;
        }
    }
    out.push_str(value.get(from..).unwrap_or_default());
}

fn numeric(out: &mut String, byte: u8) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    out.push_str("\\u00");
    out.push(DIGITS[usize::from(byte >> 4)]);
    out.push(DIGITS[usize::from(byte & 15)]);
}
