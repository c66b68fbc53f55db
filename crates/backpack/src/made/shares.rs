//! The ledger of what went out.

use jiff::Timestamp;
use openbadges::Digest;
use rusqlite::params;

use crate::store::{blob, digest, from_ms, ms};
use crate::{Backpack, Entropy, Error, entropy};

/// Something that was just handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewShare {
    /// `html`, `json`, …
    pub format: String,
    /// Its title.
    pub title: String,
    /// How many badges are in it.
    pub badges: u32,
    /// For whom, if that was said.
    pub audience: Option<String>,
    /// The signed manifest.
    pub manifest: Vec<u8>,
    /// The digest of the file.
    pub file_digest: Digest,
}

/// An entry of the ledger, without the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its id.
    pub id: String,
    /// When it went out.
    pub at: Timestamp,
    /// `html`, `json`, …
    pub format: String,
    /// Its title.
    pub title: String,
    /// How many badges were in it.
    pub badges: u32,
    /// For whom.
    pub audience: Option<String>,
    /// The digest of the signed manifest.
    pub manifest: Digest,
    /// The digest of the file.
    pub file_digest: Digest,
}

impl Backpack {
    /// Enters what went out. Answers the entry's id.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::DiskFull`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_share(
        &self,
        share: &NewShare,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<String, Error> {
        let id = entropy::uuid(entropy)?;
        self.pool.write(|tx| {
            let manifest = blob::put(tx, &share.manifest)?;
            tx.prepare_cached(
                "INSERT INTO shares(id, at, format, title, badges, audience, manifest, file_digest)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                id,
                ms(now),
                share.format,
                share.title,
                share.badges,
                share.audience,
                manifest.0,
                share.file_digest.0
            ])?;
            Ok(())
        })?;
        Ok(id)
    }

    /// The ledger, latest first.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn shares(&self) -> Result<Vec<Share>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT id, at, format, title, badges, audience, manifest, file_digest FROM shares
                 ORDER BY at DESC, n DESC",
            )?;
            let found = statement.query_map([], |row| {
                let (manifest, file): (Vec<u8>, Vec<u8>) = (row.get(6)?, row.get(7)?);
                Ok(Share {
                    id: row.get(0)?,
                    at: from_ms(row.get(1)?),
                    format: row.get(2)?,
                    title: row.get(3)?,
                    badges: row.get(4)?,
                    audience: row.get(5)?,
                    manifest: digest(&manifest)?,
                    file_digest: digest(&file)?,
                })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// The signed manifest of an entry.
    ///
    /// # Errors
    /// [`Error::ContentChanged`] when it is not there, [`Error::Damaged`], [`Error::Folder`].
    pub fn share_manifest(&self, manifest: &Digest) -> Result<Vec<u8>, Error> {
        self.pool.read(|tx| blob::get(tx, &manifest.0)?.ok_or(Error::ContentChanged))
    }
}
