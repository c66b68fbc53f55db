//! The addresses that each platform really answers at, in the order in which they are worth asking.

use url::Url;

use super::{Request, Seek, is_tracker};
use crate::{Link, LinkKind};

/// The requests that a link begins with.
pub(super) fn of(link: &Link) -> Vec<Request> {
    let Some(fetch) = link.fetch.clone() else { return unknown(link) };
    let mut ways = vec![Request { spare: false, ..data(fetch.clone()) }];
    ways.extend(spares(link, &fetch));
    ways.extend(pictures(link, &fetch));
    ways
}

/// A page of which nothing is known. What it is opened with stays in the address: without it trackers and shared pages lead
/// nowhere.
fn unknown(link: &Link) -> Vec<Request> {
    let Ok(url) = Url::parse(&link.opens) else { return Vec::new() };
    let tracker = link.platform.is_none() && is_tracker(&url);
    // Many servers tell data from page by what is asked for; the others give the page anyway.
    let seek = if tracker || link.kind != LinkKind::Page { Seek::Page } else { Seek::Data };
    vec![Request { url, seek, tracker, spare: false }]
}

fn data(url: Url) -> Request {
    Request { url, seek: Seek::Data, tracker: false, spare: true }
}

/// Where else the same data may be, if it is not at the first address.
fn spares(link: &Link, fetch: &Url) -> Vec<Request> {
    let host = fetch.host_str().unwrap_or_default();
    match link.platform.as_deref() {
        // Moodle 5.1 moved it.
        Some("moodle") if fetch.path().ends_with("/badges/assertion.php") => {
            let mut url = fetch.clone();
            url.set_path(&fetch.path().replace("/badges/assertion.php", "/badges/json/assertion.php"));
            // It gives the version of the standard that the site is set to, without being asked for one.
            let badge =
                fetch.query_pairs().find(|(name, _)| name == "b").map(|(_, badge)| badge.into_owned());
            url.query_pairs_mut().clear().append_pair("b", &badge.unwrap_or_default());
            vec![data(url)]
        }
        // The pages of the former hosts moved; their data perhaps did not.
        Some("badgr") if host.ends_with("badges.parchment.com") => {
            let mut url = fetch.clone();
            let moved = url.set_host(Some("api.badgr.io")).is_ok();
            if moved { vec![data(url)] } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// Where the same badge lies as a picture that anybody may have.
fn pictures(link: &Link, fetch: &Url) -> Vec<Request> {
    let assertion = fetch.path().contains("/public/assertions/");
    let picture = match link.platform.as_deref() {
        Some("oeb" | "badgr") if assertion => {
            let mut url = fetch.clone();
            url.set_query(None);
            let path = url.path().trim_end_matches(".json").to_owned();
            url.set_path(&format!("{path}/baked"));
            Some(url)
        }
        Some("obf") if fetch.path().contains("/v1/assertion/") => {
            let mut url = fetch.clone();
            url.set_path("/c/receive/download");
            url.query_pairs_mut().clear().append_pair("url", fetch.as_str());
            Some(url)
        }
        _ => None,
    };
    let request = |url| Request { url, seek: Seek::Picture, tracker: false, spare: false };
    picture.map(request).into_iter().collect()
}
