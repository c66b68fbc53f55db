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
    /// The name it had then.
    pub name: String,
    /// The key, as the report names it; empty for one that vouches by its website alone.
    pub key: String,
    /// When.
    pub pinned_at: Timestamp,
}

impl Backpack {
    /// Marks an issuer as known by this key, too: marks of it under other keys stay. The same mark once more changes
    /// nothing.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn pin(&self, issuer: &str, name: &str, key: &str, now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO pins(issuer, name, key, pinned_at) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            )?
            .execute(params![issuer, name, key, ms(now)])?;
            Ok(())
        })
    }

    /// Takes the mark of an issuer back. Whether there was one.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn unpin(&self, issuer: &str) -> Result<bool, Error> {
        self.pool.write(|tx| Ok(tx.execute("DELETE FROM pins WHERE issuer = ?1", [issuer])? > 0))
    }

    /// All marks.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn pins(&self) -> Result<Vec<Pin>, Error> {
        self.pool.read(|tx| {
            let mut statement =
                tx.prepare_cached("SELECT issuer, name, key, pinned_at FROM pins ORDER BY issuer, key")?;
            let found = statement.query_map([], |row| {
                let pinned_at = from_ms(row.get(3)?);
                Ok(Pin { issuer: row.get(0)?, name: row.get(1)?, key: row.get(2)?, pinned_at })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }
}
