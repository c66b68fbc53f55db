//! Datasets full of nodes that are alike, through both.

use super::setting::{left_out, tell};
use linked_data::canon::{HashAlgorithm, canonicalize_with_labels};
use linked_data::rdf::Dataset;
use strict_json::{Value, json};

use super::chance::Chance;
use super::peer;

const GRAPHS: u64 = 4_000;

#[test]
fn nodes_that_are_alike_get_the_same_names() {
    if left_out() {
        return;
    }
    let made: Vec<(Dataset, HashAlgorithm)> = (0..GRAPHS).map(graph).collect();
    let jobs: Vec<Value> = made
        .iter()
        .map(|(dataset, hash)| {
            let hash = if *hash == HashAlgorithm::Sha256 { "sha256" } else { "sha384" };
            json!({ "nquads": dataset.to_n_quads(), "hash": hash, "work": 5 })
        })
        .collect();
    let answers = peer::ask(&json!({}), &jobs);
    let (mut same, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for ((seed, (dataset, hash)), theirs) in (0_u64..).zip(&made).zip(answers) {
        let ours = canonicalize_with_labels(dataset, *hash).map(|canonical| canonical.n_quads);
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) if ours == theirs => same += 1,
            (Err(_), Err(_)) => refused += 1,
            // They count paths, we count work.
            (Ok(_), Err(error)) if error.contains("Maximum deep iterations") => refused += 1,
            (ours, theirs) => wrong
                .push(format!("== {seed}\n{}--- ours {ours:?}\n--- theirs {theirs:?}", dataset.to_n_quads())),
        }
    }
    tell(&format!(
        "{GRAPHS} datasets against rdf-canonize: {same} the same, {refused} refused there, {} not the same",
        wrong.len()
    ));
    assert!(
        wrong.is_empty(),
        "{} of {GRAPHS}:\n{}",
        wrong.len(),
        wrong.iter().take(4).cloned().collect::<Vec<_>>().join("\n")
    );
}

/// Few predicates, few kinds of values, several copies of the same: whatever makes nodes alike.
fn graph(seed: u64) -> (Dataset, HashAlgorithm) {
    let mut chance = Chance::new(seed);
    let mut dataset = Dataset::new(1_000);
    let nodes = 2 + chance.below(8);
    let graphs = chance.below(4);
    let predicates = 1 + chance.below(3);
    let copies = 1 + chance.below(3);
    let mut edges = Vec::new();
    for _ in 0..(1 + chance.below(9)) {
        let graph = (graphs > 0 && chance.percent(60)).then(|| chance.below(graphs));
        let object = if chance.percent(70) { Some(chance.below(nodes)) } else { None };
        edges.push((chance.below(nodes), chance.below(predicates), object, graph));
    }
    for copy in 0..copies {
        // A copy may share its graphs, or some nodes, with the others.
        let shared = chance.below(3);
        for (subject, predicate, object, graph) in &edges {
            let mut node = |number: usize| {
                let owner = if number < shared { 0 } else { copy };
                dataset.blank(&format!("n{owner}x{number}"))
            };
            let subject = node(*subject);
            let object = object.map(&mut node);
            let predicate = dataset.iri(&format!("urn:p{predicate}"));
            let object = object
                .unwrap_or_else(|| dataset.literal("x", "http://www.w3.org/2001/XMLSchema#string", None));
            let graph = graph.map(|graph| {
                let owner = if shared == 2 { 0 } else { copy };
                dataset.blank(&format!("g{owner}x{graph}"))
            });
            dataset.insert(subject, predicate, object, graph).expect("room");
        }
    }
    let hash = if seed % 10 == 9 { HashAlgorithm::Sha384 } else { HashAlgorithm::Sha256 };
    (dataset, hash)
}
