//! From a credential, the documents at hand and the terms to a whole report.

use jiff::Timestamp;
use openbadges::{Claims, Credential, Form, Format, Securing};
use strict_json::Value;

use crate::check::{Check, CheckId};
use crate::checks::structure::inconclusive;
use crate::checks::validity::Period;
use crate::checks::{
    age, endorsements, evidence, identity, image, others, recipient, refresh, schema, status, structure,
};
use crate::codes;
use crate::documents::Documents;
use crate::look::Look;
use crate::proof::hosted::Hosted;
use crate::proof::{
    Finding, data_integrity, hosted, issuer_id, issuer_name, jwt, sd_jwt, signed_assertion, undecided,
};
use crate::report::{VERIFIER, VerificationReport};
use crate::seal;
use crate::terms::Terms;
use crate::verdict::verdict;
use crate::wanted::Verification;

/// Verifies a credential. Pure: always a whole report of what the known documents allow, and what would decide more.
/// The proof is always checked, also for an expired or revoked badge.
pub fn verify(credential: &Credential, known: &Documents, terms: &Terms<'_>) -> Verification {
    let look = Look::new(known, terms);
    let assessed = assess(&look, credential, Within::Nothing);
    let lists = look.into_lists();
    let mut checks = assessed.checks;
    checks.sort_by_key(|check| check.id);
    age::say(&mut checks, &lists, terms.now);
    let report = VerificationReport {
        version: 1,
        verifier: VERIFIER.to_owned(),
        at: terms.now,
        format: assessed.format,
        securing: credential.securing().to_string(),
        verdict: verdict(&checks),
        checks,
        claims: assessed.claims,
        valid_from: assessed.from,
        valid_until: assessed.until,
        proof_until: assessed.proof_until,
        status_until: assessed.status_until,
        documents: lists.documents,
    };
    Verification { report, wanted: lists.wanted }
}

/// All that goes into a report.
struct Assessed {
    format: Format,
    checks: Vec<Check>,
    claims: Claims,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    proof_until: Option<Timestamp>,
    status_until: Option<Timestamp>,
}

/// What a credential is looked at within. An endorsement may be endorsed itself; that is not followed further.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Badge,
}

/// The endorsements in a badge, each verified by itself.
fn endorsed(
    look: &Look<'_>,
    within: Within,
    credential: &Value,
    badge: Option<&Value>,
    issuer: Option<&Value>,
) -> Check {
    endorsements::of_badge(look, credential, badge, issuer, &|look, endorsement| match within {
        Within::Nothing => verdict(&assess(look, endorsement, Within::Badge).checks),
        Within::Badge => crate::verdict::Verdict::Inconclusive,
    })
}

fn assess(look: &Look<'_>, credential: &Credential, within: Within) -> Assessed {
    if let Some(seal) = credential.seal() {
        let name = credential.claims().issuer.name.unwrap_or_default();
        let finding = seal::verify(look, seal, credential.document(), &name);
        return vc_assessed(look, within, credential, credential.document(), None, finding);
    }
    if credential.format() == Format::Clr10 {
        // Of this standard only the structure is judged: nobody was seen to use its proofs.
        let proof = undecided(codes::PROOF_SUITE_UNSUPPORTED).with("suite", Format::Clr10.as_str());
        return unproved(look, within, credential, structure::clr1(credential.document()), proof);
    }
    match credential.form() {
        Form::Address(url) => assertion(look, within, credential, hosted::verify(look, None, Some(url))),
        Form::Jws { jws, document } if credential.format().is_vc() => {
            let vc = credential.credential();
            let finding = jwt::verify(look, jws, document, vc);
            vc_assessed(look, within, credential, vc, Some(document), finding)
        }
        Form::SdJwt { token, document, withheld, refused } => {
            let vc = credential.credential();
            let shown = sd_jwt::Shown { token, document, withheld: *withheld, refused: refused.as_ref() };
            let finding = sd_jwt::verify(look, &shown, vc);
            vc_assessed(look, within, credential, vc, Some(document), finding)
        }
        Form::Jws { jws, document } => {
            assertion(look, within, credential, signed_assertion::verify(look, jws, document))
        }
        Form::Json(document) if credential.format().is_vc() => {
            let finding = data_integrity::verify(look, document);
            vc_assessed(look, within, credential, document, None, finding)
        }
        Form::Json(_) if matches!(credential.securing(), Securing::DataIntegrity(_)) => {
            // Blockcerts: an assertion of Open Badges 2.0 with a proof that rests on a public ledger.
            let suite = credential.securing().to_string();
            let suite = suite.strip_prefix("data-integrity/").unwrap_or(&suite).to_owned();
            let check = undecided(codes::PROOF_BLOCKCERTS).with("suite", suite);
            assertion(look, within, credential, Hosted::undecided(check))
        }
        Form::Json(document) if crate::proof::assertion::asks_for_signature(document) => {
            // It says that it is signed, and is not.
            let hosted = Hosted::unproved(crate::proof::failed(codes::PROOF_NONE));
            assertion(look, within, credential, hosted)
        }
        Form::Json(document) => {
            assertion(look, within, credential, hosted::verify(look, Some(document), None))
        }
    }
}

