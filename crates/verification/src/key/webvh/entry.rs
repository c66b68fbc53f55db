//! One entry of the log, and what makes it follow on the one before it.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use strict_json::{Map, Value, each};

use super::Rule;
use crate::key::{Algorithm, Controller, PublicKey, named};
use crate::proof::data_integrity::jcs;

/// Proofs of one entry that are looked at.
const MAX_PROOFS: usize = 8;

/// An entry, read and not checked.
pub(super) struct Entry {
    /// `versionId`.
    pub(super) id: String,
    /// `versionTime`.
    pub(super) at: Timestamp,
    /// `parameters`.
    pub(super) parameters: Map,
    /// `state`: the DID document.
    pub(super) document: Value,
    proofs: Vec<Value>,
    /// All of it but the proofs.
    unsigned: Value,
}

impl Entry {
    /// Reads a line of the log; `None` if it is no entry.
    pub(super) fn read(line: &str) -> Option<Entry> {
        let mut unsigned = openbadges::json::read(line.as_bytes()).ok()?;
        let members = unsigned.as_object_mut()?;
        let proofs: Vec<Value> = each(members.remove("proof").as_ref()).cloned().collect();
        let id = members.get("versionId")?.as_str()?.to_owned();
        let at = utc(members.get("versionTime")?.as_str()?)?;
        let parameters = members.get("parameters")?.as_object()?.clone();
        let document = members.get("state").filter(|state| state.is_object())?.clone();
        (!proofs.is_empty() && proofs.len() <= MAX_PROOFS).then_some(Entry {
            id,
            at,
            parameters,
            document,
            proofs,
            unsigned,
        })
    }

    /// §Authorized Keys: each proof is by one of the keys in force.
    pub(super) fn check_proofs(&self, keys: &[String]) -> Result<(), Rule> {
        for proof in &self.proofs {
            let signer = signer(proof, &self.unsigned).ok_or(Rule::Proof)?;
            if !keys.contains(&signer) {
                return Err(Rule::Proof);
            }
        }
        Ok(())
    }

    /// §Verify The Entry Hash: number, dash, and the hash over what stands here after what stood before.
    pub(super) fn check_id(&self, number: usize, before: &str) -> Result<(), Rule> {
        let (own, hash) = self.id.split_once('-').ok_or(Rule::Chain)?;
        let chained = own == number.to_string() && hash == multihash(&canonical(&self.with_id(before)));
        if chained { Ok(()) } else { Err(Rule::Chain) }
    }

    /// §Verify SCID: with a placeholder wherever the SCID stands, the first entry hashes to it.
    pub(super) fn check_scid(&self, scid: &str) -> Result<(), Rule> {
        let text = self.with_id("{SCID}").to_string().replace(scid, "{SCID}");
        let before = openbadges::json::read(text.as_bytes()).map_err(|_| Rule::Scid)?;
        if multihash(&canonical(&before)) == scid { Ok(()) } else { Err(Rule::Scid) }
    }

    fn with_id(&self, id: &str) -> Value {
        let mut entry = self.unsigned.clone();
        if let Some(members) = entry.as_object_mut() {
            members.insert("versionId", id.into());
        }
        entry
    }
}

fn canonical(value: &Value) -> Vec<u8> {
    openbadges::json::canonical(value)
}

/// The number of a `versionId`.
pub(super) fn number(id: &str) -> Option<usize> {
    id.split_once('-')?.0.parse().ok()
}

/// SHA-256 as multihash in base58btc, without a multibase prefix.
pub(super) fn multihash(bytes: &[u8]) -> String {
    let mut hash = vec![0x12, 0x20];
    hash.extend_from_slice(&Sha256::digest(bytes));
    bs58::encode(hash).into_string()
}

/// Who signed `document`, as the multikey of a `did:key`, if the signature is good: `eddsa-jcs-2022` and no other suite,
/// for `assertionMethod` and nothing else.
pub(super) fn signer(proof: &Value, document: &Value) -> Option<String> {
    let members = proof.as_object()?;
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let as_it_must = text("type") == Some("DataIntegrityProof")
        && text("cryptosuite") == Some("eddsa-jcs-2022")
        && text("proofPurpose") == Some("assertionMethod");
    // The name is taken apart as every did:key, so a fragment other than the key itself is none.
    let Controller::Itself(key @ PublicKey::Ed25519(_)) = named(text("verificationMethod")?).ok()?.controller
    else {
        return None;
    };
    let name = text("verificationMethod")?.strip_prefix("did:key:")?.split('#').next()?.to_owned();
    let value = text("proofValue")?.strip_prefix('z').filter(|value| as_it_must && value.len() <= 96)?;
    let signature = bs58::decode(value).into_vec().ok()?;
    let (options, document) = jcs(members, document, &[]).ok()?;
    let message = [Sha256::digest(options), Sha256::digest(document)].concat();
    key.verify(Algorithm::EdDsa, &message, &signature).ok().map(|()| name)
}

/// A time of ISO 8601 in UTC, and said to be.
fn utc(text: &str) -> Option<Timestamp> {
    let said = text.ends_with('Z') || text.ends_with("+00:00");
    openbadges::IssuerTime::parse_strict(text).instant.filter(|_| said)
}
