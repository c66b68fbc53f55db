//! How texts of strangers come onto paper: as text, bounded, with nothing hidden in them.

use serde::Serialize;
use url::Url;
use words::{visible, visible_line};

/// Characters of a name. What is longer is cut, with a sign that it was; the whole stands in the data inside.
const LINE: usize = 1_000;
/// Characters of a text.
const BLOCK: usize = 20_000;
/// Lines of a text.
const LINES: usize = 500;
/// Characters of an address that is still a link.
const ADDRESS: usize = 2_000;

/// A text, line by line.
pub type SheetText = Vec<String>;

/// Something that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetLink {
    /// What it is called.
    pub name: String,
    /// Where it leads: https and nothing else. None: it stays text.
    pub href: Option<String>,
    /// What is said beside it: the host, or the whole address of what is no link; who it is from.
    pub beside: String,
}

/// On one line.
pub(super) fn line(text: &str) -> String {
    cut(&visible_line(text), LINE)
}

/// A sentence of ours, in which names of strangers were made visible already.
pub(super) fn bounded(sentence: &str) -> String {
    cut(sentence, 4 * LINE)
}

/// With its line breaks.
pub(super) fn block(text: &str) -> SheetText {
    let text = visible(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let text = cut(&text, BLOCK);
    let mut lines: SheetText = text.lines().take(LINES).map(|line| line.replace('\t', " ")).collect();
    if text.lines().count() > LINES {
        lines.push("…".to_owned());
    }
    lines
}

/// On one line, kept apart in its direction of reading from what stands beside it.
pub(super) fn apart(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", line(text))
}

/// A link, with the host it leads to and what else is to be said beside it. What is not https stays text.
pub(super) fn link(address: &str, name: &str, also: Option<&str>) -> SheetLink {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https");
    let url =
        url.filter(|url| url.as_str().len() <= ADDRESS && url.host_str().is_some_and(|h| !h.is_empty()));
    let place = match url.as_ref().and_then(Url::host_str) {
        Some(host) => host.to_owned(),
        None => apart(address),
    };
    let beside = match also {
        Some(also) => format!("({place}, {also})"),
        None => format!("({place})"),
    };
    SheetLink { name: apart(name), href: url.map(String::from), beside }
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_leads_anywhere() {
        let good = link("https://uni.example/a?b=c#d", "The page", Some("from the issuer"));
        assert_eq!(good.href.as_deref(), Some("https://uni.example/a?b=c#d"));
        assert_eq!(good.beside, "(uni.example, from the issuer)");
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "file:///etc/passwd",
            "data:text/html,hello",
            "http://uni.example/",
            r"\\server\share\x.exe",
            "//server/share",
            "mailto:a@b.example",
            "https:",
            "https://",
            "ms-word:ofe|u|https://uni.example/x.docx",
        ] {
            let link = link(address, "The page", None);
            assert_eq!(link.href, None, "{address}");
            assert!(link.beside.contains(address), "still to be read: {}", link.beside);
        }
        assert_eq!(link(&format!("https://uni.example/{}", "a".repeat(3_000)), "x", None).href, None);
    }

    #[test]
    fn texts_are_bounded() {
        assert_eq!(line(&"ä".repeat(5_000)).chars().count(), 1_001);
        assert_eq!(line("a\nb\u{202e}"), "a b⟨U+202E⟩");
        assert_eq!(block("  \n "), [""; 0]);
        assert_eq!(block("a\r\n\r\nb\tc"), ["a", "", "b c"]);
        assert_eq!(block(&"a\n".repeat(5_000)).len(), 501);
        assert!(block(&"a".repeat(50_000))[0].len() < 20_010);
    }
}
