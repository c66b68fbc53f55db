//! Real output against docs/cli.schema.json.

use strict_json::{Value, json};

use crate::kit::*;

pub(crate) struct Schema(Value);

impl Schema {
    pub(crate) fn read() -> Schema {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.schema.json");
        Schema(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    /// Every object fits this definition.
    pub(crate) fn fits(&self, definition: &str, objects: &[Value]) {
        assert!(!objects.is_empty(), "nothing to hold against {definition}");
        assert!(self.0["$defs"][definition].is_object(), "no {definition}");
        let mut schema = self.0.clone();
        let own = schema.as_object_mut().unwrap();
        own.remove("oneOf");
        own.insert("$ref", format!("#/$defs/{definition}").into());
        let validator = jsonschema::validator_for(&schema.into()).unwrap();
        for object in objects {
            let errors: Vec<String> =
                validator.iter_errors(&object.clone().into()).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{definition}: {errors:#?}\n{object:#}");
        }
    }
}

fn place() -> Place {
    let place = Place::new();
    let body = "Take it: https://api.openbadges.education/public/assertions/fxA";
    place.file("in/1.eml", &mail(body, &[("b.png", baked(&token(1, "Forklift", None, &json!({}))))]));
    place.file("in/2.jwt", tampered(&token(2, "Kitchen", None, &json!({}))).as_bytes());
    place.file("in/3.jwt", token(3, "First Aid", Some("issuer.example"), &json!({})).as_bytes());
    place.file("in/4.txt", b"https://issuer.example/assertions/1");
    place.file("news.txt", b"Nothing at all");
    place
}

#[test]
fn verify_import_and_inspect_write_what_the_schema_says() {
    let (place, schema) = (place(), Schema::read());
    let verified =
        place.run_plain(&["verify", "--json", "--offline", "--at", NOW, "in", "news.txt"]).ends(1).lines();
    let of = |lines: &[Value], member: &str| -> Vec<Value> {
        lines.iter().filter(|line| line.get(member).is_some()).cloned().collect()
    };
    schema.fits("verified", &of(&verified, "credential"));
    schema.fits("link", &of(&verified, "link"));
    schema.fits("failed", &of(&verified, "error"));
    assert_eq!(of(&verified, "credential").len(), 4);
    let first = &verified[0];
    assert_eq!(first["path"], "attachment[0]/png:openbadgecredential");
    assert_eq!(first["container"], "baked-png");
    assert_eq!(first["format"], "open-badges-3.0");
    assert_eq!(first["securing"], "vc-jwt/EdDSA");
    assert_eq!(first["verifiedAt"], NOW);

    let inspected = place.run_plain(&["inspect", "--json", "in", "news.txt"]).ends(65).lines();
    let credentials = of(&inspected, "credential");
    schema.fits("inspected", &credentials);
    assert!(credentials.iter().all(|line| line.get("verdict").is_none() && line.get("checks").is_none()));

    let imported = place.run(&["import", "--json", "--offline", "--at", NOW, "in"]).ends(2).lines();
    schema.fits("imported", &of(&imported, "credential"));
}

#[test]
fn claiming_writes_what_the_schema_says() {
    let (place, schema) = (Place::new(), Schema::read());
    let offer = r#"{"credential_issuer":"https://issuer.example","credential_configuration_ids":["Badge"],"grants":{
        "urn:ietf:params:oauth:grant-type:pre-authorized_code":{"pre-authorized_code":"c","tx_code":{"length":4}}}}"#;
    schema.fits("offered", &[place.run_plain(&["claim", "--look", "--json", offer]).ends(0).document()]);
    schema.fits("claiming", &place.run(&["claim", "--json", offer]).ends(2).lines());
}

#[test]
fn lists_write_what_the_schema_says() {
    let (place, schema) = (place(), Schema::read());
    place.run(&["import", "--offline", "--at", NOW, "in"]).ends(2);
    let listed = place.run(&["list", "--json"]).ends(0).lines();
    schema.fits("listed", &listed);
    let held = place.file("h.jwt", token(9, "Held", None, &json!({})).as_bytes());
    place.run(&["import", "--hold", "--offline", &held]).ends(2);
    let (links, badges): (Vec<Value>, Vec<Value>) = place
        .run(&["inbox", "list", "--json"])
        .ends(0)
        .lines()
        .into_iter()
        .partition(|line| line.get("waitingLink").is_some());
    schema.fits("waiting", &badges);
    schema.fits("waitingLink", &links);
    assert_eq!((badges.len(), links.len()), (1, 1));
    let id = listed[0]["id"].as_str().unwrap();
    schema.fits("shown", &[place.run(&["show", id, "--json"]).ends(0).document()]);
    place.run(&["export", "--all", "--format", "html", "--out", "p.html"]).ends(0);
    let reviewed =
        place.run_plain(&["review", "--json", "--offline", "--at", NOW, "p.html", "in/2.jwt"]).ends(1);
    schema.fits("reviewed", &reviewed.lines());
}

#[test]
fn messages_are_english_unless_a_language_is_named() {
    let place = place();
    let message = |arguments: &[&str], lang: &str| -> String {
        let output = place.command().env("LANG", lang).args(arguments).output().unwrap();
        let line = String::from_utf8(output.stdout).unwrap().lines().next().unwrap().to_owned();
        let line: Value = serde_json::from_str(&line).unwrap();
        line["checks"][2]["message"].as_str().unwrap().to_owned()
    };
    let plain = ["verify", "--json", "--offline", "--at", NOW, "in/1.eml"];
    let english = message(&plain, "de_DE.UTF-8");
    assert_eq!(english, message(&plain, "C"));
    let german = message(&[&plain[..], &["--locale", "de"]].concat(), "C");
    assert_ne!(english, german);
    assert!(!english.contains(['\u{2068}', '\u{2069}']), "no marks of isolation in JSON");
}

#[test]
fn explain_says_what_a_code_means() {
    let place = Place::new();
    let document = place.run_plain(&["explain", "proof.ok", "--json"]).ends(0).document();
    assert_eq!(document["code"], "proof.ok");
    let said = place.run_plain(&["explain", "issuer-key.not-had", "--locale", "de"]).ends(0).out;
    assert!(!said.contains("{$") && !said.contains("{ $"), "{said}");
}

#[test]
fn a_next_step_is_set_apart_once() {
    let place = place();
    let said = place.run_plain(&["verify", "--offline", "--at", NOW, "in/3.jwt"]).ends(2).out;
    assert!(said.contains("issuer.example"), "{said}");
    assert!(!said.contains("⟨U+2068⟩"), "marks of isolation are shown as text:\n{said}");
}

#[test]
fn backup_and_restore_write_what_the_schema_says() {
    let (place, schema) = (place(), Schema::read());
    place.run(&["import", "--offline", "--at", NOW, "in"]);
    let badges = place.run(&["list", "--json"]).ends(0).lines().len();
    schema.fits("backedUp", &[place.run(&["backup", "--out", "copy.zip", "--json"]).ends(0).document()]);
    let restored = place.run(&["restore", "copy.zip", "--json"]).ends(0).document();
    assert_eq!(restored["restored"]["badges"], badges);
    schema.fits("restored", &[restored]);
}
