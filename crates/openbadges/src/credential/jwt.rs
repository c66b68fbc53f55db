//! JWTs of the VC data model 1.1 (6.3.1): the credential is the claim `vc`, parts of it stand beside it.

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::{Map, Value};

/// The credential of a JWT's payload.
pub(super) fn credential(document: &Value) -> Cow<'_, Value> {
    let Some(Value::Object(vc)) = document.get("vc") else {
        return Cow::Borrowed(document);
    };
    let mut vc = vc.clone();
    fill(&mut vc, "id", document.get("jti"));
    fill(&mut vc, "issuer", document.get("iss"));
    let two = super::detect::contexts(document.get("vc").unwrap_or(document))
        .any(|context| context == super::detect::VC2);
    let (from, until) = if two { ("validFrom", "validUntil") } else { ("issuanceDate", "expirationDate") };
    fill(&mut vc, from, document.get("nbf").and_then(moment).as_ref());
    fill(&mut vc, until, document.get("exp").and_then(moment).as_ref());
    if let Some(sub) = document.get("sub").filter(|sub| sub.is_string()) {
        match vc.get_mut("credentialSubject") {
            Some(Value::Object(subject)) => fill(subject, "id", Some(sub)),
            Some(_) => {}
            None => {
                let subject = Map::from_iter([("id".to_owned(), sub.clone())]);
                vc.insert("credentialSubject".to_owned(), Value::Object(subject));
            }
        }
    }
    Cow::Owned(Value::Object(vc))
}

/// A payload that holds a `vc` claim and is a credential by itself (VC-JOSE-COSE forbids `vc`): two readings.
pub(super) fn says_it_twice(document: &Value) -> bool {
    document.get("vc").is_some()
        && (document.get("credentialSubject").is_some() || document.get("@context").is_some())
}

pub(super) fn fill(object: &mut Map<String, Value>, name: &str, value: Option<&Value>) {
    if let Some(value) = value
        && object.get(name).is_none_or(Value::is_null)
    {
        object.insert(name.to_owned(), value.clone());
    }
}

/// A NumericDate (RFC 7519, 2) as the text a credential would hold.
pub(super) fn moment(value: &Value) -> Option<Value> {
    let seconds = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds.floor() as i64))?;
    Some(Value::String(Timestamp::from_second(seconds).ok()?.to_string()))
}
