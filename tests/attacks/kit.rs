//! A genuine badge, and a world to look at what became of it: files are scanned and judged as the wallet does it.

use std::cell::RefCell;
use std::io::{Cursor, Write as _};
use std::sync::Mutex;

use ::wallet::checking::{Ask, NoArchive};
use ::wallet::{Examined, Examinee, Judge, scan};
use jiff::Timestamp;
use openbadges::recipient::Identity;
use openbadges::{Claims, Credential, Note};
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{
    Answer, Check, CheckId, DocUrl, Document, Documents, Mark, Origin, Pin, Pins, Verdict,
    VerificationReport, Wanted,
};

pub(crate) const VC2: &str = "https://www.w3.org/ns/credentials/v2";
pub(crate) const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
pub(crate) const NOW: &str = "2026-11-21T09:00:00Z";
pub(crate) const LEARNER: &str = "mira@post.example";

pub(crate) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// A key that is the same in every run. The issuer of [`genuine`] has number 1, the attacker number 66.
pub(crate) fn key(seed: u8) -> Key {
    Key::ed25519_from_seed(&[seed; 32]).unwrap()
}

/// A key on an elliptic curve, another one in every run.
pub(crate) fn p256() -> Key {
    let random = aws_lc_rs::rand::SystemRandom::new();
    let der = aws_lc_rs::signature::EcdsaKeyPair::generate_pkcs8(
        &aws_lc_rs::signature::ECDSA_P256_SHA256_FIXED_SIGNING,
        &random,
    );
    Key::from_pkcs8(der.unwrap().as_ref()).unwrap()
}

pub(crate) fn attacker() -> Key {
    key(66)
}

/// A badge that nobody has signed yet.
pub(crate) fn badge(issuer: &str) -> Value {
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
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": false, "identityHash": LEARNER
            }],
            "achievement": {
                "id": "https://uni.example/achievements/1",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metal.",
                "criteria": { "narrative": "A weld that holds." }
            }
        }
    })
}

/// Signed with this key, named by this method.
pub(crate) fn sign_as(document: Value, key: &Key, method: &str) -> Value {
    let created = "2025-01-01T00:00:00Z".parse().unwrap();
    sign::data_integrity(document, "eddsa-rdfc-2022", key, method, created).unwrap()
}

/// A badge changed before its issuer signs it.
pub(crate) fn signed(change: impl FnOnce(&mut Value)) -> Value {
    signed_by(1, change)
}

pub(crate) fn signed_by(seed: u8, change: impl FnOnce(&mut Value)) -> Value {
    let key = key(seed);
    let mut document = badge(&key.did_key());
    change(&mut document);
    sign_as(document, &key, &key.did_key_method())
}

/// The genuine badge.
pub(crate) fn genuine() -> Value {
    signed(|_| {})
}

/// What is at hand when something is looked at. Nobody is asked; whoever would be is remembered.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) known: Documents,
    pub(crate) pins: Vec<Pin>,
    pub(crate) at: Option<Timestamp>,
    pub(crate) asked: Watching,
}

/// Refuses everything and remembers for what it was asked.
#[derive(Default)]
pub(crate) struct Watching(Mutex<Vec<String>>);

