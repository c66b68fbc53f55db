//! Has it the shape and the required fields of the version it claims. Our own rules, from the standards' texts; what a
//! reader can do without is a note, so that the badges that are out there are not called damaged for a trifle.

use openbadges::Format;
use strict_json::{Value, each, first};

use super::validity::Period;
use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::proof::issuer_id;
use crate::urls::is_url;

const VC1: &str = "https://www.w3.org/2018/credentials/v1";
const VC2: &str = "https://www.w3.org/ns/credentials/v2";

pub(crate) fn inconclusive(code: Code) -> Check {
    Check::new(CheckId::Structure, Outcome::Inconclusive, code)
}

fn failed(code: Code, member: &str) -> Check {
    Check::new(CheckId::Structure, Outcome::Failed, code).with("member", member)
}

fn passed() -> Check {
    Check::new(CheckId::Structure, Outcome::Passed, codes::STRUCTURE_OK)
}

fn missing(member: &str) -> Check {
    failed(codes::STRUCTURE_MISSING, member)
}

fn wrong(member: &str) -> Check {
    failed(codes::STRUCTURE_WRONG, member)
}

fn there<'a>(value: &'a Value, member: &str) -> Option<&'a Value> {
    value.get(member).filter(|value| !value.is_null())
}

fn text<'a>(value: &'a Value, member: &str) -> Option<&'a str> {
    there(value, member).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

fn has_type(value: &Value, name: &str) -> bool {
    each(value.get("type")).any(|kind| kind.as_str() == Some(name))
}

fn dates(period: &Period) -> Option<Check> {
    period.unreadable.first().map(|member| failed(codes::STRUCTURE_DATE, member))
}

/// A Verifiable Credential; `payload` is that of its token, if it came as one.
pub(crate) fn vc(format: Format, credential: &Value, payload: Option<&Value>, period: &Period) -> Check {
    if payload.is_some_and(|payload| {
        payload.get("vc").is_some()
            && (payload.get("credentialSubject").is_some() || payload.get("@context").is_some())
    }) {
        // Two credentials in one token (VC-JOSE-COSE §3.1.1: `vc` must not be there): which one was meant?
        return failed(codes::STRUCTURE_AMBIGUOUS, "vc");
    }
    match vc_problem(format, credential) {
        Some(check) => check,
        None => dates(period).unwrap_or_else(|| {
            let mut check = passed();
            lesser(format, credential, &mut check);
            check
        }),
    }
}

fn vc_problem(format: Format, credential: &Value) -> Option<Check> {
    let first = match there(credential, "@context") {
        Some(Value::Array(items)) => items.first().and_then(Value::as_str),
        Some(Value::String(url)) => Some(url.as_str()),
        Some(_) => return Some(wrong("@context")),
        None => return Some(missing("@context")),
    };
    // VC Data Model 1.1 §4.1, 2.0 §4.3: the base context comes first.
    if !matches!(first, Some(VC1 | VC2)) {
        return Some(wrong("@context"));
    }
    if there(credential, "type").is_none() {
        return Some(missing("type"));
    }
    if !has_type(credential, "VerifiableCredential") {
        return Some(wrong("type"));
    }
    match there(credential, "id") {
        Some(Value::String(id)) if is_url(id) => {}
        None => {}
        Some(_) => return Some(wrong("id")),
    }
    match (there(credential, "issuer"), issuer_id(credential)) {
        (None, _) => return Some(missing("issuer")),
        (Some(Value::Object(_)), None) => return Some(missing("issuer.id")),
        (Some(_), Some(id)) if is_url(id) => {}
        _ => return Some(wrong("issuer")),
    }
    match there(credential, "credentialSubject") {
        None => return Some(missing("credentialSubject")),
        Some(Value::Object(members)) if !members.is_empty() => {}
        Some(Value::Array(items)) if !items.is_empty() && items.iter().all(Value::is_object) => {}
        Some(_) => return Some(wrong("credentialSubject")),
    }
    if first == Some(VC1) && there(credential, "issuanceDate").is_none() {
        return Some(missing("issuanceDate"));
    }
    if format == Format::OpenBadges30 {
        return achievement_problem(credential);
    }
    None
}

