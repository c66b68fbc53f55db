//! LearnCard's continuity bundle: a ZIP with a readable `manifest.json`, and what it lists, each in an envelope of its own
//! (Argon2id and AES-256-GCM). Read in the wallet's source (`packages/holder-continuity-bundle`, `packages/sss-key-manager`).
//!
//! Credentials and presentations are opened; keys, recovery words and the wallet's own records never are.

use std::collections::BTreeMap;

use openbadges::{Digest, Note, json};
use strict_json::Value;
use zeroize::Zeroizing;

use super::encrypted::decode;
use super::password::{Lock, open as unseal};
use super::{keys_left, refuse};
use crate::look::{Part, Scanner};

/// What the manifest says of the files in the bundle.
pub(crate) struct Bundle(BTreeMap<String, Entry>);

struct Entry {
    kind: Kind,
    digest: String,
    locked: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Credential,
    Key,
    Other,
}

/// Reads the manifest, if it is one of LearnCard's.
pub(crate) fn manifest(bytes: &[u8]) -> Option<Bundle> {
    let manifest = json::read(bytes).ok()?;
    let says = |name: &str| manifest.get(name).and_then(Value::as_str);
    if says("walletName") != Some("LearnCard") || says("payloadSha256").is_none() {
        return None;
    }
    let entries = manifest.get("contents")?.as_array()?.iter().filter_map(|one| {
        let text = |name: &str| one.get(name).and_then(Value::as_str);
        let kind = match text("type")? {
            "credential" | "presentation" | "unknown-json" => Kind::Credential,
            name if name.starts_with("key-") => Kind::Key,
            _ => Kind::Other,
        };
        let locked = one.get("encrypted").and_then(Value::as_bool)?;
        let digest = text("sha256")?.to_ascii_lowercase();
        Some((text("path")?.to_owned(), Entry { kind, digest, locked }))
    });
    Some(Bundle(entries.collect()))
}

impl Bundle {
    /// Says what holds for the bundle as a whole. Whether its members are worth unpacking.
    pub(crate) fn begin(&self, scanner: &mut Scanner, part: &Part<'_>) -> bool {
        let keys = self.0.values().filter(|entry| entry.kind == Kind::Key).count();
        keys_left(scanner, part, &part.path, keys);
        let locked = self.0.values().any(|entry| entry.kind == Kind::Credential && entry.locked);
        if locked && scanner.unlocking.password.is_none() {
            refuse(scanner, part, Lock::NeedsPassword);
            return false;
        }
        true
    }

    /// Looks at a member as the manifest says. What it does not list is the bundle's own explanation of itself.
    pub(crate) fn member(&self, scanner: &mut Scanner, member: Part<'_>) {
        let Some(entry) = self.0.get(member.name) else { return };
        match entry.kind {
            Kind::Key => {}
            Kind::Other => scanner.pass(&member, Note::new("passed.wallet-record")),
            Kind::Credential if Digest::of(member.bytes).hex() != entry.digest => {
                scanner.pass(&member, Note::new("archive.altered"));
            }
            Kind::Credential if !entry.locked => {
                // Only a message that is the whole input is ever refused.
                let _ = scanner.look(member);
            }
            // One wrong answer is enough: each further one would take as long again.
            Kind::Credential if scanner.unlocking.is_wrong() => {}
            Kind::Credential => match plain(scanner, member.bytes) {
                Ok(text) => {
                    scanner.unlocking.opened();
                    let _ = scanner.look(Part { bytes: &text, ..member });
                }
                Err(lock) => refuse(scanner, &member, lock),
            },
        }
    }
}

/// What is in an envelope.
fn plain(scanner: &mut Scanner, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, Lock> {
    let envelope = json::read(envelope).map_err(|_| Lock::Unknown)?;
    let kdf = envelope.get("kdfParams").ok_or(Lock::Unknown)?;
    if kdf.get("algorithm").and_then(Value::as_str) != Some("argon2id") {
        return Err(Lock::Unknown);
    }
    let number = |name: &str| kdf.get(name).and_then(Value::as_u64).ok_or(Lock::Unknown);
    let salt = decode(envelope.get("salt"))?;
    let iv = decode(envelope.get("iv"))?;
    let sealed = decode(envelope.get("ciphertext"))?;
    let key = scanner.unlocking.argon2id(
        &salt,
        number("memoryCost")?,
        number("timeCost")?,
        number("parallelism")?,
    )?;
    unseal(&key, &iv, sealed)
}
