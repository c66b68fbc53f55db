use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BadgeCard, Picture};

/// A stack in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StackCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// How many badges are in it.
    pub badges: u32,
    /// Their study load together, in minutes.
    pub minutes: u32,
    /// Pictures of the first few.
    pub pictures: Vec<Picture>,
}

/// A stack with its badges, in the learner's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StackView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Its badges.
    pub items: Vec<BadgeCard>,
    /// Their study load together, in minutes.
    pub minutes: u32,
}
