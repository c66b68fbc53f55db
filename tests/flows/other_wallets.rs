//! Backups of other wallets on the command line: what comes out, what a password does, and that no key is ever shown.

use strict_json::Value;
use wallet_tests::{CommandLine, repository};

const SECRETS: [&str; 4] = ["EXAMPLE-PRIVATE-KEY", "EXAMPLE-SEED", "recovery words", "correct horse"];

fn fixture(name: &str) -> String {
    repository().join("tests/fixtures/wallets").join(name).display().to_string()
}

fn names(lines: &[Value]) -> Vec<&str> {
    lines.iter().filter_map(|line| line["credential"]["name"].as_str()).collect()
}

/// A file with this first line.
fn password(folder: &tempfile::TempDir, text: &str) -> String {
    let path = folder.path().join("password");
    std::fs::write(&path, format!("{text}\n")).unwrap();
    path.display().to_string()
}

#[test]
fn a_backup_gives_its_badges_and_keeps_its_keys() {
    let line = CommandLine::new();
    let ran = line.run(["inspect", "--json", &fixture("lcw-backup.json")]);
    assert_eq!((ran.code, names(&ran.lines()).len()), (0, 3));
    let shown = line.run(["inspect", "--locale", "en", &fixture("lcw-backup.json")]);
    let text = format!("{shown:?}");
    assert!(text.contains("secret keys of the other app"), "{text}");
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
}

#[test]
fn a_locked_backup_asks_for_its_password() {
    let line = CommandLine::new();
    let folder = tempfile::tempdir().unwrap();
    for (file, badges) in [("lcw-locked.json", 3), ("learncard-bundle.zip", 3)] {
        let file = fixture(file);
        let without = line.run(["inspect", "--json", &file]);
        assert_eq!(without.lines()[0]["error"]["code"], "passed.needs-password", "{without:?}");
        let wrong = password(&folder, "not it");
        let ran = line.run(["inspect", "--json", &file, "--password-file", &wrong]);
        assert_eq!((ran.code, &ran.lines()[0]["error"]["code"]), (77, &Value::from("input.wrong-password")));
        let right = password(&folder, "correct horse Zürich");
        let ran = line.run(["inspect", "--json", &file, "--password-file", &right]);
        assert_eq!((ran.code, names(&ran.lines()).len()), (0, badges), "{ran:?}");
        let text = format!("{ran:?}");
        assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
        let ran = line.run(["verify", "--json", "--offline", &file, "--password-file", &right]);
        assert_eq!(names(&ran.lines()).len(), badges);
    }
    let ran = line.run(["inspect", "--password-file", "/no/such/file", &fixture("lcw-backup.json")]);
    assert_eq!(ran.code, 77, "{ran:?}");
}
