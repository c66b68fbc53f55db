//! Signs that our typefaces do not have: written otherwise where that says the same, else as U+FFFD. A file with a sign
//! that has no glyph would not be fit to be kept (PDF/A-3, 6.2.11.8).

use serde_json::Value;
use typst::text::is_default_ignorable;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::fonts::{FONTS, Fonts};

/// Rewrites every text in this value so that it can be set. Whether something is missing.
pub(crate) fn settle(value: &mut Value) -> bool {
    let mut missing = false;
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) => missing |= settle_text(text, &FONTS),
            Value::Array(items) => waiting.extend(items),
            Value::Object(members) => waiting.extend(members.values_mut()),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    missing
}

fn settle_text(text: &mut String, fonts: &Fonts) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut missing = false;
    let mut settled = String::with_capacity(text.len());
    // A letter and what stands on it come from one typeface, or have no glyph together.
    for letter in text.graphemes(true) {
        if fonts.have(letter) {
            settled.push_str(letter);
            continue;
        }
        for sign in letter.chars().filter(|sign| !is_default_ignorable(*sign)) {
            let otherwise: String = std::iter::once(sign).nfkc().collect();
            if is_combining_mark(sign) {
                missing = true;
            } else if fonts.has(sign) {
                settled.push(sign);
            } else if fonts.have(&otherwise) {
                settled.push_str(&otherwise);
            } else {
                missing = true;
                settled.push('\u{fffd}');
            }
        }
    }
    *text = settled;
    missing
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_has_no_letters_is_said_and_never_breaks_it() {
        let mut value = json!({ "a": ["Größe ⟨U+202E⟩", "①②", "𝐁𝐨𝐥𝐝", "Ｗｉｄｅ", "👩\u{200d}🏭\u{fe0f}"], "b": { "c": "漢字" } });
        assert!(settle(&mut value));
        assert_eq!(value["a"][0], "Größe ⟨U+202E⟩");
        assert_eq!(
            (&value["a"][1], &value["a"][2], &value["a"][3]),
            (&json!("12"), &json!("Bold"), &json!("Wide"))
        );
        assert_eq!(value["b"]["c"], "\u{fffd}\u{fffd}");
        let text = value["a"][4].as_str().unwrap();
        assert!(!text.contains(['\u{fe0f}', '\u{200d}']) && text.contains('🏭'), "{text:?}");
        let mut value = json!("★\u{301} é ي\u{200d}ب");
        assert!(settle(&mut value), "there is no star with an accent");
        assert_eq!(value, "★ é ي\u{200d}ب");
        assert!(!settle(&mut json!({ "a": "Grüße, мир, سلام" })));
    }
}
