use std::io::Cursor;

use super::*;

const HEAD: &str = "From: a@b.example\nTo: c@d.example\nSubject: x\n\n";

/// The messages of a mailbox; what could not be had by its code.
fn all(text: &[u8]) -> Vec<String> {
    read(Cursor::new(text))
}

fn read(from: impl Read) -> Vec<String> {
    let mut mailbox = Mbox::new(from);
    let mut found = Vec::new();
    while let Some(next) = mailbox.next() {
        found.push(match next {
            Ok(message) => String::from_utf8_lossy(&message).into_owned(),
            Err(error) => error.code().to_owned(),
        });
    }
    found
}

fn separated(bodies: &[&str]) -> String {
    bodies.iter().map(|body| format!("From a@b.example Thu Jan  1 00:00:00 2026\n{HEAD}{body}\n\n")).collect()
}

#[test]
fn each_message_is_given_as_it_was() {
    let found = all(separated(&["one", "two\n\nlines", "three"]).as_bytes());
    assert_eq!(found, ["one", "two\n\nlines", "three"].map(|body| format!("{HEAD}{body}\n")));
}

#[test]
fn both_kinds_of_line_ends() {
    let text = separated(&["one", "two"]).replace('\n', "\r\n");
    let found = all(text.as_bytes());
    assert_eq!(found, ["one", "two"].map(|body| format!("{HEAD}{body}\n").replace('\n', "\r\n")));
}

#[test]
fn a_byte_at_a_time_gives_the_same() {
    struct Slow<'a>(&'a [u8]);
    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(into.len()).min(1);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }
    let text = separated(&["one\n\nFrom here on\nit is text", "two"]);
    assert_eq!(read(Slow(text.as_bytes())), all(text.as_bytes()));
}

#[test]
fn quoting_is_undone_and_sentences_split_nothing() {
    let text = separated(&[
        ">From me\n>>From you\n x >From z\n",
        "First.\n\nFrom here on we go\nby train.\n\nFrom: nobody",
        "No blank before:\nFrom a@b.example Thu Jan  1 00:00:00 2026\nSubject: x",
    ]);
    let found = all(text.as_bytes());
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_eq!(found[0], format!("{HEAD}From me\n>From you\n x >From z\n\n"));
    assert!(found[1].contains("\nFrom here on we go\nby train.\n"), "{}", found[1]);
}

#[test]
fn takeout_and_other_writers_first_lines() {
    for first in [
        "From 1727362871234567@xxx Mon Dec 02 08:11:11 +0000 2024",
        "From - Sat Jan 01 00:00:00 2026",
        "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        "From user@host.example",
    ] {
        let text = format!("{first}\n{HEAD}a\n\n{first}\n{HEAD}b\n");
        assert_eq!(all(text.as_bytes()).len(), 2, "{first}");
        assert!(looks_like_mbox(text.as_bytes()), "{first}");
    }
    assert!(!looks_like_mbox(b"From here on we go\nby train."));
    assert!(!looks_like_mbox(b"From: a@b.example\nTo: c\n\n"));
}

#[test]
fn empty_messages_and_what_stands_before_the_first() {
    let text = "From a Thu Jan  1 00:00:00 2026\n\n\nFrom a Thu Jan  1 00:00:00 2026\nSubject: x\n\nb\n";
    assert_eq!(all(text.as_bytes()), ["\n", "Subject: x\n\nb\n"]);
    assert_eq!(all(format!("\n\n{}", separated(&["a"])).as_bytes()), [format!("{HEAD}a\n")]);
    assert_eq!(all(b""), Vec::<String>::new());
    assert_eq!(all(b"\n\n"), Vec::<String>::new());
}

#[test]
fn a_file_that_is_cut_off_gives_what_is_there() {
    let text = separated(&["one", "two"]);
    for end in 0..text.len() {
        let found = all(&text.as_bytes()[..end]);
        assert!(found.len() <= 2);
    }
    assert_eq!(all(&text.as_bytes()[..text.len() - 4]).len(), 2);
}

/// Gives the same bytes again and again, up to a number.
struct Endless {
    left: usize,
    block: Vec<u8>,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.left.min(into.len()).min(self.block.len());
        into[..count].copy_from_slice(&self.block[..count]);
        self.left -= count;
        Ok(count)
    }
}

#[test]
fn a_message_without_end_is_passed_by_and_the_next_found() {
    // One line; short lines; lines that nearly begin a message.
    for text in [&b"x"[..], b"\n\nFrom x\nnothing of a header here\n"] {
        let block = text.repeat(100_000);
        let left = limits::FILE + 20 * STEP + 77;
        let first = separated(&[""]).into_bytes();
        let last = format!("\n\n{}", separated(&["after"])).into_bytes();
        let from = Cursor::new(first).chain(Endless { left, block }).chain(Cursor::new(last));
        let mut mailbox = Mbox::new(from);
        let mut most = 0;
        let mut found = Vec::new();
        while let Some(next) = mailbox.next() {
            found.push(next.map(|message| message.len()).map_err(|error| error.code()));
            most = most.max(mailbox.window.capacity());
        }
        assert_eq!(found, [Err("mailbox.message-too-large"), Ok(HEAD.len() + 6)], "{text:?}");
        assert!(most < 4 * limits::FILE, "{most}");
    }
}

#[test]
fn a_disk_that_fails_ends_it() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let first = separated(&["one", "two"]).into_bytes();
    let found = read(Cursor::new(first).chain(Broken));
    assert_eq!(found.last().map(String::as_str), Some("mailbox.unreadable"));
    assert!(found.len() <= 3);
}
