use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BadgeCard, Mark};

/// Which badges to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BadgeQuery {
    /// Words that have to stand in it; empty: all.
    pub words: String,
    /// Only those with this mark.
    pub mark: Option<Mark>,
    /// In which order.
    pub sort: Sort,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Given last first.
    #[default]
    Newest,
    /// Given first first.
    Oldest,
    /// By the badge's name.
    Name,
    /// By the issuer's name.
    Issuer,
}

/// A part of the badges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BadgeList {
    /// The badges asked for.
    pub items: Vec<BadgeCard>,
    /// How many there are that fit.
    pub total: u32,
    /// How many wear which mark, of all that fit the words.
    pub counts: Vec<MarkCount>,
    /// The study load of all that fit, in minutes.
    pub minutes: u32,
}

/// How many badges wear a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkCount {
    /// The mark.
    pub mark: Mark,
    /// How many.
    pub count: u32,
}
