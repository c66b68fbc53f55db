//! The learner's evidence.

use tauri::{AppHandle, State};
use wallet::views::{EvidenceContent, EvidenceView, Failure, SavedView};

use super::add::GivenFile;
use crate::{dialogs, opened, shell::Shell};

/// Lets the person choose a file and attaches it to a badge. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_evidence(
    app: AppHandle,
    shell: State<'_, Shell>,
    badge: String,
    caption: String,
) -> Result<Option<EvidenceView>, Failure> {
    let Some(path) = dialogs::choose_one(&app, &shell).await? else {
        return Ok(None);
    };
    shell
        .change(move |wallet| {
            let name = opened::file_name(&path);
            let mut file = opened::open(&path)?;
            wallet.add_evidence_file(&badge, &name, &mut file, &caption)
        })
        .await
        .map(Some)
}

/// Attaches a dropped file to a badge.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_evidence_file(
    shell: State<'_, Shell>,
    badge: String,
    file: GivenFile,
    caption: String,
) -> Result<EvidenceView, Failure> {
    shell
        .change(move |wallet| {
            let (name, bytes) = file.read()?;
            wallet.add_evidence_file(&badge, &name, &mut bytes.as_slice(), &caption)
        })
        .await
}

/// Attaches a link to a badge. Nothing is fetched.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_evidence_link(
    shell: State<'_, Shell>,
    badge: String,
    url: String,
    name: String,
    caption: String,
) -> Result<EvidenceView, Failure> {
    shell.change(move |wallet| wallet.add_evidence_link(&badge, &url, &name, &caption)).await
}

/// Attaches a text to a badge.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_evidence_text(
    shell: State<'_, Shell>,
    badge: String,
    name: String,
    text: String,
) -> Result<EvidenceView, Failure> {
    shell.change(move |wallet| wallet.add_evidence_text(&badge, &name, &text)).await
}

/// Takes a piece of evidence off again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_evidence(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_evidence(&id)).await
}

/// What can be shown of a piece of evidence inside the app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn evidence_content(
    shell: State<'_, Shell>,
    id: String,
) -> Result<EvidenceContent, Failure> {
    shell.ask(move |wallet| wallet.evidence_content(&id)).await
}

/// Saves a piece of evidence as a file the person names. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_evidence(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: String,
) -> Result<Option<SavedView>, Failure> {
    let file = shell.ask(move |wallet| wallet.evidence_file(&id)).await?;
    dialogs::save(&app, &shell, &file.name, &file.bytes).await
}
