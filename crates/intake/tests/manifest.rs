//! Every sample mail gives what its manifest says.
//!
//! The mails lie in the folder that `BADGEFOLIO_CORPUS` names, under `mail/`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test says so by failing")]
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use intake::{KeyRecord, Link, Scan, Sender, may_hold_badge, scan};
use openbadges::IssuerTime;
use openbadges::award::normalise;
use openbadges::recipient::{Identity, RecipientMatch, matches};
use strict_json::{Value, json};

fn folder() -> Option<PathBuf> {
    match std::env::var("BADGEFOLIO_CORPUS") {
        Err(_) => None,
        Ok(path) if path.is_empty() => panic!("BADGEFOLIO_CORPUS is set but empty"),
        Ok(path) => Some(PathBuf::from(path).join("mail")),
    }
}

/// Members of `expected` that say something that is not the importer's to say, and why. Every other has to be compared: one that is
/// not known here fails the test.
const NOT_THE_IMPORTERS: [(&str, &str); 8] = [
    (
        "draft",
        "what the running text says of the badge; nobody vouches for it, and the badge itself will say it",
    ),
    ("manual_step", "advice for the person, given with the kind of the link"),
    ("verification", "what checks come to: verification says it (tests/flows, tests/corpus)"),
    ("signature", "what checks come to: verification says it (tests/flows, tests/corpus)"),
    ("dns", "what is put in, for `dkim`"),
    ("warn", "worded by the check `mail` when a badge is checked; this mail holds none"),
    ("needs_consent", "asked by whoever fetches (tests/attacks, network)"),
    ("remote_content_blocked", "nothing in this crate can fetch: its clippy.toml forbids sockets"),
];

