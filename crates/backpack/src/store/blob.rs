//! Bytes by digest, in rows of 1 MiB.

use std::io::{Read, Write};

use openbadges::Digest;
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::Digest as _;

use super::pool::Pool;
use super::row::digest as to_digest;
use crate::Error;

const CHUNK: usize = 1024 * 1024;
/// What a crash left half read is swept away after a day: until then it may be somebody still reading.
const STAGED_FOR_MS: i64 = 24 * 60 * 60 * 1000;

/// Stores bytes that are in memory. The same bytes again change nothing.
pub(crate) fn put(tx: &Transaction<'_>, bytes: &[u8]) -> Result<Digest, Error> {
    let digest = Digest::of(bytes);
    let length = i64::try_from(bytes.len()).map_err(|_| Error::Database("length"))?;
    let new = tx
        .prepare_cached("INSERT INTO blobs(digest, bytes) VALUES(?1, ?2) ON CONFLICT(digest) DO NOTHING")?
        .execute(params![digest.0, length])?;
    if new == 1 {
        let blob = tx.last_insert_rowid();
        for (n, chunk) in (0_i64..).zip(bytes.chunks(CHUNK)) {
            put_chunk(tx, blob, n, chunk)?;
        }
    }
    Ok(digest)
}

fn put_chunk(tx: &Transaction<'_>, blob: i64, n: i64, bytes: &[u8]) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO chunks(blob, n, bytes) VALUES(?1, ?2, ?3)")?
        .execute(params![blob, n, bytes])?;
    Ok(())
}

/// All bytes of a blob. Only for what is bounded where it comes in: payloads, pictures, documents.
pub(crate) fn get(tx: &Transaction<'_>, digest: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    let mut found = tx.prepare_cached("SELECT n, bytes FROM blobs WHERE digest = ?1")?;
    let row: Option<(i64, i64)> =
        found.query_row([digest], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((blob, length)) = row else { return Ok(None) };
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    let mut chunks = tx.prepare_cached("SELECT bytes FROM chunks WHERE blob = ?1 ORDER BY n")?;
    let mut rows = chunks.query([blob])?;
    while let Some(row) = rows.next()? {
        bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(|_| Error::Database("chunk"))?);
    }
    if Digest::of(&bytes).0.as_slice() != digest {
        return Err(Error::ContentChanged);
    }
    Ok(Some(bytes))
}

/// A blob whose bytes came in and whose name is known, not yet referred to by anything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Staged {
    blob: i64,
    digest: Digest,
}

/// Reads a stream to its end, a chunk at a time, each chunk its own short transaction: nobody waits while a slow
/// disk is read, and memory holds one chunk. [`settle`] makes it count; what never settles is swept away later.
pub(crate) fn stage(pool: &Pool, from: &mut dyn Read, now_ms: i64) -> Result<Staged, Error> {
    let blob = pool.write(|tx| {
        sweep(tx, now_ms)?;
        tx.execute(
            "INSERT INTO blobs(digest, bytes, staged_at) VALUES(randomblob(32), 0, ?1)",
            params![now_ms],
        )?;
        Ok(tx.last_insert_rowid())
    })?;
    let filled = fill(pool, blob, from);
    if filled.is_err() {
        // The sweep would do it; but a whole film need not lie there for a day. If even this fails, the sweep will.
        let _ = pool.write(|tx| drop_blob(tx, blob));
    }
    filled.map(|digest| Staged { blob, digest })
}

fn fill(pool: &Pool, blob: i64, from: &mut dyn Read) -> Result<Digest, Error> {
    let mut sha = sha2::Sha256::new();
    let mut chunk = Vec::with_capacity(CHUNK);
    for n in 0.. {
        chunk.clear();
        let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        let read =
            from.take(limit).read_to_end(&mut chunk).map_err(|error| Error::UnreadableFile(error.kind()))?;
        if read == 0 {
            break;
        }
        sha.update(&chunk);
        let length = i64::try_from(read).map_err(|_| Error::Database("length"))?;
        pool.write(|tx| {
            put_chunk(tx, blob, n, &chunk)?;
            tx.prepare_cached("UPDATE blobs SET bytes = bytes + ?2 WHERE n = ?1")?
                .execute(params![blob, length])?;
            Ok(())
        })?;
    }
    Ok(Digest(sha.finalize().into()))
}

/// Gives a staged blob its name, or drops it where the same bytes are there already.
pub(crate) fn settle(tx: &Transaction<'_>, staged: Staged) -> Result<Digest, Error> {
    let known: bool = tx
        .prepare_cached("SELECT EXISTS(SELECT 1 FROM blobs WHERE digest = ?1)")?
        .query_row([staged.digest.0], |row| row.get(0))?;
    if known {
        drop_blob(tx, staged.blob)?;
    } else {
        let named = tx.execute(
            "UPDATE blobs SET digest = ?2, staged_at = NULL WHERE n = ?1 AND staged_at IS NOT NULL",
            params![staged.blob, staged.digest.0],
        )?;
        if named != 1 {
            return Err(Error::ContentChanged);
        }
    }
    Ok(staged.digest)
}

/// Drops a staged blob that is not going to be used.
pub(crate) fn abandon(pool: &Pool, staged: Staged) {
    // Failing is no loss: the sweep takes it tomorrow.
    let _ = pool.write(|tx| drop_blob(tx, staged.blob));
}

fn drop_blob(tx: &Transaction<'_>, blob: i64) -> Result<(), Error> {
    tx.execute("DELETE FROM blobs WHERE n = ?1 AND staged_at IS NOT NULL", [blob])?;
    Ok(())
}

fn sweep(tx: &Transaction<'_>, now_ms: i64) -> Result<(), Error> {
    tx.execute("DELETE FROM blobs WHERE staged_at < ?1", [now_ms.saturating_sub(STAGED_FOR_MS)])?;
    Ok(())
}

/// Writes a blob out, a chunk at a time, and checks at the end that it was what its digest says. Answers how many
/// bytes were written.
pub(crate) fn copy_to(pool: &Pool, digest: &[u8], to: &mut dyn Write) -> Result<u64, Error> {
    let blob: i64 = pool
        .read(|tx| {
            let mut found = tx.prepare_cached("SELECT n FROM blobs WHERE digest = ?1")?;
            Ok(found.query_row([digest], |row| row.get(0)).optional()?)
        })?
        .ok_or(Error::ContentChanged)?;
    let (mut sha, mut written) = (sha2::Sha256::new(), 0_u64);
    for n in 0_i64.. {
        let chunk: Option<Vec<u8>> = pool.read(|tx| {
            let mut chunk = tx.prepare_cached("SELECT bytes FROM chunks WHERE blob = ?1 AND n = ?2")?;
            Ok(chunk.query_row([blob, n], |row| row.get(0)).optional()?)
        })?;
        let Some(chunk) = chunk else { break };
        sha.update(&chunk);
        to.write_all(&chunk).map_err(|error| Error::UnwritableFile(error.kind()))?;
        written += u64::try_from(chunk.len()).unwrap_or(0);
    }
    if to_digest(digest)? != Digest(sha.finalize().into()) {
        return Err(Error::ContentChanged);
    }
    Ok(written)
}
