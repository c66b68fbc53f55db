//! Settings.

use tauri::{AppHandle, State};
use wallet::{
    SecretString,
    views::{Failure, SettingKey, SettingsView},
};

use crate::{shell::Shell, window};

/// All settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(shell: State<'_, Shell>) -> Result<SettingsView, Failure> {
    shell.ask(|wallet| wallet.settings()).await
}

/// Changes one setting. The size of text is the zoom of the page.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_setting(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: SettingKey,
    value: String,
) -> Result<(), Failure> {
    let percent = match key {
        SettingKey::TextSize => value.parse::<u32>().ok(),
        _ => None,
    };
    shell.change(move |wallet| wallet.set_setting(key, &value)).await?;
    if let Some(percent) = percent {
        window::zoom(&app, percent);
    }
    Ok(())
}

/// Adds one of the person's own addresses.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_address(shell: State<'_, Shell>, address: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.add_address(&address)).await
}

/// Forgets one of the person's own addresses.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_address(shell: State<'_, Shell>, address: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_address(&address)).await
}

/// Lets the backpack be opened with a passphrase, too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_passphrase(shell: State<'_, Shell>, passphrase: String) -> Result<(), Failure> {
    let passphrase = SecretString::from(passphrase);
    shell.change(move |wallet| wallet.add_passphrase(passphrase)).await?;
    Ok(())
}

/// Lets the system's password store open the backpack, too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_keyring(shell: State<'_, Shell>) -> Result<(), Failure> {
    shell.change(|wallet| wallet.add_keyring()).await?;
    Ok(())
}

/// Takes away one way to open the backpack; never the last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_slot(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_slot(&id)).await
}

/// No longer asks a host without being told to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn revoke_consent(shell: State<'_, Shell>, host: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.revoke_consent(&host)).await
}
