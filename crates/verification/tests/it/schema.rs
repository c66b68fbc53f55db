//! The form that a badge names by `credentialSchema`.

use strict_json::{Value, json};
use verification::{CheckId, Documents, Origin, Verdict};

use crate::common::*;

const SCHEMA: &str = "https://uni.example/schema.json";
const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

fn badge_of(kind: &str) -> Value {
    let schema = json!({ "id": SCHEMA, "type": kind });
    signed(1, move |badge| {
        badge["@context"].as_array_mut().unwrap().push(json!(EXTENSIONS));
        badge["credentialSchema"] = json!([schema]);
    })
}

fn schema(change: impl FnOnce(&mut Value)) -> Documents {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2019-09/schema#", "$id": SCHEMA, "type": "object",
        "properties": {
            "name": { "$ref": "#/$defs/text" },
            "credentialSubject": {
                "type": "object", "required": ["achievement"],
                "properties": { "achievement": { "type": "object", "required": ["name", "criteria"] } }
            }
        },
        "required": ["issuer", "credentialSubject"],
        "$defs": { "text": { "type": "string", "pattern": "^[A-Z][a-z]+$" } }
    });
    change(&mut schema);
    known(&[(SCHEMA, schema)])
}

fn line(badge: &Value, known: &Documents) -> String {
    let asked = ask(badge, known);
    format!("{} {}", asked.verdict(), asked.code(CheckId::Schema))
}

#[test]
fn followed_or_broken() {
    for kind in ["1EdTechJsonSchemaValidator2019", "JsonSchema"] {
        let badge = badge_of(kind);
        assert_eq!(line(&badge, &schema(|_| {})), "valid schema.ok");
        let broken = schema(|schema| {
            schema["properties"]["credentialSubject"]["properties"]["achievement"]["required"] =
                json!(["tag"]);
        });
        assert_eq!(line(&badge, &broken), "invalid schema.broken");
        let asked = ask(&badge, &broken);
        assert_eq!(asked.check(CheckId::Schema).args["member"], "credentialSubject.achievement");
        let pattern = schema(|schema| schema["$defs"]["text"]["pattern"] = json!("^[0-9]+$"));
        assert_eq!(line(&badge, &pattern), "invalid schema.broken");
    }
    assert_eq!(alone(&signed(1, |_| {})).code(CheckId::Schema), "schema.none");
}

#[test]
fn a_form_that_cannot_be_had_or_read_turns_nothing() {
    let badge = badge_of("1EdTechJsonSchemaValidator2019");
    assert_eq!(line(&badge, &Documents::bundled()), "valid schema.not-had");
    assert_eq!(alone(&badge).wanted(), [SCHEMA]);
    let sent = known_as(&[(SCHEMA, json!({ "required": ["tag"] }))], now(), Origin::Sender);
    assert_eq!(line(&badge, &sent), "valid schema.not-had");
    assert_eq!(line(&badge, &known(&[(SCHEMA, json!([]))])), "valid schema.unreadable");
    assert_eq!(line(&badge, &known(&[(SCHEMA, json!({ "type": 7 }))])), "valid schema.unreadable");
    assert_eq!(line(&badge_of("JsonSchemaCredential"), &schema(|_| {})), "valid schema.kind-unknown");
}

#[test]
fn a_form_that_would_take_for_ever() {
    let badge = badge_of("JsonSchema");
    for hostile in [
        json!({ "$ref": "#" }),
        json!({ "additionalProperties": { "allOf": [{ "$ref": "#" }, { "$ref": "#" }, { "not": { "$ref": "#" } }] },
            "items": { "allOf": [{ "$ref": "#" }, { "$ref": "#" }] }, "allOf": [{ "$ref": "#/items" }] }),
        json!({ "$ref": "file:///etc/passwd" }),
        json!({ "properties": { "name": { "$ref": "http://127.0.0.1/x" } } }),
    ] {
        let known = known(&[(SCHEMA, hostile)]);
        assert_eq!(line(&badge, &known), "valid schema.too-much-work");
        assert!(ask(&badge, &known).wanted().is_empty());
    }
    // A pattern that backtracks for ever in other engines.
    let slow = schema(|schema| schema["$defs"]["text"]["pattern"] = json!("^(([a-z])+.)+[A-Z]([a-z])+$"));
    assert_eq!(ask(&badge, &slow).verdict(), Verdict::Invalid);
    let lookaround = schema(|schema| schema["$defs"]["text"]["pattern"] = json!("^(?=W)(a+)+$"));
    assert_eq!(line(&badge, &lookaround), "valid schema.unreadable");
}
