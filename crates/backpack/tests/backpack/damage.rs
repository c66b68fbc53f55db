//! A backpack that cannot be opened is set aside, never deleted.

use backpack::{Damage, Error, State, set_aside, state};

use crate::common::*;

#[test]
fn a_damaged_database_is_told_from_a_wrong_passphrase_and_set_aside_whole() {
    let folder = tempfile::tempdir().unwrap();
    let opened = create(folder.path());
    for n in 0..50 {
        opened.put(&copy(&format!("Badge {n}"), &format!("{{\"n\":{n}}}"), 1), at(0)).unwrap();
    }
    drop(opened);
    let path = folder.path().join("backpack.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let error = open(folder.path()).unwrap_err();
    assert_eq!(error.code(), "backpack.damaged-database");
    let before = std::fs::read(folder.path().join("keyslots.json")).unwrap();

    let aside = set_aside(folder.path(), at(0)).unwrap();
    assert_eq!(aside.file_name().unwrap(), "set-aside-2023-11-14T22-13-20");
    assert_eq!(std::fs::read(aside.join("backpack.db")).unwrap(), bytes);
    assert_eq!(std::fs::read(aside.join("keyslots.json")).unwrap(), before);
    assert_eq!(state(folder.path()).unwrap(), State::None);
    assert!(matches!(set_aside(folder.path(), at(0)), Err(Error::None)));
    drop(create(folder.path()));
    // A second one goes beside the first.
    let second = set_aside(folder.path(), at(0)).unwrap();
    assert_ne!(aside, second);
    assert!(aside.join("backpack.db").exists() && second.join("backpack.db").exists());
}

#[test]
fn a_page_that_breaks_later_is_damage_too() {
    let folder = tempfile::tempdir().unwrap();
    let opened = create(folder.path());
    let big = "x".repeat(300_000);
    opened.put(&copy("Holz", &big, 1), at(0)).unwrap();
    drop(opened);
    let path = folder.path().join("backpack.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() - 100_000;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let opened = open(folder.path()).unwrap();
    let error = opened.badge(&id("https://issuer.example|Holz")).unwrap_err();
    assert!(matches!(error, Error::Damaged(Damage::Database)), "{error:?}");
}

#[test]
fn missing_parts_are_named() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let (database, slots) = (folder.path().join("backpack.db"), folder.path().join("keyslots.json"));
    std::fs::rename(&database, folder.path().join("away")).unwrap();
    assert_eq!(state(folder.path()).unwrap(), State::Damaged(Damage::DatabaseMissing));
    std::fs::rename(folder.path().join("away"), &database).unwrap();
    std::fs::remove_file(&slots).unwrap();
    assert_eq!(state(folder.path()).unwrap(), State::Damaged(Damage::KeyslotsMissing));
    assert!(matches!(open(folder.path()), Err(Error::Damaged(Damage::KeyslotsMissing))));
}

#[test]
fn what_is_open_is_not_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let opened = create(folder.path());
    assert!(matches!(set_aside(folder.path(), at(0)), Err(Error::InUse)));
    drop(opened);
    set_aside(folder.path(), at(0)).unwrap();
}

#[test]
fn what_a_crash_left_while_making_one_does_not_stand_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("creating"), "").unwrap();
    std::fs::write(folder.path().join("backpack.db"), "half").unwrap();
    std::fs::write(folder.path().join("thesis.odt"), "years of work").unwrap();
    assert_eq!(state(folder.path()).unwrap(), State::None);
    drop(create(folder.path()));
    drop(open(folder.path()).unwrap());
    // Somebody's own files in that folder are theirs.
    set_aside(folder.path(), at(9)).unwrap();
    assert_eq!(std::fs::read(folder.path().join("thesis.odt")).unwrap(), b"years of work");
    let aside: Vec<_> =
        files(folder.path()).into_iter().filter(|file| file.ends_with("backpack.db")).collect();
    assert_eq!(aside.len(), 2);
}
