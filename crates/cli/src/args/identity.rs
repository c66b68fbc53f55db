//! The person's own addresses on the command line.

use clap::Subcommand;

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
