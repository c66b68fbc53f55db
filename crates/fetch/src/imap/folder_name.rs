//! Names of folders: on the wire in a form of UTF-7 (RFC 3501, 5.1.3), for people as they write them.

use base64::Engine as _;
use base64::alphabet::IMAP_MUTF7;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &IMAP_MUTF7,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// As people write it. What is no UTF-7 stands as it came: some servers send plain UTF-8.
pub(super) fn for_people(wire: &str) -> String {
    decoded(wire).unwrap_or_else(|| wire.to_owned())
}

fn decoded(wire: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = wire;
    while let Some((plain, after)) = rest.split_once('&') {
        let (packed, behind) = after.split_once('-')?;
        text.push_str(plain);
        if packed.is_empty() {
            text.push('&');
        } else {
            let bytes = ENGINE.decode(packed).ok()?;
            let (pairs, []) = bytes.as_chunks::<2>() else { return None };
            let units = pairs.iter().map(|pair| u16::from_be_bytes(*pair));
            text.extend(char::decode_utf16(units).collect::<Result<Vec<_>, _>>().ok()?);
        }
        rest = behind;
    }
    text.push_str(rest);
    Some(text)
}

/// As it goes over the wire.
pub(super) fn for_wire(name: &str) -> String {
    let mut wire = String::new();
    let mut packed: Vec<u8> = Vec::new();
    let close = |wire: &mut String, packed: &mut Vec<u8>| {
        if !packed.is_empty() {
            wire.push('&');
            wire.push_str(&ENGINE.encode(&packed));
            wire.push('-');
            packed.clear();
        }
    };
    for letter in name.chars() {
        if matches!(letter, ' '..='~') {
            close(&mut wire, &mut packed);
            wire.push(letter);
            if letter == '&' {
                wire.push('-');
            }
        } else {
            let mut units = [0; 2];
            packed.extend(letter.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_be_bytes()));
        }
    }
    close(&mut wire, &mut packed);
    wire
}

/// A string as a command holds it (RFC 3501, `quoted`). Nothing that ends a line can be in it.
pub(super) fn quoted(text: &str) -> Option<String> {
    if text.contains(['\r', '\n', '\0']) {
        return None;
    }
    Some(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        // The example of RFC 3501, and names that mail programs make.
        for (people, wire) in [
            ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
            ("Entwürfe", "Entw&APw-rfe"),
            ("Q&A", "Q&-A"),
            ("INBOX", "INBOX"),
            ("\u{1f396} Badges", "&2Dzflg- Badges"),
        ] {
            assert_eq!(for_wire(people), wire);
            assert_eq!(for_people(wire), people);
        }
        for odd in ["&", "&AP", "&****-", "&2Dw-", "a & b", "Entwürfe"] {
            assert_eq!(for_people(odd), odd);
        }
        assert_eq!(quoted("a\"b\\c").as_deref(), Some("\"a\\\"b\\\\c\""));
        assert_eq!(quoted("a\r\nb"), None);
    }
}
