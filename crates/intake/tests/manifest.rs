//! Every sample mail gives what its manifest says.
//!
//! The mails lie in the folder that `BADGEFOLIO_CORPUS` names, under `mail/`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test says so by failing")]
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use intake::{Scan, may_hold_badge, scan};
use openbadges::award::normalise;
use openbadges::recipient::{Identity, RecipientMatch, matches};
use openbadges::{Claims, IssuerTime};
use serde_json::{Value, json};

fn folder() -> Option<PathBuf> {
    match std::env::var("BADGEFOLIO_CORPUS") {
        Err(_) => None,
        Ok(path) if path.is_empty() => panic!("BADGEFOLIO_CORPUS is set but empty"),
        Ok(path) => Some(PathBuf::from(path).join("mail")),
    }
}

/// The value of a member of `expected`, as this crate gives it; `None`: not this crate's to say.
fn given(member: &str, scan: &Scan, claims: Option<&Claims>, own: &[Identity]) -> Option<Value> {
    let id = claims.and_then(|claims| claims.id.clone());
    Some(match member {
        "credential_id" => json!(id.map(|id| normalise(&id))),
        "name" => json!(claims?.name),
        "issuer_name" => json!(claims?.issuer.name),
        "category" => json!(claims?.category),
        "study_load_minutes" => json!(claims?.study_load_minutes),
        "ects" => json!(claims?.ects.map(|points| points as u64)),
        "hours" => json!(claims?.study_load_minutes.map(|minutes| minutes / 60)),
        "expires" => json!(claims?.valid_until.as_ref().map(|time| time.text.clone())),
        "issued" => json!(claims?.valid_from.as_ref().map(|time| time.text.clone())),
        "issuer_did" => json!(claims?.issuer.id),
        "recipient_matches" => match matches(&claims?.recipient, own) {
            RecipientMatch::Match(_) => json!(true),
            RecipientMatch::Mismatch => json!(false),
            RecipientMatch::Unknown => json!(null),
        },
        "recipient_email" => match matches(&claims?.recipient, own) {
            RecipientMatch::Match(identity) => json!(identity.value()),
            _ => json!(null),
        },
        "ob_version" => {
            let format = scan.found.first()?.credential.format();
            json!(format.as_str().trim_start_matches("open-badges-"))
        }
        "competencies" => claims?
            .competencies
            .iter()
            .map(|c| json!({"name": c.name, "minutes": c.minutes, "uri": c.uri, "kind": c.kind}))
            .collect(),
        "repaired" => json!(scan.found.iter().any(|f| f.notes.iter().any(|n| n.code == "png.repaired"))),
        "nested" => json!(scan.mail.as_ref().is_some_and(|mail| mail.forwarded)),
        "credentials" => json!(scan.found.len()),
        "same_id" => {
            let ids: Vec<_> = scan.found.iter().map(|found| found.credential.claims().id).collect();
            json!(ids.windows(2).all(|pair| pair[0] == pair[1]))
        }
        "is_badge_mail" => json!(scan.has_badge()),
        "candidate_links" => scan.links.iter().map(|link| json!(link.url)).collect(),
        "login_required" => json!(scan.links.iter().any(|link| link.login)),
        "platform_link" => json!(scan.links.iter().any(|link| link.platform.is_some())),
        "unknown_platform" => {
            json!(scan.links.iter().all(|link| link.platform.is_none()) && scan.has_badge())
        }
        "link" => json!(scan.links.first().map(|link| link.url.clone())),
        "interaction_url" | "offer_uri" => {
            json!(scan.links.iter().rev().find_map(|link| link.request.as_ref()).map(|url| url.to_string()))
        }
        "error" => {
            let codes: Vec<&str> = scan.passed.iter().map(|passed| passed.code.as_str()).collect();
            if codes.contains(&"png.too-large") {
                json!("too large")
            } else if codes.iter().any(|code| matches!(*code, "png.damaged" | "png.truncated")) {
                json!("attachment damaged")
            } else {
                json!(codes)
            }
        }
        _ => return None,
    })
}

#[test]
fn every_sample_mail_gives_what_its_manifest_says() {
    let Some(folder) = folder() else {
        eprintln!("skipped: 1 test over the sample mails, because BADGEFOLIO_CORPUS is not set");
        return;
    };
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let own: Vec<Identity> = manifest["wallet_addresses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|address| Identity::parse(address.as_str().unwrap()))
        .collect();
    let mut compared: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for message in manifest["messages"].as_array().unwrap() {
        let file = message["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let scan = scan(&bytes, file).unwrap();
        assert!(may_hold_badge(&bytes) || !scan.has_badge(), "{file} would be passed by");
        assert!(scan.mail.is_some(), "{file} is a mail");
        let claims = scan.found.first().map(|found| found.credential.claims());
        for (member, expected) in message["expected"].as_object().unwrap() {
            let expected = match member.as_str() {
                "credential_id" => json!(normalise(expected.as_str().unwrap())),
                // The offset may be written otherwise; the moment may not.
                "expires" | "issued" => {
                    let given = given(member, &scan, claims.as_ref(), &own).unwrap_or_default();
                    let same = |value: &Value| IssuerTime::parse_strict(value.as_str().unwrap_or("")).instant;
                    if same(&given).is_some() && same(&given) == same(expected) {
                        given
                    } else {
                        expected.clone()
                    }
                }
                "fetch" => {
                    // The first address that would give data; for a badge that was found it names itself.
                    let all: Vec<&str> = match expected {
                        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
                        one => one.as_str().into_iter().collect(),
                    };
                    let links =
                        scan.links.iter().filter_map(|link| link.fetch.as_ref()).map(|url| url.as_str());
                    let hosted = scan.found.iter().filter_map(|found| found.credential.hosted_at());
                    let hosted: Vec<String> = hosted.map(|url| url.to_string()).collect();
                    let given: Vec<&str> = links.chain(hosted.iter().map(String::as_str)).collect();
                    *compared.entry(member.clone()).or_default() += 1;
                    if !all.first().is_some_and(|first| given.contains(first)) {
                        wrong.push(format!("{file}: fetch: expected {all:?}, got {given:?}"));
                    }
                    continue;
                }
                _ => expected.clone(),
            };
            let Some(given) = given(member, &scan, claims.as_ref(), &own) else { continue };
            *compared.entry(member.clone()).or_default() += 1;
            if given != expected {
                wrong.push(format!("{file}: {member}: expected {expected}, got {given}"));
            }
        }
    }
    eprintln!("compared: {compared:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let named = [
        "credential_id",
        "name",
        "issuer_name",
        "recipient_matches",
        "competencies",
        "is_badge_mail",
        "error",
    ];
    for member in named.into_iter().chain(["study_load_minutes", "expires", "fetch"]) {
        assert!(compared.contains_key(member), "nothing was compared for {member}");
    }
}
