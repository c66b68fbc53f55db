//! A copy of the whole backpack, and taking it back.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use backpack::{
    Backpack, Error, MemoryKeyring, NewSlot, Query, Restored, SlotKind, SystemEntropy, Unlock,
    look_into_backup, restore,
};
use secrecy::SecretString;

use crate::common::*;

const APP: &str = "badgefolio/0.1.0";

fn take(folder: &Path, file: &Path, secret: &SecretString) -> Result<Restored, Error> {
    restore(folder, File::open(file).unwrap(), secret, &mut SystemEntropy, at(9))
}

fn filled(folder: &Path, slots: &[NewSlot]) -> Backpack {
    let made = Backpack::create(folder, slots, &MemoryKeyring::new(), &mut SystemEntropy, at(0)).unwrap();
    for n in 0..20 {
        made.put(&copy(&format!("Badge {n}"), &format!("{{\"n\":{n}}}"), 1), at(n)).unwrap();
    }
    made
}

fn names(backpack: &Backpack) -> Vec<String> {
    let query = Query { limit: 1000, ..Query::default() };
    let mut names: Vec<String> =
        backpack.badges(&query).unwrap().rows.into_iter().map(|row| row.name).collect();
    names.sort();
    names
}

/// Every file below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(folder).into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn a_copy_opens_on_another_computer_by_passphrase_and_by_recovery_code() {
    let folder = tempfile::tempdir().unwrap();
    let (here, file) = (folder.path().join("here"), folder.path().join("copy.zip"));
    let slots = [NewSlot::Keyring { label: "Laptop".to_owned() }, passphrase_slot(), NewSlot::Recovery];
    let mut made = filled(&here, &slots);
    let code = made.take_recovery_code().unwrap();
    let facts = made.back_up(&file, APP, at(5)).unwrap();
    assert_eq!((facts.made_at, facts.app.as_str()), (at(5), APP));
    assert_eq!(facts.bytes, std::fs::metadata(&file).unwrap().len());
    assert_eq!(look_into_backup(File::open(&file).unwrap()).unwrap(), facts);
    // What comes later is not in it.
    made.put(&copy("Later", "{}", 1), at(6)).unwrap();
    for (n, secret) in [secret(PASSPHRASE), code].into_iter().enumerate() {
        let there = folder.path().join(format!("there {n}"));
        assert_eq!(take(&there, &file, &secret).unwrap(), Restored { facts: facts.clone(), set_aside: None });
        let opened = Backpack::open(&there, Unlock::Typed(&secret), &MemoryKeyring::new()).unwrap();
        assert_eq!(names(&opened).len(), 20);
        let kinds: Vec<_> = opened.slots().unwrap().iter().map(|slot| slot.kind).collect();
        assert_eq!(kinds, [SlotKind::Passphrase, SlotKind::Recovery], "no key of one computer's keyring");
        // It is a backpack like any other: written into, a key added.
        opened.put(&copy("New", "{}", 1), at(7)).unwrap();
        let keyring = MemoryKeyring::new();
        let slot = NewSlot::Keyring { label: String::new() };
        opened.add_slot(&slot, &keyring, &mut SystemEntropy, at(8)).unwrap();
        drop(opened);
        Backpack::open(&there, Unlock::Keyring, &keyring).unwrap();
    }
    let wrong = take(&folder.path().join("nowhere"), &file, &secret("wrong")).unwrap_err();
    assert!(matches!(wrong, Error::WrongPassphrase));
    assert!(!folder.path().join("nowhere").exists());
}

#[test]
fn nothing_in_it_is_in_the_clear_and_only_its_owner_may_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.zip");
    let made = filled(&folder.path().join("here"), &[passphrase_slot()]);
    made.back_up(&file, APP, at(5)).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    for word in
        ["Badge 1", "Lernwerkstatt", "issuer.example", "SQLite format 3", "CREATE TABLE", "correct horse"]
    {
        assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Nothing was left beside it.
    let mut beside: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["copy.zip", "here"]);
}

