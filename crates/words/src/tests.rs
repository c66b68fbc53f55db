//! What holds the catalogues together, and how sentences come out.

use std::collections::BTreeMap;

use crate::catalogues::{CATALOGUES, COUNTED};
use crate::{Locale, Sentence, Words};

#[path = "../build/agree.rs"]
mod agree;
#[allow(dead_code)]
#[path = "../build/catalogue.rs"]
mod catalogue;

#[test]
fn catalogues_agree() {
    let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let languages = catalogue::read_all(&locales).unwrap();
    let findings = agree::findings(&languages);
    assert!(findings.is_empty(), "the catalogues disagree:\n{}", findings.join("\n"));
    assert!(languages.iter().all(|l| l.messages.len() > 10), "and there is something in them");
}

#[test]
fn every_language_there_is_is_spoken() {
    let there: Vec<&str> = CATALOGUES.iter().map(|(tag, _)| *tag).collect();
    let spoken: Vec<&str> = Locale::ALL.iter().map(|locale| locale.tag()).collect();
    assert_eq!(there, spoken);
    assert!(COUNTED.is_sorted_by_key(|(message, _)| *message), "binary search needs order");
}

fn language(tag: &str, files: &[(&str, &str)]) -> catalogue::Language {
    let mut language = catalogue::Language {
        tag: tag.into(),
        files: Vec::new(),
        messages: BTreeMap::new(),
        terms: Default::default(),
        findings: Vec::new(),
    };
    for (name, text) in files {
        language.add(name, text);
    }
    language
}

#[test]
fn each_kind_of_gap_is_found() {
    let en = language(
        "en",
        &[
            (
                "a.ftl",
                "both = Both { $x }\nonly-en = Here\nwith-next = A\n    .next = B\nmoved = M\nrefers = { nobody } { -none }\n",
            ),
            ("b.ftl", "both = Twice\nbroken = { $\n"),
        ],
    );
    let de = language(
        "de",
        &[("a.ftl", "both = Beide { $y }\nwith-next = A\nonly-de = Hier\n"), ("b.ftl", "moved = M\n")],
    );
    insta::assert_snapshot!(agree::findings(&[de, en]).join("\n"), @r#"
    en/b.ftl:2: Expected one of "a-zA-Z"
    en/b.ftl: both stands twice (also in en/a.ftl)
    en/a.ftl: refers refers to -none, which is not there
    en/a.ftl: refers refers to nobody, which is not there
    de/a.ftl: both has the variables [$y], en has [$x]
    moved stands in en/a.ftl but in de/b.ftl
    de/a.ftl lacks only-en
    de/a.ftl lacks refers
    de/a.ftl: with-next.next is missing
    en/a.ftl lacks only-de
    "#);
}

#[test]
fn equal_catalogues_have_no_findings() {
    let text = "-brand = Badgefolio\na = { -brand } { $n ->\n    [one] one\n   *[other] { $n }\n }\n    .next = { a } { $who }\n";
    let found = agree::findings(&[language("de", &[("a.ftl", text)]), language("en", &[("a.ftl", text)])]);
    assert_eq!(found, [""; 0]);
    let en = language("en", &[("a.ftl", text)]);
    let part = &en.messages["a"].parts[""];
    assert_eq!(part.variables.get("n"), Some(&true), "a plural counts");
    assert_eq!(en.messages["a"].parts["next"].variables.get("who"), Some(&false));
}

#[test]
fn a_code_without_words_says_so_with_its_code() {
    let words = Words::new(Locale::En).for_data();
    let Sentence { message, next } = words.code("no.such-code", &BTreeMap::new());
    insta::assert_snapshot!(message, @"This version of Badgefolio has no words for this (code no.such-code).");
    assert_eq!(next, None);
    assert!(!Words::has_code("no.such-code"));
}

#[test]
fn days_in_arguments_of_codes_are_said_in_the_language() {
    let say = |locale, date: &str| {
        let args = [("date".to_owned(), date.to_owned())].into();
        Words::new(locale).for_data().code("words.test-date", &args).message
    };
    assert_eq!(say(Locale::De, "2026-03-01"), "Am 1. März 2026");
    assert_eq!(say(Locale::En, "2026-03-01T23:00:00-05:00"), "On 1 March 2026");
    assert_eq!(say(Locale::En, "in spring"), "On in spring");
    let args = [("date".to_owned(), "2026-03-01".to_owned())].into();
    let marked = Words::new(Locale::En).code("words.test-date", &args).message;
    assert_eq!(marked, "On \u{2068}1 March 2026\u{2069}");
    let count = |n: &str| {
        let args = [("count".to_owned(), n.to_owned())].into();
        Words::new(Locale::De).for_data().code("words.test-count", &args).message
    };
    assert_eq!([count("1"), count("12000"), count("some")], ["1 Badge", "12.000 Badges", "some Badges"]);
}

#[test]
fn marks_stand_where_people_read_and_nowhere_else() {
    let words = Words::new(Locale::En);
    let hostile = "a\u{202e}b\nc";
    assert!(words.words_unknown_code(hostile).contains("\u{2068}a⟨U+202E⟩b c\u{2069}"));
    assert!(words.for_data().words_unknown_code(hostile).contains(hostile));
    assert_eq!(words.for_data().for_reading(), words);
}

#[test]
fn speaking_from_many_threads() {
    std::thread::scope(|scope| {
        for locale in Locale::ALL.into_iter().cycle().take(8) {
            scope.spawn(move || {
                let words = Words::new(locale).for_data();
                for hours in 1..200_u64 {
                    assert!(words.work(hours * 60).starts_with(&hours.to_string()));
                }
            });
        }
    });
}
