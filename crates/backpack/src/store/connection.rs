//! Opening one connection to the database.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::handover::hand_over;
use super::paths;
use crate::Error;
use crate::keys::Key;

const BUSY: Duration = Duration::from_secs(5);
/// Pages kept in memory, in KiB (negative, as SQLite wants it): the working set of 10,000 badges' lists.
const CACHE: i64 = -16_384;

/// A connection with its key and the pragmas every connection needs. Nothing has been read with it yet.
fn keyed(path: &Path, key: &Key) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    // Before the key: otherwise a damaged file makes SQLCipher write lines to stderr.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    hand_over(&connection, key)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Makes the database file: what must be set before the first table, and nothing else.
pub(crate) fn make(folder: &Path, key: &Key) -> Result<Connection, Error> {
    let path = paths::database(folder);
    // Made here so that only this user may read it; SQLite gives its WAL the same permissions.
    paths::private().write(true).create_new(true).open(&path)?;
    let connection = keyed(&path, key)?;
    connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    journal(&connection)?;
    Ok(connection)
}

/// The connection that writes.
pub(crate) fn writer(folder: &Path, key: &Key) -> Result<Connection, Error> {
    let connection = keyed(&paths::database(folder), key)?;
    journal(&connection)?;
    Ok(connection)
}

/// One to a database that lies somewhere else, for reading.
pub(crate) fn at(path: &Path, key: &Key) -> Result<Connection, Error> {
    let connection = keyed(path, key)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// One that reads.
pub(crate) fn reader(folder: &Path, key: &Key) -> Result<Connection, Error> {
    at(&paths::database(folder), key)
}

fn journal(connection: &Connection) -> Result<(), Error> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::Database("journal mode"));
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}
