//! Putting things in.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;
use specta::Type;
use tauri::{AppHandle, State};
use wallet::{
    Given, SecretString, Wallet,
    views::{AddView, Failure},
};

use crate::{
    copied::{self, Copied},
    dialogs,
    events::OpenedView,
    jobs::{JobKind, JobView},
    link::Link,
    opened,
    sealed::Sealed,
    shell::Shell,
};

/// A file that was dropped or pasted: its bytes, never its path.
#[derive(Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GivenFile {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes in Base64.
    pub base64: String,
}

impl GivenFile {
    /// Its name and its bytes.
    ///
    /// # Errors
    /// `shell.cannot-read` when it is not Base64.
    pub(crate) fn read(self) -> Result<(String, Vec<u8>), Failure> {
        let name = opened::file_name(self.name.as_ref());
        match STANDARD.decode(&self.base64) {
            Ok(bytes) => Ok((name, bytes)),
            Err(_) => Err(Failure::new("shell.cannot-read").with("name", name)),
        }
    }
}

/// Looks for badges in dropped or pasted files.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_files(shell: State<'_, Shell>, files: Vec<GivenFile>) -> Result<AddView, Failure> {
    let look = move |wallet: &Wallet| {
        let given = files.into_iter().map(|file| file.read().map(|(name, bytes)| Given::file(name, bytes)));
        let given = given.collect::<Result<Vec<_>, _>>()?;
        Ok(wallet.add(&given)?.map(|view| (view, given)))
    };
    let (view, given) = shell.change(look).await?;
    let find = |name: &str| given.iter().find(|one| one.name == name).cloned().map(Sealed::Given);
    shell.sealed(|sealed| sealed.keep(&view, find));
    Ok(view)
}

/// Looks at a picture or at files that were copied elsewhere and pasted into the window, where its engine gives the page neither.
/// Null when nothing of the kind was copied.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_copied(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<OpenedView>, Failure> {
    match copied::take(&app).await {
        None => Ok(None),
        Some(Copied::Files(files)) => {
            Ok(opened::look_through(&app, JobKind::Files, files).map(OpenedView::Work))
        }
        Some(Copied::Picture(bytes)) => {
            let look = move |wallet: &Wallet| wallet.add(&[Given::file("", bytes)]);
            shell.change(look).await.map(|view| Some(OpenedView::Add(view)))
        }
    }
}

/// Opens an export that another wallet locked, with the password the person typed. Only what was given before and found
/// locked has such a name. The password is kept nowhere.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_given(
    shell: State<'_, Shell>,
    name: String,
    password: String,
) -> Result<AddView, Failure> {
    let sealed = shell.sealed(|sealed| sealed.get(&name))?;
    let password = SecretString::from(password);
    let view = shell.change(move |wallet| wallet.add_unlocked(&[sealed.given()?], &password)).await?;
    if view.inputs.iter().all(|input| input.failure.is_none()) {
        shell.sealed(|sealed| sealed.forget(&name));
    }
    Ok(view)
}

/// Lets the person choose files, mailboxes among them, and begins to look through them. Null when they changed their
/// mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_files(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<JobView>, Failure> {
    let chosen = dialogs::choose_many(&app, &shell).await?;
    Ok(opened::look_through(&app, JobKind::Files, chosen))
}

/// Lets the person choose a folder and begins to look through everything below it. Null when they changed their mind.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_folder(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Option<JobView>, Failure> {
    let chosen = dialogs::choose_folder(&app, &shell).await?;
    Ok(opened::look_through(&app, JobKind::Folder, chosen.into_iter().collect()))
}

/// Looks for badges in pasted text: the source of a mail, a badge as JSON, a compact JWT. A link alone is said to be one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_text(shell: State<'_, Shell>, text: String) -> Result<AddView, Failure> {
    shell
        .change(move |wallet| match Link::read(text.trim()) {
            Ok(link) => wallet.look_at_link(&link.into_text()),
            Err(_) => wallet.add(&[Given::paste(text)]),
        })
        .await
}

/// Adds the sample mails that come with the app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_samples(shell: State<'_, Shell>) -> Result<AddView, Failure> {
    shell.change(|wallet| wallet.add_samples()).await
}
