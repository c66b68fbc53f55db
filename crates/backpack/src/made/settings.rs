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

    /// Sets a setting that was never set; whether it did.
    ///
    /// # Errors
    /// As [`Backpack::set_setting`].
    pub fn set_setting_once(&self, key: &str, value: &str) -> Result<bool, Error> {
        if RESERVED.contains(&key) {
            return Err(Error::ReservedSetting);
        }
        self.pool.write(|tx| {
            let new = tx
                .prepare_cached(
                    "INSERT INTO settings(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO NOTHING",
                )?
                .execute([key, value])?;
            Ok(new > 0)
        })
    }

    /// How many settings there are whose names begin so.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn count_settings_under(&self, prefix: &str) -> Result<u32, Error> {
        self.pool.read(|tx| {
            let sql = "SELECT count(*) FROM settings WHERE key >= ?1 AND key < ?1 || char(1114111)";
            Ok(tx.prepare_cached(sql)?.query_row([prefix], |row| row.get(0))?)
        })
    }

    /// The settings whose names begin so, in their order, at most so many.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn settings_under(&self, prefix: &str, most: u32) -> Result<Vec<(String, String)>, Error> {
        self.pool.read(|tx| {
            let sql =
                "SELECT key, value FROM settings WHERE key >= ?1 AND key < ?1 || char(1114111) ORDER BY key LIMIT ?2";
            let mut statement = tx.prepare_cached(sql)?;
            let rows =
                statement.query_map(rusqlite::params![prefix, most], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        })
    }
}
