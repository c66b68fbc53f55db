//! Issuers the person has marked as known.

use tauri::State;
use wallet::views::{BadgeView, Failure, KnownIssuer};

use crate::shell::Shell;

/// Everybody who is marked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn known_issuers(shell: State<'_, Shell>) -> Result<Vec<KnownIssuer>, Failure> {
    shell.ask(|wallet| wallet.known_issuers()).await
}

/// Marks the issuer of a badge as known, by the key that signed it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mark_issuer(shell: State<'_, Shell>, badge: String) -> Result<BadgeView, Failure> {
    shell.change(move |wallet| wallet.mark_issuer(&badge)).await
}

/// The person has asked: the other key, with which this badge is signed, is its issuer's, too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_key(shell: State<'_, Shell>, badge: String) -> Result<BadgeView, Failure> {
    shell.change(move |wallet| wallet.accept_key(&badge)).await
}

/// Takes the mark of an issuer back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unmark_issuer(shell: State<'_, Shell>, issuer: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.unmark_issuer(&issuer)).await
}