#[test]
fn without_a_key_for_another_computer_none_is_made_and_no_file_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let made = filled(&folder.path().join("here"), &[NewSlot::Keyring { label: String::new() }]);
    let file = folder.path().join("copy.zip");
    assert_eq!(made.back_up(&file, APP, at(5)).unwrap_err().code(), "backup.no-key");
    assert!(!file.exists());

    let made = filled(&folder.path().join("two"), &[passphrase_slot()]);
    std::fs::write(&file, b"my diary").unwrap();
    assert_eq!(made.back_up(&file, APP, at(5)).unwrap_err().code(), "backup.exists");
    assert_eq!(std::fs::read(&file).unwrap(), b"my diary");
    let nowhere = folder.path().join("no/such/folder/copy.zip");
    assert_eq!(made.back_up(&nowhere, APP, at(5)).unwrap_err().code(), "backpack.unwritable-file");
}

#[test]
fn a_copy_is_of_one_moment_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let (here, file) = (folder.path().join("here"), folder.path().join("copy.zip"));
    let made = filled(&here, &[passphrase_slot()]);
    let other = open(&here).unwrap();
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for n in 100..160 {
                let new = copy(&format!("Badge {n}"), &format!("{{\"n\":{n}}}"), 1);
                other.put(&new, at(n)).unwrap();
            }
        });
        made.back_up(&file, APP, at(5)).unwrap();
        writing.join().unwrap();
    });
    let there = folder.path().join("there");
    take(&there, &file, &secret(PASSPHRASE)).unwrap();
    let opened = open(&there).unwrap();
    let found = names(&opened).len();
    assert!((20..=80).contains(&found), "{found}");
}

#[test]
fn the_present_one_is_set_aside_whole_and_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (here, file) = (folder.path().join("here"), folder.path().join("copy.zip"));
    let made = filled(&here, &[passphrase_slot()]);
    made.back_up(&file, APP, at(5)).unwrap();
    made.put(&copy("Later", "{}", 1), at(6)).unwrap();
    // Whoever has it open is said to have to close it.
    let before = tree(&here);
    assert!(matches!(take(&here, &file, &secret(PASSPHRASE)), Err(Error::InUse)));
    assert_eq!(tree(&here), before);
    drop(made);

    let before = tree(&here);
    let aside = take(&here, &file, &secret(PASSPHRASE)).unwrap().set_aside.unwrap();
    for name in ["backpack.db", "keyslots.json"] {
        assert_eq!(std::fs::read(aside.join(name)).unwrap(), before[&here.join(name)], "{name}");
    }
    assert_eq!(names(&open(&here).unwrap()).len(), 20);
    assert_eq!(names(&open(&aside).unwrap()).len(), 21);
    // Also one that cannot be opened any more makes place.
    std::fs::write(here.join("backpack.db"), b"rubbish").unwrap();
    take(&here, &file, &secret(PASSPHRASE)).unwrap();
    assert_eq!(names(&open(&here).unwrap()).len(), 20);
}

#[test]
fn whatever_is_wrong_with_the_file_the_present_one_stays_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (here, file) = (folder.path().join("here"), folder.path().join("copy.zip"));
    let made = filled(&here, &[passphrase_slot()]);
    made.back_up(&file, APP, at(5)).unwrap();
    drop(made);
    let (genuine, before) = (std::fs::read(&file).unwrap(), tree(&here));
    let try_with = |bytes: &[u8]| {
        let bad = folder.path().join("bad.zip");
        std::fs::write(&bad, bytes).unwrap();
        let error = take(&here, &bad, &secret(PASSPHRASE)).unwrap_err();
        assert_eq!(tree(&here), before, "{error}");
        error.code()
    };
    for length in [0, 3, 30, 400, 4000, genuine.len() / 2, genuine.len() - 100, genuine.len() - 1] {
        let wanted = if length < 4 { "backup.not-one" } else { "backup.truncated" };
        assert_eq!(try_with(&genuine[..length]), wanted, "{length}");
    }
    // A bit anywhere: in what the file says of itself, in its keys, in the database.
    for place in (30..genuine.len() - 600).step_by(genuine.len() / 40) {
        let mut bytes = genuine.clone();
        bytes[place] ^= 4;
        let code = try_with(&bytes);
        assert!(code.starts_with("backup.") || code.starts_with("backpack."), "{place}: {code}");
    }
    assert_eq!(try_with(b"Dear diary"), "backup.not-one");
    take(&here, &file, &secret(PASSPHRASE)).unwrap();
}
