//! Data Integrity proofs of every suite that is checked here, except those for selective disclosure.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{Timestamp, Unit};
use strict_json::{Map, Value, each, json};

use super::{Key, SignError};
use crate::documents::Documents;
use crate::key::Algorithm;
use crate::look::Look;
use crate::proof::data_integrity::{
    Form, Manner, Suite, jcs, plain, proof_options, shown, signing_input, suite_name, with_proofs,
};
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
        name if name.starts_with(|first: char| first.is_ascii_lowercase()) => {
            json!({ "type": "DataIntegrityProof", "cryptosuite": suite })
        }
        _ => json!({ "type": suite }),
    };
    if let Some(members) = proof.as_object_mut() {
        members.insert("created", created.into());
        members.insert("verificationMethod", verification_method.into());
        members.insert("proofPurpose", "assertionMethod".into());
    }
    with_proof(document, proof, key)
}

/// Signs a document under the options of a proof that lacks nothing but its signature: for a proof that expires, with
/// another purpose, or that rests on former proofs (`previousProof`).
pub fn with_proof(mut document: Value, mut proof: Value, key: &Key) -> Result<Value, SignError> {
    let unknown = |proof: &Value| SignError::Suite(suite_name(proof));
    let (suite, _) = Suite::of(&proof).map_err(|_| unknown(&proof))?;
    if suite.is_selective() {
        return Err(unknown(&proof));
    }
    let members =
        document.as_object_mut().ok_or_else(|| SignError::Document("credential.not-one".to_owned()))?;
    let others = members.remove("proof");
    let before: Vec<Value> = each(others.as_ref())
        .filter(|other| each(proof.get("previousProof")).any(|name| other.get("id") == Some(name)))
        .cloned()
        .collect();
    let options = proof.as_object_mut().ok_or_else(|| SignError::Document("proof.malformed".to_owned()))?;
    let before: Vec<&Value> = before.iter().collect();
    let (name, signature) = signature(suite, &document, options, &before, key)?;
    options.insert(name, signature.into());
    let proofs = match others {
        None | Some(Value::Null) => proof,
        Some(Value::Array(mut list)) => {
            list.push(proof);
            Value::Array(list)
        }
        Some(single) => Value::Array(vec![single, proof]),
    };
    if let Some(members) = document.as_object_mut() {
        members.insert("proof", proofs);
    }
    Ok(document)
}

/// The member that holds the signature, and the signature.
fn signature(
    suite: Suite,
    document: &Value,
    proof: &Map,
    before: &[&Value],
    key: &Key,
) -> Result<(&'static str, String), SignError> {
    let refused = |check: Box<crate::check::Check>| SignError::Document(check.code.to_string());
    let (hash, algorithm) =
        suite.fixed(Some(&key.public())).map_err(|_| SignError::Kind(key.alg().to_owned()))?;
    let (options, document) = if suite.form() == Form::Jcs {
        jcs(proof, document, before).map_err(refused)?
    } else {
        let (options, document) = statements(document, proof, before, suite.manner(hash)).map_err(refused)?;
        (options.into_bytes(), document.into_bytes())
    };
    let message = [hash.of(&options), hash.of(&document)].concat();
    if !suite.is_jws() {
        let encoded = bs58::encode(key.sign_as(algorithm, &message)?).into_string();
        return Ok(("proofValue", format!("z{encoded}")));
    }
    let algorithm = Algorithm::of_jose(key.alg()).filter(|algorithm| suite.allows(*algorithm));
    let algorithm = algorithm.ok_or_else(|| SignError::Kind(key.alg().to_owned()))?;
    let header = json!({ "alg": key.alg(), "b64": false, "crit": ["b64"] }).to_string();
    let header = URL_SAFE_NO_PAD.encode(header);
    let signature = key.sign_as(algorithm, &signing_input(&header, &message, true))?;
    Ok(("jws", format!("{header}..{}", URL_SAFE_NO_PAD.encode(signature))))
}

/// The canonical statements of options and document.
fn statements(
    document: &Value,
    proof: &Map,
    before: &[&Value],
    manner: Manner,
) -> Result<(String, String), Box<crate::check::Check>> {
    let (known, pins, registries) = (Documents::bundled(), Pins::new(), Registries::new());
    let terms = Terms {
        now: Timestamp::UNIX_EPOCH,
        recipients: &[],
        pins: &pins,
        registries: &registries,
        held_since: None,
    };
    let look = Look::new(&known, &terms);
    let (mut lines, _) = shown(&look, document, manner)?;
    if !before.is_empty() {
        lines = plain(&look, &with_proofs(document, before), manner)?;
    }
    let options = proof_options(proof, document.get("@context"));
    Ok((plain(&look, &options, manner)?, lines))
}
