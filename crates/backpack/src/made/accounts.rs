//! Accounts that badges are fetched from. Their secrets are not here: they are in the system's keyring.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::store::{from_ms, ms, optional_ms};
use crate::{AccountId, Backpack, Entropy, Error, entropy};

/// An account as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What was chosen.
    pub fields: AccountFields,
    /// How far it was looked through, in whatever form its kind uses; empty before the first time.
    pub reached: String,
    /// When it was added.
    pub added_at: Timestamp,
    /// When it was last looked through to its end.
    pub scanned_at: Option<Timestamp>,
}

/// What was chosen for an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFields {
    /// What kind it is, as the wallet calls it.
    pub kind: String,
    /// The host that is asked.
    pub host: String,
    /// Who logs in: a user name, a client id.
    pub user: String,
    /// Everything else that was chosen: port, folder, period.
    pub place: String,
}

impl Backpack {
    /// Adds an account.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`], [`Error::NoRandomness`].
    pub fn add_account(
        &self,
        fields: &AccountFields,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<AccountId, Error> {
        let id = AccountId(entropy::uuid(entropy)?);
        self.pool.write(|tx| {
            tx.execute(
                "INSERT INTO accounts(id, kind, host, user, place, added_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                params![id.0, fields.kind, fields.host, fields.user, fields.place, ms(now)],
            )?;
            Ok(())
        })?;
        Ok(id)
    }

    /// All accounts, in the order in which they were added.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn accounts(&self) -> Result<Vec<Account>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT id, kind, host, user, place, reached, added_at, scanned_at FROM accounts
                 ORDER BY added_at, id",
            )?;
            let found = statement.query_map([], account)?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// Notes how far an account was looked through; `scanned_at` only when that was to its end.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn set_reached(
        &self,
        id: &AccountId,
        reached: &str,
        scanned_at: Option<Timestamp>,
    ) -> Result<(), Error> {
        self.pool.write(|tx| {
            let changed = tx
                .prepare_cached(
                    "UPDATE accounts SET reached = ?2, scanned_at = coalesce(?3, scanned_at) WHERE id = ?1",
                )?
                .execute(params![id.0, reached, scanned_at.map(ms)])?;
            if changed == 0 { Err(Error::UnknownAccount) } else { Ok(()) }
        })
    }

    /// Forgets an account. What came from it stays.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn remove_account(&self, id: &AccountId) -> Result<(), Error> {
        self.pool.write(|tx| {
            let gone = tx.execute("DELETE FROM accounts WHERE id = ?1", [&id.0])?;
            if gone == 0 { Err(Error::UnknownAccount) } else { Ok(()) }
        })
    }
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(row.get(0)?),
        fields: AccountFields { kind: row.get(1)?, host: row.get(2)?, user: row.get(3)?, place: row.get(4)? },
        reached: row.get(5)?,
        added_at: from_ms(row.get(6)?),
        scanned_at: optional_ms(row.get(7)?),
    })
}
