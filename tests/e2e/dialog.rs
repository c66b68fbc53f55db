//! The system's own file dialogs. WebDriver does not reach them: they are used with keys, as a person without a
//! mouse does.

use std::path::Path;

use crate::world::{World, wait_until};

/// Answers an open or save dialog with this title by typing a path.
pub fn answer(world: &World, title: &str, path: &Path) {
    let window = window(world, title);
    // There is no window manager that would give it the keys.
    keys(world, &["windowfocus", "--sync", &window]);
    keys(world, &["key", "--window", &window, "ctrl+a"]);
    keys(world, &["type", "--delay", "15", path.to_str().unwrap()]);
    keys(world, &["key", "Return"]);
    wait_until(&format!("the dialog {title:?} has closed"), || search(world, title).is_none().then_some(()));
}

/// Waits for a window whose title contains these words.
pub fn window(world: &World, title: &str) -> String {
    wait_until(&format!("there is a window {title:?}"), || search(world, title))
}

fn search(world: &World, title: &str) -> Option<String> {
    let found = world.command("xdotool").args(["search", "--onlyvisible", "--name", title]).output().unwrap();
    String::from_utf8(found.stdout).unwrap().lines().last().map(str::to_owned)
}

fn keys(world: &World, arguments: &[&str]) {
    let done = world.command("xdotool").args(arguments).output().unwrap();
    assert!(done.status.success(), "xdotool {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}
