//! Whatever a room says by a code, the catalogues say in words, in every language.

use std::collections::{BTreeMap, BTreeSet};

use words::{Locale, Words};

/// All codes, with the room they come from.
fn all() -> Vec<(&'static str, &'static str)> {
    let rooms: [(&str, &[&str]); 7] = [
        ("openbadges", openbadges::codes::ALL),
        ("intake", intake::codes::ALL),
        ("verification", verification::codes::ALL),
        ("backpack", backpack::codes::ALL),
        ("fetch", fetch::codes::ALL),
        ("portfolio", portfolio::codes::ALL),
        ("wallet", wallet::codes::ALL),
    ];
    rooms.iter().flat_map(|(room, codes)| codes.iter().map(|code| (*room, *code))).collect()
}

#[test]
fn every_code_has_a_sentence_in_every_language() {
    let mut missing = Vec::new();
    for (room, code) in all() {
        if !Words::has_code(code) {
            missing.push(format!("{room}: {code}: no sentence"));
            continue;
        }
        let sentences: BTreeSet<String> = [Locale::En, Locale::De]
            .map(|locale| Words::new(locale).code(code, &BTreeMap::new()).message)
            .into_iter()
            .collect();
        if sentences.len() < 2 {
            missing.push(format!("{room}: {code}: the same in both languages: {sentences:?}"));
        }
        if sentences.iter().any(|sentence| sentence.trim().is_empty() || sentence.contains(code)) {
            missing.push(format!("{room}: {code}: no words: {sentences:?}"));
        }
    }
    assert!(missing.is_empty(), "{} codes without words:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn there_are_codes_and_none_twice_in_a_room() {
    let all = all();
    assert!(all.len() > 100, "only {} codes", all.len());
    let distinct: BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len(), "a code stands twice in the list of its room");
    for (room, code) in all {
        let fits = code.split('.').count() == 2
            && code
                .chars()
                .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || ".-".contains(char));
        assert!(fits, "{room}: {code} is not of the form noun.what-is");
    }
}
