//! What a page of which nothing is known says about where its badge is.

use openbadges::{address, limits};
use url::Url;

use super::{Request, Seek, ways};
use crate::html::{self, Page};
use crate::links;
use crate::sniff::{self, Kind};

/// Alternates and pictures of one page that are looked at.
const MOST: usize = 3;

/// Whether bytes are a page.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let begin =
        String::from_utf8_lossy(bytes.get(..bytes.len().min(2048)).unwrap_or_default()).to_ascii_lowercase();
    match sniff::kind(bytes) {
        Kind::Html => true,
        Kind::Text => ["<html", "<head", "<meta", "<body"].iter().any(|tag| begin.contains(tag)),
        _ => false,
    }
}

/// The requests that a page gives reason for. `from`: where it came from, `asked`: the address that was asked for.
pub(super) fn ways(text: &str, from: &Url, asked: &Url) -> Vec<Request> {
    let page = html::read(text);
    let spare = |url, seek| Request { url, seek, tracker: false, spare: true };
    let mut out = Vec::new();
    // A page that was led to may be one that is known.
    if from != asked
        && let Some(link) = links::of(from.as_str()).filter(|link| link.fetch.is_some() && !link.login)
    {
        out.extend(ways::of(&link));
    }
    let near = |href: &str| from.join(href.trim()).ok().filter(|url| address::public(url.as_str()).is_ok());
    let data = page.alternates.iter().filter(|(kind, _)| is_data(kind)).filter_map(|(_, href)| near(href));
    out.extend(data.take(MOST).map(|url| spare(url, Seek::Data)));
    out.extend(named_in_script(text).map(|url| spare(url, Seek::Data)));
    if speaks_of_accredible(&page, text) {
        out.extend(accredible(from).or_else(|| accredible(asked)).map(|url| spare(url, Seek::Data)));
    }
    let pictures =
        page.cards.iter().filter_map(|href| near(href)).filter(|url| url.as_str().len() < limits::ADDRESS);
    out.extend(pictures.take(MOST).map(|url| spare(url, Seek::Picture)));
    out
}

fn is_data(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let known = ["application/json", "application/ld+json", "application/vc", "application/vc+ld+json"];
    known.contains(&kind.as_str()) || kind == "application/vc+jwt"
}

/// Accredible's pages have it in their data, on whatever domain they are.
fn named_in_script(text: &str) -> Option<Url> {
    let (_, after) = text.split_once("badge_assertion_url")?;
    // Between the name and its value only quotes, escapes, a colon and blanks.
    let begin = after.find("https:").filter(|at| *at <= 24)?;
    let value = after.get(begin..)?;
    let end = value.find(|c: char| matches!(c, '"' | '\'' | '<' | '>' | '&') || c.is_whitespace())?;
    address::public(&value.get(..end)?.replace("\\/", "/").replace('\\', "")).ok()
}

fn speaks_of_accredible(page: &Page, text: &str) -> bool {
    let any = |text: &str| text.contains("accredible.com") || text.contains("credential.net");
    any(text) || page.links.iter().any(|(href, _)| any(href))
}

/// The data of a page on a customer's domain: by the UUID in its address.
fn accredible(url: &Url) -> Option<Url> {
    let id = url.path_segments()?.find(|segment| links::is_uuid(segment))?;
    let api = format!("https://api.accredible.com/v1/obi/badge_assertions/{}", id.to_ascii_lowercase());
    Url::parse(&api).ok()
}
