//! Evidence on the command line.

use clap::Subcommand;

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
