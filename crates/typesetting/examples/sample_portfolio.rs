//! Writes a portfolio of a made-up person, to look at, as a PDF or, where the file is called `.html`, as a page:
//! `cargo run -p typesetting --example sample_portfolio -- portfolio.pdf [en|de] [folder with forklift.png, sheet.png, speech.png, camp.png]`.
#![allow(clippy::unwrap_used, clippy::expect_used)]
#![expect(clippy::disallowed_methods, reason = "it reads pictures and writes a file")]

#[allow(dead_code)]
#[path = "../../portfolio/src/tests/sample.rs"]
mod sample;

use std::path::PathBuf;

use words::{Locale, Words};

fn main() {
    let mut args = std::env::args().skip(1);
    let out = PathBuf::from(args.next().expect("where to write it"));
    let language = args.next().and_then(|tag| Locale::parse(&tag)).unwrap_or_default();
    let folder = args.next().map(PathBuf::from);
    let pictures = ["forklift", "sheet", "speech", "camp"].into_iter().filter_map(|name| {
        let bytes = std::fs::read(folder.as_ref()?.join(format!("{name}.png"))).ok()?;
        Some((name.to_owned(), bytes))
    });
    let composed = portfolio::compose(sample::request(language, &pictures.collect())).unwrap();
    let profile = portfolio::shared_profile(&composed.portfolio, &sample::SampleKey::new()).unwrap();
    let words = Words::new(language);
    let bytes = if out.extension().is_some_and(|extension| extension == "html") {
        portfolio::render_html(&composed.portfolio, &profile, words).into_bytes()
    } else {
        typesetting::render_pdf(&composed.portfolio, &profile, words).unwrap()
    };
    std::fs::write(out, bytes).unwrap();
}
