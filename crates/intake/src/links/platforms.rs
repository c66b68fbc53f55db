//! Platforms by the shape of their addresses, as read in their sources and documentation.

use openbadges::address;
use url::Url;

use super::clean;
use super::{Around, Link, LinkKind};

struct Shape {
    kind: LinkKind,
    platform: Option<&'static str>,
    url: Url,
    fetch: Option<Url>,
    login: bool,
}

impl Shape {
    fn new(kind: LinkKind, platform: &'static str, url: &Url) -> Self {
        Shape { kind, platform: Some(platform), url: clean::bare(url), fetch: None, login: false }
    }

    fn fetch(mut self, text: &str) -> Self {
        self.fetch = address::public(text).ok();
        self
    }

    fn login(mut self) -> Self {
        self.login = true;
        self
    }
}

/// Recognises an address of a platform.
pub(super) fn recognise(url: &Url, around: Around) -> Option<Link> {
    let segments: Vec<&str> =
        url.path_segments().map(|all| all.filter(|s| !s.is_empty()).collect()).unwrap_or_default();
    let host = url.host_str()?;
    let shape = by_host(host, url, &segments).or_else(|| anywhere(host, url, &segments, around))?;
    let host = shape.url.host_str()?.to_owned();
    Some(Link {
        path: String::new(),
        kind: shape.kind,
        platform: shape.platform.map(str::to_owned),
        host,
        url: shape.url.to_string(),
        fetch: shape.fetch,
        request: None,
        login: shape.login,
        opens: url.to_string(),
    })
}

