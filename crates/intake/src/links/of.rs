//! One address that a person gave, as a link.

use url::Url;

use super::{Around, Link, clean, page, recognise};

/// What an address leads to: recognised, or a page of which nothing is known. `None`: not one that a wallet would ask.
///
/// Rewriting by mail filters is undone first. Nothing is asked for it.
pub fn of(text: &str) -> Option<Link> {
    recognise(text, Around::default()).or_else(|| page(text))
}

/// An address without what is personal in it.
pub fn shown(url: &Url) -> String {
    clean::address(url)
}
