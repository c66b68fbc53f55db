//! What strangers send on purpose or by accident: a clear message, the right exit code, no abort, bounded memory, and
//! nothing half-stored.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use nix::sys::resource::{UsageWho, getrusage};
use strict_json::{Value, json};
use verification::sign;
use wallet_tests::{CommandLine, repository, samples, tell};

use crate::samples::AT;

/// Peak resident memory a run may take, in KiB: 300 MB.
const MEMORY: i64 = 300_000_000 / 1024;

/// What has to come of an input.
enum Answer {
    /// Nothing of ours in it: exit 65, this code in words, nothing stored.
    Refused(&'static [&'static str]),
    /// A badge was read: exit of `verify`, verdict, code of the check that decides.
    Read(i32, &'static str, Option<(&'static str, &'static str)>),
}

struct Case {
    name: &'static str,
    file: PathBuf,
    answer: Answer,
}

fn cases(folder: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &'static str, file: &str, bytes: &[u8], answer: Answer| {
        let path = folder.join(file);
        std::fs::write(&path, bytes).unwrap();
        cases.push(Case { name, file: path, answer });
    };
    use Answer::{Read, Refused};
    let picture = baked_picture();
    // Cut inside the badge; a picture that is cut behind it still gives its badge.
    add("truncated PNG", "truncated.png", &picture[..900], Refused(&["png.truncated"]));
    add(
        "PNG truncated behind its badge",
        "behind.png",
        &picture[..picture.len() / 2],
        Read(0, "valid", None),
    );
    add(
        "chunk that claims 2 GB",
        "claims.png",
        &png_claiming_two_gigabytes(),
        Refused(&["png.truncated", "png.chunk-too-long"]),
    );
    add("JSON 10,000 deep", "deep.json", &deep_json(10_000), Refused(&["json.too-deep"]));
    add(
        "invalid UTF-8",
        "utf8.json",
        b"{\"type\": \"Assertion\", \"name\": \"\xff\xfe\"}",
        Refused(&["json.not-utf8"]),
    );
    add("empty file", "empty.json", b"", Refused(&["input.empty"]));
    let newsletter = std::fs::read(repository().join("tests/fixtures/bad/newsletter.eml")).unwrap();
    add("newsletter", "newsletter.eml", &newsletter, Refused(&["nothing.no-badge"]));
    add(
        "JWT with alg none",
        "none.jwt",
        &alg_none(),
        Read(1, "invalid", Some(("proof", "proof.algorithm-refused"))),
    );
    add("nested 16 deep", "nested-16.json", &nested(16), Read(0, "valid", None));
    add("nested 40 deep", "nested-40.json", &nested(40), Read(0, "valid", None));
    add("nested 65 deep", "nested-65.json", &nested_unsigned(65), Refused(&["json.too-deep"]));
    add("twelve equal blank nodes", "equal.json", &equal_blank_nodes(12), Read(0, "valid", None));
    // The same under a signature that is another badge's: answered as fast.
    let mut foreign: Value = serde_json::from_slice(&equal_blank_nodes(12)).unwrap();
    foreign["id"] = json!("urn:uuid:00000000-0000-4000-8000-00000000e998");
    let foreign = foreign.to_string().into_bytes();
    add(
        "twelve equal ones, altered",
        "altered.json",
        &foreign,
        Read(1, "invalid", Some(("proof", "proof.altered"))),
    );
    let huge = folder.join("huge.eml");
    write_huge_mail(&huge);
    cases.push(Case { name: "mail of 200 MB", file: huge, answer: Refused(&["input.too-large"]) });
    cases
}