fn by_host(host: &str, url: &Url, segments: &[&str]) -> Option<Shape> {
    use LinkKind::{Assertion, Claim, Page};
    match host {
        "openbadges.education" | "api.openbadges.education" => match segments {
            ["public", "assertions", id] | ["public", "assertions", id, "baked"] => {
                let id = bare_id(id);
                let shape = Shape::new(Assertion, "oeb", &page_of(url));
                Some(shape.fetch(&format!("https://api.openbadges.education/public/assertions/{id}")))
            }
            ["v1", "user", "collect-badges-in-backpack"] | ["v1", "user", "save-microdegree", _] => {
                Some(Shape::new(Claim, "oeb", url).login())
            }
            ["public", "learningpaths", _] => Some(Shape::new(Page, "oeb", url)),
            ["public", "collections", hash] => {
                Some(Shape::new(Page, "oeb", url).fetch(&collection("api.openbadges.education", hash)))
            }
            _ => None,
        },
        "www.edubadges.nl" | "edubadges.nl" => match segments {
            ["direct-awards", ..] => Some(Shape::new(Claim, "edubadges", url).login()),
            ["public", "assertions", id] => {
                let api = format!("https://api.edubadges.nl/public/assertions/{}", bare_id(id));
                Some(Shape::new(Assertion, "edubadges", &clean::path_only(url)).fetch(&api))
            }
            _ => None,
        },
        "www.credly.com" | "credly.com" | "www.youracclaim.com" | "youracclaim.com" => match segments {
            ["badges", id] | ["badges", id, "public_url"] if is_uuid(id) => {
                let api =
                    format!("https://api.credly.com/v1/obi/v2/badge_assertions/{}", id.to_ascii_lowercase());
                Some(Shape::new(Assertion, "credly", url).fetch(&api))
            }
            ["api", "v1", "obi", _, "badge_assertions" | "open_badge_credentials", id] if is_uuid(id) => {
                Some(Shape::new(Assertion, "credly", url).fetch(clean::path_only(url).as_str()))
            }
            ["go", _] | ["earner", "earned", "badge", _] => Some(Shape::new(Claim, "credly", url).login()),
            ["users", name] | ["users", name, "badges" | "badges.json"] => {
                let list = format!("https://www.credly.com/users/{name}/badges.json");
                Some(Shape::new(Page, "credly", url).fetch(&list))
            }
            _ => None,
        },
        "api.credly.com" => match segments {
            ["v1", "obi", _, "badge_assertions" | "open_badge_credentials", id] if is_uuid(id) => {
                Some(Shape::new(Assertion, "credly", url).fetch(clean::path_only(url).as_str()))
            }
            _ => None,
        },
        "api.accredible.com" => match segments {
            ["v1", "obi", "badge_assertions", id] if is_uuid(id) => Some(accredible(url, id)),
            _ => None,
        },
        "www.credential.net" | "credential.net" => match segments {
            [id] if is_uuid(id) => Some(accredible(url, id)),
            [id] if id.len() >= 6 && id.chars().all(|c| c.is_ascii_alphanumeric()) => {
                Some(Shape::new(Page, "accredible", url))
            }
            _ => None,
        },
        "openbadgefactory.com" | "www.openbadgefactory.com" => match segments {
            ["c", "receive", ..] => Some(Shape::new(Claim, "obf", url)),
            ["v1", "assertion", id] if is_hex40(bare_id(id)) => {
                let api = format!("https://openbadgefactory.com/v1/assertion/{}", bare_id(id));
                Some(Shape::new(Assertion, "obf", url).fetch(&api))
            }
            _ => None,
        },
        "openbadgepassport.com" | "www.openbadgepassport.com" => match segments {
            ["app", "badge", "info", number] if is_number(number) => {
                let info = format!("https://openbadgepassport.com/obpv1/badge/info/{number}");
                Some(Shape::new(Page, "obp", url).fetch(&info))
            }
            ["app", "profile", number] | ["app", "user", "profile", number] if is_number(number) => {
                let groups = format!("https://openbadgepassport.com/displayer/{number}/groups.json");
                Some(Shape::new(Page, "obp", url).fetch(&groups))
            }
            ["app", "badge", "info", _] => Some(Shape::new(Page, "obp", url)),
            _ => None,
        },
        "verified.sertifier.com" | "verified.cv" => match segments {
            [.., "verify", number] if is_number(number) => Some(Shape::new(Page, "sertifier", url)),
            _ => None,
        },
        "credsverse.com" | "www.credsverse.com" => match segments {
            ["credentials", id] if is_uuid(id) => Some(Shape::new(Page, "certifier", url)),
            _ => None,
        },
        "www.badgecraft.eu" | "badgecraft.eu" => match segments {
            [.., "user-badges", _] => Some(Shape::new(Page, "badgecraft", url).login()),
            _ => None,
        },
        "verifierplus.org" | "www.verifierplus.org" => match segments {
            ["credentials", id] if is_uuid(id) => {
                let api = format!("https://verifierplus.org/api/credentials/{id}");
                Some(Shape::new(Page, "verifierplus", url).fetch(&api))
            }
            _ => {
                let query = url.fragment()?.strip_prefix("verify?")?;
                let target = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "vc")?.1;
                behind(url, "verifierplus", &target)
            }
        },
        // `#/import-certificate/{percent-encoded address}`
        "wallet.blockcerts.org" => {
            let coded = url.fragment()?.strip_prefix("/import-certificate/")?;
            let query = format!("u={}", coded.replace('&', "%26").replace('+', "%2B"));
            let target = url::form_urlencoded::parse(query.as_bytes()).next()?.1.into_owned();
            behind(url, "blockcerts", &target)
        }
        _ => None,
    }
}

/// A page that shows the badge at another address.
fn behind(url: &Url, platform: &'static str, target: &str) -> Option<Shape> {
    let fetch = address::public(target).ok().filter(|target| target.scheme() == "https")?;
    // The page's own address stays what people see; whom one would speak to is the host of the badge.
    let mut shape = Shape::new(LinkKind::Assertion, platform, url);
    shape.url = clean::bare(&fetch);
    shape.fetch = Some(fetch);
    Some(shape)
}

fn accredible(url: &Url, id: &str) -> Shape {
    let api = format!("https://api.accredible.com/v1/obi/badge_assertions/{}", id.to_ascii_lowercase());
    Shape::new(LinkKind::Assertion, "accredible", url).fetch(&api)
}

