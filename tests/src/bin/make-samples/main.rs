//! Makes `samples/` anew: badge mails of fictional issuers with genuine signatures, and the documents these issuers
//! would publish. Run by `make fixtures`; what it writes is committed, and a test of the flows holds it against this
//! program. Keys come from fixed seeds and from `tests/fixtures/keys`; they are test keys and protect nothing.
//!
//! `make-samples [FOLDER]` writes into FOLDER, by default `samples/` of this repository.

mod archive;
mod badges;
mod issuers;
mod mail;
mod messages;
mod picture;

use std::error::Error;
use std::path::{Path, PathBuf};

/// Whatever goes wrong here is said and ends the program: it is a tool for whoever works on the samples.
pub(crate) type Made<T> = Result<T, Box<dyn Error>>;

fn main() -> Made<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let into = std::env::args_os().nth(1).map_or_else(|| repository.join("samples"), PathBuf::from);
    let pictures = repository.join("samples/pictures");

    std::fs::create_dir_all(&into)?;
    for message in messages::all(&pictures)? {
        std::fs::write(into.join(message.file), message.text)?;
    }
    archive::write(&into.join("documents"))
}
