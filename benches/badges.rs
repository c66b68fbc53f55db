//! Badges of each securing.

use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{Answer, DocUrl, Document, Documents, Origin};

/// What can be asked of [`badge`], in the words of a report.
pub const SECURINGS: [&str; 7] = [
    "data-integrity/eddsa-rdfc-2022",
    "data-integrity/Ed25519Signature2020",
    "vc-jwt/RS256",
    "vc-jwt/ES256",
    "vc-jwt/EdDSA",
    "jws/RS256",
    "hosted",
];

const WEB: &str = "did:web:campus.example";
const CAMPUS: &str = "https://campus.example";
const OB2: &str = "https://w3id.org/openbadges/v2";
const CREATED: &str = "2026-01-02T10:00:00Z";

fn key(algorithm: &str) -> Key {
    let file = match algorithm {
        "RS256" => "test-rsa.pem",
        "ES256" => "test-p256.pem",
        _ => "test-ed25519.pem",
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/keys").join(file);
    Key::from_pkcs8_pem(&std::fs::read_to_string(path).expect("a test key")).expect("a key")
}

/// The badge of a number: about as large as badges in the field are.
pub fn badge(number: usize, securing: &str) -> Vec<u8> {
    match securing.split_once('/') {
        Some(("data-integrity", suite)) => with_proof(number, suite),
        Some(("vc-jwt", algorithm)) => jwt(number, algorithm),
        Some(("jws", algorithm)) => {
            let assertion = assertion(number, json!({ "type": "SignedBadge", "creator": at("key.json") }));
            sign::jws(assertion.to_string().as_bytes(), algorithm, None, None, &key(algorithm))
                .expect("a JWS")
                .into()
        }
        _ => assertion(number, json!({ "type": "HostedBadge" })).to_string().into(),
    }
}

fn at(path: &str) -> String {
    format!("{CAMPUS}/{path}")
}

fn with_proof(number: usize, suite: &str) -> Vec<u8> {
    let (key, did, method) = own_key();
    let mut badge = open_badge(number, &did);
    if suite == "Ed25519Signature2020" {
        badge["@context"] = json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            "https://w3id.org/security/suites/ed25519-2020/v1"
        ]);
        badge["issuanceDate"] = badge["validFrom"].take();
        badge.as_object_mut().expect("an object").remove("validFrom");
    }
    let created = CREATED.parse().expect("a moment");
    sign::data_integrity(badge, suite, &key, &method, created).expect("a signed badge").to_string().into()
}

/// Where the list of [`with_status`] is served.
pub const STATUS_LIST: &str = "https://campus.example/status/1.json";

/// A badge with `eddsa-rdfc-2022` and an entry in the list at [`STATUS_LIST`]; its bit is not set.
pub fn with_status(number: usize) -> Vec<u8> {
    let (key, did, method) = own_key();
    let mut badge = open_badge(number, &did);
    badge["credentialStatus"] = json!({
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
        "statusListIndex": (number * 2).to_string(), "statusListCredential": STATUS_LIST
    });
    signed(badge, &key, &method).to_string().into()
}

/// A status list of so many entries by the same issuer. About one in ten of the odd places is set, so that it does not
/// shrink to nothing.
pub fn status_list(entries: usize) -> Value {
    let (key, did, method) = own_key();
    let mut bits = vec![0_u8; entries.div_ceil(8)];
    for place in (1..entries).step_by(2).filter(|place| place.wrapping_mul(2_654_435_761) % 10 == 1) {
        bits[place / 8] |= 0x80 >> (place % 8);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(&bits).expect("room");
    let encoded = format!("u{}", URL_SAFE_NO_PAD.encode(gzip.finish().expect("room")));
    let list = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "id": STATUS_LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": did,
        "validFrom": "2026-01-02T09:00:00Z",
        "credentialSubject": {
            "id": format!("{STATUS_LIST}#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
            "encodedList": encoded
        }
    });
    signed(list, &key, &method)
}

/// A badge whose issuer is within a cube of organisations that nothing tells apart: to name them takes longer than
/// anybody should wait.
pub fn poison(dimensions: u32) -> Vec<u8> {
    let corner = |number: u32| json!(format!("_:corner{number}"));
    let corners: Vec<Value> = (0..2_u32.pow(dimensions))
        .map(|number| {
            let beside: Vec<Value> = (0..dimensions)
                .map(|at| json!({ "id": corner(number ^ (1 << at)), "type": ["Profile"] }))
                .collect();
            json!({ "id": corner(number), "type": ["Profile"], "parentOrg": beside })
        })
        .collect();
    let (key, did, method) = own_key();
    let genuine = signed(open_badge(0, &did), &key, &method);
    let mut badge = open_badge(0, &did);
    badge["issuer"]["parentOrg"] = Value::Array(corners);
    badge["proof"] = genuine["proof"].clone();
    badge.to_string().into()
}

fn own_key() -> (Key, String, String) {
    let key = key("EdDSA");
    let did = key.did_key();
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    (key, did, method)
}

fn signed(document: Value, key: &Key, method: &str) -> Value {
    let created = CREATED.parse().expect("a moment");
    sign::data_integrity(document, "eddsa-rdfc-2022", key, method, created).expect("a signed badge")
}

fn jwt(number: usize, algorithm: &str) -> Vec<u8> {
    let mut badge = open_badge(number, WEB);
    badge["iss"] = json!(WEB);
    badge["jti"] = badge["id"].clone();
    badge["nbf"] = json!(1_767_344_400);
    let method = format!("{WEB}#{algorithm}");
    sign::jwt(badge, algorithm, Some(&method), "JWT", &key(algorithm)).expect("a signed badge").into()
}

