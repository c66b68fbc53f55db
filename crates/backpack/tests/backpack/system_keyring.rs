//! The system's own keyring, in a session bus of the test's own: open, locked, absent.

use std::process::{Command, Stdio};

use backpack::{Backpack, Error, Keyring, KeyringError, NewSlot, SystemEntropy, SystemKeyring, Unlock};

use crate::common::*;
use crate::together::task;

#[test]
#[ignore = "a process that another test starts in a session of its own"]
fn inside() {
    let Some((folder, task)) = task() else { return };
    let keyring = SystemKeyring;
    let slot = NewSlot::Keyring { label: "test".to_owned() };
    let create =
        || Backpack::create(&folder, std::slice::from_ref(&slot), &keyring, &mut SystemEntropy, at(0));
    match task.as_str() {
        "create" => {
            keyring.available().unwrap();
            assert_eq!(keyring.get("nobody/nothing").unwrap_err(), KeyringError::NoEntry);
            keyring.delete("nobody/nothing").unwrap();
            drop(create().unwrap());
            let opened = Backpack::open(&folder, Unlock::Keyring, &keyring).unwrap();
            // A slot that is taken away takes its entry along.
            let added = opened.add_slot(&slot, &keyring, &mut SystemEntropy, at(0)).unwrap();
            let text = std::fs::read_to_string(folder.join("keyslots.json")).unwrap();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let account = format!("{}/{}", value["backpack"].as_str().unwrap(), added.info.id);
            assert_eq!(keyring.get(&account).unwrap().len(), 32);
            opened.remove_slot(&added.info.id, &keyring).unwrap();
            assert_eq!(keyring.get(&account).unwrap_err(), KeyringError::NoEntry);
        }
        "open" => drop(Backpack::open(&folder, Unlock::Keyring, &keyring).unwrap()),
        "absent" => {
            assert_eq!(keyring.available(), Err(KeyringError::NoService));
            assert!(matches!(create(), Err(Error::Keyring(KeyringError::NoService))));
        }
        "locked" => {
            keyring.available().unwrap();
            assert!(matches!(create(), Err(Error::Keyring(KeyringError::Locked))));
        }
        other => panic!("no such task: {other}"),
    }
}

/// Runs [`inside`] in a home of its own, after `before` in a session bus of its own, or without one.
fn run(home: &std::path::Path, folder: &std::path::Path, task: &str, before: Option<&str>) {
    let mut command = Command::new(if before.is_some() { "dbus-run-session" } else { "env" });
    if let Some(before) = before {
        command.args(["--", "bash", "-c", &format!("{before} exec \"$@\""), "_"]);
    }
    command.arg(std::env::current_exe().unwrap());
    command.args(["--exact", "system_keyring::inside", "--include-ignored", "--nocapture"]);
    // Of this session alone: the daemon of the one before may still be ending there.
    let run = tempfile::tempdir().unwrap();
    command.env("HOME", home).env("XDG_RUNTIME_DIR", run.path()).env("XDG_DATA_HOME", home.join("data"));
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.env("BACKPACK_TEST_FOLDER", folder).env("BACKPACK_TEST_TASK", task);
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{task}: {text}");
}

fn has(tool: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {tool}")]).stdout(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

#[cfg(target_os = "linux")]
#[test]
fn with_a_keyring_it_opens_without_a_question_and_without_one_that_is_said() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("backpack");
    run(home.path(), &folder, "absent", None);
    if !has("dbus-run-session") || !has("gnome-keyring-daemon") {
        eprintln!("skipped 3 of 4: dbus-run-session and gnome-keyring-daemon are not installed");
        return;
    }
    let unlock = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;";
    run(home.path(), &folder, "create", Some(unlock));
    // Another session: the key was kept.
    run(home.path(), &folder, "open", Some(unlock));
    let other = tempfile::tempdir().unwrap();
    let start = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1;";
    run(other.path(), &other.path().join("backpack"), "locked", Some(start));
}
