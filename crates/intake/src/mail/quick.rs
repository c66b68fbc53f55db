//! A quick look at a message, so that only those that can hold a badge are taken apart.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, Match, MatchKind};
use memchr::memmem;

/// What stands in every message with a badge or a link to one, in any case of letters. Words of links ("view your
/// badge"), members of credentials and parts of the addresses of platforms; a word that is in another is not repeated.
const WORDS: [&str; 33] = [
    // words of links, and of nearly everything else
    "badge",
    "credential",
    "certificat",
    "zertifikat",
    "abzeichen",
    "nachweis",
    // hosts and paths of platforms
    "assertion",
    "/public/collections/",
    "public%2fcollections",
    "credly",
    "youracclaim",
    "accredible",
    "sertifier",
    "verified.cv",
    "credsverse",
    "verifierplus",
    "blockcert",
    "lcw.app",
    "learncard",
    "badgr",
    "moodle",
    "/receive/",
    "%2freceive",
    "_receive_",
    // offers to a wallet
    "haip://",
    "openid-vc",
    "dccrequest",
    "dcconsortium",
    "interaction:",
    "iuv=",
    "iuv%3d",
    "iuv-3d",
    // a picture inside a page
    "data:image/",
];

/// What says how a message is written, and what else it holds.
const MARKS: [&str; 9] = [
    "content-type",
    "content-disposition",
    "quoted-printable",
    "base64",
    // letters that are not those of ASCII
    "utf-16",
    "utf-32",
    "utf-7",
    "ucs-2",
    // messages whose type is said by what is around them
    "multipart/digest",
];

/// The beginnings of a JSON object in base64url: `{"`, `{ ` and `{\n`.
const TOKENS: [&str; 2] = ["ey", "ew"];

const FIRST_MARK: usize = WORDS.len();

/// All are written in small letters, as the text is before it is searched: then many letters are compared at once.
static PATTERNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // Tokens are looked for by themselves: their two letters stand everywhere.
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(WORDS.iter().chain(&MARKS)).ok()
});

/// Whether a message can hold a badge, or a link to one: by its parts' types, and by words in its text, also where that
/// is written in base64 or quoted-printable. Cheap, and on the safe side: yes says nothing, no means that taking the
/// message apart would find nothing.
pub fn may_hold_badge(raw: &[u8]) -> bool {
    let Some(patterns) = &*PATTERNS else { return true };
    let mut quoted = false;
    let mut packed: Vec<usize> = Vec::new();
    let lower = raw.to_ascii_lowercase();
    for found in all(patterns, &lower) {
        let id = found.pattern().as_usize();
        if id < FIRST_MARK {
            return true;
        }
        let rest = lower.get(found.end()..).unwrap_or_default();
        match id - FIRST_MARK {
            0 if !is_plain_type(rest) => return true,
            1 if is_attachment(rest) => return true,
            0 | 1 => {}
            2 => quoted = true,
            3 => packed.push(found.end()),
            _ => return true,
        }
    }
    holds_token(raw)
        || (quoted && speaks(patterns, &unquoted(raw)))
        || unpacked(raw, &packed, &mut |text| speaks(patterns, text))
}

/// Every place where a pattern stands, also within another one.
fn all(patterns: &AhoCorasick, text: &[u8]) -> impl Iterator<Item = Match> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = patterns.find(Input::new(text).range(from..))?;
        from = found.start() + 1;
        Some(found)
    })
}

/// Whether one of the words, or a token, stands in a text that was written in another way.
fn speaks(patterns: &AhoCorasick, text: &[u8]) -> bool {
    // Text of two bytes a letter, whatever it was said to be.
    let wide = text.get(..64).unwrap_or(text).contains(&0);
    wide || all(patterns, &text.to_ascii_lowercase()).any(|found| found.pattern().as_usize() < FIRST_MARK)
        || holds_token(text)
}

