//! Credentials as tokens: VC-JWT in the form of data model 1.1 (claim `vc`) and of 2.0 (the payload is the credential).

use std::borrow::Cow;

use jiff::Timestamp;
use openbadges::{IssuerTime, Jws};
use strict_json::Value;

use super::bind::{Bound, Clue, bind, check};
use super::{Finding, failed, issuer_id, issuer_metadata, issuer_name, undecided};
use crate::check::{Check, CheckId, Outcome};
use crate::codes;
use crate::key::{Algorithm, PublicKey, Refused};
use crate::look::Look;

/// Checks a token. `payload` is what is signed, `credential` the credential in it.
pub(crate) fn verify(look: &Look<'_>, jws: &Jws, payload: &Value, credential: &Value) -> Finding {
    verify_by(look, jws, payload, credential, false)
}

/// Checks a token; with `metadata` an issuer at an address may also publish its keys as SD-JWT VC has it.
pub(super) fn verify_by(
    look: &Look<'_>,
    jws: &Jws,
    payload: &Value,
    credential: &Value,
    metadata: bool,
) -> Finding {
    let algorithm = match algorithm(jws) {
        Ok(algorithm) => algorithm,
        Err(check) => return Finding::proof_only(check),
    };
    if let Some(check) = critical(jws) {
        return Finding::proof_only(check);
    }
    let Some(issuer) = issuer_id(credential).or_else(|| payload.get("iss").and_then(Value::as_str)) else {
        return Finding::proof_only(undecided(codes::PROOF_KEY_NOT_HAD));
    };
    let name = jws.kid().map(|kid| full_name(kid, issuer));
    let brought = jws.header().get("jwk").and_then(crate::key::jwk);
    let signed = ["iat", "nbf"].iter().find_map(|claim| payload.get(claim).and_then(number));
    let signed = signed.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let clue = Clue { name: name.as_deref(), brought, purposeless: true, signed };
    let mut bound = bind(look, &clue, issuer, &issuer_name(credential));
    if metadata && bound.check.outcome != Outcome::Passed {
        bound = issuer_metadata::bind(look, &clue, issuer, &issuer_name(credential)).unwrap_or(bound);
    }
    let Bound { key, check: issuer_key, host } = bound;
    let proof = match &key {
        None => undecided(codes::PROOF_KEY_NOT_HAD),
        Some(key) => judge(jws, algorithm, key),
    };
    let proof = match contradiction(payload, credential) {
        Some(member) if proof.outcome == Outcome::Passed => {
            failed(codes::PROOF_CLAIM_DIFFERS).with("member", member)
        }
        _ => proof,
    };
    let mut finding = Finding { proof, issuer_key, key, host, until: None };
    if finding.proof.outcome == Outcome::Failed && finding.issuer_key.outcome == Outcome::Passed {
        finding.issuer_key = check(Outcome::Inconclusive, codes::ISSUER_KEY_UNDECIDED);
    }
    finding
}

/// The algorithm a token names, if it is one that protects (RFC 8725 §3.1: only what the verifier allows).
pub(crate) fn algorithm(jws: &Jws) -> Result<Algorithm, Check> {
    let alg = jws.alg();
    if let Some(algorithm) = Algorithm::of_jose(alg) {
        return Ok(algorithm);
    }
    Err(no_algorithm(alg))
}

/// An algorithm that is not checked: one that protects nothing fails.
pub(crate) fn no_algorithm(alg: &str) -> Check {
    if alg.eq_ignore_ascii_case("none") || alg.to_ascii_uppercase().starts_with("HS") {
        return failed(codes::PROOF_ALGORITHM_REFUSED).with("alg", alg);
    }
    undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", alg)
}

/// RFC 7515 §4.1.11: what a token calls critical has to be understood; nothing is.
pub(crate) fn critical(jws: &Jws) -> Option<Check> {
    let header = jws.header();
    let member = match header.get("crit") {
        None => return (header.get("b64") == Some(&Value::Bool(false))).then(|| critical_check("b64")),
        Some(Value::Array(names)) => names.first().and_then(Value::as_str).unwrap_or("crit").to_owned(),
        Some(_) => "crit".to_owned(),
    };
    Some(critical_check(&member))
}

fn critical_check(member: &str) -> Check {
    failed(codes::PROOF_CRITICAL).with("member", member)
}

/// Checks the signature of a token.
pub(crate) fn judge(jws: &Jws, algorithm: Algorithm, key: &PublicKey) -> Check {
    match key.verify(algorithm, jws.signing_input(), jws.signature()) {
        Ok(()) => Check::new(CheckId::Proof, Outcome::Passed, codes::PROOF_OK),
        Err(Refused::Altered) => failed(codes::PROOF_ALTERED),
        Err(Refused::Kind) => failed(codes::PROOF_KEY_KIND).with("alg", jws.alg()),
        Err(Refused::Weak) => failed(codes::PROOF_KEY_WEAK),
    }
}

/// `#key-1` belongs to the issuer.
fn full_name<'k>(kid: &'k str, issuer: &str) -> Cow<'k, str> {
    if kid.starts_with('#') { Cow::Owned(format!("{issuer}{kid}")) } else { Cow::Borrowed(kid) }
}

/// A registered claim that says something else than the credential (Open Badges 3.0 §8.2.5: `iss` is the issuer's id,
/// `jti` the credential's, `sub` the subject's, `nbf` its beginning).
fn contradiction(payload: &Value, credential: &Value) -> Option<&'static str> {
    let claim = |name: &str| payload.get(name).filter(|value| !value.is_null());
    let differs = |name: &str, said: Option<&str>| match (claim(name), said) {
        (Some(Value::String(claimed)), Some(said)) => claimed != said,
        (Some(Value::String(_)), None) | (None, _) => false,
        (Some(_), _) => true,
    };
    if differs("iss", issuer_id(credential)) {
        return Some("iss");
    }
    if differs("jti", credential.get("id").and_then(Value::as_str)) {
        return Some("jti");
    }
    let subject = match credential.get("credentialSubject") {
        Some(Value::Array(subjects)) => subjects.first().filter(|_| subjects.len() == 1),
        subject => subject,
    };
    if differs("sub", subject.and_then(|subject| subject.get("id")).and_then(Value::as_str)) {
        return Some("sub");
    }
    // The end is judged with the validity period: of `exp` and `validUntil` the earlier counts.
    let from = ["validFrom", "issuanceDate"].iter().find_map(|name| credential.get(name)?.as_str());
    match (claim("nbf"), from.and_then(IssuerTime::strict_instant)) {
        (Some(nbf), Some(from)) => match number(nbf) {
            Some(seconds) if seconds == from.as_second() => None,
            _ => Some("nbf"),
        },
        _ => None,
    }
}

/// A NumericDate in whole seconds.
pub(crate) fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let seconds = value.as_f64()?;
        (seconds.is_finite() && seconds.abs() < 1e12).then_some(seconds.floor() as i64)
    })
}
