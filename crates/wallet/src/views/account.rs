use serde::{Deserialize, Serialize};
use specta::Type;

/// A kind of account that badges are fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// A mailbox (IMAP).
    Imap,
    /// A badge platform of the Badgr family: Open Educational Badges and its relatives.
    Oeb,
}

/// What is shown to a mailbox to log in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum AccountLogin {
    /// A password, or a password for one app.
    #[default]
    Password,
    /// An access token (XOAUTH2).
    Token,
}

/// An account to be added. Its secret is handed over beside it and goes into the system's keyring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum NewAccount {
    /// A mailbox.
    Imap {
        /// The server's name.
        host: String,
        /// Its port; 993 if none. The connection is encrypted from its first byte on any port.
        port: Option<u16>,
        /// Who logs in.
        user: String,
        /// With what.
        login: AccountLogin,
        /// The folder to look through; the inbox if none.
        folder: Option<String>,
        /// Only mails that arrived on this day or later (`YYYY-MM-DD`).
        since: Option<String>,
        /// Only mails that arrived before this day (`YYYY-MM-DD`).
        before: Option<String>,
    },
    /// A badge platform.
    Oeb {
        /// The host of its programming interface; that of Open Educational Badges if none.
        host: Option<String>,
        /// The client id, from the platform's page for connected apps.
        client: String,
    },
}

/// An account, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: AccountKind,
    /// The host that is asked.
    pub host: String,
    /// Who logs in: the user of a mailbox, the client id of a platform.
    pub user: String,
    /// The port of a mailbox.
    pub port: Option<u16>,
    /// What is shown to log in to a mailbox.
    pub login: Option<AccountLogin>,
    /// The folder of a mailbox, as people write it.
    pub folder: Option<String>,
    /// The first day of the period.
    pub since: Option<String>,
    /// The day before which the period ends.
    pub before: Option<String>,
    /// When it was added.
    pub added_at: String,
    /// When it was last looked through to its end; none: never yet.
    pub scanned_at: Option<String>,
    /// Whether it was begun and not brought to its end; the next time goes on from there.
    pub unfinished: bool,
}

/// A folder of a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FolderView {
    /// Its name as people write it; the one to choose it by.
    pub name: String,
    /// Whether it can hold mails; one that cannot only groups others.
    pub selectable: bool,
}