/// A credential of the IETF; `claims` are those of its token (SD-JWT VC §2.2.2).
pub(crate) fn sd_jwt_vc(claims: &Value, period: &Period) -> Check {
    if text(claims, "vct").is_none() {
        return missing("vct");
    }
    // Without it the issuer is only in the certificate of the header.
    match there(claims, "iss") {
        None => return missing("iss"),
        Some(Value::String(issuer)) if is_url(issuer) => {}
        Some(_) => return wrong("iss"),
    }
    if there(claims, "status").is_some_and(|status| !status.is_object()) {
        return wrong("status");
    }
    dates(period).unwrap_or_else(passed)
}

/// Open Badges 3.0 § AchievementSubject: what was achieved.
fn achievement_problem(credential: &Value) -> Option<Check> {
    if !is_badge(credential) {
        return None;
    }
    for subject in each(credential.get("credentialSubject")) {
        match there(subject, "achievement") {
            None => return Some(missing("credentialSubject.achievement")),
            Some(achievement @ Value::Object(_)) => {
                if there(achievement, "name").is_none() {
                    return Some(missing("credentialSubject.achievement.name"));
                }
            }
            Some(_) => return Some(wrong("credentialSubject.achievement")),
        }
    }
    None
}

/// A learner record of CLR 1.0 (§ Clr: `id`, `issuedOn`, `learner` and `publisher` are required).
pub(crate) fn clr1(record: &Value) -> Check {
    match there(record, "id") {
        None => return missing("id"),
        Some(Value::String(id)) if is_url(id) => {}
        Some(_) => return wrong("id"),
    }
    for member in ["learner", "publisher"] {
        match there(record, member) {
            None => return missing(member),
            Some(Value::Object(_)) => {}
            Some(_) => return wrong(member),
        }
    }
    match there(record, "issuedOn").map(|on| on.as_str().unwrap_or_default()) {
        None => missing("issuedOn"),
        Some(on) if openbadges::IssuerTime::parse_tolerant(on).instant.is_none() => {
            failed(codes::STRUCTURE_DATE, "issuedOn")
        }
        Some(_) => passed().note(codes::STRUCTURE_NO_BADGE.note()),
    }
}

/// A learner record with credentials in it (CLR 2.0 § ClrSubject).
pub(crate) fn holds_credentials(credential: &Value) -> bool {
    let held = |subject: &Value| first(subject.get("verifiableCredential")).is_some();
    each(credential.get("credentialSubject")).any(held)
}

/// An endorsement, or a statement that only uses the context of Open Badges, has no achievement.
fn is_badge(credential: &Value) -> bool {
    has_type(credential, "OpenBadgeCredential") || has_type(credential, "AchievementCredential")
}

/// Fields that the standard asks for and a reader can do without.
fn lesser(format: Format, credential: &Value, check: &mut Check) {
    let mut note = |member: &str| check.add_note(codes::STRUCTURE_MISSING.note().with("member", member));
    if format != Format::OpenBadges30 || !is_badge(credential) {
        return;
    }
    if there(credential, "id").is_none() {
        note("id");
    }
    if there(credential, "validFrom").is_none() && there(credential, "issuanceDate").is_none() {
        note("validFrom");
    }
    for subject in each(credential.get("credentialSubject")) {
        if there(subject, "id").is_none() && there(subject, "identifier").is_none() {
            note("credentialSubject.id");
        }
        for member in ["id", "type", "description", "criteria"] {
            if subject.get("achievement").is_none_or(|achievement| there(achievement, member).is_none()) {
                note(&format!("credentialSubject.achievement.{member}"));
            }
        }
    }
}

