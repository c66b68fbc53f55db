//! Backpacks to fill.

use std::sync::Arc;

use backpack::{
    Backpack, BadgeFields, BadgeState, MemoryKeyring, NewCopy, NewSlot, Report, Source, SystemEntropy,
};
use jiff::{Timestamp, ToSpan as _};
use openbadges::Digest;
use openbadges::award::{AwardKey, BadgeId};
use secrecy::SecretString;
use tempfile::TempDir;
use wallet::ports::{FixedClock, SystemRandom};
use wallet::{Ports, Wallet};

use crate::badges::name;

fn passphrase() -> SecretString {
    SecretString::from("correct horse battery staple")
}

/// A wallet with an open, empty backpack and no network.
pub fn open_wallet() -> (TempDir, Wallet) {
    let folder = tempfile::tempdir().expect("a folder");
    let ports = Ports {
        fetch: None,
        call: None,
        mailboxes: None,
        keyring: Arc::new(MemoryKeyring::new()),
        clock: Arc::new(FixedClock(crate::NOW.parse().expect("a moment"))),
        random: Arc::new(SystemRandom),
    };
    let wallet = Wallet::new(folder.path().join("backpack"), ports);
    let _ = wallet.create_backpack(Some(passphrase())).expect("a backpack");
    (folder, wallet)
}

/// A backpack with this many kept badges, put in without verifying them.
pub fn filled_backpack(badges: usize) -> (TempDir, Backpack) {
    let folder = tempfile::tempdir().expect("a folder");
    let now: Timestamp = crate::NOW.parse().expect("a moment");
    let backpack = Backpack::create(
        &folder.path().join("backpack"),
        &[NewSlot::Passphrase(passphrase())],
        &MemoryKeyring::new(),
        &mut SystemEntropy,
        now,
    )
    .expect("a backpack");
    let copies: Vec<NewCopy> = (0..badges).map(|number| copy(number, now)).collect();
    for some in copies.chunks(500) {
        backpack.put_all(some, now).expect("put");
    }
    (folder, backpack)
}

fn copy(number: usize, now: Timestamp) -> NewCopy {
    let payload = format!("{{\"id\":\"urn:x:{number}\",\"filling\":\"{}\"}}", "x".repeat(3_000)).into_bytes();
    let award_key = format!("https://campus.example urn:x:{number}");
    let issued = now - (number as i64).hours();
    NewCopy {
        state: BadgeState::Kept,
        badge_id: BadgeId::of(&AwardKey::from_stored(award_key.clone())),
        award_key,
        content_digest: Digest::of(&payload),
        payload,
        format: "open-badges-3.0".into(),
        securing: "data-integrity/eddsa-rdfc-2022".into(),
        rank: 1,
        report: Report {
            json: "{}".into(),
            at: now,
            verifier: "bench".into(),
            verdict: "valid".into(),
            mark: "verified".into(),
        },
        fields: BadgeFields {
            name: name(number),
            issuer: format!("Campus {}", number % 40),
            issuer_key: format!("https://campus-{}.example", number % 40),
            issued_at: Some(issued),
            issued: Some(issued.to_string()),
            minutes: Some(480),
            verdict: "valid".into(),
            mark: "verified".into(),
            search_text: format!(
                "number {number} repairs what others throw away, explains how, and helps others to do it themselves; \
                 ten repairs of different kinds, each written down with its cause; tools, helping, workshop"
            ),
            ..BadgeFields::default()
        },
        image: None,
        source: Source {
            kind: "mail".into(),
            path: "attachment[0]".into(),
            carrier: "baked-png".into(),
            container: None,
            detail: "{}".into(),
        },
        documents: Vec::new(),
        renews: None,
    }
}
