//! What one offered credential needs.

use strict_json::Value;

use crate::error::ClaimError;
use crate::read::{shown, text, texts};
use crate::step::Signer;

/// Formats that this house reads.
const FORMATS: [&str; 7] =
    ["jwt_vc_json", "jwt_vc", "jwt_vc_json-ld", "ldp_vc", "vc+sd-jwt", "dc+sd-jwt", "vc+jwt"];
/// Names in a list that are looked at.
const MOST: usize = 64;

/// One of the issuer's `credential_configurations_supported` (1.0, 12.2.4).
#[derive(Clone, Debug)]
pub(super) struct Configuration {
    /// Its name.
    pub(super) id: String,
    /// What people call it.
    pub(super) name: String,
    /// The format.
    pub(super) format: String,
    /// What it is asked for by when signing in, instead of details.
    pub(super) scope: Option<String>,
    /// How the learner's key is to be shown; none: not at all.
    pub(super) proof: Option<ProofKind>,
    /// The members that say which credential it is in requests up to draft 14.
    pub(super) definition: Vec<(String, Value)>,
}

/// How a key is shown in a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProofKind {
    /// Which key.
    pub(super) signer: Signer,
    /// The JOSE name of its algorithm, as the issuer writes it.
    pub(super) alg: &'static str,
    /// Named as a DID (`kid`), else shown as it is (`jwk`).
    pub(super) by_did: bool,
}

impl Configuration {
    pub(super) fn read(id: &str, value: &Value, host: &str) -> Result<Configuration, ClaimError> {
        let format = text(value, "format").unwrap_or_default();
        if !FORMATS.contains(&format) {
            return Err(ClaimError::Format(shown(format)));
        }
        let displays = [value.pointer("/credential_metadata/display/0"), value.pointer("/display/0")];
        let name = displays.into_iter().flatten().find_map(|display| text(display, "name")).map(shown);
        let members = ["credential_definition", "vct", "types", "type", "@context"];
        let definition = members
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), value.get(name)?.clone())))
            .collect();
        Ok(Configuration {
            id: id.to_owned(),
            name: name.unwrap_or_default(),
            format: format.to_owned(),
            scope: text(value, "scope").map(str::to_owned),
            proof: proof_kind(value, host)?,
            definition,
        })
    }
}

/// Which key to show, and how; none where the issuer binds the credential to no key.
fn proof_kind(value: &Value, host: &str) -> Result<Option<ProofKind>, ClaimError> {
    let methods = texts(value, "cryptographic_binding_methods_supported", MOST);
    let types = value.get("proof_types_supported").filter(|types| types.is_object());
    if types.is_none() && methods.is_empty() {
        return Ok(None);
    }
    let algorithms = match types {
        Some(types) => {
            let Some(jwt) = types.get("jwt") else {
                return Err(ClaimError::KeyKind(types.as_object().map(names).unwrap_or_default()));
            };
            if jwt.get("key_attestations_required").is_some_and(|wanted| !wanted.is_null()) {
                return Err(ClaimError::Attestation(host.to_owned()));
            }
            texts(jwt, "proof_signing_alg_values_supported", MOST)
        }
        None => Vec::new(),
    };
    let by_did = |prefix: &str| methods.iter().any(|method| *method == prefix || *method == "did");
    let jwk = methods.is_empty() || methods.contains(&"jwk");
    if !jwk && !by_did("did:key") {
        return Err(ClaimError::KeyKind(shown(&methods.join(", "))));
    }
    let kind = |signer, alg| ProofKind { signer, alg, by_did: by_did("did:key") };
    let known = [("EdDSA", Signer::Ed25519), ("Ed25519", Signer::Ed25519), ("ES256", Signer::P256)];
    match known.into_iter().find(|(alg, _)| algorithms.is_empty() || algorithms.contains(alg)) {
        Some((alg, signer)) => Ok(Some(kind(signer, alg))),
        None => Err(ClaimError::KeyKind(shown(&algorithms.join(", ")))),
    }
}

fn names(types: &strict_json::Map) -> String {
    let names: Vec<&str> = types.keys().take(8).map(|name| name.as_str()).collect();
    shown(&names.join(", "))
}
