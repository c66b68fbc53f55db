//! The committed samples: what each says when it is checked, and that the generator still makes them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use strict_json::Value;
use wallet_tests::{CommandLine, samples};

/// The clock of these tests: the samples must not turn with the calendar.
pub(crate) const AT: &str = "2026-11-21T09:00:00Z";

/// Mail, badge, verdict with the archived documents, verdict without.
const VERDICTS: [(&str, &str, &str, &str); 10] = [
    ("01-food-hygiene.eml", "Food Hygiene, Level 2", "valid", "valid"),
    ("02-spreadsheet-essentials.eml", "Spreadsheet Essentials", "valid", "inconclusive"),
    ("03-deutsch-b1-sprechen.eml", "Deutsch B1: Sprechen", "valid", "inconclusive"),
    ("04-forklift-driver.eml", "Forklift Driver, Class 1", "valid", "inconclusive"),
    ("05-ki-grundlagen.eml", "KI-Grundlagen für Vereine", "valid", "inconclusive"),
    ("06-first-aid-expired.eml", "First Aid Refresher", "expired", "expired"),
    ("07-project-manager-tampered.eml", "Project Manager Expert", "invalid", "invalid"),
    ("08-summer-camp-three-badges.eml", "Youth Camp Team Lead", "valid", "valid"),
    ("08-summer-camp-three-badges.eml", "Climbing Wall Supervisor", "invalid", "invalid"),
    ("08-summer-camp-three-badges.eml", "Nature Guide", "inconclusive", "inconclusive"),
];

fn verify(documents: bool) -> Vec<Value> {
    let mut arguments: Vec<String> =
        ["verify", "--json", "--offline", "--at", AT, "--recipient", "robin.sample@mail.example"]
            .map(Into::into)
            .into();
    if documents {
        arguments.push("--documents".into());
        arguments.push(samples().join("documents").display().to_string());
    }
    let mut files: Vec<String> =
        VERDICTS.iter().map(|row| samples().join(row.0).display().to_string()).collect();
    files.dedup();
    arguments.extend(files);
    CommandLine::new().run(arguments).expect(1).lines()
}

#[test]
fn every_sample_has_its_verdict_with_and_without_documents() {
    for (documents, lines) in [(true, verify(true)), (false, verify(false))] {
        let badges: Vec<&Value> = lines.iter().filter(|line| line["verdict"].is_string()).collect();
        assert_eq!(badges.len(), VERDICTS.len(), "{lines:#?}");
        for (line, (file, name, with, without)) in badges.iter().zip(VERDICTS) {
            assert!(line["input"].as_str().unwrap().ends_with(file), "{line}");
            let wanted = if documents { with } else { without };
            assert_eq!(line["verdict"], wanted, "{file}: {line:#}");
            // A signed 2.0 badge names its class by address: without that document it has no name.
            if documents || file != "04-forklift-driver.eml" {
                assert_eq!(line["credential"]["name"], name, "{file}");
            }
            let recipient =
                line["checks"].as_array().unwrap().iter().find(|check| check["id"] == "recipient").unwrap();
            assert_eq!(recipient["code"], "recipient.match", "{file}: {recipient}");
        }
    }
}

#[test]
fn the_sample_with_competences_says_what_was_learnt() {
    let file = samples().join("05-ki-grundlagen.eml");
    let lines =
        CommandLine::new().run(["inspect".as_ref(), "--json".as_ref(), file.as_os_str()]).expect(0).lines();
    let credential = &lines[0]["credential"];
    assert_eq!(credential["studyLoadMinutes"], 480);
    let minutes: Vec<_> =
        credential["competencies"].as_array().unwrap().iter().map(|one| &one["minutes"]).collect();
    assert_eq!(minutes, [240, 150, 90]);
}

/// What the generator writes is what is committed. Of the mails the badges and words are compared, not the pixels: these
/// may come out otherwise with another version of the renderer.
#[test]
fn the_generator_still_makes_them() {
    let made = tempfile::tempdir().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_make-samples")).arg(made.path()).status().unwrap();
    assert!(status.success());
    let fresh = facts(made.path());
    assert!(fresh.len() > VERDICTS.len(), "{:?}", fresh.keys());
    let committed = facts(&samples());
    let changed: Vec<_> = fresh.keys().filter(|file| fresh.get(*file) != committed.get(*file)).collect();
    assert!(changed.is_empty(), "samples/ is not what `make fixtures` makes: {changed:?}");
    let stale: Vec<_> = committed.keys().filter(|file| !fresh.contains_key(*file)).collect();
    assert!(stale.is_empty(), "nothing makes these any more: {stale:?}");
}

/// Name of a file → what has to stay the same in it.
fn facts(folder: &Path) -> BTreeMap<String, Vec<Vec<u8>>> {
    let files = |folder: &Path| {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.is_file()).collect::<Vec<_>>()
    };
    let mut facts = BTreeMap::new();
    for path in files(folder).into_iter().chain(files(&folder.join("documents"))) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("eml") => {
                let scan = intake::scan(&bytes, &name).unwrap();
                let mut parts: Vec<Vec<u8>> =
                    scan.found.iter().map(|found| found.credential.payload().to_vec()).collect();
                parts.push(
                    scan.mail.map(|mail| format!("{:?}", mail.subject)).unwrap_or_default().into_bytes(),
                );
                facts.insert(name, parts);
            }
            Some("json") => {
                facts.insert(name, vec![bytes]);
            }
            _ => {}
        }
    }
    facts
}
