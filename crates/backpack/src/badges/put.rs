//! Taking a copy in: one transaction with badge, report, provenance, documents and picture.

use jiff::Timestamp;
use openbadges::Digest;
use rusqlite::{OptionalExtension, Transaction, params};

use super::row::parsed;
use super::{
    BadgeFields, BadgeState, NewCopy, Put, Report, Source, StoredDocument, document, leading, picture,
};
use crate::store::{blob, ms};
use crate::{Backpack, Error};

impl Backpack {
    /// Takes a copy in. The same bytes again, or the same content in another spelling, only add a source; a copy
    /// of an award that is there joins its badge; else a badge is made. A waiting badge whose copy is put as kept
    /// is kept from then on.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::DiskFull`], [`Error::Damaged`], [`Error::Folder`]; then nothing of it is stored.
    pub fn put(&self, copy: &NewCopy, now: Timestamp) -> Result<Put, Error> {
        self.pool.write(|tx| put(tx, copy, now))
    }

    /// Takes many in, all or none: for whole mailboxes, where a transaction each would wait for the disk each time.
    ///
    /// # Errors
    /// As [`Backpack::put`].
    pub fn put_all(&self, copies: &[NewCopy], now: Timestamp) -> Result<Vec<Put>, Error> {
        self.pool.write(|tx| copies.iter().map(|copy| put(tx, copy, now)).collect())
    }
}

/// The badge and the digest of a copy that says the same as this one.
pub(super) fn known(
    tx: &Transaction<'_>,
    payload: &Digest,
    content: &Digest,
) -> Result<Option<(String, String)>, Error> {
    Ok(tx
        .prepare_cached(
            "SELECT badge, digest FROM copies WHERE digest = ?1 OR content_digest = ?2
             ORDER BY digest = ?1 DESC, added_at LIMIT 1",
        )?
        .query_row(params![payload.hex(), content.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The badge of an award.
pub(super) fn of_award(tx: &Transaction<'_>, award_key: &str) -> Result<Option<String>, Error> {
    Ok(tx
        .prepare_cached("SELECT id FROM badges WHERE award_key = ?1")?
        .query_row([award_key], |row| row.get(0))
        .optional()?)
}

pub(super) fn put(tx: &Transaction<'_>, copy: &NewCopy, now: Timestamp) -> Result<Put, Error> {
    let payload = Digest::of(&copy.payload);
    tx.prepare_cached("DELETE FROM dismissed WHERE content_digest = ?1")?.execute([copy.content_digest.0])?;
    if let Some((badge, digest)) = known(tx, &payload, &copy.content_digest)? {
        add_source(tx, &digest, &copy.source, now)?;
        keep_if_kept(tx, &badge, copy.state)?;
        return Ok(Put::Known(parsed(&badge)?));
    }
    let (badge, new) = match of_award(tx, &copy.award_key)? {
        Some(badge) => (badge, false),
        None => (insert_badge(tx, copy, &payload, now)?, true),
    };
    insert_copy(tx, &badge, &payload, copy, now)?;
    add_source(tx, &payload.hex(), &copy.source, now)?;
    insert_report(tx, &payload.hex(), &copy.report, &copy.documents)?;
    leading::lead(tx, &badge)?;
    keep_if_kept(tx, &badge, copy.state)?;
    let badge = parsed(&badge)?;
    Ok(if new { Put::New(badge) } else { Put::Copy(badge) })
}

/// The badge itself, before its fields are filled in from its leading copy.
fn insert_badge(
    tx: &Transaction<'_>,
    copy: &NewCopy,
    payload: &Digest,
    now: Timestamp,
) -> Result<String, Error> {
    tx.prepare_cached(
        "INSERT INTO badges(id, award_key, state, leading, renews, name, issuer, issuer_key, verdict, mark,
         added_at, sorted_at, name_sort, issuer_sort)
         VALUES(?1, ?2, ?3, ?4, (SELECT id FROM badges WHERE id = ?5), '', '', '', '', '', ?6, ?6, '', '')",
    )?
    .execute(params![
        copy.badge_id.as_str(),
        copy.award_key,
        copy.state.as_str(),
        payload.hex(),
        copy.renews.as_ref().map(|badge| badge.as_str()),
        ms(now),
    ])?;
    Ok(copy.badge_id.as_str().to_owned())
}

fn insert_copy(
    tx: &Transaction<'_>,
    badge: &str,
    payload: &Digest,
    copy: &NewCopy,
    now: Timestamp,
) -> Result<(), Error> {
    blob::put(tx, &copy.payload)?;
    let image = copy.image.as_ref().map(|image| picture::put(tx, image)).transpose()?;
    tx.prepare_cached(
        "INSERT INTO copies(digest, badge, format, securing, payload, content_digest, rank, fields, image, added_at)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        payload.hex(),
        badge,
        copy.format,
        copy.securing,
        payload.0,
        copy.content_digest.0,
        copy.rank,
        fields_json(&copy.fields)?,
        image.map(|image| image.0),
        ms(now),
    ])?;
    Ok(())
}

pub(super) fn fields_json(fields: &BadgeFields) -> Result<String, Error> {
    serde_json::to_string(fields).map_err(|_| Error::Database("fields"))
}

fn add_source(tx: &Transaction<'_>, copy: &str, source: &Source, now: Timestamp) -> Result<(), Error> {
    let container = source.container.map(|digest| digest.0.to_vec()).unwrap_or_default();
    tx.prepare_cached(
        "INSERT INTO sources(copy, kind, path, carrier, container, detail, seen_at)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT(copy, kind, path, container) DO NOTHING",
    )?
    .execute(params![
        copy,
        source.kind,
        source.path,
        source.carrier,
        container,
        source.detail,
        ms(now)
    ])?;
    Ok(())
}

pub(super) fn insert_report(
    tx: &Transaction<'_>,
    copy: &str,
    report: &Report,
    documents: &[StoredDocument],
) -> Result<(), Error> {
    let id: i64 = tx
        .prepare_cached(
            "INSERT INTO reports(copy, at, verifier, verdict, mark, report) VALUES(?1, ?2, ?3, ?4, ?5, ?6)
             RETURNING id",
        )?
        .query_row(
            params![copy, ms(report.at), report.verifier, report.verdict, report.mark, report.json],
            |row| row.get(0),
        )?;
    documents.iter().try_for_each(|document| document::keep(tx, id, document))
}

fn keep_if_kept(tx: &Transaction<'_>, badge: &str, state: BadgeState) -> Result<(), Error> {
    if state == BadgeState::Kept {
        tx.prepare_cached("UPDATE badges SET state = 'kept' WHERE id = ?1 AND state <> 'kept'")?
            .execute([badge])?;
    }
    Ok(())
}
