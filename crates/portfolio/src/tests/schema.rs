//! The published schema against what is really written.

use openbadges::Jws;
use serde_json::{Value, json};
use words::Locale;

use super::composed;

const SCHEMA: &str = include_str!("../../../../docs/shared-profile.schema.json");

fn validator(part: &str) -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    if !part.is_empty() {
        schema = json!({ "$schema": schema["$schema"], "$ref": format!("#/$defs/{part}"), "$defs": schema["$defs"] });
    }
    jsonschema::validator_for(&schema).unwrap()
}

fn errors(part: &str, value: &Value) -> Vec<String> {
    validator(part).iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

#[test]
fn what_is_written_is_what_is_described() {
    for language in Locale::ALL {
        let (_, profile) = composed(language);
        let outer: Value = serde_json::from_str(&crate::render_json(&profile)).unwrap();
        assert_eq!(errors("", &outer), [""; 0]);
        let manifest = Jws::parse(&profile.manifest).unwrap();
        assert_eq!(
            errors("manifestHeader", &strict_json::Value::Object(manifest.header().clone()).into()),
            [""; 0]
        );
        let payload: Value = serde_json::from_slice(manifest.payload()).unwrap();
        assert_eq!(errors("manifest", &payload), [""; 0]);
        let mut statements = 0;
        for evidence in
            payload["badges"].as_array().unwrap().iter().flat_map(|b| b["evidence"].as_array().unwrap())
        {
            if let Some(statement) = evidence["statement"].as_str() {
                let said: Value = serde_json::from_slice(Jws::parse(statement).unwrap().payload()).unwrap();
                assert_eq!(errors("statement", &said), [""; 0]);
                statements += 1;
            }
        }
        assert_eq!(statements, 3, "two files and a text");
    }
}

#[test]
fn the_schema_can_say_no() {
    let (_, profile) = composed(Locale::En);
    let outer: Value = serde_json::from_str(&crate::render_json(&profile)).unwrap();
    for (name, value) in [
        ("version", json!("2.0")),
        ("type", json!("Other")),
        ("manifest", json!("a.b")),
        ("blobs", json!({"x": ""})),
    ] {
        let mut other = outer.clone();
        other[name] = value;
        assert_ne!(errors("", &other), [""; 0], "{name}");
    }
    let mut payload: Value =
        serde_json::from_slice(Jws::parse(&profile.manifest).unwrap().payload()).unwrap();
    payload["badges"][3]["evidence"][1]["url"] = json!("http://bote.example/");
    assert_ne!(errors("manifest", &payload), [""; 0]);
}
