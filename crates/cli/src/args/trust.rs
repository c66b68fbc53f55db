//! Whom the person believes, on the command line: issuers, registers, authorities for seals.

use std::path::PathBuf;

use clap::Subcommand;

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
