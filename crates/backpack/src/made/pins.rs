//! Issuers the learner has marked as known, with the key they knew them by.

use jiff::Timestamp;
use rusqlite::params;

use crate::store::{from_ms, ms};
use crate::{Backpack, Error};

/// An issuer marked as known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The issuer's id.
    pub issuer: String,
    /// The key, as the report names it.
    pub key: String,
    /// When.
    pub pinned_at: Timestamp,
}

impl Backpack {
    /// Marks an issuer's key as known.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn pin(&self, issuer: &str, key: &str, now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO pins(issuer, key, pinned_at) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![issuer, key, ms(now)])?;
            Ok(())
        })
    }

    /// Takes the mark back; none there is no error.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn unpin(&self, issuer: &str, key: &str) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.execute("DELETE FROM pins WHERE issuer = ?1 AND key = ?2", [issuer, key])?;
            Ok(())
        })
    }

    /// All marks.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn pins(&self) -> Result<Vec<Pin>, Error> {
        self.pool.read(|tx| {
            let mut statement =
                tx.prepare_cached("SELECT issuer, key, pinned_at FROM pins ORDER BY issuer, key")?;
            let found = statement.query_map([], |row| {
                Ok(Pin { issuer: row.get(0)?, key: row.get(1)?, pinned_at: from_ms(row.get(2)?) })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }
}
