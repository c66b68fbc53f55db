//! Signed badges of Open Badges 1.x and 2.0: a JWS over the assertion; the key has to be linked from the profile of the
//! issuer of its badge class.

use openbadges::Jws;
use strict_json::Value;

use super::assertion::{Part, part, public};
use super::bind::{Clue, bind, check};
use super::hosted::Hosted;
use super::jwt::{algorithm, critical, judge};
use super::{Finding, undecided};
use crate::check::{Check, Outcome};
use crate::codes::{self, Code};
use crate::look::Look;
use crate::wanted::Role;

/// Checks a signed badge; the result has the shape of a hosted one, with the signed assertion as the issuer's copy.
pub(crate) fn verify<'v>(look: &Look<'v>, jws: &Jws, assertion: &'v Value) -> Hosted<'v> {
    let badge = part(look, assertion, "badge", Role::BadgeClass);
    let issuer = match badge.value() {
        Some(badge) => part(look, badge, "issuer", Role::Issuer),
        None => Part::Unnamed,
    };
    let mut hosted = Hosted {
        finding: finding(look, jws, assertion, &badge, &issuer),
        assertion: Some(assertion),
        badge: badge.value(),
        issuer: issuer.value(),
        issuer_id: address(&issuer),
        status: None,
    };
    hosted.status =
        hosted.issuer.and_then(|profile| crate::checks::status::revocation_list(look, profile, assertion));
    hosted
}

fn address(part: &Part<'_>) -> Option<String> {
    match part {
        Part::Fetched { url, .. } | Part::Wanted(url) | Part::Sender(url) | Part::Nothing(url) => {
            Some(url.as_str().to_owned())
        }
        Part::Embedded(value) => value.get("id").and_then(Value::as_str).map(str::to_owned),
        Part::Unnamed => None,
    }
}

fn finding(look: &Look<'_>, jws: &Jws, assertion: &Value, badge: &Part<'_>, issuer: &Part<'_>) -> Finding {
    let algorithm = match algorithm(jws) {
        Ok(algorithm) => algorithm,
        Err(check) => return Finding::proof_only(check),
    };
    if let Some(check) = critical(jws) {
        return Finding::proof_only(check);
    }
    let (profile, id) = match (issuer.value(), address(issuer)) {
        (Some(profile), Some(id)) => (profile, id),
        _ => return not_had(if badge.value().is_some() { issuer } else { badge }),
    };
    let name = profile.get("name").and_then(Value::as_str).unwrap_or(&id).to_owned();
    // 2.0: `verification.creator`; 1.x: `verify.url` is the key's address.
    let creator = ["verification", "verify"].iter().find_map(|member| {
        let verify = assertion.get(member)?;
        verify.get("creator").or_else(|| verify.get("url"))?.as_str()
    });
    let clue = Clue { name: creator, brought: None, purposeless: true, signed: None };
    let bound = bind(look, &clue, &id, &name);
    let proof = match &bound.key {
        None => undecided(codes::PROOF_KEY_NOT_HAD),
        Some(key) => judge(jws, algorithm, key),
    };
    let mut finding =
        Finding { proof, issuer_key: bound.check, key: bound.key, host: bound.host, until: None };
    if finding.proof.outcome == Outcome::Failed && finding.issuer_key.outcome == Outcome::Passed {
        finding.issuer_key = check(Outcome::Inconclusive, codes::ISSUER_KEY_UNDECIDED);
    }
    if let Some(url) = public(&id)
        && !url.is_https()
    {
        finding.proof.add_note(codes::PROOF_HTTP.note().with("host", url.host().unwrap_or_default()));
    }
    finding
}

/// The badge class or the issuer's profile was not had, so there is no key.
fn not_had(part: &Part<'_>) -> Finding {
    let (code, url): (Code, _) = match part {
        Part::Wanted(url) => (codes::ISSUER_KEY_NOT_HAD, Some(url)),
        Part::Sender(url) => (codes::ISSUER_KEY_SENDER_COPY, Some(url)),
        Part::Nothing(url) => (codes::ISSUER_KEY_DOCUMENT_MISSING, Some(url)),
        _ => (codes::ISSUER_KEY_NO_LOOKUP, None),
    };
    let host = url.and_then(|url| url.host()).unwrap_or_default();
    let mut issuer_key = check(Outcome::Inconclusive, code)
        .with("issuer", host.clone())
        .with("host", host)
        .with("id", url.map(|url| url.as_str().to_owned()).unwrap_or_default());
    if let Some(url) = url {
        issuer_key = issuer_key.on(url.as_str());
    }
    let proof: Check = undecided(codes::PROOF_KEY_NOT_HAD);
    Finding { proof, issuer_key, key: None, host: None, until: None }
}