/// Types of parts in which nothing is ever looked for but words, from what follows `Content-Type`.
fn is_plain_type(rest: &[u8]) -> bool {
    // Both of a page are read where they stand; a signature or an invitation is passed over as what it is.
    const PLAIN: [&str; 9] = [
        "multipart/",
        "text/plain",
        "text/html",
        "text/x-amp-html",
        "text/calendar",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/delivery-status",
    ];
    let Some(rest) = rest.trim_ascii_start().strip_prefix(b":") else {
        // No header: the words of a page's own, or of a text about mails.
        return true;
    };
    let value = rest.trim_ascii_start();
    let is = |kind: &&str| value.get(..kind.len()).is_some_and(|v| v.eq_ignore_ascii_case(kind.as_bytes()));
    PLAIN.iter().any(is) || !looks_like_type(value)
}

/// `main/sub`: what begins otherwise is no type, but running text.
fn looks_like_type(value: &[u8]) -> bool {
    let main = value.iter().take(40).position(|byte| *byte == b'/');
    main.is_some_and(|at| value.iter().take(at).all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-'))
}

fn is_attachment(rest: &[u8]) -> bool {
    let Some(rest) = rest.trim_ascii_start().strip_prefix(b":") else { return false };
    let value = rest.trim_ascii_start();
    value.get(..10).is_some_and(|v| v.eq_ignore_ascii_case(b"attachment"))
}

/// Whether a compact JWS or SD-JWT stands among the words: a long one, with dots.
fn holds_token(text: &[u8]) -> bool {
    const LONG: usize = 100;
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_token = |begin: usize| {
        if begin > 0 && text.get(begin - 1).is_some_and(letter) {
            return false;
        }
        let word = text.get(begin..).unwrap_or_default();
        let header = word.iter().take_while(|byte| letter(byte)).count();
        let dotted = word.get(header) == Some(&b'.');
        dotted && word.iter().take_while(|byte| letter(byte) || matches!(byte, b'.' | b'~')).count() > LONG
    };
    TOKENS.iter().any(|begins| memmem::find_iter(text, begins).any(is_token))
}

/// The whole message as if all of it were quoted-printable: more than that is never in it.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        out.extend_from_slice(before);
        let after = from.get(1..).unwrap_or_default();
        let digit = |n: usize| after.get(n).and_then(|byte| char::from(*byte).to_digit(16));
        if let (Some(high), Some(low)) = (digit(0), digit(1)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            rest = after.get(2..).unwrap_or_default();
            continue;
        }
        // A soft line break, with blanks that a server put before it.
        let blanks = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        let broken = after.get(blanks) == Some(&b'\n');
        if !broken {
            out.push(b'=');
        }
        rest = if broken { after.get(blanks + 1..).unwrap_or_default() } else { after };
    }
    out.extend_from_slice(rest);
    out
}

/// Every part in base64, one after another, until `tell` says yes. `marks`: behind each place that says so.
fn unpacked(raw: &[u8], marks: &[usize], tell: &mut dyn FnMut(&[u8]) -> bool) -> bool {
    let mut text = Vec::new();
    let mut done = 0;
    for mark in marks {
        // The rest of its header, and then the part up to the mark of the next.
        let rest = raw.get(*mark..).unwrap_or_default();
        let Some(begin) = body_begins(rest) else { break };
        // Within the part before: its text, no header.
        if *mark < done || mark + begin < done {
            continue;
        }
        let body = rest.get(begin..).unwrap_or_default();
        let end = memmem::find(body, b"\n--").unwrap_or(body.len());
        text.clear();
        decode(body.get(..end).unwrap_or_default(), &mut text);
        if tell(&text) {
            return true;
        }
        done = mark + begin + end;
    }
    false
}

/// Where the first line is that has nothing in it; behind it.
fn body_begins(text: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'\n', text).find_map(|at| match text.get(at + 1..)? {
        [b'\n', ..] => Some(at + 2),
        [b'\r', b'\n', ..] => Some(at + 3),
        _ => None,
    })
}

