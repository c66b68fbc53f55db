//! Data Integrity proofs: `eddsa-rdfc-2022` and `Ed25519Signature2020`.

use jiff::{Timestamp, Unit};
use serde_json::{Map, Value, json};

use super::{Key, SignError};
use crate::documents::Documents;
use crate::key::Algorithm;
use crate::look::Look;
use crate::proof::data_integrity::{hash_document, hash_options, proof_options};
use crate::stack::on_deep_stack;
use crate::terms::{Pins, Registries, Terms};

/// Adds a proof of `suite` to a document, beside those that it has. `verification_method` is the name of the key. Only
/// bundled contexts are known here.
pub fn data_integrity(
    document: Value,
    suite: &str,
    key: &Key,
    verification_method: &str,
    created: Timestamp,
) -> Result<Value, SignError> {
    let created = created.round(Unit::Second).map_err(|_| SignError::Failed)?.to_string();
    let mut proof = match suite {
        "eddsa-rdfc-2022" => json!({ "type": "DataIntegrityProof", "cryptosuite": suite }),
        "Ed25519Signature2020" => json!({ "type": suite }),
        other => return Err(SignError::Suite(other.to_owned())),
    };
    if let Some(members) = proof.as_object_mut() {
        members.insert("created".to_owned(), Value::String(created));
        members.insert("verificationMethod".to_owned(), Value::String(verification_method.to_owned()));
        members.insert("proofPurpose".to_owned(), Value::String("assertionMethod".to_owned()));
    }
    with_proof(document, proof, key)
}

/// Signs a document under the options of a proof that lacks nothing but its `proofValue`: for a proof that expires, or
/// with another purpose.
pub fn with_proof(mut document: Value, mut proof: Value, key: &Key) -> Result<Value, SignError> {
    if !key.signs(Algorithm::EdDsa) {
        return Err(SignError::Kind("Ed25519".to_owned()));
    }
    let members =
        document.as_object_mut().ok_or_else(|| SignError::Document("credential.not-one".to_owned()))?;
    let others = members.shift_remove("proof");
    let options = proof.as_object_mut().ok_or_else(|| SignError::Document("proof.malformed".to_owned()))?;
    let signature = signature(&document, options, key)?;
    options.insert("proofValue".to_owned(), Value::String(signature));
    let proofs = match others {
        None | Some(Value::Null) => proof,
        Some(Value::Array(mut list)) => {
            list.push(proof);
            Value::Array(list)
        }
        Some(single) => Value::Array(vec![single, proof]),
    };
    if let Some(members) = document.as_object_mut() {
        members.insert("proof".to_owned(), proofs);
    }
    Ok(document)
}

fn signature(document: &Value, proof: &Map<String, Value>, key: &Key) -> Result<String, SignError> {
    let message = on_deep_stack(|| {
        let (known, pins, registries) = (Documents::bundled(), Pins::new(), Registries::new());
        let terms = Terms {
            now: Timestamp::UNIX_EPOCH,
            recipients: &[],
            pins: &pins,
            registries: &registries,
            held_since: None,
        };
        let look = Look::new(&known, &terms);
        let refused = |check: Box<crate::check::Check>| SignError::Document(check.code.to_string());
        let (document_hash, _) = hash_document(&look, document).map_err(refused)?;
        let options = proof_options(proof, document.get("@context"));
        let options_hash = hash_options(&look, &options).map_err(refused)?;
        Ok([options_hash, document_hash].concat())
    })?;
    Ok(format!("z{}", bs58::encode(key.sign_bytes(&message)?).into_string()))
}
