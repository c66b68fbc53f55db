//! How long the way from a signed badge to its canonical bytes takes, beside the floor: SHA-256 and Ed25519 of these bytes.
//!
//! Everything is measured by turns in one run, so that the ratios hold where the machine is busy.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, ParsedPublicKey};
use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::rdf::Dataset;
use linked_data::{Loaded, Options, RdfDirection, to_rdf};
use strict_json::{Value, json};
use wallet_benches::badge;

type Contexts = BTreeMap<String, Arc<Loaded>>;

fn contexts() -> Contexts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/verification/documents");
    let context = |(address, file): (&str, &str)| {
        let document =
            serde_json::from_slice(&std::fs::read(folder.join(file)).expect("a context")).expect("JSON");
        (address.to_owned(), Arc::new(Loaded::bundled(address, &document)))
    };
    [
        ("https://www.w3.org/ns/credentials/v2", "w3c/credentials-v2.jsonld"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "1edtech/ob-v3p0-context-3.0.3.json"),
    ]
    .into_iter()
    .map(context)
    .collect()
}

/// A badge of the other benchmarks, without its proof.
fn unsigned(number: usize) -> Value {
    let text = badge(number, "data-integrity/eddsa-rdfc-2022");
    let mut badge: Value = serde_json::from_slice(&text).expect("JSON");
    badge.as_object_mut().expect("an object").remove("proof");
    badge
}

/// The proof without its value, as it is signed.
fn proof() -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-01-02T10:00:00Z",
        "proofPurpose": "assertionMethod", "verificationMethod": "did:web:campus.example#key-1"
    })
}

fn rdf(document: &Value, contexts: &Contexts) -> Dataset {
    let options = Options { direction: RdfDirection::I18nDatatype, ..Options::signed(20_000) };
    to_rdf(document, contexts, &options).expect("statements")
}

fn lines(dataset: &Dataset) -> String {
    canonicalize(dataset, HashAlgorithm::Sha256).expect("canonical bytes")
}

fn main() {
    let contexts = contexts();
    let texts: Vec<String> = (0..200).map(|number| unsigned(number).to_string()).collect();
    let badges: Vec<Value> = texts.iter().map(|text| serde_json::from_str(text).expect("JSON")).collect();
    let datasets: Vec<Dataset> = badges.iter().map(|badge| rdf(badge, &contexts)).collect();
    let canonical: Vec<String> = datasets.iter().map(lines).collect();
    let proof = proof();
    let options = lines(&rdf(&proof, &contexts));
    let key = Ed25519KeyPair::from_seed_unchecked(&[42; 32]).expect("a key");
    let public = ParsedPublicKey::new(&ED25519, key.public_key().as_ref()).expect("a key");
    let signed = |canonical: &str| {
        let mut input = digest(&SHA256, options.as_bytes()).as_ref().to_vec();
        input.extend_from_slice(digest(&SHA256, canonical.as_bytes()).as_ref());
        input
    };
    let signatures: Vec<Vec<u8>> =
        canonical.iter().map(|canonical| key.sign(&signed(canonical)).as_ref().to_vec()).collect();
    let statements = datasets.iter().map(Dataset::len).sum::<usize>() / datasets.len();
    println!(
        "{} bytes, {statements} statements, {} nodes, {} canonical bytes a badge",
        texts.iter().map(String::len).sum::<usize>() / texts.len(),
        datasets[0].blank_nodes(),
        canonical.iter().map(String::len).sum::<usize>() / texts.len(),
    );

    let floor =
        |at: usize| public.verify_sig(&signed(&canonical[at]), &signatures[at]).expect("a good signature");
    let whole = |at: usize| {
        let badge: Value = serde_json::from_str(&texts[at]).expect("JSON");
        let options = lines(&rdf(&proof, &contexts));
        let canonical = lines(&rdf(&badge, &contexts));
        let mut input = digest(&SHA256, options.as_bytes()).as_ref().to_vec();
        input.extend_from_slice(digest(&SHA256, canonical.as_bytes()).as_ref());
        public.verify_sig(&input, &signatures[at]).expect("a good signature");
    };
    let steps: [(&str, &dyn Fn(usize)); 7] = [
        ("JSON", &|at| drop(black_box(serde_json::from_str::<Value>(&texts[at]).expect("JSON")))),
        ("to statements", &|at| drop(black_box(rdf(&badges[at], &contexts)))),
        ("canonicalise", &|at| drop(black_box(lines(&datasets[at])))),
        ("proof options", &|_| drop(black_box(lines(&rdf(&proof, &contexts))))),
        ("SHA-256", &|at| drop(black_box(signed(&canonical[at])))),
        ("floor: SHA-256 and Ed25519", &floor),
        ("all of it", &whole),
    ];
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); steps.len()];
    for _ in 0..60 {
        for ((_, step), took) in steps.iter().zip(&mut took) {
            let began = Instant::now();
            (0..badges.len()).for_each(step);
            took.push(began.elapsed() / badges.len() as u32);
        }
    }
    let median = |took: &mut Vec<Duration>| {
        took.sort();
        took[took.len() / 2]
    };
    let medians: Vec<Duration> = took.iter_mut().map(median).collect();
    for ((name, _), median) in steps.iter().zip(&medians) {
        println!(
            "{name:28} {:8.1} µs {:9.0} a second",
            median.as_secs_f64() * 1e6,
            1.0 / median.as_secs_f64()
        );
    }
    println!("all of it / floor: {:.2}", medians[5].as_secs_f64() / medians[6].as_secs_f64());
    poison();
}

/// Twelve branches on each of two hubs that are alike: how long until it is refused.
fn poison() {
    let mut dataset = Dataset::new(1_000);
    let predicate = dataset.iri("urn:p");
    for hub in 0..2 {
        for leaf in 0..12 {
            let [hub, leaf, end] = [format!("{hub}"), format!("{hub}-{leaf}"), format!("{hub}-{leaf}-end")]
                .map(|label| dataset.blank(&label));
            dataset.insert(hub, predicate, leaf, None).expect("room");
            dataset.insert(leaf, predicate, end, None).expect("room");
        }
    }
    let began = Instant::now();
    assert!(canonicalize(&dataset, HashAlgorithm::Sha256).is_err());
    println!("a poison graph is refused after {:?}", began.elapsed());
}
