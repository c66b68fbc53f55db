//! One connection that writes, up to three that read.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::connection;
use crate::Error;
use crate::keys::Key;

const MOST_READERS: usize = 3;

/// The connections of an open backpack. Readers are opened when first needed.
pub(crate) struct Pool {
    folder: PathBuf,
    key: Key,
    writer: Mutex<Writer>,
    readers: Mutex<Readers>,
    returned: Condvar,
}

struct Writer {
    connection: Connection,
    seen: i64,
}

#[derive(Default)]
struct Readers {
    idle: Vec<Connection>,
    open: usize,
}

impl Pool {
    pub(crate) fn new(folder: PathBuf, key: Key, connection: Connection) -> Result<Self, Error> {
        let seen = data_version(&connection)?;
        Ok(Pool {
            folder,
            key,
            writer: Mutex::new(Writer { connection, seen }),
            readers: Mutex::default(),
            returned: Condvar::new(),
        })
    }

    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// One transaction that begins by taking the write lock. Whatever fails inside leaves nothing behind.
    pub(crate) fn write<R>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        // A panic in earlier work rolled that transaction back; the connection itself is as good as before.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    /// Something on the writing connection outside a transaction.
    pub(crate) fn on_writer<R>(
        &self,
        work: impl FnOnce(&Connection) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        work(&writer.connection)
    }

    /// Reads, in one transaction, so that several queries see the same moment.
    pub(crate) fn read<R>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut lent = Lent { pool: self, connection: Some(self.borrow()?) };
        let Some(connection) = lent.connection.as_mut() else { return Err(Error::Database("reader")) };
        let transaction = connection.transaction()?;
        work(&transaction)
    }

    fn borrow(&self) -> Result<Connection, Error> {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = readers.idle.pop() {
                return Ok(connection);
            }
            if readers.open < MOST_READERS {
                let connection = connection::reader(&self.folder, &self.key)?;
                readers.open += 1;
                return Ok(connection);
            }
            readers = self.returned.wait(readers).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Whether somebody else (another window, the command line) has written since this was last asked. While we
    /// are writing ourselves the answer is no, and comes with the next question.
    pub(crate) fn changed_elsewhere(&self) -> Result<bool, Error> {
        let Ok(mut writer) = self.writer.try_lock() else { return Ok(false) };
        let now = data_version(&writer.connection)?;
        Ok(std::mem::replace(&mut writer.seen, now) != now)
    }
}

/// Changes with every commit of another connection, never with one's own.
fn data_version(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// A reader that goes back when done, also when the work panics.
struct Lent<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut readers = self.pool.readers.lock().unwrap_or_else(PoisonError::into_inner);
        readers.idle.extend(self.connection.take());
        drop(readers);
        self.pool.returned.notify_one();
    }
}
