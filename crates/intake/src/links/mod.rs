//! Links to badges: which platform, what kind, where the data would lie. Nothing is ever followed here.

mod clean;
mod of;
mod offers;
mod platforms;
mod rewritten;

use openbadges::{Note, address, limits};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::html::Page;
use crate::look::Scanner;

pub use of::{of, shown};
pub(crate) use platforms::is_uuid;
pub use rewritten::unwrap;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// A badge, or its public page behind which it lies.
    Assertion,
    /// A page for people.
    Page,
    /// A page where the badge has to be taken.
    Claim,
    /// An offer to a wallet (VC-API, OpenID4VCI).
    Offer,
}

/// A link to a badge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Where it stood.
    pub path: String,
    /// What it leads to.
    pub kind: LinkKind,
    /// The platform, where it was recognised.
    pub platform: Option<String>,
    /// Whom one would speak to.
    pub host: String,
    /// The address without what is personal in it: for lists, logs and JSON.
    pub url: String,
    /// The address that would give the badge as data.
    pub fetch: Option<Url>,
    /// The address at which a wallet would ask.
    pub request: Option<Url>,
    /// Whether one has to log in.
    pub login: bool,
    /// The address as the mail has it (rewriting by mail filters undone), keys and tokens included: only to be opened
    /// for the person, never shown, logged or passed on.
    pub opens: String,
}

/// What surrounds a link, where the link alone does not tell.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    /// The mail is one of Accredible's.
    accredible: bool,
    /// The mail speaks of the Learner Credential Wallet.
    learner_wallet: bool,
}

impl Around {
    /// Looks once at a text, or an address.
    fn see(mut self, text: &str) -> Self {
        let text = text.to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
        self.accredible |= any(&["accredible.com", "credential.net"]);
        self.learner_wallet |= any(&["lcw.app", "learner credential wallet"]);
        self
    }
}

/// Addresses of one text that are looked at.
const ADDRESSES: usize = 5_000;

/// Recognises the address of a badge; `None`: none, or not one that a wallet would open.
pub(crate) fn recognise(text: &str, around: Around) -> Option<Link> {
    let text = text.trim();
    if text.len() > limits::ADDRESS {
        return None;
    }
    if let Some(offer) = offers::by_scheme(text) {
        return Some(offer);
    }
    let unwrapped = unwrap(text);
    if let Some(offer) = offers::by_scheme(&unwrapped) {
        return Some(offer);
    }
    let url = address::public(&unwrapped).ok().filter(|url| url.scheme() == "https")?;
    offers::by_address(&url).or_else(|| platforms::recognise(&url, around))
}

/// A link whose address tells nothing, but whose words say "view your credential".
fn by_words(href: &str, words: &str) -> Option<Link> {
    const DO: [&str; 21] = [
        "view",
        "accept",
        "claim",
        "get",
        "download",
        "see",
        "open",
        "collect",
        "save",
        "ansehen",
        "anzeigen",
        "annehmen",
        "abholen",
        "herunterladen",
        "öffnen",
        "sammeln",
        "einlösen",
        "speichern",
        "bekijk",
        "obtenir",
        "ver",
    ];
    const WHAT: [&str; 7] =
        ["badge", "credential", "certificate", "zertifikat", "abzeichen", "nachweis", "certificat"];
    let lower = words.to_lowercase();
    let said: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let does = said.iter().any(|word| DO.contains(word));
    let names = said.iter().any(|word| WHAT.iter().any(|what| word.starts_with(what)));
    if !does || !names || said.len() > 12 {
        return None;
    }
    page(href)
}

/// A page of which nothing is known but that a badge may be there.
fn page(href: &str) -> Option<Link> {
    let url = address::public(&unwrap(href)).ok().filter(|url| url.scheme() == "https")?;
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
}

impl Scanner {
    /// Adds the links of a running text.
    pub(crate) fn link_text(&mut self, text: &str, path: &str) {
        let around = Around::default().see(text);
        for found in addresses(text).take(ADDRESSES) {
            if let Some(link) = recognise(found, around) {
                self.link(link, path);
            }
        }
    }

    /// Whether a text names a link that is listed.
    pub(crate) fn has_link(&self, text: &str) -> bool {
        let named = recognise(text, Around::default()).or_else(|| page(text));
        named.is_some_and(|link| self.scan.links.iter().any(|known| known.url == link.url))
    }

    /// Adds an address that was called a badge's: as what it is recognised to be, else as a page.
    pub(crate) fn link_or_page(&mut self, address: &str, path: &str) {
        if let Some(link) = recognise(address, Around::default()).or_else(|| page(address)) {
            self.link(link, path);
        }
    }

    /// Adds the links of a page: those that are recognised; if there is none, those that say what they are.
    pub(crate) fn link_page(&mut self, page: &Page, path: &str) {
        let mut around = Around::default().see(&page.text);
        for href in page.links.iter().map(|(href, _)| href).chain(&page.pictures).take(limits::LINKS) {
            if href.len() <= limits::ADDRESS {
                around = around.see(href);
            }
        }
        for (href, _) in page.links.iter().take(ADDRESSES) {
            if let Some(link) = recognise(href, around) {
                self.link(link, path);
            }
        }
        for found in addresses(&page.text).take(ADDRESSES) {
            if let Some(link) = recognise(found, around) {
                self.link(link, path);
            }
        }
        if self.scan.links.is_empty() {
            for (href, said) in page.links.iter().take(ADDRESSES) {
                if let Some(link) = by_words(href, said) {
                    self.link(link, path);
                }
            }
        }
    }

    fn link(&mut self, link: Link, path: &str) {
        let same = |known: &&mut Link| known.kind == link.kind && known.url == link.url;
        if let Some(known) = self.scan.links.iter_mut().find(same) {
            // The one that opens more is kept: plain text often lacks the key that the page has.
            if link.opens.len() > known.opens.len() {
                known.opens = link.opens;
            }
            return;
        }
        if self.scan.links.len() >= limits::LINKS {
            if !self.scan.notes.iter().any(|note| note.code == "links.too-many") {
                self.scan.notes.push(Note::new("links.too-many"));
            }
            return;
        }
        self.scan.links.push(Link { path: path.to_owned(), ..link });
    }
}

/// The addresses in a running text.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    const SCHEMES: [&str; 7] = [
        "https://",
        "http://",
        "openid-credential-offer://",
        "dccrequest:",
        "org.dcconsortium://",
        "interaction:",
        "haip://",
    ];
    let breaks =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '|' | '\u{a0}');
    // Each has one, and most words have none.
    let words = text.split(breaks).filter(|word| word.contains(':'));
    words.filter_map(|word| {
        let begin = SCHEMES.iter().filter_map(|scheme| word.find(scheme)).min()?;
        let found = word.get(begin..)?;
        // The punctuation of the sentence is no part of the address; a closing bracket only if it was opened there.
        let bare = found.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}', '*', '_']);
        Some(if bare.contains('(') { bare } else { bare.trim_end_matches(')') })
    })
}

#[cfg(test)]
mod tests;
