//! Whom the person believes about who an issuer is: registers of issuers, lists of certificate authorities.

use tauri::{AppHandle, State};
use wallet::views::{Failure, RegistryAdded, TrustListView};

use crate::{dialogs, opened, shell::Shell};

/// Lets the person choose a file with certificate authorities and adds them. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_trust_list(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<TrustListView>, Failure> {
    let Some(path) = dialogs::choose_one(&app, &shell).await? else {
        return Ok(None);
    };
    shell
        .change(move |wallet| {
            let (name, bytes) = (opened::file_name(&path), opened::read(&path)?);
            wallet.add_trust_list(&name, &bytes)
        })
        .await
        .map(Some)
}

/// Takes a list of certificate authorities away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_trust_list(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_trust_list(&id)).await
}

/// Lets the person choose a file with a register and adds it. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_registry(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<RegistryAdded>, Failure> {
    let Some(path) = dialogs::choose_one(&app, &shell).await? else {
        return Ok(None);
    };
    shell
        .change(move |wallet| {
            let (name, bytes) = (opened::file_name(&path), opened::read(&path)?);
            wallet.add_registry(&name, &bytes)
        })
        .await
        .map(Some)
}

/// Fetches a register from an address that the person gave or chose, and adds it. Its host is asked, and no other.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_registry_address(
    shell: State<'_, Shell>,
    address: String,
    name: Option<String>,
) -> Result<RegistryAdded, Failure> {
    shell.change(move |wallet| wallet.add_registry_address(&address, name.as_deref())).await
}

/// Takes a register away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_registry(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_registry(&id)).await
}
