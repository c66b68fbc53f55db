//! Several at once: threads, connections, processes.

use std::process::{Command, Stdio};

use backpack::{Error, MemoryKeyring, NewSlot, SystemEntropy};

use crate::common::*;

/// Runs one test of this binary in a process of its own, with a folder to work in.
pub(crate) fn process(test: &str, folder: &std::path::Path, task: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture", "--include-ignored"]);
    command.env("BACKPACK_TEST_FOLDER", folder).env("BACKPACK_TEST_TASK", task);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The folder and the task of a process started with [`process`]; `None` in a usual run.
pub(crate) fn task() -> Option<(std::path::PathBuf, String)> {
    Some((std::env::var_os("BACKPACK_TEST_FOLDER")?.into(), std::env::var("BACKPACK_TEST_TASK").ok()?))
}

#[test]
#[ignore = "a process that another test starts"]
fn writes_a_hundred() {
    let Some((folder, name)) = task() else { return };
    let backpack = open(&folder).unwrap();
    for n in 0..100 {
        let badge = format!("{name} {n}");
        backpack.put(&copy(&badge, &badge, 1), at(0)).unwrap();
    }
}

#[test]
fn two_processes_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    assert!(!backpack.changed_elsewhere().unwrap());
    let mut children = ["left", "right"]
        .map(|name| process("together::writes_a_hundred", folder.path(), name).spawn().unwrap());
    for n in 0..50 {
        let badge = format!("own {n}");
        backpack.put(&copy(&badge, &badge, 1), at(0)).unwrap();
    }
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    let counts = backpack.counts(backpack::BadgeState::Kept).unwrap();
    assert_eq!(counts.iter().map(|count| count.count).sum::<u64>(), 250);
    assert!(backpack.changed_elsewhere().unwrap());
    assert!(!backpack.changed_elsewhere().unwrap());
    backpack.put(&copy("mine", "mine", 1), at(0)).unwrap();
    assert!(!backpack.changed_elsewhere().unwrap());
}

#[test]
fn threads_read_while_one_writes() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 0..100 {
                backpack.put(&copy(&format!("{n}"), &format!("{n}"), 1), at(0)).unwrap();
            }
        });
        for _ in 0..6 {
            scope.spawn(|| {
                let mut last = 0;
                for _ in 0..100 {
                    let query = backpack::Query { limit: 500, ..Default::default() };
                    let page = backpack.badges(&query).unwrap();
                    // The rows and the total are of one moment.
                    assert_eq!(page.rows.len() as u64, page.total);
                    assert!(page.total >= last);
                    last = page.total;
                }
            });
        }
    });
}

#[test]
fn keys_change_only_when_nobody_else_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    let one = create(folder.path());
    let two = open(folder.path()).unwrap();
    let slot = NewSlot::PassphraseAt(secret("second"), backpack::Argon2Cost::least());
    let refused = one.add_slot(&slot, &keyring, &mut SystemEntropy, at(0)).unwrap_err();
    assert!(matches!(refused, Error::InUse));
    // Both go on working.
    two.put(&copy("Holz", "one", 1), at(0)).unwrap();
    assert_eq!(one.row(&id("https://issuer.example|Holz")).unwrap().name, "Holz");
    drop(two);
    one.add_slot(&slot, &keyring, &mut SystemEntropy, at(0)).unwrap();
    assert_eq!(one.slots().unwrap().len(), 2);
    // And it is held again afterwards.
    assert!(matches!(backpack::set_aside(folder.path(), at(0)), Err(Error::InUse)));
}
