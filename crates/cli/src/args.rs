//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use wallet::SecretString;
use wallet::views::Failure;

use crate::app::passphrase_in;

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

#[derive(Debug, Subcommand)]
pub(crate) enum InboxAction {
    /// What waits
    List,
    /// Put these into the backpack
    Keep {
        /// Ids
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Let these go
    Dismiss {
        /// Ids
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Fetch what is behind links that wait
    Fetch {
        /// Ids of links; none: all of them
        ids: Vec<String>,
        #[command(flatten)]
        checking: Checking,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceAction {
    /// Attach a file or a link
    Add {
        /// The badge's id
        id: String,
        /// A file, or an https address
        #[arg(value_name = "FILE|URL")]
        what: String,
        /// What you say of it
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    /// What is attached
    List {
        /// The badge's id
        id: String,
    },
    /// Take a piece off again
    Remove {
        /// The badge's id
        id: String,
        /// The evidence's id
        evidence: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum StackAction {
    /// Make a stack
    Create {
        /// Its name
        name: String,
        /// What it is
        #[arg(long, value_name = "TEXT", default_value = "")]
        description: String,
    },
    /// Put badges in
    Add {
        /// The stack: its id or name
        stack: String,
        /// Ids of badges
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Take badges out
    Remove {
        /// The stack: its id or name
        stack: String,
        /// Ids of badges
        #[arg(required = true)]
        ids: Vec<String>,
    },
    /// Rules that make it a micro-degree (not there yet)
    #[command(hide = true)]
    Rule(Later),
    /// What is in it
    Show {
        /// The stack: its id or name
        stack: String,
    },
    /// All stacks
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IdentityAction {
    /// This address is mine
    Add {
        /// An e-mail address or DID
        address: String,
    },
    /// My addresses
    List,
    /// This address is not mine
    Remove {
        /// An e-mail address or DID
        address: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum IssuerAction {
    /// Mark the issuer of a badge as known, by the key that signed it
    Add {
        /// The badge's id
        id: String,
        /// You have asked the issuer: it has a new key, with which this badge is signed; the old one stays known, too
        #[arg(long)]
        new_key: bool,
    },
    /// Issuers marked as known
    List,
    /// Take a mark back
    Remove {
        /// The issuer's id, as `issuer list` shows it
        issuer: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RegistryAction {
    /// Add a register
    Add {
        /// A file, or an https address
        #[arg(value_name = "FILE|URL")]
        what: String,
        /// What you call it [default: its own name, else the file's]
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// A host that may be asked, or "all"; may be given several times
        #[arg(long, value_name = "HOST")]
        allow: Vec<String>,
    },
    /// The registers
    List,
    /// Take a register away
    Remove {
        /// Its id, as `registry list` shows it
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum TrustListAction {
    /// Add a list of certificate authorities
    Add {
        /// Certificates in PEM or DER, or a trusted list in XML (ETSI TS 119 612)
        file: PathBuf,
    },
    /// The lists
    List,
    /// Take a list away
    Remove {
        /// Its id, as `trust-list list` shows it
        id: String,
    },
}

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

#[derive(Debug, Subcommand)]
pub(crate) enum KeyAction {
    /// Add a key: the system's keyring, a passphrase, or a recovery code to be written down
    Add {
        /// Which
        #[arg(value_enum)]
        kind: KeyKind,
        /// A file whose first line is the new passphrase [default: asked for]
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Take a key away; never the last
    Remove {
        /// The key's id, or its first four characters or more
        id: String,
    },
    /// The keys
    List,
}

/// A kind of key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KeyKind {
    /// The system's keyring
    Keyring,
    /// A passphrase
    Passphrase,
    /// A recovery code, which is shown once
    Recovery,
}

/// What goes out, and where to.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) which: Which,
    /// html, pdf, json or csv
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: String,
    /// Where it is to go
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    /// The title [default: the stack's, else a plain one]
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// What you write at its head
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) text: String,
    /// Your name as it is to stand there
    #[arg(long, value_name = "NAME", default_value = "")]
    pub(crate) name: String,
    /// Leave your own evidence out
    #[arg(long)]
    pub(crate) without_evidence: bool,
}

/// Which badges go out.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Which {
    /// A stack: its id or name
    #[arg(long, value_name = "STACK")]
    pub(crate) stack: Option<String>,
    /// Ids of badges, separated by commas
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(crate) ids: Vec<String>,
    /// Every badge in the backpack
    #[arg(long)]
    pub(crate) all: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_hold_together() {
        super::Arguments::command().debug_assert();
    }
}
