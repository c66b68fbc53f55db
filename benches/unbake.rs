//! Taking the badge out of a picture.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use openbadges::{Credential, png, svg};
use wallet_benches::{badge, mail};

fn unbake(criterion: &mut Criterion) {
    let badge = badge(1, "data-integrity/eddsa-rdfc-2022");
    let message = String::from_utf8(mail(1, &badge)).expect("ASCII");
    let part = message.split("filename=\"badge-1.png\"\r\n\r\n").nth(1).expect("the picture");
    let text: String = part.lines().take_while(|line| !line.starts_with("--")).collect();
    let picture = STANDARD.decode(text).expect("base64");
    let drawing = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/pictures/kitchen.svg");
    let drawing = std::fs::read(drawing).expect("a drawing");
    let drawing = svg::bake(&drawing, &Credential::read(&badge).expect("a badge")).expect("a baked drawing");

    let mut group = criterion.benchmark_group("unbake");
    group.measurement_time(Duration::from_secs(3)).sample_size(50);
    group.throughput(Throughput::Bytes(picture.len() as u64));
    group
        .bench_function("png", |bencher| bencher.iter(|| png::unbake(black_box(&picture)).expect("a badge")));
    group.throughput(Throughput::Bytes(drawing.len() as u64));
    group
        .bench_function("svg", |bencher| bencher.iter(|| svg::unbake(black_box(&drawing)).expect("a badge")));
    group.finish();
}

criterion_group!(benches, unbake);
criterion_main!(benches);
