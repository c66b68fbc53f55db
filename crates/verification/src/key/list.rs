//! The keys that a document lists: DID documents and controlled identifier documents, issuer profiles of Open Badges
//! 2.0 and 3.0, key documents, JSON Web Key Sets.

use std::collections::BTreeSet;

use strict_json::{Value, each};
use url::Url;

use super::public::PublicKey;
use super::{jwk, multikey, pem};

/// A key in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Method {
    /// Its full name, if it has one.
    pub(crate) id: Option<String>,
    /// Whose it says it is: `controller`, `owner`.
    pub(crate) controller: Option<String>,
    /// The key, if of a kind that is checked here.
    pub(crate) key: Option<PublicKey>,
    /// Its kind, as written.
    pub(crate) kind: Option<String>,
    /// From this moment on it does not count, as written.
    pub(crate) expires: Option<Value>,
    /// From this moment on it was taken back, as written.
    pub(crate) revoked: Option<Value>,
}

/// What a document says about keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KeyList {
    /// The name the document gives itself.
    pub(crate) id: Option<String>,
    /// All keys in it.
    pub(crate) methods: Vec<Method>,
    /// Full names listed under `assertionMethod`; `None` if there is no such member.
    pub(crate) assertion: Option<BTreeSet<String>>,
    /// Names of keys that lie elsewhere (`publicKey`, `verificationMethod` as addresses; `jwks_uri`).
    pub(crate) elsewhere: Vec<String>,
    /// Breaks the standard in the ways known of one platform's issuer documents.
    pub(crate) oeb: bool,
}

impl KeyList {
    /// Reads a document; `base` is its address, against which relative names are read.
    pub(crate) fn read(document: &Value, base: &str) -> KeyList {
        let mut list = KeyList {
            id: document.get("id").and_then(Value::as_str).map(str::to_owned),
            ..KeyList::default()
        };
        let base = list.id.clone().unwrap_or_else(|| base.to_owned());
        for member in ["verificationMethod", "publicKey"] {
            for entry in each(document.get(member)) {
                list.add(entry, &base);
            }
        }
        if let Some(member) = document.get("assertionMethod") {
            let mut assertion = BTreeSet::new();
            for entry in each(Some(member)) {
                match entry {
                    Value::String(name) => {
                        assertion.insert(absolute(name, &base));
                    }
                    embedded => {
                        if let Some(id) = list.add(embedded, &base) {
                            assertion.insert(id);
                        }
                    }
                }
            }
            list.assertion = Some(assertion);
        }
        for keys in [document.get("keys"), document.get("jwks").and_then(|jwks| jwks.get("keys"))] {
            for key in each(keys) {
                let id = key.get("kid").and_then(Value::as_str).map(str::to_owned);
                list.methods.push(Method { id, key: jwk::read(key), ..Method::default() });
            }
        }
        if let Some(address) = document.get("jwks_uri").and_then(Value::as_str) {
            list.elsewhere.push(address.to_owned());
        }
        // A key document by itself: a CryptographicKey, a Multikey, a JWK.
        if list.methods.is_empty() && list.elsewhere.is_empty() {
            list.add_itself(document, &base);
        }
        list.oeb = is_oeb(document, &list);
        list
    }

    /// The list of one key without a name: a bare PEM file, as Open Badges 1.x publishes keys.
    pub(crate) fn of_key(key: PublicKey) -> KeyList {
        let method = Method { key: Some(key), ..Method::default() };
        KeyList { methods: vec![method], ..KeyList::default() }
    }

    /// Does the list hold this key under this name, if it is named at all?
    pub(crate) fn find(&self, name: &str) -> Option<&Method> {
        self.methods.iter().find(|method| method.id.as_deref().is_some_and(|id| same_name(id, name)))
    }

    /// The list under the names that `known_as` gives: of an issuer that bears several.
    pub(crate) fn renamed(mut self, known_as: impl Fn(&str) -> Option<String>) -> KeyList {
        let rename = |name: &mut String| {
            if let Some(known) = known_as(name) {
                *name = known;
            }
        };
        self.id.iter_mut().for_each(rename);
        for method in &mut self.methods {
            method.id.iter_mut().chain(&mut method.controller).for_each(rename);
        }
        self.assertion = self.assertion.map(|names| {
            names.into_iter().map(|name| known_as(&name).unwrap_or(name)).collect::<BTreeSet<_>>()
        });
        self
    }

