use backpack::KeyringError;

use super::kit::*;
use crate::views::{BackpackState, SettingKey, SlotKind, Theme};

#[test]
fn with_a_keyring_it_opens_at_once() {
    let world = World::open(None);
    let again = world.again(None, NOW);
    assert_eq!(again.backpack_state(), (BackpackState::Locked, vec![SlotKind::Keyring]));
    assert_eq!(again.unlock_quietly().backpack, BackpackState::Open);
    let done = again.lock();
    assert_eq!(done.value.backpack, BackpackState::Locked);
    assert!(again.inbox().unwrap_err().is("backpack.locked"));
}

#[test]
fn without_a_keyring_a_passphrase_is_asked_for() {
    let world = World::closed(None, NOW);
    world.keyring.fail(Some(KeyringError::NoService));
    let status = world.wallet.status();
    assert_eq!((status.backpack, status.keyring), (BackpackState::None, false));
    assert!(world.wallet.create_backpack(None).unwrap_err().is("backpack.keyring-no-service"));
    assert_eq!(world.wallet.status().backpack, BackpackState::None, "nothing half made");
    let done = world.wallet.create_backpack(Some(secret("correct horse"))).unwrap();
    assert_eq!((done.value.backpack, done.value.slots), (BackpackState::Open, vec![SlotKind::Passphrase]));

    let again = world.again(None, NOW);
    assert_eq!(again.unlock_quietly().backpack, BackpackState::Locked);
    assert!(again.unlock(Some(&secret("wrong"))).unwrap_err().is("backpack.wrong-passphrase"));
    assert!(again.unlock(None).unwrap_err().is("backpack.no-slot-of-kind"));
    let _ = again.unlock(Some(&secret("correct horse"))).unwrap();
    assert_eq!(again.status().backpack, BackpackState::Open);
}

#[test]
fn keys_are_added_and_taken_away_but_never_the_last() {
    let world = World::open(None);
    let slots = world.wallet.settings().unwrap().slots;
    assert!(!slots[0].removable);
    assert!(world.wallet.remove_slot(&slots[0].id).unwrap_err().is("backpack.last-slot"));
    let _ = world.wallet.add_passphrase(secret("correct horse")).unwrap();
    let done = world.wallet.remove_slot(&slots[0].id[..8]).unwrap();
    assert!(done.changes.settings);
    let again = world.again(None, NOW);
    assert!(again.unlock(None).is_err());
    let _ = again.unlock(Some(&secret("correct horse"))).unwrap();
}

#[test]
fn how_it_looks_is_remembered_from_before_the_backpack_on() {
    let world = World::closed(None, NOW);
    let _ = world.wallet.set_setting(SettingKey::Locale, "de-AT").unwrap();
    let _ = world.wallet.set_setting(SettingKey::Theme, "dark").unwrap();
    assert!(world.wallet.set_setting(SettingKey::Theme, "pink").unwrap_err().is("setting.wrong-value"));
    let _ = world.wallet.create_backpack(None).unwrap();
    let _ = world.wallet.set_setting(SettingKey::TextSize, "150").unwrap();
    let again = world.again(None, NOW);
    let status = again.unlock_quietly();
    assert_eq!((status.locale.as_deref(), status.theme), (Some("de"), Theme::Dark));
    assert_eq!(again.settings().unwrap().text_size, 150);
}
