//! Registers of issuers: lists, directories of lists, and federations.

use jiff::Timestamp;
use strict_json::{Value, json};
use verification::sign::{self, Key};
use verification::{
    CheckId, DocUrl, Document, Documents, Federation, Mark, Origin, Pins, Registries, Registry,
    RegistryError, Terms, mark,
};

use crate::common::{Asked, ask_on, badge, created, gone, key, now, signed};

const ANCHOR: &str = "https://registry.example";
const FETCH: &str = "https://registry.example/fetch";

fn read(document: &Value) -> Result<Registry, RegistryError> {
    Registry::read(document.to_string().as_bytes(), now())
}

#[test]
fn a_list_of_issuers_is_read_as_the_consortium_publishes_it() {
    let list = json!({
        "meta": { "created": "2020-12-02T02:32:16+0000", "updated": "2021-09-20T00:34:38+0000" },
        "registry": {
            "did:key:z6MkhVTX9BF3NGYX6cc7jWpbNnR7cAjH8LUffabZP8Qu4ysC": { "name": "DCC \u{202e}Playground", "location": "Cambridge, MA, USA", "url": "https://digitalcredentials.mit.edu" },
            "not a name": { "name": "Nobody" },
            "did:web:uni.example": { "url": "https://uni.example" }
        }
    });
    let Ok(Registry::Issuers(issuers)) = read(&list) else { panic!("no list") };
    assert_eq!(issuers.issuers.len(), 1);
    assert_eq!(read(&json!({ "registry": {} })), Err(RegistryError::Empty));
    assert_eq!(read(&json!({ "a": 1 })), Err(RegistryError::Unrecognised));
    assert_eq!(Registry::read(b"<html>", now()), Err(RegistryError::Unrecognised));
}

#[test]
fn a_directory_names_registers_at_https_addresses() {
    let directory = json!([
        { "name": "DCC Member Registry", "type": "oidf", "trustAnchorEC": "https://registry.example/.well-known/openid-federation" },
        { "name": "DCC Sandbox Registry", "type": "dcc-legacy", "url": "https://sandbox.example/registry.json" },
        { "name": "Older", "url": "https://older.example/registry.json" },
        { "name": "Unprotected", "type": "dcc-legacy", "url": "http://older.example/registry.json" },
        { "name": "Other", "type": "vc-recognition", "url": "https://other.example/vc.json" }
    ]);
    let Ok(Registry::Directory(entries)) = read(&directory) else { panic!("no directory") };
    let seen: Vec<(&str, &str)> = entries.iter().map(|one| (one.name.as_str(), one.url.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("DCC Member Registry", "https://registry.example/.well-known/openid-federation"),
            ("DCC Sandbox Registry", "https://sandbox.example/registry.json"),
            ("Older", "https://older.example/registry.json")
        ]
    );
    assert_eq!(read(&json!([])), Err(RegistryError::Empty));
}

fn jwk(key: &Key) -> Value {
    let mut jwk = key.public_jwk();
    jwk["kid"] = json!("k1");
    jwk
}

fn statement(key: &Key, kind: &str, claims: &Value) -> String {
    sign::jwt(claims.clone(), key.alg(), Some("k1"), kind, key).unwrap()
}

fn second(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_second()
}

fn configuration(key: &Key, change: impl FnOnce(&mut Value)) -> String {
    let mut claims = json!({
        "iss": ANCHOR, "sub": ANCHOR, "iat": second("2026-11-01T00:00:00Z"), "exp": second("2026-12-01T00:00:00Z"),
        "jwks": { "keys": [jwk(key)] },
        "trust_mark_issuers": { "https://registry.example/member": [ANCHOR] },
        "metadata": { "federation_entity": { "organization_name": "DCC Member Registry", "federation_fetch_endpoint": FETCH } }
    });
    change(&mut claims);
    statement(key, "entity-statement+jwt", &claims)
}

