//! The leading copy: the one that proves most. A badge shows its fields only.

use rusqlite::{Transaction, params};

use super::{BadgeFields, words};
use crate::Error;
use crate::store::ms;

/// Looks again which copy leads and lets the badge show its fields. Of equal ranks the one that leads stays, so
/// that a second copy that proves no more changes nothing; else the first that came.
pub(super) fn lead(tx: &Transaction<'_>, badge: &str) -> Result<(), Error> {
    let (digest, fields, image): (String, String, Option<Vec<u8>>) = tx
        .prepare_cached(
            "SELECT c.digest, c.fields, c.image FROM copies c JOIN badges b ON b.id = c.badge
             WHERE c.badge = ?1
             ORDER BY c.rank DESC, c.digest = b.leading DESC, c.added_at, c.rowid LIMIT 1",
        )?
        .query_row([badge], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let fields: BadgeFields = serde_json::from_str(&fields).map_err(|_| Error::Database("fields"))?;
    // A copy without a picture borrows that of the best copy that has one.
    let image = match image {
        Some(image) => Some(image),
        None => tx
            .prepare_cached(
                "SELECT max(image) FROM (SELECT image FROM copies WHERE badge = ?1 AND image IS NOT NULL
                 ORDER BY rank DESC, added_at, rowid LIMIT 1)",
            )?
            .query_row([badge], |row| row.get(0))?,
    };
    let n: i64 = tx
        .prepare_cached(
            "UPDATE badges SET leading = ?2, name = ?3, issuer = ?4, issuer_key = ?5, achievement = ?6,
             recipient_key = ?7, issued_at = ?8, issued = ?9, valid_until = ?10, valid_until_text = ?11,
             minutes = ?12, verdict = ?13, mark = ?14, turns_at = ?15, image = ?16,
             sorted_at = coalesce(?8, added_at), name_sort = ?17, issuer_sort = ?18
             WHERE id = ?1 RETURNING n",
        )?
        .query_row(
            params![
                badge,
                digest,
                fields.name,
                fields.issuer,
                fields.issuer_key,
                fields.achievement,
                fields.recipient_key,
                fields.issued_at.map(ms),
                fields.issued,
                fields.valid_until.map(ms),
                fields.valid_until_text,
                fields.minutes,
                fields.verdict,
                fields.mark,
                fields.turns_at.map(ms),
                image,
                words::sort_key(&fields.name),
                words::sort_key(&fields.issuer),
            ],
            |row| row.get(0),
        )?;
    words::index(tx, n, &fields.name, &fields.issuer, &fields.search_text)
}
