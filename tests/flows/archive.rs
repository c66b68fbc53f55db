//! The document archive: what was fetched once proves again without a network, on any later day, although the issuer is
//! gone; and what was changed in it proves nothing.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use jiff::Timestamp;
use openbadges::Note;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{Answer, Document, Origin, Wanted};
use wallet::checking::{ArchiveWriter, Hosts, NoArchive, Online};
use wallet::ports::{Fetch, FixedClock};
use wallet::{Judge, scan};
use wallet_tests::{CommandLine, Ran};

const HOST: &str = "uni.example";
const DID: &str = "did:web:uni.example";
const DID_DOCUMENT: &str = "https://uni.example/.well-known/did.json";
const LIST: &str = "https://uni.example/status/1";
const HOSTED: &str = "https://uni.example/assertions/1";
/// The day on which everything was fetched.
const THEN: &str = "2026-03-01T12:00:00Z";
/// A day long after it.
const LATER: &str = "2031-07-09T12:00:00Z";

/// The issuer's website, and nobody else's.
struct Website(BTreeMap<&'static str, Value>);

impl Fetch for Website {
    fn get<'a>(
        &'a self,
        wanted: &'a Wanted,
        allow: &'a (dyn Fn(&str) -> bool + Sync),
    ) -> LocalBoxFuture<'a, Answer> {
        assert!(wanted.url.host().is_some_and(|host| allow(&host)), "asked without consent: {}", wanted.url);
        let answer = match self.0.get(wanted.url.as_str()) {
            Some(value) => {
                let media_type = Some("application/json".to_owned());
                let bytes = value.to_string().into_bytes();
                Answer::Got(Document::new(wanted.url.clone(), media_type, bytes, then(), Origin::Fetched))
            }
            None => Answer::Failed(Note::new("fetch.no-such-host")),
        };
        async { answer }.boxed_local()
    }
}

fn then() -> Timestamp {
    THEN.parse().unwrap()
}

fn key() -> Key {
    Key::ed25519_from_seed(&[1; 32]).unwrap()
}

fn signed(document: Value) -> Value {
    let created = "2025-01-01T00:00:00Z".parse().unwrap();
    sign::data_integrity(document, "eddsa-rdfc-2022", &key(), &format!("{DID}#key-1"), created).unwrap()
}

fn badge() -> Value {
    signed(json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "https://uni.example/credentials/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": DID, "type": ["Profile"], "name": "University of Example" },
        "validFrom": "2025-01-01T00:00:00Z",
        "name": "Welding",
        "credentialStatus": {
            "id": format!("{LIST}#7"), "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": "7", "statusListCredential": LIST
        },
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://uni.example/achievements/1", "type": ["Achievement"], "name": "Welding",
                "description": "Joins metal.", "criteria": { "narrative": "A weld that holds." }
            }
        }
    }))
}

fn list(withdrawn: bool) -> Value {
    let mut bits = vec![0; 131_072 / 8];
    if withdrawn {
        bits[0] = 1;
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&bits).unwrap();
    let encoded = format!("u{}", URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()));
    signed(json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": DID,
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{LIST}#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
            "encodedList": encoded
        }
    }))
}

fn did_document(key: &Key) -> Value {
    let method = format!("{DID}#key-1");
    json!({
        "@context": ["https://www.w3.org/ns/did/v1"], "id": DID, "assertionMethod": [method],
        "verificationMethod": [{
            "id": method, "type": "JsonWebKey2020", "controller": DID, "publicKeyJwk": key.public_jwk()
        }]
    })
}

fn website() -> Website {
    let context = "https://w3id.org/openbadges/v2";
    Website(BTreeMap::from([
        (DID_DOCUMENT, did_document(&key())),
        (LIST, list(false)),
        (
            HOSTED,
            json!({
                "@context": context, "id": HOSTED, "type": "Assertion",
                "recipient": { "type": "email", "hashed": false, "identity": "mira@post.example" },
                "badge": "https://uni.example/badges/1", "issuedOn": "2024-01-01T00:00:00Z",
                "verification": { "type": "HostedBadge" }
            }),
        ),
        (
            "https://uni.example/badges/1",
            json!({
                "@context": context, "id": "https://uni.example/badges/1", "type": "BadgeClass",
                "name": "Forklift", "description": "Lifts.", "image": "https://uni.example/i.png",
                "criteria": { "narrative": "Lift." }, "issuer": "https://uni.example/issuer"
            }),
        ),
        (
            "https://uni.example/issuer",
            json!({
                "@context": context, "id": "https://uni.example/issuer", "type": "Issuer",
                "name": "University of Example", "url": "https://uni.example", "email": "a@uni.example"
            }),
        ),
    ]))
}

