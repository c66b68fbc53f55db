//! The minimal contexts of platforms' extensions canonicalise as the originals do.

use std::path::Path;

use strict_json::{Value, json};
use verification::sign::data_integrity as sign;

use crate::common::*;

#[expect(clippy::disallowed_methods, reason = "the environment names the folder with the originals")]
#[expect(clippy::print_stderr, reason = "what is skipped is said")]
fn corpus() -> Option<std::ffi::OsString> {
    let root = std::env::var_os("BADGEFOLIO_CORPUS");
    if root.is_none() {
        eprintln!("skipped: 2 tests over the platforms' own contexts, because BADGEFOLIO_CORPUS is not set");
    }
    root
}

#[expect(
    clippy::disallowed_methods,
    reason = "the originals are read from the folder that the environment names"
)]
fn original(root: &Path, path: &str) -> Value {
    let text = std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn minimal_contexts_mean_what_the_originals_mean() {
    let Some(root) = corpus() else { return };
    let root = Path::new(&root);
    let cases: [(&str, &str, Value); 7] = [
        ("CategoryExtension", "oeb/extensions", json!({ "Category": "competency" })),
        ("StudyLoadExtension", "oeb/extensions", json!({ "StudyLoad": 240 })),
        ("LevelExtension", "oeb/extensions", json!({ "Level": "a1" })),
        ("BasedOnExtension", "oeb/extensions", json!({ "BasedOn": "x" })),
        (
            "LicenseExtension",
            "oeb/extensions",
            json!({ "License": "CC-0", "legalCode": "https://creativecommons.org/publicdomain/zero/1.0/" }),
        ),
        (
            "CompetencyExtension",
            "oeb/extensions",
            json!({
                "framework": "esco", "studyLoad": 240,
                "framework_identifier": "http://data.europa.eu/esco/skill/1"
            }),
        ),
        ("recipientProfile", "oeb/extensions", json!({})),
    ];
    for (name, folder, members) in cases {
        let address = format!("https://api.openbadges.education/static/extensions/{name}/context.json");
        let theirs = original(root, &format!("{folder}/{name}/context.json"));
        let sign_with = |context: Value| {
            let key = key(1);
            let mut document = badge(&key.did_key());
            document["@context"].as_array_mut().unwrap().push(context);
            for (member, value) in members.as_object().unwrap() {
                document[member.as_str()] = value.clone();
            }
            sign(document, "eddsa-rdfc-2022", &key, &key.did_key_method(), created())
                .unwrap_or_else(|error| panic!("{name}: {error}"))["proof"]["proofValue"]
                .clone()
        };
        // Ed25519 is deterministic: equal signatures are equal canonical bytes.
        assert_eq!(sign_with(json!(address)), sign_with(theirs["@context"].clone()), "{name}");
    }
}

#[test]
fn minimal_contexts_have_the_terms_of_the_originals() {
    let Some(root) = corpus() else { return };
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents/platforms");
    for (folder, prefix, names) in [
        (
            "oeb/extensions",
            "oeb",
            "BasedOn Category Competency Level License OrgImage StudyLoad recipientProfile",
        ),
        (
            "oeb/edubadges-extensions",
            "edubadges",
            "ECTS EQF EducationProgramIdentifier InstitutionName Language LearningOutcome StudyLoad TimeInvestment",
        ),
    ] {
        for name in names.split(' ') {
            let path = if name == "recipientProfile" { name.to_owned() } else { format!("{name}Extension") };
            let theirs = original(Path::new(&root), &format!("{folder}/{path}/context.json"));
            let ours = original(&own, &format!("{prefix}-{}.json", name.to_lowercase()));
            assert_eq!(ours["@context"], theirs["@context"], "{prefix} {name}");
        }
    }
}
