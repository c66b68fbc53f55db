//! Logs of did:webvh as their controllers make them, and what is said of one that does not hold together.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use strict_json::{Value, json};
use verification::sign::{Key, data_integrity as sign};
use verification::{CheckId, Document, Documents, Origin, Verdict};

use crate::common::*;

pub const PLACE: &str = "uni.example";
pub const ADDRESS: &str = "https://uni.example/.well-known/did.jsonl";
pub const WITNESSES: &str = "https://uni.example/.well-known/did-witness.json";

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn multihash(bytes: &[u8]) -> String {
    bs58::encode([&[0x12, 0x20][..], &Sha256::digest(bytes)].concat()).into_string()
}

pub fn canonical(value: &Value) -> Vec<u8> {
    openbadges::json::canonical(value)
}

pub fn multikey(seed: u8) -> String {
    key(seed).multikey().unwrap()
}

/// What one entry says; everything else follows.
pub struct Said {
    pub time: &'static str,
    pub parameters: Value,
    /// The keys that may sign badges.
    pub keys: Vec<u8>,
    pub place: &'static str,
    pub also: Vec<String>,
    pub signer: u8,
}

pub fn said(time: &'static str, parameters: Value, keys: &[u8], signer: u8) -> Said {
    Said { time, parameters, keys: keys.to_vec(), place: PLACE, also: Vec::new(), signer }
}

/// A log as its controller makes it.
pub struct Log {
    pub scid: String,
    pub entries: Vec<Value>,
}

impl Log {
    /// The first entry, under the key 10 unless it says otherwise.
    pub fn new(mut first: Said) -> Log {
        let parameters = first.parameters.as_object_mut().unwrap();
        parameters.insert("method", json!("did:webvh:1.0"));
        parameters.insert("scid", json!("{SCID}"));
        if !parameters.contains_key("updateKeys") {
            parameters.insert("updateKeys", json!([multikey(10)]));
        }
        let entry = json!({
            "versionId": "{SCID}", "versionTime": first.time, "parameters": first.parameters,
            "state": document("{SCID}", &first)
        });
        let scid = multihash(&canonical(&entry));
        let entry: Value = serde_json::from_str(&entry.to_string().replace("{SCID}", &scid)).unwrap();
        let mut log = Log { scid: scid.clone(), entries: Vec::new() };
        log.push(entry, &scid, first.signer);
        log
    }

    pub fn with(mut self, next: Said) -> Log {
        let before = self.entries.last().unwrap()["versionId"].as_str().unwrap().to_owned();
        let entry = json!({
            "versionId": before, "versionTime": next.time, "parameters": next.parameters,
            "state": document(&self.scid, &next)
        });
        self.push(entry, &before, next.signer);
        self
    }

    pub fn push(&mut self, mut entry: Value, before: &str, signer: u8) {
        entry["versionId"] = json!(before);
        let hash = multihash(&canonical(&entry));
        entry["versionId"] = json!(format!("{}-{hash}", self.entries.len() + 1));
        self.entries.push(signed_by(entry, &key(signer)));
    }

    pub fn did(&self) -> String {
        format!("did:webvh:{}:{PLACE}", self.scid)
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.entries.iter().map(|entry| format!("{entry}\n")).collect::<String>().into_bytes()
    }

    pub fn documents(&self) -> Documents {
        log_at(&self.bytes(), now(), Origin::Fetched)
    }

    /// A badge of this issuer, signed with the key of `seed` under the name `#key-…`.
    pub fn badge(&self, seed: u8, created: &str) -> Value {
        let did = self.did();
        sign(badge(&did), "eddsa-rdfc-2022", &key(seed), &format!("{did}#key-{seed}"), at(created)).unwrap()
    }
}

pub fn signed_by(entry: Value, key: &Key) -> Value {
    let time =
        entry.get("versionTime").map_or("2025-01-01T00:00:00Z", |time| time.as_str().unwrap()).to_owned();
    let mut signed = sign(entry, "eddsa-jcs-2022", key, &key.did_key_method(), at(&time)).unwrap();
    let proof = signed["proof"].take();
    signed["proof"] = json!([proof]);
    signed
}

pub fn document(scid: &str, said: &Said) -> Value {
    let did = format!("did:webvh:{scid}:{}", said.place);
    let methods: Vec<Value> = said
        .keys
        .iter()
        .map(|seed| {
            json!({
                "id": format!("{did}#key-{seed}"), "type": "Multikey", "controller": did,
                "publicKeyMultibase": multikey(*seed)
            })
        })
        .collect();
    let names: Vec<String> = said.keys.iter().map(|seed| format!("{did}#key-{seed}")).collect();
    let mut document = json!({
        "@context": ["https://www.w3.org/ns/did/v1"], "id": did, "verificationMethod": methods,
        "assertionMethod": names
    });
    if !said.also.is_empty() {
        document["alsoKnownAs"] = json!(said.also);
    }
    document
}

pub fn log_at(bytes: &[u8], moment: Timestamp, origin: Origin) -> Documents {
    let mut known = Documents::bundled();
    known.insert(Document::new(url(ADDRESS), None, bytes.to_vec(), moment, origin));
    known
}

/// One version, in which key 1 signs badges.
pub fn one() -> Log {
    Log::new(said("2024-01-01T00:00:00Z", json!({}), &[1], 10))
}

/// Two versions: key 1, then key 2.
pub fn two() -> Log {
    one().with(said("2025-06-01T00:00:00Z", json!({}), &[2], 10))
}

pub const BEFORE: &str = "2025-01-01T00:00:00Z";
pub const AFTER: &str = "2025-09-01T00:00:00Z";

/// Entry and rule of a log that does not hold together.
pub fn fault(log: &Log, seed: u8) -> String {
    fault_of(&log.badge(seed, AFTER), &log.bytes())
}

pub fn fault_of(badge: &Value, bytes: &[u8]) -> String {
    let asked = ask(badge, &log_at(bytes, now(), Origin::Fetched));
    assert_ne!(asked.verdict(), Verdict::Valid);
    entry_and_rule(&asked)
}

pub fn fault_in(badge: &Value, known: &Documents) -> String {
    entry_and_rule(&ask(badge, known))
}

fn entry_and_rule(asked: &Asked) -> String {
    let check = asked.check(CheckId::IssuerKey);
    match check.code.as_ref() {
        "issuer-key.history-broken" => format!("{} {}", check.args["entry"], check.args["rule"]),
        other => other.to_owned(),
    }
}
