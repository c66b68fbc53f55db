//! Rows backup-… and restore-path: a backup in other hands. Each begins with a genuine backup that is restored; then the
//! attacked one is refused with its reason, and the backpack that is there stays as it was, byte for byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use strict_json::Value;
use wallet_tests::CommandLine;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use crate::kit::*;

/// A member: its name, and what is in it.
type Member = (String, Vec<u8>);

/// A learner with one badge and a backup of it.
struct Learner {
    line: CommandLine,
    genuine: Vec<u8>,
    before: BTreeMap<PathBuf, Vec<u8>>,
}

impl Learner {
    fn new() -> Learner {
        let line = CommandLine::new();
        let badge = line.file("badge.json", genuine().to_string().as_bytes()).display().to_string();
        line.run(["import", "--offline", &badge]).expect(0);
        line.run(["backup", "--out", "genuine.zip"]).expect(0);
        let genuine = std::fs::read(line.folder().join("genuine.zip")).unwrap();
        // The genuine one is taken: without that no refusal would show anything.
        let restored = line.run(["restore", "genuine.zip", "--json"]).expect(0).document();
        assert_eq!(restored["restored"]["badges"], 1);
        assert_eq!(line.run(["list", "--json"]).expect(0).lines()[0]["name"], "Welding");
        let before = tree(&line.folder().join("backpack"));
        Learner { line, genuine, before }
    }

    fn members(&self) -> Vec<Member> {
        let mut zip = ZipArchive::new(Cursor::new(&self.genuine)).unwrap();
        (0..zip.len())
            .map(|at| {
                let mut member = zip.by_index(at).unwrap();
                let mut bytes = Vec::new();
                member.read_to_end(&mut bytes).unwrap();
                (member.name().unwrap().into_owned(), bytes)
            })
            .collect()
    }

    /// The code it is refused with, on the command line, with the right passphrase.
    #[track_caller]
    fn refused(&self, backup: &[u8]) -> String {
        self.line.file("attack.zip", backup);
        let ran = self.line.run(["restore", "attack.zip", "--json"]).expect(65);
        let error = ran.document()["error"].clone();
        assert!(error["message"].as_str().is_some_and(|said| !said.is_empty()), "{error}");
        assert!(error["next"].as_str().is_some_and(|said| !said.is_empty()), "{error}");
        assert!(
            tree(&self.line.folder().join("backpack")) == self.before,
            "the present backpack was touched"
        );
        assert_eq!(self.line.run(["list", "--json"]).expect(0).lines().len(), 1);
        error["code"].as_str().unwrap().to_owned()
    }
}

impl Learner {
    /// The most memory that restoring the attack took, in KiB, as the system counts it while it goes on.
    fn most_memory(&self) -> u64 {
        let mut command = self.line.command();
        command.args(["restore", "attack.zip"]).stderr(Stdio::null()).stdin(Stdio::null());
        let mut child = command.spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut most = 0;
        while child.try_wait().unwrap().is_none() {
            let text = std::fs::read_to_string(&status).unwrap_or_default();
            let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
            most = peak.and_then(|peak| peak.parse().ok()).unwrap_or(0).max(most);
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(most > 0, "it was seen while it ran");
        most
    }
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path));
            found.insert(path, Vec::new());
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

