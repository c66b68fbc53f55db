//! Many badges in one transaction, each decided by what was put before it.

use jiff::Timestamp;
use openbadges::award::BadgeId;
use rusqlite::Transaction;

use super::{BadgeRow, Decision, Lookup, NewCopy, Put, decide, put, record};
use crate::{Backpack, Error};

/// A transaction that takes copies in. Nothing of it is there before it ends well, and then all of it.
pub struct Together<'a> {
    tx: &'a Transaction<'a>,
}

impl Backpack {
    /// Does several things in one transaction: all of them, or none. For whole mailboxes, where a transaction each would wait
    /// for the disk each time. Nobody else can write meanwhile, so what takes long is done before.
    ///
    /// # Errors
    /// What `work` gives; and [`Error::Busy`], [`Error::DiskFull`], [`Error::Damaged`], [`Error::Folder`]. Then nothing is stored.
    pub fn together<R>(&self, work: impl FnOnce(&Together<'_>) -> Result<R, Error>) -> Result<R, Error> {
        self.pool.write(|tx| work(&Together { tx }))
    }
}

impl Together<'_> {
    /// As [`Backpack::decide`], seeing what was put so far.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn decide(&self, lookup: Lookup<'_>) -> Result<Decision, Error> {
        decide::decide(self.tx, lookup)
    }

    /// As [`Backpack::put`].
    ///
    /// # Errors
    /// As there; then the whole transaction has failed.
    pub fn put(&self, copy: &NewCopy, now: Timestamp) -> Result<Put, Error> {
        put::put(self.tx, copy, now)
    }

    /// As [`Backpack::row`].
    ///
    /// # Errors
    /// As there.
    pub fn row(&self, badge: &BadgeId) -> Result<BadgeRow, Error> {
        record::row_of(self.tx, badge)
    }

    /// As [`Backpack::perhaps_same`].
    ///
    /// # Errors
    /// As there.
    pub fn perhaps_same(&self, badge: &BadgeId) -> Result<Vec<BadgeId>, Error> {
        decide::perhaps_same(self.tx, badge)
    }
}

impl std::fmt::Debug for Together<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Together")
    }
}
