use std::io::{Cursor, Write as _};

use openbadges::limits;
use proptest::prelude::*;
use zip::CompressionMethod;
use zip::unstable::write::FileOptionsExt as _;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::{Scan, scan};

fn badge(n: usize) -> Vec<u8> {
    format!(
        r#"{{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/{n}"}}"#
    )
    .into_bytes()
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// An archive with these members.
pub(crate) fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, options()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn of(bytes: &[u8]) -> Scan {
    scan(bytes, "badges.zip").unwrap()
}

fn paths(scan: &Scan) -> Vec<&str> {
    scan.found.iter().map(|found| found.path.as_str()).collect()
}

fn codes(scan: &Scan) -> Vec<&str> {
    scan.passed.iter().map(|passed| passed.code.as_str()).collect()
}

#[test]
fn members_are_looked_at_like_parts_of_a_mail() {
    let inner = archive(&[("c.json", &badge(3))]);
    let bytes = archive(&[
        ("a.json", &badge(1)),
        ("folder/", b""),
        ("folder/b.json", &badge(2)),
        ("photo.jpg", b"\xff\xd8\xff\xe0 x"),
        ("inner.zip", &inner),
    ]);
    let found = of(&bytes);
    assert_eq!(paths(&found), ["member[0]/json", "member[2]/json", "member[4]/member[0]/json"]);
    assert_eq!(codes(&found), ["passed.picture"]);
    assert_eq!(found.passed[0].args["file"], "photo.jpg");
    // Two members of one name are two members.
    let twice = archive(&[("a.json", &badge(1)), ("b.json", &badge(2))]);
    let renamed = replaced(&twice, b"b.json", b"a.json");
    assert_eq!(of(&renamed).found.len(), 2);
    // Documents of word processors are no archives to a learner.
    let document = archive(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    assert_eq!(codes(&of(&document)), ["passed.unknown"]);
    assert_eq!(codes(&of(&archive(&[]))), ["passed.empty-archive"]);
}

fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..=out.len() - old.len() {
        if &out[at..at + old.len()] == old {
            out[at..at + old.len()].copy_from_slice(new);
        }
    }
    out
}

#[test]
fn what_is_not_opened_says_why() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("locked.json", options().with_deprecated_encryption(b"secret").unwrap()).unwrap();
    writer.write_all(&badge(1)).unwrap();
    writer.add_symlink("passwd", "/etc/passwd", options()).unwrap();
    writer.start_file("a.json", options()).unwrap();
    writer.write_all(&badge(2)).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let scan = of(&bytes);
    assert_eq!(codes(&scan), ["archive.encrypted", "passed.symlink"]);
    assert_eq!(paths(&scan), ["member[2]/json"]);
    assert_eq!(codes(&of(&bytes[..bytes.len() - 30])), ["archive.damaged"]);
    let stored = archive(&[("a.json", &badge(1))]);
    let unknown = replaced(&stored, &[20, 0, 0, 0, 8, 0], &[20, 0, 0, 0, 98, 0]);
    assert!(of(&unknown).found.is_empty());
    let deep = (0..5).fold(archive(&[("a.json", &badge(1))]), |inner, _| archive(&[("inner.zip", &inner)]));
    assert_eq!(codes(&of(&deep)), ["passed.too-deep-archive"]);
}

#[test]
fn archives_made_to_harm_are_bounded() {
    let bomb = archive(&[("a.json", &vec![b' '; 20 * 1024 * 1024]), ("b.json", &badge(1))]);
    let scan = of(&bomb);
    assert_eq!((codes(&scan), scan.found.len()), (vec!["archive.bomb"], 1), "the rest is looked at");
    // Text without end in 200 KB, which took minutes.
    let inner = archive(&[("a.txt", &vec![b'a'; 900 * 1024])]);
    let names: Vec<String> = (0..12).map(|n| format!("{n}.zip")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), inner.as_slice())).collect();
    let scan = of(&archive(&members));
    assert_eq!(codes(&scan).first(), Some(&"passed.text"));
    assert_eq!(codes(&scan).last(), Some(&"archive.too-large"));
    let many: Vec<(String, Vec<u8>)> =
        (0..limits::ARCHIVE_MEMBERS + 5).map(|n| (format!("{n}.bin"), vec![0, 1, 2])).collect();
    let many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let scan = of(&archive(&many));
    assert_eq!(codes(&scan).last(), Some(&"archive.too-many"));
}

proptest! {
    #[test]
    fn damaged_archives_are_answered(at in 0usize..400, byte in any::<u8>(), cut in 0usize..400) {
        let mut bytes = archive(&[("a.json", &badge(1)), ("b.json", &badge(2))]);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = scan(&bytes, "x.zip");
        bytes.truncate(cut.max(1));
        let _ = scan(&bytes, "x.zip");
    }

    #[test]
    fn what_begins_as_an_archive_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = scan(&[b"PK\x03\x04", &bytes[..]].concat(), "x.zip");
        let _ = scan(&[b"PK\x03\x04", &bytes[..], b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0\0\0\0\0\0\0"].concat(), "x.zip");
    }
}
