//! Rows about what the backpack keeps and shows: copies, issuers, nesting; and a wallet for the other rows.

use std::sync::Arc;
use std::time::{Duration, Instant};

use ::wallet::ports::{FixedClock, SystemRandom};
use ::wallet::views::{BadgeView, CheckId as Shown, Mark, Outcome};
use ::wallet::{Given, PictureSize, Ports, Wallet};
use backpack::MemoryKeyring;
use strict_json::{Value, json};
use tempfile::TempDir;
use verification::{CheckId, Verdict};

use crate::kit::*;

/// A wallet with an open backpack, without a network.
pub(crate) struct Open {
    _folder: TempDir,
    pub(crate) wallet: Wallet,
}

impl Open {
    pub(crate) fn new() -> Open {
        Open::with(None)
    }

    pub(crate) fn with(fetch: Option<Arc<dyn ::wallet::ports::Fetch>>) -> Open {
        let folder = tempfile::tempdir().unwrap();
        let ports = Ports {
            fetch,
            call: None,
            mailboxes: None,
            keyring: Arc::new(MemoryKeyring::new()),
            clock: Arc::new(FixedClock(now())),
            random: Arc::new(SystemRandom),
        };
        let wallet = Wallet::new(folder.path().join("backpack"), ports);
        let _ = wallet.create_backpack(None).unwrap();
        Open { _folder: folder, wallet }
    }

    /// Puts the badges of a file into the backpack; gives their ids.
    pub(crate) fn keep(&self, bytes: &[u8]) -> Vec<String> {
        let given = Given::file("file", bytes.to_vec());
        let added = self.wallet.add(&[given]).unwrap().value;
        let input = &added.inputs[0];
        let ids: Vec<String> = input.found.iter().chain(&input.known).cloned().collect();
        let _ = self.wallet.keep(&ids).unwrap();
        ids
    }

    pub(crate) fn badge(&self, id: &str) -> BadgeView {
        self.wallet.badge(id).unwrap()
    }
}

/// The one badge of a file as the backpack shows it.
pub(crate) fn keep(bytes: &[u8]) -> BadgeView {
    let open = Open::new();
    let ids = open.keep(bytes);
    assert_eq!(ids.len(), 1);
    open.badge(&ids[0])
}

/// The picture of the one badge of a file in every size it is shown in; none where it cannot be shown.
pub(crate) fn shown_pictures(bytes: &[u8]) -> Vec<Vec<u8>> {
    let open = Open::new();
    let ids = open.keep(bytes);
    let Some(digest) = open.badge(&ids[0]).card.picture else { return Vec::new() };
    [PictureSize::Thumb, PictureSize::Full]
        .into_iter()
        .filter_map(|size| open.wallet.picture(&digest, size).ok())
        .collect()
}

fn outcome(badge: &BadgeView, id: Shown) -> Outcome {
    badge.checks.iter().find(|check| check.id == id).unwrap().outcome
}

#[test]
fn issuer_famous_name_own_key() {
    let open = Open::new();
    let own = open.badge(&open.keep(genuine().to_string().as_bytes())[0]);
    assert_eq!(own.card.mark, Mark::SignedUnknown);
    let famous = signed_by(66, |badge| {
        badge["issuer"]["name"] = json!("Massachusetts Institute of Technology");
        badge["issuer"]["url"] = json!("https://mit.example");
        badge["id"] = json!("https://mit.example/credentials/1");
    });
    let shown = open.badge(&open.keep(famous.to_string().as_bytes())[0]);
    // Valid as far as it goes, and never green: the name is anybody's.
    assert_eq!((shown.card.mark, shown.issuer.vouched_by.as_deref()), (Mark::SignedUnknown, None));
    assert_ne!(outcome(&shown, Shown::IssuerIdentity), Outcome::Passed);
}

