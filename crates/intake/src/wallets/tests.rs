//! Files that `tests/fixtures/wallets/make.py` made with another library, and what is made to harm.

use proptest::prelude::*;
use secrecy::SecretString;
use strict_json::{Value, json};

use crate::{Scan, ScanError, scan, unlock};

const BACKUP: &[u8] = include_bytes!("../../../../tests/fixtures/wallets/lcw-backup.json");
const LOCKED: &[u8] = include_bytes!("../../../../tests/fixtures/wallets/lcw-locked.json");
const BUNDLE: &[u8] = include_bytes!("../../../../tests/fixtures/wallets/learncard-bundle.zip");
const OPEN_BUNDLE: &[u8] = include_bytes!("../../../../tests/fixtures/wallets/learncard-bundle-open.zip");
const LEGACY: &[u8] = include_bytes!("../../../../tests/fixtures/wallets/learncard-legacy.json");

fn password() -> SecretString {
    SecretString::from("correct horse Zürich".to_owned())
}

fn found(scan: &Scan) -> Vec<(&str, String)> {
    let name = |found: &crate::Found| found.credential.claims().name.unwrap_or_default();
    scan.found.iter().map(|found| (found.path.as_str(), name(found))).collect()
}

fn passed(scan: &Scan) -> Vec<(&str, &str)> {
    scan.passed.iter().map(|passed| (passed.path.as_str(), passed.code.as_str())).collect()
}

/// How many private keys it says lie there, and where.
fn keys(scan: &Scan) -> Vec<(&str, &str)> {
    let keys = scan.passed.iter().filter(|passed| passed.code == "passed.private-keys");
    keys.map(|passed| (passed.path.as_str(), passed.args["count"].as_str())).collect()
}

/// No part of what a scan gives holds a private key of the fixtures, in any form.
fn no_key(scan: &Scan) {
    let text = format!("{scan:?}");
    let bytes = |name: &str| {
        scan.found
            .iter()
            .any(|one| one.credential.payload().windows(name.len()).any(|w| w == name.as_bytes()))
    };
    for secret in ["EXAMPLE-PRIVATE-KEY", "EXAMPLE-SEED", "example recovery words", "correct horse"] {
        assert!(!text.contains(secret) && !bytes(secret), "{secret}");
    }
}

const BADGES: [(&str, &str); 3] = [
    ("[0]/contents[0]/json", "Example Badge 1"),
    ("[0]/contents[1]/json", "Example Badge 2"),
    ("[1]/contents[0]/json", "Example Badge 3"),
];

fn badges(outer: &str) -> Vec<(String, String)> {
    BADGES.iter().map(|(path, name)| (format!("{outer}{path}"), (*name).to_owned())).collect()
}

fn owned(all: Vec<(&str, String)>) -> Vec<(String, String)> {
    all.into_iter().map(|(path, name)| (path.to_owned(), name)).collect()
}

#[test]
fn every_credential_of_a_backup_is_taken_out_and_no_key() {
    let scan = scan(BACKUP, "Wallet Backup.json").unwrap();
    assert_eq!(owned(found(&scan)), badges("json"));
    assert_eq!(keys(&scan), [("json", "2")]);
    assert_eq!(scan.found[0].notes[0].code, "input.in-export");
    assert_eq!(scan.passed.len(), 1);
    no_key(&scan);
    // The importer of that wallet takes one profile without its list, too.
    let all: Value = strict_json::read(BACKUP).unwrap();
    let one = crate::scan(all[0].to_string().as_bytes(), "Profile Backup.json").unwrap();
    assert_eq!(one.found.len(), 2);
    assert_eq!(one.found[0].path, "json/contents[0]/json");
}

