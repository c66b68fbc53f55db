//! The folder a backup is unpacked into: within the backpack's own, so that both are on one disk.

use std::path::{Path, PathBuf};

use crate::store::paths;
use crate::{Entropy, Error, entropy};

const PREFIX: &str = "restoring-";

/// A folder that is gone when it is dropped.
pub(super) struct Unpacking(PathBuf);

impl Unpacking {
    /// Makes one, and sweeps away what a crash left of earlier ones. The caller has the backpack alone.
    pub(super) fn new(folder: &Path, entropy: &mut dyn Entropy) -> Result<Self, Error> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            // The kind of the entry itself: a link is not followed.
            if entry.file_type()?.is_dir() && is_leftover(&entry.file_name().to_string_lossy()) {
                std::fs::remove_dir_all(entry.path())?;
            }
        }
        let path = folder.join(format!("{PREFIX}{}", entropy::uuid(entropy)?));
        paths::make_folder(&path)?;
        Ok(Unpacking(path))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Unpacking {
    fn drop(&mut self) {
        // What cannot be removed now is swept away the next time; it is encrypted as everything is.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether a folder of this name is one of ours.
fn is_leftover(name: &str) -> bool {
    name.strip_prefix(PREFIX).is_some_and(|rest| uuid::Uuid::try_parse(rest).is_ok() && rest.len() == 36)
}
