//! Files that others' libraries made or read (`tests/fixtures/outlook`), what is built here, and what is made to harm.

use std::io::{Cursor, Write as _};

use proptest::prelude::*;

use super::properties::narrow;
use crate::{Scan, scan};

const MSG: &[u8] = include_bytes!("../../../../tests/fixtures/outlook/award.msg");
const WINMAIL: &[u8] = include_bytes!("../../../../tests/fixtures/outlook/winmail.dat");

fn badge(number: usize) -> Vec<u8> {
    format!(
        r#"{{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/{number}"}}"#
    )
    .into_bytes()
}

fn paths(scan: &Scan) -> Vec<&str> {
    scan.found.iter().map(|found| found.path.as_str()).collect()
}

fn links(scan: &Scan) -> Vec<(&str, &str)> {
    scan.links.iter().map(|link| (link.path.as_str(), link.platform.as_deref().unwrap_or_default())).collect()
}

#[test]
fn a_mail_that_outlook_saved_is_a_mail() {
    let scan = scan(MSG, "award.msg").unwrap();
    assert_eq!(paths(&scan), ["attachment[0]/json"]);
    assert_eq!(links(&scan), [("text", "obf"), ("html", "credly")]);
    let mail = scan.mail.unwrap();
    assert_eq!(mail.subject.as_deref(), Some("Dein Badge: Bücher & mehr"));
    assert_eq!(mail.from.as_deref(), Some("Beispielschule <badges@school.example>"));
    assert_eq!(mail.to, ["mira.beispiel@post.example", "robin.sample@mail.example"]);
    assert_eq!(mail.date.unwrap().to_string(), "2026-02-02T09:31:05Z");
    assert!(!mail.forwarded);
    assert_eq!(scan.seal, None, "what was signed is gone");
}

#[test]
fn attachments_that_outlook_packed_are_attachments() {
    let scan = scan(WINMAIL, "winmail.dat").unwrap();
    assert_eq!(paths(&scan), ["attachment[0]/json", "attachment[1]/attachment[0]/json"]);
    assert_eq!(links(&scan), [("text", "obf"), ("html", "credly")]);
    let mail = scan.mail.unwrap();
    assert_eq!(mail.subject.as_deref(), Some("Your badge"));
    assert_eq!(mail.from.as_deref(), Some("Example School <badges@school.example>"));
}

#[test]
fn packed_attachments_come_out_of_a_mail_around_them() {
    use base64::Engine as _;
    let packed = base64::engine::general_purpose::STANDARD.encode(WINMAIL);
    let mail = format!(
        "From: a@school.example\r\nTo: b@post.example\r\nSubject: Hello\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHi\r\n--x\r\n\
         Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{packed}\r\n--x--\r\n"
    );
    let scan = scan(mail.as_bytes(), "x.eml").unwrap();
    assert_eq!(
        paths(&scan),
        ["attachment[0]/attachment[0]/json", "attachment[0]/attachment[1]/attachment[0]/json"]
    );
    let mail = scan.mail.unwrap();
    assert_eq!((mail.subject.as_deref(), mail.forwarded), (Some("Hello"), false));
}

/// A compound file with these streams; storages are made on the way.
fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        if let Some(parent) = std::path::Path::new(path).parent() {
            file.create_storage_all(parent).unwrap();
        }
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A mail in a mail, `depth` times, with a badge at the bottom.
fn nested(depth: usize) -> Vec<u8> {
    let mut streams = vec![("/__properties_version1.0".to_owned(), vec![0; 32])];
    let mut storage = String::new();
    for _ in 0..depth {
        storage.push_str("/__attach_version1.0_#00000000/__substg1.0_3701000D");
        streams.push((format!("{storage}/__properties_version1.0"), vec![0; 24]));
    }
    streams.push((format!("{storage}/__attach_version1.0_#00000000/__substg1.0_37010102"), badge(1)));
    let streams: Vec<(&str, Vec<u8>)> =
        streams.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())).collect();
    compound(&streams)
}

