//! Handing out.

use tauri::{AppHandle, State};
use wallet::{
    ExportFormat,
    views::{Failure, LinkedInView, PortfolioPreview, PortfolioRequest, SavedView, ShareView},
};

use super::app::open_in_browser;
use crate::{dialogs, shell::Shell};

/// The page as the other person will see it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_portfolio(
    shell: State<'_, Shell>,
    request: PortfolioRequest,
) -> Result<PortfolioPreview, Failure> {
    shell.ask(move |wallet| wallet.preview_portfolio(&request)).await
}

/// Saves the page as a file the person names and writes down what went out. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_portfolio(
    app: AppHandle,
    shell: State<'_, Shell>,
    request: PortfolioRequest,
) -> Result<Option<SavedView>, Failure> {
    let page = shell.ask(move |wallet| wallet.portfolio_file(&request, ExportFormat::Html)).await?;
    let saved = dialogs::save(&app, &shell, &page.file.name, &page.file.bytes).await?;
    if saved.is_some() {
        shell.change(move |wallet| wallet.record_share(&page)).await?;
    }
    Ok(saved)
}

/// What went out, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn shares(shell: State<'_, Shell>) -> Result<Vec<ShareView>, Failure> {
    shell.ask(|wallet| wallet.shares()).await
}

/// The add-to-profile link of a badge, and the fields to copy.
#[tauri::command]
#[specta::specta]
pub(crate) async fn linkedin(shell: State<'_, Shell>, id: String) -> Result<LinkedInView, Failure> {
    let words = shell.words().await;
    shell.ask(move |wallet| wallet.linkedin(&id, words)).await
}

/// Opens the add-to-profile link in the person's own browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_linkedin(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    let words = shell.words().await;
    let link = shell.ask(move |wallet| wallet.linkedin(&id, words)).await?;
    open_in_browser(&link.url)
}
