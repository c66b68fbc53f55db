use std::path::Path;

use rusqlite::Connection;

use super::*;
use crate::SystemEntropy;
use crate::keys::Key;
use crate::store::connection;

const V1: &str = include_str!("../../tests/schema/v1.sql");

/// A step as a later version might bring it, on top of ours.
fn later(min_reader: u32, sql: &'static str) -> Vec<Migration> {
    let next = newest(MIGRATIONS) + 1;
    let ours =
        MIGRATIONS.iter().map(|step| Migration { to: step.to, min_reader: step.min_reader, sql: step.sql });
    ours.chain([Migration { to: next, min_reader, sql }]).collect()
}

fn made(folder: &Path, key: &Key, migrations: &[Migration]) -> Connection {
    let mut connection = connection::make(folder, key).unwrap();
    migrate(folder, &mut connection, migrations).unwrap();
    connection
}

fn old(folder: &Path, key: &Key) -> Connection {
    let connection = connection::make(folder, key).unwrap();
    connection.execute_batch(&format!("BEGIN; {V1} COMMIT;")).unwrap();
    connection
}

fn text(connection: &Connection) -> Vec<(String, String, Option<String>)> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn key() -> Key {
    Key::make(&mut SystemEntropy).unwrap()
}

#[test]
fn upgraded_from_the_first_schema_equals_fresh() {
    for migrations in [later(1, "ALTER TABLE badges ADD COLUMN note TEXT NOT NULL DEFAULT ''"), later(1, "")]
    {
        let (key, one, two) = (key(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let fresh = made(one.path(), &key, &migrations);
        let mut upgraded = old(two.path(), &key);
        assert!(is_old(&upgraded, &migrations).unwrap());
        migrate(two.path(), &mut upgraded, &migrations).unwrap();
        assert_eq!(text(&fresh), text(&upgraded));
        assert_eq!(version(&fresh).unwrap(), version(&upgraded).unwrap());
        // What was there is still there, and fits together.
        let name: String = upgraded.query_row("SELECT name FROM badges", [], |row| row.get(0)).unwrap();
        assert_eq!(name, "Holzwerk");
        let check: String = upgraded.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok");
        assert!(!upgraded.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    }
}

#[test]
fn the_released_steps_still_make_the_released_schema() {
    let (key, one, two) = (key(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let fresh = made(one.path(), &key, &MIGRATIONS[..1]);
    assert_eq!(text(&fresh), text(&old(two.path(), &key)));
    assert!(MIGRATIONS.windows(2).all(|pair| pair[0].to + 1 == pair[1].to));
}

#[test]
fn a_copy_is_made_before_and_is_encrypted_under_the_same_key() {
    let (key, folder) = (key(), tempfile::tempdir().unwrap());
    let mut connection = old(folder.path(), &key);
    migrate(folder.path(), &mut connection, &later(1, "")).unwrap();
    let copy = folder.path().join("backpack-schema-1.db");
    let bytes = std::fs::read(&copy).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!bytes.windows(8).any(|window| window == b"Holzwerk"));
    std::fs::rename(&copy, folder.path().join("elsewhere")).unwrap();
    let other = tempfile::tempdir().unwrap();
    std::fs::copy(folder.path().join("elsewhere"), other.path().join(paths::DATABASE)).unwrap();
    let opened = connection::writer(other.path(), &key).unwrap();
    assert_eq!(version(&opened).unwrap(), 1);
    let name: String = opened.query_row("SELECT name FROM badges", [], |row| row.get(0)).unwrap();
    assert_eq!(name, "Holzwerk");
}

#[test]
fn a_step_that_fails_leaves_the_schema_before_it() {
    let (key, folder) = (key(), tempfile::tempdir().unwrap());
    let mut connection = made(folder.path(), &key, MIGRATIONS);
    let before = text(&connection);
    let broken = later(1, "ALTER TABLE badges ADD COLUMN note TEXT; SELECT * FROM nowhere;");
    assert!(migrate(folder.path(), &mut connection, &broken).is_err());
    assert_eq!(version(&connection).unwrap(), newest(MIGRATIONS));
    assert_eq!(text(&connection), before);
}

#[test]
fn a_newer_schema_says_whether_it_may_be_read() {
    let ours = newest(MIGRATIONS);
    for (min_reader, readable) in [(1, true), (ours, true), (ours + 1, false)] {
        let (key, folder) = (key(), tempfile::tempdir().unwrap());
        let connection = made(folder.path(), &key, &later(min_reader, ""));
        match is_old(&connection, MIGRATIONS) {
            Ok(old) => assert!(readable && !old),
            Err(error) => assert!(!readable && matches!(error, Error::Newer), "{error:?}"),
        }
    }
}

#[test]
fn pragmas_are_as_agreed() {
    let (key, folder) = (key(), tempfile::tempdir().unwrap());
    let connection = made(folder.path(), &key, MIGRATIONS);
    let reader = connection::reader(folder.path(), &key).unwrap();
    let ask = |connection: &Connection, name: &str| -> String {
        connection
            .pragma_query_value(None, name, |row| {
                row.get::<_, i64>(0).map(|n| n.to_string()).or_else(|_| row.get::<_, String>(0))
            })
            .unwrap()
    };
    for connection in [&connection, &reader] {
        assert_eq!(ask(connection, "auto_vacuum"), "2");
        assert_eq!(ask(connection, "journal_mode"), "wal");
        assert_eq!(ask(connection, "foreign_keys"), "1");
        assert_eq!(ask(connection, "secure_delete"), "1");
        assert_eq!(ask(connection, "temp_store"), "2");
        assert_eq!(ask(connection, "busy_timeout"), "5000");
    }
    assert_eq!(ask(&connection, "synchronous"), "2");
    assert!(reader.execute("DELETE FROM settings", []).is_err());
    let not_strict: i64 = connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
             AND name NOT LIKE 'sqlite_%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(not_strict, 0);
}
