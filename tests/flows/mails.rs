//! Every mail of the shared set, against its manifest.
//!
//! How each member of the manifest is read from `inspect --json`:
//!
//! | member | read from |
//! |---|---|
//! | `credential_id` | `credential.id` of the line (both sides without `?v=`) |
//! | `name` | `credential.name` |
//! | `issuer_name` | `credential.issuer.name` |
//! | `recipient_matches` | `credential.recipient`, compared with the addresses of the manifest (`openbadges::recipient`) |
//! | `competencies` | `credential.competencies`: name, minutes, uri, kind, in this order |
//! | `study_load_minutes` | `credential.studyLoadMinutes` |
//! | `expires` | `credential.validUntil`, as the issuer wrote it |
//! | `is_badge_mail` | is there a line with a credential, or with a link? |
//! | `error` | the code of what was passed over, or of the input's error: see [`ERRORS`] |
//!
//! | `fetch` | `link.fetch`, or `credential.id` of a badge that its issuer hosts: the first of several |
//! | `login_required` | `link.login` of any link |
//! | `interaction_url`, `vc_request_url`, `offer_uri` | `link.request` of any link |
//! | `offer` | `link.request` is its issuer; nothing that is written holds its code |
//! | `dkim`, `aligned`, `d` | the check `mail` of `verify`, with the record of the manifest as a document |
//!
//! A member that is in neither this table nor [`ELSEWHERE`] fails the test. More about single links stands in [`LINKS`]. None is
//! followed: `inspect` has no network at all.

use std::collections::BTreeSet;
use std::path::Path;

use openbadges::recipient::{self, Identity, RecipientId, RecipientMatch};
use strict_json::{Value, json};
use wallet_tests::{CommandLine, shared};

/// The manifest's words for an error, and the codes that say it.
const ERRORS: [(&str, &[&str]); 2] =
    [("attachment damaged", &["png.truncated", "png.damaged"]), ("too large", &["png.too-large"])];

/// Members that `inspect` does not say, and where they are held instead.
const ELSEWHERE: [(&str, &str); 26] = [
    ("category", "crates/intake/tests/manifest.rs"),
    ("candidate_links", "inspecting_twice_says_the_same, crates/intake/tests/manifest.rs"),
    ("credential_number", "crates/intake/tests/manifest.rs"),
    ("credential_uuid", "crates/intake/tests/manifest.rs"),
    ("dns", "put in, for dkim"),
    ("draft", "what running text says of a badge: nobody vouches for it"),
    ("ects", "crates/intake/tests/manifest.rs"),
    ("format", "crates/intake/tests/manifest.rs"),
    ("hours", "crates/intake/tests/manifest.rs"),
    ("issued", "crates/intake/tests/manifest.rs"),
    ("issuer_did", "crates/intake/tests/manifest.rs"),
    ("learning_path_id", "crates/intake/tests/manifest.rs"),
    ("link", "crates/intake/tests/manifest.rs"),
    ("manual_step", "advice for the person"),
    ("needs_consent", "tests/attacks, network"),
    ("needs_network", "crates/intake/tests/manifest.rs"),
    ("nested", "crates/intake/tests/manifest.rs"),
    ("ob_version", "crates/intake/tests/manifest.rs"),
    ("platform_link", "crates/intake/tests/manifest.rs"),
    ("prefer", "crates/intake/tests/manifest.rs"),
    ("protocol", "crates/intake/tests/manifest.rs"),
    ("recipient_email", "crates/intake/tests/manifest.rs"),
    ("remote_content_blocked", "tests/attacks, no_network"),
    ("repaired", "crates/intake/tests/manifest.rs"),
    ("unknown_platform", "crates/intake/tests/manifest.rs"),
    ("verification", "tests/corpus"),
];

/// Members that are compared here.
const COMPARED: [&str; 23] = [
    "aligned",
    "competencies",
    "credential_id",
    "credentials",
    "d",
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
    "offer_uri",
    "recipient_matches",
    "same_id",
    "secret_in_link",
    "strip_query",
    "study_load_minutes",
    "vc_request_url",
    "warn",
];

/// What a link has to hold: JSON pointer and value.
type Held = &'static [(&'static str, Wanted)];

