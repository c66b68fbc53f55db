//! What a mail's HTML names: links, pictures, embedded data, text.
//!
//! A scanner of its own, in one pass: nothing is built that could be laid out or run, and the work is linear in the
//! length, also for pages made to be slow.

use openbadges::{Note, limits};

use crate::look::{Part, Scanner, join};
use crate::{picture, text};

/// More of a page is not read.
const PAGE: usize = 8 * 1024 * 1024;
/// Pictures inside one page that are looked at.
const PICTURES: usize = 50;

/// What a page names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Address and text of each link.
    pub(crate) links: Vec<(String, String)>,
    /// `src` of pictures.
    pub(crate) pictures: Vec<String>,
    /// Contents of `<script type="application/ld+json">`.
    pub(crate) data: Vec<String>,
    /// Media type and address of each `<link rel="alternate">`.
    pub(crate) alternates: Vec<(String, String)>,
    /// Pictures that stand for the page (`og:image`, `twitter:image`).
    pub(crate) cards: Vec<String>,
    /// What is shown.
    pub(crate) text: String,
}

/// Takes badges and links out of a page. `path` is where it stands.
pub(crate) fn body(scanner: &mut Scanner, page: &str, part: &Part<'_>, path: &str) {
    let before = scanner.scan.found.len();
    if page.len() > PAGE {
        scanner.pass_at(path.to_owned(), part.name, Note::new("passed.page-too-large"));
        return;
    }
    let page = read(page);
    for data in &page.data {
        text::inline(scanner, data, path);
    }
    text::inline(scanner, &page.text, path);
    for (index, uri) in page.pictures.iter().take(PICTURES).enumerate() {
        if let Some(bytes) = picture::data_uri(uri) {
            let path = join(path, &format!("image[{index}]"));
            // A picture in a page is never a message, so nothing refuses the whole.
            let _ =
                scanner.look(Part { bytes: &bytes, path, name: "", media_type: None, depth: part.depth + 1 });
        }
    }
    scanner.link_page(&page, path);
    if scanner.scan.found.len() == before {
        scanner.pass_at(path.to_owned(), part.name, Note::new("passed.html"));
    }
}

/// Reads a page.
pub(crate) fn read(page: &str) -> Page {
    let mut out = Page::default();
    let mut rest = page;
    let mut open: Option<(String, usize)> = None;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        decode_into(before, &mut out.text);
        let after = from.get(1..).unwrap_or_default();
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        match after.bytes().next() {
            Some(b'!' | b'?') => {
                rest = after.split_once('>').map_or("", |(_, rest)| rest);
                continue;
            }
            Some(b'/') => {
                let (name, tail) = after.get(1..).and_then(|t| t.split_once('>')).unwrap_or(("", ""));
                if name.trim().eq_ignore_ascii_case("a") {
                    close(&mut open, &mut out);
                }
                out.text.push('\n');
                rest = tail;
                continue;
            }
            Some(byte) if byte.is_ascii_alphabetic() => {}
            _ => {
                out.text.push('<');
                rest = after;
                continue;
            }
        }
        let (tag, tail) = tag(after);
        rest = tail;
        match tag.name.as_str() {
            "a" | "area" => {
                close(&mut open, &mut out);
                if let Some(href) = tag.get("href") {
                    open = Some((href, out.text.len()));
                }
            }
            "img" => {
                out.pictures.extend(tag.get("src").filter(|_| out.pictures.len() < limits::MAIL_PARTS));
                if let Some(alt) = tag.get("alt") {
                    out.text.push_str(&format!(" {alt} "));
                }
            }
            "link" | "meta" if out.alternates.len() + out.cards.len() < PICTURES => head(&tag, &mut out),
            "script" | "style" | "title" | "textarea" | "xmp" | "noembed" | "noframes" => {
                let end = find_end(rest, &tag.name);
                let (inner, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
                if tag.name == "script"
                    && tag.get("type").is_some_and(|t| t.to_ascii_lowercase().contains("json"))
                {
                    out.data.push(inner.to_owned());
                }
                rest = tail;
            }
            "br" | "p" | "div" | "td" | "tr" | "li" | "h1" | "h2" | "h3" | "pre" | "blockquote" => {
                out.text.push('\n')
            }
            _ => {}
        }
    }
    decode_into(rest, &mut out.text);
    close(&mut open, &mut out);
    out
}

