//! Pictures by digest, whole or small.

use openbadges::Digest;
use rusqlite::{OptionalExtension, Transaction, params};

use super::Picture;
use crate::store::blob;
use crate::{Backpack, Error};

/// Which size of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The small PNG; the whole picture where there is none.
    Thumbnail,
    /// As it came.
    Full,
}

/// A picture as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureBytes {
    /// Its bytes. A stranger's: decode with limits.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: String,
}

impl Backpack {
    /// A picture, `None` if there is no such.
    ///
    /// # Errors
    /// [`Error::ContentChanged`], [`Error::Damaged`], [`Error::Folder`].
    pub fn picture(&self, digest: &Digest, size: Size) -> Result<Option<PictureBytes>, Error> {
        self.pool.read(|tx| {
            let found: Option<(String, Option<Vec<u8>>)> = tx
                .prepare_cached(
                    "SELECT media_type, CASE WHEN ?2 THEN thumbnail END FROM pictures WHERE digest = ?1",
                )?
                .query_row(params![digest.0, size == Size::Thumbnail], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            match found {
                None => Ok(None),
                Some((_, Some(thumbnail))) => {
                    Ok(Some(PictureBytes { bytes: thumbnail, media_type: "image/png".to_owned() }))
                }
                Some((media_type, None)) => {
                    let bytes = blob::get(tx, &digest.0)?.ok_or(Error::ContentChanged)?;
                    Ok(Some(PictureBytes { bytes, media_type }))
                }
            }
        })
    }
}

/// Stores a picture, once.
pub(super) fn put(tx: &Transaction<'_>, picture: &Picture) -> Result<Digest, Error> {
    let digest = blob::put(tx, &picture.bytes)?;
    tx.prepare_cached(
        "INSERT INTO pictures(digest, media_type, thumbnail) VALUES(?1, ?2, ?3)
         ON CONFLICT(digest) DO UPDATE SET thumbnail = coalesce(thumbnail, excluded.thumbnail)",
    )?
    .execute(params![digest.0, picture.media_type, picture.thumbnail_png])?;
    Ok(digest)
}
