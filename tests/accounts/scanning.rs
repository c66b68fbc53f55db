//! Ten thousand messages with two hundred badges: once, once more, stopped half-way, cut half-way.

use ::wallet::views::NewAccount;

use crate::mails::{Issuer, deep, deliver, long_ago, maildir, other};
use crate::proxy;
use crate::world::{Enough, World, mailbox};
use wallet_tests::dovecot::{Dovecot, GOOD};

fn whole(commands: &[String]) -> usize {
    commands.iter().filter(|command| command.contains("BODY.PEEK[]")).count()
}

/// Nothing that was commanded can have changed anything, or marked anything as read.
fn assert_only_read(commands: &[String]) {
    for command in commands {
        let allowed = ["EXAMINE ", "UID SEARCH ", "UID FETCH ", "LIST ", "LOGOUT"];
        assert!(allowed.iter().any(|word| command.starts_with(word)), "{command}");
        assert!(!command.contains("BODY["), "{command}");
    }
}

#[test]
fn ten_thousand_messages_with_two_hundred_badges() {
    let issuer = Issuer::new();
    let fill = |home: &std::path::Path| {
        let viele = home.join("viele/Maildir");
        maildir(&viele);
        for number in 0..10_000 {
            let mail = if number % 50 == 7 { issuer.mail(number / 50) } else { other(number) };
            deliver(&viele, number, &mail);
        }
    };
    let Some(dovecot) = Dovecot::start(fill) else { return };
    let world = World::new(&dovecot);
    let account = world.add(&mailbox("viele", GOOD, dovecot.port));
    let before = dovecot.flags("viele");
    assert_eq!(before.len(), 10_000);

    let begun = std::time::Instant::now();
    let first = world.scan(&account.id);
    println!("first: {:?} {first:?}", begun.elapsed());
    assert_eq!((first.progress.looked_at, first.progress.found, first.progress.known), (10_000, 200, 0));
    assert_eq!((first.progress.done, first.progress.total), (10_000, Some(10_000)));
    assert!(!first.cancelled && first.broken.is_none());
    assert_eq!(world.badges(), 200);
    let commands = dovecot.commands();
    assert_only_read(&commands);
    assert_eq!(whole(&commands), 200, "only what holds a badge is fetched whole");
    assert_eq!(dovecot.flags("viele"), before, "nothing was marked as read, or moved");
    let seen = &world.wallet.accounts().unwrap()[0];
    assert!(seen.scanned_at.is_some() && !seen.unfinished);

    let begun = std::time::Instant::now();
    let second = world.scan(&account.id);
    println!("second: {:?}", begun.elapsed());
    assert_eq!((second.progress.looked_at, second.progress.found, second.progress.known), (0, 0, 0));
    let commands = dovecot.commands();
    assert!(
        !commands.is_empty() && !commands.iter().any(|command| command.contains("FETCH")),
        "{commands:?}"
    );

    // What came since is all that is asked about.
    deliver(&dovecot.home("viele"), 20_000, &issuer.mail(20_000));
    deliver(&dovecot.home("viele"), 20_001, &other(20_001));
    let third = world.scan(&account.id);
    assert_eq!((third.progress.looked_at, third.progress.found), (2, 1));
    assert_eq!(whole(&dovecot.commands()), 1);
}

#[test]
fn a_scan_that_is_stopped() {
    let issuer = Issuer::new();
    let fill = |home: &std::path::Path| {
        let einige = home.join("einige/Maildir");
        maildir(&einige);
        for number in 0..1_000 {
            let mail = if number % 10 == 7 { issuer.mail(number / 10) } else { other(number) };
            deliver(&einige, number, &mail);
        }
    };
    let Some(dovecot) = Dovecot::start(fill) else { return };
    // What was found stays, and the next time goes on from there.
    let world = World::new(&dovecot);
    let account = world.add(&mailbox("einige", GOOD, dovecot.port));
    let stopped = world.scan_watched(&account.id, &Enough::after(30));
    assert!(stopped.cancelled);
    let some = world.badges();
    assert!((30..100).contains(&some) && stopped.progress.found == some, "{stopped:?}");
    assert!(world.wallet.accounts().unwrap()[0].unfinished);
    let more = world.scan_watched(&account.id, &Enough::after(1));
    assert_eq!((more.progress.known, world.badges()), (0, some + more.progress.found));
    let rest = world.scan(&account.id);
    assert_eq!((rest.progress.known, world.badges()), (0, 100));
    let commands = dovecot.commands();
    assert_only_read(&commands);
    assert_eq!(whole(&commands), 100, "none was fetched twice");
    assert!(!world.wallet.accounts().unwrap()[0].unfinished);
}

