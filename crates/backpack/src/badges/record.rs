//! One badge with all there is to it.

use jiff::Timestamp;
use openbadges::Digest;
use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, Transaction, params};

use super::row::{self, parsed};
use super::{BadgeFields, BadgeRow, Report, Source};
use crate::store::{blob, digest, from_ms, optional_digest};
use crate::{Backpack, Error};

/// A badge with its copies, the leading one first.
#[derive(Clone, Debug)]
pub struct BadgeRecord {
    /// What a list shows.
    pub row: BadgeRow,
    /// Authority and normalised id.
    pub award_key: String,
    /// Its copies, the leading one first.
    pub copies: Vec<CopyRecord>,
}

impl BadgeRecord {
    /// The copy whose fields the badge shows.
    pub fn leading(&self) -> Option<&CopyRecord> {
        self.copies.iter().find(|copy| copy.leading)
    }
}

/// One copy of a badge.
#[derive(Clone, Debug)]
pub struct CopyRecord {
    /// The digest of its payload.
    pub digest: Digest,
    /// The digest of its canonical form.
    pub content_digest: Digest,
    /// `open-badges-3.0`, …
    pub format: String,
    /// `data-integrity/eddsa-rdfc-2022`, …
    pub securing: String,
    /// How much it proves.
    pub rank: i64,
    /// Whether the badge shows its fields.
    pub leading: bool,
    /// The credential's bytes, verbatim.
    pub payload: Vec<u8>,
    /// What the badge shows while it leads.
    pub fields: BadgeFields,
    /// Its own picture.
    pub image: Option<Digest>,
    /// When it came.
    pub added_at: Timestamp,
    /// The newest report.
    pub report: Report,
    /// All reports, newest first.
    pub reports: Vec<ReportLine>,
    /// Where it was found, first first.
    pub sources: Vec<SourceRecord>,
}

/// A report in the list of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The moment it speaks of.
    pub at: Timestamp,
    /// Which verifier.
    pub verifier: String,
    /// Its verdict.
    pub verdict: String,
    /// Its mark.
    pub mark: String,
}

/// A copy that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Since when.
    pub since: Timestamp,
    /// Its latest report, as it was given.
    pub report: String,
}

/// Where and when a copy was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRecord {
    /// Where.
    pub source: Source,
    /// When.
    pub seen_at: Timestamp,
}

impl Backpack {
    /// A badge with its copies.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::ContentChanged`], [`Error::Damaged`], [`Error::Folder`].
    pub fn badge(&self, id: &BadgeId) -> Result<BadgeRecord, Error> {
        self.pool.read(|tx| {
            let sql = format!("SELECT {}, b.award_key FROM badges b WHERE b.id = ?1", row::COLUMNS);
            let (badge, award_key) = tx
                .prepare_cached(&sql)?
                .query_row([id.as_str()], |found| Ok((row::read(found)?, found.get(19)?)))
                .optional()?
                .ok_or(Error::UnknownBadge)?;
            let copies = copies(tx, &badge)?;
            Ok(BadgeRecord { row: badge, award_key, copies })
        })
    }

    /// The row of a badge.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Damaged`], [`Error::Folder`].
    pub fn row(&self, id: &BadgeId) -> Result<BadgeRow, Error> {
        self.pool.read(|tx| row_of(tx, id))
    }

