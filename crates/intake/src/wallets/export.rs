//! JSON that holds credentials without being one: the backup of a wallet (`UniversalWallet2020` of the Learner Credential Wallet), the
//! answer of a platform (Badgr, VerifierPlus), a list, a CV (JSON Resume).
//!
//! What is a credential is told by its shape, wherever it stands; private keys are counted and left behind.

use openbadges::{Container, Credential, Form, Jws, Note, ReadError, json, limits};
use strict_json::Value;

use super::{encrypted, keys_left};
use crate::look::{Part, Scanner};
use crate::{envelope, picture};

/// Pictures in one such file that are looked at.
const PICTURES: usize = 200;

/// Members that hold the private half of a key: Linked Data keys in their spellings, seeds and recovery words.
const PRIVATE: [&str; 9] = [
    "privateKeyMultibase",
    "privateKeyBase58",
    "privateKeyJwk",
    "privateKeyHex",
    "privateKeyPem",
    "secretKeyMultibase",
    "secretKeyJwk",
    "seed",
    "mnemonic",
];

/// Members under which platforms write where the badge's own data lie.
const ADDRESSES: [&str; 4] = ["openBadgeId", "assertion_url", "assertionUrl", "jsonUrl"];

/// Looks at JSON that is no credential. Whether it held anything of ours.
pub(crate) fn open(scanner: &mut Scanner, part: &Part<'_>, path: &str) -> bool {
    let Ok(document) = json::read(part.bytes) else { return false };
    let before = scanner.answers();
    let mut walk = Walk { scanner, part, keys: 0, pictures: 0 };
    walk.all(&document, path);
    let keys = walk.keys;
    certificates(scanner, &document, path);
    keys_left(scanner, part, path, keys);
    scanner.answers() > before
}

struct Walk<'s, 'p> {
    scanner: &'s mut Scanner,
    part: &'p Part<'p>,
    keys: usize,
    pictures: usize,
}

impl Walk<'_, '_> {
    /// Everything in the document, in its order. No recursion: foreign depth is not for the machine's stack.
    fn all(&mut self, document: &Value, path: &str) {
        let mut waiting = vec![(path.to_owned(), "", document)];
        while let Some((path, member, value)) = waiting.pop() {
            if self.scanner.held >= limits::HELD {
                let note = Note::new("input.too-many-in-envelope").with("limit", limits::HELD.to_string());
                return self.scanner.note(note);
            }
            match value {
                Value::Object(members) => {
                    if is_private(members) {
                        self.keys += 1;
                        continue;
                    }
                    if self.object(&path, value) {
                        continue;
                    }
                    // A context says what names mean; nothing in it is anybody's badge.
                    let inside = members
                        .iter()
                        .filter(|(name, _)| *name != "@context")
                        .map(|(name, value)| (step(&path, name), name.as_str(), value));
                    waiting.extend(inside.rev());
                }
                Value::Array(items) => {
                    let inside = items.iter().enumerate();
                    waiting.extend(inside.map(|(at, value)| (format!("{path}[{at}]"), member, value)).rev());
                }
                Value::String(text) => self.string(&path, member, text),
                _ => {}
            }
        }
    }

    /// Whether the object was taken whole.
    fn object(&mut self, path: &str, value: &Value) -> bool {
        if let Some(jwe) = encrypted::jwe(value) {
            encrypted::open(self.scanner, self.part, path, jwe);
            return true;
        }
        let hopeful =
            ["@context", "type", "recipient", "payload"].iter().any(|name| value.get(name).is_some());
        hopeful && self.credential(path, value.to_string().as_bytes())
    }

    fn credential(&mut self, path: &str, bytes: &[u8]) -> bool {
        let credential = match Credential::read(bytes) {
            Ok(credential) if !matches!(credential.form(), Form::Address(_)) => credential,
            Err(ReadError::Presentation) => return envelope::open(self.scanner, bytes, path),
            _ => return false,
        };
        self.scanner.held += 1;
        if !self.scanner.knows(&credential) {
            let container = Container::of(credential.form());
            let notes = vec![Note::new("input.in-export")];
            self.scanner.found(format!("{path}/{}", container.step()), container, credential, None, notes);
        }
        true
    }

    fn string(&mut self, path: &str, member: &str, text: &str) {
        if Jws::looks_like(text) || (text.starts_with('{') && text.contains("\"@context\"")) {
            self.credential(path, text.as_bytes());
        } else if text.starts_with("data:image/") && self.pictures < PICTURES {
            self.pictures += 1;
            if let Some(bytes) = picture::data_uri(text).filter(|bytes| picture::is_baked(bytes)) {
                let _ = self.scanner.look(Part {
                    bytes: &bytes,
                    path: path.to_owned(),
                    name: "",
                    media_type: None,
                    depth: self.part.depth + 1,
                });
            }
        } else if ADDRESSES.contains(&member) {
            self.scanner.address(text, path);
        }
    }
}

/// Whether the object is a key with its private half. A JSON Web Key has it in `d`.
fn is_private(members: &strict_json::Map) -> bool {
    let filled = |name: &str| members.get(name).is_some_and(|value| value.is_string() || value.is_object());
    PRIVATE.iter().any(|name| filled(name)) || (filled("kty") && filled("d"))
}

/// A step into a member; a name that is no plain word is not repeated.
fn step(path: &str, name: &str) -> String {
    let plain = (1..=40).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "@_-".contains(c));
    format!("{path}/{}", if plain { name } else { "member" })
}

/// The certificates of a CV (JSON Resume): links, of which nothing more is known than what the person wrote.
fn certificates(scanner: &mut Scanner, document: &Value, path: &str) {
    if document.get("basics").is_none() && document.get("$schema").is_none() {
        return;
    }
    let all = document.get("certificates").and_then(Value::as_array);
    for (at, one) in all.into_iter().flatten().take(limits::LINKS).enumerate() {
        if let Some(url) = one.get("url").and_then(Value::as_str) {
            scanner.link_or_page(url, &format!("{path}/certificates[{at}]"));
        }
    }
}
