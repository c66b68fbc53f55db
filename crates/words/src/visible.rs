//! Makes visible what strangers hide in texts: control characters and marks that turn the direction of reading.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with every character shown that would act instead of being read. Line ends and tabs stay.
///
/// `\u{202e}` (right-to-left override) becomes `⟨U+202E⟩`. Joiners and the marks U+200E and U+200F stay: languages
/// need them, and they turn nothing around.
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, |c| matches!(c, '\n' | '\t'))
}

/// Like [`visible`], for what stands on one line: line ends and tabs become spaces.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}', '\u{85}']) {
        let line =
            text.split(['\n', '\r', '\t', '\u{2028}', '\u{2029}', '\u{85}']).filter(|part| !part.is_empty());
        let line = line.collect::<Vec<_>>().join(" ");
        Cow::Owned(replaced(&line, |_| false).into_owned())
    } else {
        replaced(text, |_| false)
    }
}

fn replaced(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(|c| acts(c) && !stays(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' if stays('\n') && characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' if stays('\n') => shown.push('\n'),
            c if acts(c) && !stays(c) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

fn acts(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            // line and paragraph separator, embeddings, overrides
            '\u{2028}'..='\u{202e}'
            // invisible operators, isolates, deprecated format characters
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            // tags: invisible letters
            | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        assert_eq!(visible("ab\u{202e}cd\u{7}"), "ab⟨U+202E⟩cd⟨U+0007⟩");
        assert_eq!(visible("\u{1b}[31mred"), "⟨U+001B⟩[31mred");
        assert_eq!(visible("\u{2066}x\u{2069}"), "⟨U+2066⟩x⟨U+2069⟩");
        assert_eq!(visible("a\r\nb\tc\rd"), "a\nb\tc\nd");
        assert_eq!(visible_line("a\r\nb\u{2028}c\u{0}"), "a b c⟨U+0000⟩");
    }

    #[test]
    fn what_is_read_stays() {
        for text in ["Brückenhaus", "می\u{200c}خواهم", "אבג\u{200f}", "👩\u{200d}🏭", "weiter\u{ad}bildung"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }
}
