//! Whether a database that came in a backup is one of ours, whole and unharmed.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;

use super::BackupError;
use crate::Error;
use crate::keys::Key;
use crate::store::{connection, schema};

/// What a database is made of: kind, name and text of each table, index, trigger.
type Made = BTreeSet<(String, String, Option<String>)>;

/// Opens the database of a folder, looks it through, and brings its schema up to date. Its tables have to be exactly
/// those that its version of the app makes: a trigger or a view more would be somebody else's program in our house.
pub(super) fn make_sound(folder: &Path, key: &Key, migrations: &[schema::Migration]) -> Result<(), Error> {
    look_through(folder, key, migrations).map_err(|error| match error {
        // Said of the backup: the backpack that is there has nothing to do with it.
        Error::Damaged(_) | Error::Database(_) => BackupError::Unsound.into(),
        other => other,
    })
}

fn look_through(folder: &Path, key: &Key, migrations: &[schema::Migration]) -> Result<(), Error> {
    let mut connection = connection::writer(folder, key)?;
    let version = schema::version(&connection)?;
    if version > schema::newest(migrations) {
        return Err(Error::Newer);
    }
    if version == 0 || made(&connection)? != made(&fresh(migrations, version)?)? {
        return Err(BackupError::Unsound.into());
    }
    // Every page by its own code, then how pages, rows and indices fit together.
    let harmed = connection.prepare("PRAGMA cipher_integrity_check")?.exists([])?;
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let loose = connection.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if harmed || answer != "ok" || loose {
        return Err(BackupError::Unsound.into());
    }
    schema::steps(&mut connection, migrations)?;
    if made(&connection)? != made(&fresh(migrations, schema::newest(migrations))?)? {
        return Err(BackupError::Unsound.into());
    }
    // All of it into the one file, which is then moved.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| Error::from(error))?;
    Ok(())
}

/// An empty database in memory, made by the steps up to this version.
fn fresh(migrations: &[schema::Migration], version: u32) -> Result<Connection, Error> {
    let mut connection = Connection::open_in_memory()?;
    let upto = migrations.iter().filter(|migration| migration.to <= version).count();
    schema::steps(&mut connection, migrations.get(..upto).unwrap_or_default())?;
    Ok(connection)
}

fn made(connection: &Connection) -> Result<Made, Error> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
