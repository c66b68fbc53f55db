//! A copy of the whole backpack, and taking it back.

use backpack::KeyringError;
use strict_json::json;

use super::kit::*;
use crate::views::{BackpackState, SlotKind};
use crate::{ExportFormat, ExposeSecret as _, Given};

#[test]
fn where_there_is_a_keyring_it_opens_the_restored_backpack_too() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let ids = world.keep(&Given::file("b", issuer.badge(&id(1), "Forklift Driver", &json!({})).into_bytes()));
    let file = world.folder.path().join("copy.zip");
    // Only this computer's keyring opens it: a copy would be of no use.
    assert!(world.wallet.back_up(&file).unwrap_err().is("backup.no-key"));
    let code = world.wallet.add_recovery_code().unwrap().value.1;
    let made = world.wallet.back_up(&file).unwrap();
    assert_eq!(world.wallet.look_into_backup(&file).unwrap(), made);

    let other = World::closed(None, NOW);
    let done = other.wallet.restore(&file, &code).unwrap();
    assert_eq!((done.value.badges, done.value.keyring, &done.value.set_aside), (1, true, &None));
    assert_eq!(other.wallet.badge(&ids[0]).unwrap().card.name, "Forklift Driver");
    assert_eq!(
        other.wallet.backpack_state(),
        (BackpackState::Open, vec![SlotKind::Recovery, SlotKind::Keyring])
    );
    let again = other.again(None, NOW);
    assert_eq!(again.unlock_quietly().backpack, BackpackState::Open, "without a question");
    drop(again);

    // Without a keyring it is restored all the same; over what is open here, which is set aside.
    other.keyring.fail(Some(KeyringError::NoService));
    let done = other.wallet.restore(&file, &secret(&code.expose_secret().to_lowercase())).unwrap();
    assert!(!done.value.keyring && done.value.set_aside.is_some());
    assert!(other.wallet.restore(&file, &secret("wrong")).unwrap_err().is("backpack.wrong-recovery-code"));
}

#[test]
fn a_table_is_handed_out_by_the_rules_of_every_hand_out() {
    let world = World::open(None);
    let issuer = Issuer::by_key(1, "Lernwerkstatt");
    let good = world.keep(&Given::file("b", issuer.badge(&id(1), "=1+1", &json!({})).into_bytes()));
    let _ = world.wallet.add_evidence_file(&good[0], "note.txt", &mut &b"I did it"[..], "").unwrap();
    let bad =
        world.keep(&Given::file("b", tampered(&issuer.badge(&id(2), "Kitchen", &json!({}))).into_bytes()));
    let request = super::handing_out::request(&[good[0].clone(), bad[0].clone()]);
    let outgoing = world.wallet.portfolio_file(&request, ExportFormat::Csv).unwrap();
    let text = String::from_utf8(outgoing.file.bytes.clone()).unwrap();
    assert!(text.contains("\"'=1+1\",\"Lernwerkstatt\",\"Mira Beispiel\",\"2026-02-02\""), "{text}");
    assert!(!text.contains("Kitchen") && !text.contains("I did it") && !text.contains(MIRA), "{text}");
    assert!(outgoing.file.name.ends_with(".csv"));
    let codes: Vec<&str> = outgoing.warnings.iter().map(|warning| warning.code.as_str()).collect();
    assert_eq!(codes, ["handout.not-genuine-left-out", "handout.not-verified"]);
    assert!(world.wallet.record_share(&outgoing).unwrap().changes.shares);
    assert_eq!(world.wallet.shares().unwrap()[0].format, "csv");
}
