use backpack::{
    Argon2Cost, Backpack, Error, Keyring, KeyringError, MemoryKeyring, NewSlot, SlotKind, State,
    SystemEntropy, Unlock, state,
};

use crate::common::*;

fn keyring_slot() -> NewSlot {
    NewSlot::Keyring { label: "Laptop".to_owned() }
}

#[test]
fn an_empty_folder_holds_none_and_a_made_one_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("not/yet/there");
    assert_eq!(state(&inside).unwrap(), State::None);
    assert!(matches!(open(&inside), Err(Error::None)));
    drop(create(&inside));
    let State::Locked { slots } = state(&inside).unwrap() else { panic!() };
    assert_eq!(slots.iter().map(|slot| slot.kind).collect::<Vec<_>>(), [SlotKind::Passphrase]);
    let again =
        Backpack::create(&inside, &[passphrase_slot()], &MemoryKeyring::new(), &mut SystemEntropy, at(0));
    assert!(matches!(again, Err(Error::Exists)));
    let names: Vec<_> = files(&inside).iter().map(|p| p.file_name().unwrap().to_owned()).collect();
    assert_eq!(names, ["backpack.db", "keyslots.json", "lock"]);
}

#[test]
fn it_opens_by_passphrase_in_any_form_and_by_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let made = create(folder.path());
    made.put(&copy("Holz", "{}", 1), at(0)).unwrap();
    drop(made);
    let keyring = MemoryKeyring::new();
    let decomposed = secret(&PASSPHRASE.replace('Ü', "U\u{308}"));
    let opened = Backpack::open(folder.path(), Unlock::Passphrase(&decomposed), &keyring).unwrap();
    assert_eq!(opened.row(&id("https://issuer.example|Holz")).unwrap().name, "Holz");
    drop(opened);
    for wrong in ["", "correct horse", "correct horse überraschung"] {
        let result = Backpack::open(folder.path(), Unlock::Passphrase(&secret(wrong)), &keyring);
        assert!(matches!(result, Err(Error::WrongPassphrase)), "{wrong}");
    }
    let keyring_asked = Backpack::open(folder.path(), Unlock::Keyring, &keyring);
    assert!(matches!(keyring_asked, Err(Error::NoSlotOfKind)));
}

#[test]
fn it_opens_by_keyring_and_tells_three_failures_apart() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    drop(Backpack::create(folder.path(), &[keyring_slot()], &keyring, &mut SystemEntropy, at(0)).unwrap());
    assert_eq!(keyring.len(), 1);
    drop(Backpack::open(folder.path(), Unlock::Keyring, &keyring).unwrap());
    for error in [KeyringError::NoService, KeyringError::Locked, KeyringError::Failed] {
        keyring.fail(Some(error));
        let result = Backpack::open(folder.path(), Unlock::Keyring, &keyring);
        assert!(matches!(result, Err(Error::Keyring(said)) if said == error));
    }
    let empty = Backpack::open(folder.path(), Unlock::Keyring, &MemoryKeyring::new());
    assert!(matches!(empty, Err(Error::Keyring(KeyringError::NoEntry))));
}

#[test]
fn where_the_keyring_keeps_nothing_no_backpack_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::failing(KeyringError::Locked);
    let result = Backpack::create(folder.path(), &[keyring_slot()], &keyring, &mut SystemEntropy, at(0));
    assert!(matches!(result, Err(Error::Keyring(KeyringError::Locked))));
    assert_eq!(state(folder.path()).unwrap(), State::None);
    drop(create(folder.path()));
}

