//! Whatever comes as a hand-out: opened or refused, and nothing is taken for unchanged that was changed.

use std::sync::LazyLock;

use proptest::prelude::*;
use words::Locale;

use super::composed;
use crate::{BlobState, open, render_json};

static GENUINE: LazyLock<String> = LazyLock::new(|| render_json(&composed(Locale::En).1));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "\\PC{0,80}") {
        let _ = open(&bytes);
        let _ = open(format!("{{{text}").as_bytes());
        let _ = open(format!("<script id=badgefolio-profile>{text}").as_bytes());
    }

    #[test]
    fn a_changed_byte_is_answered(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = GENUINE.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let genuine = open(GENUINE.as_bytes()).unwrap();
        let Ok(opened) = open(&bytes) else { return Ok(()) };
        if opened.manifest.text() != genuine.manifest.text() {
            return Ok(());
        }
        for (badge, sent) in opened.badges.iter().zip(&genuine.badges) {
            for (evidence, sent) in badge.evidence.iter().zip(&sent.evidence) {
                prop_assert!(evidence.state != Some(BlobState::Unchanged) || evidence.bytes == sent.bytes);
            }
        }
    }
}
