//! One address that a person gave, as a link.

use openbadges::address;
use url::Url;

use super::{Around, Link, LinkKind, clean, recognise, unwrap};

/// What an address leads to: recognised, or a page of which nothing is known. `None`: not one that a wallet would ask.
///
/// Rewriting by mail filters is undone first. Nothing is asked for it.
pub fn of(text: &str) -> Option<Link> {
    recognise(text, Around::default()).or_else(|| {
        let url = address::public(&unwrap(text)).ok().filter(|url| url.scheme() == "https")?;
        Some(Link {
            path: String::new(),
            kind: LinkKind::Page,
            platform: None,
            host: url.host_str()?.to_owned(),
            url: clean::address(&url),
            fetch: None,
            request: None,
            login: false,
            opens: url.to_string(),
        })
    })
}

/// An address without what is personal in it.
pub fn shown(url: &Url) -> String {
    clean::address(url)
}
