//! Turns `locales/<language>/*.ftl` into typed Rust: one function a message, its variables as parameters.
//!
//! English is the measure. A language that lacks a message, an attribute or a variable is a finding; a finding
//! fails the build when [`STRICT`] is set, and fails the test `catalogues_agree` always.

#[path = "build/agree.rs"]
mod agree;
#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/generate.rs"]
mod generate;

use std::{env, fs, path::PathBuf};

/// Whether a finding stops the build. While off, the gap is a warning, the English sentence stands in, and the
/// test `catalogues_agree` holds the line.
const STRICT: bool = false;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let locales = root.join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=build.rs");

    let languages = match catalogue::read_all(&locales) {
        Ok(languages) => languages,
        Err(error) => {
            println!("cargo::error=the catalogues in {} cannot be read: {error}", locales.display());
            return;
        }
    };
    for finding in agree::findings(&languages) {
        println!("cargo::{}={finding}", if STRICT { "error" } else { "warning" });
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (name, text) in
        [("messages.rs", generate::functions(&languages)), ("catalogues.rs", generate::tables(&languages))]
    {
        if let Err(error) = fs::write(out.join(name), text) {
            println!("cargo::error={name} cannot be written: {error}");
        }
    }
}
