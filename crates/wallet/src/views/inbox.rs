use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BadgeCard, CheckView, LinkView, MailView};

/// A badge that was found and waits for a yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InboxItem {
    /// The badge.
    pub card: BadgeCard,
    /// What keeping it would do.
    pub decision: Decision,
    /// The mail it came in.
    pub mail: Option<MailView>,
    /// What was checked.
    pub checks: Vec<CheckView>,
    /// Whether it is for one of the learner's addresses.
    pub recipient: RecipientAnswer,
    /// Hosts whose documents would decide more.
    pub wanted_hosts: Vec<String>,
    /// Badges that are perhaps the same: name, issuer, day and recipient agree, the ids do not. For the person to say.
    pub perhaps_same: Vec<BadgeCard>,
}

/// A link that was found in one of many mails and waits to be followed. Nobody is asked for it before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WaitingLink {
    /// Its id among those that wait.
    pub id: String,
    /// The link.
    pub link: LinkView,
    /// The host that would be asked first.
    pub asks: String,
    /// Whether that one only counts who clicked, and tells the sender.
    pub tracker: bool,
    /// What it was found in.
    pub input: String,
    /// The mail, if it was one.
    pub mail: Option<MailView>,
}

/// What keeping a found badge would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// A badge that is not there yet.
    New,
    /// Another copy of one that is.
    Copy,
    /// A later award of one that is.
    Renewal,
}

/// Whether a badge is for one of the learner's addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RecipientAnswer {
    /// It is.
    Match,
    /// It is for another address.
    Mismatch,
    /// It does not say, or no address is known.
    Unknown,
}
