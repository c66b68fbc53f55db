//! Lists and search.

use backpack::{Backpack, BadgeState, Error, Query, Sort};

use crate::common::*;

fn names(backpack: &Backpack, query: &Query) -> Vec<String> {
    backpack.badges(query).unwrap().rows.into_iter().map(|row| row.name).collect()
}

fn some(folder: &std::path::Path) -> Backpack {
    let backpack = create(folder);
    for (n, (name, issuer, mark)) in [
        ("Zimmern", "Ähre", "verified"),
        ("Ärztliche Hilfe", "Zunft", "expired"),
        ("apfel", "ahre", "verified"),
        ("Möbel", "Mitte", "inconclusive"),
    ]
    .into_iter()
    .enumerate()
    {
        let mut new = copy(name, name, 1);
        new.fields.issuer = issuer.to_owned();
        new.fields.mark = mark.to_owned();
        new.fields.issued_at = (n > 0).then(|| at(i64::try_from(n).unwrap() * 100));
        backpack.put(&new, at(250)).unwrap();
    }
    backpack
}

#[test]
fn sorted_each_way() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = some(folder.path());
    let sorted = |sort| names(&backpack, &Query { sort, limit: 10, ..Query::default() });
    // Zimmern has no date of issue: the day it came stands in.
    assert_eq!(sorted(Sort::Newest), ["Möbel", "Zimmern", "apfel", "Ärztliche Hilfe"]);
    assert_eq!(sorted(Sort::Oldest), ["Ärztliche Hilfe", "apfel", "Zimmern", "Möbel"]);
    assert_eq!(sorted(Sort::Name), ["apfel", "Ärztliche Hilfe", "Möbel", "Zimmern"]);
    assert_eq!(sorted(Sort::Issuer), ["apfel", "Zimmern", "Möbel", "Ärztliche Hilfe"]);
}

#[test]
fn filtered_paged_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = some(folder.path());
    let page = |query: Query| backpack.badges(&query).unwrap();
    let by_name = Query { sort: Sort::Name, limit: 2, offset: 1, ..Query::default() };
    let two = page(by_name.clone());
    assert_eq!(
        two.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Ärztliche Hilfe", "Möbel"]
    );
    assert_eq!((two.total, two.minutes), (4, 360));
    let counts: Vec<_> = two.counts.iter().map(|count| (count.mark.as_str(), count.count)).collect();
    assert_eq!(counts, [("expired", 1), ("inconclusive", 1), ("verified", 2)]);
    let marked = page(Query { mark: Some("verified".to_owned()), offset: 0, ..by_name.clone() });
    assert_eq!((marked.rows.len(), marked.total, marked.minutes), (2, 2, 180));
    assert_eq!(marked.counts.len(), 3);
    let words = page(Query { words: "möb".to_owned(), offset: 0, ..by_name.clone() });
    // Every text speaks of Möbel; with the mark only one of them.
    assert_eq!(words.total, 4);
    let both = Query { words: "mobel".to_owned(), mark: Some("expired".to_owned()), offset: 0, ..by_name };
    assert_eq!(names(&backpack, &both), ["Ärztliche Hilfe"]);
    assert_eq!(page(Query { state: Some(BadgeState::Waiting), limit: 5, ..Query::default() }).total, 0);
    assert_eq!(backpack.counts(BadgeState::Kept).unwrap().len(), 3);
    assert_eq!(page(Query { words: " - ".to_owned(), limit: 5, ..Query::default() }).total, 0);
}

#[test]
fn words_are_found_without_accents_by_their_beginning_and_as_they_are_typed() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = some(folder.path());
    let found = |words: &str| backpack.search(words).unwrap().len();
    for (words, count) in [
        ("arztliche", 1),
        ("ÄRZTLICHE", 1),
        ("a\u{308}rztliche", 1),
        ("zim", 1),
        ("zi", 1),
        ("z", 2),
        ("immern", 0),
        ("hilfe ärz", 1),
        ("hilfe zimmern", 0),
        ("", 0),
        ("\"", 0),
        ("zimmern\" OR name:\"", 0),
        ("NOT", 0),
        ("name:apfel", 0),
        ("apfel*", 1),
        ("(apfel", 1),
        ("mitte", 1),
    ] {
        assert_eq!(found(words), count, "{words}");
    }
    // In the name before in the text.
    assert_eq!(backpack.search("möbel").unwrap()[0], id("https://issuer.example|Möbel"));
}

#[test]
fn an_id_is_found_by_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = some(folder.path());
    let full = id("https://issuer.example|apfel");
    assert_eq!(backpack.find_prefix(&full.as_str()[..6]).unwrap(), full);
    assert_eq!(backpack.find_prefix(&full.as_str().to_uppercase()).unwrap(), full);
    for wrong in ["", &full.as_str()[..3], "zzzzzzzz", "%%%%", "____"] {
        assert!(matches!(backpack.find_prefix(wrong), Err(Error::UnknownBadge)), "{wrong}");
    }
    let mut twin = copy("Twin", "twin", 1);
    let changed = if full.as_str().ends_with('a') { "b" } else { "a" };
    twin.badge_id = format!("{}{changed}", &full.as_str()[..15]).parse().unwrap();
    backpack.put(&twin, at(0)).unwrap();
    let error = backpack.find_prefix(&full.as_str()[..8]).unwrap_err();
    assert!(matches!(error, Error::AmbiguousBadge { count: 2 }));
    assert_eq!(error.args()["count"], "2");
}

#[test]
fn ten_thousand_badges_are_listed_and_searched() {
    let folder = tempfile::tempdir().unwrap();
    let backpack = create(folder.path());
    let copies: Vec<_> = (0..10_000_i64)
        .map(|n| {
            let mut new = copy(&format!("Badge {n}"), &format!("{{\"n\":{n}}}"), 1);
            new.fields.issued_at = Some(at(n));
            new.fields.issuer = format!("Issuer {}", n % 37);
            new.fields.mark = if n % 3 == 0 { "verified" } else { "expired" }.to_owned();
            new.fields.search_text =
                format!("common word{} {}", n % 100, "Lorem ipsum dolor sit amet. ".repeat(10));
            new
        })
        .collect();
    for part in copies.chunks(2_000) {
        backpack.put_all(part, at(0)).unwrap();
    }
    // How long it takes is for the benchmarks to say.
    let full = |query: Query, total: u64| {
        let page = backpack.badges(&query).unwrap();
        assert_eq!((page.total, page.rows.len()), (total, 50), "{query:?}");
    };
    let kept = Query { state: Some(BadgeState::Kept), limit: 50, ..Query::default() };
    for sort in [Sort::Newest, Sort::Oldest, Sort::Name, Sort::Issuer] {
        full(Query { sort, offset: 0, ..kept.clone() }, 10_000);
        full(Query { sort, offset: 9_900, ..kept.clone() }, 10_000);
    }
    full(Query { mark: Some("verified".to_owned()), ..kept.clone() }, 3_334);
    full(Query { words: "word42".to_owned(), ..kept.clone() }, 100);
    full(Query { words: "lor ips".to_owned(), ..kept }, 10_000);
}