    /// Since when exactly this copy, or one that says the same in another spelling, has been there, and how it was found to
    /// stand last; if it is there.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn held(&self, payload: &Digest, content: &Digest) -> Result<Option<Held>, Error> {
        self.pool.read(|tx| {
            let Some((_, copy)) = super::put::known(tx, payload, content)? else { return Ok(None) };
            let held = tx
                .prepare_cached(
                    "SELECT added_at, (SELECT report FROM reports WHERE copy = ?1 ORDER BY at DESC, id DESC LIMIT 1)
                     FROM copies WHERE digest = ?1",
                )?
                .query_row([copy], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?)))?;
            Ok(Some(Held { since: from_ms(held.0), report: held.1.unwrap_or_default() }))
        })
    }

    /// The badges of an authority (an issuer's id, normalised), as they came.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn of_issuer(&self, issuer_key: &str) -> Result<Vec<BadgeId>, Error> {
        self.pool.read(|tx| {
            let mut statement =
                tx.prepare_cached("SELECT id FROM badges WHERE issuer_key = ?1 ORDER BY n")?;
            let mut found = Vec::new();
            for id in statement.query_map([issuer_key], |row| row.get::<_, String>(0))? {
                found.push(parsed(&id?)?);
            }
            Ok(found)
        })
    }

    /// The one badge whose id begins like this, as the command line takes it: four characters or more.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], also for less than four characters; [`Error::AmbiguousBadge`]; [`Error::Damaged`];
    /// [`Error::Folder`].
    pub fn find_prefix(&self, prefix: &str) -> Result<BadgeId, Error> {
        let prefix = prefix.trim().to_ascii_lowercase();
        if prefix.len() < 4 || !prefix.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Error::UnknownBadge);
        }
        self.pool.read(|tx| {
            // `{` stands behind every letter and digit.
            let mut statement =
                tx.prepare_cached("SELECT id FROM badges WHERE id >= ?1 AND id < ?1 || '{' ORDER BY id")?;
            let mut found = statement.query_map([&prefix], |row| row.get::<_, String>(0))?;
            let first = found.next().ok_or(Error::UnknownBadge)??;
            match found.count() {
                0 => Ok(parsed(&first)?),
                more => Err(Error::AmbiguousBadge { count: more + 1 }),
            }
        })
    }
}

pub(super) fn row_of(tx: &Transaction<'_>, id: &BadgeId) -> Result<BadgeRow, Error> {
    let sql = format!("SELECT {} FROM badges b WHERE b.id = ?1", row::COLUMNS);
    tx.prepare_cached(&sql)?.query_row([id.as_str()], row::read).optional()?.ok_or(Error::UnknownBadge)
}

fn copies(tx: &Transaction<'_>, badge: &BadgeRow) -> Result<Vec<CopyRecord>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT digest, content_digest, format, securing, rank, payload, fields, image, added_at FROM copies
         WHERE badge = ?1 ORDER BY digest = ?2 DESC, rank DESC, added_at, rowid",
    )?;
    let mut rows = statement.query(params![badge.id.as_str(), badge.leading.hex()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        let (content, payload, fields): (Vec<u8>, Vec<u8>, String) = (row.get(1)?, row.get(5)?, row.get(6)?);
        let own: Digest = parsed(&key)?;
        let (report, reports) = reports(tx, &key)?;
        found.push(CopyRecord {
            digest: own,
            content_digest: digest(&content)?,
            format: row.get(2)?,
            securing: row.get(3)?,
            rank: row.get(4)?,
            leading: own == badge.leading,
            payload: blob::get(tx, &payload)?.ok_or(Error::ContentChanged)?,
            fields: serde_json::from_str(&fields).map_err(|_| Error::Database("fields"))?,
            image: optional_digest(row.get(7)?)?,
            added_at: from_ms(row.get(8)?),
            report,
            reports,
            sources: sources(tx, &key)?,
        });
    }
    Ok(found)
}

fn reports(tx: &Transaction<'_>, copy: &str) -> Result<(Report, Vec<ReportLine>), Error> {
    let mut statement = tx.prepare_cached(
        "SELECT at, verifier, verdict, mark FROM reports WHERE copy = ?1 ORDER BY at DESC, id DESC",
    )?;
    let lines = statement
        .query_map([copy], |row| {
            Ok(ReportLine {
                at: from_ms(row.get(0)?),
                verifier: row.get(1)?,
                verdict: row.get(2)?,
                mark: row.get(3)?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let newest = lines.first().cloned().ok_or(Error::Database("no report"))?;
    let json = tx
        .prepare_cached("SELECT report FROM reports WHERE copy = ?1 ORDER BY at DESC, id DESC LIMIT 1")?
        .query_row([copy], |row| row.get(0))?;
    let ReportLine { at, verifier, verdict, mark } = newest;
    Ok((Report { json, at, verifier, verdict, mark }, lines))
}

fn sources(tx: &Transaction<'_>, copy: &str) -> Result<Vec<SourceRecord>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT kind, path, carrier, container, detail, seen_at FROM sources WHERE copy = ?1 ORDER BY id",
    )?;
    let found = statement.query_map([copy], |row| {
        let container: Vec<u8> = row.get(3)?;
        Ok(SourceRecord {
            source: Source {
                kind: row.get(0)?,
                path: row.get(1)?,
                carrier: row.get(2)?,
                container: optional_digest((!container.is_empty()).then_some(container))?,
                detail: row.get(4)?,
            },
            seen_at: from_ms(row.get(5)?),
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
