//! European Learning Model 3 (European Digital Credentials): name, issuer, dates, workload.

use strict_json::{Value, each, first};

use super::ob2::points;
use super::text::{Reader, address, duration_minutes};
use super::vc::time;
use super::{Claims, Competency, Issuer};
use crate::recipient::RecipientId;

const NOTHING: Value = Value::Null;

pub(super) fn claims(credential: &Value) -> Claims {
    let display = first(credential.get("displayParameter")).unwrap_or(&NOTHING);
    let subject = first(credential.get("credentialSubject")).unwrap_or(&NOTHING);
    let claim = first(subject.get("hasClaim")).unwrap_or(&NOTHING);
    let specified = first(claim.get("specifiedBy")).unwrap_or(&NOTHING);
    let language = language(display);
    let reader = Reader { language: language.as_deref() };
    let issuer = first(credential.get("issuer")).unwrap_or(&NOTHING);
    let names = [reader.of(display, "title"), reader.of(claim, "title"), reader.of(specified, "title")];
    Claims {
        id: address(Some(credential)),
        name: names.into_iter().flatten().next(),
        issuer: Issuer {
            id: address(credential.get("issuer")),
            name: ["legalName", "prefLabel", "altLabel", "name"].iter().find_map(|m| reader.of(issuer, m)),
            url: address(issuer.get("homepage")),
            image: None,
        },
        valid_from: time(credential, &["validFrom", "issuanceDate", "issued"]),
        valid_until: time(credential, &["validUntil", "expirationDate"]),
        achievement_type: first(claim.get("type")).and_then(Value::as_str).map(super::plain),
        description: reader.of(display, "description").or_else(|| reader.of(claim, "description")),
        achievement_id: address(Some(specified)),
        recipient: recipients(subject),
        recipient_name: reader.of(subject, "fullName").or_else(|| full_name(subject, reader)),
        language: language.clone(),
        study_load_minutes: specified
            .get("volumeOfLearning")
            .and_then(|text| duration_minutes(text.as_str()?)),
        competencies: each(specified.get("learningOutcome")).filter_map(|o| outcome(o, reader)).collect(),
        ects: each(specified.get("creditPoint")).find_map(|credit| ects(credit, reader)),
        ..Claims::default()
    }
}

fn full_name(subject: &Value, reader: Reader<'_>) -> Option<String> {
    let parts = [reader.of(subject, "givenName"), reader.of(subject, "familyName")];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

fn recipients(subject: &Value) -> Vec<RecipientId> {
    each(subject.get("contactPoint"))
        .flat_map(|contact| each(contact.get("emailAddress")))
        .filter_map(|mail| address(Some(mail)))
        .map(|mail| RecipientId {
            kind: "email".to_owned(),
            value: mail.strip_prefix("mailto:").map(str::to_owned).unwrap_or(mail),
            hashed: false,
            salt: None,
        })
        .collect()
}

fn outcome(value: &Value, reader: Reader<'_>) -> Option<Competency> {
    let skill = first(value.get("relatedESCOSkill").or_else(|| value.get("relatedSkill")));
    Some(Competency { name: reader.of(value, "title")?, uri: address(skill), ..Competency::default() })
}

/// Credit points, only where the framework says it is ECTS.
fn ects(credit: &Value, reader: Reader<'_>) -> Option<f64> {
    let framework = first(credit.get("framework"))?;
    let label = reader.of(framework, "prefLabel").unwrap_or_default();
    let known = address(Some(framework)).is_some_and(|uri| uri.ends_with("education-credit/6fcec5c5af"));
    if !known && !label.contains("European Credit Transfer") && label != "ECTS" {
        return None;
    }
    points(credit.get("point"))
}

/// The primary language: an entry of the EU's authority table, by its three letters.
fn language(display: &Value) -> Option<String> {
    let uri = address(display.get("primaryLanguage"))?;
    let code = uri.rsplit('/').next()?;
    let two = match code {
        "ENG" => "en",
        "DEU" => "de",
        "FRA" => "fr",
        "SPA" => "es",
        "ITA" => "it",
        "NLD" => "nl",
        "POL" => "pl",
        "POR" => "pt",
        "ELL" => "el",
        "SWE" => "sv",
        "FIN" => "fi",
        "DAN" => "da",
        "CES" => "cs",
        "HUN" => "hu",
        "RON" => "ro",
        "BUL" => "bg",
        "HRV" => "hr",
        "SLV" => "sl",
        "SLK" => "sk",
        "EST" => "et",
        "LAV" => "lv",
        "LIT" => "lt",
        "MLT" => "mt",
        "GLE" => "ga",
        _ => return None,
    };
    Some(two.to_owned())
}
