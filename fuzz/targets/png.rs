//! Images: what is baked into them, and baking anew.
#![no_main]

use libfuzzer_sys::fuzz_target;
use openbadges::{Credential, png};

const BADGE: &[u8] =
    br#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}"#;

fuzz_target!(|bytes: &[u8]| {
    let _ = png::unbake(bytes);
    let badge = Credential::read(BADGE).expect("a badge");
    if let Ok(image) = png::bake(bytes, &badge) {
        let found = png::unbake(&image).expect("what was baked is an image");
        assert!(found.baked.iter().any(|baked| baked.text == BADGE), "what was baked is found");
    }
});
