//! The list itself: every row has a test here, or it is said where one stands or what it waits for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use wallet_tests::{repository, tell};

/// Rows that are tested elsewhere, because they need the shell or the real window: file and test.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("ipc-unknown-command", "src-tauri/src/tests.rs", "every_command_is_declared_allowed_and_there"),
    ("webview-navigate", "tests/e2e/borders.rs", "the_page_cannot_leave_its_room"),
    ("webview-new-window", "tests/e2e/borders.rs", "the_page_cannot_leave_its_room"),
    ("deeplink-inject", "src-tauri/src/link.rs", "what_is_smuggled_into_a_link_is_refused_or_stays_text"),
    ("deeplink-huge", "src-tauri/src/link.rs", "a_huge_link_is_refused_unread"),
    (
        "second-instance-args",
        "src-tauri/src/waiting.rs",
        "what_a_second_start_gives_is_a_file_or_a_link_and_never_an_order",
    ),
    ("ipc-path-outside", "src-tauri/src/sealed.rs", "a_name_opens_what_was_given_and_no_other_file"),
    (
        "ipc-huge-argument",
        "src-tauri/src/bounds.rs",
        "what_is_too_large_for_a_command_is_refused_before_it_runs",
    ),
    ("export-filename", "src-tauri/src/dialogs.rs", "a_proposed_name_is_no_path"),
];

/// Rows about something that is not built yet.
const LATER: &[(&str, &str)] = &[];

/// The names of the tests of this target.
fn tests() -> BTreeSet<String> {
    let folder = repository().join("tests/attacks");
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.trim() != "#[test]" {
                continue;
            }
            let name = lines.next().unwrap().trim().trim_start_matches("fn ");
            names.insert(name.split('(').next().unwrap().to_owned());
        }
    }
    names
}

/// What a row is called as a test.
fn test_name(row: &str) -> String {
    // The two rows whose names hold what a test's name may not.
    match row {
        "di-12-validUntil-leap-second" => "di_12_valid_until_leap_second".to_owned(),
        "di-13-validUntil-offset+14" => "di_13_valid_until_offset_14".to_owned(),
        "di-14-validUntil-no-timezone" => "di_14_valid_until_no_timezone".to_owned(),
        "di-03-proofPurpose-authentication" => "di_03_proof_purpose_authentication".to_owned(),
        "di-18-previousProof-missing" => "di_18_previous_proof_missing".to_owned(),
        "di-20-bad-proofValue" => "di_20_bad_proof_value".to_owned(),
        "jwt-08-exp-past-validUntil-future" => "jwt_08_exp_past_valid_until_future".to_owned(),
        "jwt-09-exp-future-validUntil-past" => "jwt_09_exp_future_valid_until_past".to_owned(),
        "ob2-02-startsWith-subdomain-trick" => "ob2_02_starts_with_subdomain_trick".to_owned(),
        "ob2-03-startsWith-userinfo-trick" => "ob2_03_starts_with_userinfo_trick".to_owned(),
        "ob2-04-allowedOrigins-subdomain" => "ob2_04_allowed_origins_subdomain".to_owned(),
        "ob2-05-allowedOrigins-ok" => "ob2_05_allowed_origins_ok".to_owned(),
        row => row.replace('-', "_"),
    }
}

/// The ids of the list: the first cell of each row, several where commas stand between them.
fn rows(list: &str) -> Vec<String> {
    let cells = list.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    cells
        .flat_map(|cell| cell.trim_end_matches('|').split(','))
        .map(|id| id.trim().to_owned())
        .filter(|id| id.contains('-') && !id.starts_with("--"))
        .collect()
}

#[test]
fn every_row_has_its_test_or_its_reason() {
    let tests = tests();
    for (row, file, name) in ELSEWHERE {
        let text = std::fs::read_to_string(repository().join(file)).unwrap_or_default();
        assert!(text.contains(&format!("fn {name}(")), "{row}: no {name} in {file}");
    }
    for (row, _) in LATER {
        assert!(!tests.contains(&test_name(row)), "{row} is built now: take it off the list of what waits");
    }
    let Some(root) = std::env::var_os("BADGEFOLIO_CORPUS") else {
        tell(
            "skipped: the list of attacks against its tests (BADGEFOLIO_CORPUS names no folder of test data)",
        );
        return;
    };
    let list = std::fs::read_to_string(PathBuf::from(root).join("ATTACKS.md")).expect("the list of attacks");
    let rows = rows(&list);
    assert!(rows.len() > 150, "the list was read: {}", rows.len());
    let reasons: BTreeMap<&str, &str> = LATER.iter().copied().collect();
    let without: Vec<&String> = rows
        .iter()
        .filter(|row| {
            !tests.contains(&test_name(row))
                && !reasons.contains_key(row.as_str())
                && !ELSEWHERE.iter().any(|(id, _, _)| id == row)
        })
        .collect();
    assert!(without.is_empty(), "no test and no reason for {without:?}");
    let gone: Vec<_> = LATER.iter().filter(|(row, _)| !rows.iter().any(|id| id == row)).collect();
    assert!(gone.is_empty(), "no such rows: {gone:?}");
    tell(&format!("{} rows of the list, {} of them wait for what is not built yet", rows.len(), LATER.len()));
}
