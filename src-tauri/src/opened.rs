//! Files and links given to the app as arguments: what "open with" does, at the start or while it runs.

use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use tauri::{AppHandle, Manager as _};
use tauri_specta::Event as _;
use wallet::{
    Done, Files, Wallet,
    views::{AddView, BackpackState, Failure, InputView},
};

use crate::{
    events::{Opened, OpenedView},
    jobs::{JobKind, JobView},
    link::Link,
    reviewed::Reviewed,
    sealed::Sealed,
    shell::Shell,
    waiting::Next,
    work::Work,
};

/// Takes files and links from a second start, looks at those that can be looked at now, and tells the window.
pub(crate) fn receive(app: &AppHandle, arguments: impl Iterator<Item = PathBuf>, folder: &Path) {
    app.state::<Shell>().waiting(|waiting| waiting.push(arguments, folder));
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        // What cannot be looked at now waits; a failure is told when the window asks again.
        while let Ok(Some(view)) = next(&app, &shell).await {
            if Opened(view).emit(&app).is_err() {
                break;
            }
        }
    });
}

/// Takes the links that the system hands to the app that runs already.
#[cfg(target_os = "macos")]
pub(crate) fn listen(app: &AppHandle) {
    use tauri_plugin_deep_link::DeepLinkExt as _;
    let handle = app.clone();
    app.deep_link().on_open_url(move |event| {
        let links = event.urls().into_iter().map(|url| PathBuf::from(url.as_str()));
        receive(&handle, links, Path::new(""));
    });
}

/// Looks at what comes next among the things that wait.
pub(crate) async fn next(app: &AppHandle, shell: &Shell) -> Result<Option<OpenedView>, Failure> {
    let status = shell.ask(|wallet| Ok(wallet.status())).await?;
    match shell.waiting(|waiting| waiting.take(status.backpack == BackpackState::Open)) {
        None => Ok(None),
        Some(Next::Page(path)) => {
            let page = shell.ask(move |_| Reviewed::chosen(&path)).await?;
            page.check(shell, Vec::new()).await.map(|view| Some(OpenedView::Review(view)))
        }
        Some(Next::Badges(files)) => Ok(look_through(app, JobKind::Files, files).map(OpenedView::Work)),
        Some(Next::Link(link)) => {
            let looked = shell.change(move |wallet| look_at(wallet, &link)).await;
            looked.map(|view| Some(OpenedView::Add(view)))
        }
    }
}

/// Says what a link is, without following it. One that is refused is told as something that could not be read.
///
/// # Errors
/// What the wallet says.
pub(crate) fn look_at(wallet: &Wallet, link: &str) -> Result<Done<AddView>, Failure> {
    match Link::read(link) {
        Ok(link) => wallet.look_at_link(&link.into_text()),
        Err(failure) => {
            let refused = AddView { inputs: vec![InputView::unreadable(failure)], address_offer: None };
            Ok(wallet.add(&[])?.map(|_| refused))
        }
    }
}

/// Begins to look through what the person chose, beside everything else; nothing where nothing was chosen.
pub(crate) fn look_through(app: &AppHandle, kind: JobKind, chosen: Vec<PathBuf>) -> Option<JobView> {
    let name = file_name(chosen.first()?);
    let work = move |wallet: &Wallet, work: &Work| {
        let mut files = Files::of(chosen.clone());
        let done = wallet.gather(&mut files, work, &mut |changes| work.changed(changes))?;
        let path = |name: &str| chosen.iter().find(|path| file_name(path) == name).cloned().map(Sealed::File);
        work.shell().sealed(|sealed| sealed.keep(&done.value.told, path));
        Ok(done)
    };
    Some(Work::begin(app, kind, name, work))
}

/// The last part of a path, as far as it can be written.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Opens a file the person chose.
///
/// # Errors
/// `shell.cannot-read`, with its name.
pub(crate) fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|_| Failure::new("shell.cannot-read").with("name", file_name(path)))
}

/// Reads a file the person chose, up to one byte more than is taken, so that what is too large is refused in the
/// wallet's own words.
///
/// # Errors
/// `shell.cannot-read`, with its name.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    open(path)?
        .take(wallet::LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Failure::new("shell.cannot-read").with("name", file_name(path)))?;
    Ok(bytes)
}
