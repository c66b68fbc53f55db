//! A badge as a list shows it.

use jiff::Timestamp;
use openbadges::Digest;
use openbadges::award::BadgeId;
use rusqlite::Row;
use rusqlite::types::Type;

use crate::store::{from_ms, optional_digest, optional_ms};

/// Whether a badge waits for a yes or is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadgeState {
    /// Found, not yet accepted.
    Waiting,
    /// In the backpack.
    Kept,
}

impl BadgeState {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            BadgeState::Waiting => "waiting",
            BadgeState::Kept => "kept",
        }
    }
}

/// A badge with the fields of its leading copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeRow {
    /// Its id, the same on every computer.
    pub id: BadgeId,
    /// Whether it waits or is kept.
    pub state: BadgeState,
    /// Its name.
    pub name: String,
    /// Its issuer's name.
    pub issuer: String,
    /// The authority.
    pub issuer_key: String,
    /// The id of the achievement or badge class.
    pub achievement: Option<String>,
    /// When it was issued.
    pub issued_at: Option<Timestamp>,
    /// The same as the issuer wrote it.
    pub issued: Option<String>,
    /// When it ends.
    pub valid_until: Option<Timestamp>,
    /// The same as the issuer wrote it.
    pub valid_until_text: Option<String>,
    /// Study load in minutes.
    pub minutes: Option<u32>,
    /// The verdict as last stated.
    pub verdict: String,
    /// The mark as last stated.
    pub mark: String,
    /// When verdict or mark change by themselves; in the past: they have to be stated anew.
    pub turns_at: Option<Timestamp>,
    /// Its picture.
    pub image: Option<Digest>,
    /// When it came.
    pub added_at: Timestamp,
    /// The badge it renews.
    pub renews: Option<BadgeId>,
    /// The digest of the leading copy.
    pub leading: Digest,
    /// How many copies there are.
    pub copies: u32,
}

/// The columns [`read`] takes, of `badges AS b`.
pub(super) const COLUMNS: &str = "b.id, b.state, b.name, b.issuer, b.issuer_key, b.achievement, b.issued_at,
    b.issued, b.valid_until, b.valid_until_text, b.minutes, b.verdict, b.mark, b.turns_at, b.image, b.added_at,
    b.renews, b.leading, (SELECT count(*) FROM copies c WHERE c.badge = b.id)";

/// An id or digest stored as text. Ours wrote it, so another form is damage, not input.
pub(super) fn parsed<T: std::str::FromStr>(text: &str) -> rusqlite::Result<T> {
    text.parse().map_err(|_| {
        let cause = std::io::Error::from(std::io::ErrorKind::InvalidData);
        rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(cause))
    })
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<BadgeRow> {
    let id: String = row.get(0)?;
    let state: String = row.get(1)?;
    let renews: Option<String> = row.get(16)?;
    let leading: String = row.get(17)?;
    Ok(BadgeRow {
        id: parsed(&id)?,
        state: if state == "kept" { BadgeState::Kept } else { BadgeState::Waiting },
        name: row.get(2)?,
        issuer: row.get(3)?,
        issuer_key: row.get(4)?,
        achievement: row.get(5)?,
        issued_at: optional_ms(row.get(6)?),
        issued: row.get(7)?,
        valid_until: optional_ms(row.get(8)?),
        valid_until_text: row.get(9)?,
        minutes: row.get(10)?,
        verdict: row.get(11)?,
        mark: row.get(12)?,
        turns_at: optional_ms(row.get(13)?),
        image: optional_digest(row.get(14)?)?,
        added_at: from_ms(row.get(15)?),
        renews: renews.as_deref().map(parsed).transpose()?,
        leading: parsed(&leading)?,
        copies: row.get(18)?,
    })
}
