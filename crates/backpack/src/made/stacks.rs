//! Stacks: named, ordered groups of badges.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use crate::clean::Orphans;
use crate::store::{from_ms, ms};
use crate::{Backpack, Entropy, Error, StackId, entropy};

/// What the learner says about a stack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackFields {
    /// Its title.
    pub title: String,
    /// Its description; may be empty.
    pub description: String,
    /// The language of both, as a BCP 47 tag; empty where it is not known.
    pub language: String,
}

/// A stack without its badges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// Its id.
    pub id: StackId,
    /// What the learner says about it.
    pub fields: StackFields,
    /// How many badges are in it.
    pub badges: u32,
    /// Their study load in minutes.
    pub minutes: u64,
    /// When it or its order was last changed.
    pub changed_at: Timestamp,
}

const COLUMNS: &str = "s.id, s.title, s.description, s.language, s.changed_at,
    (SELECT count(*) FROM stack_items i WHERE i.stack = s.id),
    (SELECT coalesce(sum(b.minutes), 0) FROM stack_items i JOIN badges b ON b.id = i.badge WHERE i.stack = s.id)";

fn read(row: &Row<'_>) -> rusqlite::Result<Stack> {
    let minutes: i64 = row.get(6)?;
    Ok(Stack {
        id: StackId(row.get(0)?),
        fields: StackFields { title: row.get(1)?, description: row.get(2)?, language: row.get(3)? },
        changed_at: from_ms(row.get(4)?),
        badges: row.get(5)?,
        minutes: u64::try_from(minutes).unwrap_or(0),
    })
}

impl Backpack {
    /// Makes an empty stack, the last in the list.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::DiskFull`], [`Error::Damaged`], [`Error::Folder`].
    pub fn create_stack(
        &self,
        fields: &StackFields,
        entropy: &mut dyn Entropy,
        now: Timestamp,
    ) -> Result<StackId, Error> {
        let id = entropy::uuid(entropy)?;
        self.pool.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO stacks(id, title, description, language, position, changed_at)
                 VALUES(?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM stacks), ?5)",
            )?
            .execute(params![id, fields.title, fields.description, fields.language, ms(now)])?;
            Ok(())
        })?;
        Ok(StackId(id))
    }

    /// Changes what is said about a stack.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn update_stack(&self, id: &StackId, fields: &StackFields, now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            let found = tx
                .prepare_cached(
                    "UPDATE stacks SET title = ?2, description = ?3, language = ?4, changed_at = ?5 WHERE id = ?1",
                )?
                .execute(params![id.as_str(), fields.title, fields.description, fields.language, ms(now)])?;
            if found == 0 { Err(Error::UnknownStack) } else { Ok(()) }
        })
    }

    /// Deletes a stack. Its badges stay.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn delete_stack(&self, id: &StackId) -> Result<(), Error> {
        self.pool.write(|tx| {
            let mut orphans = Orphans::default();
            orphans.of_stack(tx, id.as_str())?;
            if tx.execute("DELETE FROM stacks WHERE id = ?1", [id.as_str()])? == 0 {
                return Err(Error::UnknownStack);
            }
            orphans.clean(tx)
        })?;
        self.give_back_space();
        Ok(())
    }

    /// All stacks, in their order.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn stacks(&self) -> Result<Vec<Stack>, Error> {
        self.pool.read(|tx| {
            let sql = format!("SELECT {COLUMNS} FROM stacks s ORDER BY s.position, s.n");
            let mut statement = tx.prepare_cached(&sql)?;
            let found = statement.query_map([], read)?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// One stack.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::Damaged`], [`Error::Folder`].
    pub fn stack(&self, id: &StackId) -> Result<Stack, Error> {
        self.pool.read(|tx| {
            let sql = format!("SELECT {COLUMNS} FROM stacks s WHERE s.id = ?1");
            tx.prepare_cached(&sql)?.query_row([id.as_str()], read).optional()?.ok_or(Error::UnknownStack)
        })
    }
}
