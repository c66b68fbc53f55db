//! The W3C test suite of RDFC-1.0, each test by its own name.
//!
//! Where a folder of the suite lacks the expected output of a test, the second opinion (`oxrdf`) stands in for it; where
//! it lacks the input, the test is left out and said to be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod w3c;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use linked_data::canon::{CanonError, Canonical, HashAlgorithm, Order, Rdfc10};
use linked_data::rdf::Dataset;
use oxrdf::Quad;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use strict_json::Value;

fn suite() -> Option<PathBuf> {
    w3c::suite("w3c-rdf-canon", "manifest.jsonld")
}

fn manifest(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("manifest.jsonld")).expect("the manifest");
    let manifest: Value = serde_json::from_str(&text).expect("JSON");
    manifest["entries"].as_array().expect("entries").clone()
}

fn file(folder: &Path, entry: &Value, part: &str) -> Option<String> {
    let name = entry[part].as_str()?;
    std::fs::read_to_string(folder.join(name)).ok()
}

fn read(n_quads: &str) -> Vec<Quad> {
    oxttl::NQuadsParser::new().for_slice(n_quads.as_bytes()).map(|quad| quad.expect("N-Quads")).collect()
}

fn dataset(quads: &[Quad]) -> Dataset {
    let mut dataset = Dataset::new(10_000);
    for quad in quads {
        w3c::insert(&mut dataset, quad);
    }
    dataset
}

fn second_opinion(quads: &[Quad], hash: HashAlgorithm) -> String {
    let hash_algorithm = match hash {
        HashAlgorithm::Sha256 => CanonicalizationHashAlgorithm::Sha256,
        HashAlgorithm::Sha384 => CanonicalizationHashAlgorithm::Sha384,
    };
    let mut dataset: oxrdf::Dataset = quads.iter().cloned().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort();
    lines.concat()
}

fn run(id: &str) {
    let Some(folder) = suite() else { return };
    let entries = manifest(&folder);
    let entry = entries.iter().find(|entry| entry["id"] == format!("#{id}")).expect("a test of this name");
    let Some(input) = file(&folder, entry, "action") else { return };
    let quads = read(&input);
    let hash = match entry["hashAlgorithm"].as_str() {
        None => HashAlgorithm::Sha256,
        Some("SHA384") => HashAlgorithm::Sha384,
        Some(other) => panic!("{other} is not known"),
    };
    // The suite is about the standard, so lines are in its order.
    let canonicalization = Rdfc10 { hash, order: Order::CodePoint, ..Rdfc10::default() };
    let canonical = canonicalization.canonicalize(&dataset(&quads));
    match entry["type"].as_str().expect("a type") {
        "rdfc:RDFC10EvalTest" => {
            let expected = file(&folder, entry, "result").unwrap_or_else(|| second_opinion(&quads, hash));
            assert_eq!(canonical.expect("canonical bytes").n_quads, expected);
        }
        "rdfc:RDFC10MapTest" => {
            let Canonical { n_quads, labels, .. } = canonical.expect("canonical bytes");
            match file(&folder, entry, "result") {
                Some(expected) => {
                    let expected: BTreeMap<String, String> = serde_json::from_str(&expected).expect("a map");
                    assert_eq!(labels, expected);
                }
                None => assert_eq!(n_quads, second_opinion(&quads, hash)),
            }
        }
        "rdfc:RDFC10NegativeEvalTest" => assert_eq!(canonical, Err(CanonError::TooSymmetric)),
        other => panic!("{other} is not known"),
    }
}

macro_rules! tests {
    ($($id:ident)*) => {
        /// All tests that are here.
        const HERE: &[&str] = &[$(stringify!($id)),*];
        $(#[test] fn $id() { run(stringify!($id)); })*
    };
}

tests! {
    test001c test002c test003c test003m test004c test004m test005c test005m test006c test008c
    test009c test010c test011c test013c test014c test016c test016m test017c test017m test018c
    test018m test019c test020c test020m test021c test022c test023c test024c test025c test026c
    test027c test028c test029c test030c test030m test033c test034c test035c test036c test038c
    test039c test040c test043c test044c test045c test046c test047c test047m test048c test048m
    test053c test053m test054c test055c test055m test056c test056m test057c test057m test058c
    test059c test060c test060m test061c test062c test063c test063m test064c test065c test066c
    test067c test068c test069c test070c test070m test071c test071m test072c test072m test073c
    test073m test074c test075c test075m test076c test077c
}

#[test]
fn all_of_the_suite_is_here() {
    let tell = |text: &str| writeln!(std::io::stderr(), "{text}").expect("somebody listens");
    let Some(folder) = suite() else {
        tell(&format!(
            "skipped: {} tests of the W3C's suite of RDFC-1.0 (BADGEFOLIO_CORPUS names no folder of test data)",
            HERE.len()
        ));
        return;
    };
    let entries = manifest(&folder);
    let ids: BTreeSet<&str> =
        entries.iter().map(|entry| entry["id"].as_str().expect("an id").trim_start_matches('#')).collect();
    assert_eq!(ids, HERE.iter().copied().collect::<BTreeSet<&str>>());
    let lacking = |part: &str| -> Vec<&str> {
        let lacks = |entry: &&Value| entry[part].is_string() && file(&folder, entry, part).is_none();
        entries.iter().filter(lacks).map(|entry| entry["id"].as_str().expect("an id")).collect()
    };
    let (inputs, outputs) = (lacking("action"), lacking("result"));
    assert!(inputs.len() < entries.len() / 2, "most inputs are not in {}", folder.display());
    if !inputs.is_empty() {
        tell(&format!(
            "skipped: {} tests of RDFC-1.0 whose input is not in the folder: {}",
            inputs.len(),
            inputs.join(" ")
        ));
    }
    if !outputs.is_empty() {
        tell(&format!(
            "{} tests of RDFC-1.0 are compared with the second opinion, their output is not in the folder",
            outputs.len()
        ));
    }
}
