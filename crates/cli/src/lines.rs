//! The JSON objects of CONTRACTS: one a line for each credential, link, or input without anything. Described for
//! programs in docs/cli.schema.json.

use serde::Serialize;
use serde_json::{Map, Value, json};
use wallet::record::{CheckedRecord, CredentialRecord, LinkRecord, Listed, Record};
use wallet::views::{BadgeCard, CheckView, InboxItem, NoteView, ReviewBadge, ReviewView, WaitingLink};
use words::Words;

use crate::failing;

/// The object of a record. `checked`: with verdict and checks.
pub(crate) fn record(input: &str, record: &Record, words: Words) -> Value {
    match record {
        Record::Credential(credential) => self::credential(input, credential, words),
        Record::Link(link) => self::link(input, link),
        Record::Nothing(failure) => failing::object(input, failure, words),
    }
}

fn credential(input: &str, record: &CredentialRecord, words: Words) -> Value {
    let mut object = Map::new();
    object.insert("input".to_owned(), json!(input));
    object.insert("path".to_owned(), json!(record.path));
    object.insert("format".to_owned(), json!(record.format));
    object.insert("container".to_owned(), json!(record.container));
    object.insert("securing".to_owned(), json!(record.securing));
    if let Some(checked) = &record.checked {
        judged(&mut object, checked, words);
    }
    if let Some(kept) = &record.kept {
        object.insert("badge".to_owned(), json!(kept.badge));
        object.insert("decision".to_owned(), json!(kept.decision));
        object.insert("waits".to_owned(), json!(kept.waits));
        object.insert("perhapsSame".to_owned(), ids(&kept.perhaps_same));
    }
    object.insert("notes".to_owned(), notes(&record.notes, words));
    object.insert("credential".to_owned(), record.credential.clone());
    Value::Object(object)
}

fn judged(object: &mut Map<String, Value>, checked: &CheckedRecord, words: Words) {
    object.insert("verdict".to_owned(), json!(checked.verdict));
    object.insert("mark".to_owned(), json!(checked.mark));
    object.insert("verifiedAt".to_owned(), json!(checked.at));
    object.insert("checks".to_owned(), checks(&checked.checks, words));
    object.insert("wantedHosts".to_owned(), json!(checked.wanted_hosts));
    object.insert("documents".to_owned(), json!(checked.documents));
}

fn link(input: &str, link: &LinkRecord) -> Value {
    json!({
        "input": input,
        "path": link.path,
        "link": {
            "kind": link.kind,
            "platform": link.platform,
            "host": link.host,
            "url": link.url,
            "fetch": link.fetch,
            "request": link.request,
            "login": link.login,
        },
    })
}

/// The checks of a report, worded.
pub(crate) fn checks(checks: &[CheckView], words: Words) -> Value {
    let worded = checks.iter().map(|check| {
        let sentence = words.code(&check.code, &check.args);
        json!({
            "id": check.id,
            "outcome": check.outcome,
            "code": check.code,
            "message": sentence.message,
            "next": sentence.next,
            "notes": notes(&check.notes, words),
            "documents": check.documents.iter().map(|document| &document.url).collect::<Vec<_>>(),
        })
    });
    worded.collect()
}

/// Notes, worded.
pub(crate) fn notes(notes: &[NoteView], words: Words) -> Value {
    let worded = notes.iter().map(|note| {
        let sentence = words.code(&note.code, &note.args);
        json!({ "code": note.code, "message": sentence.message })
    });
    worded.collect()
}

/// A badge of `list` and `search`.
pub(crate) fn listed(badge: &Listed) -> Value {
    json!({
        "id": badge.id,
        "name": badge.name,
        "issuer": { "id": badge.issuer_id, "name": badge.issuer },
        "verdict": badge.verdict,
        "mark": badge.mark,
        "validFrom": badge.valid_from,
        "validUntil": badge.valid_until,
        "copies": badge.copies,
    })
}

/// A badge of `inbox list`.
pub(crate) fn waiting(item: &InboxItem, words: Words) -> Value {
    json!({
        "id": item.card.id,
        "name": item.card.name,
        "issuer": { "name": item.card.issuer },
        "verdict": item.card.mark.verdict(),
        "mark": item.card.mark,
        "validFrom": item.card.issued,
        "validUntil": item.card.valid_until,
        "decision": item.decision,
        "recipient": item.recipient,
        "mail": item.mail,
        "checks": checks(&item.checks, words),
        "wantedHosts": item.wanted_hosts,
        "perhapsSame": ids(&item.perhaps_same),
    })
}

/// A link of `inbox list`.
pub(crate) fn waiting_link(one: &WaitingLink) -> Value {
    json!({
        "id": one.id,
        "input": one.input,
        "mail": one.mail,
        "asks": one.asks,
        "tracker": one.tracker,
        "waitingLink": { "kind": one.link.kind, "platform": one.link.platform, "host": one.link.host, "url": one.link.url },
    })
}

fn ids(cards: &[BadgeCard]) -> Value {
    cards.iter().map(|card| card.id.as_str()).collect()
}

/// A badge of a review, with the head of the profile it came in.
pub(crate) fn reviewed(view: &ReviewView, badge: &ReviewBadge, words: Words) -> Value {
    let profile = view.profile.as_ref().map(|profile| {
        json!({
            "title": profile.title,
            "holder": profile.holder,
            "createdAt": profile.created_at,
            "expiresAt": profile.expires_at,
            "manifest": profile.manifest,
            "notes": notes(&profile.notes, words),
        })
    });
    json!({
        "input": view.name,
        "ref": badge.r#ref,
        "name": badge.name,
        "issuer": badge.issuer,
        "verdict": badge.mark.verdict(),
        "mark": badge.mark,
        "verifiedAt": badge.verified_at,
        "validFrom": badge.issued,
        "validUntil": badge.valid_until,
        "checks": checks(&badge.checks, words),
        "notes": notes(&badge.notes, words),
        "evidence": badge.evidence,
        "senderVerdict": badge.sender_verdict,
        "describedOnly": badge.described_only,
        "wantedHosts": badge.wanted_hosts,
        "profile": profile,
    })
}

/// A document as it stands, with its checks worded.
pub(crate) fn with_checks(view: &impl Serialize, worded: Value) -> Value {
    let mut value = serde_json::to_value(view).unwrap_or(Value::Null);
    if let Some(object) = value.as_object_mut() {
        object.insert("checks".to_owned(), worded);
    }
    value
}
