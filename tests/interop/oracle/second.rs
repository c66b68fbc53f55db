//! The older way as a second opinion: expansion by ssi, conversion by oxjsonld, RDFC-1.0 by oxrdf.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use futures::FutureExt as _;
use iref::{Iri, IriBuf};
use linked_data::canon::Rdfc10;
use linked_data::{Options, RdfDirection, to_rdf};
use oxjsonld::JsonLdParser;
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use ssi::json_ld::syntax::{IntoJsonWithContext as _, Parse as _, Value as LdValue};
use ssi::json_ld::{CompactJsonLd, Expandable as _, LoadError, Loader, RemoteDocument};
use strict_json::Value;

use super::peer::Said;
use super::sample_badges::sample_badges;
use super::seeds::{self, Contexts};
use super::setting::{shared, tell};

struct Bundled<'a>(&'a Value);

#[derive(Debug)]
struct Unknown;

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this context is not known")
    }
}

impl std::error::Error for Unknown {}

impl Loader for Bundled<'_> {
    async fn load(&self, url: &Iri) -> Result<RemoteDocument<IriBuf>, LoadError> {
        let document = self.0.get(url.as_str()).ok_or_else(|| LoadError::new(url.to_owned(), Unknown))?;
        let (context, _) = LdValue::parse_str(&document.to_string()).expect("JSON");
        Ok(RemoteDocument::new(Some(url.to_owned()), None, context))
    }
}

fn second(document: &Value, contexts: &Value) -> Said {
    let (value, _) = LdValue::parse_str(&document.to_string()).map_err(|error| error.to_string())?;
    let loader = Bundled(contexts);
    let expanded = CompactJsonLd(value).expand(&loader).now_or_never().expect("at once");
    let text = expanded.map_err(|error| error.to_string())?.into_objects().into_json_with(&()).to_string();
    let mut dataset = Dataset::new();
    for quad in JsonLdParser::new().for_slice(text.as_bytes()) {
        dataset.insert(&quad.map_err(|error| error.to_string())?);
    }
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort();
    Ok(lines.concat())
}

fn ours(document: &Value, contexts: &Contexts) -> Said {
    let options = Options { direction: RdfDirection::I18nDatatype, ..Options::signed(20_000) };
    let dataset = to_rdf(document, &contexts.ours, &options).map_err(|error| error.to_string())?;
    // oxrdf lists all orders of nodes that are alike: beyond a few it would take all memory.
    let little = Rdfc10 { work: 20_000, ..Rdfc10::default() };
    little.canonicalize(&dataset).map(|canonical| canonical.n_quads).map_err(|error| error.to_string())
}

/// Where they are known to differ, by a part of the document's path, and why.
const KNOWN: &[(&str, &str)] = &[
    ("ob30/complete.json", "a node that is related several times counts once there"),
    ("openbadge/complete.json", "a node that is related several times counts once there"),
    ("full_achievement_credential.json", "a node that is related several times counts once there"),
    ("/di0", "the direction of texts is left out there"),
    ("description-language-direction-en-ok.json", "the direction of texts is left out there"),
    ("/in0", "what is @included is left out or mixed up there"),
    ("/0131-in.jsonld", "an index that is a property is left out of reverse terms there"),
];

#[test]
fn the_older_way_agrees_on_documents_as_they_were_found() {
    let contexts = Contexts::bundled();
    let mut documents = sample_badges();
    if let Some(folder) = shared("corpus", "documents of the public test suites against a second opinion") {
        documents.extend(seeds::corpus(&folder));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut open = String::new();
    for (name, document) in &documents {
        let ours = ours(document, &contexts);
        let counted = match &ours {
            Err(_) => "refused here",
            Ok(ours) => match on_deep_stack(|| second(document, &contexts.theirs)) {
                Err(_) => "refused there only",
                Ok(theirs) if *ours == theirs => "same bytes",
                Ok(theirs) => match KNOWN.iter().find(|(part, _)| name.contains(part)) {
                    Some((_, why)) => why,
                    None => {
                        let _ = writeln!(open, "== {name}\n--- ours\n{ours}--- there\n{theirs}");
                        "disagreements"
                    }
                },
            },
        };
        *counts.entry(counted).or_default() += 1;
    }
    let mut said = format!("{} documents against ssi, oxjsonld and oxrdf:", documents.len());
    for (what, count) in &counts {
        let _ = write!(said, "\n  {count:6} {what}");
    }
    tell(&said);
    if let Some(file) = std::env::var_os("BADGEFOLIO_ORACLE_LOG") {
        std::fs::write(file, &open).expect("written");
    }
    assert!(open.is_empty(), "{said}\n{}", open.chars().take(4_000).collect::<String>());
    assert!(counts.get("same bytes").is_some_and(|count| *count >= 5), "{said}");
}

/// The older way calls itself for every level of a document, about 130 KB of stack each in a debug build.
fn on_deep_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work);
        thread.expect("a thread").join().expect("an answer")
    })
}
