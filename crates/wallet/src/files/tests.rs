use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use super::*;

fn message(subject: &str) -> String {
    format!("From: a@b.example\nTo: c@d.example\nSubject: {subject}\n\nYour badge is ready.\n")
}

const DULL: &str = "From: a@b.example\nTo: c@d.example\nSubject: Sale\n\nThree for two.\n";

fn mbox(messages: &[&str]) -> String {
    messages.iter().map(|text| format!("From a@b.example Thu Jan  1 00:00:00 2026\n{text}\n")).collect()
}

fn write(root: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What comes, one line each: names without the root, counts of what was passed by, codes.
fn all(root: &Path, path: &Path) -> Vec<String> {
    let prefix = format!("{}/", root.display());
    let mut files = Files::at(path);
    let mut told = Vec::new();
    loop {
        told.push(match files.step() {
            Step::One(given) => given.name.replace(&prefix, ""),
            Step::Failed(failure) => failure.code,
            Step::Passed(count) => format!("passed {count}"),
            Step::End => break,
            other => format!("{other:?}"),
        });
    }
    assert_eq!(files.done, files.total.unwrap(), "all of it was gone through");
    told
}

#[test]
fn a_mailbox_gives_its_messages_by_number() {
    let root = tempfile::tempdir().unwrap();
    let text = mbox(&[&message("one"), DULL, DULL, &message("two"), DULL]);
    write(root.path(), "Inbox.mbox", &text);
    write(root.path(), "no-extension", &text);
    for name in ["Inbox.mbox", "no-extension"] {
        let path = root.path().join(name);
        assert!(is_container(&path));
        assert_eq!(
            all(root.path(), &path),
            [
                format!("{name}/message[0]"),
                "passed 2".into(),
                format!("{name}/message[3]"),
                "passed 1".into()
            ]
        );
    }
}

#[test]
fn a_maildir_gives_what_is_in_cur_and_new() {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "Maildir/cur/1.a:2,S", message("one"));
    write(root.path(), "Maildir/new/2.b", DULL);
    write(root.path(), "Maildir/tmp/3.c", message("half written"));
    write(root.path(), "Maildir/dovecot.index", "badge");
    write(root.path(), "Maildir/.Sent/cur/4.d:2,", message("sent"));
    write(root.path(), "Maildir/.Sent/new/.keep", "");
    let told = all(root.path(), &root.path().join("Maildir"));
    assert_eq!(told, ["Maildir/.Sent/cur/4.d:2,", "passed 1", "Maildir/cur/1.a:2,S", "passed 1"]);
}

#[test]
fn of_a_thunderbird_profile_only_mail_is_opened() {
    let root = tempfile::tempdir().unwrap();
    let text = mbox(&[&message("one"), DULL]);
    for name in
        ["Mail/Local Folders/Inbox", "Mail/Local Folders/Archives.sbd/2025", "ImapMail/host/INBOX.a.b"]
    {
        write(root.path(), name, &text);
        write(root.path(), &format!("{name}.msf"), "badge");
    }
    write(root.path(), "Mail/Local Folders/Empty", "");
    write(root.path(), "Mail/Local Folders/msgFilterRules.dat", message("x"));
    write(root.path(), "Mail/Local Folders/filterlog.html", message("x"));
    write(root.path(), "prefs.js", "");
    write(root.path(), "places.sqlite", "badge");
    write(root.path(), "extensions/a.json", "{}");
    assert_eq!(
        all(root.path(), root.path()),
        [
            "ImapMail/host/INBOX.a.b/message[0]",
            "passed 1",
            "Mail/Local Folders/Archives.sbd/2025/message[0]",
            "passed 1",
            "Mail/Local Folders/Inbox/message[0]",
            "passed 1",
        ]
    );
}

#[test]
fn apple_mail_keeps_mailboxes_as_folders() {
    let root = tempfile::tempdir().unwrap();
    let emlx = |text: &str| format!("{:<10}\n{text}<?xml version=\"1.0\"?><plist/>\n", text.len());
    write(root.path(), "V10/INBOX.mbox/Messages/1.emlx", emlx(&message("one")));
    write(root.path(), "V10/INBOX.mbox/Messages/2.emlx", emlx(DULL));
    write(root.path(), "V10/INBOX.mbox/Messages/3.partial.emlx", emlx(&message("three")));
    write(root.path(), "V10/INBOX.mbox/Attachments/3/2/badge.png", "png");
    write(root.path(), "V10/INBOX.mbox/Info.plist", "badge");
    write(root.path(), "Exported.mbox/mbox", mbox(&[&message("one")]));
    write(root.path(), "Exported.mbox/table_of_contents", "badge");
    assert_eq!(
        all(root.path(), root.path()),
        [
            "Exported.mbox/mbox/message[0]",
            "V10/INBOX.mbox/Attachments/3/2/badge.png",
            "V10/INBOX.mbox/Messages/1.emlx",
            "passed 1",
            "V10/INBOX.mbox/Messages/3.partial.emlx",
        ]
    );
}

#[test]
fn other_folders_are_walked_in_order_of_names() {
    let root = tempfile::tempdir().unwrap();
    for name in ["c.eml", "a.eml", "b/d.png"] {
        write(root.path(), name, name);
    }
    assert_eq!(all(root.path(), root.path()), ["a.eml", "b/d.png", "c.eml"]);
    assert_eq!(all(root.path(), &root.path().join("a.eml")), ["a.eml"]);
    assert_eq!(all(root.path(), &root.path().join("none")), ["file.no-such"]);
    assert!(!is_container(&root.path().join("a.eml")));
}

#[test]
fn takeout_is_read_out_of_its_archive() {
    let root = tempfile::tempdir().unwrap();
    let text = mbox(&[DULL, &message("two")]);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in
        [("Takeout/Mail/All mail.mbox", text.as_str()), ("Takeout/photo.jpg", "x"), ("Takeout/a.eml", DULL)]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes.as_bytes()).unwrap();
    }
    write(root.path(), "takeout.zip", zip.finish().unwrap().into_inner());
    let path = root.path().join("takeout.zip");
    assert!(is_container(&path));
    assert_eq!(
        all(root.path(), &path),
        ["passed 1", "takeout.zip/Takeout/Mail/All mail.mbox/message[1]", "takeout.zip/Takeout/a.eml"]
    );
    // An archive without a mailbox is looked at as one.
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a.eml", zip::write::SimpleFileOptions::default()).unwrap();
    write(root.path(), "badges.zip", zip.finish().unwrap().into_inner());
    assert_eq!(all(root.path(), &root.path().join("badges.zip")), ["badges.zip"]);
}

#[test]
fn what_is_too_large_is_told_and_not_read() {
    let root = tempfile::tempdir().unwrap();
    let file = fs::File::create(root.path().join("a.bin")).unwrap();
    file.set_len(crate::LARGEST_FILE + 1).unwrap();
    write(root.path(), "b.eml", "b");
    assert_eq!(all(root.path(), root.path()), ["input.too-large", "b.eml"]);
}

#[test]
fn an_end_before_the_end_leaves_no_thread_behind() {
    let root = tempfile::tempdir().unwrap();
    let large = format!("{}{}\n", message("x"), "badge ".repeat(1_000_000));
    let text = mbox(&[large.as_str(); 12]);
    write(root.path(), "a.mbox", text);
    let mut files = Files::at(&root.path().join("a.mbox"));
    assert!(matches!(files.step(), Step::One(_)));
    let budget = Arc::downgrade(&files.budget);
    drop(files);
    let ended = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        budget.upgrade().is_none()
    });
    assert!(ended, "the reading thread still holds on");
}
