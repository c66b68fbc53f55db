//! Keys on the command line.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

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