/// A Verifiable Credential.
fn vc_assessed(
    look: &Look<'_>,
    within: Within,
    credential: &Credential,
    vc: &Value,
    payload: Option<&Value>,
    finding: Finding,
) -> Assessed {
    let format = credential.format();
    // What no signature covers is not shown either.
    let claims = match crate::proof::oeb::without_unsigned(vc) {
        Some((covered, _)) if payload.is_none() => Claims::from_vc(&covered),
        // What the credential says of itself would be had anew.
        _ if format.is_vc() => Claims::from_vc(vc),
        _ => credential.claims(),
    };
    let period = Period::of_vc(vc, payload);
    let mut structure = match (format, payload) {
        (Format::SdJwtVc, Some(claims)) => structure::sd_jwt_vc(claims, &period),
        _ => structure::vc(format, vc, payload, &period),
    };
    match format {
        Format::Vc11 | Format::Vc20 | Format::SdJwtVc => structure.add_note(codes::STRUCTURE_NO_BADGE.note()),
        Format::Clr20 if structure::holds_credentials(vc) => {
            structure.add_note(codes::STRUCTURE_ENVELOPE.note());
        }
        _ => {}
    }
    let issuer = issuer_id(vc);
    let mut status = status::of_vc(look, vc, issuer);
    if within == Within::Nothing {
        refresh::offer(look, vc, &finding, &mut status.check);
    }
    let checks = vec![
        structure,
        schema::of_credential(look, vc),
        identity::check(&finding, issuer, &shown_name(&claims, vc), look),
        period.check(look.terms.now),
        status.check,
        recipient::check(&claims, look.terms.recipients),
        image::of_credential(look, &claims, vc, None),
        endorsed(look, within, vc, None, None),
        evidence::of_credential(look, vc, claims.image.as_deref()),
        others::mail(),
    ];
    let mut assessed = gather(format, checks, claims, &period, finding);
    assessed.status_until = status.until;
    assessed
}

/// A badge of Open Badges up to 2.0, hosted or signed.
fn assertion(look: &Look<'_>, within: Within, credential: &Credential, hosted: Hosted<'_>) -> Assessed {
    let given = credential.document();
    let read = hosted.assertion.or((!given.is_null()).then_some(given));
    let format = match hosted.assertion {
        Some(copy) if credential.format() == Format::Unknown => format_of(copy),
        _ => credential.format(),
    };
    let claims = hosted.claims().unwrap_or_else(|| credential.claims());
    let (structure, period, validity) = match read {
        Some(value) => {
            let period = Period::of_assertion(value);
            let structure = structure::assertion(format, value, hosted.badge, hosted.issuer, &period);
            let validity = period.check(look.terms.now);
            (structure, period, validity)
        }
        None => {
            let validity = Check::new(
                CheckId::ValidityPeriod,
                crate::check::Outcome::Inconclusive,
                codes::VALIDITY_PERIOD_NOT_READ,
            );
            (inconclusive(codes::STRUCTURE_NOT_READ), Period::default(), validity)
        }
    };
    let value = read.unwrap_or(&Value::Null);
    let name = claims.issuer.name.clone().or_else(|| hosted.issuer_id.clone()).unwrap_or_default();
    let status = match &hosted.status {
        Some(status) => status.clone(),
        // A hosted badge that was not had may have been withdrawn; a signed one names a list or none.
        None if matches!(credential.securing(), Securing::Jws(_)) && hosted.issuer.is_some() => {
            status::none()
        }
        None if hosted.finding.bad() => status::none(),
        None => status::not_read(),
    };
    let checks = vec![
        structure,
        schema::of_credential(look, value),
        identity::check(&hosted.finding, hosted.issuer_id.as_deref(), &name, look),
        validity,
        status,
        recipient::check(&claims, look.terms.recipients),
        image::of_credential(look, &claims, value, hosted.badge),
        endorsed(look, within, value, hosted.badge, hosted.issuer),
        evidence::of_credential(look, value, claims.image.as_deref()),
        others::mail(),
    ];
    gather(format, checks, claims, &period, hosted.finding)
}

/// The issuer's name, for sentences; its id where it has none.
fn shown_name(claims: &Claims, credential: &Value) -> String {
    claims.issuer.name.clone().unwrap_or_else(|| issuer_name(credential))
}

/// The format of the issuer's copy of a badge of which only the address was known.
fn format_of(copy: &Value) -> Format {
    Credential::read(copy.to_string().as_bytes()).map_or(Format::Unknown, |read| read.format())
}

/// Kinds whose proof is not looked at.
fn unproved(
    look: &Look<'_>,
    within: Within,
    credential: &Credential,
    structure: Check,
    proof: Check,
) -> Assessed {
    let claims = credential.claims();
    let format = credential.format();
    let document = credential.document();
    let finding = Finding::proof_only(proof);
    let period = Period::of_vc(document, None);
    let checks = vec![
        structure.with("format", format.as_str()),
        schema::of_credential(look, document),
        identity::check(&finding, issuer_id(document), &shown_name(&claims, document), look),
        period.check(look.terms.now),
        status::not_read(),
        recipient::check(&claims, look.terms.recipients),
        image::of_credential(look, &claims, document, None),
        endorsed(look, within, document, None, None),
        evidence::of_credential(look, document, claims.image.as_deref()),
        others::mail(),
    ];
    gather(format, checks, claims, &period, finding)
}

fn gather(
    format: Format,
    mut checks: Vec<Check>,
    claims: Claims,
    period: &Period,
    finding: Finding,
) -> Assessed {
    checks.push(finding.proof);
    checks.push(finding.issuer_key);
    let (from, until, proof_until) = (period.from, period.until, finding.until);
    Assessed { format, checks, claims, from, until, proof_until, status_until: None }
}
