//! How texts of strangers come into a page: as text, isolated in their direction, with nothing hidden in them.

use maud::{Markup, html};
use url::Url;
use words::{visible, visible_line};

/// On one line, without markup around it: for attributes and titles.
pub(super) fn plain(text: &str) -> String {
    visible_line(text).into_owned()
}

/// On one line, inside other words.
pub(super) fn line(text: &str) -> Markup {
    html! { bdi { (visible_line(text)) } }
}

/// With its line breaks; the element around it has `dir="auto"`.
pub(super) fn block(text: &str) -> Markup {
    html! { (visible(text.trim())) }
}

/// A link, with the host it leads to and what else is to be said beside it. What is not https stays text.
pub(super) fn link(address: &str, name: &str, also: Option<&str>) -> Markup {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https");
    let also = also.map(|also| format!(", {also}")).unwrap_or_default();
    match url.as_ref().and_then(|url| Some((url.as_str(), url.host_str()?))) {
        Some((href, host)) => html! {
            a href=(href) rel="noopener noreferrer" { (line(name)) }
            " " span class="muted" { "(" span class="host" { (host) } (also) ")" }
        },
        None => html! {
            (line(name)) " " span class="muted" { "(" span class="host" { (visible_line(address)) } (also) ")" }
        },
    }
}

/// A language tag that a browser understands.
pub(crate) fn language(tag: Option<&str>) -> Option<String> {
    tag?.parse::<unic_langid::LanguageIdentifier>().ok().map(|tag| tag.to_string())
}
