//! Hosted badges (Open Badges up to 2.0): the input is trusted only for the address; the copy at the issuer's address
//! is the badge, and the address has to be one under which that issuer keeps badges.

use openbadges::Claims;
use strict_json::Value;
use url::Url;

use super::assertion::{Part, own_address, part, public};
use super::bind::check;
use super::{Finding, failed, scope, undecided};
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::document::Document;
use crate::look::{Found, Look};
use crate::wanted::{DocUrl, Role};

/// What a hosted badge came to.
pub(crate) struct Hosted<'v> {
    pub(crate) finding: Finding,
    /// The issuer's own copy, if it was had.
    pub(crate) assertion: Option<&'v Value>,
    pub(crate) badge: Option<&'v Value>,
    pub(crate) issuer: Option<&'v Value>,
    /// The issuer's id, as far as it is known.
    pub(crate) issuer_id: Option<String>,
    /// The check `status`, if the issuer's copy answers it.
    pub(crate) status: Option<Check>,
}

impl<'v> Hosted<'v> {
    /// A badge that says that it is proved in a way in which it is not.
    pub(crate) fn unproved(proof: Check) -> Hosted<'v> {
        let mut hosted = Hosted::only(proof);
        hosted.finding.issuer_key = check(Outcome::NotApplicable, codes::ISSUER_KEY_NONE);
        hosted
    }

    /// A badge whose proof is not looked at.
    pub(crate) fn undecided(proof: Check) -> Hosted<'v> {
        Hosted::only(proof)
    }

    fn only(proof: Check) -> Hosted<'v> {
        Hosted {
            finding: Finding::proof_only(proof),
            assertion: None,
            badge: None,
            issuer: None,
            issuer_id: None,
            status: None,
        }
    }

    /// What the badge says, by the issuer's copies as far as they were had.
    pub(crate) fn claims(&self) -> Option<Claims> {
        Some(Claims::from_ob2(self.assertion?, self.badge, self.issuer))
    }
}

/// Checks a hosted badge. `given` is what was found, if more than an address.
pub(crate) fn verify<'v>(look: &Look<'v>, given: Option<&Value>, address: Option<&Url>) -> Hosted<'v> {
    let Some(start) = address.map(DocUrl::from).or_else(|| given.and_then(own_address)) else {
        return Hosted::only(failed(codes::PROOF_HOSTED_NO_ADDRESS));
    };
    let (url, document) = match own_copy(look, start) {
        Ok(found) => found,
        Err(hosted) => return *hosted,
    };
    look.used(document);
    let Some(copy) = document.credential() else {
        return tombstone(document, &url).unwrap_or_else(|| {
            Hosted::only(undecided(codes::PROOF_HOSTED_UNREADABLE).with("host", host(&url)).on(url.as_str()))
        });
    };
    if !copy.format().is_assertion() || !matches!(copy.form(), openbadges::Form::Json(_)) {
        let check = undecided(codes::PROOF_HOSTED_UNREADABLE).with("host", host(&url)).on(url.as_str());
        return Hosted::only(check);
    }
    let assertion = copy.document();
    let stripped = ["badge", "recipient"].iter().any(|member| assertion.get(member).is_none());
    if stripped && let Some(hosted) = tombstone(document, &url) {
        return hosted;
    }
    let mut hosted = in_scope(look, assertion, &url);
    // Most copies are alike as they stand; only the others need their numbers spelled alike first.
    let differs = given.is_some_and(|given| {
        given != assertion && openbadges::json::canonical(given) != openbadges::json::canonical(assertion)
    });
    if differs {
        hosted.finding.proof.add_note(codes::PROOF_HOSTED_DIFFERS.note());
    }
    if !url.is_https() {
        hosted.finding.proof.add_note(codes::PROOF_HTTP.note().with("host", host(&url)));
    }
    if let Some(answered) = document.final_url.host().filter(|answered| *answered != host(&url)) {
        hosted.finding.proof.add_note(codes::PROOF_REDIRECTED.note().with("host", answered));
    }
    hosted.finding.proof = hosted.finding.proof.on(url.as_str());
    hosted.status = Some(status(look, assertion, &url, document));
    hosted.assertion = Some(assertion);
    hosted
}

fn host(url: &DocUrl) -> String {
    url.host().unwrap_or_default()
}

