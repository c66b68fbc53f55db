//! The profile as data inside a page.

use serde::Serialize;

/// The id of the one script element that holds the profile.
pub(crate) const SCRIPT_ID: &str = "badgefolio-profile";

/// JSON that can stand inside a script element: nothing in it ends the element or begins anything.
///
/// The characters replaced only ever occur inside strings, where `\u…` means the same.
pub(crate) fn inside_html(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    let mut text = String::with_capacity(json.len() + json.len() / 32);
    for c in json.chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_ends_the_script() {
        let hostile = "</script><!--<script>&amp;\u{2028}\u{2029}";
        let text = inside_html(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }
}
