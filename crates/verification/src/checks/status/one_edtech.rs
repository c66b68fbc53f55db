//! 1EdTech Revocation List 1.0: the ids of withdrawn badges, as bare JSON. It is not signed: what proves it is that the
//! signed badge names its address, and that it came from there over https.

use strict_json::{Value, each};

use super::{check, revoked};
use crate::check::{Check, Outcome};
use crate::codes;
use crate::proof::assertion::public;
use crate::proof::bind::same_document;

/// 1EdTech Revocation List 1.0: `revokedCredential`; an entry without `revoked` is revoked.
pub(super) fn judge(list: &Value, id: &str, issuer: Option<&str>) -> Check {
    let theirs = match list.get("issuer") {
        Some(Value::Object(object)) => object.get("id").and_then(Value::as_str),
        other => other.and_then(Value::as_str),
    };
    // The list is named by the signed badge; that it names its issuer otherwise (a version in the address) is no harm,
    // another house is.
    if let (Some(theirs), Some(issuer)) = (theirs, issuer)
        && !same_house(theirs, issuer)
    {
        return check(Outcome::Inconclusive, codes::STATUS_LIST_FOREIGN).with("issuer", theirs);
    }
    let entries = list.get("revokedCredential").or_else(|| list.get("revokedCredentials"));
    if entries.is_none() && list.get("id").is_none() {
        return check(Outcome::Inconclusive, codes::STATUS_LIST_UNREADABLE);
    }
    for entry in each(entries) {
        let (named, is_revoked, reason) = match entry {
            Value::String(named) => (Some(named.as_str()), true, ""),
            entry => (
                entry.get("id").and_then(Value::as_str),
                entry.get("revoked") != Some(&Value::Bool(false)),
                entry.get("revocationReason").and_then(Value::as_str).unwrap_or_default(),
            ),
        };
        if is_revoked && named.is_some_and(|named| same_document(named, id)) {
            return revoked(reason);
        }
    }
    check(Outcome::Passed, codes::STATUS_OK)
}

fn same_house(one: &str, other: &str) -> bool {
    one == other
        || match (openbadges::award::normalise(one), openbadges::award::normalise(other)) {
            (a, b) if a == b => true,
            _ => match (public(one), public(other)) {
                (Some(one), Some(other)) => one.host() == other.host(),
                _ => false,
            },
        }
}
