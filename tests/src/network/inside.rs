//! The way into a network of one's own: the test starts itself once more, there.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::Network;
use crate::{CommandLine, tell};

/// Set for the process inside; names the file that shows the test was run there.
const MARK: &str = "BADGEFOLIO_TEST_NETWORK";
const NAMESPACES: [&str; 4] = ["--map-root-user", "--mount", "--net", "--"];

/// Runs the rest of a test in a network of its own. `test` is the name of the test as `cargo test -- --list` shows it.
///
/// Where no namespaces can be made it says what is skipped, and why.
///
/// # Panics
/// If the test fails in there, or there is none of this name.
pub fn inside(test: &str, rest: impl FnOnce(&Network)) {
    if let Some(mark) = std::env::var_os(MARK) {
        std::fs::write(&mark, test).expect("the mark can be written");
        return rest(&Network::new());
    }
    if let Err(why) = possible() {
        tell(&format!("skipped: {test} (no network of its own can be made here: {why})"));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mark = folder.path().join("mark");
    let output = again(test, &mark).output().expect("the test starts once more");
    let said = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "in its own network {test} fails\n{printed}\n{said}");
    assert_eq!(
        std::fs::read_to_string(&mark).ok().as_deref(),
        Some(test),
        "there is no test {test}: {printed}"
    );
}

fn again(test: &str, mark: &Path) -> Command {
    let own = std::env::current_exe().expect("the test knows its own file");
    let mut command = Command::new("unshare");
    command.args(NAMESPACES).arg(own).args(["--exact", test, "--nocapture", "--test-threads", "1"]);
    // Built out here: in there nothing could be fetched that a build might want.
    let program: OsString = CommandLine::program().into();
    command.env(MARK, mark).env("BADGEFOLIO_BIN", program);
    command
}

/// Whether namespaces can be made, and if not, why.
fn possible() -> Result<(), String> {
    let tried = Command::new("unshare").args(NAMESPACES).args(["ip", "link", "set", "lo", "up"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Err(format!("unshare: {error}")),
    }
}
