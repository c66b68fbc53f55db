//! Whether the languages say the same things: same messages, same attributes, same variables.

use super::catalogue::{Language, MEASURE, Part};

/// Everything in which the catalogues disagree, one sentence each, in a stable order. Empty is good.
pub(crate) fn findings(languages: &[Language]) -> Vec<String> {
    let mut found: Vec<String> =
        languages.iter().flat_map(|language| language.findings.iter().cloned()).collect();
    for language in languages {
        references(language, &mut found);
    }
    let Some(measure) = languages.iter().find(|language| language.tag == MEASURE) else {
        found.push(format!("there is no catalogue {MEASURE}/"));
        return found;
    };
    for language in languages.iter().filter(|language| language.tag != MEASURE) {
        compare(measure, language, &mut found);
    }
    found
}

/// Every message and term that is referred to must stand in the same language.
fn references(language: &Language, found: &mut Vec<String>) {
    let tag = &language.tag;
    for (id, message) in &language.messages {
        for reference in message.parts.values().flat_map(|part| &part.references) {
            let there = match reference.strip_prefix('-') {
                Some(term) => language.terms.contains(term),
                None => {
                    let (name, attribute) = reference.split_once('.').unwrap_or((reference, ""));
                    language.messages.get(name).is_some_and(|m| m.parts.contains_key(attribute))
                }
            };
            if !there {
                found.push(format!("{tag}/{}: {id} refers to {reference}, which is not there", message.file));
            }
        }
    }
}

fn compare(measure: &Language, language: &Language, found: &mut Vec<String>) {
    let tag = &language.tag;
    for (id, wanted) in &measure.messages {
        let Some(message) = language.messages.get(id) else {
            found.push(format!("{tag}/{} lacks {id}", wanted.file));
            continue;
        };
        if message.file != wanted.file {
            found.push(format!("{id} stands in {MEASURE}/{} but in {tag}/{}", wanted.file, message.file));
        }
        for (attribute, part) in &wanted.parts {
            match message.parts.get(attribute) {
                None => found.push(format!("{tag}/{}: {} is missing", message.file, shown(id, attribute))),
                Some(other) => {
                    let (ours, theirs) = (names(part), names(other));
                    if ours != theirs {
                        found.push(format!(
                            "{tag}/{}: {} has the variables [{theirs}], {MEASURE} has [{ours}]",
                            message.file,
                            shown(id, attribute)
                        ));
                    }
                }
            }
        }
        for attribute in message.parts.keys().filter(|a| !wanted.parts.contains_key(*a)) {
            found.push(format!("{MEASURE}/{}: {} is missing", wanted.file, shown(id, attribute)));
        }
    }
    for (id, message) in language.messages.iter().filter(|(id, _)| !measure.messages.contains_key(*id)) {
        found.push(format!("{MEASURE}/{} lacks {id}", message.file));
    }
}

fn names(part: &Part) -> String {
    part.variables.keys().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

fn shown(id: &str, attribute: &str) -> String {
    if attribute.is_empty() { id.to_owned() } else { format!("{id}.{attribute}") }
}
