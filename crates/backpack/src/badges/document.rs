//! The archive: documents a check looked at outside of the badge.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::store::{blob, from_ms, ms};
use crate::{Backpack, Error};

/// One version of a document, or the answer that there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDocument {
    /// The address without fragment.
    pub url: String,
    /// Where redirects ended, if elsewhere.
    pub final_url: Option<String>,
    /// Its media type.
    pub media_type: Option<String>,
    /// Its bytes; `None` for an answer without any (404, 410).
    pub bytes: Option<Vec<u8>>,
    /// The HTTP status, 200 for what was not fetched over HTTP.
    pub status: u16,
    /// When these bytes were first seen at this address.
    pub fetched_at: Timestamp,
    /// And when last. Equal to `fetched_at` when given in.
    pub seen_at: Timestamp,
    /// `bundled`, `fetched`, `archive` or `sender`.
    pub origin: String,
    /// The entity tag, for asking again cheaply.
    pub etag: Option<String>,
}

impl Backpack {
    /// All versions of these addresses, oldest first within each.
    ///
    /// # Errors
    /// [`Error::ContentChanged`], [`Error::Damaged`], [`Error::Folder`].
    pub fn documents<S: AsRef<str>>(&self, urls: &[S]) -> Result<Vec<StoredDocument>, Error> {
        self.pool.read(|tx| {
            let mut found = Vec::new();
            for url in urls {
                let filter = "url = ?1 ORDER BY fetched_at, id";
                found.extend(select(tx, filter, url.as_ref())?);
            }
            Ok(found)
        })
    }

    /// All documents that any report on this badge rests on: what it verifies with offline.
    ///
    /// # Errors
    /// [`Error::ContentChanged`], [`Error::Damaged`], [`Error::Folder`].
    pub fn documents_of(&self, badge: &crate::BadgeId) -> Result<Vec<StoredDocument>, Error> {
        self.pool.read(|tx| {
            let filter = "id IN (SELECT rd.document FROM copies c JOIN reports r ON r.copy = c.digest
                 JOIN report_documents rd ON rd.report = r.id WHERE c.badge = ?1)
                 ORDER BY url, fetched_at, id";
            select(tx, filter, badge.as_str())
        })
    }
}

fn select(tx: &Transaction<'_>, filter: &str, value: &str) -> Result<Vec<StoredDocument>, Error> {
    let sql = format!(
        "SELECT url, final_url, media_type, blob, status, fetched_at, seen_at, origin, etag
         FROM documents WHERE {filter}"
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let mut rows = statement.query([value])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let digest: Option<Vec<u8>> = row.get(3)?;
        let bytes = match digest {
            Some(digest) => Some(blob::get(tx, &digest)?.ok_or(Error::ContentChanged)?),
            None => None,
        };
        found.push(StoredDocument {
            url: row.get(0)?,
            final_url: row.get(1)?,
            media_type: row.get(2)?,
            bytes,
            status: row.get(4)?,
            fetched_at: from_ms(row.get(5)?),
            seen_at: from_ms(row.get(6)?),
            origin: row.get(7)?,
            etag: row.get(8)?,
        });
    }
    Ok(found)
}

/// Keeps a document and links it to a report. What says the same as the newest version of that address and origin
/// only moves the time it was last seen.
pub(super) fn keep(tx: &Transaction<'_>, report: i64, document: &StoredDocument) -> Result<(), Error> {
    let digest = match &document.bytes {
        Some(bytes) => Some(blob::put(tx, bytes)?.0),
        None => None,
    };
    let newest: Option<(i64, Option<Vec<u8>>, u16)> = tx
        .prepare_cached(
            "SELECT id, blob, status FROM documents WHERE url = ?1 AND origin = ?2
             ORDER BY fetched_at DESC, id DESC LIMIT 1",
        )?
        .query_row(params![document.url, document.origin], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let same = newest.filter(|(_, blob, status)| {
        blob.as_deref() == digest.as_ref().map(<[u8; 32]>::as_slice) && *status == document.status
    });
    let id = match same {
        Some((id, ..)) => {
            tx.prepare_cached("UPDATE documents SET seen_at = max(seen_at, ?2) WHERE id = ?1")?
                .execute(params![id, ms(document.seen_at)])?;
            id
        }
        None => tx
            .prepare_cached(
                "INSERT INTO documents(url, fetched_at, seen_at, origin, status, final_url, media_type, etag, blob)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT(url, fetched_at, origin) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)
                 RETURNING id",
            )?
            .query_row(
                params![
                    document.url,
                    ms(document.fetched_at),
                    ms(document.seen_at),
                    document.origin,
                    document.status,
                    document.final_url,
                    document.media_type,
                    document.etag,
                    digest
                ],
                |row| row.get(0),
            )?,
    };
    tx.prepare_cached("INSERT OR IGNORE INTO report_documents(report, document) VALUES(?1, ?2)")?
        .execute(params![report, id])?;
    Ok(())
}
