//! What the document of a list says by itself: read at first need and once, however many badges ask it. Whether it is
//! believed is asked anew for each.

use openbadges::Credential;
use strict_json::{Value, each};

use super::bits::{Bits, BitsError};
use super::entry::Kind;
use crate::document::Document;

/// A list that was read. Nothing about it is proved.
#[derive(Debug)]
pub(crate) struct List {
    /// As it was found.
    pub(super) credential: Credential,
    /// The credential itself.
    pub(super) vc: Value,
    /// Its bits, or why there are none.
    pub(super) bits: Result<Bits, BitsError>,
}

impl List {
    /// Reads a document as a list; `None` if it is no credential.
    pub(crate) fn read(document: &Document) -> Option<List> {
        let credential = opened(document)?;
        let vc = credential.credential().clone();
        let kind = match subject(&vc) {
            Some(subject) if has_type(subject, "RevocationList2020") => Kind::RevocationList2020,
            Some(subject) if has_type(subject, "StatusList2021") => Kind::StatusList2021,
            _ => Kind::Bitstring,
        };
        let encoded = subject(&vc).and_then(|subject| subject.get("encodedList")).and_then(Value::as_str);
        let bits = encoded.ok_or(BitsError::Unreadable).and_then(|text| Bits::read(kind, text));
        Some(List { credential, vc, bits })
    }

    /// The one thing that the list is about.
    pub(super) fn subject(&self) -> Option<&Value> {
        subject(&self.vc)
    }
}

/// The credential: bare, as a token, or as a token in the envelope of VC Data Model 2.0 §4.13.
fn opened(document: &Document) -> Option<Credential> {
    if let Ok(credential) = Credential::read(document.bytes()) {
        return Some(credential);
    }
    let value = document.json()?;
    let enveloped =
        each(value.get("type")).any(|kind| kind.as_str() == Some("EnvelopedVerifiableCredential"));
    let (media, token) = value.get("id")?.as_str()?.strip_prefix("data:")?.split_once(',')?;
    let known = matches!(media, "application/vc+jwt" | "application/vc-ld+jwt" | "application/jwt");
    (enveloped && known).then(|| Credential::read(token.as_bytes()).ok()).flatten()
}

fn subject(vc: &Value) -> Option<&Value> {
    match vc.get("credentialSubject")? {
        Value::Array(subjects) => subjects.first().filter(|_| subjects.len() == 1),
        subject => Some(subject),
    }
}

/// Whether a type is among those that a value names.
pub(super) fn has_type(value: &Value, name: &str) -> bool {
    each(value.get("type")).any(|kind| kind.as_str() == Some(name))
}
