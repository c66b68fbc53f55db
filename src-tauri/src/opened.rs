//! Files given to the app as arguments: what "open with" does, at the start or while it runs.

use std::{
    collections::VecDeque,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use tauri::{AppHandle, Manager as _};
use tauri_specta::Event as _;
use wallet::{
    Done, Given, Wallet,
    views::{AddView, BackpackState, Failure, InputView},
};

use crate::{
    events::{Opened, OpenedView},
    reviewed::Reviewed,
    shell::Shell,
};

/// Files that nobody has looked at yet.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    files: VecDeque<PathBuf>,
}

impl From<Vec<PathBuf>> for Waiting {
    fn from(files: Vec<PathBuf>) -> Waiting {
        Waiting { files: files.into_iter().filter(|path| !is_option(path)).collect() }
    }
}

impl Waiting {
    /// Puts files at the end of the line.
    pub(crate) fn push(&mut self, files: Vec<PathBuf>) {
        self.files.extend(files);
    }

    /// Takes what can be looked at now: one handed-out page, or, with an open backpack, all files that may hold
    /// badges. The rest keeps its place.
    fn take(&mut self, backpack_open: bool) -> Option<Next> {
        if let Some(position) = self.files.iter().position(|path| is_page(path)) {
            return self.files.remove(position).map(Next::Page);
        }
        (backpack_open && !self.files.is_empty()).then(|| Next::Badges(self.files.drain(..).collect()))
    }
}

/// What comes next.
#[derive(Debug, PartialEq)]
enum Next {
    Page(PathBuf),
    Badges(Vec<PathBuf>),
}

/// The files among the arguments of a second start, seen from the folder it was started in.
pub(crate) fn paths(arguments: impl Iterator<Item = PathBuf>, folder: &Path) -> Vec<PathBuf> {
    arguments.filter(|argument| !is_option(argument)).map(|argument| folder.join(argument)).collect()
}

/// Nothing begins with a dash but what a desktop or a debugger slips in.
fn is_option(argument: &Path) -> bool {
    argument.to_string_lossy().starts_with('-')
}

/// Whether a file is looked at as something handed out, not as badges of one's own.
fn is_page(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| ["html", "htm"].iter().any(|page| extension.eq_ignore_ascii_case(page)))
}

/// Takes files from a second start, looks at those that can be looked at now, and tells the window.
pub(crate) fn receive(app: &AppHandle, files: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        shell.waiting(|waiting| waiting.push(files));
        // What cannot be looked at now waits; a failure is told when the window asks again.
        while let Ok(Some(view)) = next(&shell).await {
            if Opened(view).emit(&app).is_err() {
                break;
            }
        }
    });
}

/// Looks at what comes next among the files that wait.
pub(crate) async fn next(shell: &Shell) -> Result<Option<OpenedView>, Failure> {
    let status = shell.ask(|wallet| Ok(wallet.status())).await?;
    match shell.waiting(|waiting| waiting.take(status.backpack == BackpackState::Open)) {
        None => Ok(None),
        Some(Next::Page(path)) => {
            let page = shell.ask(move |_| Reviewed::chosen(&path)).await?;
            page.check(shell, Vec::new()).await.map(|view| Some(OpenedView::Review(view)))
        }
        Some(Next::Badges(files)) => {
            shell.change(move |wallet| add(wallet, &files)).await.map(|view| Some(OpenedView::Add(view)))
        }
    }
}

/// Looks for badges in files. One that cannot be read is told among the others and costs none of them.
///
/// # Errors
/// What the wallet says.
pub(crate) fn add(wallet: &Wallet, files: &[PathBuf]) -> Result<Done<AddView>, Failure> {
    let mut given = Vec::new();
    let mut unreadable = Vec::new();
    for path in files {
        match read(path) {
            Ok(bytes) => given.push(Given::file(file_name(path), bytes)),
            Err(failure) => unreadable.push(InputView {
                name: file_name(path),
                mail: None,
                found: Vec::new(),
                known: Vec::new(),
                links: Vec::new(),
                passed: Vec::new(),
                failure: Some(failure),
                web_mail_paste: false,
            }),
        }
    }
    let mut done = wallet.add(&given)?;
    done.value.inputs.append(&mut unreadable);
    Ok(done)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn a_page_is_looked_at_without_a_backpack_and_badges_wait_for_one() {
        let mut waiting = Waiting::from(files(&["a.eml", "page.HTML", "--flag", "b.png"]));
        assert_eq!(waiting.take(false), Some(Next::Page("page.HTML".into())));
        assert_eq!(waiting.take(false), None);
        assert_eq!(waiting.take(true), Some(Next::Badges(files(&["a.eml", "b.png"]))));
        assert_eq!(waiting.take(true), None, "nothing is looked at twice");
    }

    #[test]
    fn files_of_a_second_start_are_found_from_its_folder() {
        let found = paths(files(&["x.eml", "/tmp/y.eml", "-psn_0_1"]).into_iter(), "/home/a".as_ref());
        assert_eq!(found, files(&["/home/a/x.eml", "/tmp/y.eml"]));
    }
}
