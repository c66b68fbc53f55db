//! The revocation lists of Open Badges 1.x and 2.0, named by the issuer's profile.

use strict_json::{Value, each};

use super::{asked, check, revoked, undecided};
use crate::check::{Check, Outcome};
use crate::codes;
use crate::look::Look;
use crate::proof::assertion::public;
use crate::proof::bind::same_document;

/// The list that an issuer's profile of Open Badges 1.x or 2.0 names: `revokedAssertions`, or ids as members.
pub(crate) fn revocation_list(look: &Look<'_>, profile: &Value, assertion: &Value) -> Option<Check> {
    let address = match profile.get("revocationList")? {
        Value::Null => return None,
        Value::String(address) => Some(address.as_str()),
        object => object.get("id").and_then(Value::as_str),
    };
    let Some(url) = address.and_then(public) else {
        return Some(undecided(codes::STATUS_ENTRY_BROKEN));
    };
    let names: Vec<String> =
        ["id", "uid"].iter().filter_map(|name| assertion.get(name)?.as_str().map(str::to_owned)).collect();
    let owner = profile.get("id").and_then(Value::as_str);
    Some(asked(look, &url, |list| in_list(list, &names, owner)))
}

fn in_list(list: &Value, names: &[String], owner: Option<&str>) -> Check {
    // Open Badges 2.0 § RevocationList: `issuer` is "the issuer of the badges in this list".
    if let (Some(theirs), Some(owner)) = (list.get("issuer").and_then(Value::as_str), owner)
        && !same_document(theirs, owner)
    {
        return undecided(codes::STATUS_LIST_FOREIGN).with("issuer", theirs);
    }
    let is_own = |named: &str| names.iter().any(|own| same_document(own, named));
    if let Some(entries) = list.get("revokedAssertions") {
        for entry in each(Some(entries)) {
            let text = |name: &str| entry.get(name).and_then(Value::as_str);
            let named = entry.as_str().into_iter().chain(text("id")).chain(text("uid"));
            if named.into_iter().any(is_own) {
                return revoked(text("revocationReason").unwrap_or_default());
            }
        }
        return check(Outcome::Passed, codes::STATUS_OK);
    }
    // A list of 2.0 without its member, or the JSON of an error page, says nothing of any badge.
    if ["@context", "type", "error", "message", "detail"].iter().any(|member| list.get(member).is_some()) {
        return undecided(codes::STATUS_LIST_UNREADABLE);
    }
    // Open Badges 1.x: an object from id to reason.
    match list.as_object().and_then(|members| members.iter().find(|(name, _)| is_own(name))) {
        Some((_, reason)) => revoked(reason.as_str().unwrap_or_default()),
        None => check(Outcome::Passed, codes::STATUS_OK),
    }
}