/// File, kind of link, and what one of its links has to hold.
const LINKS: [(&str, &str, Held); 16] = [
    (
        "badgr_01_award_no_attachment.eml",
        "assertion",
        &[
            ("/platform", Wanted::Text("badgr")),
            ("/fetch", Wanted::Text("https://api.badges.example/public/assertions/fxBadgrAssertion000001")),
            ("/login", Wanted::No),
        ],
    ),
    (
        "edubadges_01_direct_award_claim.eml",
        "claim",
        &[("/platform", Wanted::Text("edubadges")), ("/login", Wanted::Yes), ("/fetch", Wanted::Null)],
    ),
    (
        "moodle_04_link_only.eml",
        "assertion",
        &[
            ("/platform", Wanted::Text("moodle")),
            (
                "/fetch",
                Wanted::Text(
                    "https://moodle.school.example/badges/assertion.php?obversion=2&b=f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed",
                ),
            ),
        ],
    ),
    ("obf_01_get_your_badge.eml", "claim", &[("/platform", Wanted::Text("obf")), ("/login", Wanted::No)]),
    (
        "credly_01_accept_your_badge.eml",
        "claim",
        &[("/platform", Wanted::Text("credly")), ("/login", Wanted::Yes)],
    ),
    (
        "accredible_01_default.eml",
        "assertion",
        &[
            ("/platform", Wanted::Text("accredible")),
            (
                "/fetch",
                Wanted::Text(
                    "https://api.accredible.com/v1/obi/badge_assertions/00000000-0000-4000-8000-000000000201",
                ),
            ),
            ("/url", Wanted::Without("key=")),
        ],
    ),
    ("sertifier_01.eml", "page", &[("/platform", Wanted::Text("sertifier")), ("/fetch", Wanted::Null)]),
    ("certifier_01.eml", "page", &[("/platform", Wanted::Text("certifier")), ("/fetch", Wanted::Null)]),
    ("badgecraft_01.eml", "page", &[("/platform", Wanted::Text("badgecraft")), ("/login", Wanted::Yes)]),
    (
        "blockcerts_01_import_link.eml",
        "assertion",
        &[("/fetch", Wanted::Text("https://certificates.university.example/fx-0001"))],
    ),
    ("dcc_01_claim_page.eml", "claim", &[("/url", Wanted::Without("token="))]),
    (
        "learncard_01_inbox_claim.eml",
        "offer",
        &[
            ("/platform", Wanted::Text("learncard")),
            (
                "/request",
                Wanted::Text(
                    "https://network.learncard.com/interactions/inbox-claim/00000000-0000-4000-8000-000000000603?iuv=1",
                ),
            ),
        ],
    ),
    ("oid4vci_01_offers.eml", "offer", &[("/url", Wanted::Without("fx-pre-auth-code"))]),
    (
        "rewrite_01_outlook_safelinks.eml",
        "assertion",
        &[
            ("/platform", Wanted::Text("credly")),
            (
                "/fetch",
                Wanted::Text(
                    "https://api.credly.com/v1/obi/v2/badge_assertions/00000000-0000-4000-8000-000000000101",
                ),
            ),
        ],
    ),
    (
        "rewrite_02_click_tracking_opaque.eml",
        "page",
        &[("/platform", Wanted::Null), ("/fetch", Wanted::Null)],
    ),
    ("oeb_01_competency_ob3.eml", "assertion", &[("/host", Wanted::Text("api.openbadges.education"))]),
];

