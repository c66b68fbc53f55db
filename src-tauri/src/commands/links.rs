//! Links to badges: what lies behind them.

use tauri::State;
use wallet::views::{AddView, Failure};

use crate::{opened, shell::Shell};

/// Says what a link is that the person gave. Nobody is asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_link(shell: State<'_, Shell>, link: String) -> Result<AddView, Failure> {
    shell.change(move |wallet| opened::look_at(wallet, link.trim())).await
}
