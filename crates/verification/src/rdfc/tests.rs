use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxrdf::{BlankNode, Dataset, GraphName, NamedNode, Quad};

use super::*;

fn name(text: &str) -> NamedNode {
    NamedNode::new(format!("https://example.org/{text}")).unwrap()
}

fn node(label: &str) -> BlankNode {
    BlankNode::new(label).unwrap()
}

fn edge(from: &str, predicate: &str, to: &str) -> Quad {
    Quad::new(node(from), name(predicate), node(to), GraphName::DefaultGraph)
}

fn ours(quads: &[Quad]) -> Result<String, TooSymmetric> {
    let mut set = Quads::default();
    quads.iter().for_each(|quad| set.insert(quad));
    canonical_lines(&set)
}

fn theirs(quads: &[Quad]) -> String {
    let mut dataset: Dataset = quads.iter().cloned().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort();
    lines.concat()
}

#[test]
fn agrees_with_the_second_opinion() {
    let chain: Vec<Quad> = (0..5).map(|i| edge(&format!("n{i}"), "p", &format!("n{}", i + 1))).collect();
    let ring: Vec<Quad> = (0..5).map(|i| edge(&format!("n{i}"), "p", &format!("n{}", (i + 1) % 5))).collect();
    let mut star: Vec<Quad> = (0..4).map(|i| edge("hub", "p", &format!("leaf{i}"))).collect();
    star.push(edge("leaf0", "q", "leaf1"));
    for quads in [chain, ring, star] {
        assert_eq!(ours(&quads).unwrap(), theirs(&quads));
    }
}

#[test]
fn labels_do_not_matter() {
    let one = [edge("x", "p", "y"), edge("y", "p", "z"), edge("z", "p", "x"), edge("x", "q", "x")];
    let two = [edge("b", "p", "c"), edge("a", "p", "b"), edge("a", "q", "a"), edge("c", "p", "a")];
    assert_eq!(ours(&one).unwrap(), ours(&two).unwrap());
}

#[test]
fn six_alike_leaves_are_answered_and_twelve_are_refused_in_time() {
    // Two alike hubs, so that neither has a name when its leaves are looked at.
    let stars = |leaves: usize| -> Vec<Quad> {
        let star = |hub: &'static str| (0..leaves).map(move |i| edge(hub, "p", &format!("{hub}leaf{i}")));
        star("one").chain(star("two")).collect()
    };
    assert_eq!(ours(&stars(6)).unwrap().lines().count(), 12);
    assert_eq!(ours(&stars(3)).unwrap(), theirs(&stars(3)));
    assert_eq!(ours(&stars(12)), Err(TooSymmetric));
}

#[test]
fn twelve_alike_leaves_of_one_node_cost_nothing() {
    let star: Vec<Quad> = (0..12).map(|i| edge("hub", "p", &format!("leaf{i}"))).collect();
    assert_eq!(ours(&star).unwrap().lines().count(), 12);
}

#[test]
fn alike_nodes_around_a_named_one_cost_nothing() {
    let quads: Vec<Quad> = (0..200)
        .map(|i| Quad::new(name("hub"), name("p"), node(&format!("leaf{i}")), GraphName::DefaultGraph))
        .collect();
    assert_eq!(ours(&quads).unwrap().lines().count(), 200);
}

#[test]
fn a_node_related_several_times_counts_each_time() {
    // Several statements in one unnamed graph relate their subject to that graph several times (§4.8.3, step 3).
    let graph = node("graph");
    let quads = [
        Quad::new(node("a"), name("p"), name("one"), graph.clone()),
        Quad::new(node("a"), name("p"), name("two"), graph.clone()),
        Quad::new(node("b"), name("p"), name("one"), node("other")),
        Quad::new(node("b"), name("p"), name("two"), node("other")),
    ];
    let lines = ours(&quads).unwrap();
    assert_eq!(lines.lines().count(), 4);
    assert_ne!(lines, "");
}
