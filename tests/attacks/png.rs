//! Rows png-…: badges baked into PNG images. Chunks are written by hand, so that they can be wrong.

use strict_json::json;
use verification::{CheckId, Verdict};

use crate::kit::*;

/// A chunk with its checksum.
pub(crate) fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = crc32fast::Hasher::new();
    crc.update(kind);
    crc.update(data);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], kind, data, &crc.finalize().to_be_bytes()].concat()
}

pub(crate) fn itxt(text: &[u8]) -> Vec<u8> {
    chunk(b"iTXt", &[b"openbadgecredential\0\0\0\0\0", text].concat())
}

fn text(kind: &[u8; 4], text: &[u8]) -> Vec<u8> {
    chunk(kind, &[b"openbadges\0", text].concat())
}

/// The picture with these chunks right after its header.
pub(crate) fn with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let plain = picture();
    let header = 8 + 25;
    [&plain[..header], &chunks.concat(), &plain[header..]].concat()
}

fn good() -> String {
    genuine().to_string()
}

/// Another badge than the genuine one under its signature.
fn evil() -> String {
    good().replace("Welding", "Surgery")
}

#[test]
fn png_00_good() {
    let world = World::new();
    for image in [baked(&genuine()), with(&[itxt(good().as_bytes())])] {
        let seen = world.one(&image).passes();
        assert!(seen.notes.is_empty(), "{:?}", seen.notes);
        assert_eq!(seen.image.as_deref(), Some(&image[..]));
    }
}

/// Both are found, none is preferred in silence: each says that there are several, and the altered one is not genuine.
fn two(first: &str, second: &str) -> Vec<(String, Verdict)> {
    let image = with(&[itxt(first.as_bytes()), itxt(second.as_bytes())]);
    let seen = World::new().all(&image);
    assert!(seen.iter().all(|one| one.notes.contains(&"png.several".to_owned())), "{seen:#?}");
    seen.into_iter().map(|one| (one.claims().name.clone().unwrap(), one.verdict())).collect()
}

#[test]
fn png_01_two_chunks_good_evil() {
    let expected = [("Welding".to_owned(), Verdict::Valid), ("Surgery".to_owned(), Verdict::Invalid)];
    assert_eq!(two(&good(), &evil()), expected);
}

#[test]
fn png_02_two_chunks_evil_good() {
    let expected = [("Surgery".to_owned(), Verdict::Invalid), ("Welding".to_owned(), Verdict::Valid)];
    assert_eq!(two(&evil(), &good()), expected);
}

#[test]
fn png_03_ob2_and_ob3_chunks() {
    let old = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://uni.example/a/1",
        "recipient": { "type": "email", "hashed": false, "identity": LEARNER },
        "badge": { "type": "BadgeClass", "id": "https://uni.example/b", "name": "Surgery",
                   "issuer": { "type": "Profile", "id": "https://uni.example/i", "name": "Uni" } },
        "verification": { "type": "HostedBadge" }, "issuedOn": "2025-01-01T00:00:00Z"
    });
    let image = with(&[text(b"tEXt", old.to_string().as_bytes()), itxt(good().as_bytes())]);
    let seen = World::new().all(&image);
    let lines: Vec<_> = seen.iter().map(|one| (one.report.format.as_str(), one.verdict())).collect();
    let expected = [("open-badges-2.0", Verdict::Inconclusive), ("open-badges-3.0", Verdict::Valid)];
    assert_eq!(lines, expected, "two badges, not mixed");
    assert!(seen.iter().all(|one| one.notes.contains(&"png.several".to_owned())));
    // None of them alone is taken out by `unbake`.
    assert!(::wallet::unbake("two.png", &image).unwrap_err().is("unbake.several"));
}

fn compressed(parts: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    with(&[chunk(b"iTXt", &[b"openbadgecredential\0\x01\0\0\0".to_vec(), deflated(parts)].concat())])
}

#[test]
fn png_04_compressed_itxt() {
    let seen = World::new().one(&compressed([good().into_bytes()])).passes();
    assert_eq!(seen.notes, ["png.compressed"]);
}

#[test]
fn png_05_itxt_bomb() {
    let _ = World::new().one(&compressed([good().into_bytes()])).passes();
    let bomb = compressed((0..300).map(|_| vec![b' '; 1024 * 1024]).chain([good().into_bytes()]));
    assert!(bomb.len() < 2 * 1024 * 1024, "small as a file");
    assert_eq!(World::new().nothing(&bomb), ["png.too-large"]);
}

#[test]
fn png_06_ztxt() {
    let _ = World::new().one(&with(&[text(b"tEXt", good().as_bytes())])).passes();
    let data = [b"openbadges\0\0".to_vec(), deflated([good().into_bytes()])].concat();
    assert_eq!(World::new().nothing(&with(&[chunk(b"zTXt", &data)])), ["png.ztxt"]);
}

