//! A mailbox on a real server, looked through from the window: Debian's Dovecot in a test's network.

use std::{fs, path::Path};

use serde_json::json;
use wallet_tests::{
    dovecot::{Dovecot, PASSWORD},
    network::{Network, inside},
};

use crate::{
    driver::Running,
    given::{self, ADDRESS},
    links::{run, world},
};

/// Where the mailbox is.
pub const HOST: &str = "imap.mail.example.org";
/// So many messages are in it, and so many of them have a badge.
const ALL: usize = 300;
const BADGES: usize = 12;

/// The server with the mailbox of [`ADDRESS`], or none where Dovecot is not installed.
pub fn start(network: &Network) -> Option<Dovecot> {
    Dovecot::start_at(network, HOST, |home| {
        let place = home.join(ADDRESS).join("Maildir");
        for name in ["new", "cur", "tmp"] {
            fs::create_dir_all(place.join(name)).unwrap();
        }
        for number in 0..ALL {
            let mail = if number % (ALL / BADGES) == 7 { given::mail(number) } else { news(number) };
            deliver(&place, number, &mail);
        }
    })
}

fn deliver(place: &Path, number: usize, mail: &[u8]) {
    fs::write(place.join("new").join(format!("{:010}.M{number}.host", 1_700_000_000 + number)), mail)
        .unwrap();
}

/// A mail without a badge.
fn news(number: usize) -> Vec<u8> {
    format!(
        "From: news@laden.example\r\nTo: {ADDRESS}\r\nSubject: New shoes {number}\r\nMIME-Version: 1.0\r\n\
         Message-ID: <news-{number}@laden.example>\r\nContent-Type: text/plain\r\n\r\nThe new shoes are here.\r\n"
    )
    .into_bytes()
}

#[test]
fn a_mailbox_elsewhere_is_looked_through_and_only_read() {
    inside("mailboxes::a_mailbox_elsewhere_is_looked_through_and_only_read", |network| {
        let Some(dovecot) = start(network) else { return };
        let before = dovecot.flags(ADDRESS);
        run(async {
            let world = world(network);
            let running = Running::start(&world, &[]).await;
            let page = running.page();
            given::make_backpack_with_keyring(&page).await;
            page.press("link", "Add badges").await;
            page.press("link", "My mail account").await;
            page.find("h1", "Badges from my mail account").await;
            page.write("Your e-mail address", ADDRESS).await;
            page.write("Password", "not it").await;
            page.write("Mail server", HOST).await;
            page.write("Port", &dovecot.port.to_string()).await;
            page.says(&format!(
                "We contact {HOST} on an encrypted line and show your address and your password or token there"
            ))
            .await;
            assert_eq!(dovecot.commands(), [""; 0], "nobody is asked before the button that names the host");
            page.press("button", &format!("Sign in at {HOST}")).await;
            page.says(&format!("{HOST} does not accept this name and password")).await;
            page.write("Password", PASSWORD).await;
            page.press("button", &format!("Sign in at {HOST}")).await;
            page.says("You are signed in").await;
            page.press("button", "Look through it").await;
            page.says(&format!("We looked through all of “{ADDRESS}”: {ALL} things")).await;
            page.says(&format!("{BADGES} badges found")).await;

            let commands = dovecot.commands();
            for command in &commands {
                let allowed = ["EXAMINE ", "UID SEARCH ", "UID FETCH ", "LIST ", "LOGOUT"];
                assert!(allowed.iter().any(|word| command.starts_with(word)), "{command}");
            }
            let whole = commands.iter().filter(|command| command.contains("BODY.PEEK[]")).count();
            assert_eq!(whole, BADGES, "only what holds a badge is fetched whole");
            assert_eq!(dovecot.flags(ADDRESS), before, "nothing was marked as read, or moved");
            let accounts = page.invoke("accounts", json!({})).await.unwrap();
            let secret = json!(PASSWORD).to_string();
            assert!(
                !accounts.to_string().contains(secret.trim_matches('"')),
                "no password comes back: {accounts}"
            );

            // The next time only what came since.
            deliver(&dovecot.home(ADDRESS), ALL, &given::mail(ALL));
            page.press("link", "Settings").await;
            page.press("button", &format!("Look for new badges in {ADDRESS}")).await;
            page.says(&format!("We looked through all of “{ADDRESS}”: 1 things")).await;
            page.says("1 badge found").await;
            running.close().await;
        });
    });
}
