//! What the tests put in.

use std::path::Path;

use backpack::{
    Argon2Cost, Backpack, BadgeFields, BadgeId, BadgeState, Digest, MemoryKeyring, NewCopy, NewSlot, Picture,
    Report, Source, StoredDocument, SystemEntropy, Unlock,
};
use jiff::Timestamp;
use secrecy::SecretString;

pub(crate) const PASSPHRASE: &str = "correct horse Überraschung";

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

pub(crate) fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

pub(crate) fn passphrase_slot() -> NewSlot {
    NewSlot::PassphraseAt(secret(PASSPHRASE), Argon2Cost::least())
}

pub(crate) fn create(folder: &Path) -> Backpack {
    Backpack::create(folder, &[passphrase_slot()], &MemoryKeyring::new(), &mut SystemEntropy, at(0)).unwrap()
}

pub(crate) fn open(folder: &Path) -> Result<Backpack, backpack::Error> {
    Backpack::open(folder, Unlock::Passphrase(&secret(PASSPHRASE)), &MemoryKeyring::new())
}

/// The id a badge of this award gets.
pub(crate) fn id(award_key: &str) -> BadgeId {
    BadgeId::of(&openbadges::award::AwardKey::from_stored(award_key))
}

pub(crate) fn fields(name: &str) -> BadgeFields {
    BadgeFields {
        name: name.to_owned(),
        issuer: "Lernwerkstatt Beispielstadt".to_owned(),
        issuer_key: "https://issuer.example".to_owned(),
        achievement: Some(format!("https://issuer.example/{name}")),
        recipient_key: Some("me".to_owned()),
        issued_at: Some(at(0)),
        issued: Some("2023-11-14T22:13:20Z".to_owned()),
        minutes: Some(90),
        verdict: "valid".to_owned(),
        mark: "verified".to_owned(),
        search_text: format!("Wer {name} kann, kann auch Möbel bauen"),
        ..BadgeFields::default()
    }
}

pub(crate) fn report(verdict: &str, mark: &str, seconds: i64) -> Report {
    Report {
        json: format!("{{\"verdict\":\"{verdict}\",\"at\":{seconds}}}"),
        at: at(seconds),
        verifier: "badgefolio/0.1.0".to_owned(),
        verdict: verdict.to_owned(),
        mark: mark.to_owned(),
    }
}

/// A kept copy of a badge of this name; the award key follows from the name, the payload from both.
pub(crate) fn copy(name: &str, payload: &str, rank: i64) -> NewCopy {
    let award_key = format!("https://issuer.example|{name}");
    NewCopy {
        state: BadgeState::Kept,
        badge_id: id(&award_key),
        award_key,
        payload: payload.as_bytes().to_vec(),
        content_digest: Digest::of(format!("canonical {payload}").as_bytes()),
        format: "open-badges-3.0".to_owned(),
        securing: "vc-jwt/ES256".to_owned(),
        rank,
        report: report("valid", "verified", 1),
        fields: fields(name),
        image: None,
        source: Source {
            kind: "mail".to_owned(),
            path: "attachment[0]".to_owned(),
            carrier: "jwt".to_owned(),
            container: Some(Digest::of(b"mail")),
            detail: "{\"subject\":\"Ihr Badge\"}".to_owned(),
        },
        documents: Vec::new(),
        renews: None,
    }
}

pub(crate) fn picture(bytes: &[u8]) -> Picture {
    Picture {
        bytes: bytes.to_vec(),
        media_type: "image/png".to_owned(),
        thumbnail_png: Some([bytes, b" small"].concat()),
    }
}

pub(crate) fn document(url: &str, bytes: Option<&[u8]>, seconds: i64) -> StoredDocument {
    StoredDocument {
        url: url.to_owned(),
        final_url: None,
        media_type: bytes.map(|_| "application/json".to_owned()),
        bytes: bytes.map(<[u8]>::to_vec),
        status: if bytes.is_some() { 200 } else { 404 },
        fetched_at: at(seconds),
        seen_at: at(seconds),
        origin: "fetched".to_owned(),
        etag: None,
    }
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