/// A second copy with the genuine badge's id, offered to a backpack that holds the genuine one and to an empty one.
fn beside(copy: &Value) {
    let open = Open::new();
    let own = open.keep(genuine().to_string().as_bytes()).remove(0);
    let before = open.badge(&own);
    open.keep(copy.to_string().as_bytes());
    let after = open.badge(&own);
    assert_eq!(after.card.name, "Welding", "what the proved copy shows is not changed");
    assert_eq!((after.card.mark, &after.description), (before.card.mark, &before.description));
    let leading = after.copies.iter().find(|copy| copy.leading).unwrap();
    assert_eq!(leading.digest, before.copies[0].digest, "it never leads");
    // Nor does it where it was there first.
    let open = Open::new();
    let first = open.keep(copy.to_string().as_bytes()).remove(0);
    let own = open.keep(genuine().to_string().as_bytes()).remove(0);
    let own = open.badge(&own);
    assert_eq!((own.card.name.as_str(), own.card.mark), ("Welding", Mark::SignedUnknown));
    if own.card.id == first {
        assert_eq!(own.copies.len(), 2);
    }
}

#[test]
fn copy_same_id_other_issuer() {
    let copy = signed_by(66, |badge| {
        badge["name"] = json!("Surgery");
        badge["credentialSubject"]["achievement"]["name"] = json!("Surgery");
    });
    let _ = World::new().json(&copy).passes();
    beside(&copy);
}

#[test]
fn copy_same_id_unproven() {
    let mut altered = genuine();
    altered["name"] = json!("Surgery");
    assert_eq!(World::new().json(&altered).verdict(), Verdict::Invalid);
    beside(&altered);
    let mut unsigned = badge(&key(1).did_key());
    unsigned["name"] = json!("Surgery");
    assert_eq!(World::new().json(&unsigned).verdict(), Verdict::Invalid);
    beside(&unsigned);
}

/// A badge whose issuer stands in another profile, and so on, until the whole is `depth` levels deep.
fn nested(depth: usize) -> Value {
    let mut inner = json!({ "type": ["Profile"], "name": "the innermost" });
    // Around it stand the badge, its issuer, the innermost one and the list in that.
    for n in 0..depth.saturating_sub(4) {
        inner = json!({ "type": ["Profile"], "id": format!("urn:uuid:{n}"), "parentOrg": inner });
    }
    let mut whole = badge(&key(1).did_key());
    whole["issuer"]["parentOrg"] = inner;
    whole
}

fn deep(depth: usize) -> Verdict {
    let key = key(1);
    let created = "2025-01-01T00:00:00Z".parse().unwrap();
    let document = nested(depth);
    let method = key.did_key_method();
    let signed =
        verification::sign::data_integrity(document.clone(), "eddsa-rdfc-2022", &key, &method, created);
    // What cannot be signed here any more still has to be answered.
    let document = signed.unwrap_or_else(|_| {
        let mut document = document;
        document["proof"] = genuine()["proof"].clone();
        document
    });
    let start = Instant::now();
    // A small stack, as a thread of somebody else's may have.
    let bytes = document.to_string().into_bytes();
    let verdict = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || World::new().all(&bytes).pop().map(|seen| seen.verdict()))
        .unwrap()
        .join()
        .unwrap();
    assert!(start.elapsed() < Duration::from_secs(60), "{depth}: {:?}", start.elapsed());
    verdict.unwrap_or(Verdict::Invalid)
}

#[test]
fn nesting_16() {
    assert_eq!(deep(16), Verdict::Valid);
}

#[test]
fn nesting_64() {
    assert_eq!(deep(16), Verdict::Valid);
    assert_eq!(deep(64), Verdict::Valid, "the deepest that is read");
}

#[test]
fn nesting_65() {
    assert_eq!(deep(16), Verdict::Valid);
    for depth in [65, 66, 200] {
        assert_ne!(deep(depth), Verdict::Valid, "{depth} is answered, not verified");
    }
}