fn federation(key: &Key) -> Federation {
    match Registry::read(configuration(key, |_| {}).as_bytes(), now()) {
        Ok(Registry::Federation(federation)) => *federation,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_head_of_a_federation_signs_what_it_says_of_itself() {
    let anchor = key(70);
    let read = federation(&anchor);
    assert_eq!(
        (read.name.as_str(), read.anchor.as_str(), read.fetch.as_str()),
        ("DCC Member Registry", ANCHOR, FETCH)
    );
    assert_eq!(serde_json::from_value::<Federation>(serde_json::to_value(&read).unwrap()).unwrap(), read);
    let error = |text: String| Registry::read(text.as_bytes(), now()).unwrap_err();
    let other = key(71);
    assert_eq!(
        error(configuration(&anchor, |said| said["jwks"] = json!({ "keys": [jwk(&other)] }))),
        RegistryError::Unproved
    );
    assert_eq!(
        error(configuration(&anchor, |said| said["sub"] = json!("https://a.example"))),
        RegistryError::Unproved
    );
    assert_eq!(error(configuration(&anchor, |said| said["exp"] = json!(1))), RegistryError::Expired);
    assert_eq!(
        error(configuration(&anchor, |said| {
            said.as_object_mut().unwrap().remove("exp");
        })),
        RegistryError::Expired
    );
    assert_eq!(error(configuration(&anchor, |said| said["metadata"] = json!({}))), RegistryError::NoAddress);
    assert_eq!(
        error(configuration(
            &anchor,
            |said| said["metadata"]["federation_entity"]["federation_fetch_endpoint"] =
                json!("http://registry.example/fetch")
        )),
        RegistryError::NoAddress
    );
    assert_eq!(
        error(statement(&anchor, "JWT", &json!({ "iss": ANCHOR, "sub": ANCHOR }))),
        RegistryError::Unrecognised
    );
}

/// A badge of a did:key, a federation, and what its head answers about that issuer.
struct World {
    anchor: Key,
    badge: Value,
    issuer: String,
    documents: Documents,
}

impl World {
    fn new() -> World {
        let badge = signed(9, |_| {});
        let issuer = badge["issuer"]["id"].as_str().unwrap().to_owned();
        World { anchor: key(70), badge, issuer, documents: Documents::bundled() }
    }

    fn about(&self) -> DocUrl {
        let mut url = url::Url::parse(FETCH).unwrap();
        url.query_pairs_mut().append_pair("sub", &self.issuer);
        DocUrl::from(&url)
    }

    fn claims(&self) -> Value {
        json!({
            "iss": ANCHOR, "sub": self.issuer, "iat": second("2026-11-20T00:00:00Z"), "exp": second("2026-11-25T00:00:00Z"),
            "metadata": { "federation_entity": { "organization_name": "University of Example" } }
        })
    }

    fn answer(&mut self, text: String, origin: Origin) {
        self.documents.insert(Document::new(self.about(), None, text.into_bytes(), now(), origin));
    }

    fn ask(&self) -> Asked {
        self.ask_about(&self.badge)
    }

    fn ask_about(&self, badge: &Value) -> Asked {
        let pins = Pins::new();
        let mut registries = Registries::new();
        registries.add_federation(federation(&self.anchor));
        let terms =
            Terms { now: now(), recipients: &[], pins: &pins, registries: &registries, held_since: None };
        ask_on(badge.to_string().as_bytes(), &self.documents, &terms)
    }

    fn line(&self) -> String {
        let asked = self.ask();
        let notes = asked.notes(CheckId::IssuerIdentity).join(" ");
        format!("{} {} {notes}", mark(&asked.verification.report), asked.code(CheckId::IssuerIdentity))
    }
}

#[test]
fn the_head_of_a_federation_is_asked_and_its_signed_answer_counts() {
    let mut world = World::new();
    assert_eq!(world.line(), "signed-unknown issuer-identity.unknown issuer-identity.registry-not-asked");
    assert_eq!(world.ask().wanted(), [world.about().as_str()]);
    let text = statement(&world.anchor, "entity-statement+jwt", &world.claims());
    world.answer(text, Origin::Fetched);
    assert_eq!(world.line(), "verified issuer-identity.registry ");
    assert_eq!(world.ask().check(CheckId::IssuerIdentity).args["registry"], "DCC Member Registry");
    assert!(world.ask().wanted().is_empty());
    let used = &world.ask().verification.report.documents;
    assert!(used.iter().any(|document| document.url == world.about().as_str()));
}

#[test]
fn an_answer_that_does_not_hold_makes_nobody_a_member() {
    let refused = "signed-unknown issuer-identity.unknown issuer-identity.registry-refused";
    let line = |make: &dyn Fn(&World) -> String, origin| {
        let mut world = World::new();
        let text = make(&world);
        world.answer(text, origin);
        world.line()
    };
    let with = |change: &dyn Fn(&mut Value)| {
        line(
            &|world| {
                let mut claims = world.claims();
                change(&mut claims);
                statement(&world.anchor, "entity-statement+jwt", &claims)
            },
            Origin::Fetched,
        )
    };
    assert_eq!(with(&|_| {}), "verified issuer-identity.registry ");
    assert_eq!(with(&|claims| claims["sub"] = json!("did:key:z6Mkother")), refused, "about somebody else");
    assert_eq!(with(&|claims| claims["iss"] = json!("https://evil.example")), refused);
    assert_eq!(with(&|claims| claims["crit"] = json!(["x"])), refused);
    let by_other = |world: &World| statement(&key(71), "entity-statement+jwt", &world.claims());
    assert_eq!(line(&by_other, Origin::Fetched), refused, "by another key");
    let other_kind = |world: &World| statement(&world.anchor, "JWT", &world.claims());
    assert_eq!(line(&other_kind, Origin::Fetched), refused, "a token for something else");
    assert_eq!(line(&|_| "<html>".to_owned(), Origin::Fetched), refused);
    let not_asked = "signed-unknown issuer-identity.unknown issuer-identity.registry-not-asked";
    assert_eq!(with(&|claims| claims["exp"] = json!(second("2026-11-21T00:00:00Z"))), not_asked, "run out");
    assert_eq!(with(&|claims| claims["iat"] = json!(second("2026-11-22T00:00:00Z"))), not_asked, "not yet");
    let good = |world: &World| statement(&world.anchor, "entity-statement+jwt", &world.claims());
    assert_eq!(line(&good, Origin::Sender), not_asked, "the sender's own word");
    // The head does not know the issuer.
    let mut world = World::new();
    let about = world.about();
    gone(&mut world.documents, about.as_str());
    assert_eq!(world.line(), "signed-unknown issuer-identity.unknown ");
}

#[test]
fn a_badge_that_is_not_proved_asks_no_register() {
    let world = World::new();
    let mut broken = world.badge.clone();
    broken["name"] = json!("Surgery");
    let asked = world.ask_about(&broken);
    assert!(asked.wanted().is_empty());
    assert_eq!(asked.code(CheckId::IssuerIdentity), "issuer-identity.not-decided");
}

#[test]
fn a_mark_that_the_head_signed_counts_wherever_it_is_shown() {
    let issuer = "https://uni.example/issuer";
    let kid = format!("{issuer}#key-1");
    let own = key(5);
    let profile = json!({
        "id": issuer, "type": "Profile", "name": "Uni", "assertionMethod": [kid],
        "verificationMethod": [{ "id": kid, "type": "JsonWebKey", "controller": issuer, "publicKeyJwk": own.public_jwk() }]
    });
    let badge = sign::data_integrity(badge(issuer), "eddsa-rdfc-2022", &own, &kid, created()).unwrap();
    let line = |change: &dyn Fn(&mut Value), by: &Key| {
        let mut world = World::new();
        let put = |documents: &mut Documents, url: &str, text: String| {
            let url = DocUrl::parse(url).unwrap();
            documents.insert(Document::new(url, None, text.into_bytes(), now(), Origin::Fetched));
        };
        put(&mut world.documents, issuer, profile.to_string());
        let mut claims = json!({
            "iss": ANCHOR, "sub": issuer, "trust_mark_type": "https://registry.example/member",
            "iat": second("2026-01-01T00:00:00Z")
        });
        change(&mut claims);
        let mark = statement(by, "trust-mark+jwt", &claims);
        let shown = json!({ "iss": issuer, "sub": issuer, "trust_marks": [{ "trust_mark_type": "x", "trust_mark": mark }] });
        let shown = statement(&own, "entity-statement+jwt", &shown);
        put(&mut world.documents, &format!("{issuer}/.well-known/openid-federation"), shown);
        let asked = world.ask_about(&badge);
        assert_eq!(mark_of(&asked), Mark::Verified, "its domain vouches");
        asked.code(CheckId::IssuerIdentity).to_owned()
    };
    let marked = "issuer-identity.trust-mark";
    let only_domain = "issuer-identity.domain";
    assert_eq!(line(&|_| {}, &key(70)), marked);
    assert_eq!(line(&|_| {}, &key(71)), only_domain, "by another key");
    assert_eq!(line(&|claims| claims["sub"] = json!("https://other.example"), &key(70)), only_domain);
    assert_eq!(line(&|claims| claims["exp"] = json!(second("2026-11-01T00:00:00Z")), &key(70)), only_domain);
    assert_eq!(
        line(&|claims| claims["trust_mark_type"] = json!("https://registry.example/other"), &key(70)),
        only_domain
    );
}

fn mark_of(asked: &Asked) -> Mark {
    mark(&asked.verification.report)
}
