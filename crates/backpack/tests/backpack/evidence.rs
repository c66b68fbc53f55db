//! Evidence: stored by content, in chunks, as a stream.

use std::io::Read;

use backpack::{Backpack, BadgeId, Digest, Error, EvidenceKind, NewEvidence, SystemEntropy};

use crate::common::*;

fn with_badge(folder: &std::path::Path) -> (Backpack, BadgeId) {
    let backpack = create(folder);
    let badge = backpack.put(&copy("Holz", "one", 1), at(0)).unwrap().badge().clone();
    (backpack, badge)
}

fn about(name: &str) -> NewEvidence {
    NewEvidence { name: name.to_owned(), caption: format!("about {name}") }
}

/// Bytes that do not repeat, given out in uneven pieces.
struct Film {
    at: u32,
    length: u32,
    breaks_at: u32,
}

impl Read for Film {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at >= self.breaks_at {
            return Err(std::io::Error::from(std::io::ErrorKind::BrokenPipe));
        }
        let piece = into.len().min(7_919).min((self.length - self.at) as usize);
        for byte in &mut into[..piece] {
            *byte = self.at.wrapping_mul(2_654_435_761).to_le_bytes()[3];
            self.at += 1;
        }
        Ok(piece)
    }
}

fn film(length: u32) -> Film {
    Film { at: 0, length, breaks_at: u32::MAX }
}

#[test]
fn a_file_of_some_mebibytes_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (backpack, badge) = with_badge(folder.path());
    for length in [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 5 * 1024 * 1024 + 12_345] {
        let mut whole = Vec::new();
        film(length).read_to_end(&mut whole).unwrap();
        let name = format!("film of {length}");
        let id = backpack
            .add_file(&badge, &about(&name), "video/mp4", &mut film(length), &mut SystemEntropy, at(5))
            .unwrap();
        let evidence = backpack.evidence(&id).unwrap();
        assert_eq!(evidence.digest, Some(Digest::of(&whole)));
        assert_eq!((evidence.kind, evidence.bytes), (EvidenceKind::File, Some(u64::from(length))));
        assert_eq!((evidence.name, evidence.media_type.as_deref()), (name, Some("video/mp4")));
        let mut out = Vec::new();
        assert_eq!(backpack.evidence_to(&id, &mut out).unwrap(), u64::from(length));
        assert!(out == whole);
        assert_eq!(backpack.evidence_bytes(&id, u64::from(length)).unwrap(), Some(whole));
        if length > 0 {
            assert_eq!(backpack.evidence_bytes(&id, u64::from(length) - 1).unwrap(), None);
        }
    }
    assert_eq!(backpack.evidence_of(&badge).unwrap().len(), 6);
}

#[test]
fn a_file_that_breaks_off_is_not_attached_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (backpack, badge) = with_badge(folder.path());
    let mut breaking = Film { at: 0, length: 9_000_000, breaks_at: 4_000_000 };
    let result =
        backpack.add_file(&badge, &about("film"), "video/mp4", &mut breaking, &mut SystemEntropy, at(0));
    assert!(matches!(result, Err(Error::UnreadableFile(std::io::ErrorKind::BrokenPipe))));
    assert!(backpack.evidence_of(&badge).unwrap().is_empty());
    drop(backpack);
    let size = |folder: &std::path::Path| std::fs::metadata(folder.join("backpack.db")).unwrap().len();
    // Its pages are free: the next file takes them.
    let before = size(folder.path());
    let backpack = open(folder.path()).unwrap();
    backpack
        .add_file(&badge, &about("film"), "video/mp4", &mut film(2_000_000), &mut SystemEntropy, at(0))
        .unwrap();
    drop(backpack);
    assert!(size(folder.path()) <= before + 100_000);
    let nobody = id("nobody");
    let backpack = open(folder.path()).unwrap();
    let result =
        backpack.add_file(&nobody, &about("film"), "video/mp4", &mut film(1), &mut SystemEntropy, at(0));
    assert!(matches!(result, Err(Error::UnknownBadge)));
}

#[test]
fn the_same_bytes_lie_there_once_and_go_with_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let (backpack, badge) = with_badge(folder.path());
    let add = |name: &str| {
        backpack
            .add_file(&badge, &about(name), "video/mp4", &mut film(3_000_000), &mut SystemEntropy, at(0))
            .unwrap()
    };
    let (one, two) = (add("one"), add("two"));
    let size = || {
        let files = files(folder.path());
        files.iter().map(|file| std::fs::metadata(file).unwrap().len()).max().unwrap()
    };
    assert_eq!(backpack.remove_evidence(&one).unwrap(), Some(badge.clone()));
    assert_eq!(backpack.evidence_bytes(&two, u64::MAX).unwrap().unwrap().len(), 3_000_000);
    backpack.remove_evidence(&two).unwrap();
    assert!(matches!(backpack.remove_evidence(&two), Err(Error::UnknownEvidence)));
    assert!(matches!(backpack.evidence_bytes(&two, 1), Err(Error::UnknownEvidence)));
    drop(backpack);
    assert!(size() < 1_000_000, "{}", size());
}

#[test]
fn links_and_texts() {
    let folder = tempfile::tempdir().unwrap();
    let (backpack, badge) = with_badge(folder.path());
    let link =
        backpack.add_link(&badge, &about("page"), "https://b.example/x", &mut SystemEntropy, at(1)).unwrap();
    let text =
        backpack.add_text(&badge, &about("text"), "Ich habe gesägt.", &mut SystemEntropy, at(2)).unwrap();
    let all = backpack.evidence_of(&badge).unwrap();
    assert_eq!(all.iter().map(|e| e.id.clone()).collect::<Vec<_>>(), [link.clone(), text.clone()]);
    assert_eq!(all[0].url.as_deref(), Some("https://b.example/x"));
    assert_eq!((all[0].kind, all[0].bytes, all[0].digest), (EvidenceKind::Link, None, None));
    assert_eq!(backpack.evidence_bytes(&link, 10).unwrap(), None);
    assert_eq!(backpack.evidence_to(&link, &mut Vec::new()).unwrap(), 0);
    let bytes = backpack.evidence_bytes(&text, 100).unwrap().unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), "Ich habe gesägt.");
    let nobody =
        backpack.add_link(&id("nobody"), &about("x"), "https://b.example", &mut SystemEntropy, at(0));
    assert!(matches!(nobody, Err(Error::UnknownBadge)));
}
