//! The holder's own signature over what is shown (RFC 9901 §4.3, §7.3). It answers whether the one who handed a badge out
//! has the key that it is bound to, not whether the badge is genuine: so it is never asked for, and only noted.

use jiff::Timestamp;
use openbadges::{Jws, Note, SdJwt, json};
use strict_json::Value;

use super::jwt::{algorithm, critical, judge, number};
use crate::check::Outcome;
use crate::codes;

/// What the holder's signature comes to; `None` if there is none. `payload` is the issuer's.
pub(super) fn note(token: &SdJwt, payload: &Value) -> Option<Note> {
    let jws = token.key_binding()?;
    Some(good(token, jws, payload).unwrap_or_else(|| codes::PROOF_HOLDER_BAD.note()))
}

/// `nonce` and `aud` are for whom it was handed out to; here there is nobody to compare them with, so `aud` is said.
fn good(token: &SdJwt, jws: &Jws, payload: &Value) -> Option<Note> {
    if jws.header().get("typ").and_then(Value::as_str) != Some("kb+jwt") || critical(jws).is_some() {
        return None;
    }
    let key = crate::key::jwk(payload.get("cnf")?.get("jwk")?)?;
    let algorithm = algorithm(jws).ok()?;
    if judge(jws, algorithm, &key).outcome != Outcome::Passed {
        return None;
    }
    let claims = json::read(jws.payload()).ok()?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    if text("sd_hash")? != token.sd_hash(&json::read(token.jws().payload()).ok()?).ok()? {
        return None;
    }
    text("nonce")?;
    let at = Timestamp::from_second(number(claims.get("iat")?)?).ok()?;
    let note = codes::PROOF_HOLDER_OK.note().with("date", at.strftime("%Y-%m-%d").to_string());
    Some(note.with("audience", openbadges::claims::plain(text("aud")?)))
}
