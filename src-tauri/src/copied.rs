//! A picture or files that were copied elsewhere. On Linux the engine of the window tells the page of a paste, but hands it
//! text alone; elsewhere the page gets the files themselves, and there is nothing to do here.

use std::path::PathBuf;

use tauri::AppHandle;

/// What was copied.
pub(crate) enum Copied {
    /// A picture (PNG), as whoever copied it gave it.
    Picture(Vec<u8>),
    /// Files of this computer.
    Files(Vec<PathBuf>),
}

/// What is in the clipboard now; none where there is neither.
#[cfg(target_os = "linux")]
pub(crate) async fn take(app: &AppHandle) -> Option<Copied> {
    use gtk::gdk::{Atom, SELECTION_CLIPBOARD};

    let (tell, told) = tokio::sync::oneshot::channel();
    // The clipboard belongs to the window's own thread. Nobody waits any more when the window is gone.
    let look = move || {
        let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("text/uri-list"), move |clipboard, named| {
            let uris = named.uris();
            let files: Vec<PathBuf> = uris.iter().filter_map(|uri| path(uri)).collect();
            if !files.is_empty() {
                let _ = tell.send(Some(Copied::Files(files)));
                return;
            }
            clipboard.request_contents(&Atom::intern("image/png"), move |_, picture| {
                let _ = tell.send((picture.length() > 0).then(|| Copied::Picture(picture.data())));
            });
        });
    };
    app.run_on_main_thread(look).ok()?;
    told.await.ok().flatten()
}

/// Elsewhere the paste itself brings them.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn take(_app: &AppHandle) -> Option<Copied> {
    None
}

/// The file that an address of this computer names.
#[cfg(target_os = "linux")]
fn path(uri: &str) -> Option<PathBuf> {
    uri.parse::<tauri::Url>().ok().filter(|url| url.scheme() == "file")?.to_file_path().ok()
}
