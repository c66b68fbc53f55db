//! Extensions of Open Educational Badges and edubadges: study load, competencies, category, level, ECTS.
//!
//! Both name a member `StudyLoad`; OEB counts minutes in it (whatever its schema says), edubadges hours. They are
//! told apart by the host of the extension's context.

use strict_json::{Map, Value, each};
use url::Url;

use super::text::{Reader, count};
use super::{Claims, Competency};

const PREFIX: &str = "extensions:";

/// Can this be the name of one of the extensions below?
fn is_extension(name: &str) -> bool {
    name.starts_with(PREFIX) || name.ends_with("Extension") || name == "recipientProfile"
}

/// Fills in what the extensions in these objects say; an earlier object counts before a later one.
pub(super) fn fill(claims: &mut Claims, holders: &[&Value], reader: Reader<'_>) {
    for holder in holders {
        // Most badges have none of them; one walk over the names tells so.
        let extended = |members: &Map| members.keys().any(|name| is_extension(name));
        let Some(members) = holder.as_object().filter(|members| extended(members)) else { continue };
        let member = |name: &str| {
            let prefixed = members.iter().find(|(key, _)| key.strip_prefix(PREFIX) == Some(name));
            prefixed.map(|(_, value)| value).or_else(|| members.get(name))
        };
        if let Some(value) = member("StudyLoadExtension")
            && claims.study_load_minutes.is_none()
        {
            claims.study_load_minutes = study_load(value, holder, holders);
        }
        if let Some(value) = member("TimeInvestmentExtension")
            && claims.study_load_minutes.is_none()
        {
            // edubadges only, in hours.
            claims.study_load_minutes =
                count(value.get("TimeInvestment")).map(|hours| (hours * 60.0).round() as u64);
        }
        if let Some(value) = member("CategoryExtension") {
            claims.category = claims.category.take().or_else(|| reader.of(value, "Category"));
        }
        if let Some(value) = member("LevelExtension") {
            claims.level = claims.level.take().or_else(|| reader.of(value, "Level"));
        }
        if let Some(value) = member("EQFExtension") {
            let eqf = || reader.of(value, "EQF").map(|level| format!("EQF {level}"));
            claims.level = claims.level.take().or_else(eqf);
        }
        if let Some(value) = member("ECTSExtension") {
            claims.ects = claims.ects.or_else(|| count(value.get("ECTS")));
        }
        if let Some(value) = member("LanguageExtension") {
            claims.language = claims.language.take().or_else(|| reader.of(value, "Language"));
        }
        if let Some(value) = member("recipientProfile") {
            claims.recipient_name = claims.recipient_name.take().or_else(|| reader.of(value, "name"));
        }
        if let Some(value) = member("CompetencyExtension")
            && claims.competencies.is_empty()
        {
            claims.competencies = each(Some(value)).filter_map(|item| competency(item, reader)).collect();
        }
    }
}

fn study_load(value: &Value, holder: &Value, holders: &[&Value]) -> Option<u64> {
    let load = count(value.get("StudyLoad"))?;
    let own = contexts(value).filter(|url| url.contains("StudyLoad"));
    let around = holders.iter().flat_map(|h| contexts(h)).filter(|url| url.contains("StudyLoad"));
    let written = own.chain(around).map(str::to_owned).next();
    let host = written
        .or_else(|| holder.get("id").and_then(Value::as_str).map(str::to_owned))
        .and_then(|url| Url::parse(&url).ok())
        .and_then(|url| url.host_str().map(str::to_owned));
    let hours = host.is_some_and(|host| host == "edubadges.nl" || host.ends_with(".edubadges.nl"));
    Some((if hours { load * 60.0 } else { load }).round() as u64)
}

fn contexts(value: &Value) -> impl Iterator<Item = &str> {
    each(value.get("@context")).filter_map(Value::as_str)
}

fn competency(item: &Value, reader: Reader<'_>) -> Option<Competency> {
    let parts = || {
        let part = |name: &str| count(item.get(name));
        Some(part("hours").unwrap_or(0.0) * 60.0 + part("minutes")?)
    };
    Some(Competency {
        name: reader.of(item, "name").or_else(|| reader.of(item, "escoID"))?,
        description: reader.of(item, "description"),
        minutes: count(item.get("studyLoad")).or_else(parts).map(|minutes| minutes.round() as u64),
        uri: reader.of(item, "framework_identifier").or_else(|| reader.of(item, "escoID")),
        kind: reader.of(item, "category"),
    })
}
