//! Links to badges: what lies behind them.

use tauri::State;
use wallet::views::{AddView, Failure, FollowView};

use crate::{opened, shell::Shell};

/// Says what a link is that the person gave. Nobody is asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_link(shell: State<'_, Shell>, link: String) -> Result<AddView, Failure> {
    shell.change(move |wallet| opened::look_at(wallet, link.trim())).await
}

/// Fetches what lies behind a link; asks the hosts the person allowed, and no others. Says which further ones would have
/// to be asked. What comes goes into the Inbox.
#[tauri::command]
#[specta::specta]
pub(crate) async fn follow_link(
    shell: State<'_, Shell>,
    url: String,
    allow_hosts: Vec<String>,
) -> Result<FollowView, Failure> {
    shell.change(move |wallet| wallet.follow_link(&url, &allow_hosts)).await
}
