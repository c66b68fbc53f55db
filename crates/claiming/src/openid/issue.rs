//! The credential itself: the request, and what was answered (OpenID4VCI 1.0, 8 and 9; draft 13, 7 and 8).

use strict_json::{Map, Value, json};

use super::configuration::Configuration;
use crate::read::text;

/// How a credential is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// By the configuration's name, proofs as a list (since draft 15).
    ByName,
    /// By format and definition, one proof (up to draft 14).
    ByFormat,
}

impl Spelling {
    pub(super) fn other(self) -> Spelling {
        match self {
            Spelling::ByName => Spelling::ByFormat,
            Spelling::ByFormat => Spelling::ByName,
        }
    }
}

/// The body of the request.
pub(super) fn request(
    configuration: &Configuration,
    identifier: Option<&str>,
    spelling: Spelling,
    proof: Option<&str>,
) -> Value {
    let mut body = Map::new();
    match (identifier, spelling) {
        (Some(identifier), _) => {
            body.insert("credential_identifier", json!(identifier));
        }
        (None, Spelling::ByName) => {
            body.insert("credential_configuration_id", json!(configuration.id));
        }
        (None, Spelling::ByFormat) => {
            body.insert("format", json!(configuration.format));
            body.extend(configuration.definition.iter().cloned());
        }
    }
    match (proof, spelling) {
        (Some(proof), Spelling::ByName) => {
            body.insert("proofs", json!({ "jwt": [proof] }));
        }
        (Some(proof), Spelling::ByFormat) => {
            body.insert("proof", json!({ "proof_type": "jwt", "jwt": proof }));
        }
        (None, _) => {}
    }
    Value::Object(body)
}

/// What was answered to a request for a credential.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Issued {
    /// These.
    Now(Vec<Value>),
    /// Later, under this name.
    Later(String),
    /// Nothing that is known.
    Nothing,
}

/// Reads an answer.
pub(super) fn issued(value: &Value) -> Issued {
    let mut all: Vec<Value> = Vec::new();
    let credential = |one: &Value| one.is_string() || one.is_object();
    if let Some(one) = value.get("credential").filter(|one| credential(one)) {
        all.push(one.clone());
    }
    if let Some(Value::Array(list)) = value.get("credentials") {
        // Since draft 15 each stands in an object.
        all.extend(
            list.iter()
                .map(|one| one.get("credential").unwrap_or(one))
                .filter(|one| credential(one))
                .cloned(),
        );
    }
    if !all.is_empty() {
        return Issued::Now(all);
    }
    match text(value, "transaction_id") {
        Some(transaction) => Issued::Later(transaction.to_owned()),
        None => Issued::Nothing,
    }
}

/// A credential's bytes: the token itself, or the JSON.
pub(super) fn bytes(credential: &Value) -> Vec<u8> {
    match credential {
        Value::String(token) => token.as_bytes().to_vec(),
        other => other.to_string().into_bytes(),
    }
}
