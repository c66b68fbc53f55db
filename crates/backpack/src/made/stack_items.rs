//! Which badges are in a stack, and in which order.

use std::collections::BTreeSet;

use jiff::Timestamp;
use openbadges::award::BadgeId;
use rusqlite::{Transaction, params};

use crate::store::ms;
use crate::{Backpack, Error, StackId};

impl Backpack {
    /// The badges of a stack, in its order.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::Damaged`], [`Error::Folder`].
    pub fn stack_badges(&self, id: &StackId) -> Result<Vec<BadgeId>, Error> {
        self.pool.read(|tx| {
            check(tx, id)?;
            members(tx, id)
        })
    }

    /// The stacks a badge is in.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn stacks_of(&self, badge: &BadgeId) -> Result<Vec<(StackId, String)>, Error> {
        self.pool.read(|tx| {
            let mut statement = tx.prepare_cached(
                "SELECT s.id, s.title FROM stack_items i JOIN stacks s ON s.id = i.stack
                 WHERE i.badge = ?1 ORDER BY s.position, s.n",
            )?;
            let found =
                statement.query_map([badge.as_str()], |row| Ok((StackId(row.get(0)?), row.get(1)?)))?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// Puts badges at the end of a stack; one that is in it stays where it is.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::UnknownBadge`], [`Error::Busy`], [`Error::Damaged`], [`Error::Folder`].
    pub fn add_to_stack(&self, id: &StackId, badges: &[BadgeId], now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            touch(tx, id, now)?;
            for badge in badges {
                let there: bool = tx
                    .prepare_cached("SELECT EXISTS(SELECT 1 FROM badges WHERE id = ?1)")?
                    .query_row([badge.as_str()], |row| row.get(0))?;
                if !there {
                    return Err(Error::UnknownBadge);
                }
                tx.prepare_cached(
                    "INSERT INTO stack_items(stack, badge, position)
                     VALUES(?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM stack_items WHERE stack = ?1))
                     ON CONFLICT(stack, badge) DO NOTHING",
                )?
                .execute([id.as_str(), badge.as_str()])?;
            }
            Ok(())
        })
    }

    /// Takes a badge out of a stack. The badge stays in the backpack.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::UnknownBadge`] when it is not in it, [`Error::Busy`], [`Error::Damaged`],
    /// [`Error::Folder`].
    pub fn remove_from_stack(&self, id: &StackId, badge: &BadgeId, now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            touch(tx, id, now)?;
            let found = tx.execute(
                "DELETE FROM stack_items WHERE stack = ?1 AND badge = ?2",
                [id.as_str(), badge.as_str()],
            )?;
            if found == 0 { Err(Error::UnknownBadge) } else { Ok(()) }
        })
    }

    /// Puts the badges of a stack into this order. Badges that the order does not name follow after those it does,
    /// as they stood: somebody else may have added one meanwhile.
    ///
    /// # Errors
    /// [`Error::UnknownStack`], [`Error::UnknownBadge`] when it names one that is not in it, [`Error::Busy`],
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn order_stack(&self, id: &StackId, order: &[BadgeId], now: Timestamp) -> Result<(), Error> {
        self.pool.write(|tx| {
            touch(tx, id, now)?;
            let members = members(tx, id)?;
            let named: BTreeSet<&BadgeId> = order.iter().collect();
            if order.iter().any(|badge| !members.contains(badge)) {
                return Err(Error::UnknownBadge);
            }
            let rest = members.iter().filter(|badge| !named.contains(badge));
            for (position, badge) in (1_i64..).zip(order.iter().chain(rest)) {
                tx.prepare_cached("UPDATE stack_items SET position = ?3 WHERE stack = ?1 AND badge = ?2")?
                    .execute(params![id.as_str(), badge.as_str(), position])?;
            }
            Ok(())
        })
    }
}

fn members(tx: &Transaction<'_>, id: &StackId) -> Result<Vec<BadgeId>, Error> {
    let mut statement =
        tx.prepare_cached("SELECT badge FROM stack_items WHERE stack = ?1 ORDER BY position, badge")?;
    let mut found = Vec::new();
    for badge in statement.query_map([id.as_str()], |row| row.get::<_, String>(0))? {
        found.push(badge?.parse().map_err(|_| Error::Database("badge id"))?);
    }
    Ok(found)
}

fn check(tx: &Transaction<'_>, id: &StackId) -> Result<(), Error> {
    let there: bool = tx
        .prepare_cached("SELECT EXISTS(SELECT 1 FROM stacks WHERE id = ?1)")?
        .query_row([id.as_str()], |row| row.get(0))?;
    if there { Ok(()) } else { Err(Error::UnknownStack) }
}

fn touch(tx: &Transaction<'_>, id: &StackId, now: Timestamp) -> Result<(), Error> {
    let found = tx
        .prepare_cached("UPDATE stacks SET changed_at = ?2 WHERE id = ?1")?
        .execute(params![id.as_str(), ms(now)])?;
    if found == 0 { Err(Error::UnknownStack) } else { Ok(()) }
}
