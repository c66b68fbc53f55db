//! From JSON-LD to canonical bytes, strictly and laxly.
#![no_main]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use linked_data::canon::{HashAlgorithm, canonicalize};
use linked_data::{Loaded, Options, to_rdf};

static CONTEXTS: LazyLock<BTreeMap<String, Arc<Loaded>>> = LazyLock::new(|| {
    let bundled = [
        (
            "https://www.w3.org/ns/credentials/v2",
            include_str!("../../crates/verification/documents/w3c/credentials-v2.jsonld"),
        ),
        (
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            include_str!("../../crates/verification/documents/1edtech/ob-v3p0-context-3.0.3.json"),
        ),
    ];
    let loaded = |(url, text): (&str, &str)| {
        let document = strict_json::read(text.as_bytes()).expect("a context");
        (url.to_owned(), Arc::new(Loaded::bundled(url, &document)))
    };
    bundled.map(loaded).into()
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = openbadges::json::read(bytes) else { return };
    let strict = Options::signed(20_000);
    let lax = Options { strict: false, base: Some("https://uni.example/1"), ..strict };
    for options in [strict, lax] {
        if let Ok(dataset) = to_rdf(&document, &*CONTEXTS, &options) {
            let once = canonicalize(&dataset, HashAlgorithm::Sha256);
            assert_eq!(once, canonicalize(&dataset, HashAlgorithm::Sha256));
        }
    }
});
