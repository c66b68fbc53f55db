//! `badgefolio`: the wallet without a window. Commands, JSON and exits are described in docs/cli.md.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod app;
mod args;
mod commands;
mod consent;
mod exit;
mod failing;
mod inputs;
mod lines;
mod out;
mod report;
mod stopping;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;
use serde_json::json;
use words::{Locale, Words};

use crate::app::{App, Ending};
use crate::args::Arguments;
use crate::exit::Exit;

/// A badge is hundreds of small texts; this allocator hands them out and takes them back in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    wallet::quiet_core_dumps();
    std::panic::set_hook(Box::new(|info| {
        // Where it happened, but nothing of what was being read: that may be anybody's.
        let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        let _ = writeln!(std::io::stderr(), "{}{place}", Words::new(Locale::En).for_data().cli_panic());
    }));
    let exit = std::panic::catch_unwind(|| run(std::env::args_os())).unwrap_or(Exit::Software);
    exit.into()
}

fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A closed pipe is no reason to complain.
            let _ = error.print();
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Exit::Good,
                _ => Exit::Usage,
            };
        }
    };
    let json = arguments.global.json;
    let app = match App::new(arguments.global) {
        Ok(app) => app,
        Err(failure) => {
            let words = Words::new(Locale::En).for_data();
            let worded = failing::worded(&failure, words);
            let _ = if json {
                writeln!(std::io::stdout(), "{}", json!({ "error": worded }))
            } else {
                writeln!(std::io::stderr(), "{}", worded.message)
            };
            return failing::exit(&failure);
        }
    };
    match commands::run(&app, arguments.command) {
        Ok(exit) | Err(Ending::Over(exit)) => exit,
        Err(Ending::Failed(failure)) => {
            if json {
                let _ = app.out.line(&json!({ "error": failing::worded(&failure, app.data) }));
            } else {
                app.tell(&failure);
            }
            failing::exit(&failure)
        }
    }
}
