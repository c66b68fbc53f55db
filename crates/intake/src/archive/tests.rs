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
    assert_eq!(codes(&of(&document)), ["passed.document-without-badge"]);
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

#[test]
fn documents_give_their_pictures_files_and_links() {
    let rels = br#"<?xml version="1.0"?><Relationships><Relationship Id="r1" TargetMode="External"
        Target="https://www.credly.com/badges/00000000-0000-4000-8000-000000000101?utm_source=a&amp;x=1"/>
        <Relationship Target="media/image1.png"/><Relationship Target='http://10.0.0.1/x'/></Relationships>"#;
    let docx = archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:t>badge</w:t>"),
        ("word/_rels/document.xml.rels", rels),
        ("word/media/photo.jpg", b"\xff\xd8\xff\xe0 x"),
        ("word/embeddings/badge.json", &badge(1)),
        ("word/fonts/font1.odttf", b"\0\x01\x02"),
    ]);
    let found = of(&docx);
    assert_eq!(paths(&found), ["member[4]/json"]);
    assert_eq!(found.links.len(), 1);
    assert_eq!(
        (found.links[0].path.as_str(), found.links[0].platform.as_deref()),
        ("member[2]", Some("credly"))
    );
    assert!(codes(&found).is_empty(), "what a document is made of is not told: {:?}", codes(&found));
    let odt = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", br#"<text:a xlink:href="https://openbadges.education/public/assertions/fxAssertKI000000000001">x</text:a>"#),
        ("Pictures/1.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("Thumbnails/thumbnail.png", b"\x89PNG"),
    ]);
    assert_eq!(of(&odt).links[0].platform.as_deref(), Some("oeb"));
    // In a document in an archive, and the bounds are those of all archives.
    let outer = archive(&[("letter.docx", &docx)]);
    assert_eq!(paths(&of(&outer)), ["member[0]/member[4]/json"]);
    let none = archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<a/>")]);
    assert_eq!(codes(&of(&none)), ["passed.document-without-badge"]);
    let bomb =
        archive(&[("[Content_Types].xml", b"<Types/>"), ("ppt/media/a.png", &vec![0u8; 20 * 1024 * 1024])]);
    assert_eq!(codes(&of(&bomb)), ["archive.bomb"]);
}

#[test]
fn moodles_badges_zip_gives_its_pictures() {
    let credential = openbadges::Credential::read(&badge(1)).unwrap();
    let mut plain = Cursor::new(Vec::new());
    image::GrayImage::new(60, 60).write_to(&mut plain, image::ImageFormat::Png).unwrap();
    let plain = plain.into_inner();
    let baked = openbadges::png::bake(&plain, &credential).unwrap();
    let zip = archive(&[
        ("Bookkeeping_02_Feb_2026_1a2b3c4d.png", &baked),
        ("Other_02_Feb_2026_5e6f7a8b.png", &plain),
    ]);
    let scan = scan(&zip, "badges.zip").unwrap();
    assert_eq!(paths(&scan), ["member[0]/png:openbadges"]);
    assert_eq!(codes(&scan), ["passed.picture-without-badge"]);
}