/// Two badges, and the archive of a day on which their issuer's website was there. What was asked then is written to the
/// folder `archive`.
struct Place {
    line: CommandLine,
    inputs: [String; 2],
    /// What was found on that day: verdict, and outcome and code of each check.
    then: Vec<Facts>,
}

type Facts = (String, Vec<(String, String, String)>);

impl Place {
    fn recorded() -> Place {
        let line = CommandLine::new();
        let inputs = [("badge.json", badge().to_string()), ("hosted.txt", HOSTED.to_owned())];
        let online = Online::new(Arc::new(website()), Arc::new(Hosts::new([HOST])))
            .dated_by(Arc::new(FixedClock(then())));
        let judge = Judge::new(then(), &NoArchive, &online);
        let mut writer = ArchiveWriter::open(&line.folder().join("archive")).unwrap();
        let mut facts = Vec::new();
        for (name, text) in &inputs {
            let examined = judge.examine(scan(name, text.as_bytes()));
            for (url, answered) in examined.answers() {
                writer.add(&url, &answered).unwrap();
            }
            let report = &examined.found[0].checked.as_ref().unwrap().report;
            let checks = report.checks.iter();
            facts.push((
                report.verdict.as_str().to_owned(),
                checks
                    .map(|check| {
                        (
                            check.id.as_str().to_owned(),
                            check.outcome.as_str().to_owned(),
                            check.code.to_string(),
                        )
                    })
                    .collect(),
            ));
        }
        assert_eq!(writer.finish().unwrap().new, 5);
        let inputs = inputs.map(|(name, text)| line.file(name, text.as_bytes()).display().to_string());
        Place { line, inputs, then: facts }
    }

    fn verify(&self, documents: &str, at: &str, more: &[&str]) -> Ran {
        let mut arguments = vec!["verify", "--json", "--offline", "--at", at, "--documents", documents];
        arguments.extend(more);
        arguments.extend(self.inputs.iter().map(String::as_str));
        self.line.run(arguments)
    }

    fn archive(&self) -> std::path::PathBuf {
        self.line.folder().join("archive")
    }
}

fn facts(line: &Value) -> Facts {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let checks = line["checks"].as_array().unwrap().iter();
    (
        text(&line["verdict"]),
        checks.map(|check| (text(&check["id"]), text(&check["outcome"]), text(&check["code"]))).collect(),
    )
}

/// The notes of a check: codes and sentences.
fn notes(line: &Value, id: &str) -> Vec<(String, String)> {
    let checks = line["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["id"] == id).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    check["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| (text(&note["code"]), text(&note["message"])))
        .collect()
}

#[test]
fn a_badge_proves_again_from_its_archive_long_after_its_issuer_is_gone() {
    let place = Place::recorded();
    assert_eq!(place.then[0].0, "valid");
    assert_eq!(place.then[1].0, "valid");

    // The same moment and the archive alone: the same report.
    let same = place.verify("archive", THEN, &[]).expect(0).lines();
    assert_eq!(same.iter().map(facts).collect::<Vec<_>>(), place.then);
    assert!(notes(&same[0], "status").is_empty() && notes(&same[0], "issuer-key").is_empty());

    // Years later: the same report, and of each fact the day it is of.
    let later = place.verify("archive", LATER, &[]).expect(0).lines();
    assert_eq!(later.iter().map(facts).collect::<Vec<_>>(), place.then);
    for (line, id, code) in [
        (&later[0], "issuer-key", "issuer-key.age"),
        (&later[0], "status", "status.age"),
        (&later[1], "proof", "proof.age"),
        (&later[1], "issuer-key", "issuer-key.age"),
        (&later[1], "status", "status.age"),
    ] {
        let notes = notes(line, id);
        let (_, sentence) =
            notes.iter().find(|(found, _)| found == code).unwrap_or_else(|| panic!("{notes:?}"));
        assert!(sentence.contains("2026"), "{sentence}");
    }
    let documents = later[0]["documents"].as_array().unwrap();
    let urls: Vec<_> = documents.iter().map(|document| document["url"].as_str().unwrap()).collect();
    assert_eq!(urls, [DID_DOCUMENT, LIST]);
    assert!(documents.iter().all(|document| document["at"] == THEN && document["origin"] == "archive"));

    // Without the archive neither can be decided.
    let inputs = place.inputs.iter().map(String::as_str);
    let alone = place.line.run(["verify", "--json", "--offline"].into_iter().chain(inputs)).expect(2).lines();
    assert!(alone.iter().all(|line| line["verdict"] == "inconclusive"), "{alone:#?}");
}