/// An assertion of Open Badges up to 2.0, with its badge class and issuer as far as they were had.
pub(crate) fn assertion(
    format: Format,
    assertion: &Value,
    badge: Option<&Value>,
    issuer: Option<&Value>,
    period: &Period,
) -> Check {
    let problem = match format {
        Format::OpenBadges05 => old_problem(assertion),
        Format::OpenBadges10 | Format::OpenBadges11 => one_problem(assertion),
        _ => context_problem(assertion).or_else(|| two_problem(assertion)),
    };
    problem
        .or_else(|| badge.and_then(|badge| badge_problem(format, badge)))
        .or_else(|| issuer.and_then(issuer_problem))
        .or_else(|| dates(period))
        .unwrap_or_else(passed)
}

fn old_problem(assertion: &Value) -> Option<Check> {
    if text(assertion, "recipient").is_none() {
        return Some(missing("recipient"));
    }
    match there(assertion, "badge") {
        None => Some(missing("badge")),
        Some(badge) if badge.is_object() => None,
        Some(_) => Some(wrong("badge")),
    }
}

fn recipient_problem(assertion: &Value) -> Option<Check> {
    match there(assertion, "recipient") {
        None => Some(missing("recipient")),
        Some(recipient @ Value::Object(_)) => {
            (text(recipient, "identity").is_none()).then(|| missing("recipient.identity"))
        }
        Some(_) => Some(wrong("recipient")),
    }
}

fn badge_named(assertion: &Value) -> Option<Check> {
    match there(assertion, "badge") {
        None => Some(missing("badge")),
        Some(Value::Object(_)) => None,
        Some(Value::String(address)) if is_url(address) => None,
        Some(_) => Some(wrong("badge")),
    }
}

fn one_problem(assertion: &Value) -> Option<Check> {
    recipient_problem(assertion)
        .or_else(|| badge_named(assertion))
        .or_else(|| {
            (there(assertion, "verify").is_none() && there(assertion, "verification").is_none())
                .then(|| missing("verify"))
        })
        .or_else(|| there(assertion, "issuedOn").is_none().then(|| missing("issuedOn")))
}

/// Open Badges 2.0 § JSON-LD: the context is that of version 2. A document that calls itself otherwise means otherwise.
fn context_problem(assertion: &Value) -> Option<Check> {
    let known = |context: &Value| {
        context.as_str().is_some_and(|url| {
            url.contains("w3id.org/openbadges/v2") || url.contains("purl.imsglobal.org/spec/ob/v2p")
        })
    };
    match there(assertion, "@context") {
        None => Some(missing("@context")),
        context if each(context).any(known) => None,
        Some(_) => Some(wrong("@context")),
    }
}

fn two_problem(assertion: &Value) -> Option<Check> {
    if !has_type(assertion, "Assertion") {
        return Some(if there(assertion, "type").is_none() { missing("type") } else { wrong("type") });
    }
    match there(assertion, "id") {
        None => return Some(missing("id")),
        Some(Value::String(id)) if is_url(id) => {}
        Some(_) => return Some(wrong("id")),
    }
    recipient_problem(assertion)
        .or_else(|| badge_named(assertion))
        .or_else(|| {
            (there(assertion, "verification").is_none() && there(assertion, "verify").is_none())
                .then(|| missing("verification"))
        })
        .or_else(|| there(assertion, "issuedOn").is_none().then(|| missing("issuedOn")))
}

fn badge_problem(format: Format, badge: &Value) -> Option<Check> {
    if text(badge, "name").is_none() {
        return Some(missing("badge.name"));
    }
    if there(badge, "issuer").is_none() {
        return Some(missing("badge.issuer"));
    }
    if format == Format::OpenBadges20 && there(badge, "type").is_some() && !has_type(badge, "BadgeClass") {
        return Some(wrong("badge.type"));
    }
    None
}

fn issuer_problem(issuer: &Value) -> Option<Check> {
    text(issuer, "name").is_none().then(|| missing("badge.issuer.name"))
}
