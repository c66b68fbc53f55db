//! Hosts the learner has allowed to be asked, for good.

use jiff::Timestamp;
use rusqlite::params;

use crate::store::ms;
use crate::{Backpack, Error};

impl Backpack {
    /// Allows a host. Hosts are kept in lower case.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn give_consent(&self, host: &str, now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO consents(host, given_at) VALUES(?1, ?2) ON CONFLICT(host) DO NOTHING",
            )?
            .execute(params![host.to_ascii_lowercase(), ms(now)])?;
            Ok(())
        })
    }

    /// Takes a consent back; none there is no error.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn revoke_consent(&self, host: &str) -> Result<(), Error> {
        self.pool.write(|tx| {
            tx.execute("DELETE FROM consents WHERE host = ?1", [host.to_ascii_lowercase()])?;
            Ok(())
        })
    }

    /// All allowed hosts, in alphabetical order.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn consents(&self) -> Result<Vec<String>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached("SELECT host FROM consents ORDER BY host")?;
            let found = statement.query_map([], |row| row.get(0))?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }
}