#[test]
fn mails_in_mails_are_opened_up_to_a_bound() {
    let scan = scan(&nested(2), "x.msg").unwrap();
    assert_eq!(paths(&scan), ["attachment[0]/attachment[0]/attachment[0]/json"]);
    assert!(scan.mail.unwrap().forwarded);
    let deep = crate::scan(&nested(12), "x.msg").unwrap();
    assert!(deep.found.is_empty());
}

#[test]
fn the_head_of_the_mail_is_used_where_it_was_kept() {
    let head = "From: Real Sender <real@school.example>\r\nTo: you@post.example\r\nSubject: Kept\r\n\
                Date: Mon, 2 Feb 2026 09:00:00 +0000\r\nDKIM-Signature: v=1; d=school.example\r\n";
    let bytes = compound(&[
        ("/__properties_version1.0", vec![0; 32]),
        ("/__substg1.0_007D001F", wide(head)),
        ("/__substg1.0_0037001F", wide("Shown\r\nBcc: someone@else.example")),
        ("/__substg1.0_0C1F001F", wide("other@school.example")),
    ]);
    let mail = scan(&bytes, "x.msg").unwrap().mail.unwrap();
    assert_eq!(mail.from_address.as_deref(), Some("real@school.example"));
    assert_eq!(mail.subject.as_deref(), Some("Kept"));
    // Without it one is written; no line of it comes from within a value.
    let bytes = compound(&[
        ("/__properties_version1.0", vec![0; 32]),
        ("/__substg1.0_0037001F", wide("Shown\r\nTo: someone@else.example")),
        ("/__substg1.0_0C1F001F", wide("other@school.example")),
        ("/__substg1.0_0C1A001E", b"A \"<x@y.example>\\".to_vec()),
    ]);
    let mail = scan(&bytes, "x.msg").unwrap().mail.unwrap();
    assert_eq!(mail.from_address.as_deref(), Some("other@school.example"));
    assert!(mail.to.is_empty(), "{:?}", mail.to);
}

#[test]
fn other_compound_files_and_broken_ones_are_told() {
    let word = compound(&[("/WordDocument", vec![1; 600])]);
    let codes = |bytes: &[u8]| -> Vec<String> {
        scan(bytes, "x").unwrap().passed.into_iter().map(|passed| passed.code).collect()
    };
    assert_eq!(codes(&word), ["passed.unknown"]);
    assert_eq!(codes(&MSG[..700]), ["mail.unreadable"]);
    assert_eq!(codes(b"\x78\x9f\x3e\x22\x01\0\x01"), ["mail.unreadable"]);
    let cut = scan(&WINMAIL[..WINMAIL.len() - 300], "x").unwrap();
    assert_eq!(paths(&cut), ["attachment[0]/json"], "the good part is not given up");
    assert!(cut.passed.iter().any(|passed| passed.code == "mail.damaged"));
    assert_eq!(narrow(b"Gr\xfc\xdfe\0x"), "Grüße");
    assert_eq!(narrow("Grüße".as_bytes()), "Grüße");
}

#[test]
fn names_are_shown_as_text_and_used_for_nothing() {
    let bytes = compound(&[
        ("/__properties_version1.0", vec![0; 32]),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", wide("..\\..\\Start\u{202e}gnp.exe")),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"MZ\x90\0\x03\0".to_vec()),
    ]);
    let scan = scan(&bytes, "x.msg").unwrap();
    assert_eq!(scan.passed[0].code, "passed.unknown");
    assert_eq!(scan.passed[0].args["file"], "Startgnp.exe");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_files_are_answered(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        for good in [MSG, WINMAIL] {
            let mut bytes = good.to_vec();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = scan(&bytes, "x");
            bytes.truncate(cut.index(bytes.len()).max(8));
            let _ = scan(&bytes, "x");
        }
    }

    #[test]
    fn any_attributes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = scan(&[b"\x78\x9f\x3e\x22\x01\0", &bytes[..]].concat(), "x");
    }
}