/// An address in a text chunk of Open Badges 1.0 that nobody may be sent to.
fn address(text_of: &str) {
    let world = World::new();
    let outer = world.look(&with(&[text(b"tEXt", b"https://uni.example/assertions/1")]));
    assert_eq!(outer.found[0].credential.address().unwrap().as_str(), "https://uni.example/assertions/1");
    assert_eq!(world.asked.hosts(), ["uni.example"], "a public address is wanted");
    let world = World::new();
    let inner = world.look(&with(&[text(b"tEXt", text_of.as_bytes())]));
    assert!(inner.found.is_empty() && inner.links.is_empty(), "{text_of}: {:?}", inner.found);
    assert!(world.asked.hosts().is_empty(), "{text_of}");
}

#[test]
fn png_07_text_url_file_scheme() {
    ["file:///etc/passwd", "ftp://uni.example/a", "data:application/json,{}"].into_iter().for_each(address);
}

#[test]
fn png_08_text_url_localhost() {
    ["http://localhost/a", "http://127.0.0.1:8080/a", "https://[::1]/a", "https://router.lan/a"]
        .into_iter()
        .for_each(address);
}

#[test]
fn png_09_text_url_metadata_ip() {
    ["http://169.254.169.254/latest/meta-data", "http://[::ffff:169.254.169.254]/latest"]
        .into_iter()
        .for_each(address);
}

#[test]
fn png_10_text_url_decimal_ip() {
    ["http://2130706433/a", "http://0x7f000001/a", "http://0177.0.0.1/a", "http://127.1/a"]
        .into_iter()
        .for_each(address);
}

#[test]
fn png_11_huge_dimensions() {
    let small = with(&[itxt(good().as_bytes())]);
    let _ = World::new().one(&small).passes();
    // The header claims 65,535 by 65,535 pixels: sixteen gigabytes.
    let header = [&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff][..], &small[24..29]].concat();
    let huge = [&small[..8], &chunk(b"IHDR", &header), &small[33..]].concat();
    let _ = World::new().one(&huge).passes();
    let kept = crate::wallet::keep(&huge);
    assert_eq!(kept.card.mark, ::wallet::views::Mark::SignedUnknown, "the badge is kept all the same");
}

#[test]
fn png_12_bad_crc() {
    let mut carrier = itxt(good().as_bytes());
    let _ = World::new().one(&with(&[carrier.clone()])).passes();
    let last = carrier.len() - 1;
    carrier[last] ^= 1;
    let seen = World::new().one(&with(&[carrier]));
    assert_eq!(seen.notes, ["png.damaged"]);
}

#[test]
fn png_14_length_overflow() {
    let carrier = itxt(good().as_bytes());
    let _ = World::new().one(&with(std::slice::from_ref(&carrier))).passes();
    for length in [u32::MAX, 0x7fff_ffff, 0x1000_0000] {
        let lying = [&length.to_be_bytes()[..], &carrier[4..]].concat();
        assert_eq!(World::new().nothing(&with(&[lying])), ["png.truncated"], "{length}");
    }
}

#[test]
fn png_16_invalid_utf8() {
    let mut text = good().into_bytes();
    let at = good().find("Welding").unwrap();
    text[at] = 0xff;
    assert_eq!(World::new().nothing(&with(&[itxt(&text)])), ["json.not-utf8"]);
    let overlong = good().replace("Welding", "Wel\u{1}\u{1}ding").into_bytes();
    let overlong: Vec<u8> = String::from_utf8(overlong)
        .unwrap()
        .bytes()
        .map(|byte| if byte == 1 { 0xc0 } else { byte })
        .collect();
    assert_eq!(World::new().nothing(&with(&[itxt(&overlong)])), ["json.not-utf8"]);
}

#[test]
fn png_17_utf8_bom() {
    let seen = World::new().one(&with(&[itxt(format!("\u{feff}{}", good()).as_bytes())])).passes();
    assert!(seen.notes.iter().any(|note| note.contains("byte-order-mark")), "said: {:?}", seen.notes);
}

#[test]
fn png_18_deep_json() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
        let forged = good().replacen("\"name\":\"Welding\"", &format!("\"name\":{deep}"), 1);
        assert_eq!(World::new().nothing(&with(&[itxt(forged.as_bytes())])), ["json.too-deep"]);
    }
}

#[test]
fn png_19_polyglot_html() {
    let page = b"<html><script>alert(1)</script></html>";
    let mut image = with(&[itxt(good().as_bytes()), chunk(b"tEXt", &[b"Comment\0", &page[..]].concat())]);
    image.extend_from_slice(page);
    let seen = World::new().one(&image).passes();
    assert_eq!(seen.code(CheckId::Proof), "proof.ok");
    // What is shown is made here from the pixels alone.
    for shown in crate::wallet::shown_pictures(&image) {
        assert!(shown.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert!(!shown.windows(7).any(|window| window == b"<script"));
    }
}
