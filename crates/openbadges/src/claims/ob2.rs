//! Open Badges 0.5 to 2.0: assertion, badge class, issuer profile.

use strict_json::{Value, each, first};

use super::text::{Reader, address, count};
use super::{Alignment, Claims, Evidence, Issuer, extensions};
use crate::IssuerTime;
use crate::recipient::{Identity, RecipientId};

const NOTHING: Value = Value::Null;

impl Claims {
    /// The claims of an assertion. `badge` and `issuer` are the documents that stand for its members of that name;
    /// where they are not given, what is embedded counts, and an address stays an address.
    pub fn from_ob2(assertion: &Value, badge: Option<&Value>, issuer: Option<&Value>) -> Claims {
        let badge_doc = badge.or_else(|| embedded(assertion, "badge")).unwrap_or(&NOTHING);
        let issuer_doc = issuer.or_else(|| embedded(badge_doc, "issuer")).unwrap_or(&NOTHING);
        let tag = |doc: &Value| {
            ["@language", "language"].iter().find_map(|name| doc.get(name)?.as_str().map(str::to_owned))
        };
        let language = tag(badge_doc).or_else(|| tag(assertion));
        let reader = Reader { language: language.as_deref() };

        let criteria = first(badge_doc.get("criteria")).unwrap_or(&NOTHING);
        let mut claims = Claims {
            id: address(Some(assertion))
                .or_else(|| hosted_at(assertion))
                .or_else(|| reader.of(assertion, "uid")),
            name: reader.of(badge_doc, "name"),
            issuer: issuer_of(badge_doc, issuer_doc, reader),
            valid_from: time(assertion.get("issuedOn").or_else(|| assertion.get("issued_on"))),
            valid_until: time(assertion.get("expires")),
            achievement_type: None,
            criteria: reader.of(criteria, "narrative").or_else(|| {
                reader.text(Some(criteria).filter(|c| c.is_string())).filter(|text| !is_address(text))
            }),
            criteria_url: address(Some(criteria)).filter(|text| is_address(text)),
            alignments: each(badge_doc.get("alignment")).filter_map(|item| alignment(item, reader)).collect(),
            evidence: evidence(assertion, reader),
            results: Vec::new(),
            description: reader.of(badge_doc, "description"),
            image: address(assertion.get("image")).or_else(|| address(badge_doc.get("image"))),
            achievement_id: address(Some(badge_doc)).or_else(|| address(assertion.get("badge"))),
            recipient: recipients(assertion),
            recipient_name: None,
            tags: reader.texts(badge_doc.get("tags")),
            language: language.clone(),
            ..Claims::default()
        };
        // Badge classes of 0.5 may write `criteria` as a path below the issuer's origin.
        if claims.criteria.is_none() && claims.criteria_url.is_none() {
            claims.criteria_url = address(Some(criteria));
        }
        extensions::fill(&mut claims, &[assertion, badge_doc], reader);
        claims
    }
}

/// The object that stands in another as this member.
fn embedded<'v>(object: &'v Value, member: &str) -> Option<&'v Value> {
    first(object.get(member)).filter(|value| value.is_object())
}

/// Open Badges 1.0 names its own address in `verify.url`.
fn hosted_at(assertion: &Value) -> Option<String> {
    let verify = assertion.get("verify").or_else(|| assertion.get("verification"))?;
    let hosted = matches!(verify.get("type")?.as_str()?, "hosted" | "HostedBadge");
    verify.get("url").filter(|_| hosted)?.as_str().map(str::to_owned)
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A date as text or as Unix seconds; `null` is none.
pub(super) fn time(value: Option<&Value>) -> Option<IssuerTime> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(IssuerTime::parse_tolerant(text)),
        Value::Number(number) => Some(IssuerTime::parse_tolerant(&number.to_string())),
        _ => None,
    }
}

fn issuer_of(badge: &Value, issuer: &Value, reader: Reader<'_>) -> Issuer {
    let url = reader.of(issuer, "url").or_else(|| reader.of(issuer, "origin"));
    Issuer {
        id: address(Some(issuer)).or_else(|| address(badge.get("issuer"))),
        name: reader.of(issuer, "name"),
        url,
        image: address(issuer.get("image")),
    }
}

fn recipients(assertion: &Value) -> Vec<RecipientId> {
    each(assertion.get("recipient"))
        .filter_map(|recipient| {
            // 0.5: the address or its hash as a bare string, the salt beside it.
            let (value, kind, hashed, salt) = match recipient {
                Value::String(text) => (text.to_string(), "email", None, assertion.get("salt")),
                object => (
                    object.get("identity")?.as_str()?.to_owned(),
                    object.get("type").and_then(Value::as_str).unwrap_or("email"),
                    flag(object.get("hashed")),
                    object.get("salt"),
                ),
            };
            let looks_hashed = value.split_once('$').is_some_and(|(alg, _)| matches!(alg, "sha256" | "md5"));
            let hashed = hashed.unwrap_or(false) || looks_hashed;
            Some(RecipientId {
                kind: kind_of(kind, &value, hashed).to_owned(),
                value,
                hashed,
                salt: salt.and_then(Value::as_str).filter(|salt| !salt.is_empty()).map(str::to_owned),
            })
        })
        .collect()
}

/// A boolean, also as a string (seen in old badges).
pub(super) fn flag(value: Option<&Value>) -> Option<bool> {
    match value? {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => Some(text.eq_ignore_ascii_case("true")),
        _ => None,
    }
}

/// The kind of an identity from the type its badge writes, in the words of [`Identity::kind`].
pub(super) fn kind_of(written: &str, value: &str, hashed: bool) -> &'static str {
    match written.to_ascii_lowercase().trim_start_matches("ext:") {
        "email" | "emailaddress" => "email",
        "did" => "did",
        "url" | "homepage" => "url",
        "telephone" | "phonenumber" => "telephone",
        // `id` (edubadges) and whatever else: told from the value, which a hash does not show.
        _ if !hashed => Identity::parse(value).kind(),
        _ => "other",
    }
}

fn alignment(item: &Value, reader: Reader<'_>) -> Option<Alignment> {
    let either = |new: &str, old: &str| reader.of(item, new).or_else(|| reader.of(item, old));
    if let Some(url) = item.as_str() {
        return Some(Alignment { url: Some(url.to_owned()), ..Alignment::default() });
    }
    let found = Alignment {
        name: either("targetName", "name"),
        url: either("targetUrl", "url"),
        description: either("targetDescription", "description"),
        framework: reader.of(item, "targetFramework"),
        code: reader.of(item, "targetCode"),
        kind: None,
    };
    (found != Alignment::default()).then_some(found)
}

fn evidence(assertion: &Value, reader: Reader<'_>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = each(assertion.get("evidence"))
        .map(|item| Evidence {
            url: address(Some(item)).filter(|text| is_address(text)),
            name: reader.of(item, "name"),
            narrative: reader.of(item, "narrative"),
            description: reader.of(item, "description"),
            genre: reader.of(item, "genre"),
        })
        .filter(|item| *item != Evidence::default())
        .collect();
    if let Some(narrative) = reader.of(assertion, "narrative") {
        all.insert(0, Evidence { narrative: Some(narrative), ..Evidence::default() });
    }
    all
}

/// Credit points as stated; used by the other formats, too.
pub(super) fn points(value: Option<&Value>) -> Option<f64> {
    count(value)
}
