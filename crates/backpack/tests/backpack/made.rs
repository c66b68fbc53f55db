//! Stacks, identities, the holder key, consents, pins, settings, the ledger.

use backpack::{
    AccountFields, Digest, Entropy, Error, IdentityKind, NewShare, StackFields, StackId, SystemEntropy,
};

use crate::common::*;

#[test]
fn stacks_are_ordered_groups() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let badges: Vec<_> = ["A", "B", "C"]
        .map(|name| backpack.put(&copy(name, name, 1), at(0)).unwrap().badge().clone())
        .to_vec();
    let fields = StackFields { title: "Werken".to_owned(), ..StackFields::default() };
    let stack = backpack.create_stack(&fields, &mut SystemEntropy, at(1)).unwrap();
    let second = backpack.create_stack(&StackFields::default(), &mut SystemEntropy, at(1)).unwrap();
    backpack.add_to_stack(&stack, &badges[..2], at(2)).unwrap();
    backpack.add_to_stack(&stack, &[badges[0].clone(), badges[2].clone()], at(3)).unwrap();
    assert_eq!(backpack.stack_badges(&stack).unwrap(), badges);
    let seen = backpack.stack(&stack).unwrap();
    assert_eq!((seen.badges, seen.minutes, seen.changed_at), (3, 270, at(3)));
    assert_eq!(backpack.stacks_of(&badges[1]).unwrap(), [(stack.clone(), "Werken".to_owned())]);
    // What the order does not name follows as it stood.
    backpack.order_stack(&stack, &[badges[2].clone()], at(4)).unwrap();
    let order = [badges[2].clone(), badges[0].clone(), badges[1].clone()];
    assert_eq!(backpack.stack_badges(&stack).unwrap(), order);
    backpack.remove_from_stack(&stack, &badges[0], at(5)).unwrap();
    assert!(matches!(backpack.remove_from_stack(&stack, &badges[0], at(5)), Err(Error::UnknownBadge)));
    assert!(matches!(backpack.order_stack(&stack, &badges, at(6)), Err(Error::UnknownBadge)));
    let unknown = backpack.add_to_stack(&stack, &[badges[0].clone(), id("nobody")], at(6));
    assert!(matches!(unknown, Err(Error::UnknownBadge)));
    assert_eq!(backpack.stack(&stack).unwrap().changed_at, at(5));
    let renamed =
        StackFields { title: "Bauen".to_owned(), description: "d".to_owned(), language: "de".to_owned() };
    backpack.update_stack(&stack, &renamed, at(7)).unwrap();
    assert_eq!(backpack.stack(&stack).unwrap().fields, renamed);
    let ids: Vec<_> = backpack.stacks().unwrap().into_iter().map(|s| s.id).collect();
    assert_eq!(ids, [stack.clone(), second]);
    backpack.delete_stack(&stack).unwrap();
    assert!(backpack.row(&badges[1]).is_ok());
    let nowhere = StackId::from("nowhere");
    assert!(matches!(backpack.stack(&stack), Err(Error::UnknownStack)));
    assert!(matches!(backpack.delete_stack(&nowhere), Err(Error::UnknownStack)));
    assert!(matches!(backpack.update_stack(&nowhere, &renamed, at(8)), Err(Error::UnknownStack)));
    assert!(matches!(backpack.stack_badges(&nowhere), Err(Error::UnknownStack)));
    assert!(matches!(backpack.add_to_stack(&nowhere, &badges, at(8)), Err(Error::UnknownStack)));
}

#[test]
fn identities_are_listed_without_the_holder_key() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let first = backpack.add_identity(IdentityKind::Email, "mira@example.org", &mut SystemEntropy).unwrap();
    let again = backpack.add_identity(IdentityKind::Email, "mira@example.org", &mut SystemEntropy).unwrap();
    assert_eq!(first, again);
    backpack.add_identity(IdentityKind::Did, "did:key:z6Mk", &mut SystemEntropy).unwrap();
    backpack.holder_seed(&mut SystemEntropy).unwrap();
    let values: Vec<_> = backpack.identities().unwrap().into_iter().map(|i| (i.kind, i.value)).collect();
    let expected = [
        (IdentityKind::Email, "mira@example.org".to_owned()),
        (IdentityKind::Did, "did:key:z6Mk".to_owned()),
    ];
    assert_eq!(values, expected);
    assert!(!format!("{:?}", backpack.identities().unwrap()).contains("mira"));
    backpack.remove_identity("did:key:z6Mk").unwrap();
    backpack.remove_identity(&first).unwrap();
    assert!(matches!(backpack.remove_identity(&first), Err(Error::UnknownIdentity)));
    assert!(matches!(backpack.remove_identity("holder"), Err(Error::UnknownIdentity)));
    assert!(backpack.holder_seed_if_made().unwrap().is_some());
}

