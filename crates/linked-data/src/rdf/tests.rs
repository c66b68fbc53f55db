use super::*;

const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";

fn line(make: impl FnOnce(&mut Dataset) -> TermId) -> String {
    let mut dataset = Dataset::new(10);
    let (subject, predicate) = (dataset.iri("urn:s"), dataset.iri("urn:p"));
    let object = make(&mut dataset);
    dataset.insert(subject, predicate, object, None).unwrap();
    let text = dataset.to_n_quads();
    text.strip_prefix("<urn:s> <urn:p> ").unwrap().strip_suffix(" .\n").unwrap().to_owned()
}

#[test]
fn literals_are_escaped_as_they_are_signed() {
    let literal = |value: &str| line(|dataset| dataset.literal(value, XSD_STRING, None));
    assert_eq!(literal("a\tb\nc\rd\u{8}e\u{c}f"), r#""a\tb\nc\rd\be\ff""#);
    assert_eq!(literal("\"\\"), r#""\"\\""#);
    assert_eq!(literal("\u{0}\u{1f}\u{7f}\u{80}"), "\"\\u0000\\u001F\\u007F\u{80}\"");
    assert_eq!(literal("Ü日本🎓\u{2028}\u{feff}"), "\"Ü日本🎓\u{2028}\u{feff}\"");
    assert_eq!(literal(""), "\"\"");
}

#[test]
fn datatypes_and_languages() {
    assert_eq!(line(|d| d.literal("1", XSD_INTEGER, None)), format!("\"1\"^^<{XSD_INTEGER}>"));
    assert_eq!(line(|d| d.literal("x", RDF_LANG_STRING, Some("en-US"))), "\"x\"@en-US");
    assert_eq!(line(|d| d.literal("x", RDF_LANG_STRING, Some("a .\n"))), "\"x\"@a\\u0020\\u002E\\u000A");
    assert_eq!(line(|d| d.literal("x", "urn:a>b", None)), "\"x\"^^<urn:a\\u003Eb>");
}

#[test]
fn an_iri_cannot_end_a_statement() {
    assert_eq!(
        line(|d| d.iri("urn:a> <urn:b> . \n\\")),
        r"<urn:a\u003E\u0020\u003Curn:b\u003E\u0020.\u0020\u000A\u005C>"
    );
    let mut dataset = Dataset::new(1);
    let Kind::Text(number) = dataset.iri("urn:ä b\\").kind() else { panic!("a text") };
    assert_eq!(dataset.plain(number), "<urn:ä b\\>");
}

#[test]
fn a_statement_counts_once() {
    let mut dataset = Dataset::new(1);
    let (a, p) = (dataset.blank("a"), dataset.iri("urn:p"));
    for _ in 0..3 {
        let (a2, p2) = (dataset.blank("a"), dataset.iri("urn:p"));
        assert_eq!((a2, p2), (a, p));
        dataset.insert(a2, p2, a2, None).unwrap();
    }
    assert_eq!((dataset.len(), dataset.blank_nodes()), (1, 1));
    assert_eq!(dataset.insert(a, p, a, Some(a)), Err(TooLarge));
    // From then on nothing fits, lest half a document be taken for all of it.
    assert_eq!(dataset.insert(a, p, a, None), Err(TooLarge));
}

#[test]
fn a_long_name_in_many_statements_is_too_large() {
    let mut dataset = Dataset::new(20_000);
    let (subject, predicate) = (dataset.fresh(), dataset.iri(&format!("urn:{}", "x".repeat(1 << 20))));
    let added = (0..100)
        .map_while(|i| {
            let object = dataset.literal(&i.to_string(), XSD_INTEGER, None);
            dataset.insert(subject, predicate, object, None).ok()
        })
        .count();
    assert_eq!(added, 63);
}

#[test]
fn many_terms_keep_their_numbers() {
    let mut dataset = Dataset::new(10_000);
    let terms: Vec<TermId> = (0..5_000).map(|i| dataset.iri(&format!("urn:{i}"))).collect();
    let predicate = dataset.iri("urn:p");
    for (i, term) in terms.iter().enumerate() {
        assert_eq!(dataset.iri(&format!("urn:{i}")), *term);
        dataset.insert(*term, predicate, *term, None).unwrap();
        dataset.insert(*term, predicate, *term, None).unwrap();
    }
    assert_eq!(dataset.len(), 5_000);
    assert!(dataset.to_n_quads().ends_with("<urn:4999> <urn:p> <urn:4999> .\n"));
}

/// What npm rdf-canonize 3.4.0 writes.
#[test]
fn the_former_way_leaves_control_characters_as_they_are() {
    let mut dataset = Dataset::new(10).with_escapes(Escapes::Urdna2015);
    let (subject, predicate) = (dataset.iri("urn:s"), dataset.iri("urn:p"));
    let object = dataset.literal("a\tb\nc\rd\u{8}e\u{c}f\u{0}\u{7f}\"\\t", XSD_STRING, None);
    dataset.insert(subject, predicate, object, None).unwrap();
    let expected = "<urn:s> <urn:p> \"a\tb\\nc\\rd\u{8}e\u{c}f\u{0}\u{7f}\\\"\\\\t\" .\n";
    assert_eq!(dataset.to_n_quads(), expected);
}
