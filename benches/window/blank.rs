//! A window of Tauri with a page that says one word: what the start of Badgefolio is held against. Not part of the app.
#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::expect_used)]

fn main() {
    #[expect(clippy::disallowed_types, reason = "the macro writes a map of its own")]
    let context = tauri::generate_context!("benches/window/tauri.conf.json");
    tauri::Builder::<tauri::Wry>::default().run(context).expect("a window");
}
