use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::*;
use crate::limits;

const BADGE: &str = r#"{"type":"Assertion","id":"https://a.example/(1)\\"}"#;

/// A file of these objects, numbered from 1, the first of them its root and the second its information.
fn file(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    for (index, object) in objects.iter().enumerate() {
        out.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", index + 1).as_bytes());
    }
    out.extend_from_slice(b"trailer\n<< /Size 9 /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n");
    out
}

fn stream(more: &str, data: &str) -> String {
    format!("<< {more} /Length {} >>\nstream\n{data}\nendstream", data.len())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)")
}

fn hexadecimal(bytes: &[u8]) -> String {
    hex::encode(bytes)
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Step and text of everything that was read.
fn texts(pdf: &Pdf) -> Vec<(String, String)> {
    let text = |baked: &crate::Baked| String::from_utf8(baked.text.clone()).unwrap();
    pdf.unbaked.baked.iter().map(|baked| (baked.container.step(), text(baked))).collect()
}

fn codes(notes: &[Note]) -> Vec<&str> {
    notes.iter().map(|note| &*note.code).collect()
}

fn info(entries: &str) -> Vec<u8> {
    file(&["<< /Type /Catalog >>".into(), format!("<< {entries} >>")])
}

#[test]
fn the_information_is_read_in_every_spelling() {
    let utf16: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(BADGE.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for entries in [
        format!("/openbadges ({})", escaped(BADGE)),
        format!("/Producer (x) % a comment ) >>\n /OpenBadges({})", escaped(BADGE)),
        format!("/openbadges <{}>", hexadecimal(BADGE.as_bytes())),
        format!("/open#62adges <{}>", hexadecimal(&utf16)),
        format!("/openbadges ({})", escaped(BADGE).replace("Assertion", "As\\163\\\r\n\\145rtion")),
    ] {
        let pdf = open(&info(&entries)).unwrap();
        assert_eq!(texts(&pdf), [("pdf:openbadges".to_owned(), BADGE.to_owned())], "{entries}");
        assert!(pdf.unbaked.notes.is_empty());
    }
    let pdf = open(&info("/openbadges (https://a.example/\\344)")).unwrap();
    assert_eq!(codes(&pdf.unbaked.baked[0].notes), ["pdf.latin-1"]);
    assert_eq!(codes(&open(&info("/openbadges ()")).unwrap().unbaked.failed), ["pdf.empty"]);
    assert_eq!(codes(&open(&info("/openbadges /Name")).unwrap().unbaked.failed), ["pdf.empty"]);
    assert!(open(&info("/Title (openbadges)")).unwrap().unbaked.is_empty());
}

fn with_metadata(more: &str, metadata: &str) -> Vec<u8> {
    file(&[
        "<< /Type /Catalog /Metadata 3 0 R >>".into(),
        "<<>>".into(),
        stream(&format!("/Type /Metadata {more}"), metadata),
    ])
}

#[test]
fn the_metadata_is_read() {
    let around = |inner: &str| {
        format!(
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
             <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''>{inner}\
             </rdf:Description></rdf:RDF></x:xmpmeta>   <?xpacket end='w'?>"
        )
    };
    for (inner, text) in [
        (
            "<openbadges:assertion xmlns:openbadges='http://openbadges.org' verify='https://a.example/1'/>",
            "https://a.example/1",
        ),
        (
            "<ob:credential xmlns:ob='https://purl.imsglobal.org/ob/v3p0'><![CDATA[{\"a\":1}]]></ob:credential>",
            "{\"a\":1}",
        ),
        ("<openbadges:assertion xmlns:openbadges='urn:any'>{\"a\":1}</openbadges:assertion>", "{\"a\":1}"),
    ] {
        let pdf = open(&with_metadata("", &around(inner))).unwrap();
        assert_eq!(texts(&pdf), [("pdf:xmp".to_owned(), text.to_owned())], "{inner}");
        let hex = hexadecimal(&packed(around(inner).as_bytes()));
        let packed = with_metadata("/Filter [/ASCIIHexDecode /FlateDecode]", &format!("{hex}>"));
        assert_eq!(texts(&open(&packed).unwrap()), texts(&pdf));
    }
    let short = around("").replace("rdf:about=''", "rdf:about='' openbadges:assertion='https://a.example/2'");
    assert_eq!(texts(&open(&with_metadata("", &short)).unwrap())[0].1, "https://a.example/2");
    assert!(open(&with_metadata("", &around("<dc:title/>"))).unwrap().unbaked.is_empty());
    let broken = open(&with_metadata("", "<x><openbadges:assertion")).unwrap();
    assert_eq!(codes(&broken.unbaked.notes), ["pdf.damaged-part"]);
}

/// One file, named by the name tree, by the document itself and by a page.
fn with_files() -> Vec<String> {
    vec![
        "<< /Type /Catalog /Pages 5 0 R /AF [4 0 R] /Names << /EmbeddedFiles << /Kids [3 0 R] >> >> >>"
            .into(),
        "<<>>".into(),
        "<< /Kids [3 0 R] /Names [(badge) 4 0 R] >>".into(),
        "<< /Type /Filespec /F (..\\\\badge.json) /EF << /F 7 0 R >> >>".into(),
        "<< /Type /Pages /Kids [6 0 R 5 0 R] >>".into(),
        "<< /Type /Page /Parent 5 0 R /Annots [<< /Subtype /FileAttachment /FS 4 0 R >> \
         << /Subtype /Link /A << /S /URI /URI (https://a.example/public/assertions/1) >> >> \
         << /A << /S /URI /URI (https://a.example/public/assertions/1) >> >>] >>"
            .into(),
        stream("/Type /EmbeddedFile", BADGE),
    ]
}

#[test]
fn files_and_links_are_found_once_and_circles_end() {
    let pdf = open(&file(&with_files())).unwrap();
    assert_eq!(
        pdf.files,
        [EmbeddedFile { name: "..\\badge.json".to_owned(), bytes: BADGE.as_bytes().to_vec() }]
    );
    assert_eq!(pdf.links, ["https://a.example/public/assertions/1"]);
    // A stream whose length is said elsewhere, and whose data looks like objects and its own end.
    let tricky = "7 0 obj\nendstream\nendobj";
    let mut objects = with_files();
    objects[6] = stream("/Type /EmbeddedFile", tricky);
    assert_eq!(open(&file(&objects)).unwrap().files[0].bytes, tricky.as_bytes());
    objects[6] = format!("<< /Length 8 0 R >> stream\r\n{BADGE}\r\nendstream");
    objects.push(BADGE.len().to_string());
    assert_eq!(open(&file(&objects)).unwrap().files[0].bytes, BADGE.as_bytes());
}

#[test]
fn objects_are_found_in_streams_and_later_ones_count() {
    let inner = format!("<< /Type /Catalog /Metadata 9 0 R >> << /openbadges ({}) >>", escaped(BADGE));
    let second = inner.find("<< /open").unwrap();
    let data = format!("1 0 2 {second} {inner}");
    let objects = stream(&format!("/Type /ObjStm /N 2 /First {}", data.len() - inner.len()), &data);
    let table = stream("/Type /XRef /Root 1 0 R /Info 2 0 R /W [1 1 1]", "");
    let whole = format!("%PDF-1.5\n5 0 obj {objects} endobj 6 0 obj {table} endobj startxref 0 %%EOF");
    assert_eq!(texts(&open(whole.as_bytes()).unwrap())[0].1, BADGE);
    let changed = format!("{whole}\n2 0 obj << /openbadges (https://a.example/2) >> endobj\n%%EOF");
    assert_eq!(texts(&open(changed.as_bytes()).unwrap())[0].1, "https://a.example/2");
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(open(b"hello"), Err(PdfError::NotPdf));
    assert_eq!(open(b"%PDF-1.4\n1 0 obj << /openbadges (x"), Err(PdfError::Damaged));
    let whole = info("/openbadges (https://a.example/1)");
    let text = String::from_utf8_lossy(&whole).replace("/Root", "/Encrypt << /V 4 >> /Root");
    assert_eq!(open(text.as_bytes()), Err(PdfError::Encrypted));
    let cut = open(&whole[..whole.len() - 8]).unwrap();
    assert_eq!(texts(&cut)[0].1, "https://a.example/1");
    assert_eq!(codes(&cut.unbaked.notes), ["pdf.truncated"]);
    let damaged = with_metadata("/Filter /FlateDecode", "no zlib");
    assert_eq!(codes(&open(&damaged).unwrap().unbaked.notes), ["pdf.damaged-part"]);
    let unknown = with_metadata("/Filter /LZWDecode", "x");
    assert_eq!(codes(&open(&unknown).unwrap().unbaked.notes), ["pdf.unknown-packing"]);
    // Bytes before the header and behind the end do no harm.
    let wrapped = [b"HTTP/1.1 200 OK\r\n\r\n", &whole[..], b"\n<html>"].concat();
    assert_eq!(texts(&open(&wrapped).unwrap()).len(), 1);
}

#[test]
fn ascii_85_is_unpacked() {
    // The text is the standard's own example of the method.
    let pdf = open(&with_metadata("/Filter /ASCII85Decode", "9jqo^BlbD-BleB1DJ+*+F(f,q~>")).unwrap();
    assert_eq!(codes(&pdf.unbaked.notes), ["pdf.damaged-part"], "no XML");
    let mut dictionary = value::Dictionary::new();
    dictionary.insert(b"Filter".to_vec(), value::Value::Name(b"A85".to_vec()));
    let mut bound = 1000;
    let data =
        filters::unpack(b"9jqo^BlbD-BleB1DJ+*+F(f,q~>", &dictionary, limits::INFLATED, &mut bound).unwrap();
    assert_eq!(data, b"Man is distinguished");
    assert_eq!(bound, 980);
}

/// As a library's reader was led: 200 KB to 5.9 GB.
#[test]
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn files_made_to_harm_are_bounded() {
    let start = std::time::Instant::now();
    // Lengths that lead on and on, references in a circle, nesting.
    let mut chain: Vec<String> = vec!["<< /Metadata 3 0 R >>".into(), "2 0 R".into()];
    chain.extend((3..20_000).map(|n| format!("<< /Length {} 0 R >>\nstream\nx\nendstream", n + 1)));
    assert!(open(&file(&chain)).is_ok());
    for (begin, end) in [("[", "]"), ("<</A", ">>"), ("(", ")"), ("<", ">")] {
        let deep = format!("<< /A {}1{} /openbadges (x) >>", begin.repeat(200_000), end.repeat(200_000));
        let pdf = open(&file(&["<<>>".into(), deep])).unwrap();
        assert_eq!(pdf.unbaked.baked.len(), usize::from(begin == "("), "{begin}");
    }
    // Headers of objects, one in another; a stream without an end.
    let headers: String = (1..100_000).map(|n| format!("{n} 0 obj <<(")).collect();
    assert!(open(format!("%PDF-1.4 trailer << /Root 1 0 R >> {headers}").as_bytes()).is_ok());
    let streams = "1 0 obj <<>> stream\n".repeat(20_000);
    assert!(open(format!("%PDF-1.4 trailer << /Root 1 0 R >> {streams}").as_bytes()).is_ok());
    // One object, asked for from everywhere.
    let shared = format!("[{}]", "3 0 R ".repeat(50_000));
    let pages = file(&["<< /Pages << /Kids 3 0 R >> /AF 3 0 R >>".into(), "<<>>".into(), shared]);
    assert!(open(&pages).is_ok());
    assert!(start.elapsed().as_secs() < 90, "{:?}", start.elapsed());
}

#[test]
fn bombs_are_bounded() {
    let bomb = packed(&vec![b' '; limits::INFLATED + 1]);
    let bomb = hexadecimal(&bomb);
    let pdf = open(&with_metadata("/Filter [/ASCIIHexDecode /FlateDecode]", &bomb)).unwrap();
    assert_eq!(codes(&pdf.unbaked.notes), ["pdf.too-large"]);
    // Many that are each within the bound are not, together.
    let large = hexadecimal(&packed(&vec![b' '; limits::INFLATED]));
    let mut objects: Vec<String> = vec!["<< /AF 3 0 R >>".into(), "<<>>".into()];
    let names: Vec<String> = (4..14).map(|n| format!("<< /EF << /F {n} 0 R >> >>")).collect();
    objects.push(format!("[{}]", names.join(" ")));
    objects.extend((4..14).map(|_| stream("/Filter [/ASCIIHexDecode /FlateDecode]", &large)));
    let pdf = open(&file(&objects)).unwrap();
    assert!(pdf.files.iter().map(|file| file.bytes.len()).sum::<usize>() <= limits::PDF_INFLATED);
    assert!(codes(&pdf.unbaked.failed).contains(&"pdf.too-large"));
    let many: Vec<String> = (0..200).map(|n| format!("<< /EF << /F {} 0 R >> >>", n + 4)).collect();
    let mut objects: Vec<String> =
        vec!["<< /AF 3 0 R >>".into(), "<<>>".into(), format!("[{}]", many.join(" "))];
    objects.extend((0..200).map(|_| stream("", "x")));
    let pdf = open(&file(&objects)).unwrap();
    assert_eq!((pdf.files.len(), codes(&pdf.unbaked.notes)), (limits::PDF_FILES, vec!["pdf.too-many-files"]));
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = open(&[b"%PDF-1.7 trailer << /Root 1 0 R /Info 2 0 R >> ", &bytes[..]].concat());
    }

    #[test]
    fn damaged_files_are_answered(at in 0usize..2_000, byte in any::<u8>(), cut in 0usize..2_000) {
        let mut bytes = file(&with_files());
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = open(&bytes);
        bytes.truncate(cut);
        let _ = open(&bytes);
    }

    #[test]
    fn almost_objects_are_answered(text in "(<<|>>|\\[|\\]|\\(|\\)|<|>|/A|/Root|/Kids|[0-9]{1,3}| 0 R|obj|stream\n|endstream|endobj|%| |\\\\|true){0,60}") {
        let _ = value::read(text.as_bytes());
        let _ = open(format!("%PDF-1.7 trailer << /Root 1 0 R >> {text}").as_bytes());
    }

    #[test]
    fn what_is_written_is_read(text in "\\PC{0,60}") {
        let entries = format!("/openbadges ({})", escaped(&text));
        let pdf = open(&info(&entries)).unwrap();
        if text.trim_ascii().is_empty() {
            prop_assert!(pdf.unbaked.baked.is_empty());
        } else if !text.starts_with('\u{feff}') {
            prop_assert_eq!(&texts(&pdf)[0].1, &text);
        }
    }
}
