//! Why a mailbox cannot be had: each its own reason, and nothing said to whom it was not meant for.

use ::wallet::views::{AccountLogin, NewAccount};
use fetch::Policy;

use crate::mails::{deliver, maildir, other};
use crate::world::{World, mailbox, secret};
use wallet_tests::dovecot::{Dovecot, EXPIRED, GOOD, PASSWORD, UNPROVED};

#[test]
fn every_reason_is_told_apart() {
    let fill = |home: &std::path::Path| {
        maildir(&home.join("einige/Maildir"));
        deliver(&home.join("einige/Maildir"), 1, &other(1));
    };
    let Some(dovecot) = Dovecot::start(fill) else { return };
    let world = World::new(&dovecot);
    let code = |new: &NewAccount, password: &str| match world.wallet.try_account(new, &secret(password)) {
        Ok(_) => "well".to_owned(),
        Err(failure) => {
            assert!(failure.next, "{} says what to do", failure.code);
            assert!(!format!("{failure:?}").contains(password), "{failure:?}");
            failure.code
        }
    };
    let port = dovecot.port;
    assert_eq!(code(&mailbox("einige", GOOD, port), PASSWORD), "well");
    assert_eq!(code(&mailbox("einige", GOOD, port), "falsch"), "imap.login");
    assert_eq!(code(&mailbox("niemand", GOOD, port), PASSWORD), "imap.login");
    assert_eq!(code(&mailbox("einige", EXPIRED, port), PASSWORD), "imap.expired");
    assert_eq!(code(&mailbox("einige", UNPROVED, port), PASSWORD), "imap.unproved");
    assert_eq!(code(&mailbox("einige", "other.test", port), PASSWORD), "imap.other-name");
    assert_eq!(code(&mailbox("einige", "nowhere.test", port), PASSWORD), "imap.no-such-host");
    assert_eq!(code(&mailbox("einige", GOOD, 1), PASSWORD), "imap.connect");
    assert_eq!(code(&mailbox("einige", GOOD, dovecot.plain), PASSWORD), "imap.no-tls");
    assert_eq!(code(&mailbox("einige", "imap.test/x", port), PASSWORD), "account.no-host");
    assert_eq!(code(&mailbox(" ", GOOD, port), PASSWORD), "account.no-user");
    assert_eq!(code(&mailbox("einige", GOOD, port), "zwei\nZeilen"), "account.no-secret");
    let NewAccount::Imap { host, port, user, .. } = mailbox("einige", GOOD, port) else { unreachable!() };
    let login = AccountLogin::Token;
    let token = NewAccount::Imap { host, port, user, login, folder: None, since: None, before: None };
    assert_eq!(code(&token, "ya29.token"), "imap.no-token");
    assert!(world.wallet.accounts().unwrap().is_empty() && world.keyring.is_empty(), "nothing was stored");

    // With the policy that ships no mailbox on this machine is asked.
    let strict = World::with(&dovecot, Policy::strict());
    let inner = strict.wallet.try_account(&mailbox("einige", GOOD, dovecot.port), &secret(PASSWORD));
    assert_eq!(inner.unwrap_err().code, "imap.inner-address");

    let NewAccount::Imap { host, port, user, login, .. } = mailbox("einige", GOOD, dovecot.port) else {
        unreachable!()
    };
    let folder = Some("Gibt es nicht".to_owned());
    let account = world.add(&NewAccount::Imap { host, port, user, login, folder, since: None, before: None });
    let missing = world.wallet.account_supply(&account.id).unwrap_err();
    assert_eq!((missing.code.as_str(), missing.args["folder"].as_str()), ("imap.no-folder", "Gibt es nicht"));
}

#[test]
fn a_secret_is_in_the_keyring_and_nowhere_else() {
    let fill = |home: &std::path::Path| maildir(&home.join("einige/Maildir"));
    let Some(dovecot) = Dovecot::start(fill) else { return };
    let world = World::new(&dovecot);
    let account = world.add(&mailbox("einige", GOOD, dovecot.port));
    assert_eq!(world.keyring.len(), 1);
    let again = world.wallet.add_account(&mailbox("einige", GOOD, dovecot.port), &secret(PASSWORD));
    assert_eq!(again.unwrap_err().code, "account.exists");
    assert!(!format!("{account:?}").contains(PASSWORD));
    world.scan(&account.id);
    let _ = world.wallet.set_account_secret(&account.id, &secret("falsch")).unwrap();
    assert_eq!(world.wallet.account_supply(&account.id).unwrap_err().code, "imap.login");
    let _ = world.wallet.remove_account(&account.id[..6]).unwrap();
    assert!(world.keyring.is_empty() && world.wallet.accounts().unwrap().is_empty());
    assert_eq!(world.wallet.remove_account(&account.id).unwrap_err().code, "backpack.unknown-account");

    // Without a keyring there is no account: its secret would have nowhere to be.
    world.keyring.fail(Some(backpack::KeyringError::Locked));
    let locked = world.wallet.add_account(&mailbox("einige", GOOD, dovecot.port), &secret(PASSWORD));
    assert_eq!(locked.unwrap_err().code, "backpack.keyring-locked");
    assert!(world.wallet.accounts().unwrap().is_empty());
    for entry in std::fs::read_dir(world.folder.path().join("backpack")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(PASSWORD.len()).any(|window| window == PASSWORD.as_bytes()));
    }
}
