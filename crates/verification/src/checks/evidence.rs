//! What a credential names by its digest: evidence and related resources (VC Data Model 2.0 §5.3). Compared with every
//! document at hand, whoever it is from: the digest is the issuer's. It never turns the verdict.

use openbadges::Note;
use strict_json::{Value, each};

use crate::bundled;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::{Answer, Origin};
use crate::integrity::Digests;
use crate::look::Look;
use crate::proof::assertion::public;
use crate::wanted::Role;

/// Resources of one credential that are looked at.
const MAX_RESOURCES: usize = 16;

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Evidence, outcome, code)
}

/// Every piece of evidence and every related resource with a digest. `image`: the picture it names, which is judged by
/// itself. A context that comes with this program is not compared: what it means is fixed here.
pub(crate) fn of_credential(look: &Look<'_>, credential: &Value, image: Option<&str>) -> Check {
    let evidence = || each(credential.get("evidence"));
    let related = each(credential.get("relatedResource")).filter(|resource| {
        let id = resource.get("id").and_then(Value::as_str).unwrap_or_default();
        Some(id) != image && bundled::get(id).is_none()
    });
    let mut named = evidence().chain(related).filter_map(|value| Some((value, Digests::of(value)?)));
    let found: Vec<One> =
        named.by_ref().take(MAX_RESOURCES).map(|(value, digests)| one(look, value, &digests)).collect();
    let Some(worst) =
        found.iter().map(|one| (one.outcome, one.code)).min_by_key(|(outcome, _)| rank(*outcome))
    else {
        let address = |value: &Value| value.is_string() || value.get("id").is_some_and(Value::is_string);
        let code = match evidence().next() {
            None => codes::EVIDENCE_NONE,
            Some(_) if evidence().any(address) => codes::EVIDENCE_NO_DIGEST,
            Some(_) => codes::EVIDENCE_INSIDE,
        };
        return check(Outcome::NotApplicable, code);
    };
    let mut result = match worst {
        (Outcome::Passed, _) if named.next().is_some() => {
            check(Outcome::Inconclusive, codes::EVIDENCE_TOO_MANY)
        }
        (outcome, code) => check(outcome, code),
    };
    result = result.with("count", found.len().to_string());
    let leading = result.outcome;
    for one in found {
        if one.outcome == leading && !result.args.contains_key("address") {
            result = result.with("address", one.address.clone()).with("host", one.host);
        }
        if let Some(note) = one.note {
            result.add_note(note);
        }
        if !one.address.is_empty() {
            result = result.on(&one.address);
        }
    }
    result
}

fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Failed => 0,
        Outcome::Inconclusive => 1,
        Outcome::Passed | Outcome::NotApplicable => 2,
    }
}

/// What one resource came to.
struct One {
    outcome: Outcome,
    code: Code,
    address: String,
    host: String,
    note: Option<Note>,
}

fn one(look: &Look<'_>, value: &Value, digests: &Digests) -> One {
    let id = value.as_str().or_else(|| value.get("id").and_then(Value::as_str)).unwrap_or_default();
    let compared = compare(look, id, digests, Role::Evidence);
    let (outcome, code) = match compared {
        Compared::Same | Compared::Attached => (Outcome::Passed, codes::EVIDENCE_OK),
        Compared::Other => (Outcome::Failed, codes::EVIDENCE_CHANGED),
        Compared::NotHad => (Outcome::Inconclusive, codes::EVIDENCE_NOT_HAD),
        Compared::Unknown => (Outcome::Inconclusive, codes::EVIDENCE_DIGEST_UNKNOWN),
    };
    let url = public(id);
    let host = url.as_ref().and_then(|url| url.host()).unwrap_or_default();
    let address = url.map_or_else(|| id.to_owned(), |url| url.as_str().to_owned());
    let attached = codes::EVIDENCE_ATTACHED.note().with("address", address.clone());
    let note = (compared == Compared::Attached).then_some(attached);
    One { outcome, code, address, host, note }
}

/// How what lies at an address compares with a digest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    /// These very bytes are at hand.
    Same,
    /// The person has attached these very bytes.
    Attached,
    /// Something else lies there.
    Other,
    /// Nothing is at hand.
    NotHad,
    /// A kind of digest that is not known here.
    Unknown,
}

/// Compares a digest with what is at hand, and wants what is not. A copy of the sender's that fits is the one; one that does
/// not fit says nothing about what lies at the address.
pub(super) fn compare(look: &Look<'_>, id: &str, digests: &Digests, role: Role) -> Compared {
    if look.known.is_attached(digests) {
        return Compared::Attached;
    }
    let Some(url) = public(id) else { return Compared::NotHad };
    let mut other = false;
    for answered in look.known.versions(&url).iter().rev() {
        let Answer::Got(document) = &answered.answer else { continue };
        match digests.fit(document.bytes()) {
            None => return Compared::Unknown,
            Some(true) => {
                look.used(document);
                return Compared::Same;
            }
            Some(false) if answered.origin != Origin::Sender => other = true,
            Some(false) => {}
        }
    }
    if other {
        return Compared::Other;
    }
    look.want(&url, role);
    Compared::NotHad
}
