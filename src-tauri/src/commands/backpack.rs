//! The backpack: make, open, close.

use tauri::State;
use wallet::{
    SecretString,
    views::{AppStatus, Failure},
};

use crate::shell::Shell;

/// Makes a backpack. Without a passphrase its key goes into the system's password store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_backpack(
    shell: State<'_, Shell>,
    passphrase: Option<String>,
) -> Result<AppStatus, Failure> {
    let passphrase = passphrase.map(SecretString::from);
    shell.change(move |wallet| wallet.create_backpack(passphrase)).await
}

/// Opens the backpack. Without a passphrase the system's password store is asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock(
    shell: State<'_, Shell>,
    passphrase: Option<String>,
) -> Result<AppStatus, Failure> {
    let passphrase = passphrase.map(SecretString::from);
    shell.change(move |wallet| wallet.unlock(passphrase.as_ref())).await
}

/// Closes the backpack and forgets its key.
#[tauri::command]
#[specta::specta]
pub(crate) async fn lock(shell: State<'_, Shell>) -> Result<AppStatus, Failure> {
    shell.jobs().clear();
    shell.sealed(|sealed| sealed.clear());
    shell.change(|wallet| Ok(wallet.lock())).await
}
