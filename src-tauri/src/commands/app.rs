//! The app as a whole.

use tauri::{AppHandle, State};
use wallet::views::{AppStatus, Failure};

use crate::{events::OpenedView, opened, shell::Shell};

/// Whether there is a backpack, whether it is open, and how the app should look.
#[tauri::command]
#[specta::specta]
pub(crate) async fn status(shell: State<'_, Shell>) -> Result<AppStatus, Failure> {
    shell.ask(|wallet| Ok(wallet.status())).await
}

/// Looks at the next of the files and links that were given as arguments. Null when none is left, or when those that are
/// left need an open backpack.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_opened(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<OpenedView>, Failure> {
    opened::next(&app, &shell).await
}

/// Opens a web address in the person's own browser, after the window asked them. Nothing but https.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_url(url: String) -> Result<(), Failure> {
    open_in_browser(&url)
}

/// Hands an address to the system's browser. The plugin's function alone, not the plugin: its commands and its script
/// have no business in the page.
pub(crate) fn open_in_browser(url: &str) -> Result<(), Failure> {
    match url.parse::<tauri::Url>() {
        Ok(parsed) if parsed.scheme() == "https" && parsed.has_host() => {
            tauri_plugin_opener::open_url(parsed, None::<&str>).map_err(|_| Failure::new("shell.no-browser"))
        }
        _ => Err(Failure::new("shell.not-https")),
    }
}
