//! Where things lie.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn repository() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    folder.canonicalize().unwrap_or(folder)
}

/// The committed samples.
pub fn samples() -> PathBuf {
    repository().join("samples")
}

/// The folder of test data that is not part of the repository (`corpus/`, `mail/`, …), named by `BADGEFOLIO_CORPUS`.
///
/// Unset: `None`, and a line says which tests are left out. Set but not such a folder: the test fails, so that a wrong
/// path never passes for a good run.
pub fn shared(part: &str, left_out: &str) -> Option<PathBuf> {
    let Some(root) = std::env::var_os("BADGEFOLIO_CORPUS") else {
        tell(&format!("skipped: {left_out} (BADGEFOLIO_CORPUS names no folder of test data)"));
        return None;
    };
    let folder = PathBuf::from(&root).join(part);
    assert!(
        !root.is_empty() && folder.is_dir(),
        "BADGEFOLIO_CORPUS is set to {root:?}, but there is no folder {part} in it"
    );
    Some(folder)
}

/// Says something that is to be seen in a good run, too: the test harness keeps back what `println!` writes.
pub fn tell(text: &str) {
    // Nobody listening is no failure of the test.
    let _ = writeln!(std::io::stderr(), "{text}");
}