fn open_badge(number: usize, issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": format!("urn:uuid:00000000-0000-4000-8000-{number:012x}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": name(number),
        "issuer": { "id": issuer, "type": ["Profile"], "name": "Open Campus", "url": CAMPUS, "email": "b@campus.example" },
        "validFrom": "2026-01-02T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": true, "salt": "deadsea",
                "identityHash": "sha256$2b6b7a0a2a1ff6c0a7d0a3b6b1b9b33c5a3a9b9f0a5f5c2f6c6c1d3a4f9b1c2d"
            }],
            "creditsEarned": 1.5,
            "achievement": {
                "id": format!("https://campus.example/achievements/{}", number % 50),
                "type": ["Achievement"], "achievementType": "Course", "name": name(number),
                "description": "Repairs what others throw away, explains how, and helps others to do it themselves. ".repeat(4),
                "criteria": { "narrative": "Ten repairs of different kinds, each written down with its cause. ".repeat(4) },
                "tag": ["repair", "tools", "helping"],
                "alignment": [
                    { "type": ["Alignment"], "targetName": "Repair", "targetUrl": "https://frameworks.example/repair" },
                    { "type": ["Alignment"], "targetName": "Explain", "targetUrl": "https://frameworks.example/explain" }
                ],
                "resultDescription": [{
                    "id": format!("urn:uuid:00000000-0000-4000-9000-{number:012x}"), "type": ["ResultDescription"],
                    "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B", "C", "D"]
                }]
            }
        }
    })
}

/// Names that differ, with words that many share and words that few do.
pub(crate) fn name(number: usize) -> String {
    const WHAT: [&str; 10] = [
        "Bicycle repair",
        "Spreadsheets",
        "Food hygiene",
        "First aid",
        "Forklift",
        "Sign language",
        "Welding",
        "Beekeeping",
        "Negotiation",
        "Gardening",
    ];
    format!("{}, course {}", WHAT[number % WHAT.len()], number / WHAT.len())
}

fn assertion(number: usize, verification: Value) -> Value {
    json!({
        "@context": OB2, "type": "Assertion", "id": at(&format!("assertions/{number}.json")),
        "recipient": { "type": "email", "hashed": false, "identity": "robin.sample@mail.example" },
        "badge": at("class.json"), "verification": verification, "issuedOn": "2026-01-02T09:00:00Z",
        "narrative": "Repairs what others throw away, explains how, and helps others to do it themselves. ".repeat(4)
    })
}

/// The public half of the key that an algorithm signs with here, as PEM.
pub fn public_pem(algorithm: &str) -> String {
    key(algorithm).public_pem().expect("a key")
}

/// What the issuer publishes, with the hosted assertions of the numbers below `hosted`.
pub fn documents(hosted: usize) -> Documents {
    known(&published(hosted))
}

/// The same by its addresses.
pub fn published(hosted: usize) -> Vec<(String, Value)> {
    let method = |algorithm: &str| {
        json!({ "id": format!("{WEB}#{algorithm}"), "type": "JsonWebKey2020", "controller": WEB,
                "publicKeyJwk": key(algorithm).public_jwk() })
    };
    let algorithms = ["RS256", "ES256", "EdDSA"];
    let ids: Vec<String> = algorithms.iter().map(|algorithm| format!("{WEB}#{algorithm}")).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/keys/test-rsa.pub.pem");
    let pem = std::fs::read_to_string(path).expect("a test key");
    let mut published = vec![
        (
            at(".well-known/did.json"),
            json!({ "@context": ["https://www.w3.org/ns/did/v1"], "id": WEB,
                    "verificationMethod": algorithms.map(method), "assertionMethod": ids }),
        ),
        (
            at("class.json"),
            json!({ "@context": OB2, "type": "BadgeClass", "id": at("class.json"), "name": "Bicycle repair",
                    "description": "Repairs.", "image": at("b.png"), "criteria": { "narrative": "Ten repairs." },
                    "issuer": at("issuer.json") }),
        ),
        (
            at("issuer.json"),
            json!({ "@context": OB2, "type": "Issuer", "id": at("issuer.json"), "name": "Open Campus", "url": CAMPUS,
                    "email": "b@campus.example", "publicKey": at("key.json"), "revocationList": at("revoked.json") }),
        ),
        (
            at("key.json"),
            json!({ "@context": OB2, "type": "CryptographicKey", "id": at("key.json"), "owner": at("issuer.json"),
                    "publicKeyPem": pem }),
        ),
        (
            at("revoked.json"),
            json!({ "@context": OB2, "type": "RevocationList", "id": at("revoked.json"), "issuer": at("issuer.json"),
                    "revokedAssertions": [] }),
        ),
    ];
    for number in 0..hosted {
        let assertion = assertion(number, json!({ "type": "HostedBadge" }));
        published.push((at(&format!("assertions/{number}.json")), assertion));
    }
    published
}

/// Documents as they are known once they were fetched.
pub fn known(published: &[(String, Value)]) -> Documents {
    let now: Timestamp = crate::NOW.parse().expect("a moment");
    let mut documents = Documents::bundled();
    for (address, document) in published {
        let url = DocUrl::parse(address).expect("an address");
        let bytes = document.to_string().into_bytes();
        let document =
            Document::new(url.clone(), Some("application/json".into()), bytes, now, Origin::Archive);
        documents.insert_answer(url, Answer::Got(document), now, Origin::Archive);
    }
    documents
}
