//! Reading and verifying one badge, by securing. Documents are at hand; each turn takes another badge.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use openbadges::Credential;
use verification::{Pins, Registries, Terms, Verdict};
use wallet_benches::{NOW, SECURINGS, badge, documents};

const BADGES: usize = 32;

fn verify(criterion: &mut Criterion) {
    let documents = documents(BADGES);
    let (pins, registries) = (Pins::new(), Registries::new());
    let terms = Terms {
        now: NOW.parse().expect("a moment"),
        recipients: &[],
        pins: &pins,
        registries: &registries,
        held_since: None,
    };
    let mut group = criterion.benchmark_group("parse and verify");
    group.throughput(Throughput::Elements(1)).measurement_time(Duration::from_secs(4)).sample_size(40);
    for securing in SECURINGS {
        let badges: Vec<Vec<u8>> = (0..BADGES).map(|number| badge(number, securing)).collect();
        let mut turn = 0;
        group.bench_function(securing, |bencher| {
            bencher.iter(|| {
                turn = (turn + 1) % BADGES;
                let credential = Credential::read(black_box(&badges[turn])).expect("a badge");
                let report = verification::verify(&credential, &documents, &terms).report;
                assert_eq!(report.verdict, Verdict::Valid, "{:?}", report.checks);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, verify);
criterion_main!(benches);
