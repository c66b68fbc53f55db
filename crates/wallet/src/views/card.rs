use serde::{Deserialize, Serialize};
use specta::Type;

use super::Mark;

/// The digest of a picture in the backpack, in hex; its pixels are asked for by it.
pub type Picture = String;

/// A badge in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BadgeCard {
    /// The badge's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its issuer's name.
    pub issuer: String,
    /// How it stands today.
    pub mark: Mark,
    /// When it was given.
    pub issued: Option<String>,
    /// Until when it counts.
    pub valid_until: Option<String>,
    /// Its study load in minutes.
    pub minutes: Option<u32>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// How many copies of it there are.
    pub copies: u32,
}
