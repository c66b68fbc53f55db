//! What was chosen for an account beside its host and user, and how far it was looked through; both as JSON in the store.

use std::collections::BTreeMap;

use backpack::Account;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::views::{AccountKind, AccountLogin, Failure, NewAccount};

/// The programming interface of Open Educational Badges.
pub(super) const OEB: &str = "api.openbadges.education";

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// A mailbox.
    Imap(Mailbox),
    /// A platform: there is nothing to choose.
    Oeb,
}

/// What was chosen for a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mailbox {
    pub(crate) port: u16,
    pub(crate) login: AccountLogin,
    /// As people write it.
    pub(crate) folder: String,
    pub(crate) since: Option<Date>,
    pub(crate) before: Option<Date>,
}

/// How far a mailbox was looked through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MailboxReached {
    /// The server's word for "these numbers are still the same" (UIDVALIDITY, RFC 9051, 2.3.1.1).
    pub(crate) validity: u32,
    /// The number (UID) of the last message that was dealt with.
    pub(crate) uid: u32,
    /// Whether it was begun and not brought to its end.
    pub(crate) unfinished: bool,
}

/// What of a platform's account is here already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct PlatformReached {
    /// The platform's id of each award, and the badge it became; empty where there was no badge in it.
    pub(crate) awards: BTreeMap<String, String>,
    /// The platform's id of each collection, and the stack it became.
    pub(crate) collections: BTreeMap<String, String>,
    /// Whether it was begun and not brought to its end.
    pub(crate) unfinished: bool,
}

/// Whether an account was begun and not brought to its end.
pub(super) fn unfinished(reached: &str) -> bool {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Either {
        unfinished: bool,
    }
    serde_json::from_str::<Either>(reached).unwrap_or_default().unfinished
}

/// Reads how far an account was looked through. What cannot be read begins anew: the worst that comes of it is that things
/// are looked at once more.
pub(super) fn reached<T: Default + for<'a> Deserialize<'a>>(account: &Account) -> T {
    serde_json::from_str(&account.reached).unwrap_or_default()
}

impl Place {
    pub(super) fn of(new: &NewAccount) -> Result<Place, Failure> {
        let NewAccount::Imap { port, login, folder, since, before, .. } = new else {
            return Ok(Place::Oeb);
        };
        let folder = folder.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or("INBOX");
        let mailbox = Mailbox {
            port: port.filter(|port| *port > 0).unwrap_or(fetch::imap::PORT),
            login: *login,
            folder: folder.to_owned(),
            since: day(since.as_deref())?,
            before: day(before.as_deref())?,
        };
        if matches!((mailbox.since, mailbox.before), (Some(since), Some(before)) if since >= before) {
            return Err(Failure::new("account.period"));
        }
        Ok(Place::Imap(mailbox))
    }

    pub(crate) fn read(account: &Account) -> Result<Place, Failure> {
        let unreadable = || Failure::new("account.unreadable");
        match account.fields.kind.as_str() {
            "imap" => serde_json::from_str(&account.fields.place).map(Place::Imap).map_err(|_| unreadable()),
            "oeb" => Ok(Place::Oeb),
            _ => Err(unreadable()),
        }
    }

    pub(super) fn kind(&self) -> AccountKind {
        match self {
            Place::Imap(_) => AccountKind::Imap,
            Place::Oeb => AccountKind::Oeb,
        }
    }

    pub(super) fn word(&self) -> &'static str {
        match self {
            Place::Imap(_) => "imap",
            Place::Oeb => "oeb",
        }
    }

    pub(super) fn written(&self) -> String {
        match self {
            Place::Imap(mailbox) => serde_json::to_string(mailbox).unwrap_or_default(),
            Place::Oeb => String::new(),
        }
    }

    pub(super) fn imap(&self) -> Option<&Mailbox> {
        match self {
            Place::Imap(mailbox) => Some(mailbox),
            Place::Oeb => None,
        }
    }
}

fn day(text: Option<&str>) -> Result<Option<Date>, Failure> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let read = text.parse::<Date>().ok().filter(|day| (1900..=9000).contains(&day.year()));
    read.map(Some).ok_or_else(|| Failure::new("account.date").with("date", text))
}
