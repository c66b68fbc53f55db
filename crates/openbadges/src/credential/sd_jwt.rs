//! What an SD-JWT says, as a credential. Three forms travel: the credential is the payload (VC-JOSE-COSE §3.2), it is
//! the claim `vc`, or its claims stand in the payload under a type `vct` (SD-JWT VC). See docs/adr/0010.

use strict_json::{Map, Value, json};

use super::detect;
use super::jwt::{self, fill, moment};
use crate::Format;

/// Claims of a token that say nothing of the person it is about (RFC 7519 §4.1, SD-JWT VC §2.2.2).
const OF_THE_TOKEN: [&str; 11] =
    ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "status", "vct", "vct#integrity"];

/// The format, or `None` for what is no credential. An assertion of Open Badges 2.0 has no form as SD-JWT.
pub(super) fn format(document: &Value) -> Option<Format> {
    if let Some(format) = detect::format_of(&jwt::credential(document)) {
        return format.is_vc().then_some(format);
    }
    let named = document.get("vct").and_then(Value::as_str).is_some_and(|vct| !vct.trim().is_empty());
    named.then_some(Format::SdJwtVc)
}

/// The credential, with what only the claims of the token say filled in.
pub(super) fn credential(document: &Value) -> Value {
    let mut credential = match format(document) {
        Some(Format::SdJwtVc) => of_claims(document),
        _ if document.get("vc").is_some_and(Value::is_object) => jwt::credential(document).into_owned(),
        // Taken as the claim `vc`, it is filled in by the same rules.
        _ => {
            let mut around = document.clone();
            if let Some(map) = around.as_object_mut() {
                map.insert("vc", document.clone());
            }
            jwt::credential(&around).into_owned()
        }
    };
    let kinds = document.get("status").and_then(Value::as_object);
    let entries: Vec<Value> = kinds.into_iter().flatten().map(|(kind, _)| json!({ "type": kind })).collect();
    if let (Some(map), false) = (credential.as_object_mut(), entries.is_empty()) {
        // Whatever it names to be asked is never lost, also what is not known here.
        let own = map.remove("credentialStatus");
        let own = match own {
            Some(Value::Array(own)) => own,
            own => own.into_iter().collect(),
        };
        map.insert("credentialStatus", own.into_iter().chain(entries).collect());
    }
    credential
}

/// Of a token whose claims are those of its own type.
fn of_claims(document: &Value) -> Value {
    let claim = |name: &str| document.get(name).filter(|value| !value.is_null());
    let mut credential = Map::new();
    credential.insert("type", json!([document.get("vct")]));
    fill(&mut credential, "id", claim("jti"));
    fill(&mut credential, "issuer", claim("iss"));
    let from = claim("nbf").or_else(|| claim("iat")).and_then(moment);
    fill(&mut credential, "validFrom", from.as_ref());
    fill(&mut credential, "validUntil", claim("exp").and_then(moment).as_ref());
    let mut subject = match claim("credentialSubject") {
        Some(Value::Object(subject)) => subject.clone(),
        _ => document
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| !OF_THE_TOKEN.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    };
    fill(&mut subject, "id", claim("sub"));
    credential.insert("credentialSubject", Value::Object(subject));
    Value::Object(credential)
}
