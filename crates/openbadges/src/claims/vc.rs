//! Open Badges 3.0, CLR 2.0 and other Verifiable Credentials.

use strict_json::{Value, each, first};

use super::ob2::{flag, kind_of};
use super::text::{Reader, address, has_type};
use super::{Alignment, Claims, Evidence, Issuer, ResultClaim, elm, extensions};
use crate::IssuerTime;
use crate::recipient::{Identity, RecipientId};

const NOTHING: Value = Value::Null;

impl Claims {
    /// The claims of a Verifiable Credential, data model 1.1 or 2.0.
    pub fn from_vc(credential: &Value) -> Claims {
        let clr = has_type(credential, "ClrCredential");
        if !clr && crate::credential::is_elm(credential) {
            return elm::claims(credential);
        }
        let subject = first(credential.get("credentialSubject")).unwrap_or(&NOTHING);
        let achievement = first(subject.get("achievement")).unwrap_or(&NOTHING);
        let tag = |value: &Value| value.get("inLanguage").and_then(Value::as_str).map(str::to_owned);
        let language = tag(achievement).or_else(|| tag(credential));
        let reader = Reader { language: language.as_deref() };
        let (own, awarded) = (reader.of(credential, "name"), reader.of(achievement, "name"));
        let criteria = first(achievement.get("criteria")).unwrap_or(&NOTHING);
        let image = [subject.get("image"), achievement.get("image"), credential.get("image")];

        let mut claims = Claims {
            id: address(Some(credential)),
            name: if clr { own.or(awarded) } else { awarded.or(own) }.or_else(|| last_type(credential)),
            issuer: issuer(credential.get("issuer"), reader),
            valid_from: time(credential, &["validFrom", "issuanceDate", "issued"]),
            valid_until: time(credential, &["validUntil", "expirationDate"]),
            achievement_type: reader.of(achievement, "achievementType"),
            criteria: reader.of(criteria, "narrative"),
            criteria_url: address(Some(criteria)),
            alignments: each(achievement.get("alignment"))
                .filter_map(|item| alignment(item, reader))
                .collect(),
            evidence: each(credential.get("evidence")).filter_map(|item| evidence(item, reader)).collect(),
            results: each(subject.get("result"))
                .filter_map(|item| result(item, achievement, reader))
                .collect(),
            description: reader
                .of(achievement, "description")
                .or_else(|| reader.of(credential, "description")),
            image: image.into_iter().find_map(address),
            achievement_id: address(Some(achievement)),
            recipient: recipients(subject),
            recipient_name: recipient_name(subject, reader),
            tags: reader.texts(achievement.get("tag")),
            language: language.clone(),
            ..Claims::default()
        };
        // Assertion-wide narrative: Open Badges 3.0 `AchievementSubject.narrative`.
        if let Some(narrative) = reader.of(subject, "narrative") {
            claims.evidence.insert(0, Evidence { narrative: Some(narrative), ..Evidence::default() });
        }
        extensions::fill(&mut claims, &[credential, achievement], reader);
        claims
    }
}

/// The most special type, for credentials that have no name at all.
fn last_type(credential: &Value) -> Option<String> {
    each(credential.get("type"))
        .filter_map(Value::as_str)
        .rfind(|name| !matches!(*name, "VerifiableCredential" | "VerifiableAttestation"))
        .map(super::plain)
}

/// A string or an object.
pub(super) fn issuer(value: Option<&Value>, reader: Reader<'_>) -> Issuer {
    let object = first(value).unwrap_or(&NOTHING);
    Issuer {
        id: address(value),
        name: reader.of(object, "name"),
        url: reader.of(object, "url"),
        image: address(object.get("image")),
    }
}

/// The first of these members that is a string, read strictly.
pub(super) fn time(credential: &Value, names: &[&str]) -> Option<IssuerTime> {
    let value = names.iter().find_map(|name| credential.get(name).filter(|value| !value.is_null()))?;
    Some(match value {
        Value::String(text) => IssuerTime::parse_strict(text),
        // Not a date at all; kept so that nobody takes it for "no end".
        other => IssuerTime { text: super::plain(&other.to_string()), instant: None },
    })
}

fn recipients(subject: &Value) -> Vec<RecipientId> {
    let id = subject.get("id").and_then(Value::as_str).map(|id| {
        let identity = Identity::parse(id);
        RecipientId {
            kind: identity.kind().to_owned(),
            value: identity.value().to_owned(),
            hashed: false,
            salt: None,
        }
    });
    // A subject's id that says nothing about who that is (urn:uuid:…) is no recipient.
    let id = id.filter(|recipient| recipient.kind != "other");
    let named = each(subject.get("identifier")).filter_map(|item| {
        let value = ["identityHash", "identity"].iter().find_map(|name| item.get(name)?.as_str())?;
        let hashed = flag(item.get("hashed")).unwrap_or(false)
            || value.split_once('$').is_some_and(|(algorithm, _)| matches!(algorithm, "sha256" | "md5"));
        let kind = item.get("identityType").and_then(Value::as_str).unwrap_or_default();
        if matches!(kind, "name" | "ext:name") {
            return None;
        }
        Some(RecipientId {
            kind: kind_of(kind, value, hashed).to_owned(),
            value: value.to_owned(),
            hashed,
            salt: item.get("salt").and_then(Value::as_str).filter(|salt| !salt.is_empty()).map(str::to_owned),
        })
    });
    id.into_iter().chain(named).collect()
}

fn recipient_name(subject: &Value, reader: Reader<'_>) -> Option<String> {
    let named = each(subject.get("identifier")).find_map(|item| {
        let plain = !flag(item.get("hashed")).unwrap_or(false);
        let name = item.get("identityType").and_then(Value::as_str) == Some("name");
        (name && plain).then(|| reader.of(item, "identityHash"))?
    });
    named.or_else(|| reader.of(subject, "name"))
}

pub(super) fn alignment(item: &Value, reader: Reader<'_>) -> Option<Alignment> {
    let found = Alignment {
        name: reader.of(item, "targetName"),
        url: reader.of(item, "targetUrl"),
        description: reader.of(item, "targetDescription"),
        framework: reader.of(item, "targetFramework"),
        code: reader.of(item, "targetCode"),
        kind: reader.of(item, "targetType"),
    };
    (found != Alignment::default()).then_some(found)
}

fn evidence(item: &Value, reader: Reader<'_>) -> Option<Evidence> {
    let found = Evidence {
        url: address(Some(item)),
        name: reader.of(item, "name"),
        narrative: reader.of(item, "narrative"),
        description: reader.of(item, "description"),
        genre: reader.of(item, "genre"),
    };
    (found != Evidence::default()).then_some(found)
}

fn result(item: &Value, achievement: &Value, reader: Reader<'_>) -> Option<ResultClaim> {
    let wanted = item.get("resultDescription").and_then(Value::as_str);
    let described = each(achievement.get("resultDescription"))
        .find(|description| wanted.is_some() && description.get("id").and_then(Value::as_str) == wanted)
        .unwrap_or(&NOTHING);
    let level = reader.of(item, "achievedLevel").map(|id| {
        each(described.get("rubricCriterionLevel"))
            .find(|level| level.get("id").and_then(Value::as_str) == Some(&id))
            .and_then(|level| reader.of(level, "level").or_else(|| reader.of(level, "name")))
            .unwrap_or(id)
    });
    let found = ResultClaim {
        name: reader.of(described, "name"),
        value: reader.of(item, "value"),
        status: reader.of(item, "status"),
        level,
    };
    (found != ResultClaim::default()).then_some(found)
}
