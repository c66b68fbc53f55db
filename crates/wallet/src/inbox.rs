//! The Inbox: what was found and waits for a yes.

use backpack::{Backpack, BadgeRow, BadgeState, Query};
use openbadges::recipient::Identity;

use crate::badges::{badge_ids, card, mail};
use crate::import::{Detail, StoredReport};
use crate::telling;
use crate::views::{ChangeSet, Decision, Failure, InboxItem};
use crate::wallet::{Done, Wallet};

/// The most that is shown at once; the rest comes up as these are decided.
const MOST: u32 = 1_000;

impl Wallet {
    /// What waits for a yes, what came last first.
    pub fn inbox(&self) -> Result<Vec<InboxItem>, Failure> {
        let backpack = self.backpack()?;
        self.restate_turned(&backpack)?;
        let query = Query { state: Some(BadgeState::Waiting), limit: MOST, ..Query::default() };
        let mut rows = backpack.badges(&query)?.rows;
        rows.sort_by_key(|row| std::cmp::Reverse(row.added_at));
        let own = crate::identities::known(&backpack)?;
        rows.iter().map(|row| item(&backpack, row, &own)).collect()
    }

    /// Puts these into the backpack.
    pub fn keep(&self, ids: &[String]) -> Result<Done<u32>, Failure> {
        let backpack = self.backpack()?;
        let badges = badge_ids(&backpack, ids)?;
        backpack.keep(&badges)?;
        let changes = ChangeSet::badges(badges.iter().map(|id| id.as_str())).and(ChangeSet::inbox());
        Ok(Done::new(crate::session::count(badges.len()), changes))
    }

    /// Lets these go.
    pub fn dismiss(&self, ids: &[String]) -> Result<Done<u32>, Failure> {
        let backpack = self.backpack()?;
        let badges = badge_ids(&backpack, ids)?;
        backpack.dismiss(&badges, self.now())?;
        Ok(Done::new(crate::session::count(badges.len()), ChangeSet::inbox()))
    }
}

fn item(backpack: &Backpack, row: &BadgeRow, own: &[Identity]) -> Result<InboxItem, Failure> {
    let record = backpack.badge(&row.id)?;
    let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
    let stored = StoredReport::read(&leading.report.json)?;
    let detail: Detail = leading
        .sources
        .first()
        .and_then(|one| serde_json::from_str(&one.source.detail).ok())
        .unwrap_or_default();
    Ok(InboxItem {
        card: card(row),
        decision: if row.renews.is_some() {
            Decision::Renewal
        } else if row.copies > 1 {
            Decision::Copy
        } else {
            Decision::New
        },
        mail: mail(&detail),
        checks: telling::checks_for(&stored.report, own),
        recipient: telling::recipient(&stored.report, own),
        wanted_hosts: stored.wanted_hosts,
        perhaps_same: crate::badges::perhaps_same(backpack, &row.id)?,
    })
}
