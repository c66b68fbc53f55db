//! What of the system WebDriver does not reach: its own file dialogs, and the keyboard itself. They are used with keys, as
//! a person without a mouse does.

use std::{path::Path, thread, time::Duration};

use crate::world::{World, wait_until};

/// Chooses a file in an open dialog with this title, by typing its path.
pub fn open(world: &World, title: &str, path: &Path) {
    // Ctrl+L asks for a path.
    answer(world, title, "ctrl+l", path);
}

/// Says in a save dialog with this title where the file goes.
pub fn save(world: &World, title: &str, path: &Path) {
    // The proposed name is in the field that has the keys already; a path may take its place.
    answer(world, title, "ctrl+a", path);
}

fn answer(world: &World, title: &str, first: &str, path: &Path) {
    wait_until(&format!("the dialog {title:?} has closed"), || {
        let window = window(world, title);
        // There is no window manager that would give it the keys. On a busy machine some of them are lost while the
        // dialog still reads its folder: then all is typed once more.
        keys(world, &["windowfocus", "--sync", &window]);
        keys(world, &["key", first]);
        keys(world, &["key", "ctrl+a"]);
        keys(world, &["type", "--delay", "20", path.to_str().unwrap()]);
        // While it still proposes how the path might end, the first Return only takes the proposal.
        (0..6).find(|_| {
            thread::sleep(Duration::from_millis(500));
            if search(world, title).is_some() {
                let _ = world.command("xdotool").args(["key", "Return"]).output();
                thread::sleep(Duration::from_millis(500));
            }
            search(world, title).is_none()
        })
    });
}

/// Presses keys on the real keyboard while the app's own window has them.
pub fn press(world: &World, pressed: &str) {
    focus(world);
    keys(world, &["key", pressed]);
}

/// Gives the keys to the app's own window, as a click on it would.
pub fn focus(world: &World) {
    keys(world, &["windowfocus", "--sync", &window(world, "Badgefolio")]);
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
