//! What stands in a proof beside the signature.

use jiff::Timestamp;
use openbadges::IssuerTime;
use strict_json::{Map, Text, Value};

use super::super::failed;
use crate::check::Check;
use crate::codes;

/// A proof that is none: `member` is not what it has to be.
pub(super) fn malformed(member: &str) -> Check {
    failed(codes::PROOF_MALFORMED).with("member", member)
}

/// `verificationMethod`, before 2020 also `creator`: a name, or an object with one. What else the object holds is the
/// signer's word.
pub(super) fn method_name(proof: &Map) -> Result<String, Check> {
    match proof.get("verificationMethod").or_else(|| proof.get("creator")) {
        Some(Value::String(name)) => Some(name.to_string()),
        Some(Value::Object(method)) => method.get("id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
    .filter(|name| !name.is_empty() && name.len() <= openbadges::limits::ADDRESS * 2)
    .ok_or_else(|| malformed("proof.verificationMethod"))
}

/// The options of a proof: all of it but the signature, under the document's context.
pub(crate) fn proof_options(proof: &Map, context: Option<&Value>) -> Value {
    let mut options = Map::new();
    // A proof with a context of its own is signed under that one.
    if let Some(context) = proof.get("@context").or(context) {
        options.insert("@context", context.clone());
    }
    options.extend(without_signature(proof).filter(|(name, _)| *name != "@context").map(owned));
    Value::Object(options)
}

/// The options as they stand, as the suites over canonical JSON sign them.
pub(super) fn bare_options(proof: &Map) -> Value {
    Value::Object(without_signature(proof).map(owned).collect())
}

fn without_signature(proof: &Map) -> impl Iterator<Item = (&Text, &Value)> {
    proof.iter().filter(|(name, _)| !matches!(name.as_str(), "proofValue" | "jws" | "signatureValue"))
}

fn owned((name, value): (&Text, &Value)) -> (Text, Value) {
    (name.clone(), value.clone())
}

/// The times in a proof. Both are dateTimeStamps; one that cannot be read must not become "never".
pub(super) struct Times {
    pub(super) created: Option<Timestamp>,
    pub(super) expires: Option<Timestamp>,
}

impl Times {
    pub(super) fn read(proof: &Map) -> Result<Times, Check> {
        let read = |name: &str| match proof.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => match IssuerTime::parse_strict(text).instant {
                Some(instant) => Ok(Some(instant)),
                None => Err(malformed(&format!("proof.{name}"))),
            },
            Some(_) => Err(malformed(&format!("proof.{name}"))),
        };
        Ok(Times { created: read("created")?, expires: read("expires")? })
    }
}
