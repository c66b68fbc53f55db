//! The presentation that says who one is, and holds nothing (VC-DATA-MODEL; VC Data Integrity, `authentication`).

use jiff::{Timestamp, Unit};
use strict_json::json;

use crate::holder::HolderName;
use crate::step::Statement;

/// How it is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suite {
    /// Data Integrity, with data model 2.0.
    EddsaRdfc2022,
    /// Its forerunner, with data model 1.1: what issuers take that say nothing of suites.
    Ed25519Signature2020,
}

impl Suite {
    /// The one to sign with, of those that are taken; none: none of them.
    pub(super) fn among(taken: &[String]) -> Option<Suite> {
        let takes = |name: &str| taken.iter().any(|one| one == name);
        match () {
            () if takes("eddsa-rdfc-2022") => Some(Suite::EddsaRdfc2022),
            () if taken.is_empty() || takes("Ed25519Signature2020") => Some(Suite::Ed25519Signature2020),
            () => None,
        }
    }
}

/// What is to be signed.
pub(super) fn statement(
    suite: Suite,
    holder: &HolderName,
    challenge: &str,
    domain: &str,
    now: Timestamp,
) -> Statement {
    let contexts = match suite {
        Suite::EddsaRdfc2022 => json!(["https://www.w3.org/ns/credentials/v2"]),
        Suite::Ed25519Signature2020 => {
            json!([
                "https://www.w3.org/2018/credentials/v1",
                "https://w3id.org/security/suites/ed25519-2020/v1"
            ])
        }
    };
    let document = json!({ "@context": contexts, "type": ["VerifiablePresentation"], "holder": holder.did });
    let mut proof = match suite {
        Suite::EddsaRdfc2022 => json!({ "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022" }),
        Suite::Ed25519Signature2020 => json!({ "type": "Ed25519Signature2020" }),
    };
    let created = now.round(Unit::Second).unwrap_or(now).to_string();
    let members = [
        ("created", created.as_str()),
        ("verificationMethod", holder.method.as_str()),
        ("proofPurpose", "authentication"),
        ("challenge", challenge),
        ("domain", domain),
    ];
    if let Some(proof) = proof.as_object_mut() {
        for (name, value) in members {
            proof.insert(name, value.into());
        }
    }
    Statement::Presentation { document, proof }
}
