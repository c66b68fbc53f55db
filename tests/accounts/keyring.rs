//! The keyring of the system, where a test session has one of its own (scripts/in-session).

use std::sync::Arc;

use ::wallet::ports::{Keyring as _, SystemRandom};
use ::wallet::{Ports, Wallet};
use backpack::{KeyringError, SystemKeyring};

use crate::world::{mailbox, secret};

#[test]
fn the_systems_keyring_keeps_the_secret_as_long_as_the_account() {
    if std::env::var_os("BADGEFOLIO_TEST_KEYRING").is_none() {
        wallet_tests::tell(
            "skipped: the secret of an account in the system's keyring, because there is none for tests (scripts/in-session)",
        );
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let ports = Ports {
        fetch: None,
        call: None,
        mailboxes: None,
        keyring: Arc::new(SystemKeyring),
        clock: Arc::new(::wallet::ports::SystemClock),
        random: Arc::new(SystemRandom),
    };
    let wallet = Wallet::new(folder.path().join("backpack"), ports);
    let _ = wallet.create_backpack(Some(secret("Zwölf Kisten"))).unwrap();
    let account = wallet.add_account(&mailbox("mira", "imap.test", 993), &secret("geheim")).unwrap().value;
    let name = format!("account/{}", account.id);
    assert_eq!(&**SystemKeyring.get(&name).unwrap(), b"geheim");
    let _ = wallet.set_account_secret(&account.id, &secret("neu")).unwrap();
    assert_eq!(&**SystemKeyring.get(&name).unwrap(), b"neu");
    let _ = wallet.remove_account(&account.id).unwrap();
    assert_eq!(SystemKeyring.get(&name).unwrap_err(), KeyringError::NoEntry);
}
