//! `kill -9` at any moment loses nothing that was acknowledged.

use std::io::Write;
use std::time::Duration;

use backpack::{BadgeState, NewEvidence, Query, SystemEntropy};

use crate::common::*;
use crate::together::{process, task};

#[test]
#[ignore = "a process that another test starts and kills"]
fn writes_until_killed() {
    let Some((folder, round)) = task() else { return };
    let backpack = open(&folder).unwrap();
    let mut acknowledged =
        std::fs::OpenOptions::new().append(true).create(true).open(folder.with_extension("said")).unwrap();
    for n in 0.. {
        let name = format!("round {round} badge {n}");
        let mut new = copy(&name, &name, 1);
        new.image = Some(picture(name.repeat(3_000).as_bytes()));
        new.documents = vec![document("https://issuer.example/key", Some(name.as_bytes()), n)];
        let badge = backpack.put(&new, at(n)).unwrap().badge().clone();
        let about = NewEvidence { name: "film".to_owned(), caption: String::new() };
        let film = vec![u8::try_from(n % 251).unwrap(); 1_500_000];
        backpack
            .add_file(&badge, &about, "video/mp4", &mut film.as_slice(), &mut SystemEntropy, at(n))
            .unwrap();
        // In one piece: half a line would run into the next process's first.
        acknowledged.write_all(format!("{badge}\n").as_bytes()).unwrap();
    }
}

#[test]
fn what_was_acknowledged_is_there_after_kill_9() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("backpack");
    drop(create(&folder));
    let said = || std::fs::read_to_string(folder.with_extension("said")).unwrap_or_default();
    for (round, millis) in [3, 41, 97].into_iter().enumerate() {
        let before = said().lines().count();
        let mut child = process("crash::writes_until_killed", &folder, &round.to_string()).spawn().unwrap();
        // However busy this machine is: some were acknowledged, and then it dies in the middle of another.
        while said().lines().count() < before + 3 {
            assert!(child.try_wait().unwrap().is_none(), "the writer ended by itself");
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(millis));
        child.kill().unwrap();
        child.wait().unwrap();
        let backpack = open(&folder).unwrap();
        let query = Query { state: Some(BadgeState::Kept), limit: 100_000, ..Query::default() };
        // Every badge that is there is there wholly.
        for row in backpack.badges(&query).unwrap().rows {
            let badge = backpack.badge(&row.id).unwrap();
            assert_eq!(badge.copies[0].payload, row.name.as_bytes());
            assert_eq!(backpack.documents_of(&row.id).unwrap().len(), 1);
            assert!(backpack.search(&row.name).unwrap().contains(&row.id));
            for evidence in backpack.evidence_of(&row.id).unwrap() {
                assert_eq!(
                    backpack.evidence_bytes(&evidence.id, u64::MAX).unwrap().unwrap().len(),
                    1_500_000
                );
            }
        }
    }
    let said = said();
    // Whole lines only: the last may have been cut off together with the process.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    let backpack = open(&folder).unwrap();
    for badge in whole.lines() {
        assert_eq!(backpack.evidence_of(&badge.parse().unwrap()).unwrap().len(), 1);
    }
}
