//! Damage at a place that chance takes.

use strict_json::{Map, Value, json};

use super::secured::{Parts, Secured};
use crate::oracle::Chance;

/// What was done, and where (RFC 6901; in a JWS below `/header` or `/payload`).
#[derive(Clone, Debug)]
pub(super) struct Damage {
    pub(super) kind: Kind,
    pub(super) place: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// One character, one number, one truth value.
    Value,
    /// A member or an element is gone.
    Removed,
    /// A member that no context defines.
    Added,
    /// A list back to front.
    Turned,
    /// One character of the signature.
    Signature,
    /// Another key is named.
    Key,
    /// Another issuer is named.
    Issuer,
}

const KINDS: [Kind; 10] = [
    Kind::Value,
    Kind::Value,
    Kind::Value,
    Kind::Removed,
    Kind::Removed,
    Kind::Added,
    Kind::Turned,
    Kind::Signature,
    Kind::Key,
    Kind::Issuer,
];

/// A key that signed nothing here.
pub(super) const STRANGER: &str = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

/// A damaged copy; always another text than before.
pub(super) fn damaged(chance: &mut Chance, genuine: &Secured) -> (Secured, Damage) {
    loop {
        let kind = *chance.pick(&KINDS);
        let (copy, place) = match genuine {
            Secured::Json(value) => {
                let mut copy = value.clone();
                let Some(place) = hurt(chance, kind, &mut copy) else { continue };
                (Secured::Json(copy), place)
            }
            Secured::Token(token) => {
                let Some((token, place)) = hurt_token(chance, kind, token) else { continue };
                (Secured::Token(token), place)
            }
        };
        if copy.text() != genuine.text() {
            return (copy, Damage { kind, place });
        }
    }
}

fn hurt(chance: &mut Chance, kind: Kind, document: &mut Value) -> Option<String> {
    let place = match kind {
        Kind::Value => any(chance, document, |value| !value.is_object() && !value.is_array())?,
        Kind::Removed => any(chance, document, |_| true)?,
        Kind::Added => any(chance, document, Value::is_object)
            .or_else(|| Some(String::new()))
            .filter(|place| in_document(place))?,
        Kind::Turned => any(chance, document, |value| value.as_array().is_some_and(|list| list.len() > 1))?,
        Kind::Signature => ["/proof/proofValue", "/proof/jws"]
            .into_iter()
            .find(|place| document.pointer(place).is_some())?
            .to_owned(),
        Kind::Key => "/proof/verificationMethod".to_owned(),
        Kind::Issuer => "/issuer/id".to_owned(),
    };
    match kind {
        Kind::Removed => remove(document, &place)?,
        Kind::Added => {
            let object = document.pointer_mut(&place)?.as_object_mut()?;
            object.insert("undefinedHere", json!("added"));
        }
        Kind::Turned => document.pointer_mut(&place)?.as_array_mut()?.reverse(),
        Kind::Key => {
            let fragment = STRANGER.trim_start_matches("did:key:");
            *document.pointer_mut(&place)? = json!(format!("{STRANGER}#{fragment}"));
        }
        Kind::Issuer => *document.pointer_mut(&place)? = json!(STRANGER),
        Kind::Value | Kind::Signature => {
            let value = document.pointer_mut(&place)?;
            *value = changed(chance, value)?;
        }
    }
    Some(place)
}

/// A member may be added anywhere but in what is no object of the document's own.
fn in_document(place: &str) -> bool {
    !place.starts_with("/@context")
}

fn hurt_token(chance: &mut Chance, kind: Kind, token: &str) -> Option<(String, String)> {
    let mut parts = Parts::of(token);
    match kind {
        Kind::Signature => {
            parts.signature = letter(chance, &parts.signature);
            return Some((parts.token(), "/signature".to_owned()));
        }
        Kind::Key => {
            let named = parts.header.get("kid").is_some();
            parts.header["kid"] = json!(STRANGER);
            return Some((parts.token(), if named { "/header/kid" } else { "/header/kid (new)" }.to_owned()));
        }
        _ => {}
    }
    let header = kind != Kind::Issuer && chance.percent(20);
    let (name, part) = if header { ("/header", &mut parts.header) } else { ("/payload", &mut parts.payload) };
    let place = format!("{name}{}", hurt(chance, kind, part)?);
    Some((parts.token(), place))
}

/// A place below the top whose value is wanted, the same chance for each.
fn any(chance: &mut Chance, document: &Value, wanted: impl Fn(&Value) -> bool) -> Option<String> {
    let mut places = Vec::new();
    let mut open = vec![(String::new(), document)];
    while let Some((place, value)) = open.pop() {
        if !place.is_empty() && wanted(value) {
            places.push(place.clone());
        }
        match value {
            Value::Object(members) => open.extend(members.iter().map(|(name, value)| {
                (format!("{place}/{}", name.replace('~', "~0").replace('/', "~1")), value)
            })),
            Value::Array(list) => {
                open.extend(
                    list.iter().enumerate().map(|(number, value)| (format!("{place}/{number}"), value)),
                );
            }
            _ => {}
        }
    }
    places.sort();
    (!places.is_empty()).then(|| chance.pick(&places).clone())
}

fn remove(document: &mut Value, place: &str) -> Option<()> {
    let (above, name) = place.rsplit_once('/')?;
    match document.pointer_mut(above)? {
        Value::Object(members) => {
            take(members, name);
        }
        Value::Array(list) => {
            list.remove(name.parse().ok()?);
        }
        _ => return None,
    }
    Some(())
}

fn take(members: &mut Map, name: &str) {
    members.remove(&name.replace("~1", "/").replace("~0", "~"));
}

fn changed(chance: &mut Chance, value: &Value) -> Option<Value> {
    Some(match value {
        Value::String(text) => json!(letter(chance, text)),
        Value::Bool(truth) => json!(!truth),
        Value::Number(number) => json!(number.as_f64()? + 1.0),
        _ => return None,
    })
}

/// The text with another letter or digit at one place.
fn letter(chance: &mut Chance, text: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";
    let mut characters: Vec<char> = text.chars().collect();
    if characters.is_empty() {
        return "x".to_owned();
    }
    let place = chance.below(characters.len());
    let other = char::from(*chance.pick(LETTERS));
    characters[place] = if characters[place] == other { 'q' } else { other };
    characters.into_iter().collect()
}