#[test]
fn the_holder_key_is_made_once() {
    struct Fixed(u8);
    impl Entropy for Fixed {
        fn fill(&mut self, into: &mut [u8]) -> Result<(), Error> {
            into.fill(self.0);
            Ok(())
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    assert!(backpack.holder_seed_if_made().unwrap().is_none());
    assert_eq!(*backpack.holder_seed(&mut Fixed(7)).unwrap(), [7; 32]);
    drop(backpack);
    let backpack = open(folder.path()).unwrap();
    assert_eq!(*backpack.holder_seed(&mut Fixed(8)).unwrap(), [7; 32]);
}

#[test]
fn consents_pins_and_settings() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    backpack.give_consent("B.example", at(0)).unwrap();
    backpack.give_consent("a.example", at(0)).unwrap();
    backpack.give_consent("b.example", at(1)).unwrap();
    assert_eq!(backpack.consents().unwrap(), ["a.example", "b.example"]);
    backpack.revoke_consent("A.EXAMPLE").unwrap();
    backpack.revoke_consent("nobody.example").unwrap();
    assert_eq!(backpack.consents().unwrap(), ["b.example"]);

    backpack.pin("https://issuer.example", "School", "key", at(3)).unwrap();
    backpack.pin("https://issuer.example", "School", "key", at(4)).unwrap();
    let pins = backpack.pins().unwrap();
    assert_eq!((pins.len(), pins[0].name.as_str(), pins[0].pinned_at), (1, "School", at(3)));
    backpack.pin("https://issuer.example", "School", "new key", at(5)).unwrap();
    let pins = backpack.pins().unwrap();
    let keys: Vec<_> = pins.iter().map(|pin| (pin.key.as_str(), pin.pinned_at)).collect();
    assert_eq!(
        keys,
        [("key", at(3)), ("new key", at(5))],
        "badges under the old key stay those of a known issuer"
    );
    assert!(backpack.unpin("https://issuer.example").unwrap());
    assert!(!backpack.unpin("https://issuer.example").unwrap());
    assert!(backpack.pins().unwrap().is_empty());

    assert_eq!(backpack.setting("locale").unwrap(), None);
    backpack.set_setting("locale", "de").unwrap();
    backpack.set_setting("locale", "en").unwrap();
    assert_eq!(backpack.setting("locale").unwrap().as_deref(), Some("en"));
    assert!(matches!(backpack.set_setting("min_reader", "9"), Err(Error::ReservedSetting)));
}

#[test]
fn the_ledger_says_what_went_out() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let share = |title: &str| NewShare {
        format: "html".to_owned(),
        title: title.to_owned(),
        badges: 3,
        audience: None,
        manifest: b"a.b.c".to_vec(),
        file_digest: Digest::of(title.as_bytes()),
    };
    backpack.add_share(&share("one"), &mut SystemEntropy, at(1)).unwrap();
    backpack.add_share(&share("two"), &mut SystemEntropy, at(2)).unwrap();
    let shares = backpack.shares().unwrap();
    assert_eq!(
        shares.iter().map(|s| (s.title.as_str(), s.at)).collect::<Vec<_>>(),
        [("two", at(2)), ("one", at(1))]
    );
    assert_eq!(backpack.share_manifest(&shares[0].manifest).unwrap(), b"a.b.c");
}

#[test]
fn accounts_are_kept_with_how_far_they_were_looked_through() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let fields = AccountFields {
        kind: "imap".to_owned(),
        host: "imap.example.org".to_owned(),
        user: "mira".to_owned(),
        place: "{}".to_owned(),
    };
    let id = backpack.add_account(&fields, &mut SystemEntropy, at(1)).unwrap();
    let other = backpack.add_account(&fields, &mut SystemEntropy, at(2)).unwrap();
    backpack.set_reached(&id, "{\"uid\":7}", None).unwrap();
    backpack.set_reached(&id, "{\"uid\":9}", Some(at(3))).unwrap();
    backpack.set_reached(&id, "{\"uid\":11}", None).unwrap();
    let all = backpack.accounts().unwrap();
    assert_eq!(all.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), [id.clone(), other.clone()]);
    let [first, second] = all.as_slice() else { panic!() };
    assert_eq!((&first.fields, first.reached.as_str()), (&fields, "{\"uid\":11}"));
    assert_eq!((first.added_at, first.scanned_at), (at(1), Some(at(3))));
    assert_eq!((second.reached.as_str(), second.scanned_at), ("", None));
    backpack.remove_account(&id).unwrap();
    assert!(matches!(backpack.remove_account(&id), Err(Error::UnknownAccount)));
    assert!(matches!(backpack.set_reached(&id, "", None), Err(Error::UnknownAccount)));
    assert_eq!(backpack.accounts().unwrap().len(), 1);
}
