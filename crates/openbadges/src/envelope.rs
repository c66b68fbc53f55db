//! Envelopes: presentations (VC Data Model 2.0 §4.13, 1.1 §4.10), credentials in the envelope of §4.12, and learner records
//! (CLR 2.0), each holding credentials that stand for themselves.

use strict_json::{Value, each};

use crate::claims::has_type;
use crate::credential::{format_of, is_presentation, sealed_payload};
use crate::{Credential, Form, Format, Jws, ReadError, SdJwt, json, limits};

/// What kind of envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeKind {
    /// A presentation: somebody's choice of credentials.
    Presentation,
    /// One credential as a token inside JSON (`EnvelopedVerifiableCredential`).
    Enveloped,
    /// A learner record (CLR 2.0), which is a credential itself.
    Record,
}

/// What an envelope holds, in its order; of more than [`limits::HELD`] only so many and one, which tells that there are more.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// Of which kind it is.
    pub kind: EnvelopeKind,
    /// The bytes of each: a token as it stands, an object written anew with the same content; or that it is neither.
    pub held: Vec<Result<Vec<u8>, ReadError>>,
}

impl Envelope {
    /// Opens a presentation or an enveloped credential, as JSON, as a token or under a seal (JAdES). `None` for everything
    /// else. The signature of an envelope is not asked: it protects nothing that is taken out of it.
    pub fn read(bytes: &[u8]) -> Option<Envelope> {
        let body = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let document = match std::str::from_utf8(body).ok()?.trim() {
            text if Jws::looks_like(text) && text.contains('~') => {
                let token = SdJwt::parse(text).ok()?;
                token.reveal(json::read(token.jws().payload()).ok()?).ok()?.0
            }
            text if Jws::looks_like(text) => json::read(Jws::parse(text).ok()?.payload()).ok()?,
            _ => {
                let document = json::read(body).ok()?;
                sealed_payload(&document).unwrap_or(document)
            }
        };
        if is_presentation(&document) {
            let presentation = document.get("vp").filter(|vp| vp.is_object()).unwrap_or(&document);
            return Some(Envelope::of(EnvelopeKind::Presentation, [presentation].into_iter()));
        }
        let held = enveloped(&document)?;
        Some(Envelope { kind: EnvelopeKind::Enveloped, held: vec![held] })
    }

    fn of<'v>(kind: EnvelopeKind, holders: impl Iterator<Item = &'v Value>) -> Envelope {
        let held = holders.flat_map(|holder| each(holder.get("verifiableCredential")));
        Envelope { kind, held: held.take(limits::HELD + 1).map(payload).collect() }
    }
}

impl Credential {
    /// What a learner record (CLR 2.0 `credentialSubject.verifiableCredential`) holds; `None` for everything else. Of an
    /// SD-JWT whose disclosures were refused nothing is taken.
    pub fn envelope(&self) -> Option<Envelope> {
        let refused = matches!(self.form(), Form::SdJwt { refused: Some(_), .. });
        if self.format() != Format::Clr20 || refused {
            return None;
        }
        let credential = self.credential();
        Some(Envelope::of(EnvelopeKind::Record, each(credential.get("credentialSubject"))))
    }
}

/// One that is held: a token (data model 1.1 §6.3.1), an enveloped one, or an object.
fn payload(value: &Value) -> Result<Vec<u8>, ReadError> {
    match value {
        Value::String(token) if Jws::looks_like(token) => Ok(token.as_bytes().to_vec()),
        // A sealed credential as the text of a JSON document.
        Value::String(text) if text.trim_start().starts_with('{') && text.contains("\"payload\"") => {
            Ok(text.as_bytes().to_vec())
        }
        Value::Object(_) => match enveloped(value) {
            Some(held) => held,
            None => {
                let sealed = sealed_payload(value);
                let inner = sealed.as_ref().unwrap_or(value);
                if is_presentation(inner) || format_of(inner).is_some() {
                    Ok(value.to_string().into_bytes())
                } else {
                    Err(ReadError::NotOne(None))
                }
            }
        },
        // An address is no credential, and a presentation is no place to send anybody somewhere.
        _ => Err(ReadError::Unrecognised),
    }
}

/// The token in the `data:` URI of an `EnvelopedVerifiableCredential` or `EnvelopedVerifiablePresentation`.
fn enveloped(value: &Value) -> Option<Result<Vec<u8>, ReadError>> {
    let wanted = ["EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"];
    if !wanted.iter().any(|name| has_type(value, name)) {
        return None;
    }
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let token = id.strip_prefix("data:").and_then(|rest| rest.split_once(',')).filter(|(media, token)| {
        let media = media.split(';').next().unwrap_or_default().to_ascii_lowercase();
        media.starts_with("application/") && media.ends_with("jwt") && Jws::looks_like(token)
    });
    Some(token.map(|(_, token)| token.as_bytes().to_vec()).ok_or(ReadError::Unrecognised))
}

