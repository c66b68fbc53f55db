//! A second opinion on canonical bytes: expansion by ssi, conversion by oxjsonld, RDFC-1.0 by oxrdf.

use futures::FutureExt as _;
use iref::{Iri, IriBuf};
use linked_data::Contexts as _;
use linked_data::canon::HashAlgorithm;
use oxjsonld::JsonLdParser;
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use ssi::json_ld::syntax::{IntoJsonWithContext as _, Parse as _, Value as LdValue};
use ssi::json_ld::{CompactJsonLd, Expandable as _, LoadError, Loader, RemoteDocument};
use strict_json::{Value, json};

use super::{Contexts, canonicalize, expand};
use crate::bundled;
use crate::documents::Documents;

struct Bundled;

#[derive(Debug, thiserror::Error)]
#[error("this context is not known")]
struct Unknown;

impl Loader for Bundled {
    async fn load(&self, url: &Iri) -> Result<RemoteDocument<IriBuf>, LoadError> {
        let bundled = bundled::get(url.as_str()).ok_or_else(|| LoadError::new(url.to_owned(), Unknown))?;
        let (context, _) = LdValue::parse_str(&bundled.json.to_string()).expect("JSON");
        Ok(RemoteDocument::new(Some(url.to_owned()), None, context))
    }
}

fn second(document: &Value) -> String {
    let (value, _) = LdValue::parse_str(&document.to_string()).expect("JSON");
    let expanded = CompactJsonLd(value).expand(&Bundled).now_or_never().expect("at once").expect("expanded");
    let text = expanded.into_objects().into_json_with(&()).to_string();
    let mut dataset = Dataset::new();
    for quad in JsonLdParser::new().for_slice(text.as_bytes()) {
        dataset.insert(&quad.expect("a statement"));
    }
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort();
    lines.concat()
}

fn ours(document: &Value) -> String {
    let known = Documents::bundled();
    let contexts = Contexts::new(&known);
    let expanded = expand(document, &contexts, super::Writing::Former).expect("expanded");
    canonicalize(&expanded, HashAlgorithm::Sha256).expect("canonical bytes")
}

fn badge(model: &str, version: &str) -> Value {
    json!({
        "@context": [model, format!("https://purl.imsglobal.org/spec/ob/v3p0/context{version}.json")],
        "id": "https://uni.example/credentials/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "did:web:uni.example", "type": ["Profile"], "name": "University of Example" },
        "name": "Welding",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject", "identityType": "emailAddress", "hashed": true, "salt": "deadsea",
                "identityHash": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"
            }],
            "creditsEarned": 2.5,
            "achievement": {
                "id": "https://uni.example/achievements/1",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metal.\tWell.\u{1}",
                "criteria": { "narrative": "A \"weld\"\nthat holds \\ 😀." },
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

#[test]
fn badges_of_every_version_of_the_context() {
    // The earlier two redefine terms that version 2 of the data model protects; they go with version 1.
    let (first, second) = ("https://www.w3.org/2018/credentials/v1", "https://www.w3.org/ns/credentials/v2");
    for (model, version) in [(first, ""), (first, "-3.0.1"), (second, "-3.0.2"), (second, "-3.0.3")] {
        let mut badge = badge(model, version);
        // A term of the latest version alone.
        if version != "-3.0.3" {
            badge["credentialSubject"]["achievement"].as_object_mut().unwrap().remove("inLanguage");
        }
        let (ours, theirs) = (ours(&badge), self::second(&badge));
        assert_eq!(ours, theirs, "{version}");
        assert!(ours.contains("deadsea") && ours.contains("weld"), "{ours}");
    }
}

#[test]
fn bundled_contexts_alone_are_at_hand() {
    let known = Documents::bundled();
    let contexts = Contexts::new(&known);
    assert!(contexts.context("https://www.w3.org/ns/credentials/v2").is_some());
    assert!(contexts.context("https://evil.example/").is_none());
}