impl Watching {
    pub(crate) fn hosts(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Ask for Watching {
    fn ask(&self, wanted: &[Wanted]) -> Vec<Answer> {
        let hosts = wanted.iter().map(|want| want.url.host().unwrap_or_default());
        self.0.lock().unwrap().extend(hosts);
        wanted.iter().map(|_| Answer::Refused(Note::new("fetch.no-consent"))).collect()
    }
}

impl World {
    pub(crate) fn new() -> World {
        World::default()
    }

    /// With documents that were fetched just now.
    pub(crate) fn with(documents: &[(&str, Value)]) -> World {
        let mut world = World::new();
        for (address, document) in documents {
            world.put(address, document);
        }
        world
    }

    pub(crate) fn put(&mut self, address: &str, document: &Value) {
        self.put_as(address, document, now(), Origin::Fetched);
    }

    pub(crate) fn put_as(&mut self, address: &str, document: &Value, at: Timestamp, origin: Origin) {
        let url = DocUrl::parse(address).unwrap();
        let bytes = document.to_string().into_bytes();
        self.known.insert(Document::new(url, Some("application/json".to_owned()), bytes, at, origin));
    }

    pub(crate) fn judge(&self) -> Judge<'_> {
        let mut judge = Judge::new(self.at.unwrap_or_else(now), &NoArchive, &self.asked);
        judge.recipients = vec![Identity::parse(LEARNER)];
        judge.known.extend(self.known.clone());
        judge.pins = self.pins.iter().cloned().collect::<Pins>();
        judge
    }

    /// What is in a file, and whether it holds.
    pub(crate) fn look(&self, bytes: &[u8]) -> Examined {
        self.judge().examine(scan("file", bytes))
    }

    /// The one badge in a file.
    #[track_caller]
    pub(crate) fn one(&self, bytes: &[u8]) -> Seen {
        let examined = self.look(bytes);
        assert_eq!(examined.found.len(), 1, "one badge: {:?}", examined.passed);
        seen(examined.found.into_iter().next().unwrap())
    }

    /// Every badge in a file, in its order.
    pub(crate) fn all(&self, bytes: &[u8]) -> Vec<Seen> {
        self.look(bytes).found.into_iter().map(seen).collect()
    }

    pub(crate) fn json(&self, document: &Value) -> Seen {
        self.one(document.to_string().as_bytes())
    }

    /// Codes of what was passed over in a file in which no badge was found.
    #[track_caller]
    pub(crate) fn nothing(&self, bytes: &[u8]) -> Vec<String> {
        let examined = self.look(bytes);
        assert!(examined.found.is_empty(), "found {:?}", examined.found);
        examined.passed.into_iter().map(|passed| passed.code).collect()
    }
}

/// A badge as it is seen.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) report: VerificationReport,
    pub(crate) notes: Vec<String>,
    pub(crate) wanted: Vec<String>,
    pub(crate) image: Option<Vec<u8>>,
}

fn seen(found: Examinee) -> Seen {
    let checked = found.checked.unwrap();
    let notes = found.notes.iter().chain(found.credential.notes());
    Seen {
        notes: notes.map(|note| note.code.to_string()).collect(),
        wanted: checked.wanted_hosts(),
        report: checked.report,
        image: found.image,
    }
}

impl Seen {
    pub(crate) fn verdict(&self) -> Verdict {
        self.report.verdict
    }

    pub(crate) fn mark(&self) -> Mark {
        verification::mark(&self.report)
    }

    pub(crate) fn check(&self, id: CheckId) -> &Check {
        self.report.check(id).unwrap()
    }

    pub(crate) fn code(&self, id: CheckId) -> &str {
        &self.check(id).code
    }

    /// The codes of the notes on a check.
    pub(crate) fn notes_on(&self, id: CheckId) -> Vec<&str> {
        self.check(id).notes.iter().map(|note| note.code.as_ref()).collect()
    }

    pub(crate) fn claims(&self) -> &Claims {
        &self.report.claims
    }

    /// Verdict and codes of proof and issuer-key, in a line.
    pub(crate) fn line(&self) -> String {
        format!("{} {} {}", self.verdict(), self.code(CheckId::Proof), self.code(CheckId::IssuerKey))
    }

    /// It passes: without this no attack on it would show anything.
    #[track_caller]
    pub(crate) fn passes(self) -> Seen {
        assert_eq!(self.verdict(), Verdict::Valid, "the genuine one: {:#?}", self.report.checks);
        self
    }

    #[track_caller]
    pub(crate) fn is(&self, verdict: Verdict, proof: &str) {
        assert_eq!(
            (self.verdict(), self.code(CheckId::Proof)),
            (verdict, proof),
            "{:#?}",
            self.report.checks
        );
    }
}

/// The genuine badge passes in this world; gives it.
#[track_caller]
pub(crate) fn control(world: &World) -> Value {
    let badge = genuine();
    let _ = world.json(&badge).passes();
    badge
}

pub(crate) fn picture() -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut encoder = ::png::Encoder::new(&mut out, 2, 2);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&[200; 16]).unwrap();
    out.into_inner()
}

pub(crate) fn baked(badge: &Value) -> Vec<u8> {
    openbadges::png::bake(&picture(), &Credential::read(badge.to_string().as_bytes()).unwrap()).unwrap()
}

/// Bytes under zlib.
pub(crate) fn deflated(parts: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for part in parts {
        encoder.write_all(&part).unwrap();
    }
    encoder.finish().unwrap()
}

thread_local! {
    static PLACE: RefCell<Option<wallet_tests::CommandLine>> = const { RefCell::new(None) };
}

/// The command line over a fresh folder, one for each test.
pub(crate) fn with_place<T>(run: impl FnOnce(&wallet_tests::CommandLine) -> T) -> T {
    PLACE.with_borrow_mut(|place| run(place.get_or_insert_default()))
}
