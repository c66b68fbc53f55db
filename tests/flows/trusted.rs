//! Whom the learner believes: lists of certificate authorities for European seals, registers of issuers, and the alarm when
//! a known issuer's key changes.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, KeyPair, KeyUsagePurpose, date_time_ymd};
use strict_json::{Value, json};
use tempfile::TempDir;
use verification::sign::{self, Key};
use wallet_tests::{CommandLine, Ran};

const AT: &str = "2026-11-21T09:00:00Z";
const NUMBER: &str = "VATDE-123456789";

/// A folder with files in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }
}

fn checked(line: &CommandLine, arguments: &[&str], exit: i32) -> Value {
    let mut all = vec!["verify", "--json", "--offline", "--at", AT];
    all.extend(arguments);
    line.run(all).expect(exit).lines().remove(0)
}

fn code(checked: &Value, id: &str) -> String {
    let checks = checked["checks"].as_array().unwrap();
    checks.iter().find(|check| check["id"] == id).unwrap()["code"].as_str().unwrap().to_owned()
}

/// The certificate of an authority in PEM, and a credential that was sealed with one of its certificates.
fn sealed() -> (String, String) {
    let mut ca = CertificateParams::new(Vec::new()).unwrap();
    ca.distinguished_name.push(DnType::OrganizationName, "Seals AG");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    ca.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let ca_key = KeyPair::generate().unwrap();
    let authority = ca.self_signed(&ca_key).unwrap();
    let mut leaf = CertificateParams::new(Vec::new()).unwrap();
    leaf.distinguished_name.push(DnType::OrganizationName, "University of Example");
    leaf.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 97]), NUMBER);
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    (leaf.not_before, leaf.not_after) = (date_time_ymd(2024, 1, 1), date_time_ymd(2030, 1, 1));
    let pair = KeyPair::generate().unwrap();
    let certificate = leaf.signed_by(&pair, &rcgen::Issuer::from_params(&ca, &ca_key)).unwrap();
    let payload = json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"],
        "id": "urn:credential:1", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "issuanceDate": "2025-01-01T00:00:00Z",
        "issuer": {
            "id": "urn:epass:org:1", "type": "Organisation", "legalName": { "en": "University of Example" },
            "eIDASIdentifier": { "type": "LegalIdentifier", "notation": NUMBER }
        },
        "displayParameter": { "type": "DisplayParameter", "title": { "en": "Welding" } },
        "credentialSubject": { "id": "urn:epass:person:1", "type": "Person" }
    })
    .to_string();
    let header = json!({
        "alg": "ES256", "b64": false, "crit": ["b64", "sigT"], "sigT": "2025-01-01T00:00:00Z",
        "x5c": [STANDARD.encode(certificate.der())]
    });
    let protected = URL_SAFE_NO_PAD.encode(header.to_string());
    let key = Key::from_pkcs8(&pair.serialize_der()).unwrap();
    let signature =
        URL_SAFE_NO_PAD.encode(key.sign_bytes(format!("{protected}.{payload}").as_bytes()).unwrap());
    let seal =
        json!({ "payload": payload, "signatures": [{ "protected": protected, "signature": signature }] });
    (authority.pem(), seal.to_string())
}

