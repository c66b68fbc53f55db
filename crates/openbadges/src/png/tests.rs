use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::chunks::write;
use super::*;
use crate::{Chunk, Container, Credential, limits};

const BADGE: &str =
    r#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;

/// A picture of one pixel with these chunks between header and data.
pub(crate) fn png(extra: &[Vec<u8>]) -> Vec<u8> {
    let mut out = vec![0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];
    out.extend(write(*b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]).unwrap());
    extra.iter().for_each(|chunk| out.extend(chunk));
    out.extend(write(*b"IDAT", &deflated(&[0, 0])).unwrap());
    out.extend(write(*b"IEND", &[]).unwrap());
    out
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn itxt(keyword: &str, text: &[u8]) -> Vec<u8> {
    write(*b"iTXt", &[keyword.as_bytes(), &[0, 0, 0, 0, 0], text].concat()).unwrap()
}

fn itxt_compressed(keyword: &str, text: &[u8]) -> Vec<u8> {
    write(*b"iTXt", &[keyword.as_bytes(), &[0, 1, 0, 0, 0], &deflated(text)].concat()).unwrap()
}

fn text(kind: &[u8; 4], keyword: &str, text: &[u8]) -> Vec<u8> {
    write(*kind, &[keyword.as_bytes(), &[0], text].concat()).unwrap()
}

fn codes(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.code.to_string()).collect()
}

#[test]
fn every_carrier_and_keyword_is_read() {
    for keyword in ["openbadges", "openbadgecredential", "openbadge"] {
        for (chunk, kind, notes) in [
            (itxt(keyword, BADGE.as_bytes()), Chunk::ITxt, vec![]),
            (itxt_compressed(keyword, BADGE.as_bytes()), Chunk::ITxtCompressed, vec!["png.compressed"]),
            (text(b"tEXt", keyword, BADGE.as_bytes()), Chunk::TExt, vec![]),
        ] {
            let found = unbake(&png(&[chunk])).unwrap();
            assert_eq!(found.baked.len(), 1);
            let container = Container::BakedPng { keyword: keyword.to_owned(), chunk: kind };
            assert_eq!(found.baked[0].container, container);
            assert_eq!(found.baked[0].text, BADGE.as_bytes());
            assert_eq!(codes(&found.baked[0].notes), notes);
        }
    }
}

#[test]
fn a_language_and_a_translated_keyword_are_skipped() {
    let data = [b"openbadges\0\0\0de-DE\0Abzeichen\0".as_slice(), BADGE.as_bytes()].concat();
    let found = unbake(&png(&[write(*b"iTXt", &data).unwrap()])).unwrap();
    assert_eq!(found.baked[0].text, BADGE.as_bytes());
}

#[test]
fn other_texts_are_no_badges() {
    let found = unbake(&png(&[itxt("Comment", BADGE.as_bytes()), text(b"tEXt", "Software", b"x")])).unwrap();
    assert_eq!(found, Unbaked::default());
}

#[test]
fn several_are_all_given_and_said() {
    let image = png(&[itxt("openbadges", BADGE.as_bytes()), itxt("openbadgecredential", b"{}")]);
    let found = unbake(&image).unwrap();
    assert_eq!(found.baked.len(), 2);
    for baked in &found.baked {
        assert_eq!(baked.notes, [Note::new("png.several").with("count", "2")]);
    }
}

#[test]
fn ztxt_is_noted_and_passed_over() {
    let data = [b"openbadges\0\0".as_slice(), &deflated(BADGE.as_bytes())].concat();
    let found = unbake(&png(&[write(*b"zTXt", &data).unwrap()])).unwrap();
    assert!(found.baked.is_empty());
    assert_eq!(codes(&found.failed), ["png.ztxt"]);
}

#[test]
fn moodles_old_chunk_is_repaired() {
    for inner in [BADGE, "https://moodle.example/badges/assertion.php?b=1"] {
        let data = format!("openbadges\0'json'\0''\0\"{{'method': 'hosted', 'assertionUrl': '{inner}'}}\"");
        let found = unbake(&png(&[write(*b"iTXt", data.as_bytes()).unwrap()])).unwrap();
        assert_eq!(found.baked[0].text, inner.as_bytes());
        assert_eq!(codes(&found.baked[0].notes), ["png.repaired"]);
    }
}

