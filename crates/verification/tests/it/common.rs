//! Genuine badges, keys made here, and how to ask.

use jiff::Timestamp;
use openbadges::Credential;
use openbadges::recipient::Identity;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{
    Answer, Check, CheckId, DocUrl, Document, Documents, Origin, Outcome, Pins, Registries, Terms, Verdict,
    Verification, verify,
};

pub const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
pub const VC2: &str = "https://www.w3.org/ns/credentials/v2";

pub fn now() -> Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

pub fn key(seed: u8) -> Key {
    Key::ed25519_from_seed(&[seed; 32]).unwrap()
}

/// An RSA key; made once, since that takes a while.
pub fn rsa() -> &'static Key {
    use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
    static KEY: std::sync::OnceLock<Key> = std::sync::OnceLock::new();
    KEY.get_or_init(|| {
        let pair = aws_lc_rs::rsa::KeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).unwrap();
        let der: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        Key::from_pkcs8(der.as_ref()).unwrap()
    })
}

pub fn p256() -> Key {
    ecdsa(&aws_lc_rs::signature::ECDSA_P256_SHA256_FIXED_SIGNING)
}

pub fn p384() -> Key {
    ecdsa(&aws_lc_rs::signature::ECDSA_P384_SHA384_FIXED_SIGNING)
}

pub fn secp256k1() -> Key {
    ecdsa(&aws_lc_rs::signature::ECDSA_P256K1_SHA256_FIXED_SIGNING)
}

fn ecdsa(algorithm: &'static aws_lc_rs::signature::EcdsaSigningAlgorithm) -> Key {
    let random = aws_lc_rs::rand::SystemRandom::new();
    let der = aws_lc_rs::signature::EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
    Key::from_pkcs8(der.as_ref()).unwrap()
}

/// A badge with what real ones hold: a boolean, a decimal, a list, a language tag.
pub fn badge(issuer: &str) -> Value {
    json!({
        "@context": [VC2, OB3],
        "id": "https://uni.example/credentials/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "University of Example" },
        "validFrom": "2025-01-01T00:00:00Z",
        "name": "Welding",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": true, "salt": "deadsea",
                "identityHash": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"
            }],
            "achievement": {
                "id": "https://uni.example/achievements/1",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metal.\tWell.",
                "criteria": { "narrative": "A weld that holds." },
                "inLanguage": "en-US",
                "creditsAvailable": 1.5,
                "resultDescription": [{
                    "id": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c", "type": ["ResultDescription"],
                    "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B", "C"]
                }]
            }
        }
    })
}

/// A badge signed by its own issuer, a did:key.
pub fn signed(seed: u8, change: impl FnOnce(&mut Value)) -> Value {
    let key = key(seed);
    let mut document = badge(&key.did_key());
    change(&mut document);
    sign::data_integrity(document, "eddsa-rdfc-2022", &key, &key.did_key_method(), created()).unwrap()
}

pub fn created() -> Timestamp {
    "2025-01-01T00:00:00Z".parse().unwrap()
}

pub struct Asked {
    pub verification: Verification,
}

/// Verifies bytes at [`now`].
pub fn ask_bytes(bytes: &[u8], known: &Documents) -> Asked {
    ask_terms(bytes, known, now(), None)
}

pub fn ask_terms(bytes: &[u8], known: &Documents, now: Timestamp, held_since: Option<Timestamp>) -> Asked {
    let (pins, registries) = (Pins::new(), Registries::new());
    let terms = Terms { now, recipients: &[], pins: &pins, registries: &registries, held_since };
    ask_on(bytes, known, &terms)
}

/// Verifies bytes on these terms; the badges are a@b.example's.
pub fn ask_on(bytes: &[u8], known: &Documents, terms: &Terms<'_>) -> Asked {
    let credential = Credential::read(bytes).unwrap_or_else(|error| panic!("not read: {}", error.code()));
    let own = [Identity::parse("a@b.example")];
    let verification = verify(&credential, known, &Terms { recipients: &own, ..*terms });
    worded(&verification);
    Asked { verification }
}

pub fn ask(document: &Value, known: &Documents) -> Asked {
    ask_bytes(document.to_string().as_bytes(), known)
}

/// Verifies with no documents at hand.
pub fn alone(document: &Value) -> Asked {
    ask(document, &Documents::bundled())
}

impl Asked {
    pub fn verdict(&self) -> Verdict {
        self.verification.report.verdict
    }

    pub fn check(&self, id: CheckId) -> &Check {
        self.verification.report.check(id).unwrap()
    }

    pub fn code(&self, id: CheckId) -> &str {
        &self.check(id).code
    }

    pub fn notes(&self, id: CheckId) -> Vec<&str> {
        self.check(id).notes.iter().map(|note| note.code.as_ref()).collect()
    }

    pub fn wanted(&self) -> Vec<&str> {
        self.verification.wanted.iter().map(|wanted| wanted.url.as_str()).collect()
    }

    /// Verdict and codes of proof and issuer-key, in a line.
    pub fn line(&self) -> String {
        format!("{} {} {}", self.verdict(), self.code(CheckId::Proof), self.code(CheckId::IssuerKey))
    }
}

/// Every code of a report has its sentence in both languages, with all that the sentence names.
fn worded(verification: &Verification) {
    let report = &verification.report;
    assert_eq!(
        report.checks.iter().map(|check| check.id).collect::<Vec<_>>(),
        CheckId::ALL,
        "each check once"
    );
    let notes = report.checks.iter().flat_map(|check| &check.notes);
    let all = report
        .checks
        .iter()
        .map(|check| (&check.code, &check.args))
        .chain(notes.map(|note| (&note.code, &note.args)));
    for (code, args) in all {
        assert!(verification::codes::ALL.contains(&code.as_ref()), "{code} is not in ALL");
        for locale in words::Locale::ALL {
            let sentence = words::Words::new(locale).for_data().code(code, args);
            let text = format!("{} {}", sentence.message, sentence.next.unwrap_or_default());
            assert!(!text.contains("{$") && !text.contains("{ $"), "{code}: {text}");
            assert!(!text.contains(code.as_ref()), "{code} has no words");
        }
    }
}

pub fn url(text: &str) -> DocUrl {
    DocUrl::parse(text).unwrap()
}

/// Documents of the learner's own, fetched at [`now`].
pub fn known(documents: &[(&str, Value)]) -> Documents {
    known_as(documents, now(), Origin::Fetched)
}

pub fn known_as(documents: &[(&str, Value)], at: Timestamp, origin: Origin) -> Documents {
    let mut known = Documents::bundled();
    for (address, value) in documents {
        put(&mut known, address, value, at, origin);
    }
    known
}

pub fn put(known: &mut Documents, address: &str, value: &Value, at: Timestamp, origin: Origin) {
    known.insert(Document::new(url(address), None, value.to_string().into_bytes(), at, origin));
}

pub fn gone(known: &mut Documents, address: &str) {
    known.insert_answer(url(address), Answer::Gone, now(), Origin::Fetched);
}

pub fn outcome(asked: &Asked, id: CheckId) -> Outcome {
    asked.check(id).outcome
}
