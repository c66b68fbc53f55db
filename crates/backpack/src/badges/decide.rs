//! What a copy would be, before it is taken in.

use openbadges::Digest;
use openbadges::award::BadgeId;
use rusqlite::{OptionalExtension, Transaction, params};

use super::put::{known, of_award};
use super::row::parsed;
use super::{BadgeFields, BadgeState};
use crate::store::{from_ms, ms};
use crate::{Backpack, Error};

/// What is known of a copy that was found.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'a> {
    /// The digest of its bytes.
    pub payload: Digest,
    /// The digest of its canonical form.
    pub content: Digest,
    /// Authority and normalised id.
    pub award_key: &'a str,
    /// What it would show.
    pub fields: &'a BadgeFields,
}

/// What a copy would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A badge that is not there yet.
    New,
    /// Another copy of this badge.
    Copy(BadgeId),
    /// This copy is there already.
    Known(Known),
    /// A new badge that renews this one: same authority, achievement and recipient, later date.
    Renewal(BadgeId),
}

/// A copy that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its badge.
    pub badge: BadgeId,
    /// The copy.
    pub copy: Digest,
    /// Whether the badge waits or is kept.
    pub state: BadgeState,
}

impl Backpack {
    /// Says what a copy would be. Stores nothing.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn decide(&self, lookup: Lookup<'_>) -> Result<Decision, Error> {
        self.pool.read(|tx| decide(tx, lookup))
    }

    /// Badges that are perhaps the same as this one: name, authority, day and recipient agree, the award keys do
    /// not. To be offered to the person, never joined silently.
    ///
    /// # Errors
    /// [`Error::UnknownBadge`], [`Error::Damaged`], [`Error::Folder`].
    pub fn perhaps_same(&self, badge: &BadgeId) -> Result<Vec<BadgeId>, Error> {
        self.pool.read(|tx| perhaps_same(tx, badge))
    }

    /// When content like this was dismissed from the inbox, if it was.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn dismissed_at(&self, content: &Digest) -> Result<Option<jiff::Timestamp>, Error> {
        self.pool.read(|tx| {
            let at: Option<i64> = tx
                .prepare_cached("SELECT at FROM dismissed WHERE content_digest = ?1")?
                .query_row([content.0], |row| row.get(0))
                .optional()?;
            Ok(at.map(from_ms))
        })
    }
}

pub(super) fn decide(tx: &Transaction<'_>, lookup: Lookup<'_>) -> Result<Decision, Error> {
    if let Some((badge, copy)) = known(tx, &lookup.payload, &lookup.content)? {
        let state: String = tx
            .prepare_cached("SELECT state FROM badges WHERE id = ?1")?
            .query_row([&badge], |row| row.get(0))?;
        let state = if state == "kept" { BadgeState::Kept } else { BadgeState::Waiting };
        return Ok(Decision::Known(Known { badge: parsed(&badge)?, copy: parsed(&copy)?, state }));
    }
    if let Some(badge) = of_award(tx, lookup.award_key)? {
        return Ok(Decision::Copy(parsed(&badge)?));
    }
    match renewed(tx, lookup.fields)? {
        Some(badge) => Ok(Decision::Renewal(parsed(&badge)?)),
        None => Ok(Decision::New),
    }
}

pub(super) fn perhaps_same(tx: &Transaction<'_>, badge: &BadgeId) -> Result<Vec<BadgeId>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT o.id FROM badges b JOIN badges o ON o.issuer_key = b.issuer_key
         WHERE b.id = ?1 AND o.id <> b.id AND o.name_sort = b.name_sort
         AND o.issued_at / 86400000 = b.issued_at / 86400000 AND o.recipient_key = b.recipient_key
         ORDER BY o.n",
    )?;
    let mut found = Vec::new();
    for id in statement.query_map([badge.as_str()], |row| row.get::<_, String>(0))? {
        found.push(parsed(&id?)?);
    }
    Ok(found)
}

/// The latest earlier badge that these fields renew.
fn renewed(tx: &Transaction<'_>, fields: &BadgeFields) -> Result<Option<String>, Error> {
    let (Some(achievement), Some(recipient), Some(issued_at)) =
        (&fields.achievement, &fields.recipient_key, fields.issued_at)
    else {
        return Ok(None);
    };
    Ok(tx
        .prepare_cached(
            "SELECT id FROM badges WHERE issuer_key = ?1 AND achievement = ?2 AND recipient_key = ?3
             AND issued_at < ?4 ORDER BY issued_at DESC, n DESC LIMIT 1",
        )?
        .query_row(params![fields.issuer_key, achievement, recipient, ms(issued_at)], |row| row.get(0))
        .optional()?)
}
