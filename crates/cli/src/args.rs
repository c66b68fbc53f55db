//! What can be typed.

mod account;
mod evidence;
mod export;
mod identity;
mod inbox;
mod key;
mod stack;
mod trust;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use wallet::SecretString;
use wallet::views::Failure;

use crate::app::passphrase_in;

pub(crate) use account::{AccountAction, NewAccountArgs};
pub(crate) use evidence::EvidenceAction;
pub(crate) use export::ExportArgs;
pub(crate) use identity::IdentityAction;
pub(crate) use inbox::InboxAction;
pub(crate) use key::{KeyAction, KeyKind};
pub(crate) use stack::StackAction;
pub(crate) use trust::{IssuerAction, RegistryAction, TrustListAction};

/// A wallet for Open Badges without a window.
#[derive(Debug, Parser)]
#[command(name = "badgefolio", version, about, disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Write JSON: one object a line for each badge, or one document
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The folder of the backpack [default: $BADGEFOLIO_HOME, else the system's data folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) backpack: Option<PathBuf>,
    /// The language of messages: en or de
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(crate) locale: Option<String>,
    /// Say only what was asked for
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// A file whose first line is the passphrase or recovery code of the backpack
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// Options of the commands that check badges.
#[derive(Debug, Default, Args)]
pub(crate) struct Checking {
    /// Never use the network
    #[arg(long)]
    pub(crate) offline: bool,
    /// A folder of documents (an archive with index.json) to check with
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// The moment to judge at, instead of now
    #[arg(long, value_name = "RFC3339")]
    pub(crate) at: Option<String>,
    /// An address or DID the badge should be for; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) recipient: Vec<String>,
    /// A host that may be asked, or "all"; may be given several times
    #[arg(long, value_name = "HOST")]
    pub(crate) allow: Vec<String>,
    /// A list of certificate authorities to believe about seals (PEM, or a trusted list in XML); may be given several
    /// times
    #[arg(long, value_name = "FILE")]
    pub(crate) trust_list: Vec<PathBuf>,
    /// A register of issuers to believe (JSON, or what a federation says of itself); may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) registry: Vec<PathBuf>,
}

/// The way into what another wallet locked.
#[derive(Debug, Default, Args)]
pub(crate) struct Locked {
    /// A file whose first line is the password of another wallet's backup
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}

impl Locked {
    /// The password, if one was named.
    pub(crate) fn password(&self) -> Result<Option<SecretString>, Failure> {
        self.password_file.as_deref().map(passphrase_in).transpose()
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Put badges into the backpack: mails, folders, images, JSON, JWT
    Import {
        /// Files, folders, https addresses, or - for standard input
        #[arg(required = true, value_name = "PATH|URL|-")]
        inputs: Vec<String>,
        /// Leave what is found in the Inbox
        #[arg(long)]
        hold: bool,
        #[command(flatten)]
        locked: Locked,
        #[command(flatten)]
        checking: Checking,
    },
    /// Check badges; needs no backpack
    Verify {
        /// Files, folders, https addresses, or - for standard input
        #[arg(required = true, value_name = "PATH|URL|-")]
        inputs: Vec<String>,
        /// Keep the documents that were used in this folder
        #[arg(long, value_name = "DIR")]
        record: Option<PathBuf>,
        /// Ask the issuer for a newer version where one is offered
        #[arg(long)]
        refresh: bool,
        /// How many files to check at the same time
        #[arg(long, value_name = "N")]
        jobs: Option<usize>,
        #[command(flatten)]
        locked: Locked,
        #[command(flatten)]
        checking: Checking,
    },
    /// Say what is in a file; never uses the network
    Inspect {
        /// Files, folders, or - for standard input
        #[arg(required = true, value_name = "PATH|-")]
        inputs: Vec<String>,
        #[command(flatten)]
        locked: Locked,
    },
    /// Claim a badge that an issuer offers to a wallet
    Claim {
        /// The offer: the whole link (openid-credential-offer:…, dccrequest:…, https://…), or - for standard input
        #[arg(value_name = "OFFER|URL|-")]
        offer: String,
        /// Only say what is offered and what would be sent; nobody is asked
        #[arg(long)]
        look: bool,
        /// A file whose first line is the code (PIN) that the issuer gave you
        #[arg(long, value_name = "FILE")]
        pin_file: Option<PathBuf>,
        /// A host that may be asked, and told who you are, or "all"; may be given several times
        #[arg(long, value_name = "HOST")]
        allow: Vec<String>,
        /// Where you have to sign in: print the address, and wait until your browser is back
        #[arg(long)]
        sign_in: bool,
        /// Leave what comes in the Inbox
        #[arg(long)]
        hold: bool,
    },
    /// Say what a code means
    Explain {
        /// A code, e.g. proof.ok
        code: String,
    },
    /// What was found and waits for a yes
    Inbox {
        #[command(subcommand)]
        action: InboxAction,
    },
    /// All badges in the backpack
    List,
    /// Badges that hold these words
    Search {
        /// Words
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Everything about one badge
    Show {
        /// The badge's id, or its first four characters or more
        id: String,
    },
    /// Your own evidence for a badge
    Evidence {
        #[command(subcommand)]
        action: EvidenceAction,
    },
    /// Badges that belong together
    Stack {
        #[command(subcommand)]
        action: StackAction,
    },
    /// Competences added up (not there yet)
    #[command(hide = true)]
    Competences(Later),
    /// A file to hand out
    Export(ExportArgs),
    /// LinkedIn's add-to-profile link, and the fields to copy
    Linkedin {
        /// The badge's id
        id: String,
    },
    /// Check anew what somebody handed out
    Review {
        /// Shared profiles (HTML, PDF or JSON), badges, folders, or - for standard input
        #[arg(required = true, value_name = "PATH|-")]
        inputs: Vec<String>,
        #[command(flatten)]
        checking: Checking,
    },
    /// Put a badge into a picture
    Bake {
        /// The badge: JSON, JWT, or a file with exactly one badge in it
        credential: String,
        /// A PNG or SVG
        image: PathBuf,
        /// Where the picture is to go
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
    },
    /// Take the badge out of a picture
    Unbake {
        /// A PNG or SVG
        image: String,
        /// Where the badge is to go [default: standard output]
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,
    },
    /// Your own addresses
    Identity {
        #[command(subcommand)]
        action: IdentityAction,
    },
    /// Issuers you know
    Issuer {
        #[command(subcommand)]
        action: IssuerAction,
    },
    /// Registers of issuers to believe
    Registry {
        #[command(subcommand)]
        action: RegistryAction,
    },
    /// Lists of certificate authorities to believe about seals
    TrustList {
        #[command(subcommand)]
        action: TrustListAction,
    },
    /// Mailboxes elsewhere and badge platforms
    Account {
        #[command(subcommand)]
        action: AccountAction,
    },
    /// The keys to the backpack
    Key {
        #[command(subcommand)]
        action: KeyAction,
    },
    /// A copy of the whole backpack in one file, encrypted as the backpack is
    Backup {
        /// The new file; one that is there is not overwritten
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Put the backpack of a backup in the place of the present one, which is set aside
    Restore {
        /// The backup; --passphrase-file names its passphrase or recovery code
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Look the backpack over (not there yet)
    #[command(hide = true)]
    Doctor(Later),
}

/// Whatever a command that is not there yet was given.
#[derive(Debug, Args)]
pub(crate) struct Later {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    pub(crate) rest: Vec<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_hold_together() {
        super::Arguments::command().debug_assert();
    }
}