#[test]
fn a_locked_backup_opens_with_its_password_alone() {
    let without = scan(LOCKED, "x.json").unwrap();
    assert_eq!(passed(&without), [("json", "passed.needs-password")]);
    assert_eq!(without.why_nothing().unwrap().code, "passed.needs-password");
    assert!(without.found.is_empty(), "the lock itself is no badge");
    let wrong = unlock(LOCKED, "x.json", &SecretString::from("correct horse Zurich".to_owned()));
    assert_eq!(wrong, Err(ScanError::WrongPassword));
    let opened = unlock(LOCKED, "x.json", &password()).unwrap();
    assert_eq!(owned(found(&opened)), badges("json/unlocked/json"));
    assert_eq!(keys(&opened), [("json/unlocked/json", "2")]);
    no_key(&opened);
    // What is not locked needs no password.
    assert_eq!(unlock(BACKUP, "x", &password()), scan(BACKUP, "x"));
}

#[test]
fn a_bundle_opens_with_its_password_alone() {
    let without = scan(BUNDLE, "x.zip").unwrap();
    assert_eq!(passed(&without), [("", "passed.private-keys"), ("", "passed.needs-password")]);
    assert!(without.found.is_empty());
    assert_eq!(unlock(BUNDLE, "x.zip", &SecretString::from("no".to_owned())), Err(ScanError::WrongPassword));
    for (bytes, scan) in
        [("locked", unlock(BUNDLE, "x.zip", &password())), ("open", scan(OPEN_BUNDLE, "x.zip"))]
    {
        let scan = scan.unwrap();
        assert_eq!(
            owned(found(&scan)),
            [
                ("member[4]/json", "Example Badge 4"),
                ("member[5]/json", "Example Assertion"),
                ("member[6]/json/credential[0]/json", "Example Badge 5"),
            ]
            .map(|(path, name)| (path.to_owned(), name.to_owned())),
            "{bytes}"
        );
        assert_eq!(keys(&scan), [("", "2")]);
        assert_eq!(
            passed(&scan)[1..],
            [("member[1]", "passed.wallet-record"), ("member[7]", "passed.wallet-record")]
        );
        assert_eq!(scan.found[1].notes[0].code, "input.unwrapped-legacy");
        no_key(&scan);
    }
}

#[test]
fn a_bundle_that_was_changed_says_so() {
    // The stored envelope is told by its digest in the manifest; a byte of the manifest's digest makes it another.
    let mut members: Vec<(String, Vec<u8>)> = Vec::new();
    for file in unzip(OPEN_BUNDLE) {
        let bytes = if file.0 == "credentials/4.json" {
            String::from_utf8(file.1).unwrap().replace("Badge 4", "Badge 9").into_bytes()
        } else {
            file.1
        };
        members.push((file.0, bytes));
    }
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let scan = scan(&crate::archive::tests::archive(&members), "x.zip").unwrap();
    assert!(passed(&scan).contains(&("member[4]", "archive.altered")), "{:?}", passed(&scan));
    assert_eq!(scan.found.len(), 2);
}

fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn what_learncard_wrapped_is_taken_out_of_its_wrapping() {
    let scan = scan(LEGACY, "x.json").unwrap();
    assert_eq!(found(&scan), [("json", "Example Assertion".to_owned())]);
    assert_eq!(scan.found[0].credential.format(), openbadges::Format::OpenBadges20);
    assert_eq!(scan.found[0].notes[0].code, "input.unwrapped-legacy");
    // A wrapping around nothing stays what it is.
    let mut empty: Value = strict_json::read(LEGACY).unwrap();
    empty["legacyAssertion"] = json!({ "x": 1 });
    let scan = crate::scan(empty.to_string().as_bytes(), "x.json").unwrap();
    assert_eq!(scan.found[0].credential.format(), openbadges::Format::Vc20);
}

#[test]
fn answers_of_platforms_give_their_badges_and_addresses() {
    let all: Value = strict_json::read(BACKUP).unwrap();
    let badge = &all[0]["contents"][0];
    let verifier = json!({ "credential": [badge], "id": "x", "vp": {
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
        "verifiableCredential": [badge] }, "shared": true });
    let scan = crate::scan(verifier.to_string().as_bytes(), "a.json").unwrap();
    assert_eq!(found(&scan).len(), 1, "the same badge twice is one");
    // Badgr's API for the learner (backpack/serializers_v2.py) names where each badge lies.
    let badgr = json!({ "status": { "success": true }, "result": [
        { "entityType": "BackpackAssertion", "entityId": "a",
          "openBadgeId": "https://api.badgr.io/public/assertions/exampleAssertion000001" },
        { "entityType": "BackpackAssertion", "openBadgeId": "https://own.example/badges/7" } ] });
    let scan = crate::scan(badgr.to_string().as_bytes(), "a.json").unwrap();
    assert_eq!(scan.links.len(), 1);
    assert_eq!(scan.links[0].platform.as_deref(), Some("badgr"));
    assert_eq!(found(&scan)[0].0, "json/result[1]/openBadgeId/address");
}

