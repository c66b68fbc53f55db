//! The holder's own signature on a presentation (VC Data Model 2.0 §4.13; 1.1 §4.10): it tells who handed badges out, never
//! whether one of them is genuine. Holders whose name is their key are known without asking anybody.

use openbadges::{Jws, Note, json};
use strict_json::{Value, each, first};

use super::jwt::{algorithm, critical, judge};
use super::{Finding, data_integrity};
use crate::check::Outcome;
use crate::codes;
use crate::documents::Documents;
use crate::key::{Controller, PublicKey, named};
use crate::look::Look;
use crate::terms::Terms;

/// What can be said about who handed a presentation out: one note. `None` if the bytes are no presentation that can be read.
pub fn presented(bytes: &[u8], terms: &Terms<'_>) -> Option<Note> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    if Jws::looks_like(text) {
        return token(&Jws::parse(text).ok()?);
    }
    let document = json::read(bytes).ok()?;
    let known = Documents::bundled();
    let look = Look::new(&known, terms);
    Some(embedded(&look, &document))
}

fn token(jws: &Jws) -> Option<Note> {
    let payload = json::read(jws.payload()).ok()?;
    let presentation = payload.get("vp").unwrap_or(&payload);
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let claimed = holder(presentation).or_else(|| text(&payload, "iss"));
    let Some(holder) = claimed.or_else(|| jws.kid().and_then(base)) else {
        return Some(codes::PRESENTATION_UNDECIDED.note());
    };
    let Some(key) = own_key(&holder) else { return Some(undecided(&holder)) };
    // A name of the key that is another's is no name of the holder's key.
    let named_otherwise = jws.kid().and_then(base).is_some_and(|kid| kid != holder);
    let good = critical(jws).is_none()
        && !named_otherwise
        && algorithm(jws).is_ok_and(|algorithm| judge(jws, algorithm, &key).outcome == Outcome::Passed);
    let audience = each(payload.get("aud")).find_map(Value::as_str).unwrap_or_default();
    Some(if good { signed(&holder, audience) } else { bad(&holder) })
}

fn embedded(look: &Look<'_>, presentation: &Value) -> Note {
    let Some(proof) = first(presentation.get("proof")) else {
        return codes::PRESENTATION_UNSIGNED.note();
    };
    let method = first(proof.get("verificationMethod"));
    let method = method.and_then(|method| method.as_str().or_else(|| method.get("id")?.as_str()));
    let Some(holder) = holder(presentation).or_else(|| method.and_then(base)) else {
        return codes::PRESENTATION_UNDECIDED.note();
    };
    if own_key(&holder).is_none() {
        return undecided(&holder);
    }
    let Finding { proof: checked, issuer_key, .. } = data_integrity::of_holder(look, presentation, &holder);
    match (checked.outcome, issuer_key.outcome) {
        (Outcome::Passed, Outcome::Passed) => {
            let domain = each(proof.get("domain")).find_map(Value::as_str).unwrap_or_default();
            signed(&holder, domain)
        }
        (Outcome::Inconclusive, _) => undecided(&holder),
        _ => bad(&holder),
    }
}

fn holder(presentation: &Value) -> Option<String> {
    let holder = presentation.get("holder")?;
    holder.as_str().or_else(|| holder.get("id")?.as_str()).map(str::to_owned)
}

/// The name without its fragment.
fn base(name: &str) -> Option<String> {
    name.starts_with("did:").then(|| name.split('#').next().unwrap_or_default().to_owned())
}

fn own_key(holder: &str) -> Option<PublicKey> {
    match named(holder).ok()?.controller {
        Controller::Itself(key) => Some(key),
        _ => None,
    }
}

fn signed(holder: &str, audience: &str) -> Note {
    let note = codes::PRESENTATION_SIGNED.note().with("holder", openbadges::claims::plain(holder));
    note.with("audience", openbadges::claims::plain(audience))
}

fn bad(holder: &str) -> Note {
    codes::PRESENTATION_BAD.note().with("holder", openbadges::claims::plain(holder))
}

fn undecided(holder: &str) -> Note {
    codes::PRESENTATION_UNDECIDED.note().with("holder", openbadges::claims::plain(holder))
}
