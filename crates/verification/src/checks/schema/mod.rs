//! The `credentialSchema` a badge names: does it follow that form. A form that cannot be had, or that is none, decides
//! nothing; one that the badge breaks does (Open Badges 3.0 §8.2, step 1; VC JSON Schema §4).

mod work;

use jsonschema::PatternOptions;
use strict_json::{Value, each};

use crate::check::{Check, CheckId, Outcome};
use crate::codes::{self, Code};
use crate::document::Document;
use crate::integrity::Digests;
use crate::look::{Found, Look};
use crate::proof::assertion::public;
use crate::wanted::Role;

/// Schemas of one credential that are looked at.
const MAX_SCHEMAS: usize = 4;
/// Bytes of a compiled pattern.
const PATTERN: usize = 1 << 20;

fn check(outcome: Outcome, code: Code) -> Check {
    Check::new(CheckId::Schema, outcome, code)
}

fn undecided(code: Code) -> Check {
    check(Outcome::Inconclusive, code)
}

/// Every schema that a credential names.
pub(crate) fn of_credential(look: &Look<'_>, credential: &Value) -> Check {
    let entries = || each(credential.get("credentialSchema"));
    let mut checks: Vec<Check> =
        entries().take(MAX_SCHEMAS).map(|entry| one(look, entry, credential)).collect();
    if entries().count() > MAX_SCHEMAS {
        checks.push(undecided(codes::SCHEMA_TOO_MUCH_WORK).with("host", String::new()));
    }
    let rank = |check: &Check| match check.outcome {
        Outcome::Failed => 0,
        Outcome::Inconclusive => 1,
        _ => 2,
    };
    checks.into_iter().min_by_key(rank).unwrap_or_else(|| check(Outcome::NotApplicable, codes::SCHEMA_NONE))
}

fn one(look: &Look<'_>, entry: &Value, credential: &Value) -> Check {
    let kind = each(entry.get("type")).find_map(Value::as_str).unwrap_or_default();
    // "Only if the type is 1EdTechJsonSchemaValidator2019"; VC JSON Schema §3.1: `JsonSchema`. Both mean the whole
    // credential.
    if !matches!(kind, "1EdTechJsonSchemaValidator2019" | "JsonSchema" | "JsonSchemaValidator2018") {
        return undecided(codes::SCHEMA_KIND_UNKNOWN).with("kind", kind);
    }
    let Some(url) = entry.get("id").and_then(Value::as_str).and_then(public) else {
        return undecided(codes::SCHEMA_NOT_HAD).with("host", String::new());
    };
    let judged = match look.find(&url, Role::Schema) {
        Found::Document(document) => {
            look.used(document);
            judge(entry, document, credential)
        }
        Found::Sender(document) => {
            look.used(document);
            undecided(codes::SCHEMA_NOT_HAD)
        }
        Found::Gone | Found::Missing | Found::Unknown => undecided(codes::SCHEMA_NOT_HAD),
    };
    judged.with("host", url.host().unwrap_or_default()).on(url.as_str())
}

fn judge(entry: &Value, document: &Document, credential: &Value) -> Check {
    // VC Data Model 2.0 §5.3: a digest beside the address, if there is one, is that of the bytes.
    if Digests::of(entry).is_some_and(|digests| digests.fit(document.bytes()) != Some(true)) {
        return undecided(codes::SCHEMA_OTHER);
    }
    let Some(schema) = document.json().filter(|schema| schema.is_object()) else {
        return undecided(codes::SCHEMA_UNREADABLE);
    };
    // Before the library is asked: it goes wherever a schema sends it, as long as that takes.
    if !work::bounded(schema, credential) {
        return undecided(codes::SCHEMA_TOO_MUCH_WORK);
    }
    let patterns = PatternOptions::regex().size_limit(PATTERN).dfa_size_limit(PATTERN);
    // The library has values of its own.
    let (schema, credential) = (schema.clone().into(), credential.clone().into());
    let Ok(validator) = jsonschema::options().offline().with_pattern_options(patterns).build(&schema) else {
        return undecided(codes::SCHEMA_UNREADABLE);
    };
    match validator.validate(&credential) {
        Ok(()) => check(Outcome::Passed, codes::SCHEMA_OK),
        Err(error) => {
            let path = error.instance_path().to_string();
            let member = path.trim_start_matches('/').replace('/', ".");
            let member = if member.is_empty() { "@".to_owned() } else { member };
            check(Outcome::Failed, codes::SCHEMA_BROKEN).with("member", member)
        }
    }
}
