//! An access token instead of a password: the real exchange (SASL XOAUTH2) with a real server, which asks a double of its
//! provider whose token it is.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use ::wallet::views::{AccountLogin, NewAccount};

use crate::mails::{Issuer, deliver, maildir, other};
use crate::world::{World, mailbox, secret};
use wallet_tests::dovecot::{Dovecot, GOOD, PASSWORD};

const TOKEN: &str = "ya29.of-einige";
const OTHERS: &str = "ya29.of-viele";

/// Says whose a token is, and what it was asked.
fn provider() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/tokeninfo?access_token=", listener.local_addr().unwrap());
    let heard = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&heard);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut first = String::new();
            let mut lines = BufReader::new(stream.try_clone().unwrap());
            lines.read_line(&mut first).unwrap();
            let mut line = String::new();
            while lines.read_line(&mut line).unwrap() > 2 {
                line.clear();
            }
            let token =
                first.split("access_token=").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or("");
            let (status, body) = match token {
                TOKEN => ("200 OK", r#"{"email":"einige","expires_in":3600}"#),
                OTHERS => ("200 OK", r#"{"email":"viele","expires_in":3600}"#),
                _ => ("401 Unauthorized", r#"{"error":"invalid_token"}"#),
            };
            keep.lock().unwrap().push(token.to_owned());
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
        }
    });
    (address, heard)
}

fn by_token(port: u16) -> NewAccount {
    match mailbox("einige", GOOD, port) {
        NewAccount::Imap { host, port, user, folder, since, before, .. } => {
            NewAccount::Imap { host, port, user, login: AccountLogin::Token, folder, since, before }
        }
        other => other,
    }
}

#[test]
fn a_token_opens_a_mailbox_and_a_wrong_one_does_not() {
    let issuer = Issuer::new();
    let fill = |home: &std::path::Path| {
        let einige = home.join("einige/Maildir");
        maildir(&einige);
        for number in 0..20 {
            let mail = if number % 10 == 3 { issuer.mail(number / 10) } else { other(number) };
            deliver(&einige, number, &mail);
        }
        maildir(&home.join("viele/Maildir"));
    };
    let (tokeninfo, heard) = provider();
    let Some(dovecot) = Dovecot::start_with_tokens(fill, &tokeninfo) else { return };
    let world = World::new(&dovecot);
    let code = |new: &NewAccount, shown: &str| match world.wallet.try_account(new, &secret(shown)) {
        Ok(_) => "well".to_owned(),
        Err(failure) => {
            assert!(failure.next, "{} says what to do", failure.code);
            assert!(!format!("{failure:?}").contains(shown), "{failure:?}");
            failure.code
        }
    };
    let new = by_token(dovecot.port);
    // The server answers a wrong one with a reason in JSON and waits for an empty line: nobody hangs, and it is said.
    let begun = std::time::Instant::now();
    assert_eq!(code(&new, "ya29.wrong"), "imap.token");
    assert_eq!(code(&new, OTHERS), "imap.token", "somebody else's");
    assert_eq!(code(&new, PASSWORD), "imap.token", "a password is no token");
    assert!(begun.elapsed() < std::time::Duration::from_secs(30), "{:?}", begun.elapsed());
    assert_eq!(code(&new, TOKEN), "well");
    assert_eq!(code(&mailbox("einige", GOOD, dovecot.port), PASSWORD), "well", "with a password as ever");
    let asked = heard.lock().unwrap().clone();
    assert!(
        asked.iter().any(|token| token == TOKEN) && asked.iter().any(|token| token == "ya29.wrong"),
        "{asked:?}"
    );

    let account = world.wallet.add_account(&new, &secret("ya29.wrong")).unwrap().value;
    assert_eq!(world.wallet.account_supply(&account.id).unwrap_err().code, "imap.token");
    let _ = world.wallet.set_account_secret(&account.id, &secret(TOKEN)).unwrap();
    let scanned = world.scan(&account.id);
    assert_eq!((scanned.progress.looked_at, scanned.progress.found), (20, 2));
    // Tokens run out; the next one goes on where the last ended.
    let _ = world.wallet.set_account_secret(&account.id, &secret("ya29.run-out")).unwrap();
    assert_eq!(world.wallet.account_supply(&account.id).unwrap_err().code, "imap.token");
    let _ = world.wallet.set_account_secret(&account.id, &secret(TOKEN)).unwrap();
    assert_eq!(world.scan(&account.id).progress.looked_at, 0);
}