/// Base64, whatever else is among it; what is cut off at the end does not matter here.
fn decode(body: &[u8], out: &mut Vec<u8>) {
    let (mut held, mut count) = (0_u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = (held << 6) | u32::from(six);
        count += 1;
        if count == 4 {
            let [_, bytes @ ..] = held.to_be_bytes();
            out.extend_from_slice(&bytes);
            (held, count) = (0, 0);
        }
    }
    // The last letters of a word may stand in an unfinished group.
    if count >= 2 {
        let [_, bytes @ ..] = (held << (6 * (4 - count))).to_be_bytes();
        out.extend_from_slice(bytes.get(..count as usize - 1).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;

    use super::*;

    fn text(encoding: &str, body: &str) -> Vec<u8> {
        format!(
            "From: a@b.example\r\nTo: c@d.example\r\nSubject: News\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"
        )
        .into_bytes()
    }

    fn base64(text: &str) -> String {
        let coded = base64::engine::general_purpose::STANDARD.encode(text);
        coded.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned() + "\r\n").collect()
    }

    #[test]
    fn no_pattern_hides_another() {
        let patterns: Vec<&str> = WORDS.into_iter().chain(MARKS).collect();
        for (at, pattern) in patterns.iter().enumerate() {
            assert_eq!(*pattern, pattern.to_ascii_lowercase(), "it would never be found");
            let begun = patterns
                .iter()
                .skip(at + 1)
                .find(|other| other.starts_with(pattern) || pattern.starts_with(**other));
            assert_eq!(begun, None, "only one of those that begin at the same place is found");
        }
        // One within another is.
        assert!(may_hold_badge(&text("7bit", "content-typebadge")));
        assert!(may_hold_badge(&text("7bit", "quoted-printablearncard")));
    }

    #[test]
    fn a_newsletter_is_passed_by() {
        assert!(!may_hold_badge(&text(
            "8bit",
            "Our summer sale: three for two. https://shop.example/?a=eyJhIjoxfQ"
        )));
        assert!(!may_hold_badge(&text("base64", &base64("Our summer sale: three for two."))));
        assert!(!may_hold_badge(&text(
            "quoted-printable",
            "Unser Schlu=C3=9Fverkauf: drei f=\r\n=C3=BCr zwei."
        )));
        assert!(!may_hold_badge(b""));
    }

    #[test]
    fn words_show_through_what_they_are_written_in() {
        assert!(may_hold_badge(&text("7bit", "Your Badge is ready")));
        assert!(may_hold_badge(&text("quoted-printable", "Your bad=\r\nge is ready")));
        assert!(may_hold_badge(&text("quoted-printable", "https://www.cred=6Cy.com/go/1")));
        assert!(may_hold_badge(&text("base64", &base64("Guten Tag! https://www.credly.com/go/1"))));
        assert!(may_hold_badge(&text("BASE64", &base64("Dein Abzeichen").replace("\r\n", "\n"))));
        let late = base64(&format!("{}credly.com", "x".repeat(9_999)));
        assert!(may_hold_badge(&text("base64", &late)));
    }

    #[test]
    fn parts_that_can_carry_one_show_by_their_type() {
        for kind in [
            "image/png",
            "IMAGE/SVG+XML",
            "application/pdf",
            "application/json",
            "application/octet-stream",
            "application/zip",
            "application/ms-tnef",
            "message/rfc822",
        ] {
            let plain = text("7bit", "See the attachment.");
            let mail = String::from_utf8(plain)
                .unwrap()
                .replace("text/plain; charset=utf-8", &format!("\r\n {kind}"));
            assert!(may_hold_badge(mail.as_bytes()), "{kind}");
        }
        let attached =
            "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n{}";
        assert!(may_hold_badge(attached.as_bytes()));
        assert!(may_hold_badge(b"Content-Type: text/html; charset=UTF-16LE\r\n\r\nx"));
    }

    #[test]
    fn tokens_among_the_words() {
        let token = format!("eyJhbGciOiJFZERTQSJ9.{}.c2ln", "a".repeat(120));
        assert!(may_hold_badge(&text("7bit", &format!("Here it is:\r\n{token}\r\n"))));
        assert!(may_hold_badge(&text("base64", &base64(&token))));
        assert!(!may_hold_badge(&text("7bit", &format!("x{token}"))), "inside another word");
    }
}