    fn add(&mut self, entry: &Value, base: &str) -> Option<String> {
        match entry {
            Value::String(name) => {
                self.elsewhere.push(absolute(name, base));
                None
            }
            Value::Object(_) => {
                let method = read_method(entry, base);
                let id = method.id.clone();
                if !self.methods.contains(&method) {
                    self.methods.push(method);
                }
                id
            }
            _ => None,
        }
    }

    fn add_itself(&mut self, document: &Value, base: &str) {
        let method = read_method(document, base);
        if method.key.is_some() {
            self.methods.push(method);
        } else if let Some(key) = jwk::read(document) {
            let id = document.get("kid").and_then(Value::as_str).map(str::to_owned);
            self.methods.push(Method { id, key: Some(key), ..Method::default() });
        }
    }
}

/// Equal names of keys; `did:…#a` and `#a` were made absolute before.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one == other
}

fn read_method(entry: &Value, base: &str) -> Method {
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    let key = text("publicKeyMultibase")
        .and_then(|key| multikey::decode(key).ok())
        .or_else(|| entry.get("publicKeyJwk").and_then(jwk::read))
        .or_else(|| text("publicKeyPem").and_then(pem::read))
        .or_else(|| {
            text("publicKeyBase58").and_then(|key| of_bytes(bs58::decode(key).into_vec().ok()?, text("type")))
        })
        .or_else(|| text("publicKeyHex").and_then(|key| of_bytes(hex::decode(key).ok()?, text("type"))));
    Method {
        id: text("id").map(|id| absolute(id, base)),
        controller: text("controller").or_else(|| text("owner")).map(str::to_owned),
        key,
        kind: text("type").map(str::to_owned),
        expires: entry.get("expires").filter(|value| !value.is_null()).cloned(),
        revoked: entry.get("revoked").filter(|value| !value.is_null()).cloned(),
    }
}

/// A bare key, whose kind only its `type` says: `Ed25519VerificationKey2018`, `EcdsaSecp256k1VerificationKey2019`.
fn of_bytes(key: Vec<u8>, kind: Option<&str>) -> Option<PublicKey> {
    match kind? {
        "Ed25519VerificationKey2018" => key.try_into().ok().map(PublicKey::Ed25519),
        "EcdsaSecp256k1VerificationKey2019" if matches!(key.as_slice(), [2 | 3, x @ ..] if x.len() == 32) => {
            Some(PublicKey::Secp256k1(key))
        }
        _ => None,
    }
}

/// The ways in which Open Educational Badges' issuer documents break the standard, all of them together and no other:
/// `verificationMethod` is one object, not a list; its `type` is the type of a proof, not of a key; the suite's name
/// lacks a letter; there is no `assertionMethod`. What remains is that the issuer's own address shows this one key.
fn is_oeb(document: &Value, list: &KeyList) -> bool {
    let Some(method @ Value::Object(_)) = document.get("verificationMethod") else { return false };
    let text = |name: &str| method.get(name).and_then(Value::as_str);
    list.assertion.is_none()
        && list.methods.len() == 1
        && text("type") == Some("DataIntegrityProof")
        && matches!(text("cryptosuite"), Some("eddsa-rdf-2022" | "eddsa-rdfc-2022"))
        && text("publicKeyMultibase").is_some()
}

/// A name made absolute: `#key-0` and `key.json` belong to the document.
fn absolute(name: &str, base: &str) -> String {
    if let Some(fragment) = name.strip_prefix('#') {
        let base = base.split('#').next().unwrap_or(base);
        return format!("{base}#{fragment}");
    }
    if name.starts_with("did:") || Url::parse(name).is_ok() {
        return name.to_owned();
    }
    Url::parse(base).and_then(|base| base.join(name)).map_or_else(|_| name.to_owned(), String::from)
}
