//! A copy of the whole backpack in one file, and back: on this computer, on another, and when something is in the way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use strict_json::Value;
use wallet_tests::{CommandLine, samples};

use crate::samples::AT;

/// A wallet with one badge, evidence and a stack.
fn learner() -> CommandLine {
    let line = CommandLine::new();
    let mail = samples().join("01-food-hygiene.eml").display().to_string();
    line.run(["import", "--offline", "--at", AT, &mail]).expect(0);
    let id = listed(&line)[0]["id"].as_str().unwrap().to_owned();
    let report = line.file("report.txt", b"What I cooked.\n").display().to_string();
    line.run(["evidence", "add", &id, &report, "--note", "My report"]).expect(0);
    line.run(["stack", "create", "Kitchen"]).expect(0);
    line.run(["stack", "add", "Kitchen", &id]).expect(0);
    line.run(["identity", "add", "robin.sample@mail.example"]).expect(0);
    // The first hand-out makes the key that signs all of them.
    line.run(["export", "--all", "--format", "csv", "--out", "badges.csv"]).expect(0);
    line
}

fn listed(line: &CommandLine) -> Vec<Value> {
    line.run(["list", "--json"]).expect(0).lines()
}

/// All that a person sees of it.
fn everything(line: &CommandLine) -> Vec<Value> {
    let list = listed(line);
    let id = list[0]["id"].as_str().unwrap();
    let mut all = vec![
        line.run(["show", "--json", id]).expect(0).document(),
        line.run(["evidence", "list", "--json", id]).expect(0).document(),
        line.run(["stack", "list", "--json"]).expect(0).document(),
        line.run(["identity", "list", "--json"]).expect(0).document(),
    ];
    all.extend(list);
    all
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

#[test]
fn a_backup_gives_everything_back_on_another_computer() {
    let line = learner();
    let out = line.folder().join("copy.zip").display().to_string();
    let made = line.run(["backup", "--out", &out, "--json"]).expect(0).document();
    assert_eq!(made["file"], out.as_str());
    assert_eq!(made["backup"]["bytes"], std::fs::metadata(&out).unwrap().len());
    assert!(text(&made["backup"]["app"]).starts_with("badgefolio/"), "{made}");

    let other = CommandLine::new();
    let restored = other.run(["restore", &out, "--json"]).expect(0).document();
    assert_eq!(restored["restored"]["badges"], 1);
    assert_eq!(restored["restored"]["setAside"], Value::Null);
    assert_eq!(restored["restored"]["keyring"], false, "this computer has no keyring");
    assert_eq!(restored["restored"]["backup"], made["backup"]);
    assert_eq!(everything(&other), everything(&line));
    // The same key signs: what goes out from here is from the same person.
    let holder = |line: &CommandLine| {
        line.run(["export", "--all", "--format", "json", "--out", "p.json"]).expect(0);
        let profile: Value =
            serde_json::from_slice(&std::fs::read(line.folder().join("p.json")).unwrap()).unwrap();
        text(&profile["manifest"]).split('.').next().unwrap().to_owned()
    };
    assert_eq!(holder(&other), holder(&line));
    let said = other.run(["restore", &out]).expect(0).said;
    assert!(said.contains("set-aside-") && said.contains("key add keyring"), "{said}");
}

#[test]
fn what_came_later_is_set_aside_and_told() {
    let line = learner();
    let out = line.folder().join("copy.zip").display().to_string();
    line.run(["backup", "--out", &out]).expect(0);
    let more = samples().join("04-forklift-driver.eml").display().to_string();
    line.run(["import", "--offline", "--at", AT, &more]);
    let later = listed(&line).len();
    assert!(later > 1);
    let before = std::fs::read(line.folder().join("backpack/backpack.db")).unwrap();
    let restored = line.run(["restore", &out, "--json"]).expect(0).document();
    let aside = text(&restored["restored"]["setAside"]);
    assert!(before == std::fs::read(Path::new(&aside).join("backpack.db")).unwrap(), "as it was");
    assert_eq!(listed(&line).len(), 1);
    // What was set aside is a backpack, too.
    let ran = line.run(["list", "--json", "--backpack", &aside]).expect(0);
    assert_eq!(ran.lines().len(), later);
}

#[test]
fn whoever_has_it_open_has_to_close_it_first() {
    let line = learner();
    let out = line.folder().join("copy.zip").display().to_string();
    line.run(["backup", "--out", &out]).expect(0);
    let before = tree(&line.folder().join("backpack"));
    // As the app or another command holds it.
    let lock = std::fs::File::open(line.folder().join("backpack/lock")).unwrap();
    lock.lock_shared().unwrap();
    let ran = line.run(["restore", &out, "--json"]).expect(73);
    assert_eq!(ran.document()["error"]["code"], "backpack.in-use");
    assert!(text(&ran.document()["error"]["next"]).contains("Close"), "{}", ran.out);
    assert!(tree(&line.folder().join("backpack")) == before);
    drop(lock);
    line.run(["restore", &out]).expect(0);
}

#[test]
fn a_wrong_passphrase_and_a_wrong_file_change_nothing() {
    let line = learner();
    let out = line.folder().join("copy.zip").display().to_string();
    line.run(["backup", "--out", &out]).expect(0);
    let before = tree(&line.folder().join("backpack"));
    let other = CommandLine::new();
    other.file("passphrase", b"wrong horse\n");
    other.run(["restore", &out]).expect(77);
    assert!(!other.folder().join("backpack").exists(), "nothing was begun");
    let error = |arguments: &[&str], exit| {
        let document = line.run([arguments, &["--json"]].concat()).expect(exit).document();
        text(&document["error"]["code"])
    };
    assert_eq!(error(&["restore", "no-such.zip"], 66), "file.no-such");
    assert_eq!(error(&["restore", "."], 65), "file.unreadable");
    assert_eq!(error(&["restore", "report.txt"], 65), "backup.not-one");
    assert_eq!(error(&["backup", "--out", &out], 73), "backup.exists");
    assert_eq!(error(&["backup", "--out", "no/such/folder/copy.zip"], 73), "file.cannot-write");
    line.run(["backup"]).expect(64);
    assert!(tree(&line.folder().join("backpack")) == before);
    // In the person's language, with what to do.
    let said = line.run(["restore", "report.txt", "--locale", "de"]).expect(65).said;
    assert!(said.contains("keine Sicherung"), "{said}");
}

#[test]
fn a_recovery_code_opens_the_backup_and_the_backpack() {
    let line = learner();
    let added = line.run(["key", "add", "recovery", "--json"]).expect(0).document();
    let code = text(&added["recoveryCode"]);
    assert_eq!(code.split('-').count(), 8, "{code}");
    line.run(["backup", "--out", "copy.zip"]).expect(0);
    let other = CommandLine::new();
    other.file("passphrase", format!("{}\n", code.to_lowercase().replace('-', " ")).as_bytes());
    let copy = line.folder().join("copy.zip").display().to_string();
    other.run(["restore", &copy]).expect(0);
    assert_eq!(listed(&other).len(), 1);
    other.file("passphrase", b"0000-0000-0000-0000-0000-0000-0000-0000\n");
    other.run(["list"]).expect(77);
}
