//! Accounts on the command line.

use std::path::PathBuf;

use clap::Subcommand;

use super::Checking;

#[derive(Debug, Subcommand)]
pub(crate) enum AccountAction {
    /// Add an account; its password goes into the system's keyring
    Add {
        #[command(subcommand)]
        account: NewAccountArgs,
    },
    /// The accounts
    List,
    /// The folders of a mailbox
    Folders {
        /// The account's id, or its first four characters or more
        id: String,
    },
    /// Take in what is new in an account
    Scan {
        /// The account's id, or its first four characters or more
        id: String,
        /// Leave what is found in the Inbox
        #[arg(long)]
        hold: bool,
        #[command(flatten)]
        checking: Checking,
    },
    /// Give an account a new password or token
    Secret {
        /// The account's id, or its first four characters or more
        id: String,
        /// A file whose first line is the password or token
        #[arg(long, value_name = "FILE")]
        secret_file: PathBuf,
    },
    /// Forget an account and its password; the badges stay
    Remove {
        /// The account's id, or its first four characters or more
        id: String,
    },
}

/// An account to be added.
#[derive(Debug, Subcommand)]
pub(crate) enum NewAccountArgs {
    /// A mailbox (IMAP, encrypted from the beginning)
    Imap {
        /// The server, e.g. imap.example.org
        #[arg(long)]
        host: String,
        /// Who logs in; mostly the whole e-mail address
        #[arg(long)]
        user: String,
        /// The port [default: 993]
        #[arg(long)]
        port: Option<u16>,
        /// The folder [default: INBOX]
        #[arg(long)]
        folder: Option<String>,
        /// Only mails that arrived on this day or later
        #[arg(long, value_name = "YYYY-MM-DD")]
        since: Option<String>,
        /// Only mails that arrived before this day
        #[arg(long, value_name = "YYYY-MM-DD")]
        before: Option<String>,
        /// A file whose first line is the password
        #[arg(
            long,
            value_name = "FILE",
            required_unless_present = "token_file",
            conflicts_with = "token_file"
        )]
        password_file: Option<PathBuf>,
        /// A file whose first line is an access token (XOAUTH2)
        #[arg(long, value_name = "FILE")]
        token_file: Option<PathBuf>,
    },
    /// An account at Open Educational Badges or another platform of the Badgr family
    Oeb {
        /// The client id, from the page for connected apps
        #[arg(long)]
        client_id: String,
        /// A file whose first line is the client secret
        #[arg(long, value_name = "FILE")]
        secret_file: PathBuf,
        /// The host of the programming interface [default: api.openbadges.education]
        #[arg(long)]
        host: Option<String>,
    },
}
