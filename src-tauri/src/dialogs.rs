//! The system's file dialogs. They are opened here, so that the page never names a path.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;
use wallet::views::{Failure, SavedView};

use crate::{opened, shell::Shell, window};

/// Lets the person choose any number of files; none when they changed their mind.
pub(crate) async fn choose_many(app: &AppHandle, shell: &Shell) -> Result<Vec<PathBuf>, Failure> {
    let words = shell.words().await;
    let (tell, told) = oneshot::channel();
    dialog(app).set_title(words.dialog_choose_files()).pick_files(move |chosen| {
        // Nobody waits any more when the window is gone.
        let _ = tell.send(chosen);
    });
    Ok(told.await.ok().flatten().unwrap_or_default().into_iter().filter_map(path).collect())
}

/// Lets the person choose one file; none when they changed their mind.
pub(crate) async fn choose_one(app: &AppHandle, shell: &Shell) -> Result<Option<PathBuf>, Failure> {
    let words = shell.words().await;
    let (tell, told) = oneshot::channel();
    dialog(app).set_title(words.dialog_choose_file()).pick_file(move |chosen| {
        let _ = tell.send(chosen);
    });
    Ok(told.await.ok().flatten().and_then(path))
}

/// Lets the person choose a folder; none when they changed their mind.
pub(crate) async fn choose_folder(app: &AppHandle, shell: &Shell) -> Result<Option<PathBuf>, Failure> {
    let words = shell.words().await;
    let (tell, told) = oneshot::channel();
    let mut dialog = dialog(app).set_title(words.dialog_choose_folder());
    // Not among what was used last: there the system's dialog takes no folder that is typed.
    if let Ok(home) = app.path().home_dir() {
        dialog = dialog.set_directory(home);
    }
    dialog.pick_folder(move |chosen| {
        let _ = tell.send(chosen);
    });
    Ok(told.await.ok().flatten().and_then(path))
}

/// Lets the person say where a file goes, and writes it there; none when they changed their mind.
///
/// # Errors
/// `shell.cannot-write`, with the name.
pub(crate) async fn save(
    app: &AppHandle,
    shell: &Shell,
    name: &str,
    bytes: &[u8],
) -> Result<Option<SavedView>, Failure> {
    let words = shell.words().await;
    let (tell, told) = oneshot::channel();
    dialog(app).set_title(words.dialog_save()).set_file_name(plain(name)).save_file(move |chosen| {
        let _ = tell.send(chosen);
    });
    let Some(target) = told.await.ok().flatten().and_then(path) else {
        return Ok(None);
    };
    write(&target, bytes)?;
    Ok(Some(SavedView { name: opened::file_name(&target), bytes: bytes.len() as u64 }))
}

/// A dialog that belongs to the window.
fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    match app.get_webview_window(window::MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Only files of this computer: other addresses a dialog may give cannot be read here.
fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// A proposed name without anything that a file system or a person could take for a path.
fn plain(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "badge".to_owned() } else { plain.to_owned() }
}

fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(target, bytes)
        .map_err(|_| Failure::new("shell.cannot-write").with("name", opened::file_name(target)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposed_name_is_no_path() {
        assert_eq!(plain("../../etc/passwd"), "-..-etc-passwd");
        assert_eq!(plain("Erste Hilfe: Grundkurs.html"), "Erste Hilfe- Grundkurs.html");
        assert_eq!(plain("..."), "badge");
    }

    #[test]
    fn what_cannot_be_written_is_said_with_the_name_alone() {
        let folder = tempfile::tempdir().unwrap();
        let failure = write(&folder.path().join("missing").join("page.html"), b"x").unwrap_err();
        assert_eq!(failure.code, "shell.cannot-write");
        assert_eq!(failure.args["name"], "page.html");
    }
}
