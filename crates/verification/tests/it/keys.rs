//! did:web, versions of the issuer's document, pins.

use jiff::Timestamp;
use strict_json::{Value, json};
use verification::sign::data_integrity as sign;
use verification::{
    CheckId, Document, Documents, Mark, Origin, Pin, Pins, Registered, Registries, Terms, Verdict, mark,
    verify,
};

use crate::common::*;

const DID: &str = "did:web:uni.example";
const ADDRESS: &str = "https://uni.example/.well-known/did.json";

fn did_document(seeds: &[u8]) -> Value {
    let methods: Vec<Value> = seeds
        .iter()
        .map(|seed| {
            json!({
                "id": format!("{DID}#key-{seed}"), "type": "Multikey", "controller": DID,
                "publicKeyMultibase": key(*seed).multikey().unwrap()
            })
        })
        .collect();
    let names: Vec<String> = seeds.iter().map(|seed| format!("{DID}#key-{seed}")).collect();
    json!({
        "@context": ["https://www.w3.org/ns/did/v1"], "id": DID, "verificationMethod": methods,
        "assertionMethod": names
    })
}

fn by_did_web() -> Value {
    sign(badge(DID), "eddsa-rdfc-2022", &key(1), &format!("{DID}#key-1"), created()).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn did_web_good_and_not() {
    let badge = by_did_web();
    let asked = alone(&badge);
    assert_eq!(
        (asked.line().as_str(), asked.wanted()),
        ("inconclusive proof.key-not-had issuer-key.not-had", vec![ADDRESS])
    );
    let asked = ask(&badge, &known(&[(ADDRESS, did_document(&[1]))]));
    assert_eq!(asked.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(asked.check(CheckId::IssuerIdentity).args["host"], "uni.example");
    assert_eq!(mark(&asked.verification.report), Mark::Verified);
    let other = |change: &dyn Fn(&mut Value)| {
        let mut document = did_document(&[1]);
        change(&mut document);
        ask(&badge, &known(&[(ADDRESS, document)])).line()
    };
    assert_eq!(
        other(&|document| document["id"] = json!("did:web:other.example")),
        "invalid proof.key-not-had issuer-key.document-other"
    );
    assert_eq!(
        other(&|document| document["verificationMethod"][0]["controller"] = json!("did:web:other.example")),
        "invalid proof.ok issuer-key.controller"
    );
    assert_eq!(
        other(&|document| document["assertionMethod"] = json!([])),
        "invalid proof.ok issuer-key.not-for-statements"
    );
    // A method that stands in `assertionMethod` itself, with a relative name, as JWK.
    let embedded = other(&|document| {
        document["verificationMethod"] = json!([]);
        document["assertionMethod"] = json!([{
            "id": "#key-1", "type": "JsonWebKey2020", "controller": DID, "publicKeyJwk": key(1).public_jwk()
        }]);
    });
    assert_eq!(embedded, "valid proof.ok issuer-key.ok");
    assert_eq!(ask(&badge, &known(&[(ADDRESS, json!("no document"))])).verdict(), Verdict::Inconclusive);
}

#[test]
fn didweb_encoded_slash_and_dotdot() {
    for issuer in ["did:web:uni.example%2Fevil", "did:web:uni.example:..:evil"] {
        let document =
            sign(badge(issuer), "eddsa-rdfc-2022", &key(1), &format!("{issuer}#key-1"), created()).unwrap();
        assert_eq!(alone(&document).line(), "invalid proof.key-not-had issuer-key.malformed");
    }
}

#[test]
fn a_senders_document_does_not_prove() {
    let sent = known_as(&[(ADDRESS, did_document(&[1]))], now(), Origin::Sender);
    let asked = ask(&by_did_web(), &sent);
    assert_eq!(asked.line(), "inconclusive proof.ok issuer-key.sender-copy");
    assert_eq!(asked.wanted(), [ADDRESS]);
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.not-decided");
}

#[test]
fn a_key_that_was_taken_away() {
    let mut documents = Documents::bundled();
    put(&mut documents, ADDRESS, &did_document(&[1]), at("2026-03-01T00:00:00Z"), Origin::Archive);
    put(&mut documents, ADDRESS, &did_document(&[2]), at("2026-10-01T00:00:00Z"), Origin::Fetched);
    let bytes = by_did_web().to_string().into_bytes();
    let line = |held_since: Option<Timestamp>| ask_terms(&bytes, &documents, now(), held_since);
    // Not held then: somebody who got hold of the old key may have made it since.
    assert_eq!(line(None).line(), "invalid proof.key-not-had issuer-key.not-listed");
    assert_eq!(line(Some(at("2026-04-01T00:00:00Z"))).verdict(), Verdict::Invalid);
    let held = line(Some(at("2026-02-01T00:00:00Z")));
    assert_eq!(held.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(held.notes(CheckId::IssuerKey), ["issuer-key.since-removed", "issuer-key.age"]);
}

#[test]
fn doc_key_added_later() {
    // An archive from before the key was added does not prove; the newest document does.
    let mut documents =
        known_as(&[(ADDRESS, did_document(&[2]))], at("2026-03-01T00:00:00Z"), Origin::Archive);
    assert_eq!(ask(&by_did_web(), &documents).verdict(), Verdict::Invalid);
    put(&mut documents, ADDRESS, &did_document(&[1, 2]), now(), Origin::Fetched);
    assert_eq!(ask(&by_did_web(), &documents).verdict(), Verdict::Valid);
}

#[test]
fn open_educational_badges_documents_are_read_with_a_note_and_only_they() {
    let issuer = "https://api.openbadges.education/public/issuers/x?v=3_0";
    let method = format!("{issuer}#key-0");
    let document = sign(badge(issuer), "eddsa-rdfc-2022", &key(1), &method, created()).unwrap();
    let profile = |change: &dyn Fn(&mut Value)| {
        let mut profile = json!({
            "type": "Issuer", "id": issuer, "name": "Lernwerkstatt", "controller": "",
            "verificationMethod": {
                "id": method, "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdf-2022", "controller": "",
                "publicKeyMultibase": key(1).multikey().unwrap()
            }
        });
        change(&mut profile);
        ask(&document, &known(&[(issuer, profile)]))
    };
    let good = profile(&|_| {});
    assert_eq!(good.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(good.notes(CheckId::IssuerKey), ["issuer-key.oeb-leniency"]);
    assert_eq!(good.check(CheckId::IssuerIdentity).args["host"], "api.openbadges.education");
    // Each deviation alone is not enough.
    let bad = |change: &dyn Fn(&mut Value)| assert_eq!(profile(change).verdict(), Verdict::Invalid);
    bad(&|profile| profile["verificationMethod"] = json!([profile["verificationMethod"].clone()]));
    bad(&|profile| profile["verificationMethod"]["type"] = json!("Multikey"));
    bad(&|profile| profile["assertionMethod"] = json!([]));
    bad(&|profile| profile["verificationMethod"]["controller"] = json!("https://evil.example/i"));
    bad(&|profile| profile["verificationMethod"]["publicKeyMultibase"] = json!(key(2).multikey().unwrap()));
}

#[test]
fn pins_and_registers_say_who_it_is() {
    let document = signed(1, |_| {});
    let credential = openbadges::Credential::read(document.to_string().as_bytes()).unwrap();
    let issuer = key(1).did_key();
    let pinned = |key: &str, issuer: &str| -> Pins {
        let pin = Pin {
            issuer: issuer.to_owned(),
            name: "University of Example".into(),
            key: Some(key.into()),
            at: now(),
        };
        [pin].into_iter().collect()
    };
    let identity = |pins: &Pins, registries: &Registries| {
        let known = Documents::bundled();
        let terms = Terms { now: now(), recipients: &[], pins, registries, held_since: None };
        let verification = verify(&credential, &known, &terms);
        let check = verification.report.check(CheckId::IssuerIdentity).unwrap().clone();
        let notes: Vec<String> = check.notes.iter().map(|note| note.code.to_string()).collect();
        format!("{} {} {}", mark(&verification.report), check.code, notes.join(" ")).trim().to_owned()
    };
    let none = Registries::new();
    let own = key(1).multikey().unwrap();
    assert_eq!(identity(&pinned(&own, &issuer), &none), "verified issuer-identity.pinned");
    assert_eq!(identity(&pinned("zOther", &issuer), &none), "key-changed issuer-identity.key-changed");
    // issuer-famous-name-own-key, lookalike-issuer: the same name, another key.
    assert_eq!(
        identity(&pinned(&own, "did:web:uni.example"), &none),
        "signed-unknown issuer-identity.unknown issuer-identity.lookalike"
    );
    let mut registries = Registries::new();
    registries.insert(&issuer, Registered { registry: "DCC".into(), name: "Uni".into() });
    assert_eq!(identity(&Pins::new(), &registries), "verified issuer-identity.registry");
}

#[test]
fn a_key_that_has_ended_or_was_taken_back() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut document = did_document(&[1]);
        change(&mut document["verificationMethod"][0]);
        document
    };
    let line = |document: Value| ask(&by_did_web(), &known(&[(ADDRESS, document)])).line();
    assert_eq!(line(with(&|_| {})), "valid proof.ok issuer-key.ok");
    let ends = |member: &'static str, at: &'static str| with(&move |method| method[member] = json!(at));
    assert_eq!(line(ends("expires", "2027-01-01T00:00:00Z")), "valid proof.ok issuer-key.ok");
    assert_eq!(line(ends("expires", "2026-11-21T09:00:00Z")), "invalid proof.ok issuer-key.expired");
    assert_eq!(line(ends("revoked", "2026-11-01T00:00:00Z")), "invalid proof.ok issuer-key.revoked");
    assert_eq!(line(ends("revoked", "2027-01-01T00:00:00Z")), "valid proof.ok issuer-key.ok");
    // Never "no end": a day that does not exist, not even a text.
    assert_eq!(line(ends("expires", "2027-02-30T00:00:00Z")), "invalid proof.ok issuer-key.malformed");
    assert_eq!(
        line(with(&|method| method["revoked"] = json!(true))),
        "invalid proof.ok issuer-key.malformed"
    );
    // Whoever had the badge while the key still counted keeps it.
    let mut documents = Documents::bundled();
    let document = ends("expires", "2026-06-01T00:00:00Z");
    put(&mut documents, ADDRESS, &document, at("2026-03-01T00:00:00Z"), Origin::Archive);
    let bytes = by_did_web().to_string().into_bytes();
    let held = |since: Option<Timestamp>| ask_terms(&bytes, &documents, now(), since);
    assert_eq!(held(None).line(), "invalid proof.ok issuer-key.expired");
    assert_eq!(held(Some(at("2026-04-01T00:00:00Z"))).verdict(), Verdict::Invalid);
    let kept = held(Some(at("2026-02-01T00:00:00Z")));
    assert_eq!(kept.line(), "valid proof.ok issuer-key.ok");
    assert_eq!(kept.notes(CheckId::IssuerKey), ["issuer-key.since-removed", "issuer-key.age"]);
}

#[test]
fn another_host_that_answers_is_said() {
    let answered_by = |address: &str| {
        let bytes = did_document(&[1]).to_string().into_bytes();
        let mut document = Document::new(url(ADDRESS), None, bytes, now(), Origin::Fetched);
        document.final_url = url(address);
        let mut documents = Documents::bundled();
        documents.insert(document);
        let asked = ask(&by_did_web(), &documents);
        (asked.notes(CheckId::IssuerKey).join(" "), asked.code(CheckId::IssuerIdentity).to_owned())
    };
    let same = answered_by(&format!("{ADDRESS}?x"));
    assert_eq!(same, (String::new(), "issuer-identity.domain".to_owned()));
    let other = answered_by("https://elsewhere.example/did.json");
    assert_eq!(other, ("issuer-key.redirected".to_owned(), "issuer-identity.domain".to_owned()));
    // Away from https nobody vouches for anything.
    assert_ne!(answered_by("http://uni.example/did.json").1, "issuer-identity.domain");
}
