//! The picture a badge names. No standard gives it a digest of its own (Open Badges 3.0 §B.1.14 `Image`: `id`, `type`,
//! `caption`); it can be compared where the credential names one for its address (VC Data Model 2.0 §5.3), or where the
//! picture lies in the badge itself. Whoever has the picture that carries the badge compares that, too.

use openbadges::Claims;
use strict_json::{Value, each};

use super::evidence::{Compared, compare};
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::integrity::Digests;
use crate::look::Look;
use crate::proof::assertion::public;
use crate::wanted::Role;

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Image, outcome, code)
}

/// The picture the claims name, by a digest that the credential, or the badge class of an assertion, gives for it.
pub(crate) fn of_credential(
    look: &Look<'_>,
    claims: &Claims,
    credential: &Value,
    badge: Option<&Value>,
) -> Check {
    let Some(address) = claims.image.as_deref() else {
        return check(Outcome::NotApplicable, codes::IMAGE_NONE);
    };
    if address.starts_with("data:") {
        return check(Outcome::NotApplicable, codes::IMAGE_INSIDE);
    }
    let Some(digests) = digests(credential, badge, address) else {
        return check(Outcome::NotApplicable, codes::IMAGE_NO_DIGEST);
    };
    let (outcome, code) = match compare(look, address, &digests, Role::Image) {
        Compared::Same | Compared::Attached => (Outcome::Passed, codes::IMAGE_OK),
        Compared::Other => (Outcome::Failed, codes::IMAGE_OTHER),
        Compared::NotHad => (Outcome::Inconclusive, codes::IMAGE_NOT_HAD),
        Compared::Unknown => (Outcome::Inconclusive, codes::IMAGE_DIGEST_UNKNOWN),
    };
    let url = public(address);
    let host = url.as_ref().and_then(|url| url.host()).unwrap_or_default();
    check(outcome, code).with("host", host).on(url.as_ref().map_or(address, |url| url.as_str()))
}

/// The digest for this address: among the related resources, or beside the address itself.
fn digests(credential: &Value, badge: Option<&Value>, address: &str) -> Option<Digests> {
    let subjects = || each(credential.get("credentialSubject"));
    let achievements = subjects().flat_map(|subject| each(subject.get("achievement")));
    let holders = std::iter::once(credential).chain(subjects()).chain(achievements).chain(badge);
    let pictures = holders.flat_map(|holder| each(holder.get("image")));
    each(credential.get("relatedResource"))
        .chain(pictures)
        .filter(|value| value.as_str().or_else(|| value.get("id")?.as_str()) == Some(address))
        .find_map(Digests::of)
}
