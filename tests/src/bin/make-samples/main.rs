//! Makes `samples/` anew: badge mails of fictional issuers with genuine signatures, and the documents these issuers
//! would publish; and `tests/fixtures/pdf`: one of their badges in PDF files of every kind. Run by `make fixtures`; what it
//! writes is committed, and tests of the flows hold it against this program. Keys come from fixed seeds and from `tests/fixtures/keys`; they are test keys and protect nothing.
//!
//! `make-samples [FOLDER]` writes into FOLDER, and the PDF files into `FOLDER/pdf`; by default where they lie in this repository.

mod archive;
mod badges;
mod issuers;
mod mail;
mod messages;
mod pdf;
mod picture;

use std::error::Error;
use std::path::{Path, PathBuf};

/// Whatever goes wrong here is said and ends the program: it is a tool for whoever works on the samples.
pub(crate) type Made<T> = Result<T, Box<dyn Error>>;

fn main() -> Made<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let into = folder.clone().unwrap_or_else(|| repository.join("samples"));
    let fixtures = folder.unwrap_or_else(|| repository.join("tests/fixtures")).join("pdf");
    let pictures = repository.join("samples/pictures");

    std::fs::create_dir_all(&into)?;
    for message in messages::all(&pictures)? {
        std::fs::write(into.join(message.file), message.text)?;
    }
    std::fs::create_dir_all(&fixtures)?;
    for file in pdf::all(&pictures)? {
        std::fs::write(fixtures.join(file.name), file.bytes)?;
    }
    archive::write(&into.join("documents"))
}