#[test]
fn a_european_credential_counts_once_its_authority_is_believed() {
    let (line, desk) = (CommandLine::new(), Desk::new());
    let (pem, seal) = sealed();
    let (list, file) = (desk.put("authorities.pem", pem), desk.put("diploma.jsonld", &seal));
    let alone = checked(&line, &[&file], 2);
    assert_eq!(
        (alone["securing"].as_str(), alone["verdict"].as_str()),
        (Some("jades"), Some("inconclusive"))
    );
    let said = alone["checks"].as_array().unwrap().iter().find(|check| check["id"] == "issuer-key").unwrap();
    let message = said["message"].as_str().unwrap();
    assert!(message.contains("Sealed by University of Example (certificate of Seals AG)"), "{message}");
    assert_eq!(checked(&line, &["--trust-list", &list, &file], 0)["mark"], "verified");
    let broken = desk.put("broken.jsonld", seal.replace("Welding", "Surgery"));
    assert_eq!(code(&checked(&line, &["--trust-list", &list, &broken], 1), "proof"), "proof.altered");

    // In the backpack the list stays, and what it decides is stated anew when it comes and when it goes.
    let mark = || line.run(["list", "--json"]).expect(0).lines()[0]["mark"].as_str().unwrap().to_owned();
    line.run(["import", "--offline", "--at", AT, &file]).expect(0);
    assert_eq!(mark(), "inconclusive");
    line.run(["trust-list", "add", &list]).expect(0);
    assert_eq!(mark(), "verified");
    let lists = line.run(["trust-list", "list", "--json"]).expect(0).lines().remove(0);
    assert_eq!(
        (lists["trustLists"][0]["name"].as_str(), lists["trustLists"][0]["authorities"].as_u64()),
        (Some("authorities.pem"), Some(1))
    );
    let id = lists["trustLists"][0]["id"].as_str().unwrap().to_owned();
    line.run(["trust-list", "remove", &id]).expect(0);
    assert_eq!(mark(), "inconclusive");
    line.run(["trust-list", "remove", &id]).expect(66);
    line.run(["trust-list", "add", &file]).expect(65);
    line.run(["import", "--offline", "--at", AT, "--trust-list", &list, &file]).expect(0);
    assert_eq!(mark(), "verified", "a list that an import names is kept");
}

fn key(seed: u8) -> Key {
    Key::ed25519_from_seed(&[seed; 32]).unwrap()
}

fn badge(issuer: &str, kid: &str, key: &Key, id: u32) -> String {
    let claims = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": format!("urn:uuid:11111111-0000-4000-8000-{id:012}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "Lernwerkstatt" },
        "validFrom": format!("2026-02-02T09:31:{id:02}Z"), "name": format!("Badge {id}"),
        "credentialSubject": { "type": ["AchievementSubject"], "id": "did:example:me", "achievement": {
            "id": format!("urn:uuid:aaaaaaaa-0000-4000-8000-{id:012}"), "type": ["Achievement"], "name": format!("Badge {id}"),
            "description": "Welds", "criteria": { "narrative": "Welds" } } }
    });
    sign::jwt(claims, "EdDSA", Some(kid), "vc+jwt", key).unwrap()
}

#[test]
fn whoever_is_in_a_register_that_was_added_is_known() {
    let (line, desk) = (CommandLine::new(), Desk::new());
    let school = key(1);
    let file = desk.put("badge.jwt", badge(&school.did_key(), &school.did_key_method(), &school, 1));
    let register = json!({ "registry": { school.did_key(): { "name": "Lernwerkstatt", "location": "Hier", "url": "https://l.example" } } });
    let register = desk.put("registry.json", register.to_string());
    assert_eq!(checked(&line, &[&file], 0)["mark"], "signed-unknown");
    let known = checked(&line, &["--registry", &register, &file], 0);
    assert_eq!(
        (known["mark"].as_str(), code(&known, "issuer-identity").as_str()),
        (Some("verified"), "issuer-identity.registry")
    );

    line.run(["import", "--offline", "--at", AT, &file]).expect(0);
    let mark = || line.run(["list", "--json"]).expect(0).lines()[0]["mark"].as_str().unwrap().to_owned();
    assert_eq!(mark(), "signed-unknown");
    line.run(["registry", "add", &register, "--name", "Schulen"]).expect(0);
    assert_eq!(mark(), "verified");
    let id = {
        let all = line.run(["registry", "list", "--json"]).expect(0).lines().remove(0);
        assert_eq!(all["registries"][0]["issuers"], 1);
        all["registries"][0]["id"].as_str().unwrap().to_owned()
    };
    line.run(["registry", "remove", &id]).expect(0);
    assert_eq!(mark(), "signed-unknown");
    line.run(["registry", "remove", &id]).expect(66);
    line.run(["registry", "add", &file]).expect(65);
    line.run(["registry", "add", "http://l.example/registry.json"]).expect(64);
    // Nobody is asked who was not named.
    let refused = line.run(["registry", "add", "https://l.example/registry.json"]);
    refused.expect(69);
    let directory =
        json!([{ "name": "Schulen", "type": "dcc-legacy", "url": "https://l.example/registry.json" }]);
    line.run(["registry", "add", &desk.put("directory.json", directory.to_string())]).expect(2);
}

