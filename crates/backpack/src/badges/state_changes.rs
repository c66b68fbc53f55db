//! Keeping, dismissing, deleting.

use jiff::Timestamp;
use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, Transaction, params};

use super::words;
use crate::clean::Orphans;
use crate::store::ms;
use crate::{Backpack, Error};

impl Backpack {
    /// Keeps waiting badges: all of them or, where one is not there, none. One that is kept already stays so.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn keep(&self, badges: &[BadgeId]) -> Result<(), Error> {
        self.pool.write(|tx| {
            for badge in badges {
                let found = tx
                    .prepare_cached("UPDATE badges SET state = 'kept' WHERE id = ?1")?
                    .execute([badge.as_str()])?;
                if found == 0 {
                    return Err(Error::UnknownBadge);
                }
            }
            Ok(())
        })
    }

    /// Takes waiting badges out of the inbox and remembers that they were not wanted. Kept ones are not touched:
    /// those are deleted, which is another thing to ask for.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`] when one of them does not wait, [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn dismiss(&self, badges: &[BadgeId], now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            for badge in badges {
                let waits: Option<bool> = tx
                    .prepare_cached("SELECT state = 'waiting' FROM badges WHERE id = ?1")?
                    .query_row([badge.as_str()], |row| row.get(0))
                    .optional()?;
                if waits != Some(true) {
                    return Err(Error::UnknownBadge);
                }
                tx.prepare_cached(
                    "INSERT INTO dismissed(content_digest, at)
                     SELECT DISTINCT content_digest, ?2 FROM copies WHERE badge = ?1
                     ON CONFLICT(content_digest) DO UPDATE SET at = excluded.at",
                )?
                .execute(params![badge.as_str(), ms(now)])?;
                delete(tx, badge)?;
            }
            Ok(())
        })?;
        self.give_back_space();
        Ok(())
    }

    /// Deletes a badge with its copies, reports, evidence and places in stacks, and every byte that nothing else
    /// needs. Importing it again makes it anew, under the same id.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn delete(&self, badge: &BadgeId) -> Result<(), Error> {
        self.pool.write(|tx| delete(tx, badge))?;
        self.give_back_space();
        Ok(())
    }

    /// Lets the file shrink by what was deleted. What was asked for is done by then, so that somebody else writing
    /// just now is no failure: the next deletion gives the space back.
    pub(crate) fn give_back_space(&self) {
        let _ = self.pool.on_writer(|connection| {
            let mut vacuum = connection.prepare_cached("PRAGMA incremental_vacuum(4096)")?;
            let mut rows = vacuum.query([])?;
            while rows.next()?.is_some() {}
            Ok(())
        });
    }
}

fn delete(tx: &Transaction<'_>, badge: &BadgeId) -> Result<(), Error> {
    let mut orphans = Orphans::default();
    orphans.of_badge(tx, badge.as_str())?;
    let n: i64 = tx
        .prepare_cached("DELETE FROM badges WHERE id = ?1 RETURNING n")?
        .query_row([badge.as_str()], |row| row.get(0))
        .optional()?
        .ok_or(Error::UnknownBadge)?;
    words::forget(tx, n)?;
    orphans.clean(tx)
}
