//! Files that only somebody with the key could make, and databases of other versions.

use std::io::{Cursor, Read};
use std::path::Path;

use openbadges::Digest;
use rusqlite::Connection;
use secrecy::SecretString;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manifest::{Listed, Manifest, seal};
use super::restore::restore_to;
use super::*;
use crate::keys::{Argon2Cost, Key, Keyslots, MemoryKeyring, NewSlot, Slot};
use crate::store::{MIGRATIONS, Migration, connection, schema};
use crate::{Backpack, Error, SystemEntropy, Unlock};

const V1: &str = include_str!("../../tests/schema/v1.sql");

fn secret() -> SecretString {
    SecretString::from("correct horse".to_owned())
}

fn now() -> jiff::Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

/// A key, and the slots that open it.
struct Maker {
    key: Key,
    slots: Keyslots,
}

impl Maker {
    fn new() -> Maker {
        let key = Key::make(&mut SystemEntropy).unwrap();
        let mut slots = Keyslots::new(&mut SystemEntropy).unwrap();
        let new = NewSlot::PassphraseAt(secret(), Argon2Cost::least());
        let (slot, _) =
            Slot::make(&new, &key, slots.backpack(), &MemoryKeyring::new(), &mut SystemEntropy, now())
                .unwrap();
        slots.push(slot);
        Maker { key, slots }
    }

    /// A database made by this, as its bytes.
    fn database(&self, make: impl FnOnce(&mut Connection)) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = connection::make(folder.path(), &self.key).unwrap();
        make(&mut connection);
        let copy = folder.path().join("copy");
        connection.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
        std::fs::read(copy).unwrap()
    }

    /// The four members of a backup with this database: sealed with the key.
    fn members(&self, schema: u32, database: Vec<u8>) -> [(&'static str, Vec<u8>); 4] {
        let keyslots = self.slots.bytes().unwrap();
        let listed = |name: &str, bytes: &[u8]| Listed {
            name: name.to_owned(),
            bytes: bytes.len() as u64,
            sha256: Digest::of(bytes),
        };
        let listed = vec![listed(KEYSLOTS, &keyslots), listed(DATABASE, &database)];
        let manifest =
            Manifest::new(self.slots.backpack(), now(), "badgefolio/0.1.0", schema, listed).bytes().unwrap();
        let seal = seal(&manifest, &self.key).unwrap().hex().into_bytes();
        [(MANIFEST, manifest), (SEAL, seal), (KEYSLOTS, keyslots), (DATABASE, database)]
    }

    fn ours(&self) -> Vec<u8> {
        self.database(|connection| schema::steps(connection, MIGRATIONS).unwrap())
    }
}

fn archive<'a>(
    members: impl IntoIterator<Item = &'a (&'static str, Vec<u8>)>,
    how: CompressionMethod,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let stored = if *name == DATABASE { how } else { CompressionMethod::Stored };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(stored)).unwrap();
        std::io::Write::write_all(&mut zip, bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn stored(members: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    archive(members, CompressionMethod::Stored)
}

fn take(folder: &Path, bytes: &[u8], migrations: &[Migration]) -> Result<Restored, Error> {
    restore_to(folder, Cursor::new(bytes), &secret(), &mut SystemEntropy, now(), migrations)
}

fn code(folder: &Path, bytes: &[u8]) -> &'static str {
    take(folder, bytes, MIGRATIONS).unwrap_err().code()
}

fn ours() -> u32 {
    schema::newest(MIGRATIONS)
}

#[test]
fn what_is_as_it_should_be_is_taken() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let restored = take(folder.path(), &stored(&maker.members(ours(), maker.ours())), MIGRATIONS).unwrap();
    assert_eq!((restored.facts.schema, restored.set_aside), (ours(), None));
    assert_eq!(restored.facts.backpack, maker.slots.backpack());
    Backpack::open(folder.path(), Unlock::Typed(&secret()), &MemoryKeyring::new()).unwrap();
    let mut left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["backpack.db", "keyslots.json", "lock"]);
}

#[test]
fn an_older_schema_is_brought_up_to_date() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let database =
        maker.database(|connection| connection.execute_batch(&format!("BEGIN; {V1} COMMIT;")).unwrap());
    let restored = take(folder.path(), &stored(&maker.members(1, database)), MIGRATIONS).unwrap();
    assert_eq!(restored.facts.schema, 1);
    let opened = connection::writer(folder.path(), &maker.key).unwrap();
    assert_eq!(schema::version(&opened).unwrap(), ours());
    let name: String = opened.query_row("SELECT name FROM badges", [], |row| row.get(0)).unwrap();
    assert_eq!(name, "Holzwerk");
}

#[test]
fn a_newer_schema_is_refused_also_where_it_says_that_it_may_be_read() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let database = maker.database(|connection| {
        schema::steps(connection, MIGRATIONS).unwrap();
        connection.pragma_update(None, "user_version", ours() + 1).unwrap();
    });
    assert_eq!(code(folder.path(), &stored(&maker.members(ours() + 1, database))), "backpack.newer");
}