#[test]
fn a_keyring_that_gives_back_something_else_gets_no_slot() {
    struct Forgetful(MemoryKeyring);
    impl Keyring for Forgetful {
        fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringError> {
            self.0.set(account, &secret.iter().map(|byte| byte ^ 1).collect::<Vec<_>>())
        }
        fn get(&self, account: &str) -> Result<zeroize::Zeroizing<Vec<u8>>, KeyringError> {
            self.0.get(account)
        }
        fn delete(&self, account: &str) -> Result<(), KeyringError> {
            self.0.delete(account)
        }
        fn available(&self) -> Result<(), KeyringError> {
            Ok(())
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let keyring = Forgetful(MemoryKeyring::new());
    let opened = create(folder.path());
    let result = opened.add_slot(&keyring_slot(), &keyring, &mut SystemEntropy, at(0));
    assert!(matches!(result, Err(Error::SlotNotProven)));
    assert!(keyring.0.is_empty());
    assert_eq!(opened.slots().unwrap().len(), 1);
}

#[test]
fn slots_come_and_go_but_the_last_stays() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    let opened = create(folder.path());
    let first = opened.slots().unwrap()[0].clone();
    assert!(matches!(opened.remove_slot(&first.id, &keyring), Err(Error::LastSlot)));
    assert!(matches!(opened.remove_slot("nobody", &keyring), Err(Error::UnknownSlot)));
    let added = opened.add_slot(&keyring_slot(), &keyring, &mut SystemEntropy, at(5)).unwrap();
    assert_eq!((added.info.kind, added.info.label.as_str()), (SlotKind::Keyring, "Laptop"));
    assert_eq!(added.info.created_at, at(5));
    let second = NewSlot::PassphraseAt(secret("second"), Argon2Cost::least());
    opened.add_slot(&second, &keyring, &mut SystemEntropy, at(6)).unwrap();
    let empty = NewSlot::Passphrase(secret(""));
    assert!(matches!(
        opened.add_slot(&empty, &keyring, &mut SystemEntropy, at(6)),
        Err(Error::EmptyPassphrase)
    ));
    drop(opened);

    // Each opens by itself, also the second of two passphrases.
    drop(Backpack::open(folder.path(), Unlock::Keyring, &keyring).unwrap());
    drop(Backpack::open(folder.path(), Unlock::Passphrase(&secret("second")), &keyring).unwrap());
    let opened = open(folder.path()).unwrap();
    opened.remove_slot(&first.id, &keyring).unwrap();
    opened.remove_slot(&added.info.id, &keyring).unwrap();
    assert!(keyring.is_empty());
    drop(opened);
    assert!(matches!(open(folder.path()), Err(Error::WrongPassphrase)));
    // Nor does the last good copy let it in.
    let copy = std::fs::read_to_string(folder.path().join("keyslots.json.1")).unwrap();
    assert!(!copy.contains(&first.id) && !copy.contains(&added.info.id));
    drop(Backpack::open(folder.path(), Unlock::Passphrase(&secret("second")), &keyring).unwrap());
}

#[test]
fn a_recovery_code_opens() {
    use secrecy::ExposeSecret;
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    let opened = create(folder.path());
    let added = opened.add_slot(&NewSlot::Recovery, &keyring, &mut SystemEntropy, at(0)).unwrap();
    drop(opened);
    let code = added.recovery_code.unwrap();
    let typed = secret(&code.expose_secret().to_lowercase().replace('-', " "));
    drop(Backpack::open(folder.path(), Unlock::Recovery(&typed), &keyring).unwrap());
    for wrong in ["0000-0000-0000-0000-0000-0000-0000-0000", "not a code"] {
        let result = Backpack::open(folder.path(), Unlock::Recovery(&secret(wrong)), &keyring);
        assert!(matches!(result, Err(Error::WrongRecoveryCode)));
    }
}

#[test]
fn the_usual_cost_of_a_passphrase_works_too() {
    let folder = tempfile::tempdir().unwrap();
    let slot = NewSlot::Passphrase(secret("usual"));
    drop(Backpack::create(folder.path(), &[slot], &MemoryKeyring::new(), &mut SystemEntropy, at(0)).unwrap());
    let text = std::fs::read_to_string(folder.path().join("keyslots.json")).unwrap();
    assert!(text.contains("65536"));
    let usual = secret("usual");
    drop(Backpack::open(folder.path(), Unlock::Passphrase(&usual), &MemoryKeyring::new()).unwrap());
}

#[cfg(unix)]
#[test]
fn only_this_user_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("backpack");
    let opened = create(&inside);
    opened.put(&copy("Holz", "{}", 1), at(0)).unwrap();
    assert_eq!(std::fs::metadata(&inside).unwrap().permissions().mode() & 0o777, 0o700);
    for file in files(&inside) {
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{file:?}");
    }
}
