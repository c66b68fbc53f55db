//! keyslots.json in other hands.

use std::path::Path;

use backpack::{
    Argon2Cost, Backpack, Damage, Error, MemoryKeyring, NewSlot, State, SystemEntropy, Unlock, state,
};
use serde_json::{Value, json};

use crate::common::*;

fn file(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("keyslots.json")).unwrap()).unwrap()
}

fn write(folder: &Path, value: &Value) {
    std::fs::write(folder.join("keyslots.json"), serde_json::to_vec(value).unwrap()).unwrap();
}

#[test]
fn it_has_the_agreed_shape() {
    let folder = tempfile::tempdir().unwrap();
    let slots = [passphrase_slot(), NewSlot::Keyring { label: "Laptop".to_owned() }, NewSlot::Recovery];
    let made = Backpack::create(folder.path(), &slots, &MemoryKeyring::new(), &mut SystemEntropy, at(0));
    assert!(made.unwrap().take_recovery_code().is_some());
    let mut value = file(folder.path());
    let backpack = value["backpack"].take();
    let mut account = String::new();
    for slot in value["slots"].as_array_mut().unwrap() {
        if let Some(text) = slot.get("account").and_then(Value::as_str) {
            account = format!("{}/{}", backpack.as_str().unwrap(), slot["id"].as_str().unwrap());
            assert_eq!(text, account);
            slot["account"] = json!("…");
        }
        slot["id"] = json!("…");
        if slot.get("kdf").is_some() {
            slot["kdf"]["salt"] = json!("…");
        }
        slot["wrap"]["nonce"] = json!("…");
        slot["wrap"]["ciphertext"] = json!("…");
    }
    assert!(!account.is_empty());
    // As text: how insta writes numbers depends on features that other libraries switch on.
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).unwrap(), @r#"
    {
      "type": "BadgefolioKeyslots",
      "version": 1,
      "backpack": null,
      "slots": [
        {
          "id": "…",
          "kind": "passphrase",
          "label": "",
          "createdAt": "2023-11-14T22:13:20Z",
          "kdf": {
            "alg": "argon2id",
            "v": 19,
            "m": 8,
            "t": 1,
            "p": 1,
            "salt": "…"
          },
          "wrap": {
            "alg": "XChaCha20-Poly1305",
            "nonce": "…",
            "ciphertext": "…"
          }
        },
        {
          "id": "…",
          "kind": "keyring",
          "label": "Laptop",
          "createdAt": "2023-11-14T22:13:20Z",
          "account": "…",
          "wrap": {
            "alg": "XChaCha20-Poly1305",
            "nonce": "…",
            "ciphertext": "…"
          }
        },
        {
          "id": "…",
          "kind": "recovery",
          "label": "",
          "createdAt": "2023-11-14T22:13:20Z",
          "kdf": {
            "alg": "hkdf-sha256",
            "salt": "…"
          },
          "wrap": {
            "alg": "XChaCha20-Poly1305",
            "nonce": "…",
            "ciphertext": "…"
          }
        }
      ]
    }
    "#);
}

#[test]
fn what_a_wrap_is_bound_to_cannot_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let good = file(folder.path());
    let changes: [(&str, Value); 5] = [
        ("/backpack", json!("00000000-0000-4000-8000-000000000000")),
        ("/slots/0/id", json!("00000000-0000-4000-8000-000000000000")),
        ("/slots/0/kdf/t", json!(2)),
        ("/slots/0/kdf/salt", json!("AAAAAAAAAAAAAAAAAAAAAA==")),
        ("/slots/0/wrap/nonce", json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
    ];
    for (pointer, to) in changes {
        let mut value = good.clone();
        *value.pointer_mut(pointer).unwrap() = to;
        write(folder.path(), &value);
        assert!(matches!(open(folder.path()), Err(Error::WrongPassphrase)), "{pointer}");
    }
    write(folder.path(), &good);
    drop(open(folder.path()).unwrap());
}

