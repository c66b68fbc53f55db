//! The system's clipboard, as another program fills it.

use crate::world::{Kept, World, wait_until};

/// Puts something there under this type (`UTF8_STRING`, `image/png`). It is there until the answer is dropped.
pub fn copy(world: &World, kind: &str, bytes: &[u8]) -> Kept {
    let file = world.file("copied", bytes);
    let mut command = world.command("xclip");
    command.args(["-quiet", "-selection", "clipboard", "-t", kind, "-i"]).arg(file);
    let kept = Kept::start("xclip", &mut command);
    wait_until("the clipboard holds it", || {
        let mut command = world.command("xclip");
        let targets = command.args(["-selection", "clipboard", "-o", "-t", "TARGETS"]).output().unwrap();
        String::from_utf8_lossy(&targets.stdout).lines().any(|target| target == kind).then_some(())
    });
    kept
}
