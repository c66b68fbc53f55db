//! Disagreements that were looked into and stay as they are; `docs/linked-data.md` has the table with the reasons.

use super::peer::Said;

/// Refused here with these words, and taken there.
const REFUSED_HERE: &[(&str, &str)] = &[
    ("linked-data.unsupported: not supported: number", "a small number that is signed as 0 there"),
    (
        "linked-data.unsupported: not supported: xsd:double",
        "a text as xsd:double, signed as NaN or in part there",
    ),
    ("linked-data.unsupported: not supported: @nest with a context", "@nest with a context of its own"),
    ("linked-data.unsupported: not supported: a map of names", "a map of names under the context of a type"),
    ("linked-data.only-language", "a language that belongs to no text, left out there"),
    ("linked-data.undefined-term", "a keyword where it means nothing, left out there"),
    ("linked-data.reserved-term", "a word like a keyword, or one without meaning, left out there"),
    ("linked-data.free-floating-value", "a value where only a graph can stand, left out there"),
    ("linked-data.relative-id", "a name that is no absolute IRI, left out there"),
    ("linked-data.undefined-type", "a key of a type map that no context defines"),
    ("invalid value object", "a text in a map of nodes"),
    ("invalid set or list object", "a list with other members"),
    ("protected term redefinition", "@import"),
];

/// Taken here, and refused there with these words.
const REFUSED_THERE: &[(&str, &str)] = &[
    ("invalid scoped context", "the context of a term that is not used"),
    ("empty object", "a document that says nothing"),
    ("object with only @id", "a graph in which nothing is said"),
    ("relative object reference", "a type map under @base"),
    ("invalid value object", "an alias of @none in a map of nodes"),
    ("invalid term definition", "@import"),
];

/// The decision for a disagreement, if it is one of those that were looked into.
pub(crate) fn decision(document: &str, ours: &Said, theirs: &Said) -> Option<&'static str> {
    let known = |list: &[(&str, &'static str)], error: &str| {
        let (_, why) = *list.iter().find(|(words, _)| error.starts_with(words))?;
        (why != "@import" || document.contains("@import")).then_some(why)
    };
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            let mut once: Vec<&str> = theirs.lines().collect();
            once.dedup();
            // Where a node stands in such a statement, it gets another name.
            if once.len() < theirs.lines().count() && once.len() == ours.lines().count() {
                return Some("the same statement written several times there");
            }
            let null = document.contains("{\"@set\":null}") || document.contains("{\"@list\":null}");
            null.then_some("null where a list or set is to be")
        }
        (Err(error), Ok(_)) => known(REFUSED_HERE, error),
        (Ok(_), Err(error)) => known(REFUSED_THERE, error),
        (Err(_), Err(_)) => None,
    }
}
