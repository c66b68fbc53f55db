//! The published test suite of `did:webvh` 1.0 (decentralized-identity/didwebvh-test-suite): logs that five
//! implementations wrote, and logs that have to be refused. `BADGEFOLIO_DIDWEBVH` names a copy of it.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "test files are read where a variable says"
)]

use std::path::{Path, PathBuf};

use strict_json::Value;

use super::{Fault, History, Rule, name};

fn suite() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("BADGEFOLIO_DIDWEBVH") else {
        eprintln!(
            "skipped: the published vectors of did:webvh, since BADGEFOLIO_DIDWEBVH names no copy of them"
        );
        return None;
    };
    let folder = PathBuf::from(folder).join("vectors");
    assert!(folder.is_dir(), "BADGEFOLIO_DIDWEBVH names no copy of the test suite");
    Some(folder)
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(of)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

/// The DID that a log is about, as its first entry has it.
fn did(log: &[u8]) -> String {
    let line = log.split(|byte| *byte == b'\n').next().unwrap();
    let entry: Value = serde_json::from_slice(line).unwrap();
    let scid = entry["parameters"]["scid"].as_str().unwrap();
    let did = entry["state"]["id"].as_str().unwrap();
    // Some damaged logs put another SCID there.
    let place = did.splitn(4, ':').nth(3).unwrap();
    format!("did:webvh:{scid}:{place}")
}

fn resolve(folder: &Path) -> Result<History, Fault> {
    let log = std::fs::read(folder.join("did.jsonl")).unwrap();
    let history = History::read(&log, &did(&log), "2026-11-21T09:00:00Z".parse().unwrap())?;
    if history.is_witnessed() {
        match std::fs::read(folder.join("did-witness.json")) {
            Ok(file) => history.check_witnesses(&file)?,
            Err(_) => return Err(Fault::Entry(1, Rule::Witness)),
        }
    }
    Ok(history)
}

#[test]
fn published_logs_resolve_and_damaged_ones_do_not() {
    let Some(suite) = suite() else { return };
    let (mut good, mut refused) = (0, 0);
    for scenario in folders(&suite) {
        let title = scenario.file_name().unwrap().to_string_lossy().into_owned();
        for folder in folders(&scenario) {
            let place = folder.strip_prefix(&suite).unwrap().display().to_string();
            if !folder.join("did.jsonl").is_file()
                || std::fs::metadata(folder.join("did.jsonl")).unwrap().len() == 0
            {
                continue;
            }
            let found = resolve(&folder);
            if title.starts_with("negative-") {
                assert!(found.is_err(), "{place}");
                refused += 1;
                eprintln!("{place}: {:?}", found.err().unwrap());
                continue;
            }
            if title == "witness-update" && !place.ends_with("rust") {
                // Here the new list of witnesses counts for the very entry that brings it. The text says "AFTER the new
                // DID log entry has been published" (§Witness Lists), so that nobody can do away with those who watch.
                assert_eq!(found.err(), Some(Fault::Entry(2, Rule::Witness)), "{place}");
                continue;
            }
            let history = found.unwrap_or_else(|fault| panic!("{place}: {fault:?}"));
            let result = std::fs::read(folder.join("resolutionResult.json")).unwrap();
            let result: Value = serde_json::from_slice(&result).unwrap();
            let newest = history.versions().last().unwrap();
            assert_eq!(result["didDocumentMetadata"]["versionId"], newest.id.as_str(), "{place}");
            let ended = result["didDocumentMetadata"]["deactivated"] == true;
            assert_eq!(ended, newest.ended, "{place}");
            if let Some(document) = result["didDocument"].as_object() {
                for (member, value) in document.iter().filter(|(member, _)| *member != "service") {
                    assert_eq!(newest.document.get(member), Some(value), "{place}: {member}");
                }
            }
            good += 1;
        }
    }
    eprintln!("{good} logs resolved, {refused} refused");
    assert!(good > 50 && refused > 9);
}

#[test]
fn published_names_that_lead_elsewhere_are_none() {
    let Some(suite) = suite() else { return };
    let mut count = 0;
    for scenario in folders(&suite) {
        let script = std::fs::read_to_string(scenario.join("script.yaml")).unwrap();
        for line in script.lines().filter_map(|line| line.trim().strip_prefix("did: \"")) {
            let did = line.trim_end_matches('"');
            assert_eq!(name(did), None, "{did}");
            count += 1;
        }
    }
    assert!(count > 8, "{count}");
}
