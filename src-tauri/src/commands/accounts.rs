//! Accounts elsewhere that badges come from: mailboxes, badge platforms.

use tauri::{AppHandle, State};
use wallet::{
    SecretString, Wallet,
    views::{AccountView, Failure, FolderView, NewAccount},
};

use crate::{
    jobs::{JobKind, JobView},
    shell::Shell,
    work::Work,
};

/// The accounts there are, without their secrets.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accounts(shell: State<'_, Shell>) -> Result<Vec<AccountView>, Failure> {
    shell.ask(|wallet| wallet.accounts()).await
}

/// Logs in once at the host that the person named, and says which folders there are. Keeps nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn try_account(
    shell: State<'_, Shell>,
    account: NewAccount,
    secret: String,
) -> Result<Vec<FolderView>, Failure> {
    shell.ask(move |wallet| wallet.try_account(&account, &SecretString::from(secret))).await
}

/// Adds an account. Its secret goes into the system's keyring and nowhere else.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_account(
    shell: State<'_, Shell>,
    account: NewAccount,
    secret: String,
) -> Result<AccountView, Failure> {
    shell.change(move |wallet| wallet.add_account(&account, &SecretString::from(secret))).await
}

/// Keeps another secret for an account.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_account_secret(
    shell: State<'_, Shell>,
    id: String,
    secret: String,
) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.set_account_secret(&id, &SecretString::from(secret))).await
}

/// Forgets an account and its secret. The badges that came from it stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_account(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_account(&id)).await
}

/// Begins to look through an account for what is new in it. Nothing is changed there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn scan_account(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: String,
) -> Result<JobView, Failure> {
    let all = shell.ask(|wallet| wallet.accounts()).await?;
    let name = all.into_iter().find(|account| account.id == id).map(|account| account.user);
    let work = move |wallet: &Wallet, work: &Work| {
        let mut supply = wallet.account_supply(&id)?;
        wallet.gather(&mut supply, work, &mut |changes| work.changed(changes))
    };
    Ok(Work::begin(&app, JobKind::Account, name.unwrap_or_default(), work))
}
