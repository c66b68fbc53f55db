//! The names in the folder.

use std::path::{Path, PathBuf};

use crate::Error;
use crate::keys::file_names;

/// The encrypted database.
pub(crate) const DATABASE: &str = "backpack.db";
/// How the copies made before a migration begin.
pub(crate) const SCHEMA_COPY: &str = "backpack-schema-";
/// Everyone who has the backpack open holds this file shared.
pub(crate) const LOCK: &str = "lock";
/// Stands while a backpack is being made, so that a crash in between leaves no riddle.
pub(crate) const CREATING: &str = "creating";

/// Whether a file is the backpack's: the folder may be one with other things in it.
pub(crate) fn is_ours(name: &str) -> bool {
    name == CREATING
        || [DATABASE, SCHEMA_COPY, file_names::NAME].iter().any(|beginning| name.starts_with(beginning))
}

pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}

/// Makes the folder, for this user only.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Options for a file that only this user may read.
pub(crate) fn private() -> std::fs::OpenOptions {
    #[allow(unused_mut)]
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
