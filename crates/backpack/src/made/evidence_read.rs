//! Listing evidence and getting its bytes out again.

use std::io::Write;

use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, Row};

use super::{Evidence, EvidenceKind};
use crate::store::{blob, from_ms, optional_digest};
use crate::{Backpack, Error, EvidenceId};

const COLUMNS: &str =
    "e.id, e.badge, e.kind, e.name, e.caption, e.media_type, b.bytes, e.blob, e.url, e.added_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    let (badge, kind): (String, String) = (row.get(1)?, row.get(2)?);
    let bytes: Option<i64> = row.get(6)?;
    Ok(Evidence {
        id: EvidenceId(row.get(0)?),
        badge: badge.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        kind: match kind.as_str() {
            "link" => EvidenceKind::Link,
            "text" => EvidenceKind::Text,
            _ => EvidenceKind::File,
        },
        name: row.get(3)?,
        caption: row.get(4)?,
        media_type: row.get(5)?,
        bytes: bytes.and_then(|bytes| u64::try_from(bytes).ok()),
        digest: optional_digest(row.get(7)?)?,
        url: row.get(8)?,
        added_at: from_ms(row.get(9)?),
    })
}

impl Backpack {
    /// What is attached to a badge, in its order.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn evidence_of(&self, badge: &BadgeId) -> Result<Vec<Evidence>, Error> {
        self.pool.read(|tx| {
            let sql = format!(
                "SELECT {COLUMNS} FROM evidence e LEFT JOIN blobs b ON b.digest = e.blob
                 WHERE e.badge = ?1 ORDER BY e.position, e.n"
            );
            let mut statement = tx.prepare_cached(&sql)?;
            let found = statement.query_map([badge.as_str()], read)?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// One piece of evidence.
    ///
    /// # Errors
    /// [`Error::UnknownEvidence`], [`Error::Damaged`], [`Error::Folder`].
    pub fn evidence(&self, id: &EvidenceId) -> Result<Evidence, Error> {
        self.pool.read(|tx| {
            let sql = format!(
                "SELECT {COLUMNS} FROM evidence e LEFT JOIN blobs b ON b.digest = e.blob
                 WHERE e.id = ?1 AND e.badge IS NOT NULL"
            );
            tx.prepare_cached(&sql)?.query_row([id.as_str()], read).optional()?.ok_or(Error::UnknownEvidence)
        })
    }

    /// Writes the bytes of a piece of evidence out, a chunk at a time, and checks that they are what was attached.
    /// Answers how many there were; a link has none.
    ///
    /// # Errors
    /// [`Error::UnknownEvidence`], [`Error::UnwritableFile`], [`Error::ContentChanged`] (after the writing),
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn evidence_to(&self, id: &EvidenceId, to: &mut dyn Write) -> Result<u64, Error> {
        match self.evidence(id)?.digest {
            Some(digest) => blob::copy_to(&self.pool, &digest.0, to),
            None => Ok(0),
        }
    }

    /// The bytes of a piece of evidence, if there are no more of them than `limit`; `None` for more, and for a
    /// link.
    ///
    /// # Errors
    /// As [`Backpack::evidence_to`].
    pub fn evidence_bytes(&self, id: &EvidenceId, limit: u64) -> Result<Option<Vec<u8>>, Error> {
        let evidence = self.evidence(id)?;
        let (Some(digest), Some(length)) = (evidence.digest, evidence.bytes) else { return Ok(None) };
        if length > limit {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        blob::copy_to(&self.pool, &digest.0, &mut bytes)?;
        Ok(Some(bytes))
    }
}
