//! Looking at what others handed out. Nothing of it is kept.

use tauri::{AppHandle, State};
use wallet::views::{Failure, ReviewView};

use super::add::GivenFile;
use crate::{
    dialogs,
    reviewed::{self, Reviewed},
    shell::Shell,
};

/// Checks everything in a dropped file anew; asks the hosts the person allowed, and no others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review_file(
    shell: State<'_, Shell>,
    file: GivenFile,
    allow_hosts: Vec<String>,
) -> Result<ReviewView, Failure> {
    let (name, bytes) = file.read()?;
    Reviewed::dropped(name, bytes).check(&shell, allow_hosts).await
}

/// Lets the person choose a file to look at, and checks it. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_review(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<ReviewView>, Failure> {
    let Some(path) = dialogs::choose_one(&app, &shell).await? else {
        return Ok(None);
    };
    let chosen = shell.ask(move |_| Reviewed::chosen(&path)).await?;
    chosen.check(&shell, Vec::new()).await.map(Some)
}

/// Checks what was looked at last once more, with these hosts allowed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn review_again(
    shell: State<'_, Shell>,
    allow_hosts: Vec<String>,
) -> Result<ReviewView, Failure> {
    reviewed::again(&shell, allow_hosts).await
}

/// Forgets what was looked at last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_review(shell: State<'_, Shell>) -> Result<(), Failure> {
    shell.reviewed(|reviewed| *reviewed = None);
    Ok(())
}
