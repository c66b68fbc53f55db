//! Whole mailboxes through the command line, in the forms that mail programs keep them in.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use strict_json::{Value, json};
use verification::sign::{self, Key};
use wallet_tests::{CommandLine, samples};

use crate::samples::AT;

const NEWSLETTER: &str = "From: Shop <news@shop.example>\r\nTo: Robin <robin.sample@mail.example>\r\nSubject: Sale\r\n\
    Date: Fri, 02 Jan 2026 10:00:00 +0000\r\n\r\nThree for two.\r\n\r\nFrom now on every day.\r\n";

fn sample(name: &str) -> String {
    fs::read_to_string(samples().join(name)).unwrap()
}

/// As mail programs write it: bare line feeds, `From ` quoted at the beginning of lines.
fn mbox(messages: &[String]) -> String {
    let one = |message: &String| {
        let text = message.replace("\r\n", "\n").replace("\nFrom ", "\n>From ");
        format!("From a@b.example Fri Jan  2 10:00:00 2026\n{text}\n")
    };
    messages.iter().map(one).collect()
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A mail with a badge of its own.
fn badge_mail(number: usize) -> String {
    let key = Key::ed25519_from_seed(&[7; 32]).unwrap();
    let claims = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("urn:uuid:11111111-0000-4000-8000-{number:012}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": key.did_key(), "type": ["Profile"], "name": "Lernwerkstatt" },
        "validFrom": "2026-02-02T09:31:05Z",
        "name": format!("Badge {number}"),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": format!("urn:uuid:22222222-0000-4000-8000-{number:012}"),
                "type": ["Achievement"],
                "name": format!("Badge {number}"),
                "description": "Moves pallets",
                "criteria": { "narrative": "Forty hours" },
            },
        },
    });
    let token = sign::jwt(claims, "EdDSA", Some(&key.did_key_method()), "vc+jwt", &key).unwrap();
    format!(
        "From: Werkstatt <a@werkstatt.example>\r\nTo: Robin <robin.sample@mail.example>\r\nSubject: No. {number}\r\n\
         Message-ID: <{number}@werkstatt.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: application/octet-stream; name=badge.jwt\r\n\r\n{token}\r\n"
    )
}

fn credentials(lines: &[Value]) -> Vec<String> {
    let found = lines.iter().filter(|line| line["credential"].is_object());
    found
        .map(|line| {
            format!("{} {}", line["input"].as_str().unwrap(), line["credential"]["name"].as_str().unwrap())
        })
        .collect()
}

#[test]
fn a_mailbox_goes_in_once_and_only_its_badges_are_told() {
    let program = CommandLine::new();
    let mut messages = vec![NEWSLETTER.to_owned(); 2_000];
    messages[3] = sample("01-food-hygiene.eml");
    messages[1_500] = sample("02-spreadsheet-essentials.eml");
    let file = program.file("Inbox.mbox", mbox(&messages).as_bytes()).display().to_string();
    let found = [
        format!("{file}/message[3] Food Hygiene, Level 2"),
        format!("{file}/message[1500] Spreadsheet Essentials"),
    ];

    let inspected = program.run(["inspect", "--json", &file]).expect(0).lines();
    assert_eq!(credentials(&inspected), found);
    assert_eq!(inspected.len(), 2, "{inspected:#?}");

    let verified = program.run(["verify", "--json", "--offline", "--at", AT, &file]).expect(2).lines();
    assert_eq!(credentials(&verified), found);
    assert_eq!(verified[0]["verdict"], "valid");

    let import = ["import", "--json", "--offline", "--at", AT, &file];
    let first = program.run(import).expect(0).lines();
    assert_eq!(credentials(&first), found);
    assert!(first.iter().all(|line| line["decision"] == "new"), "{first:#?}");
    let again = program.run(import).expect(0).lines();
    assert_eq!(again.iter().map(|line| &line["decision"]).collect::<Vec<_>>(), ["known", "known"]);
    assert_eq!(program.run(["list", "--json"]).expect(0).lines().len(), 2);

    let told = program.run(["import", "--offline", "--at", AT, "--locale", "en", &file]).expect(0);
    assert!(told.said.contains("2000") && told.said.contains("mails and files"), "{}", told.said);
    assert_eq!(told.out.lines().filter(|line| line.contains("message[")).count(), 2, "{}", told.out);
}