#[test]
fn what_a_context_says_of_names_is_no_badge() {
    let names = json!({
        "@context": {
            "id": "@id", "type": "@type", "Assertion": "https://w3id.org/openbadges#Assertion",
            "badge": { "@id": "https://w3id.org/openbadges#badge", "@type": "@id" },
            "recipient": "https://w3id.org/openbadges#recipient", "verify": "https://w3id.org/openbadges#verify"
        },
        "id": "https://a.example/class", "type": "BadgeClass", "name": "A class"
    });
    assert!(scan(names.to_string().as_bytes(), "class.json").unwrap().found.is_empty());
}

#[test]
fn certificates_of_a_cv_are_links() {
    let cv = json!({ "basics": { "name": "Mira Beispiel" }, "certificates": [
        { "name": "A", "issuer": "B", "date": "2026-02",
          "url": "https://www.credly.com/badges/00000000-0000-4000-8000-000000000101/public_url" },
        { "name": "C", "url": "https://certs.school.example/c?email=mira@post.example" },
        { "name": "D", "url": "http://10.0.0.1/d" }, { "name": "E" } ] });
    let scan = scan(cv.to_string().as_bytes(), "resume.json").unwrap();
    let links: Vec<(&str, &str)> =
        scan.links.iter().map(|link| (link.path.as_str(), link.url.as_str())).collect();
    assert_eq!(
        links,
        [
            (
                "json/certificates[0]",
                "https://www.credly.com/badges/00000000-0000-4000-8000-000000000101/public_url"
            ),
            ("json/certificates[1]", "https://certs.school.example/c"),
        ]
    );
}

#[test]
fn what_is_made_to_harm_is_bounded() {
    // More than anybody has; each is looked at once.
    let all: Value = strict_json::read(BACKUP).unwrap();
    let many: Vec<Value> = (0..2_000)
        .map(|number| {
            let mut badge = all[0]["contents"][0].clone();
            badge["id"] = json!(format!("urn:{number}"));
            badge
        })
        .collect();
    let scan = crate::scan(json!(many).to_string().as_bytes(), "x").unwrap();
    assert_eq!(scan.found.len(), openbadges::limits::HELD);
    // Stretching without end is not begun.
    let mut slow: Value = strict_json::read(LOCKED).unwrap();
    slow["credentialSubject"]["jwe"]["recipients"][0]["header"]["p2c"] = json!(4_000_000_000u64);
    let scan = unlock(slow.to_string().as_bytes(), "x", &password()).unwrap();
    assert_eq!(passed(&scan), [("json", "passed.unknown-lock")]);
    // Names of members are no text to show.
    let odd = json!([{ "../../\u{202e}x": all[0]["contents"][0] }]);
    let scan = crate::scan(odd.to_string().as_bytes(), "x").unwrap();
    assert_eq!(found(&scan)[0].0, "json[0]/member/json");
    // A list of nothing is what it was.
    let scan = crate::scan(b"[1, 2, {\"a\": []}]", "x").unwrap();
    assert_eq!(passed(&scan), [("", "credential.not-one")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn damaged_exports_are_answered(at in 0usize..6_000, byte in any::<u8>(), cut in 1usize..6_000) {
        for good in [BACKUP, OPEN_BUNDLE, LEGACY] {
            let mut bytes = good.to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = unlock(&bytes, "x", &password());
            bytes.truncate(cut.min(bytes.len()));
            let _ = unlock(&bytes, "x", &password());
        }
    }
}