#[test]
fn a_connection_that_is_cut() {
    let issuer = Issuer::new();
    let fill = |home: &std::path::Path| {
        let einige = home.join("einige/Maildir");
        maildir(&einige);
        for number in 0..600 {
            let mail = if number % 15 == 7 { issuer.mail(number / 15) } else { other(number) };
            deliver(&einige, number, &mail);
        }
    };
    let Some(dovecot) = Dovecot::start(fill) else { return };
    let world = World::new(&dovecot);
    let account = world.add(&mailbox("einige", GOOD, proxy::cut_after(800_000, dovecot.port)));
    let cut = world.scan(&account.id);
    assert_eq!(cut.broken.as_ref().map(|failure| failure.code.as_str()), Some("imap.cut"), "{cut:?}");
    let kept = world.badges();
    assert!(0 < kept && kept < 40, "{kept}");
    assert_eq!(kept, cut.progress.found);

    assert!(world.wallet.accounts().unwrap()[0].unfinished);

    // The wire is whole again.
    dovecot.commands();
    let rest = world.scan(&account.id);
    assert!(rest.broken.is_none());
    assert_eq!((rest.progress.found + kept, rest.progress.known, world.badges()), (40, 0, 40));
    assert_eq!(whole(&dovecot.commands()), usize::try_from(40 - kept).unwrap());
}

#[test]
fn folders_periods_and_what_is_too_deep() {
    let issuer = Issuer::new();
    let fill = |home: &std::path::Path| {
        let tief = home.join("tief/Maildir");
        let drafts = tief.join(".Entw&APw-rfe");
        maildir(&tief);
        maildir(&drafts);
        for number in 0..20 {
            deliver(&drafts, number, &issuer.mail(number));
        }
        long_ago(&drafts);
        for number in 20..30 {
            deliver(&drafts, number, &issuer.mail(number));
        }
        for number in 100..140 {
            let mail = match number {
                110 | 130 => deep(number),
                120 => issuer.mail(number),
                _ => other(number),
            };
            deliver(&tief, number, &mail);
        }
    };
    let Some(dovecot) = Dovecot::start(fill) else { return };
    let world = World::new(&dovecot);
    let inbox = world.add(&mailbox("tief", GOOD, dovecot.port));
    let folders = world.wallet.account_folders(&inbox.id).unwrap();
    let names: Vec<_> = folders.iter().map(|folder| folder.name.as_str()).collect();
    assert_eq!(names, ["INBOX", "Entwürfe"]);

    let period = |since: Option<&str>, before: Option<&str>| {
        let NewAccount::Imap { host, port, user, login, .. } = mailbox("tief", GOOD, dovecot.port) else {
            unreachable!()
        };
        let (since, before) = (since.map(str::to_owned), before.map(str::to_owned));
        NewAccount::Imap { host, port, user, login, folder: Some("Entwürfe".to_owned()), since, before }
    };
    let late = world.add(&period(Some("2021-01-01"), None));
    assert_eq!(world.scan(&late.id).progress.found, 10);
    let early = world.add(&period(None, Some("2021-01-01")));
    assert_eq!(world.scan(&early.id).progress.found, 20);

    // A mail that is more than may be taken apart hides no other: it is asked about alone and taken as it is.
    dovecot.commands();
    // Whoever asks may have little room on the stack: the window has a quarter of what the terminal has.
    let deep = in_little_room(|| world.scan(&inbox.id));
    assert!(deep.broken.is_none(), "{deep:?}");
    assert_eq!((deep.progress.looked_at, deep.progress.found), (40, 1));
    assert_eq!(whole(&dovecot.commands()), 3);
    assert!(!world.wallet.accounts().unwrap()[0].unfinished);
}

/// On a thread with a small stack.
fn in_little_room<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let room = std::thread::Builder::new().stack_size(512 * 1024);
        room.spawn_scoped(scope, work).unwrap().join().unwrap()
    })
}