/// The issuer's own copy: the document at an address that calls itself by that address. What calls itself otherwise is
/// looked up there, on the same origin only.
fn own_copy<'a>(look: &Look<'a>, start: DocUrl) -> Result<(DocUrl, &'a Document), Box<Hosted<'a>>> {
    let mut url = start;
    for _ in 0..3 {
        let document = match look.find(&url, Role::Assertion) {
            Found::Document(document) => document,
            Found::Sender(document) => {
                look.used(document);
                let check = undecided(codes::PROOF_SENDER_COPY).with("host", host(&url)).on(url.as_str());
                return Err(Box::new(Hosted::only(check)));
            }
            Found::Gone => {
                let check = undecided(codes::PROOF_HOSTED_MISSING).with("host", host(&url)).on(url.as_str());
                let mut hosted = Hosted::only(check);
                // Open Badges 2.0 § HostedBadge: 410 says that it was revoked.
                hosted.status = Some(
                    Check::new(CheckId::Status, Outcome::Failed, codes::STATUS_REVOKED).on(url.as_str()),
                );
                return Err(Box::new(hosted));
            }
            Found::Missing => {
                let check = undecided(codes::PROOF_HOSTED_MISSING).with("host", host(&url)).on(url.as_str());
                return Err(Box::new(Hosted::only(check)));
            }
            Found::Unknown => {
                let check = undecided(codes::PROOF_HOSTED_NOT_HAD).with("host", host(&url)).on(url.as_str());
                return Err(Box::new(Hosted::only(check)));
            }
        };
        let named = document.json().and_then(own_address);
        match named {
            Some(named) if named != url => {
                if named.url().origin() != url.url().origin() {
                    look.used(document);
                    let check = failed(codes::PROOF_HOSTED_OTHER)
                        .with("address", named.as_str())
                        .with("host", host(&url))
                        .on(url.as_str());
                    return Err(Box::new(Hosted::only(check)));
                }
                look.used(document);
                url = named;
            }
            _ => return Ok((url, document)),
        }
    }
    Err(Box::new(Hosted::only(failed(codes::PROOF_HOSTED_OTHER).with("host", host(&url)).on(url.as_str()))))
}

/// What many issuers leave of a withdrawn badge: `{"id": …, "revoked": true}`.
fn tombstone<'v>(document: &Document, url: &DocUrl) -> Option<Hosted<'v>> {
    let value = document.json()?;
    if value.get("revoked") != Some(&Value::Bool(true)) {
        return None;
    }
    let check = undecided(codes::PROOF_HOSTED_MISSING).with("host", host(url)).on(url.as_str());
    let mut hosted = Hosted::only(check);
    hosted.status = Some(revoked(value, url));
    Some(hosted)
}

fn revoked(assertion: &Value, url: &DocUrl) -> Check {
    let reason = assertion.get("revocationReason").and_then(Value::as_str).unwrap_or_default();
    crate::checks::status::revoked(reason).on(url.as_str())
}

fn status(look: &Look<'_>, assertion: &Value, url: &DocUrl, document: &Document) -> Check {
    if assertion.get("revoked") == Some(&Value::Bool(true)) {
        return revoked(assertion, url);
    }
    let check = Check::new(CheckId::Status, Outcome::Passed, codes::STATUS_OK).on(url.as_str());
    crate::checks::status::aged(look, check, document, Role::Assertion, None)
}

/// Is the address one under which the issuer keeps badges?
fn in_scope<'v>(look: &Look<'v>, assertion: &'v Value, url: &DocUrl) -> Hosted<'v> {
    let mut hosted = Hosted::only(undecided(codes::PROOF_HOSTED_NOT_HAD).with("host", host(url)));
    let badge = part(look, assertion, "badge", Role::BadgeClass);
    hosted.badge = badge.value();
    let Some(badge_value) = badge.value() else {
        hosted.finding = lacking(&badge, url);
        return hosted;
    };
    let issuer = part(look, badge_value, "issuer", Role::Issuer);
    hosted.issuer = issuer.value();
    let Some(profile) = issuer.value() else {
        hosted.finding = lacking(&issuer, url);
        return hosted;
    };
    // The issuer's own name for itself: its address; up to 1.x only `origin` or `url`.
    let id = match &issuer {
        Part::Fetched { url, value } => {
            let named = value.get("id").and_then(Value::as_str).and_then(public);
            if named.as_ref().is_some_and(|named| named != url) {
                let check = failed(codes::PROOF_HOSTED_OUT_OF_SCOPE).with("host", host(url)).on(url.as_str());
                hosted.finding = Finding::proof_only(check);
                return hosted;
            }
            Some(url.clone())
        }
        _ => ["origin", "id", "url"].iter().find_map(|name| public(profile.get(name)?.as_str()?)),
    };
    let Some(id) = id else {
        hosted.finding =
            Finding::proof_only(failed(codes::PROOF_HOSTED_OUT_OF_SCOPE).with("host", host(url)));
        return hosted;
    };
    hosted.issuer_id = Some(id.as_str().to_owned());
    let within = |address: &DocUrl| scope::within(profile, id.url(), address.url());
    let badge_within = match &badge {
        Part::Fetched { url, .. } => within(url),
        _ => true,
    };
    if !within(url) || !badge_within {
        let check = failed(codes::PROOF_HOSTED_OUT_OF_SCOPE)
            .with("host", host(url))
            .with("issuer", host(&id))
            .on(id.as_str());
        hosted.finding = Finding::proof_only(check);
        return hosted;
    }
    let mut proof = Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_HOSTED).with("host", host(url));
    let mut issuer_key = check(Outcome::Passed, codes::ISSUER_KEY_HOSTED)
        .with("host", host(&id))
        .with("issuer", name(profile, &id));
    for part in [&badge, &issuer] {
        if let Part::Fetched { url, .. } = part {
            proof = proof.on(url.as_str());
            issuer_key = issuer_key.on(url.as_str());
        }
    }
    let secure = url.is_https() && id.is_https();
    hosted.finding = Finding { proof, issuer_key, key: None, host: secure.then(|| host(&id)), until: None };
    hosted
}

fn name(profile: &Value, id: &DocUrl) -> String {
    profile.get("name").and_then(Value::as_str).map_or_else(|| id.as_str().to_owned(), str::to_owned)
}

/// A badge class or issuer that was not had.
fn lacking(part: &Part<'_>, assertion: &DocUrl) -> Finding {
    let (code, url) = match part {
        Part::Wanted(url) => (codes::PROOF_HOSTED_NOT_HAD, Some(url)),
        Part::Sender(url) => (codes::PROOF_SENDER_COPY, Some(url)),
        Part::Nothing(url) => (codes::PROOF_HOSTED_MISSING, Some(url)),
        _ => (codes::PROOF_HOSTED_UNREADABLE, None),
    };
    let url = url.unwrap_or(assertion);
    Finding::proof_only(undecided(code).with("host", host(url)).on(url.as_str()))
}
