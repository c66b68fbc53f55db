//! The proofs: is a signature, or for hosted badges the issuer's own copy, good over exactly these bytes, and does the
//! key belong to the issuer that the credential names.

pub(crate) mod assertion;
pub(crate) mod bind;
pub(crate) mod data_integrity;
mod elsewhere;
mod history;
pub(crate) mod hosted;
mod issuer_metadata;
pub(crate) mod jwt;
mod key_binding;
mod listed;
pub(crate) mod oeb;
mod presentation;
pub(crate) mod scope;
pub(crate) mod sd_jwt;
pub(crate) mod signed_assertion;

pub use presentation::presented;

use jiff::Timestamp;
use strict_json::Value;

use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::key::PublicKey;

/// What a proof came to.
pub(crate) struct Finding {
    /// The check `proof`.
    pub(crate) proof: Check,
    /// The check `issuer-key`.
    pub(crate) issuer_key: Check,
    /// The key that signed, if any.
    pub(crate) key: Option<PublicKey>,
    /// The https host that vouches for the issuer's name, if one does.
    pub(crate) host: Option<String>,
    /// Until when the proof itself counts.
    pub(crate) until: Option<Timestamp>,
}

impl Finding {
    /// A proof that is not good, or could not be looked at: then the key decides nothing.
    pub(crate) fn proof_only(proof: Check) -> Finding {
        let issuer_key = Check::new(CheckId::IssuerKey, Outcome::Inconclusive, codes::ISSUER_KEY_UNDECIDED);
        Finding { proof, issuer_key, key: None, host: None, until: None }
    }

    /// Both checks passed.
    pub(crate) fn good(&self) -> bool {
        self.proof.outcome == Outcome::Passed && self.issuer_key.outcome == Outcome::Passed
    }

    /// One of the two failed.
    pub(crate) fn bad(&self) -> bool {
        self.proof.outcome == Outcome::Failed || self.issuer_key.outcome == Outcome::Failed
    }
}

/// A failed check `proof`.
pub(crate) fn failed(code: codes::Code) -> Check {
    Check::new(CheckId::Proof, Outcome::Failed, code)
}

/// An undecided check `proof`.
pub(crate) fn undecided(code: codes::Code) -> Check {
    Check::new(CheckId::Proof, Outcome::Inconclusive, code)
}

/// The issuer's id of a credential: `issuer`, or `issuer.id`.
pub(crate) fn issuer_id(credential: &Value) -> Option<&str> {
    match credential.get("issuer") {
        Some(Value::String(id)) => Some(id),
        Some(Value::Object(issuer)) => issuer.get("id").and_then(Value::as_str),
        _ => None,
    }
}

/// The issuer's name of a credential, for sentences; its id where it has none.
pub(crate) fn issuer_name(credential: &Value) -> String {
    credential
        .get("issuer")
        .and_then(|issuer| issuer.get("name"))
        .and_then(Value::as_str)
        .or_else(|| issuer_id(credential))
        .unwrap_or_default()
        .to_owned()
}