/// Software that anyone can run, known by its paths.
fn anywhere(host: &str, url: &Url, segments: &[&str], around: Around) -> Option<Shape> {
    use LinkKind::{Assertion, Claim, Page};
    match segments {
        // Badgr and its children: data at an own host where the platform has one, else where the page is.
        ["public", "assertions", id] | ["public", "assertions", id, "baked"] if is_badgr_id(bare_id(id)) => {
            let page = page_of(url);
            let api = badgr_api(host).map(|api| format!("https://{api}/public/assertions/{}", bare_id(id)));
            let fetch = api.unwrap_or_else(|| page.to_string());
            Some(Shape::new(Assertion, "badgr", &page).fetch(&fetch))
        }
        ["public", "collections", hash] if is_badgr_id(hash) || hash.len() == 32 => {
            let api = badgr_api(host).unwrap_or(host);
            Some(Shape::new(Page, "badgr", url).fetch(&collection(api, hash)))
        }
        // Moodle, in any folder.
        [.., "badges", "badge.php"] => {
            let hash =
                url.query_pairs().find(|(name, _)| name == "hash").filter(|(_, hash)| is_hex40(hash))?.1;
            let mut fetch = clean::path_only(url);
            let path = fetch.path().replace("/badges/badge.php", "/badges/assertion.php");
            fetch.set_path(&path);
            fetch.set_query(Some(&format!("obversion=2&b={hash}")));
            Some(Shape::new(Assertion, "moodle", url).fetch(fetch.as_str()))
        }
        [.., "badges", "assertion.php"] | [.., "badges", "json", "assertion.php"] => {
            url.query_pairs().find(|(name, _)| name == "b").filter(|(_, hash)| is_hex40(hash))?;
            Some(Shape::new(Assertion, "moodle", url).fetch(url.as_str()))
        }
        // Open Badge Factory on a customer's host.
        ["c", "receive", ..] if url.query_pairs().any(|(name, _)| name == "k") => {
            Some(Shape::new(Claim, "obf", url))
        }
        ["v1", "assertion", id] if is_hex40(bare_id(id)) => {
            let fetch = clean::path_only(url);
            let text = fetch.as_str().strip_suffix(".html").unwrap_or(fetch.as_str()).to_owned();
            Some(Shape::new(Assertion, "obf", url).fetch(&text))
        }
        // Accredible on a customer's host: any UUID, if the mail is one of theirs.
        [id] if is_uuid(id) && (around.accredible || host.ends_with(".digitalbadges.skillsoft.com")) => {
            Some(accredible(url, id))
        }
        // Claim pages of the Digital Credentials Consortium: a bearer token in the address.
        _ if around.learner_wallet && is_token_page(url) => Some(Shape::new(Claim, "dcc", url)),
        _ => None,
    }
}

/// Where the data of Badgr's hosts lies.
fn badgr_api(host: &str) -> Option<&'static str> {
    match host {
        "badgr.com" | "badgr.io" => Some("api.badgr.io"),
        "eu.badgr.com" => Some("api.eu.badgr.io"),
        "ca.badgr.com" => Some("api.ca.badgr.io"),
        "au.badgr.com" => Some("api.au.badgr.io"),
        _ => None,
    }
}

/// The list of a collection that was shared, each badge with what it says.
fn collection(host: &str, hash: &str) -> String {
    format!("https://{host}/public/collections/{hash}?expand=badges.badge&expand=badges.badge.issuer")
}

/// The page of a badge, also where its picture was named.
fn page_of(url: &Url) -> Url {
    let mut page = clean::path_only(url);
    if let Some(path) = page.path().trim_end_matches('/').strip_suffix("/baked").map(str::to_owned) {
        page.set_path(&path);
    }
    page
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

fn is_token_page(url: &Url) -> bool {
    url.query_pairs().any(|(name, value)| name == "token" && openbadges::Jws::looks_like(&value))
}

fn bare_id(id: &str) -> &str {
    id.strip_suffix(".json").or_else(|| id.strip_suffix(".html")).unwrap_or(id)
}

/// Slugs of 22 letters of base64url, UUIDs in older ones.
fn is_badgr_id(id: &str) -> bool {
    (20..=24).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        || is_uuid(id)
}

fn is_hex40(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

pub(crate) fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}
