//! `did-witness.json`: signatures of those who watch over a DID (§DID Witnesses). A signature under one version stands for
//! all versions before it.

use std::collections::BTreeMap;

use strict_json::{Value, each, json};

use super::entry::signer;
use super::{Fault, Rule, Version};

/// Signatures of one file that are checked.
const MAX_PROOFS: usize = 1_000;

/// Has each version that needs witnesses enough of them?
pub(super) fn check(versions: &[Version], file: &[u8]) -> Result<(), Fault> {
    let last = Fault::Entry(versions.len(), Rule::Witness);
    let file = openbadges::json::read(file).map_err(|_| last)?;
    // By witness: the latest version under which a good signature of theirs stands.
    let mut agreed: BTreeMap<String, usize> = BTreeMap::new();
    let mut checked = 0;
    for record in file.as_array().ok_or(last)? {
        let id = record.get("versionId").and_then(Value::as_str).unwrap_or_default();
        // Of versions that are not in the log nothing counts.
        let Some(place) = versions.iter().position(|version| version.id == id) else { continue };
        for proof in each(record.get("proof")) {
            checked += 1;
            if checked > MAX_PROOFS {
                return Err(Fault::TooLong);
            }
            // "of the form did:key:<multibase>#<multibase>"
            let full = proof
                .get("verificationMethod")
                .and_then(Value::as_str)
                .is_some_and(|name| name.contains('#'));
            if let Some(key) = signer(proof, &json!({ "versionId": id })).filter(|_| full) {
                let latest = agreed.entry(key).or_insert(place);
                *latest = place.max(*latest);
            }
        }
    }
    for (place, version) in versions.iter().enumerate() {
        let Some(witnesses) = &version.witnesses else { continue };
        let count = witnesses
            .keys
            .iter()
            .filter(|key| agreed.get(*key).is_some_and(|latest| *latest >= place))
            .count();
        if count < witnesses.threshold {
            return Err(Fault::Entry(place + 1, Rule::Witness));
        }
    }
    Ok(())
}