#[test]
fn every_bad_input_is_answered() {
    if std::env::var_os("BADGEFOLIO_BIN").is_none() {
        tell("skipped: memory of the command line (BADGEFOLIO_BIN names no built program)");
    }
    let line = CommandLine::new();
    let cases = cases(line.folder());
    for case in &cases {
        let file = case.file.to_str().unwrap();
        let ran = line.run(["verify", "--json", "--offline", "--at", AT, file]);
        match &case.answer {
            Answer::Refused(codes) => {
                let ran = ran.expect_case(case.name, 65);
                let lines = ran.lines();
                let code = lines[0]["error"]["code"].as_str().unwrap_or_default();
                assert!(codes.contains(&code), "{}: {code}, not one of {codes:?}: {lines:#?}", case.name);
                assert_said(case.name, &lines[0]["error"]);
            }
            Answer::Read(exit, verdict, check) => {
                let ran = ran.expect_case(case.name, *exit);
                let report = &ran.lines()[0];
                assert_eq!(report["verdict"], *verdict, "{}: {report:#}", case.name);
                if let Some((id, code)) = check {
                    let checks = report["checks"].as_array().unwrap();
                    let check = checks.iter().find(|check| check["id"] == *id).unwrap();
                    assert_eq!(check["code"], *code, "{}", case.name);
                    assert_said(case.name, check);
                }
            }
        }
        memory_is_bounded(case.name);
    }
}

#[test]
fn nothing_is_half_stored() {
    let line = CommandLine::new();
    let cases = cases(line.folder());
    let (refused, read): (Vec<&Case>, Vec<&Case>) =
        cases.iter().partition(|case| matches!(case.answer, Answer::Refused(_)));
    for case in &refused {
        line.run(["import", "--json", "--offline", "--at", AT, case.file.to_str().unwrap()])
            .expect_case(case.name, 65);
    }
    // Whether or not a backpack was made on the way: it holds nothing.
    let list = line.run(["list", "--json"]);
    assert!(list.code == 77 || list.lines().is_empty(), "{list:?}");

    // What was read is kept whatever its verdict, and each once.
    for case in &read {
        line.run(["import", "--json", "--offline", "--at", AT, case.file.to_str().unwrap()])
            .expect_case(case.name, 0);
    }
    assert_eq!(line.run(["list", "--json"]).expect(0).lines().len(), read.len());
    memory_is_bounded("import");
}

#[test]
fn a_good_badge_beside_bad_ones_is_still_found() {
    let line = CommandLine::new();
    let mut arguments: Vec<String> = ["verify", "--json", "--offline", "--at", AT].map(Into::into).into();
    let good = samples().join("01-food-hygiene.eml");
    arguments.push(line.file("broken.png", &baked_picture()[..900]).display().to_string());
    arguments.push(good.display().to_string());
    arguments.push(line.file("none.json", b"").display().to_string());
    let ran = line.run(arguments).expect(65);
    let verdicts: Vec<_> =
        ran.lines().iter().filter_map(|line| line["verdict"].as_str().map(str::to_owned)).collect();
    assert_eq!(verdicts, ["valid"]);
}

/// A message in words, and where there is one a next step.
#[track_caller]
fn assert_said(name: &str, object: &Value) {
    let message = object["message"].as_str().unwrap_or_default();
    assert!(message.contains(' ') && message.len() > 15, "{name}: no sentence: {object}");
}

/// The largest of all children so far stays below the limit. Only where `BADGEFOLIO_BIN` names the program, as `make test`
/// does: else the compiler that built it is among the children, and that is what would be measured.
#[track_caller]
fn memory_is_bounded(name: &str) {
    if std::env::var_os("BADGEFOLIO_BIN").is_none() {
        return;
    }
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
    assert!(peak < MEMORY, "{name}: {} MB", peak * 1024 / 1_000_000);
    if std::env::var_os("BADGEFOLIO_TELL").is_some() {
        tell(&format!("{name}: peak so far {} MB", peak * 1024 / 1_000_000));
    }
}

trait ExpectCase {
    fn expect_case(self, name: &str, code: i32) -> Self;
}

impl ExpectCase for wallet_tests::Ran {
    #[track_caller]
    fn expect_case(self, name: &str, code: i32) -> Self {
        assert_eq!(self.code, code, "{name}: exit code; said: {}\nprinted: {}", self.said, self.out);
        self
    }
}

/// The picture of a sample.
fn baked_picture() -> Vec<u8> {
    let mail = std::fs::read_to_string(samples().join("01-food-hygiene.eml")).unwrap();
    let part = mail.split("Content-Type: image/png").nth(1).unwrap();
    let body = part.split("\r\n\r\n").nth(1).unwrap().split("\r\n--").next().unwrap();
    STANDARD.decode(body.replace("\r\n", "")).unwrap()
}

