//! Endorsements of Open Badges 2.0 (*Endorsement*), which lie at an address of their issuer's as assertions do: the copy there is
//! the endorsement, and the address has to be one under which that issuer keeps such.

use jiff::Timestamp;
use strict_json::{Value, each};
use url::Url;

use super::validity::Period;
use crate::check::Outcome;
use crate::document::Document;
use crate::look::Look;
use crate::proof::assertion::{Part, asks_for_signature, part, public};
use crate::proof::scope;
use crate::verdict::Verdict;
use crate::wanted::{DocUrl, Role};

/// What a hosted endorsement came to.
pub(super) struct Hosted {
    /// Who speaks.
    pub(super) who: String,
    /// Of what it speaks.
    pub(super) about: Option<String>,
    pub(super) verdict: Verdict,
}

/// Judges the document at an address; `None` if it is no endorsement of Open Badges 2.0.
pub(super) fn judge(look: &Look<'_>, url: &DocUrl, document: &Document, now: Timestamp) -> Option<Hosted> {
    let value = document.json().filter(|value| value.is_object())?;
    let kind = |name: &str| each(value.get("type")).any(|kind| kind.as_str() == Some(name));
    if !kind("Endorsement") {
        return None;
    }
    let id = value.get("id").and_then(Value::as_str).and_then(public);
    let about = value.get("claim").and_then(|claim| claim.get("id")).and_then(Value::as_str);
    let issuer = part(look, value, "issuer", Role::Issuer);
    let name = issuer.value().and_then(|profile| profile.get("name")).and_then(Value::as_str);
    let who = name.map_or_else(|| url.host().unwrap_or_default(), str::to_owned);
    let hosted =
        |verdict: Verdict| Some(Hosted { who: who.clone(), about: about.map(str::to_owned), verdict });
    if value.get("revoked") == Some(&Value::Bool(true)) {
        return hosted(Verdict::Revoked);
    }
    // One that calls itself otherwise, or says that it is signed and lies there bare.
    if id.as_ref() != Some(url) || asks_for_signature(value) {
        return hosted(Verdict::Invalid);
    }
    let Part::Fetched { url: issuer, value: profile } = issuer else {
        return hosted(match issuer {
            Part::Wanted(_) | Part::Sender(_) | Part::Nothing(_) => Verdict::Inconclusive,
            _ => Verdict::Invalid,
        });
    };
    let itself = profile.get("id").and_then(Value::as_str).and_then(public);
    let within = match (Url::parse(issuer.as_str()), Url::parse(url.as_str())) {
        (Ok(issuer), Ok(at)) => scope::within(profile, &issuer, &at),
        _ => false,
    };
    if itself.as_ref() != Some(&issuer) || !within {
        return hosted(Verdict::Invalid);
    }
    match Period::of_assertion(value).check(now).outcome {
        Outcome::Failed => hosted(Verdict::Expired),
        Outcome::Inconclusive => hosted(Verdict::Inconclusive),
        Outcome::Passed | Outcome::NotApplicable => hosted(Verdict::Valid),
    }
}