#[test]
fn what_an_archive_proves_can_be_recorded_from_it() {
    let place = Place::recorded();
    place.verify("archive", LATER, &["--record", "second"]).expect(0);
    std::fs::remove_dir_all(place.archive()).unwrap();
    let second = place.verify("second", LATER, &[]).expect(0).lines();
    assert_eq!(second.iter().map(facts).collect::<Vec<_>>(), place.then);
    assert!(second[0]["documents"][0]["at"] == THEN, "it stays of its day: {:#}", second[0]["documents"]);

    // Into the backpack with its documents: afterwards the backpack alone is enough.
    let learner = CommandLine::new();
    let archive = place.line.folder().join("second").display().to_string();
    let import = ["import", "--offline", "--at", LATER, "--documents", &archive];
    learner.run(import.into_iter().chain(place.inputs.iter().map(String::as_str))).expect(0);
    std::fs::remove_dir_all(&archive).unwrap();
    let again = ["import", "--json", "--offline", "--at", "2032-01-01T00:00:00Z"];
    let again =
        learner.run(again.into_iter().chain(place.inputs.iter().map(String::as_str))).expect(0).lines();
    assert_eq!(again.iter().map(facts).collect::<Vec<_>>(), place.then);
}

#[test]
fn an_archive_that_was_changed_proves_nothing() {
    let bytes_of = |archive: &Path, url: &str| {
        let index: Value =
            serde_json::from_slice(&std::fs::read(archive.join("index.json")).unwrap()).unwrap();
        archive.join(index[url][0]["file"].as_str().unwrap())
    };
    // A document was changed, or taken away: the whole archive is refused.
    for (change, code) in [("changed", "archive.changed"), ("gone", "archive.no-file")] {
        let place = Place::recorded();
        place.verify("archive", LATER, &[]).expect(0);
        let file = bytes_of(&place.archive(), DID_DOCUMENT);
        match change {
            "changed" => {
                let forged = did_document(&Key::ed25519_from_seed(&[66; 32]).unwrap()).to_string();
                std::fs::write(file, forged).unwrap();
            }
            _ => std::fs::remove_file(file).unwrap(),
        }
        let refused = place.verify("archive", LATER, &[]).expect(65);
        assert!(refused.out.contains(code), "{}", refused.out);
        // Nor is anything added to it.
        place.verify("archive", LATER, &["--record", "archive"]).expect(65);
    }

    // A whole entry was taken out: what rested on it is not decided any more.
    let place = Place::recorded();
    let edit = |place: &Place, change: &dyn Fn(&mut strict_json::Map)| {
        let path = place.archive().join("index.json");
        let mut index: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        change(index.as_object_mut().unwrap());
        std::fs::write(&path, index.to_string()).unwrap();
    };
    edit(&place, &|index| {
        index.remove(LIST);
    });
    let lines = place.verify("archive", LATER, &[]).expect(2).lines();
    assert_eq!((&lines[0]["verdict"], &lines[1]["verdict"]), (&json!("inconclusive"), &json!("valid")));

    // Somebody put another list in, with its own digest: it is not signed by the issuer, so it says nothing.
    let place = Place::recorded();
    let mut forged = list(true);
    forged["credentialSubject"]["encodedList"] = list(false)["credentialSubject"]["encodedList"].clone();
    let forged = forged.to_string();
    std::fs::write(place.archive().join("forged.json"), &forged).unwrap();
    edit(&place, &|index| {
        index[LIST] = json!({ "file": "forged.json", "fetchedAt": LATER });
    });
    let lines = place.verify("archive", LATER, &[]).expect(2).lines();
    assert_eq!(lines[0]["verdict"], "inconclusive", "{:#}", lines[0]["checks"]);
}

#[test]
fn a_list_that_is_gone_since_does_not_take_away_what_was_known() {
    let place = Place::recorded();
    let path = place.archive().join("index.json");
    let mut index: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let gone = json!({ "status": 404, "fetchedAt": "2028-01-01T00:00:00Z" });
    for url in [LIST, HOSTED] {
        index[url].as_array_mut().unwrap().push(gone.clone());
    }
    std::fs::write(&path, index.to_string()).unwrap();
    let lines = place.verify("archive", LATER, &[]).expect(2).lines();
    assert_eq!(lines[0]["verdict"], "valid");
    let codes: Vec<String> = notes(&lines[0], "status").into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["status.age", "status.gone-since"]);
    // Of a hosted badge that it is gone may mean that it was taken back.
    assert_eq!(lines[1]["verdict"], "inconclusive");
}