/// An archive of these members, as a backup stores them.
fn archive(members: &[Member]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(name, stored()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The members with the manifest changed so.
fn with_manifest(members: &[Member], change: impl FnOnce(&mut Value)) -> Vec<Member> {
    let mut members = members.to_vec();
    let mut manifest: Value = serde_json::from_slice(&members[0].1).unwrap();
    change(&mut manifest);
    members[0].1 = manifest.to_string().into_bytes();
    members
}

#[test]
fn backup_wrong_version() {
    let learner = Learner::new();
    let members = learner.members();
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["manifest.json", "manifest.seal", "keyslots.json", "backpack.db"]);
    for version in ["2.0", "10.1", "", "99999999999999999999"] {
        let newer = with_manifest(&members, |manifest| manifest["version"] = version.into());
        assert_eq!(learner.refused(&archive(&newer)), "backup.newer", "{version}");
    }
    // A number that is ours with another content is not believed either: the manifest is sealed.
    let minor = with_manifest(&members, |manifest| manifest["version"] = "1.9".into());
    assert_eq!(learner.refused(&archive(&minor)), "backup.changed");
    let schema = with_manifest(&members, |manifest| manifest["schema"] = 99.into());
    assert_eq!(learner.refused(&archive(&schema)), "backup.changed");
    let keyslots = with_manifest(&members, |manifest| manifest["type"] = "BadgefolioKeyslots".into());
    assert_eq!(learner.refused(&archive(&keyslots)), "backup.not-one");
}

#[test]
fn backup_truncated() {
    let learner = Learner::new();
    let whole = learner.genuine.len();
    for length in [10, 100, 1000, whole / 3, whole - 5000, whole - 200, whole - 23, whole - 1] {
        assert_eq!(learner.refused(&learner.genuine[..length]), "backup.truncated", "{length} of {whole}");
    }
    // The end is there, and something before it is missing.
    let mut holed = learner.genuine.clone();
    holed.drain(whole / 2..whole / 2 + 4096);
    let code = learner.refused(&holed);
    assert!(matches!(code.as_str(), "backup.truncated" | "backup.changed"), "{code}");
    let mut members = learner.members();
    members[3].1.truncate(whole / 2);
    assert_eq!(learner.refused(&archive(&members)), "backup.changed");
    members.pop();
    assert_eq!(learner.refused(&archive(&members)), "backup.truncated");
    assert_eq!(learner.refused(b""), "backup.not-one");
}

#[test]
fn backup_bomb() {
    let learner = Learner::new();
    let members = learner.members();
    let zeros = vec![0; 1024 * 1024];
    // 300 MB of zeros in 300 KB, in the place of each member.
    for at in 0..members.len() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (n, (name, bytes)) in members.iter().enumerate() {
            if n == at {
                writer.start_file(name, stored().compression_method(CompressionMethod::Deflated)).unwrap();
                for _ in 0..300 {
                    writer.write_all(&zeros).unwrap();
                }
            } else {
                writer.start_file(name, stored()).unwrap();
                writer.write_all(bytes).unwrap();
            }
        }
        let bomb = writer.finish().unwrap().into_inner();
        assert!(bomb.len() < 2_000_000, "{}", bomb.len());
        let start = Instant::now();
        assert_eq!(learner.refused(&bomb), "backup.packed", "{}", members[at].0);
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
        // Opening with a passphrase takes 64 MiB by itself.
        let most = learner.most_memory();
        assert!(most < 250 * 1024, "{}: {most} KiB", members[at].0);
    }
    // What is stored is as large as it is; the small ones may not be large.
    for at in 0..3 {
        let mut large = members.clone();
        large[at].1 = b" ".repeat(40 * 1024 * 1024);
        assert_eq!(learner.refused(&archive(&large)), "backup.too-large", "{}", members[at].0);
    }
    // A manifest that announces what no disk holds changes nothing: sealed, and no byte is set aside for it.
    let huge = with_manifest(&members, |manifest| manifest["members"][1]["bytes"] = u64::MAX.into());
    assert_eq!(learner.refused(&archive(&huge)), "backup.changed");
    // Keys that would keep the machine busy for hours.
    let mut costly = members.clone();
    let text = String::from_utf8(costly[2].1.clone()).unwrap();
    costly[2].1 = text.replace("65536", "4194303").into_bytes();
    assert_eq!(learner.refused(&archive(&costly)), "backup.changed");
}

#[test]
fn restore_path() {
    let learner = Learner::new();
    let members = learner.members();
    let home = learner.line.folder();
    let outside = || -> Vec<_> {
        let mut names: Vec<_> =
            std::fs::read_dir(home).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.retain(|name| name != "attack.zip");
        names.sort();
        names
    };
    let before = outside();
    let absolute = home.join("taken").display().to_string();
    for name in [
        "../backpack.db",
        "../../taken",
        "./backpack.db",
        "backpack.db/../../taken",
        "restoring/../../taken",
        "..\\taken",
        "C:\\taken",
        "/tmp/taken",
        &absolute,
        "backpack.db\0",
        "BACKPACK.DB",
        "backpack.db/",
        "lock",
        "keyslots.json.1",
    ] {
        // In the place of a member, and as one more.
        for at in 0..members.len() {
            let mut moved = members.clone();
            moved[at].0 = name.to_owned();
            let code = learner.refused(&archive(&moved));
            let wanted = if at == 0 { "backup.not-one" } else { "backup.foreign-member" };
            assert_eq!(code, wanted, "{name} for {}", members[at].0);
        }
        let mut more = members.clone();
        more.push((name.to_owned(), b"taken".to_vec()));
        assert_eq!(learner.refused(&archive(&more)), "backup.foreign-member", "{name}");
        more.rotate_right(1);
        assert_eq!(learner.refused(&archive(&more)), "backup.not-one", "{name}");
    }
    // The manifest names it, too.
    let named = with_manifest(&members, |manifest| manifest["members"][1]["name"] = "../backpack.db".into());
    assert_eq!(learner.refused(&archive(&named)), "backup.foreign-member");
    // The database as a link to something outside.
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &members[..3] {
        writer.start_file(name, stored()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.add_symlink("backpack.db", "/etc/passwd", stored()).unwrap();
    assert_eq!(learner.refused(&writer.finish().unwrap().into_inner()), "backup.changed");
    assert_eq!(outside(), before, "nothing was written beside");
}