fn png_claiming_two_gigabytes() -> Vec<u8> {
    let mut bytes = baked_picture()[..33].to_vec();
    bytes.extend(0x7fff_ffff_u32.to_be_bytes());
    bytes.extend(b"iTXtopenbadgecredential\0\0\0\0\0{\"@context\": []}");
    bytes
}

fn deep_json(depth: usize) -> Vec<u8> {
    format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)).into_bytes()
}

fn alg_none() -> Vec<u8> {
    let badge = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:00000000-0000-4000-8000-00000000e001", "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "did:web:campus.example", "type": ["Profile"], "name": "Campus" },
        "validFrom": "2026-01-02T09:00:00Z", "name": "Anything",
        "credentialSubject": { "type": ["AchievementSubject"], "achievement": achievement() }
    });
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.", encode(&json!({ "alg": "none", "typ": "JWT" })), encode(&badge)).into_bytes()
}

fn achievement() -> Value {
    json!({
        "id": "urn:uuid:00000000-0000-4000-8000-00000000e002", "type": ["Achievement"], "name": "Anything",
        "description": "Anything at all.", "criteria": { "narrative": "None." }
    })
}

fn key() -> sign::Key {
    sign::Key::ed25519_from_seed(&[7; 32]).unwrap()
}

/// A badge that is nested to this depth: the creator of the achievement belongs to an organisation that belongs to …
fn nested_badge(depth: usize) -> Value {
    // Document 1, subject 2, achievement 3, creator 4, each parent one more.
    let profile = |number: usize| json!({ "id": format!("urn:x-organisation:{number}"), "type": ["Profile"], "name": format!("Organisation {number}") });
    let mut inner = profile(depth);
    // `type` holds a list, one level below its profile: the innermost profile lies one above the depth.
    for number in (4..depth - 1).rev() {
        let mut outer = profile(number);
        outer["parentOrg"] = inner;
        inner = outer;
    }
    let mut achievement = achievement();
    achievement["creator"] = inner;
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": format!("urn:uuid:00000000-0000-4000-8000-00000000e{depth:03}"), "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": key().did_key(), "type": ["Profile"], "name": "Deep School" },
        "validFrom": "2026-01-02T09:00:00Z", "name": format!("Nested {depth}"),
        "credentialSubject": { "type": ["AchievementSubject"], "id": "did:example:robin", "achievement": achievement }
    })
}

fn nested(depth: usize) -> Vec<u8> {
    let badge = nested_badge(depth);
    assert_eq!(depth_of(&badge), depth);
    signed(badge)
}

fn signed(badge: Value) -> Vec<u8> {
    let (did, created) = (key().did_key(), "2026-01-02T10:00:00Z".parse().unwrap());
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    sign::data_integrity(badge, "eddsa-rdfc-2022", &key(), &method, created).unwrap().to_string().into_bytes()
}

fn nested_unsigned(depth: usize) -> Vec<u8> {
    let badge = nested_badge(depth);
    assert_eq!(depth_of(&badge), depth);
    badge.to_string().into_bytes()
}

fn depth_of(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(depth_of).max().unwrap_or(0),
        Value::Array(items) => 1 + items.iter().map(depth_of).max().unwrap_or(0),
        _ => 0,
    }
}

/// Equal results have no ids: nothing tells the blank nodes apart but the order in which they are looked at.
fn equal_blank_nodes(number: usize) -> Vec<u8> {
    let mut badge = nested_badge(16);
    badge["id"] = json!("urn:uuid:00000000-0000-4000-8000-00000000e999");
    badge["credentialSubject"]["result"] =
        json!(vec![json!({ "type": ["Result"], "value": "passed" }); number]);
    signed(badge)
}

/// A mail with an attachment of 200 MB that is all zeros: a file with a hole, so that it costs no disk.
fn write_huge_mail(path: &Path) {
    let mut file = File::create(path).unwrap();
    let head = "From: a@mail.example\r\nTo: b@mail.example\r\nSubject: Large\r\nMIME-Version: 1.0\r\n\
                Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: image/png\r\n\
                Content-Transfer-Encoding: binary\r\n\r\n";
    file.write_all(head.as_bytes()).unwrap();
    file.set_len(200_000_000).unwrap();
}
