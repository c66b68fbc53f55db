//! Finding and listing in an encrypted backpack of ten thousand badges.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;
use std::time::Duration;

use backpack::{BadgeState, Query, Sort};
use criterion::{Criterion, criterion_group, criterion_main};
use wallet_benches::filled_backpack;

const BADGES: usize = 10_000;

fn search(criterion: &mut Criterion) {
    let (_folder, backpack) = filled_backpack(BADGES);
    let mut group = criterion.benchmark_group("search in 10,000");
    group.measurement_time(Duration::from_secs(4)).sample_size(30);
    let cases = [
        ("a word of one badge", "4711", 1),
        ("a word of one in ten", "beekeeping", BADGES as u64 / 10),
        ("the beginning of a word", "beek", BADGES as u64 / 10),
        ("two words", "beekeeping course", BADGES as u64 / 10),
        ("a word of all", "repairs", BADGES as u64),
    ];
    for (name, words, total) in cases {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let page = backpack.badges(&query(black_box(words))).expect("a page");
                assert_eq!(page.total, total);
                page
            });
        });
    }
    group.bench_function("the first page, newest first", |bencher| {
        bencher.iter(|| backpack.badges(&query("")).expect("a page"));
    });
    group.finish();
}

fn query(words: &str) -> Query {
    Query {
        state: Some(BadgeState::Kept),
        words: words.into(),
        mark: None,
        sort: Sort::Newest,
        offset: 0,
        limit: 60,
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
