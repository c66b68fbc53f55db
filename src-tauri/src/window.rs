//! The one window, and what it may not do.

use tauri::{
    App, AppHandle, Manager, Runtime, Url, WebviewUrl,
    utils::config::{Config, Csp},
    webview::{NewWindowResponse, WebviewWindowBuilder},
};

/// The label the capability file names.
pub(crate) const MAIN: &str = "main";

/// Opens the window. It keeps nothing on disk, goes nowhere but to our own page, opens no second window and
/// downloads nothing.
pub(crate) fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    // An incognito view cannot be driven over WebDriver; the tests look at what is kept with automation off.
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Badgefolio")
        .inner_size(1280.0, 832.0)
        .min_inner_size(360.0, 480.0)
        .center()
        .incognito(!driven)
        .devtools(cfg!(debug_assertions))
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(())
}

/// Whether an address is our own page, or the frame that previews a page of the learner's.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("about", _) => matches!(url.path(), "blank" | "srcdoc"),
        _ => false,
    }
}

/// Lets the preview frame use the one stylesheet of the exported page, by its digest: a frame made of text obeys
/// the policy of the window it stands in.
pub(crate) fn allow_page_style(config: &mut Config) {
    if let Some(Csp::DirectiveMap(map)) = config.app.security.csp.as_mut() {
        map.entry("style-src".to_owned()).or_default().push(format!("'{}'", wallet::page_style_hash()));
    }
}

/// Shows the window and puts it before the others.
pub(crate) fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these is a wish that a window manager may refuse.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Makes the page larger or smaller, in percent. This is the zoom of the page, so that the layout follows.
pub(crate) fn zoom<R: Runtime>(app: &AppHandle<R>, percent: u32) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.set_zoom(f64::from(percent.clamp(50, 300)) / 100.0);
    }
}

/// Says on the terminal why there is no window.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn say_without_window(error: &dyn std::error::Error) {
    eprintln!("Badgefolio could not open its window: {error}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_is_gone_to() {
        for ours in [
            "tauri://localhost",
            "tauri://localhost/index.html#/inbox",
            "http://tauri.localhost/",
            "about:srcdoc",
        ] {
            assert!(is_ours(&ours.parse().unwrap()), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://localhost:1420/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://example.org/",
            "https://tauri.localhost.example.org/",
            "about:config",
            "javascript:alert(1)",
        ] {
            assert!(!is_ours(&other.parse().unwrap()), "{other}");
        }
    }
}