/// What the head of a page says of where else it is.
fn head(tag: &Tag, out: &mut Page) {
    let is = |name: &str, wanted: &[&str]| {
        let value = tag.get(name).unwrap_or_default().to_ascii_lowercase();
        value.split_ascii_whitespace().any(|word| wanted.contains(&word))
    };
    if is("rel", &["alternate"])
        && let Some(href) = tag.get("href")
    {
        out.alternates.push((tag.get("type").unwrap_or_default(), href));
    }
    const CARDS: [&str; 4] = ["og:image", "og:image:url", "og:image:secure_url", "twitter:image"];
    if (is("property", &CARDS) || is("name", &CARDS))
        && let Some(content) = tag.get("content")
    {
        out.cards.push(content);
    }
}

fn close(open: &mut Option<(String, usize)>, out: &mut Page) {
    if let Some((href, from)) = open.take() {
        let words: Vec<&str> = out.text.get(from..).unwrap_or_default().split_whitespace().take(40).collect();
        out.links.push((href, words.join(" ")));
    }
}

/// Where the end tag of an element of raw text begins.
fn find_end(text: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("</")) {
        at += found;
        let after = text.get(at + 2..).unwrap_or_default();
        if after.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    text.len()
}

/// A start tag: only the attributes that are of use.
struct Tag {
    name: String,
    attributes: Vec<(&'static str, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone())
    }
}

const OF_USE: [&str; 8] = ["href", "src", "type", "alt", "rel", "property", "name", "content"];

/// Reads a start tag from after its `<`; gives what follows its `>`.
fn tag(text: &str) -> (Tag, &str) {
    let end = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
    let (name, mut rest) = text.split_at_checked(text.find(end).unwrap_or(text.len())).unwrap_or((text, ""));
    let mut tag =
        Tag { name: name.chars().take(32).collect::<String>().to_ascii_lowercase(), attributes: Vec::new() };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(tail) = rest.strip_prefix('>') {
            return (tag, tail);
        }
        if rest.is_empty() {
            return (tag, "");
        }
        let stop = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
        // A stray `=` begins a name, or nothing would move on.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest.get(first..).and_then(|tail| tail.find(stop)).map_or(rest.len(), |at| at + first);
        let (name, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = tail.trim_start();
        let mut value = "";
        if let Some(tail) = rest.strip_prefix('=') {
            let tail = tail.trim_start();
            let quote = tail.chars().next().filter(|c| matches!(c, '"' | '\''));
            (value, rest) = match quote {
                Some(quote) => tail.get(1..).unwrap_or_default().split_once(quote).unwrap_or((tail, "")),
                None => {
                    let end = tail.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(tail.len());
                    tail.split_at_checked(end).unwrap_or((tail, ""))
                }
            };
        }
        let wanted = OF_USE.iter().find(|wanted| name.eq_ignore_ascii_case(wanted));
        if let Some(wanted) = wanted
            && !tag.attributes.iter().any(|(own, _)| own == wanted)
        {
            let mut decoded = String::new();
            decode_into(value, &mut decoded);
            tag.attributes.push((wanted, decoded.trim().to_owned()));
        }
    }
}

/// Adds a text with its character references resolved: numbers, and the names that addresses and JSON need.
fn decode_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let end = from.bytes().take(12).position(|byte| byte == b';');
        let name = end.and_then(|end| from.get(1..end)).unwrap_or_default();
        match reference(name) {
            Some(c) => {
                out.push(c);
                rest = from.get(name.len() + 2..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn links_pictures_data_and_text() {
        let page = read(
            "<!doctype html><style>a{}</style><p>Hi &amp; hello<!-- <a href=no> --><A HREF='https://a.example/?x=1&amp;y=2'\
             ><b>View</b> badge</A><img src=data:x alt=\"Q&quot;R\"><script type=\"application/ld+json\">{\"a\":\"</p>\"}</script>\
             <script>alert('<a href=no>')</script>1 < 2 <a href=https://b.example>",
        );
        assert_eq!(
            page.links,
            [
                ("https://a.example/?x=1&y=2".to_owned(), "View badge".to_owned()),
                ("https://b.example".to_owned(), String::new())
            ]
        );
        assert_eq!(page.pictures, ["data:x"]);
        assert_eq!(page.data, ["{\"a\":\"</p>\"}"]);
        assert!(
            page.text.contains("Hi & hello") && page.text.contains("Q\"R") && page.text.contains("1 < 2")
        );
        assert!(!page.text.contains("alert"));
    }

    #[test]
    fn pages_made_to_be_slow_are_not() {
        // Anything but linear work would take minutes here.
        for bad in
            ["<div>", "<a href=x>", "<", "<a b", "<!--", "</", "<script>", "&", "<a x='", "<p a=b c=d "]
        {
            read(&bad.repeat(400_000 / bad.len()));
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,120}") {
            read(&text);
        }

        #[test]
        fn almost_html_never_panics(text in "(<|>|/|a|img| |href|src|=|\"|'|&|amp|;|!--|-->|script|é|#x41){0,40}") {
            read(&text);
        }
    }
}