#[test]
fn a_bomb_is_refused_within_bounds() {
    let bomb = itxt_compressed("openbadges", &vec![b' '; limits::INFLATED + 1]);
    let found = unbake(&png(&[bomb])).unwrap();
    assert!(found.baked.is_empty());
    assert_eq!(codes(&found.failed), ["png.too-large"]);
    let most = itxt_compressed("openbadges", &vec![b' '; limits::INFLATED]);
    assert_eq!(unbake(&png(&[most])).unwrap().baked.len(), 1);
}

#[test]
fn damage_is_said_and_costs_only_what_it_hit() {
    let good = png(&[itxt("openbadges", BADGE.as_bytes())]);
    // A flipped bit inside the text: the text is there, with a note.
    let mut flipped = good.clone();
    flipped[60] ^= 1;
    assert_eq!(codes(&unbake(&flipped).unwrap().baked[0].notes), ["png.damaged"]);
    // Cut inside the text: nothing is there.
    assert_eq!(unbake(&good[..80]), Err(PngError::Truncated));
    // Cut after it: it is there, and the image is said to be cut.
    let cut = unbake(&good[..good.len() - 5]).unwrap();
    assert_eq!((cut.baked.len(), codes(&cut.notes)), (1, vec!["png.truncated".to_owned()]));
    assert_eq!(unbake(b"GIF89a"), Err(PngError::NotPng));
    assert_eq!(unbake(&good[..8]), Err(PngError::Truncated));
}

#[test]
fn a_chunk_that_claims_two_gigabytes_costs_nothing() {
    for claim in [0x7FFF_FFFFu32, 0xFFFF_FFFF, 0x8000_0000] {
        let mut image = png(&[])[..33].to_vec();
        image.extend(claim.to_be_bytes());
        image.extend(b"iTXtopenbadges\0");
        assert_eq!(unbake(&image), Err(PngError::Truncated));
    }
}

#[test]
fn broken_compression_is_a_reason_of_its_own() {
    let data = b"openbadges\0\x01\0\0\0nonsense";
    let found = unbake(&png(&[write(*b"iTXt", data).unwrap()])).unwrap();
    assert_eq!(codes(&found.failed), ["png.compression"]);
    let found = unbake(&png(&[write(*b"iTXt", b"openbadges\0\0").unwrap()])).unwrap();
    assert_eq!(codes(&found.failed), ["png.malformed-text"]);
}

#[test]
fn what_was_baked_is_unbaked_and_replaces_what_was_there() {
    let credential = Credential::read(BADGE.as_bytes()).unwrap();
    let old = png(&[
        itxt("openbadgecredential", b"old"),
        itxt("Comment", b"stays"),
        text(b"tEXt", "openbadges", b"o"),
    ]);
    let image = bake(&old, &credential).unwrap();
    let found = unbake(&image).unwrap();
    assert_eq!(found.baked.len(), 1);
    assert_eq!(found.baked[0].container.step(), "png:openbadges");
    assert_eq!(found.baked[0].text, BADGE.as_bytes());
    assert!(image.windows(5).any(|window| window == b"stays"));
    assert_eq!(bake(&image, &credential).unwrap(), image, "baking again changes nothing");
    assert_eq!(bake(&old[..50], &credential), Err(PngError::Truncated));
    let address = Credential::read(b"https://a.example/1").unwrap();
    assert_eq!(bake(&old, &address), Err(PngError::OnlyAddress));
}

proptest! {
    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = unbake(&bytes);
        let mut image = vec![0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];
        image.extend(&bytes);
        let _ = unbake(&image);
        let _ = unbake(&png(&[write(*b"iTXt", &[b"openbadges\0".as_slice(), &bytes].concat()).unwrap()]));
        let _ = bake(&image, &Credential::read(BADGE.as_bytes()).unwrap());
    }

    #[test]
    fn a_changed_byte_never_panics(at in 0usize..200, byte in any::<u8>()) {
        let mut image = png(&[itxt_compressed("openbadges", BADGE.as_bytes())]);
        if let Some(slot) = image.get_mut(at) { *slot = byte; }
        let _ = unbake(&image);
    }
}