#[test]
fn tables_that_are_not_ours_are_refused() {
    let maker = Maker::new();
    for more in [
        "CREATE TRIGGER t AFTER INSERT ON badges BEGIN DELETE FROM badges; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE mine(a) STRICT",
        "DROP INDEX badges_by_name",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let database = maker.database(|connection| {
            schema::steps(connection, MIGRATIONS).unwrap();
            connection.execute_batch(&more.replace("(a)", "(a TEXT)")).unwrap();
        });
        assert_eq!(
            code(folder.path(), &stored(&maker.members(ours(), database))),
            "backup.unsound",
            "{more}"
        );
    }
}

#[test]
fn a_page_that_was_harmed_is_found_although_it_was_sealed_so() {
    let maker = Maker::new();
    let genuine = maker.ours();
    for place in [40, genuine.len() / 2, genuine.len() - 9] {
        let folder = tempfile::tempdir().unwrap();
        let mut harmed = genuine.clone();
        harmed[place] ^= 1;
        assert_eq!(code(folder.path(), &stored(&maker.members(ours(), harmed))), "backup.unsound", "{place}");
    }
    let folder = tempfile::tempdir().unwrap();
    let rubbish = vec![7; 8192];
    assert_eq!(code(folder.path(), &stored(&maker.members(ours(), rubbish))), "backup.unsound");
}

#[test]
fn nothing_is_inflated_whoever_sealed_it() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let members = maker.members(ours(), vec![0; 4 << 20]);
    assert_eq!(code(folder.path(), &archive(&members, CompressionMethod::Deflated)), "backup.packed");
    assert!(std::fs::read_dir(folder.path()).unwrap().all(|entry| entry.unwrap().file_name() == "lock"));
}

#[test]
fn members_of_two_backups_of_one_backpack_do_not_fit_together() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let old = maker.members(ours(), maker.ours());
    let new = maker.members(
        ours(),
        maker.database(|connection| {
            schema::steps(connection, MIGRATIONS).unwrap();
            connection.execute("INSERT INTO settings VALUES('theme', 'dark')", []).unwrap();
        }),
    );
    let mixed = [new[0].clone(), new[1].clone(), new[2].clone(), old[3].clone()];
    assert_eq!(code(folder.path(), &stored(&mixed)), "backup.changed");
    // With a manifest made to fit it lacks the seal.
    let mixed = [old[0].clone(), new[1].clone(), old[2].clone(), old[3].clone()];
    assert_eq!(code(folder.path(), &stored(&mixed)), "backup.changed");
    take(folder.path(), &stored(&old), MIGRATIONS).unwrap();
    take(folder.path(), &stored(&new), MIGRATIONS).unwrap();
}

#[test]
fn more_keys_than_anybody_has_are_refused_untried() {
    let mut maker = Maker::new();
    let slot = maker.slots.slots().next().unwrap().clone();
    for _ in 0..openbadges::limits::BACKUP_SLOTS {
        maker.slots.push(slot.clone());
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(folder.path(), &stored(&maker.members(ours(), maker.ours()))), "backup.too-large");
}

#[test]
fn a_failure_at_the_last_step_puts_back_what_was_there() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    take(folder.path(), &stored(&maker.members(ours(), maker.ours())), MIGRATIONS).unwrap();
    let before = std::fs::read(folder.path().join(DATABASE)).unwrap();
    let inside = tempfile::tempdir_in(folder.path()).unwrap();
    std::fs::write(inside.path().join(DATABASE), b"the new one").unwrap();
    // Its keys are missing: the second rename fails.
    assert!(super::restore::take_place(folder.path(), inside.path(), now()).is_err());
    assert_eq!(std::fs::read(folder.path().join(DATABASE)).unwrap(), before);
    assert!(inside.path().join(DATABASE).exists());
    let left = std::fs::read_dir(folder.path()).unwrap();
    assert!(
        left.map(|entry| entry.unwrap().file_name())
            .all(|name| !name.to_string_lossy().starts_with("set-aside"))
    );
    Backpack::open(folder.path(), Unlock::Typed(&secret()), &MemoryKeyring::new()).unwrap();
}

#[test]
fn what_a_crash_left_is_swept_away_and_nothing_else() {
    let (maker, folder) = (Maker::new(), tempfile::tempdir().unwrap());
    let left = folder.path().join("restoring-3f2a0000-0000-4000-8000-000000000001");
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join(DATABASE), b"half").unwrap();
    std::fs::create_dir(folder.path().join("restoring-the-house")).unwrap();
    take(folder.path(), &stored(&maker.members(ours(), maker.ours())), MIGRATIONS).unwrap();
    assert!(!left.exists() && folder.path().join("restoring-the-house").exists());
}

#[test]
fn a_file_that_says_more_than_it_holds_is_not_believed() {
    let maker = Maker::new();
    let genuine = stored(&maker.members(ours(), maker.ours()));
    let parcel = parcel::Parcel::open(Cursor::new(&genuine)).unwrap();
    let mut out = Vec::new();
    parcel.database_into(&mut out).unwrap();
    let mut again = Vec::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(&genuine)).unwrap();
    zip.by_name(DATABASE).unwrap().read_to_end(&mut again).unwrap();
    assert!(out == again, "an ordinary ZIP program reads the same");
}
