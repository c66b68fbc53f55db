//! Bytes nobody refers to any more.

use std::collections::BTreeSet;

use rusqlite::Transaction;

use crate::Error;

/// Digests that something was taken away from. Deleting looks at these alone: looking at every blob each time
/// would make deleting slower the more there is.
#[derive(Debug, Default)]
pub(crate) struct Orphans {
    blobs: BTreeSet<Vec<u8>>,
    pictures: BTreeSet<Vec<u8>>,
    documents: BTreeSet<i64>,
}

impl Orphans {
    /// Everything a badge holds, before it is deleted.
    pub(crate) fn of_badge(&mut self, tx: &Transaction<'_>, badge: &str) -> Result<(), Error> {
        collect(tx, "SELECT payload FROM copies WHERE badge = ?1", badge, &mut self.blobs)?;
        collect(
            tx,
            "SELECT blob FROM evidence WHERE badge = ?1 AND blob IS NOT NULL",
            badge,
            &mut self.blobs,
        )?;
        let pictures = "SELECT image FROM copies WHERE badge = ?1 AND image IS NOT NULL";
        collect(tx, pictures, badge, &mut self.pictures)?;
        let mut documents = tx.prepare_cached(
            "SELECT rd.document FROM copies c JOIN reports r ON r.copy = c.digest
             JOIN report_documents rd ON rd.report = r.id WHERE c.badge = ?1",
        )?;
        for id in documents.query_map([badge], |row| row.get(0))? {
            self.documents.insert(id?);
        }
        Ok(())
    }

    /// Everything attached to a stack.
    pub(crate) fn of_stack(&mut self, tx: &Transaction<'_>, stack: &str) -> Result<(), Error> {
        collect(tx, "SELECT blob FROM evidence WHERE stack = ?1 AND blob IS NOT NULL", stack, &mut self.blobs)
    }

    /// One blob.
    pub(crate) fn blob(&mut self, digest: Vec<u8>) {
        self.blobs.insert(digest);
    }

    /// Deletes those that nothing refers to any more.
    pub(crate) fn clean(mut self, tx: &Transaction<'_>) -> Result<(), Error> {
        let mut unused = tx.prepare_cached(
            "DELETE FROM documents WHERE id = ?1
             AND NOT EXISTS(SELECT 1 FROM report_documents WHERE document = ?1) RETURNING blob",
        )?;
        for id in &self.documents {
            let mut rows = unused.query([id])?;
            while let Some(row) = rows.next()? {
                self.blobs.extend(row.get::<_, Option<Vec<u8>>>(0)?);
            }
        }
        for digest in std::mem::take(&mut self.pictures) {
            tx.prepare_cached(
                "DELETE FROM pictures WHERE digest = ?1
                 AND NOT EXISTS(SELECT 1 FROM copies WHERE image = ?1)
                 AND NOT EXISTS(SELECT 1 FROM badges WHERE image = ?1)",
            )?
            .execute([&digest])?;
            self.blobs.insert(digest);
        }
        for digest in &self.blobs {
            tx.prepare_cached(
                "DELETE FROM blobs WHERE digest = ?1
                 AND NOT EXISTS(SELECT 1 FROM copies WHERE payload = ?1)
                 AND NOT EXISTS(SELECT 1 FROM pictures WHERE digest = ?1)
                 AND NOT EXISTS(SELECT 1 FROM documents WHERE blob = ?1)
                 AND NOT EXISTS(SELECT 1 FROM evidence WHERE blob = ?1)
                 AND NOT EXISTS(SELECT 1 FROM shares WHERE manifest = ?1)",
            )?
            .execute([digest])?;
        }
        Ok(())
    }
}

fn collect(tx: &Transaction<'_>, sql: &str, id: &str, into: &mut BTreeSet<Vec<u8>>) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(sql)?;
    for digest in statement.query_map([id], |row| row.get(0))? {
        into.insert(digest?);
    }
    Ok(())
}
