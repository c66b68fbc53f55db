//! Numbered migrations: each one transaction, a copy of the file before the first.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{atomic_file, paths};
use crate::Error;

/// One step of the schema.
pub(crate) struct Migration {
    /// The schema's number once it is done.
    pub(crate) to: u32,
    /// The oldest schema number whose app may still open the result: raised only by what breaks readers.
    pub(crate) min_reader: u32,
    /// What is done.
    pub(crate) sql: &'static str,
}

/// All steps, in order. A step that was released is never edited again.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { to: 1, min_reader: 1, sql: include_str!("../../migrations/0001.sql") },
    Migration { to: 2, min_reader: 1, sql: include_str!("../../migrations/0002.sql") },
    Migration { to: 3, min_reader: 1, sql: include_str!("../../migrations/0003.sql") },
];

/// The schema's number in this file. 0 is a file without tables.
pub(crate) fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Whether there is something to migrate. A newer schema is let in only if it says that this app may read it.
pub(crate) fn is_old(connection: &Connection, migrations: &[Migration]) -> Result<bool, Error> {
    let (at, ours) = (version(connection)?, newest(migrations));
    if at > ours {
        let min_reader: Option<String> = connection
            .query_row("SELECT value FROM settings WHERE key = 'min_reader'", [], |row| row.get(0))
            .map(Some)
            .or_else(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => Ok(None),
                other => Err(other),
            })?;
        return match min_reader.and_then(|text| text.parse::<u32>().ok()) {
            Some(min_reader) if min_reader <= ours => Ok(false),
            _ => Err(Error::Newer),
        };
    }
    Ok(at < ours)
}

/// The number that the last of these steps leads to.
pub(crate) fn newest(migrations: &[Migration]) -> u32 {
    migrations.last().map_or(0, |migration| migration.to)
}

/// Brings the schema up to date. The caller has the backpack alone. Where there was a schema before, the file is
/// copied first, encrypted under the same key, as `backpack-schema-<n>.db`.
pub(crate) fn migrate(
    folder: &Path,
    connection: &mut Connection,
    migrations: &[Migration],
) -> Result<(), Error> {
    let from = version(connection)?;
    if from > 0 && from < newest(migrations) {
        copy(folder, connection, from)?;
    }
    steps(connection, migrations)
}

/// The steps that are still to be done, without a copy before the first.
pub(crate) fn steps(connection: &mut Connection, migrations: &[Migration]) -> Result<(), Error> {
    let from = version(connection)?;
    for migration in migrations.iter().filter(|migration| migration.to > from) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration.sql)?;
        transaction.execute(
            "INSERT INTO settings(key, value) VALUES('min_reader', ?1)
             ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            [migration.min_reader.to_string()],
        )?;
        transaction.pragma_update(None, "user_version", migration.to)?;
        transaction.commit()?;
    }
    Ok(())
}

fn copy(folder: &Path, connection: &Connection, from: u32) -> Result<(), Error> {
    let path = folder.join(format!("{}{from}.db", paths::SCHEMA_COPY));
    let new = folder.join(format!("{}{from}.db.new", paths::SCHEMA_COPY));
    // What a crash left half done; a finished copy from an earlier try stays.
    match std::fs::remove_file(&new) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    paths::private().write(true).create_new(true).open(&new)?;
    let name = new.to_str().ok_or(Error::Folder(std::io::ErrorKind::InvalidFilename))?;
    connection.execute("VACUUM INTO ?1", [name])?;
    std::fs::File::open(&new)?.sync_all()?;
    std::fs::rename(&new, &path)?;
    atomic_file::sync_folder(folder)
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