#[cfg(test)]
mod tests {
    use strict_json::json;

    use super::*;

    const TOKEN: &str = "eyJhbGciOiJFUzI1NiJ9.e30.AA";

    fn held(document: &Value) -> (EnvelopeKind, Vec<String>) {
        let envelope = Envelope::read(document.to_string().as_bytes()).unwrap();
        let held = envelope.held.into_iter().map(|held| match held {
            Ok(bytes) => String::from_utf8(bytes).unwrap(),
            Err(error) => error.code().to_owned(),
        });
        (envelope.kind, held.collect())
    }

    #[test]
    fn what_a_presentation_holds_comes_out_in_its_order() {
        let vc = json!({ "type": ["VerifiableCredential"], "credentialSubject": { "z": 1.0, "a": 2 } });
        let inner = |media: &str| json!({ "type": "EnvelopedVerifiableCredential", "id": format!("data:{media},{TOKEN}") });
        let presentation = json!({
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [vc, TOKEN, inner("application/vc+jwt"), inner("application/dc+sd-jwt"),
                inner("application/vc-ld+jwt;base64url"), inner("text/plain"), inner("application/cose"),
                "https://a.example/1", 5, {}, { "type": "VerifiablePresentation" }]
        });
        let (kind, all) = held(&presentation);
        assert_eq!(kind, EnvelopeKind::Presentation);
        assert_eq!(all[0], vc.to_string());
        assert_eq!(all[1..5], [TOKEN, TOKEN, TOKEN, TOKEN]);
        assert_eq!(all[5..9], ["credential.unrecognised"; 4]);
        assert_eq!(all[9], "credential.not-one");
        assert_eq!(all[10], "{\"type\":\"VerifiablePresentation\"}");
        assert_eq!(held(&json!({ "vp": presentation })).1, all, "as the claim of a token");
        let one = json!({ "type": "VerifiablePresentation", "verifiableCredential": vc });
        assert_eq!(held(&one).1, [vc.to_string()], "one without a list");
        assert_eq!(held(&inner("application/jwt")), (EnvelopeKind::Enveloped, vec![TOKEN.to_owned()]));
        assert_eq!(held(&json!({ "type": "VerifiablePresentation" })).1.len(), 0);
        assert_eq!(Envelope::read(vc.to_string().as_bytes()), None);
        assert_eq!(Envelope::read(b"{"), None);
    }

    #[test]
    fn a_sealed_presentation_is_opened_and_sealed_credentials_come_out_of_it_sealed() {
        let seal = |payload: &Value| {
            json!({ "payload": payload.to_string(),
                "signatures": [{ "protected": "eyJhbGciOiJFUzI1NiJ9", "signature": "AA" }] })
        };
        let sealed =
            seal(&json!({ "type": ["VerifiableCredential"], "credentialSubject": { "a": "\u{e4}" } }));
        let nothing = seal(&json!({ "type": "Profile" }));
        let presentation = json!({ "type": ["VerifiablePresentation"],
            "verifiableCredential": [sealed, sealed.to_string(), nothing] });
        let (kind, all) = held(&seal(&presentation));
        assert_eq!(kind, EnvelopeKind::Presentation);
        assert_eq!(all, [sealed.to_string(), sealed.to_string(), "credential.not-one".to_owned()]);
        assert_eq!(held(&presentation).1, all);
    }

    #[test]
    fn more_than_are_looked_at_are_told_by_one() {
        let many = json!({ "type": "VerifiablePresentation", "verifiableCredential": vec![TOKEN; 5_000] });
        assert_eq!(held(&many).1.len(), limits::HELD + 1);
    }

    #[test]
    fn a_record_holds_credentials_and_other_credentials_do_not() {
        let held =
            json!({ "type": ["VerifiableCredential", "OpenBadgeCredential"], "credentialSubject": {} });
        let record = |kind: &str| {
            json!({
                "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential", kind],
                "credentialSubject": { "verifiableCredential": [held] }
            })
        };
        let read = |document: Value| Credential::read(document.to_string().as_bytes()).unwrap().envelope();
        let envelope = read(record("ClrCredential")).unwrap();
        assert_eq!(
            (envelope.kind, envelope.held),
            (EnvelopeKind::Record, vec![Ok(held.to_string().into_bytes())])
        );
        assert_eq!(read(record("OtherCredential")), None);
    }
}
