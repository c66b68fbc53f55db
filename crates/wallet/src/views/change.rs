use serde::{Deserialize, Serialize};
use specta::Type;

/// What a use case changed; sent once, after the commit, so that only what changed is asked for again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSet {
    /// The badges that changed, or all of them.
    pub badges: ChangedBadges,
    /// Whether the Inbox changed.
    pub inbox: bool,
    /// Whether a stack or the list of stacks changed.
    pub stacks: bool,
    /// Whether the ledger of hand-outs changed.
    pub shares: bool,
    /// Whether kept reviews changed.
    pub reviews: bool,
    /// Whether settings, addresses, key slots or consents changed.
    pub settings: bool,
}

/// Which badges a change touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum ChangedBadges {
    /// So many that naming them is no help.
    All(All),
    /// These, by their ids; none if empty.
    Ids(Vec<String>),
}

/// The word `"all"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub enum All {
    /// Every badge.
    #[serde(rename = "all")]
    All,
}

impl Default for ChangedBadges {
    fn default() -> Self {
        ChangedBadges::Ids(Vec::new())
    }
}

impl ChangeSet {
    /// Nothing changed.
    pub fn none() -> ChangeSet {
        ChangeSet::default()
    }

    /// Everything may have changed: after unlocking, locking, creating.
    pub fn all() -> ChangeSet {
        ChangeSet {
            badges: ChangedBadges::All(All::All),
            inbox: true,
            stacks: true,
            shares: true,
            reviews: true,
            settings: true,
        }
    }

    /// These badges changed.
    pub fn badges<S: Into<String>>(ids: impl IntoIterator<Item = S>) -> ChangeSet {
        let ids = ids.into_iter().map(Into::into).collect();
        ChangeSet { badges: ChangedBadges::Ids(ids), ..ChangeSet::default() }
    }

    /// The Inbox changed.
    pub fn inbox() -> ChangeSet {
        ChangeSet { inbox: true, ..ChangeSet::default() }
    }

    /// Stacks changed.
    pub fn stacks() -> ChangeSet {
        ChangeSet { stacks: true, ..ChangeSet::default() }
    }

    /// Settings changed.
    pub fn settings() -> ChangeSet {
        ChangeSet { settings: true, ..ChangeSet::default() }
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == ChangeSet::default()
    }

    /// Both changes as one.
    #[must_use]
    pub fn and(mut self, other: ChangeSet) -> ChangeSet {
        self.badges = match (self.badges, other.badges) {
            (ChangedBadges::Ids(mut a), ChangedBadges::Ids(b)) => {
                for id in b {
                    if !a.contains(&id) {
                        a.push(id);
                    }
                }
                ChangedBadges::Ids(a)
            }
            _ => ChangedBadges::All(All::All),
        };
        self.inbox |= other.inbox;
        self.stacks |= other.stacks;
        self.shares |= other.shares;
        self.reviews |= other.reviews;
        self.settings |= other.settings;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_badges_is_one_word_and_some_are_a_list() {
        let all = serde_json::to_value(ChangeSet::all()).unwrap();
        assert_eq!(all["badges"], "all");
        let some = ChangeSet::badges(["a"]).and(ChangeSet::inbox()).and(ChangeSet::badges(["a", "b"]));
        let json = serde_json::to_value(&some).unwrap();
        assert_eq!(json["badges"], serde_json::json!(["a", "b"]));
        assert_eq!(json["inbox"], true);
        assert_eq!(serde_json::from_value::<ChangeSet>(json).unwrap(), some);
    }
}