#[test]
fn equal_blank_nodes_12() {
    let world = World::new();
    control(&world);
    let mut many = genuine();
    let results: Vec<Value> = (0..12).map(|_| json!({ "type": ["Result"], "value": "1" })).collect();
    many["credentialSubject"]["result"] = json!(results);
    let start = Instant::now();
    let seen = world.json(&many);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    assert_ne!(seen.verdict(), Verdict::Valid);
    assert!(matches!(seen.code(CheckId::Proof), "proof.altered" | "proof.too-symmetric"), "{}", seen.line());
}

#[test]
fn lookalike_issuer() {
    let open = Open::new();
    let own = open.keep(genuine().to_string().as_bytes()).remove(0);
    assert_eq!(open.wallet.mark_issuer(&own).unwrap().value.card.mark, Mark::Verified);
    let notes = |name: &str| {
        let other = signed_by(66, |badge| {
            badge["issuer"]["name"] = json!(name);
            badge["id"] = json!(format!("urn:uuid:{}", name.len()));
        });
        let shown = open.badge(&open.keep(other.to_string().as_bytes())[0]);
        assert_eq!(shown.card.mark, Mark::SignedUnknown, "{name}");
        let check = shown.checks.iter().find(|check| check.id == Shown::IssuerIdentity).unwrap();
        check.notes.iter().map(|note| note.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(notes("university of EXAMPLE"), ["issuer-identity.lookalike"]);
    assert_eq!(notes("University of Ex\u{430}mple "), ["issuer-identity.mixed-scripts"], "a Cyrillic a");
    assert!(notes("Another School").is_empty());
}

#[test]
fn pin_key_changed() {
    // An issuer with an https id and a key there; the learner marks it; then another key stands there.
    let issuer = "https://uni.example/issuer";
    let kid = format!("{issuer}#key-1");
    let profile = |key: &verification::sign::Key| {
        json!({
            "id": issuer, "type": "Profile", "name": "Uni", "assertionMethod": [kid],
            "verificationMethod": [{
                "id": kid, "type": "JsonWebKey", "controller": issuer, "publicKeyJwk": key.public_jwk()
            }]
        })
    };
    let by = |key: &verification::sign::Key| sign_as(badge(issuer), key, &kid);
    let mut world = World::with(&[(issuer, profile(&key(1)))]);
    let seen = world.json(&by(&key(1))).passes();
    let key_seen = seen.check(CheckId::IssuerKey).args["key"].clone();
    world.pins = vec![verification::Pin {
        issuer: issuer.to_owned(),
        name: "Uni".to_owned(),
        key: Some(key_seen),
        at: now(),
    }];
    let known = world.json(&by(&key(1))).passes();
    assert_eq!(known.code(CheckId::IssuerIdentity), "issuer-identity.pinned");
    assert!(known.notes_on(CheckId::IssuerIdentity).is_empty());
    let mut changed = World::with(&[(issuer, profile(&key(2)))]);
    changed.pins = world.pins.clone();
    let seen = changed.json(&by(&key(2)));
    assert_eq!(seen.code(CheckId::IssuerIdentity), "issuer-identity.key-changed", "said loudly");
    assert_eq!(seen.mark(), verification::Mark::KeyChanged, "never green, although the domain still vouches");
    assert_eq!(seen.notes_on(CheckId::IssuerIdentity), ["issuer-identity.domain"]);
    // Only a yes to the new key ends it, and the old one stays known.
    let new_key = seen.check(CheckId::IssuerKey).args["key"].clone();
    changed.pins.push(verification::Pin { key: Some(new_key), ..world.pins[0].clone() });
    assert_eq!(changed.json(&by(&key(2))).passes().code(CheckId::IssuerIdentity), "issuer-identity.pinned");
    world.pins = changed.pins.clone();
    assert_eq!(world.json(&by(&key(1))).passes().code(CheckId::IssuerIdentity), "issuer-identity.pinned");
    // The old report stays as it was: a new check adds one.
    let open = Open::new();
    let id = open.keep(genuine().to_string().as_bytes()).remove(0);
    let first = open.badge(&id).reports;
    let _ = open.wallet.check_again(&id, &[]).unwrap();
    let again = open.badge(&id).reports;
    assert!(again.contains(&first[0]));
}
