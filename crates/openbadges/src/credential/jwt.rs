//! JWTs of the VC data model 1.1 (6.3.1): the credential is the claim `vc`, parts of it stand beside it.

use std::borrow::Cow;

use jiff::Timestamp;
use strict_json::{Map, Value};

/// The credential of a JWT's payload; borrowed where it stands there whole.
pub(super) fn credential(document: &Value) -> Cow<'_, Value> {
    let Some(whole @ Value::Object(vc)) = document.get("vc") else {
        return Cow::Borrowed(document);
    };
    if lacks(vc, document) { Cow::Owned(filled(vc.clone(), document)) } else { Cow::Borrowed(whole) }
}

/// The claim `vc` with what only the registered claims say.
fn filled(mut vc: Map, document: &Value) -> Value {
    fill(&mut vc, "id", document.get("jti"));
    fill(&mut vc, "issuer", document.get("iss"));
    let (from, until) = period(document);
    fill(&mut vc, from, document.get("nbf").and_then(moment).as_ref());
    fill(&mut vc, until, document.get("exp").and_then(moment).as_ref());
    if let Some(sub) = document.get("sub").filter(|sub| sub.is_string()) {
        match vc.get_mut("credentialSubject") {
            Some(Value::Object(subject)) => fill(subject, "id", Some(sub)),
            Some(_) => {}
            None => {
                let subject = Map::from_iter([("id".to_owned(), sub.clone())]);
                vc.insert("credentialSubject", Value::Object(subject));
            }
        }
    }
    Value::Object(vc)
}

/// Is there a registered claim whose member the claim `vc` has not? All that may be filled in is asked for here.
fn lacks(vc: &Map, document: &Value) -> bool {
    let lacks = |name: &str| vc.get(name).is_none_or(Value::is_null);
    let said = |claim: &str| document.get(claim).is_some();
    let (from, until) = period(document);
    (lacks("id") && said("jti"))
        || (lacks("issuer") && said("iss"))
        || (lacks(from) && said("nbf"))
        || (lacks(until) && said("exp"))
        || (said("sub")
            && match vc.get("credentialSubject") {
                Some(Value::Object(subject)) => subject.get("id").is_none_or(Value::is_null),
                Some(_) => false,
                None => true,
            })
}

/// What the ends of the period are called in the version of the data model that the claim `vc` names.
fn period(document: &Value) -> (&'static str, &'static str) {
    let two = super::detect::contexts(document.get("vc").unwrap_or(document))
        .any(|context| context == super::detect::VC2);
    if two { ("validFrom", "validUntil") } else { ("issuanceDate", "expirationDate") }
}

/// A payload that holds a `vc` claim and is a credential by itself (VC-JOSE-COSE forbids `vc`): two readings.
pub(super) fn says_it_twice(document: &Value) -> bool {
    document.get("vc").is_some()
        && (document.get("credentialSubject").is_some() || document.get("@context").is_some())
}

pub(super) fn fill(object: &mut Map, name: &str, value: Option<&Value>) {
    if let Some(value) = value
        && object.get(name).is_none_or(Value::is_null)
    {
        object.insert(name, value.clone());
    }
}

/// A NumericDate (RFC 7519, 2) as the text a credential would hold.
pub(super) fn moment(value: &Value) -> Option<Value> {
    let seconds = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds.floor() as i64))?;
    Some(Timestamp::from_second(seconds).ok()?.to_string().into())
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    /// What each member of `vc` and each claim beside it may be: missing, null, or there. One of seven of all ways.
    fn each() -> impl Iterator<Item = Vec<usize>> {
        let digits = |number: usize| (0..10).map(move |place| number / 3_usize.pow(place) % 3).collect();
        (0..3_usize.pow(10)).step_by(7).map(digits)
    }

    #[test]
    fn what_is_borrowed_is_what_would_be_put_together() {
        let mut borrowed = 0;
        for ways in each() {
            let mut of_vc = Map::from_iter([("name".to_owned(), json!("a"))]);
            let mut claims = Map::new();
            let members = [("id", json!("b")), ("issuer", json!({"id": "c"})), ("issuanceDate", json!("d"))];
            let subjects =
                [("expirationDate", json!("e")), ("credentialSubject", json!({"achievement": {}}))];
            let beside = [
                ("jti", json!("f")),
                ("iss", json!("g")),
                ("nbf", json!(1)),
                ("exp", json!(2)),
                ("sub", json!("h")),
            ];
            for (at, (name, value)) in members.into_iter().chain(subjects).chain(beside).enumerate() {
                let object = if at < 5 { &mut of_vc } else { &mut claims };
                match ways[at] {
                    0 => {}
                    1 => drop(object.insert(name, Value::Null)),
                    _ => drop(object.insert(name, value)),
                }
            }
            claims.insert("vc", Value::Object(of_vc.clone()));
            let document = Value::Object(claims);
            let credential = credential(&document);
            borrowed += usize::from(matches!(credential, Cow::Borrowed(_)));
            assert_eq!(credential.as_ref(), &filled(of_vc, &document), "{document}");
        }
        assert!(borrowed > 100, "{borrowed}");
    }
}
