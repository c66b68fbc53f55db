//! Badges with genuine signatures, and a world to look at them in.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

use backpack::MemoryKeyring;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use jiff::Timestamp;
use openbadges::{Credential, Note};
use strict_json::{Value, json};
use tempfile::TempDir;
use verification::sign::{self, Key};
use verification::{Answer, Document, Origin, Wanted};

use crate::ports::{Fetch, FixedClock, SystemRandom};
use crate::{Given, Ports, SecretString, Wallet};

pub(super) const NOW: &str = "2026-11-21T09:00:00Z";
pub(super) const MIRA: &str = "mira@post.example";

/// An issuer with a key of its own.
pub(super) struct Issuer {
    key: Key,
    pub(super) id: String,
    kid: String,
    name: &'static str,
}

impl Issuer {
    /// An issuer who is a key: anybody can be one.
    pub(super) fn by_key(seed: u8, name: &'static str) -> Issuer {
        let key = Key::ed25519_from_seed(&[seed; 32]).unwrap();
        Issuer { id: key.did_key(), kid: key.did_key_method(), key, name }
    }

    /// An issuer with a domain.
    pub(super) fn by_domain(seed: u8, name: &'static str, host: &str) -> Issuer {
        let key = Key::ed25519_from_seed(&[seed; 32]).unwrap();
        let id = format!("did:web:{host}");
        Issuer { kid: format!("{id}#key-1"), id, key, name }
    }

    /// The DID document at the domain.
    pub(super) fn document(&self) -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/did/v1"],
            "id": self.id,
            "verificationMethod": [{
                "id": self.kid, "type": "JsonWebKey2020", "controller": self.id,
                "publicKeyJwk": self.key.public_jwk(),
            }],
            "assertionMethod": [self.kid],
        })
    }

    /// A badge as a token, with further members.
    pub(super) fn badge(&self, id: &str, name: &str, more: &Value) -> String {
        let mut claims = json!({
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": format!("urn:uuid:{id}"),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": { "id": self.id, "type": ["Profile"], "name": self.name },
            "validFrom": "2026-02-02T09:31:05Z",
            "name": name,
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "identifier": [{
                    "type": "IdentityObject", "identityHash": MIRA, "identityType": "emailAddress", "hashed": false,
                }],
                "achievement": {
                    "id": format!("urn:uuid:aaaaaaaa-0000-4000-8000-{:012}", name.len()),
                    "type": ["Achievement"],
                    "name": name,
                    "description": "Moves pallets without dropping them",
                    "criteria": { "narrative": "Forty hours in the warehouse" },
                },
            },
        });
        for (member, value) in more.as_object().into_iter().flatten() {
            claims[member] = value.clone();
        }
        sign::jwt(claims, "EdDSA", Some(&self.kid), "vc+jwt", &self.key).unwrap()
    }
}

/// An id for the n-th badge.
pub(super) fn id(n: u32) -> String {
    format!("11111111-0000-4000-8000-{n:012}")
}

/// The same token with another name in it and the old signature.
pub(super) fn tampered(token: &str) -> String {
    use base64::Engine as _;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    let text = String::from_utf8(engine.decode(&parts[1]).unwrap()).unwrap();
    parts[1] = engine.encode(text.replace("Forty hours", "Four hours"));
    parts.join(".")
}

/// A picture with a badge baked in.
pub(super) fn baked(token: &str) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::new_rgba8(40, 40).write_to(&mut png, image::ImageFormat::Png).unwrap();
    openbadges::png::bake(&png.into_inner(), &Credential::read(token.as_bytes()).unwrap()).unwrap()
}

/// A mail to Mira with these attachments.
pub(super) fn mail(subject: &str, attachments: &[(&str, &str, Vec<u8>)]) -> Given {
    use base64::Engine as _;
    let mut text = format!(
        "From: Werkstatt <badges@werkstatt.example>\r\nTo: Mira <{MIRA}>\r\nSubject: {subject}\r\n\
         Date: Mon, 2 Feb 2026 09:31:05 +0000\r\nMessage-ID: <{}@werkstatt.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour badge.\r\n",
        subject.len()
    );
    for (name, media_type, bytes) in attachments {
        let body = base64::engine::general_purpose::STANDARD.encode(bytes);
        text += &format!(
            "--b\r\nContent-Type: {media_type}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{body}\r\n"
        );
    }
    text += "--b--\r\n";
    Given::file("badge.eml", text.into_bytes())
}

/// A network made of a map; it remembers whom it was asked for.
#[derive(Default)]
pub(super) struct Map {
    documents: BTreeMap<String, Value>,
    pub(super) asked: Mutex<Vec<String>>,
}

impl Map {
    pub(super) fn with(address: &str, document: Value) -> Arc<Map> {
        Arc::new(Map { documents: [(address.to_owned(), document)].into(), asked: Mutex::default() })
    }
}

impl Fetch for Map {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        let host = wanted.asks().unwrap();
        assert!(allow(&host), "asked {host} without consent");
        self.asked.lock().unwrap().push(wanted.url.as_str().to_owned());
        let answer = match self.documents.get(wanted.url.as_str()) {
            Some(document) => Answer::Got(Document::new(
                wanted.url.clone(),
                Some("application/json".to_owned()),
                // What is no object is a text by itself.
                document.as_str().map_or_else(|| document.to_string(), str::to_owned).into_bytes(),
                now(),
                Origin::Fetched,
            )),
            None => Answer::Failed(Note::new("fetch.no-such-host").with("host", host)),
        };
        async move { answer }.boxed_local()
    }
}

pub(super) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// A wallet in a folder of its own.
pub(super) struct World {
    pub(super) folder: TempDir,
    pub(super) keyring: Arc<MemoryKeyring>,
    pub(super) wallet: Wallet,
}

impl World {
    /// With an open backpack.
    pub(super) fn open(fetch: Option<Arc<dyn Fetch>>) -> World {
        let world = World::closed(fetch, NOW);
        let _ = world.wallet.create_backpack(None).unwrap();
        world
    }

    /// Without a backpack.
    pub(super) fn closed(fetch: Option<Arc<dyn Fetch>>, at: &str) -> World {
        let folder = tempfile::tempdir().unwrap();
        let keyring = Arc::new(MemoryKeyring::new());
        let wallet = wallet(folder.path(), &keyring, fetch, at);
        World { folder, keyring, wallet }
    }

    /// Another program over the same folder, at another time.
    pub(super) fn again(&self, fetch: Option<Arc<dyn Fetch>>, at: &str) -> Wallet {
        wallet(self.folder.path(), &self.keyring, fetch, at)
    }

    /// Puts this into the backpack and gives the ids.
    pub(super) fn keep(&self, given: &Given) -> Vec<String> {
        let added = self.wallet.add(std::slice::from_ref(given)).unwrap().value;
        let ids = added.inputs.into_iter().flat_map(|input| input.found).collect::<Vec<_>>();
        let _ = self.wallet.keep(&ids).unwrap();
        ids
    }
}

fn wallet(
    folder: &std::path::Path,
    keyring: &Arc<MemoryKeyring>,
    fetch: Option<Arc<dyn Fetch>>,
    at: &str,
) -> Wallet {
    let keyring: Arc<MemoryKeyring> = Arc::clone(keyring);
    let ports = Ports {
        fetch,
        call: None,
        mailboxes: None,
        keyring,
        clock: Arc::new(FixedClock(at.parse().unwrap())),
        random: Arc::new(SystemRandom),
    };
    Wallet::new(folder.join("backpack"), ports)
}

pub(super) fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}
