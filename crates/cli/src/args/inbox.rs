//! The Inbox on the command line.

use clap::Subcommand;

use super::Checking;

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