/// What a member of a link has to be.
enum Wanted {
    Text(&'static str),
    /// A text in which this does not stand.
    Without(&'static str),
    Yes,
    No,
    Null,
}

#[test]
fn every_mail_gives_what_its_manifest_says() {
    let Some(folder) = shared("mail", "the shared set of badge mails") else { return };
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let own: Vec<Identity> =
        strings(&manifest["wallet_addresses"]).iter().map(|address| Identity::parse(address)).collect();
    let mut problems = Vec::new();
    let messages = manifest["messages"].as_array().unwrap();
    assert!(messages.len() > 30);
    let line = CommandLine::new();
    for message in messages {
        let file = message["file"].as_str().unwrap();
        let lines = inspect(&line, &folder.join(file));
        let mut problem = |text: String| problems.push(format!("{file}: {text}"));
        compare_badge(&message["expected"], &lines, &own, &mut problem);
        for member in message["expected"].as_object().unwrap().keys() {
            let known = COMPARED.contains(&member.as_str())
                || member == "signature"
                || ELSEWHERE.iter().any(|(name, _)| name == member);
            if !known {
                problem(format!("nobody compares {member}"));
            }
        }
        compare_error(&message["expected"], &lines, &mut problem);
        compare_links(file, &lines, &mut problem);
        compare_addresses(&message["expected"], &lines, &mut problem);
        compare_sender(&line, &folder.join(file), &message["expected"], &mut problem);
        for link in lines.iter().map(|line| &line["link"]).filter(|link| link.is_object()) {
            for member in ["kind", "platform", "host", "url", "fetch", "request", "login"] {
                if link.get(member).is_none() {
                    problem(format!("a link without {member}: {link}"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

fn inspect(line: &CommandLine, file: &Path) -> Vec<Value> {
    let ran = line.run(["inspect".as_ref(), "--json".as_ref(), file.as_os_str()]);
    assert!([0, 65].contains(&ran.code), "{}: {ran:?}", file.display());
    ran.lines()
}

fn compare_badge(expected: &Value, lines: &[Value], own: &[Identity], problem: &mut dyn FnMut(String)) {
    let credentials: Vec<&Value> =
        lines.iter().map(|line| &line["credential"]).filter(|one| one.is_object()).collect();
    let wants_badge = expected.get("credential_id").is_some() || expected.get("credentials").is_some();
    if wants_badge && credentials.is_empty() {
        return problem(format!("no badge found: {lines:?}"));
    }
    if let Some(number) = expected["credentials"].as_u64() {
        let ids: BTreeSet<String> = credentials.iter().map(|one| without_version(&one["id"])).collect();
        if credentials.len() as u64 != number || ids.len() != 1 {
            problem(format!("{} badges with the ids {ids:?}, not {number} with one", credentials.len()));
        }
    }
    if expected["is_badge_mail"] == json!(false) && lines.iter().any(|line| line.get("error").is_none()) {
        problem(format!("taken for a badge mail: {lines:?}"));
    }
    let Some(credential) = credentials.first() else { return };
    let mut compare = |member: &str, found: Value, wanted: &Value| {
        if !wanted.is_null() && found != *wanted {
            problem(format!("{member} is {found}, not {wanted}"));
        }
    };
    if expected.get("credential_id").is_some() {
        compare(
            "credential_id",
            json!(without_version(&credential["id"])),
            &json!(without_version(&expected["credential_id"])),
        );
    }
    compare("name", credential["name"].clone(), &expected["name"]);
    compare("issuer_name", credential["issuer"]["name"].clone(), &expected["issuer_name"]);
    compare("study_load_minutes", credential["studyLoadMinutes"].clone(), &expected["study_load_minutes"]);
    compare("expires", credential["validUntil"].clone(), &expected["expires"]);
    compare("competencies", competencies(&credential["competencies"]), &expected["competencies"]);
    compare("recipient_matches", recipient_matches(credential, own), &expected["recipient_matches"]);
}

/// An id without the `?v=` by which platforms ask for a version of the standard.
fn without_version(id: &Value) -> String {
    let id = id.as_str().unwrap_or_default();
    id.split_once("?v=").map_or(id, |(bare, _)| bare).to_owned()
}

/// The members the manifest names.
fn competencies(found: &Value) -> Value {
    let of = |one: &Value| json!({ "name": one["name"], "minutes": one["minutes"], "uri": one["uri"], "kind": one["kind"] });
    found.as_array().map_or(json!(null), |all| all.iter().map(of).collect())
}

fn recipient_matches(credential: &Value, own: &[Identity]) -> Value {
    let named: Vec<RecipientId> =
        serde_json::from_value(credential["recipient"].clone().into()).unwrap_or_default();
    match recipient::matches(&named, own) {
        RecipientMatch::Match(_) => json!(true),
        RecipientMatch::Mismatch => json!(false),
        RecipientMatch::Unknown => json!("unknown"),
    }
}

fn compare_error(expected: &Value, lines: &[Value], problem: &mut dyn FnMut(String)) {
    let Some(wanted) = expected["error"].as_str() else { return };
    let Some((_, codes)) = ERRORS.iter().find(|(words, _)| *words == wanted) else {
        return problem(format!("no code is known for the error {wanted:?}"));
    };
    let said: Vec<&str> = lines.iter().flat_map(codes_in).collect();
    if !said.iter().any(|code| codes.contains(code)) {
        problem(format!("the error {wanted:?} is said by {said:?}, not by one of {codes:?}"));
    }
}

/// Every code that stands in a line, wherever it stands.
fn codes_in(line: &Value) -> Vec<&str> {
    match line {
        Value::Object(members) => {
            let own = members.get("code").and_then(Value::as_str);
            own.into_iter().chain(members.values().flat_map(codes_in)).collect()
        }
        Value::Array(items) => items.iter().flat_map(codes_in).collect(),
        _ => Vec::new(),
    }
}

fn compare_links(file: &str, lines: &[Value], problem: &mut dyn FnMut(String)) {
    let links: Vec<&Value> = lines.iter().map(|line| &line["link"]).filter(|link| link.is_object()).collect();
    let Some((_, kind, wanted)) = LINKS.iter().find(|(name, _, _)| *name == file) else { return };
    let fits = |link: &&Value| {
        link["kind"] == *kind
            && wanted.iter().all(|(pointer, wanted)| wanted.is(link.pointer(pointer).unwrap_or(&Value::Null)))
    };
    if !links.iter().any(fits) {
        let links: Vec<String> = links.iter().map(|link| link.to_string()).collect();
        problem(format!("no link of the kind {kind} as stated among\n    {}", links.join("\n    ")));
    }
}

/// What links and hosted badges name.
fn compare_addresses(expected: &Value, lines: &[Value], problem: &mut dyn FnMut(String)) {
    let links: Vec<&Value> = lines.iter().map(|line| &line["link"]).filter(|link| link.is_object()).collect();
    let of = |member: &str| links.iter().filter_map(|link| link[member].as_str()).collect::<Vec<&str>>();
    if let Some(wanted) = expected.get("fetch") {
        let first = wanted.as_str().or_else(|| wanted[0].as_str()).unwrap();
        let own = lines.iter().filter_map(|line| line["credential"]["id"].as_str());
        let given: Vec<&str> = of("fetch").into_iter().chain(own).collect();
        if !given.contains(&first) {
            problem(format!("fetch is {first}, and there is {given:?}"));
        }
    }
    if let Some(wanted) = expected["login_required"].as_bool() {
        let login = links.iter().any(|link| link["login"] == true);
        if login != wanted {
            problem(format!("login is {login}, not {wanted}"));
        }
    }
    for member in ["interaction_url", "vc_request_url", "offer_uri"] {
        if let Some(wanted) = expected[member].as_str()
            && !of("request").contains(&wanted)
        {
            problem(format!("{member} is {wanted}, and there is {:?}", of("request")));
        }
    }
    let written = Value::from(lines.to_vec()).to_string();
    if let Some(offer) = expected.get("offer") {
        let issuer = offer["credential_issuer"].as_str().unwrap();
        if !of("request").iter().any(|request| request.trim_end_matches('/') == issuer) {
            problem(format!("the offer's issuer is {issuer}, and there is {:?}", of("request")));
        }
        let grants = offer["grants"].as_object().unwrap().values();
        for code in grants.filter_map(|grant| grant["pre-authorized_code"].as_str()) {
            if written.contains(code) {
                problem("the code of the offer is written out".to_owned());
            }
        }
    }
    if expected["secret_in_link"] == true && written.contains("token=") {
        problem("the key to the claim is written out".to_owned());
    }
    for name in expected["strip_query"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if of("url").iter().any(|url| url.contains(&format!("{name}="))) {
            problem(format!("{name}= is written out"));
        }
    }
}

/// What the check `mail` says, with the sender's record at hand. A mail without a badge has no check, and warns of nothing.
fn compare_sender(line: &CommandLine, file: &Path, expected: &Value, problem: &mut dyn FnMut(String)) {
    let Some(records) = expected["dns"].as_object() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut index = strict_json::Map::new();
    for (number, (name, record)) in records.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.txt")), record.as_str().unwrap()).unwrap();
        index.insert(
            format!("dns:{name}?type=TXT"),
            json!({ "file": format!("{number}.txt"), "mediaType": "text/plain", "status": 200, "fetchedAt": "2026-03-01T00:00:00Z" }),
        );
    }
    std::fs::write(folder.path().join("index.json"), Value::from(index).to_string()).unwrap();
    let documents = folder.path().display().to_string();
    let file = file.display().to_string();
    let ran = line.run(["verify", "--json", "--offline", "--documents", &documents, &file]);
    let lines = ran.lines();
    let checks = lines.iter().flat_map(|line| line["checks"].as_array().into_iter().flatten());
    let mut mail = checks.filter(|check| check["id"] == "mail").peekable();
    if mail.peek().is_none() && expected.get("warn").is_none() {
        problem(format!("no check of the sender: {ran:?}"));
    }
    for check in mail {
        let right = match expected["aligned"].as_bool() {
            Some(true) => check["code"] == "mail.sent" && check["outcome"] == "passed",
            _ => check["code"] == "mail.other-domain" && check["outcome"] == "inconclusive",
        };
        let says = check["message"].as_str().unwrap_or_default();
        if !right || !says.contains(expected["d"].as_str().unwrap_or_default()) {
            problem(format!("the check of the sender is {check}"));
        }
    }
}

impl Wanted {
    fn is(&self, found: &Value) -> bool {
        match self {
            Wanted::Text(text) => found == *text,
            Wanted::Without(text) => found.as_str().is_some_and(|found| !found.contains(text)),
            Wanted::Yes => found == true,
            Wanted::No => found == false,
            Wanted::Null => found.is_null(),
        }
    }
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().map(|all| all.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// What no link may do is held by the build: `inspect` ends at once where nothing answers, and says the same twice.
#[test]
fn inspecting_twice_says_the_same() {
    let Some(folder) = shared("mail", "inspecting the shared set of badge mails twice") else { return };
    let line = CommandLine::new();
    let file = folder.join("hostile_04_links.eml");
    let (first, second) = (inspect(&line, &file), inspect(&line, &file));
    assert_eq!(first, second);
    // Look-alike hosts, inner addresses, user info: none of them is offered as something to fetch.
    for link in first.iter().map(|line| &line["link"]).filter(|link| link.is_object()) {
        assert!(link["fetch"].is_null() && link["request"].is_null(), "{link}");
    }
}