/// The value of a member of `expected`, as this crate gives it.
fn given(member: &str, expected: &Value, seen: &Seen<'_>) -> Option<Value> {
    let Seen { scan, own, dns } = seen;
    let first = scan.found.first();
    let claims = first.map(|found| found.credential.claims());
    let claims = claims.as_ref();
    let requests = || scan.links.iter().filter_map(|link| link.request.as_ref()).map(|url| url.to_string());
    // What is expected, if any of what was found is that; else all of it.
    let any = |all: Vec<String>| match all.iter().find(|one| expected == *one) {
        Some(one) => json!(one),
        None => json!(all),
    };
    let last = |link: &Link| {
        let path = link.url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        path.rsplit('/').next().unwrap_or_default().to_owned()
    };
    Some(match member {
        "credential_id" => json!(claims?.id.as_deref().map(normalise)),
        "name" => json!(claims?.name),
        "issuer_name" => json!(claims?.issuer.name),
        "category" => json!(claims?.category),
        "study_load_minutes" => json!(claims?.study_load_minutes),
        "ects" => json!(claims?.ects.map(|points| points as u64)),
        "hours" => json!(claims?.study_load_minutes.map(|minutes| minutes / 60)),
        // The offset may be written otherwise; the moment may not.
        "expires" => moment(claims?.valid_until.as_ref(), expected),
        "issued" => moment(claims?.valid_from.as_ref(), expected),
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
        "ob_version" => json!(first?.credential.format().as_str().trim_start_matches("open-badges-")),
        "format" => match first?.credential.format() {
            openbadges::Format::Elm3 => json!("EDC/ELM 3"),
            other => json!(other.as_str()),
        },
        "competencies" => claims?
            .competencies
            .iter()
            .map(|c| json!({"name": c.name, "minutes": c.minutes, "uri": c.uri, "kind": c.kind}))
            .collect(),
        "repaired" => json!(scan.found.iter().any(|f| f.notes.iter().any(|n| n.code == "png.repaired"))),
        "nested" => json!(scan.mail.as_ref()?.forwarded),
        "credentials" => json!(scan.found.len()),
        "same_id" => {
            let ids: Vec<_> = scan.found.iter().map(|found| found.credential.claims().id).collect();
            json!(ids.windows(2).all(|pair| pair[0] == pair[1]))
        }
        // Both are kept; which leads is the wallet's to say, and it is the one that proves most.
        "prefer" => {
            let signed = scan.found.iter().filter(|f| *f.credential.securing() != openbadges::Securing::None);
            if signed.count() == 1 { json!("the signed one") } else { json!(null) }
        }
        "is_badge_mail" => json!(scan.has_badge()),
        "candidate_links" => scan.links.iter().map(|link| json!(link.url)).collect(),
        "login_required" => json!(scan.links.iter().any(|link| link.login)),
        "platform_link" => json!(scan.links.iter().any(|link| link.platform.is_some())),
        "unknown_platform" => {
            json!(scan.has_badge() && scan.links.iter().all(|link| link.platform.is_none()))
        }
        "link" => any(scan.links.iter().map(|link| link.url.clone()).collect()),
        "fetch" => fetch(expected, scan),
        // The badge is not in it, or is the issuer's to confirm.
        "needs_network" => {
            json!(scan.found.iter().all(|found| found.credential.hosted_at().is_some()) && scan.has_badge())
        }
        "interaction_url" | "vc_request_url" | "offer_uri" => any(requests().collect()),
        "protocol" => match scan.links.iter().find(|link| link.request.is_some())?.platform.as_deref()? {
            "learncard" | "vcapi" => json!("vcapi-interaction"),
            other => json!(other),
        },
        "offer" => {
            let offers = scan.links.iter().filter_map(|link| {
                let query = link.opens.split_once('?')?.1;
                let (_, value) = url::form_urlencoded::parse(query.as_bytes())
                    .find(|(name, _)| name == "credential_offer")?;
                serde_json::from_str::<Value>(&value).ok()
            });
            let offers: Vec<Value> = offers.collect();
            offers.iter().find(|offer| *offer == expected).cloned().unwrap_or_else(|| json!(offers))
        }
        "learning_path_id" | "credential_number" | "credential_uuid" => {
            any(scan.links.iter().map(last).collect())
        }
        // What opens the claim stays out of what is shown.
        "secret_in_link" => {
            let secret = |link: &Link| link.opens.contains("token=") && !link.url.contains("token=");
            json!(scan.links.iter().any(secret))
        }
        "strip_query" => {
            let gone = |name: &Value| {
                let mark = format!("{}=", name.as_str().unwrap_or_default());
                scan.links.iter().any(|link| link.opens.contains(&mark))
                    && scan.links.iter().all(|link| !link.url.contains(&mark))
            };
            expected.as_array()?.iter().filter(|name| gone(name)).cloned().collect()
        }
        "dkim" | "d" | "aligned" => {
            let key = |address: &str| {
                let name = address.strip_prefix("dns:").and_then(|rest| rest.split('?').next());
                match name.and_then(|name| dns.get(name)).and_then(Value::as_str) {
                    Some(text) => KeyRecord::Text(text.as_bytes().to_vec()),
                    None => KeyRecord::NotHad,
                }
            };
            let moment = scan.mail.as_ref()?.date?;
            let (domain, aligned) = match scan.seal.as_ref()?.judge(&key, moment) {
                Sender::Signed { domain } => (domain, true),
                Sender::OtherDomain { domain, .. } => (domain, false),
                other => return Some(json!(format!("{other:?}"))),
            };
            match member {
                "dkim" => json!("pass"),
                "d" => json!(domain),
                _ => json!(aligned),
            }
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

/// What there is to compare with.
struct Seen<'a> {
    scan: &'a Scan,
    own: &'a [Identity],
    /// Records by name.
    dns: &'a Value,
}

fn moment(time: Option<&IssuerTime>, expected: &Value) -> Value {
    let instant = |text: &str| IssuerTime::parse_strict(text).instant;
    match time {
        Some(time)
            if expected.as_str().and_then(instant).is_some_and(|at| instant(&time.text) == Some(at)) =>
        {
            expected.clone()
        }
        other => json!(other.map(|time| time.text.clone())),
    }
}

/// Every address that would give data: of links in the order in which they would be asked, of badges their own and their class's.
fn fetch(expected: &Value, scan: &Scan) -> Value {
    let mut all: Vec<String> = Vec::new();
    for link in &scan.links {
        all.extend(link.fetch.iter().map(|url| url.to_string()));
        if let Ok(mut follow) = intake::follow::Follow::new(link, intake::follow::Breadth::Copies) {
            while let Some(request) = follow.next() {
                all.push(request.url.to_string());
                let _ = follow.answer(&request, intake::follow::Reply::Absent { gone: false });
            }
        }
    }
    for found in &scan.found {
        all.extend(found.credential.hosted_at().map(|url| url.to_string()));
        all.extend(found.credential.document()["badge"].as_str().map(str::to_owned));
    }
    let wanted: Vec<&str> = match expected {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if wanted.iter().all(|one| all.iter().any(|given| given == one)) { expected.clone() } else { json!(all) }
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
        let seen = Seen { scan: &scan, own: &own, dns: &message["expected"]["dns"] };
        for (member, expected) in message["expected"].as_object().unwrap() {
            if NOT_THE_IMPORTERS.iter().any(|(name, _)| name == member) {
                continue;
            }
            let expected = match member.as_str() {
                "credential_id" => json!(normalise(expected.as_str().unwrap())),
                _ => expected.clone(),
            };
            *compared.entry(member.to_string()).or_default() += 1;
            match given(member, &expected, &seen) {
                Some(given) if given == expected => {}
                Some(given) => wrong.push(format!("{file}: {member}: expected {expected}, got {given}")),
                None => {
                    wrong.push(format!("{file}: {member}: expected {expected}, and nothing is said of it"))
                }
            }
        }
    }
    eprintln!("compared: {compared:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let named = [
        "aligned",
        "competencies",
        "credential_id",
        "dkim",
        "error",
        "expires",
        "fetch",
        "interaction_url",
        "is_badge_mail",
        "issuer_name",
        "login_required",
        "name",
        "offer",
        "recipient_matches",
        "study_load_minutes",
    ];
    for member in named {
        assert!(compared.contains_key(member), "nothing was compared for {member}");
    }
    for (member, _) in NOT_THE_IMPORTERS {
        assert!(!compared.contains_key(member), "{member} is compared after all");
    }
}

/// Hostile mails: nothing but what a mail may hold comes out of them, and what they call themselves is text.
#[test]
fn hostile_mails_give_text_and_reasons_and_nothing_else() {
    let Some(folder) = folder() else {
        eprintln!("skipped: 1 test over the hostile sample mails, because BADGEFOLIO_CORPUS is not set");
        return;
    };
    let mut seen = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if !file.starts_with("hostile_") {
            continue;
        }
        seen += 1;
        let before: Vec<_> = listing(&folder);
        let scan = scan(&std::fs::read(&path).unwrap(), &file).unwrap();
        // Nothing is written: this crate has no way to (clippy.toml), and the folder is as it was.
        assert_eq!(listing(&folder), before, "{file}");
        for link in &scan.links {
            let host = link.host.as_str();
            let inner =
                host == "localhost" || host.parse::<std::net::IpAddr>().is_ok() || host.starts_with('[');
            assert!(!inner, "{file}: {host}");
            assert!(link.url.starts_with("https://") || link.request.is_some(), "{file}: {}", link.url);
            for url in link.fetch.iter().chain(&link.request) {
                assert_eq!(url.scheme(), "https", "{file}");
                assert!(url.username().is_empty() && url.password().is_none(), "{file}: {url}");
            }
        }
        for name in scan.passed.iter().filter_map(|passed| passed.args.get("file")) {
            assert_eq!(*name, intake::plain_name(name), "{file}: {name} is shown as it is");
            assert!(!name.contains(['/', '\\']) && !name.chars().any(char::is_control), "{file}: {name}");
        }
        match file.as_str() {
            // Signed by somebody, but not by whom it says; and its link is no platform's.
            "hostile_01_lookalike_unaligned_dkim.eml" => {
                assert!(scan.links.iter().all(|link| link.platform.is_none()));
                assert!(scan.found.is_empty());
            }
            "hostile_03_itxt_bomb.eml" => {
                assert!(scan.found.is_empty());
                assert!(scan.passed.iter().any(|passed| passed.code == "png.too-large"));
            }
            "hostile_04_links.eml" => assert!(scan.links.is_empty()),
            "hostile_06_not_my_badge.eml" => assert_eq!(scan.found.len(), 1),
            other => panic!("{other} is not known to this test"),
        }
    }
    assert_eq!(seen, 4);
}

fn listing(folder: &std::path::Path) -> Vec<(std::ffi::OsString, u64)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name(), entry.metadata().unwrap().len())
        })
        .collect();
    all.sort();
    all
}
