//! Stacks on the command line.

use clap::Subcommand;

use super::Later;

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