#[test]
fn every_mail_program_has_its_own_way_to_keep_mail() {
    let program = CommandLine::new();
    let root = program.folder();
    let (badge, other) = (sample("01-food-hygiene.eml"), NEWSLETTER.to_owned());
    let both = mbox(&[other.clone(), badge.clone()]);
    write(root, "Maildir/cur/1767348000.a:2,S", &badge);
    write(root, "Maildir/new/1767348001.b", &other);
    write(root, "Maildir/tmp/1767348002.c", &badge);
    write(root, "profile/prefs.js", "");
    write(root, "profile/places.sqlite", &badge);
    write(root, "profile/Mail/Local Folders/Inbox.sbd/2026", &both);
    write(root, "profile/Mail/Local Folders/Inbox.sbd/2026.msf", "");
    write(
        root,
        "V10/INBOX.mbox/Messages/7.emlx",
        &format!("{}\n{badge}<?xml version=\"1.0\"?><plist/>\n", badge.len()),
    );
    write(root, "V10/INBOX.mbox/Messages/8.emlx", &format!("{}\n{other}", other.len()));
    write(root, "V10/INBOX.mbox/Info.plist", "");
    write(root, "Sent", &both);
    for (place, input) in [
        ("Maildir", "Maildir/cur/1767348000.a:2,S"),
        ("profile", "profile/Mail/Local Folders/Inbox.sbd/2026/message[1]"),
        ("V10", "V10/INBOX.mbox/Messages/7.emlx"),
        ("V10/INBOX.mbox/Messages/7.emlx", "V10/INBOX.mbox/Messages/7.emlx"),
        ("Sent", "Sent/message[1]"),
    ] {
        let lines = program.run(["inspect", "--json", place]).expect(0).lines();
        assert_eq!(credentials(&lines), [format!("{input} Food Hygiene, Level 2")], "{place}");
        assert!(lines[0]["path"].as_str().unwrap().starts_with("attachment["), "{}", lines[0]);
    }
    // The same badge in all of them is one badge.
    let import = ["import", "--json", "--offline", "--at", AT, "Maildir", "profile", "V10", "Sent"];
    let lines = program.run(import).expect(0).lines();
    let decisions: Vec<&Value> = lines.iter().map(|line| &line["decision"]).collect();
    assert_eq!(decisions, ["new", "known", "known", "known"]);
}

#[test]
fn a_mailbox_without_a_badge_says_so_once() {
    let program = CommandLine::new();
    let file = program.file("Sale.mbox", mbox(&vec![NEWSLETTER.to_owned(); 300]).as_bytes());
    for command in ["inspect", "verify", "import"] {
        let file = file.display().to_string();
        let lines = program.run([command, "--json", &file]).expect(65).lines();
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert_eq!(lines[0]["error"]["code"], "file.nothing-in-mailbox", "{command}");
    }
}

#[test]
fn what_is_wrong_with_one_message_does_not_hide_the_next() {
    let program = CommandLine::new();
    let line = "x".repeat(70 * 1024 * 1024);
    let large = format!("From: a@b.example\r\nTo: c@d.example\r\nSubject: Badge\r\n\r\n{line}\r\n");
    let cut = sample("01-food-hygiene.eml");
    let cut = format!("{}\r\n", &cut[..cut.len() / 10]);
    let text = mbox(&[large, cut, sample("02-spreadsheet-essentials.eml")]);
    let file = program.file("Broken.mbox", text.as_bytes()).display().to_string();
    let ran = program.run(["import", "--json", "--offline", "--locale", "en", "--at", AT, &file]).expect(0);
    assert_eq!(credentials(&ran.lines()), [format!("{file}/message[2] Spreadsheet Essentials")]);
    assert!(ran.said.contains("is larger than"), "{}", ran.said);
}

#[cfg(unix)]
#[test]
fn what_was_found_before_the_stop_is_kept() {
    const BADGES: usize = 1_000;
    let program = CommandLine::new();
    let messages: Vec<String> = (0..BADGES).map(badge_mail).collect();
    let file: PathBuf = program.file("All.mbox", mbox(&messages).as_bytes());
    let arguments = ["import", "--json", "--offline", "--at", AT, "--locale", "en"].map(String::from);
    let arguments = || arguments.iter().cloned().chain([file.display().to_string()]);

    let mut child = program
        .command()
        .args(arguments())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // What is told is stored.
    let first = lines.next().unwrap().unwrap();
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    let told = 1 + lines.map(Result::unwrap).count();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(first.contains("\"decision\":\"new\""), "{first}");

    let kept = program.run(["list", "--json"]).expect(0).lines().len();
    assert_eq!(kept, told, "what was told is there, and nothing else");
    assert!(kept > 0 && kept < BADGES, "{kept}");
    let rest = program.run(arguments()).expect(0).lines();
    let new = rest.iter().filter(|line| line["decision"] == "new").count();
    assert_eq!((rest.len(), new), (BADGES, BADGES - kept));
    let again = program.run(arguments()).expect(0).lines();
    assert!(again.iter().all(|line| line["decision"] == "known"));
    assert_eq!(program.run(["list", "--json"]).expect(0).lines().len(), BADGES);
}
