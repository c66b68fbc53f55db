//! A thousand mails into an encrypted backpack: taken apart, verified, pictures made small, stored and kept.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use wallet::Given;
use wallet_benches::{badge, mail, open_wallet};

const MAILS: usize = 1_000;

fn import(criterion: &mut Criterion) {
    let mails: Vec<Vec<u8>> =
        (0..MAILS).map(|number| mail(number, &badge(number, "data-integrity/eddsa-rdfc-2022"))).collect();
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10).warm_up_time(Duration::from_millis(1)).measurement_time(Duration::from_secs(20));
    group.throughput(Throughput::Elements(MAILS as u64));
    group.bench_function("1,000 mails", |bencher| {
        bencher.iter_batched(
            || {
                let given: Vec<Given> = mails
                    .iter()
                    .enumerate()
                    .map(|(number, mail)| Given::file(format!("{number}.eml"), mail.clone()))
                    .collect();
                (open_wallet(), given)
            },
            |((folder, wallet), given)| {
                let added = wallet.add(&given).expect("added").value;
                let ids: Vec<String> = added.inputs.into_iter().flat_map(|input| input.found).collect();
                assert_eq!(ids.len(), MAILS);
                let _ = wallet.keep(&ids).expect("kept");
                (folder, wallet)
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
