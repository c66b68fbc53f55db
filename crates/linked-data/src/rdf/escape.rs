//! Writing IRIs and strings as canonical N-Quads do (RDF 1.1 N-Quads §4, RDFC-1.0 §5).

use wide::u8x16;

/// Which characters of a literal are escaped. Either way each text is written in one way only, and no two alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escapes {
    /// As RDFC-1.0 §5.2 says.
    #[default]
    Rdfc10,
    /// As URDNA2015 was written in JavaScript (rdf-canonize before 4): tabs and control characters stay as they are.
    Urdna2015,
}

/// Appends a literal's value, without its quotation marks.
pub(super) fn literal(out: &mut String, value: &str, escapes: Escapes) {
    let odd = match escapes {
        Escapes::Rdfc10 => odd_in_literal,
        Escapes::Urdna2015 => odd_in_former_literal,
    };
    each_run(out, value, odd, |out, byte| match byte {
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
    each_run(out, value, odd_in_iri, numeric);
}

/// Appends a language tag. Tags are letters, digits and hyphens; other ASCII is escaped so that no tag can pretend to be the
/// end of a statement.
pub(super) fn language(out: &mut String, tag: &str) {
    each_run(out, tag, odd_in_language, numeric);
}

/// Which of sixteen bytes are escaped in a literal: those below U+0020, U+007F, the quotation mark and the backslash.
fn odd_in_literal(bytes: u8x16) -> u8x16 {
    between(bytes, 0, 0x1f) | one_of(bytes, b"\x7f\"\\")
}

/// Which the canonical form before RDFC-1.0 escaped in a literal.
fn odd_in_former_literal(bytes: u8x16) -> u8x16 {
    one_of(bytes, b"\n\r\"\\")
}

/// Which an IRI does not hold in N-Quads (production IRIREF).
fn odd_in_iri(bytes: u8x16) -> u8x16 {
    between(bytes, 0, 0x20) | one_of(bytes, b"<>\"{}|^`\\")
}

/// ASCII that no language tag holds.
fn odd_in_language(bytes: u8x16) -> u8x16 {
    let letter = between(bytes | u8x16::splat(0x20), b'a', b'z');
    !(letter | between(bytes, b'0', b'9') | one_of(bytes, b"-") | between(bytes, 0x80, 0xff))
}

fn between(bytes: u8x16, low: u8, high: u8) -> u8x16 {
    bytes.max(u8x16::splat(low)).min(u8x16::splat(high)).simd_eq(bytes)
}

fn one_of<const N: usize>(bytes: u8x16, those: &[u8; N]) -> u8x16 {
    those.iter().fold(u8x16::ZERO, |odd, that| odd | bytes.simd_eq(u8x16::splat(*that)))
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

/// Copies what needs no escape in runs: nearly every value is one run. `odd` marks those of sixteen bytes that are escaped.
fn each_run(out: &mut String, value: &str, odd: impl Fn(u8x16) -> u8x16, escape: impl Fn(&mut String, u8)) {
    let any = |bytes: [u8; 16]| odd(u8x16::from(bytes)).to_bitmask() != 0;
    let (sixteens, rest) = value.as_bytes().as_chunks();
    // Sixteen are looked at at once; the last few beside letters, which nobody escapes.
    let mut last = [b'a'; 16];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    if !any(last) && !sixteens.iter().any(|bytes| any(*bytes)) {
        return out.push_str(value);
    }
    let mut from = 0;
    for (at, byte) in value.bytes().enumerate() {
        if any([byte; 16]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Each byte, at each place of a text that is longer than what is looked at at once.
    #[test]
    fn what_is_escaped_is_what_the_standards_name() {
        type Case = (fn(&mut String, &str), fn(u8) -> bool);
        let cases: [Case; 4] = [
            (
                |out, value| literal(out, value, Escapes::Rdfc10),
                |byte| byte < 0x20 || byte == 0x7f || byte == b'"' || byte == b'\\',
            ),
            (|out, value| literal(out, value, Escapes::Urdna2015), |byte| b"\n\r\"\\".contains(&byte)),
            (iri, |byte| byte <= 0x20 || b"<>\"{}|^`\\".contains(&byte)),
            (language, |byte| !byte.is_ascii_alphanumeric() && byte != b'-'),
        ];
        for (write, escaped) in cases {
            for byte in 0..0x80_u8 {
                for place in [0, 1, 15, 16, 17, 31, 32, 33] {
                    let mut text = "b".repeat(34);
                    text.replace_range(place..=place, &char::from(byte).to_string());
                    let mut out = String::new();
                    write(&mut out, &text);
                    assert_eq!(out != text, escaped(byte), "{byte:#x} at {place}");
                    assert!(out.starts_with(&text[..place]) && out.ends_with(&text[place + 1..]), "{out}");
                }
            }
            let mut out = String::new();
            write(&mut out, "ä€😀");
            assert_eq!(out, "ä€😀");
        }
    }
}
