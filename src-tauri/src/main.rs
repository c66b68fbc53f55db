//! Starts the desktop app.
#![forbid(unsafe_code)]
#![cfg_attr(all(not(debug_assertions), target_os = "windows"), windows_subsystem = "windows")]

use std::{env, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    badgefolio_app::run(env::args_os().skip(1).map(PathBuf::from).collect())
}
