//! The badges in the backpack.

use tauri::{AppHandle, State};
use wallet::views::{BadgeList, BadgeQuery, BadgeView, Failure, SavedView};

use crate::{dialogs, shell::Shell};

/// Badges that fit, a page of them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn badges(shell: State<'_, Shell>, query: BadgeQuery) -> Result<BadgeList, Failure> {
    shell.ask(move |wallet| wallet.badges(&query)).await
}

/// One badge with everything that is known of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn badge(shell: State<'_, Shell>, id: String) -> Result<BadgeView, Failure> {
    shell.ask(move |wallet| wallet.badge(&id)).await
}

/// Checks a badge anew; asks the hosts the person allowed, and no others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_again(
    shell: State<'_, Shell>,
    id: String,
    allow_hosts: Vec<String>,
) -> Result<BadgeView, Failure> {
    shell.change(move |wallet| wallet.check_again(&id, &allow_hosts)).await
}

/// Asks the issuer for a newer version of a badge; asks the hosts the person allowed, and no others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn refresh_badge(
    shell: State<'_, Shell>,
    id: String,
    allow_hosts: Vec<String>,
) -> Result<BadgeView, Failure> {
    shell.change(move |wallet| wallet.refresh_badge(&id, &allow_hosts)).await
}

/// Removes a badge with its copies and evidence.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_badge(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.delete_badge(&id)).await
}

/// Saves the badge as a file the person names. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_badge_copy(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: String,
) -> Result<Option<SavedView>, Failure> {
    let file = shell.ask(move |wallet| wallet.badge_file(&id)).await?;
    dialogs::save(&app, &shell, &file.name, &file.bytes).await
}
