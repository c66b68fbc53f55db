//! Every code has a sentence in each language, with the same arguments and the same next step.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test says so by failing")]
#![allow(clippy::disallowed_methods, reason = "test files are read from the disk")]

use std::collections::BTreeMap;
use std::path::Path;

/// Message or `message.attribute` → its text.
fn catalogue(language: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(language).join("intake.ftl");
    let mut out = BTreeMap::new();
    let mut message = String::new();
    for line in std::fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
        let Some((id, text)) = line.split_once(" = ") else { continue };
        if let Some(attribute) = id.trim_start().strip_prefix('.') {
            out.insert(format!("{message}.{attribute}"), text.to_owned());
        } else {
            message = id.to_owned();
            assert!(out.insert(id.to_owned(), text.to_owned()).is_none(), "{language}: {id} twice");
        }
    }
    out
}

fn arguments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split("{ $").skip(1).filter_map(|rest| rest.split(" }").next()).collect();
    found.sort_unstable();
    found
}

#[test]
fn every_code_has_its_sentence() {
    let (english, german) = (catalogue("en"), catalogue("de"));
    let ids: Vec<String> = openbadges::codes::ALL
        .iter()
        .chain(intake::codes::ALL)
        .map(|code| format!("code-{}", code.replace('.', "-")))
        .collect();
    for id in &ids {
        assert!(english.contains_key(id) && german.contains_key(id), "no sentence for {id}");
    }
    for (id, text) in &english {
        assert!(ids.contains(&id.trim_end_matches(".next").to_owned()), "{id} belongs to no code");
        assert_eq!(arguments(text), arguments(german.get(id).map_or("", String::as_str)), "{id}");
    }
    assert!(german.keys().eq(english.keys()), "both languages have the same messages and next steps");
}

/// The codes that the sources write, outside their tests.
#[test]
fn every_code_that_is_given_is_listed() {
    let families = [
        "address",
        "archive",
        "bake",
        "credential",
        "json",
        "jws",
        "pdf",
        "png",
        "sd-jwt",
        "svg",
        "input",
        "link",
        "links",
        "mail",
        "mailbox",
        "nothing",
        "passed",
    ];
    let mut written = Vec::new();
    for folder in ["src", "../openbadges/src", "../strict-json/src"] {
        visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut |text| {
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            // Every quote may begin a code: quotes as characters make it useless to count them.
            for (at, _) in text.match_indices('"') {
                let rest = &text[at + 1..];
                let end =
                    rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)));
                let Some(end) = end.filter(|end| rest[*end..].starts_with('"')) else { continue };
                let quoted = &rest[..end];
                let known = quoted
                    .split_once('.')
                    .is_some_and(|(family, rest)| families.contains(&family) && !rest.is_empty());
                // A platform's host looks like one.
                if known && quoted != "credential.net" {
                    written.push(quoted.to_owned());
                }
            }
        });
    }
    let all: Vec<&str> = openbadges::codes::ALL.iter().chain(intake::codes::ALL).copied().collect();
    for code in &written {
        assert!(all.contains(&code.as_str()), "{code} is given but not listed");
    }
    for code in all {
        assert!(written.iter().any(|written| written == code), "{code} is listed but not given");
    }
}

fn visit(folder: &Path, each: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, each);
        } else if path.file_name().is_some_and(|name| name != "tests.rs" && name != "codes.rs") {
            each(&std::fs::read_to_string(&path).unwrap());
        }
    }
}
