//! What was found and waits for a yes.

use tauri::State;
use wallet::views::{Failure, InboxItem, WaitingLink};

use crate::shell::Shell;

/// Everything that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn inbox(shell: State<'_, Shell>) -> Result<Vec<InboxItem>, Failure> {
    shell.ask(|wallet| wallet.inbox()).await
}

/// Puts candidates into the backpack.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep(shell: State<'_, Shell>, ids: Vec<String>) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.keep(&ids)).await?;
    Ok(())
}

/// Lets candidates go.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss(shell: State<'_, Shell>, ids: Vec<String>) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.dismiss(&ids)).await?;
    Ok(())
}

/// Links that were found in many things at once, and that nobody followed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn waiting_links(shell: State<'_, Shell>) -> Result<Vec<WaitingLink>, Failure> {
    shell.ask(|wallet| wallet.waiting_links()).await
}

/// Lets such links go: they do not come again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn dismiss_links(shell: State<'_, Shell>, ids: Vec<String>) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.dismiss_links(&ids)).await?;
    Ok(())
}
