//! Checking anew: another report, and what follows from it.

use jiff::Timestamp;
use openbadges::Digest;
use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, params};

use super::put::{fields_json, insert_report};
use super::row::parsed;
use super::{BadgeFields, Report, StoredDocument, leading};
use crate::store::ms;
use crate::{Backpack, Error};

/// A badge whose verdict has changed by itself since it was stated, with what it is stated anew from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The badge.
    pub badge: BadgeId,
    /// Its leading copy.
    pub copy: Digest,
    /// The newest report on that copy, JSON.
    pub report: String,
}

impl Backpack {
    /// Adds a report to a copy, with the documents it rests on and the fields and rank that follow from it; another
    /// copy may take the lead. Earlier reports stay as they are.
    ///
    /// # Errors
    /// [`Error::UnknownCopy`], [`Error::Busy`], [`Error::DiskFull`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_report(
        &self,
        copy: &Digest,
        report: &Report,
        documents: &[StoredDocument],
        fields: &BadgeFields,
        rank: i64,
    ) -> Result<BadgeId, Error> {
        self.pool.write(|tx| {
            let badge: String = tx
                .prepare_cached("UPDATE copies SET fields = ?2, rank = ?3 WHERE digest = ?1 RETURNING badge")?
                .query_row(params![copy.hex(), fields_json(fields)?, rank], |row| row.get(0))
                .optional()?
                .ok_or(Error::UnknownCopy)?;
            insert_report(tx, &copy.hex(), report, documents)?;
            leading::lead(tx, &badge)?;
            Ok(parsed(&badge)?)
        })
    }

    /// Badges whose verdict or mark changed by itself up to now: an end date passed, a status list grew old. They
    /// are to be stated anew with [`Backpack::restate`].
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn turned(&self, now: Timestamp) -> Result<Vec<Standing>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT b.id, b.leading, (SELECT r.report FROM reports r WHERE r.copy = b.leading
                 ORDER BY r.at DESC, r.id DESC LIMIT 1)
                 FROM badges b WHERE b.turns_at <= ?1 ORDER BY b.turns_at",
            )?;
            let mut rows = statement.query([ms(now)])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let (badge, copy): (String, String) = (row.get(0)?, row.get(1)?);
                found.push(Standing { badge: parsed(&badge)?, copy: parsed(&copy)?, report: row.get(2)? });
            }
            Ok(found)
        })
    }

    /// States verdict and mark of a copy anew, without a new report. `rank` may change with them.
    ///
    /// # Errors
    /// [`Error::UnknownCopy`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn restate(
        &self,
        copy: &Digest,
        verdict: &str,
        mark: &str,
        turns_at: Option<Timestamp>,
        rank: i64,
    ) -> Result<(), Error> {
        self.pool.write(|tx| {
            let (badge, fields): (String, String) = tx
                .prepare_cached("SELECT badge, fields FROM copies WHERE digest = ?1")?
                .query_row([copy.hex()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?
                .ok_or(Error::UnknownCopy)?;
            let mut fields: BadgeFields =
                serde_json::from_str(&fields).map_err(|_| Error::Database("fields"))?;
            fields.verdict = verdict.to_owned();
            fields.mark = mark.to_owned();
            fields.turns_at = turns_at;
            tx.prepare_cached("UPDATE copies SET fields = ?2, rank = ?3 WHERE digest = ?1")?
                .execute(params![copy.hex(), fields_json(&fields)?, rank])?;
            leading::lead(tx, &badge)
        })
    }
}
