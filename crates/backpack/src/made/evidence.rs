//! Evidence the learner attaches: a file, a link, a text.

use std::io::Read;

use jiff::Timestamp;
use openbadges::Digest;
use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::clean::Orphans;
use crate::store::{blob, ms};
use crate::{Backpack, Entropy, Error, EvidenceId, entropy};

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A file, stored.
    File,
    /// An address; nothing behind it is stored.
    Link,
    /// A text the learner wrote, stored as UTF-8.
    Text,
}

impl EvidenceKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            EvidenceKind::File => "file",
            EvidenceKind::Link => "link",
            EvidenceKind::Text => "text",
        }
    }
}

/// What the learner says about a piece of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEvidence {
    /// Its name, e.g. the file's.
    pub name: String,
    /// A sentence on it; may be empty.
    pub caption: String,
}

/// A piece of evidence, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The badge it belongs to.
    pub badge: BadgeId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its name.
    pub name: String,
    /// A sentence on it.
    pub caption: String,
    /// The media type of what is stored.
    pub media_type: Option<String>,
    /// How many bytes are stored.
    pub bytes: Option<u64>,
    /// The digest of what is stored.
    pub digest: Option<Digest>,
    /// The address, for a link.
    pub url: Option<String>,
    /// When it was attached.
    pub added_at: Timestamp,
}

impl Backpack {
    /// Attaches a file, read as a stream to its end. It counts once all of it is stored; the same bytes attached
    /// twice lie there once.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::UnreadableFile`], [`Error::DiskFull`], [`Error::Busy`], [`Error::Damaged`],
    /// [`Error::Folder`]; then nothing is attached.
    pub fn add_file(
        &self,
        badge: &BadgeId,
        about: &NewEvidence,
        media_type: &str,
        from: &mut dyn Read,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<EvidenceId, Error> {
        let id = entropy::uuid(entropy)?;
        // Before a whole film is read for a badge that is not there.
        self.row(badge)?;
        let staged = blob::stage(&self.pool, from, ms(now))?;
        let added = self.pool.write(|tx| {
            let digest = blob::settle(tx, staged)?;
            insert(tx, &id, badge, EvidenceKind::File, about, Some((&digest, media_type)), None, now)
        });
        if added.is_err() {
            blob::abandon(&self.pool, staged);
        }
        added
    }

    /// Attaches an address.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_link(
        &self,
        badge: &BadgeId,
        about: &NewEvidence,
        url: &str,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<EvidenceId, Error> {
        let id = entropy::uuid(entropy)?;
        self.pool.write(|tx| insert(tx, &id, badge, EvidenceKind::Link, about, None, Some(url), now))
    }

    /// Attaches a text.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_text(
        &self,
        badge: &BadgeId,
        about: &NewEvidence,
        text: &str,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<EvidenceId, Error> {
        let id = entropy::uuid(entropy)?;
        self.pool.write(|tx| {
            let digest = blob::put(tx, text.as_bytes())?;
            let blob = Some((&digest, "text/plain;charset=utf-8"));
            insert(tx, &id, badge, EvidenceKind::Text, about, blob, None, now)
        })
    }

    /// Takes a piece of evidence off its badge, and its bytes with it where nothing else needs them. Answers whose
    /// it was.
    ///
    /// # Errors
    /// [`Error::UnknownEvidence`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn remove_evidence(&self, id: &EvidenceId) -> Result<Option<BadgeId>, Error> {
        let badge = self.pool.write(|tx| {
            let (badge, digest): (Option<String>, Option<Vec<u8>>) = tx
                .prepare_cached("DELETE FROM evidence WHERE id = ?1 RETURNING badge, blob")?
                .query_row([id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?
                .ok_or(Error::UnknownEvidence)?;
            if let Some(digest) = digest {
                let mut orphans = Orphans::default();
                orphans.blob(digest);
                orphans.clean(tx)?;
            }
            Ok(badge)
        })?;
        self.give_back_space();
        Ok(badge.and_then(|badge| badge.parse().ok()))
    }
}

#[allow(clippy::too_many_arguments)] // the columns of one row, each once
fn insert(
    tx: &Transaction<'_>,
    id: &str,
    badge: &BadgeId,
    kind: EvidenceKind,
    about: &NewEvidence,
    blob: Option<(&Digest, &str)>,
    url: Option<&str>,
    now: Timestamp,
) -> Result<EvidenceId, Error> {
    let there: bool = tx
        .prepare_cached("SELECT EXISTS(SELECT 1 FROM badges WHERE id = ?1)")?
        .query_row([badge.as_str()], |row| row.get(0))?;
    if !there {
        return Err(Error::UnknownBadge);
    }
    tx.prepare_cached(
        "INSERT INTO evidence(id, badge, kind, blob, media_type, url, name, caption, position, added_at)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
         (SELECT coalesce(max(position), 0) + 1 FROM evidence WHERE badge = ?2), ?9)",
    )?
    .execute(params![
        id,
        badge.as_str(),
        kind.as_str(),
        blob.map(|(digest, _)| digest.0),
        blob.map(|(_, media_type)| media_type),
        url,
        about.name,
        about.caption,
        ms(now),
    ])?;
    Ok(EvidenceId(id.to_owned()))
}
