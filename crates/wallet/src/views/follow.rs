use serde::{Deserialize, Serialize};
use specta::Type;

use super::AddView;

/// What came of following a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FollowView {
    /// What was found behind it until now.
    pub added: AddView,
    /// Whom one would have to ask to go on; none: it is over.
    pub asks: Vec<HostAsk>,
}

/// A host that would have to be asked, and what for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HostAsk {
    /// The host. It learns the address, this computer's address on the internet, the name of this program, and when.
    pub host: String,
    /// The address that would be asked for, without what is personal in it.
    pub url: String,
    /// Whether it is a click tracker: then the sender of the mail learns that this very person followed the link.
    pub tracker: bool,
}
