//! Who gives the sample badges, and the documents they publish. All fictional, all under `.example`.

use std::path::Path;

use sha2::{Digest as _, Sha256};
use strict_json::{Value, json};
use verification::sign::Key;

use crate::Made;

/// One issuer with the key it signs with.
pub(crate) struct Issuer {
    /// What the badge names: a DID or an address.
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) url: &'static str,
    pub(crate) email: &'static str,
    pub(crate) key: Key,
    /// The key as the signature names it.
    pub(crate) method: String,
}

impl Issuer {
    /// The profile inside a badge.
    pub(crate) fn profile(&self) -> Value {
        json!({ "id": self.id, "type": ["Profile"], "name": self.name, "url": self.url, "email": self.email })
    }

    fn by_key(seed: &str, name: &'static str, url: &'static str, email: &'static str) -> Made<Issuer> {
        let key = ed25519(seed)?;
        let id = key.did_key();
        let method = format!("{id}#{}", id.trim_start_matches("did:key:"));
        Ok(Issuer { id, name, url, email, key, method })
    }

    fn by_web(key: Key, host: &str, name: &'static str, url: &'static str, email: &'static str) -> Issuer {
        let id = format!("did:web:{host}");
        Issuer { method: format!("{id}#key-1"), id, name, url, email, key }
    }
}

/// A test key of a name: worthless, for everybody can make it again.
fn ed25519(name: &str) -> Made<Key> {
    let seed: [u8; 32] = Sha256::digest(format!("Badgefolio test key, worthless: {name}")).into();
    Ok(Key::ed25519_from_seed(&seed)?)
}

/// The RSA test key; RSA keys cannot be derived from a seed.
fn rsa() -> Made<Key> {
    Ok(Key::from_pkcs8_pem(&key_file("test-rsa.pem")?)?)
}

/// A file beside the other test keys.
pub(crate) fn key_file(name: &str) -> Made<String> {
    Ok(std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keys").join(name))?)
}

/// Open Badges 3.0, Data Integrity, did:key.
pub(crate) fn northgate() -> Made<Issuer> {
    Issuer::by_key(
        "Northgate Kitchen School",
        "Northgate Kitchen School",
        "https://northgate-kitchen.example",
        "badges@northgate-kitchen.example",
    )
}

/// Open Badges 3.0, VC-JWT with RS256, did:web.
pub(crate) fn nordhaven() -> Made<Issuer> {
    Ok(Issuer::by_web(
        rsa()?,
        "badges.nordhaven.example",
        "Open Campus Nordhaven",
        "https://nordhaven.example",
        "badges@nordhaven.example",
    ))
}

/// Open Badges 3.0, Data Integrity, did:web.
pub(crate) fn brueckenhaus() -> Made<Issuer> {
    Ok(Issuer::by_web(
        ed25519("Brückenhaus Sprachen")?,
        "brueckenhaus-sprachen.example",
        "Brückenhaus Sprachen",
        "https://brueckenhaus-sprachen.example",
        "nachweise@brueckenhaus-sprachen.example",
    ))
}

/// The profile address of the issuer of the Open Badges 2.0.
pub(crate) const KRANICH: &str = "https://badges.kranich-logistics.example/issuer.json";

/// Open Badges 2.0, signed with RS256.
pub(crate) fn kranich() -> Made<Issuer> {
    Ok(Issuer {
        id: KRANICH.into(),
        name: "Kranich Logistics Academy",
        url: "https://kranich-logistics.example",
        email: "badges@kranich-logistics.example",
        key: rsa()?,
        method: "https://badges.kranich-logistics.example/key.json".into(),
    })
}

/// The profile address of the issuer with competences.
pub(crate) const LINDENAU: &str =
    "https://api.lernwerkstatt-lindenau.example/public/issuers/bfSampleIssuer00000001?v=3_0";

/// Open Badges 3.0, Data Integrity, the key in the issuer's profile, as platforms for micro-degrees do it.
pub(crate) fn lindenau() -> Made<Issuer> {
    Ok(Issuer {
        id: LINDENAU.into(),
        name: "Lernwerkstatt Lindenau",
        url: "https://lernwerkstatt-lindenau.example",
        email: "badges@lernwerkstatt-lindenau.example",
        key: ed25519("Lernwerkstatt Lindenau")?,
        method: format!("{LINDENAU}#key-0"),
    })
}

/// The badge that has expired.
pub(crate) fn red_lantern() -> Made<Issuer> {
    Issuer::by_key(
        "Red Lantern Rescue",
        "Red Lantern Rescue",
        "https://red-lantern.example",
        "training@red-lantern.example",
    )
}

/// The badge that was altered.
pub(crate) fn skill_board() -> Made<Issuer> {
    Issuer::by_key(
        "Global Skill Board",
        "Global Skill Board",
        "https://global-skill-board.example",
        "office@global-skill-board.example",
    )
}

/// Two of the three badges in one mail.
pub(crate) fn waldkante() -> Made<Issuer> {
    Issuer::by_key(
        "Waldkante Youth Network",
        "Waldkante Youth Network",
        "https://waldkante.example",
        "badges@waldkante.example",
    )
}

/// The third of them: its DID document is nowhere in `samples/documents`, so nothing can be decided without asking.
pub(crate) fn nature_park() -> Made<Issuer> {
    Ok(Issuer::by_web(
        ed25519("Waldkante Nature Park")?,
        "naturepark-waldkante.example",
        "Waldkante Nature Park",
        "https://naturepark-waldkante.example",
        "rangers@naturepark-waldkante.example",
    ))
}
