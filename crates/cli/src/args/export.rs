//! What goes out, on the command line.

use std::path::PathBuf;

use clap::Args;

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
