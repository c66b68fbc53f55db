//! Settings: texts under names.

use rusqlite::OptionalExtension;

use crate::{Backpack, Error};

/// The store's own, in the same table.
const RESERVED: &[&str] = &["min_reader"];

impl Backpack {
    /// A setting, `None` if it was never set.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn setting(&self, key: &str) -> Result<Option<String>, Error> {
        self.pool.read(|tx| {
            Ok(tx
                .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()?)
        })
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// [`Error::ReservedSetting`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), Error> {
        if RESERVED.contains(&key) {
            return Err(Error::ReservedSetting);
        }
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO settings(key, value) VALUES(?1, ?2)
                 ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            )?
            .execute([key, value])?;
            Ok(())
        })
    }
}