#[test]
fn too_costly_slots_are_refused_before_any_work() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let good = file(folder.path());
    for (name, cost) in [("m", 1024 * 1024 + 1), ("m", u32::MAX), ("t", 17), ("p", 17)] {
        let mut value = good.clone();
        value["slots"][0]["kdf"][name] = json!(cost);
        write(folder.path(), &value);
        assert!(matches!(open(folder.path()), Err(Error::SlotTooCostly)), "{name} {cost}");
    }
    let new = NewSlot::PassphraseAt(secret("x"), Argon2Cost { memory: 8, passes: 17, lanes: 1 });
    write(folder.path(), &good);
    let opened = open(folder.path()).unwrap();
    let added = opened.add_slot(&new, &MemoryKeyring::new(), &mut SystemEntropy, at(0));
    assert!(matches!(added, Err(Error::SlotTooCostly)));
}

#[test]
fn a_keyring_slot_names_no_other_entry() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = MemoryKeyring::new();
    let slots = [NewSlot::Keyring { label: String::new() }];
    drop(Backpack::create(folder.path(), &slots, &keyring, &mut SystemEntropy, at(0)).unwrap());
    let mut value = file(folder.path());
    value["slots"][0]["account"] = json!("somebody/else");
    write(folder.path(), &value);
    drop(Backpack::open(folder.path(), Unlock::Keyring, &keyring).unwrap());
    let ciphertext = value["slots"][0]["wrap"]["ciphertext"].as_str().unwrap().to_owned();
    let flipped: String = ciphertext.chars().rev().collect();
    value["slots"][0]["wrap"]["ciphertext"] = json!(flipped);
    write(folder.path(), &value);
    let result = Backpack::open(folder.path(), Unlock::Keyring, &keyring);
    assert!(matches!(result, Err(Error::SlotChanged)));
}

#[test]
fn a_broken_file_is_read_from_its_last_good_copy() {
    let folder = tempfile::tempdir().unwrap();
    let opened = create(folder.path());
    let second = NewSlot::PassphraseAt(secret("second"), Argon2Cost::least());
    opened.add_slot(&second, &MemoryKeyring::new(), &mut SystemEntropy, at(0)).unwrap();
    drop(opened);
    for broken in
        ["", "{", "[]", "{\"type\":\"BadgefolioKeyslots\",\"version\":1,\"backpack\":\"b\",\"slots\":[]}"]
    {
        std::fs::write(folder.path().join("keyslots.json"), broken).unwrap();
        drop(open(folder.path()).unwrap());
    }
    std::fs::remove_file(folder.path().join("keyslots.json")).unwrap();
    drop(open(folder.path()).unwrap());
    std::fs::write(folder.path().join("keyslots.json.1"), "{").unwrap();
    assert_eq!(state(folder.path()).unwrap(), State::Damaged(Damage::KeyslotsMissing));
    std::fs::write(folder.path().join("keyslots.json"), "{").unwrap();
    assert_eq!(state(folder.path()).unwrap(), State::Damaged(Damage::Keyslots));
}

#[test]
fn what_a_later_version_wrote_is_kept_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let good = file(folder.path());
    let mut value = good.clone();
    let stranger = json!({ "id": "x", "kind": "passkey", "wrap": { "alg": "?" } });
    value["slots"].as_array_mut().unwrap().push(stranger.clone());
    write(folder.path(), &value);
    let opened = open(folder.path()).unwrap();
    let second = NewSlot::PassphraseAt(secret("second"), Argon2Cost::least());
    opened.add_slot(&second, &MemoryKeyring::new(), &mut SystemEntropy, at(0)).unwrap();
    assert_eq!(file(folder.path())["slots"][1], stranger);
    drop(opened);
    value["version"] = json!(2);
    write(folder.path(), &value);
    assert_eq!(state(folder.path()).unwrap(), State::Damaged(Damage::KeyslotsNewer));
    assert!(matches!(open(folder.path()), Err(Error::Damaged(Damage::KeyslotsNewer))));
}