/// An archive in which the issuer's document lists these keys.
fn archive(desk: &Desk, name: &str, at: &str, keys: &[(&str, &Key)]) -> String {
    let did = "did:web:uni.example";
    let methods: Vec<Value> = keys
        .iter()
        .map(|(kid, key)| json!({ "id": kid, "type": "JsonWebKey", "controller": did, "publicKeyJwk": key.public_jwk() }))
        .collect();
    let names: Vec<&str> = keys.iter().map(|(kid, _)| *kid).collect();
    let document = json!({ "id": did, "verificationMethod": methods, "assertionMethod": names });
    desk.put(&format!("{name}/did.json"), document.to_string());
    let index =
        json!({ "https://uni.example/.well-known/did.json": { "file": "did.json", "fetchedAt": at } });
    let index = desk.put(&format!("{name}/index.json"), index.to_string());
    index.strip_suffix("/index.json").unwrap().to_owned()
}

#[test]
fn another_key_of_a_known_issuer_is_an_alarm_that_only_a_yes_ends() {
    let (line, desk) = (CommandLine::new(), Desk::new());
    let (old, new) = (("did:web:uni.example#old", key(1)), ("did:web:uni.example#new", key(2)));
    let before = archive(&desk, "before", "2026-03-01T00:00:00Z", &[(old.0, &old.1)]);
    let after = archive(&desk, "after", "2026-10-01T00:00:00Z", &[(old.0, &old.1), (new.0, &new.1)]);
    let first = desk.put("first.jwt", badge("did:web:uni.example", old.0, &old.1, 1));
    let second = desk.put("second.jwt", badge("did:web:uni.example", new.0, &new.1, 2));
    let import = |documents: &str, file: &str| -> String {
        line.run(["import", "--offline", "--at", AT, "--documents", documents, file]).expect(0);
        let rows = line.run(["list", "--json"]).expect(0).lines();
        let name = if file == first { "Badge 1" } else { "Badge 2" };
        rows.iter().find(|row| row["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let mark = |id: &str| -> String {
        let rows = line.run(["list", "--json"]).expect(0).lines();
        rows.iter().find(|row| row["id"] == id).unwrap()["mark"].as_str().unwrap().to_owned()
    };
    let one = import(&before, &first);
    line.run(["issuer", "add", &one]).expect(0);
    assert_eq!(mark(&one), "verified");

    // The domain vouches for the new key, and still it is an alarm, in words that are seen.
    let two = import(&after, &second);
    assert_eq!(mark(&two), "key-changed");
    let shown: Ran = line.run(["show", &two]).expect(0);
    assert!(shown.out.contains("Attention"), "{}", shown.out);
    line.run(["issuer", "add", &two]).expect(64);
    assert_eq!(mark(&two), "key-changed", "marking it once more is no yes");
    line.run(["issuer", "add", &two, "--new-key"]).expect(0);
    assert_eq!(
        (mark(&two), mark(&one)),
        ("verified".to_owned(), "verified".to_owned()),
        "both keys are remembered"
    );
    let known = line.run(["issuer", "list", "--json"]).expect(0).lines().remove(0);
    assert_eq!(known["issuers"].as_array().unwrap().len(), 1);
    assert_eq!(known["issuers"][0]["keys"], 2);
    line.run(["issuer", "remove", "did:web:uni.example"]).expect(0);
    assert_eq!(mark(&two), "verified", "its domain vouches");
    assert_eq!(line.run(["issuer", "list", "--json"]).expect(0).lines()[0]["issuers"], json!([]));
}
