//! Nothing of the learner's lies on the disk in the clear, not even while it is being written.

use std::io::Read;
use std::path::Path;

use backpack::{
    Backpack, IdentityKind, MemoryKeyring, NewEvidence, NewSlot, Query, StackFields, SystemEntropy,
};

use crate::common::*;

const WORDS: &[&str] = &[
    "Holzbearbeitung",
    "Lernwerkstatt",
    "mira.beispiel@example.org",
    "Beweisstück",
    "Nachweistext",
    "Stapelname",
    "correct horse",
    "Überraschung",
    "Ihr Badge",
    "issuer.example",
    "SQLite format 3",
    "CREATE TABLE",
];

/// Looks for the words in every file of the folder, in UTF-8 and UTF-16, in one pass over each file.
fn leaks(folder: &Path) -> Vec<String> {
    let mut forms: Vec<Vec<(&str, Vec<u8>)>> = vec![Vec::new(); 256];
    for word in WORDS {
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for form in [word.as_bytes().to_vec(), wide] {
            forms[usize::from(form[0])].push((word, form));
        }
    }
    let mut found = Vec::new();
    for file in files(folder) {
        let bytes = std::fs::read(&file).unwrap();
        for (at, byte) in bytes.iter().enumerate() {
            for (word, form) in &forms[usize::from(*byte)] {
                if bytes[at..].starts_with(form) {
                    found.push(format!("{word} in {}", file.display()));
                }
            }
        }
    }
    found
}

/// Evidence that looks at the disk while it is being read.
struct Watching<'a> {
    folder: &'a Path,
    left: usize,
    wal: u64,
}

impl Read for Watching<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.left.is_multiple_of(100) {
            assert_eq!(leaks(self.folder), Vec::<String>::new());
            let wal = std::fs::metadata(self.folder.join("backpack.db-wal"));
            self.wal = self.wal.max(wal.map_or(0, |meta| meta.len()));
        }
        if self.left == 0 {
            return Ok(0);
        }
        self.left -= 1;
        let text = "Beweisstück ".repeat(2_000);
        let piece = text.len().min(into.len());
        into[..piece].copy_from_slice(&text.as_bytes()[..piece]);
        Ok(piece)
    }
}

#[test]
fn no_word_of_it_is_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    let slots = [passphrase_slot(), NewSlot::Keyring { label: "Laptop".to_owned() }];
    let backpack = Backpack::create(folder.path(), &slots, &keyring, &mut SystemEntropy, at(0)).unwrap();
    let mut new = copy("Holzbearbeitung", "Holzbearbeitung Lernwerkstatt", 1);
    new.image = Some(picture("Holzbearbeitung ".repeat(50_000).as_bytes()));
    new.documents = vec![document("https://issuer.example/key", Some(b"Lernwerkstatt"), 1)];
    new.source.detail = "{\"to\":\"mira.beispiel@example.org\",\"subject\":\"Ihr Badge\"}".to_owned();
    let badge = backpack.put(&new, at(0)).unwrap().badge().clone();
    backpack.add_identity(IdentityKind::Email, "mira.beispiel@example.org", &mut SystemEntropy).unwrap();
    let about = NewEvidence { name: "Beweisstück".to_owned(), caption: "Nachweistext".to_owned() };
    backpack.add_text(&badge, &about, "Nachweistext", &mut SystemEntropy, at(0)).unwrap();
    let mut film = Watching { folder: folder.path(), left: 200, wal: 0 };
    backpack.add_file(&badge, &about, "text/plain", &mut film, &mut SystemEntropy, at(0)).unwrap();
    // The WAL was there to be looked at.
    assert!(film.wal > 100_000, "{}", film.wal);
    let fields = StackFields { title: "Stapelname".to_owned(), ..StackFields::default() };
    backpack.create_stack(&fields, &mut SystemEntropy, at(0)).unwrap();
    // Sorting and searching must not spill into temporary files either.
    let query = Query { words: "Holz".to_owned(), limit: 10, ..Query::default() };
    assert_eq!(backpack.badges(&query).unwrap().total, 1);
    assert_eq!(leaks(folder.path()), Vec::<String>::new());
    let names: Vec<_> =
        files(folder.path()).iter().map(|f| f.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["backpack.db", "backpack.db-shm", "backpack.db-wal", "keyslots.json", "lock"]);
    backpack.delete(&badge).unwrap();
    drop(backpack);
    assert_eq!(leaks(folder.path()), Vec::<String>::new());
    let names: Vec<_> =
        files(folder.path()).iter().map(|f| f.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["backpack.db", "keyslots.json", "lock"]);
}

#[test]
fn the_search_itself_would_find_a_leak() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a"), "x Beweisstück y").unwrap();
    let wide: Vec<u8> = "Überraschung".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("b"), wide).unwrap();
    assert_eq!(leaks(folder.path()).len(), 2);
}
