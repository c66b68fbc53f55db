//! Where the backpack lies: one answer for the window and the command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The variable that names the folder.
pub const VARIABLE: &str = "BADGEFOLIO_HOME";

/// The folder of the backpack: the one named, else `BADGEFOLIO_HOME`, else `badgefolio` in the system's data folder.
/// `None` only where the system names no home at all.
pub fn folder(named: Option<&Path>) -> Option<PathBuf> {
    folder_in(named, &|name| std::env::var_os(name).filter(|value| !value.is_empty()))
}

fn folder_in(named: Option<&Path>, variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(named) = named {
        return Some(named.to_owned());
    }
    if let Some(home) = variable(VARIABLE) {
        return Some(PathBuf::from(home));
    }
    data_folder(variable).map(|data| data.join("badgefolio"))
}

#[cfg(target_os = "windows")]
fn data_folder(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    variable("APPDATA").map(PathBuf::from)
}

#[cfg(target_os = "macos")]
fn data_folder(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    variable("HOME").map(|home| PathBuf::from(home).join("Library").join("Application Support"))
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn data_folder(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // XDG Base Directory: a relative path there is to be ignored.
    variable("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| variable("HOME").map(|home| PathBuf::from(home).join(".local").join("share")))
}

#[cfg(all(test, not(any(target_os = "windows", target_os = "macos"))))]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)], named: Option<&str>) -> Option<PathBuf> {
        let find =
            |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| OsString::from(value));
        folder_in(named.map(Path::new), &find)
    }

    #[test]
    fn the_named_folder_then_the_variable_then_the_system() {
        let all = [("BADGEFOLIO_HOME", "/b"), ("XDG_DATA_HOME", "/x"), ("HOME", "/h")];
        assert_eq!(with(&all, Some("/n")), Some("/n".into()));
        assert_eq!(with(&all, None), Some("/b".into()));
        assert_eq!(with(&all[1..], None), Some("/x/badgefolio".into()));
        assert_eq!(with(&all[2..], None), Some("/h/.local/share/badgefolio".into()));
        assert_eq!(
            with(&[("XDG_DATA_HOME", "rel"), ("HOME", "/h")], None),
            Some("/h/.local/share/badgefolio".into())
        );
        assert_eq!(with(&[], None), None);
    }
}
