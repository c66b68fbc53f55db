//! Following a link to a badge: which addresses would be asked, and what to make of each answer. It asks nobody itself.
//!
//! A machine of one link: [`Follow::next`] names the next request, [`Follow::answer`] takes what came of it, until there
//! is nothing more to ask. Whoever drives it has the consent and the network. The same answers give the same requests.

mod list;
mod page;
mod tracker;
mod ways;

use std::collections::{BTreeSet, VecDeque};

use openbadges::{Container, Form, Note, address, limits};
use url::Url;

use crate::{Found, Link, LinkKind, links, scan};

pub use tracker::is_tracker;

/// What an address is asked for as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seek {
    /// The badge as data, or a list of badges.
    Data,
    /// A page for people. Where it sends on to another host, nobody is asked there before the machine was told.
    Page,
    /// A picture with the badge baked into it.
    Picture,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whom to ask for what. May hold what is personal: only [`Request::shown`] is for people and logs.
    pub url: Url,
    /// As what.
    pub seek: Seek,
    /// Whether it is an address that tells its sender who clicked.
    pub tracker: bool,
    /// Only worth asking as long as no badge was found.
    spare: bool,
}

impl Request {
    /// The host that learns of it.
    pub fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }

    /// The address without what is personal in it.
    pub fn shown(&self) -> String {
        links::shown(&self.url)
    }
}

/// What came of a request.
#[derive(Clone, Debug)]
pub enum Reply<'a> {
    /// These bytes, from this address after redirects.
    Got {
        /// The address that answered.
        from: &'a Url,
        /// What it answered.
        bytes: &'a [u8],
    },
    /// Sent on to another host, which was not asked.
    SentOn(Url),
    /// It may not be asked, at least not yet.
    Refused,
    /// There is nothing there (404), or not any more (410).
    Absent {
        /// Whether it was taken down for good.
        gone: bool,
    },
    /// It did not work, for this reason.
    Failed(Note),
}

/// What was made of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// There is a badge in the bytes.
    Badge,
    /// A list of badges: see [`Follow::members`].
    List,
    /// Nothing to keep; perhaps the way to more.
    Nothing,
}

/// How much is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// One copy of the badge, to look at it.
    One,
    /// Every copy that the platform offers: data and picture.
    Copies,
}

/// Requests that one link may cost.
const MOST: usize = 24;
/// Badges of one list.
const MEMBERS: usize = limits::LINKS;

/// A link that is being followed.
#[derive(Clone, Debug)]
pub struct Follow {
    breadth: Breadth,
    open: VecDeque<Request>,
    asked: BTreeSet<(Url, Seek)>,
    members: Vec<Link>,
    onward: Vec<Link>,
    found: bool,
    failure: Option<Note>,
}

impl Follow {
    /// Begins with a link.
    ///
    /// # Errors
    /// Why it is never followed, with `host`: `link.login` and `link.claim` where the person has to take the badge
    /// themselves, `link.offer` for an offer to a wallet.
    pub fn new(link: &Link, breadth: Breadth) -> Result<Follow, Note> {
        if let Some(code) = kept_from(link) {
            return Err(Note::new(code).with("host", link.host.clone()));
        }
        let mut follow = Follow {
            breadth,
            open: VecDeque::new(),
            asked: BTreeSet::new(),
            members: Vec::new(),
            onward: Vec::new(),
            found: false,
            failure: None,
        };
        follow.queue(ways::of(link));
        Ok(follow)
    }

    /// The next request; `None`: it is over.
    #[expect(clippy::should_implement_trait, reason = "each next one depends on the answer to the last")]
    pub fn next(&mut self) -> Option<Request> {
        loop {
            let request = self.open.pop_front()?;
            let needless = self.found && (request.spare || self.breadth == Breadth::One);
            if needless || self.asked.len() >= MOST {
                continue;
            }
            if self.asked.insert((request.url.clone(), request.seek)) {
                return Some(request);
            }
        }
    }

    /// Takes what came of a request.
    pub fn answer(&mut self, request: &Request, reply: Reply<'_>) -> Made {
        match reply {
            Reply::Got { from, bytes } => return self.got(request, from, bytes),
            Reply::SentOn(to) => self.sent_on(request, &to),
            // Another way would be to go round the person's answer.
            Reply::Refused => self.open.retain(|open| !open.spare),
            Reply::Absent { gone } => {
                let code = if gone { "link.gone" } else { "link.missing" };
                self.fail(Note::new(code).with("host", request.host()));
                if gone {
                    self.open.clear();
                }
            }
            Reply::Failed(why) => {
                // Who has too much to do, or did not answer, is not asked for something else now.
                if !matches!(&*why.code, "fetch.status" | "fetch.login") {
                    let host = request.host();
                    self.open.retain(|open| open.host() != host);
                }
                let refuses_data =
                    why.code == "fetch.status" && why.args.get("status").is_some_and(|s| s == "406");
                if refuses_data && request.seek == Seek::Data {
                    self.queue([Request { seek: Seek::Page, spare: true, ..request.clone() }]);
                }
                self.fail(why);
            }
        }
        Made::Nothing
    }

    /// The badges of a list, as links to follow in turn.
    pub fn members(&mut self) -> Vec<Link> {
        std::mem::take(&mut self.members)
    }

    /// Where it led that is not followed: claim pages and offers behind a redirect.
    pub fn onward(&mut self) -> Vec<Link> {
        std::mem::take(&mut self.onward)
    }

    /// Why nothing was found, if nothing was: what went wrong first, or `link.nothing`.
    pub fn failure(&self, link: &Link) -> Option<Note> {
        if self.found {
            return None;
        }
        let nothing = || Note::new("link.nothing").with("host", link.host.clone());
        Some(self.failure.clone().unwrap_or_else(nothing))
    }

    fn fail(&mut self, why: Note) {
        self.failure.get_or_insert(why);
    }

    fn queue(&mut self, requests: impl IntoIterator<Item = Request>) {
        let public = |url: &Url| url.scheme() == "https" && address::public(url.as_str()).is_ok();
        self.open.extend(requests.into_iter().filter(|request| public(&request.url)));
    }

    fn sent_on(&mut self, request: &Request, to: &Url) {
        match links::of(to.as_str()) {
            Some(link) if kept_from(&link).is_some() => {
                let code = kept_from(&link).unwrap_or("link.claim");
                self.fail(Note::new(code).with("host", link.host.clone()));
                self.onward.push(link);
            }
            Some(link) => self.queue(ways::of(&link)),
            None => self.fail(Note::new("link.nowhere").with("host", request.host())),
        }
    }

    fn got(&mut self, request: &Request, from: &Url, bytes: &[u8]) -> Made {
        if request.seek == Seek::Data
            && let Some(kind) = list::of(&request.url)
        {
            return self.list(kind, request, bytes);
        }
        let scan = scan(bytes, "").unwrap_or_default();
        // Data that only names where a badge is, is the way to it; a picture that does so carries it.
        let names = |found: &Found| {
            let address = matches!(found.credential.form(), Form::Address(_));
            address && !matches!(found.container, Container::BakedPng { .. } | Container::BakedSvg { .. })
        };
        if scan.found.iter().any(|found| !names(found)) {
            self.found = true;
            return Made::Badge;
        }
        if request.seek == Seek::Data {
            let named = scan.found.iter().filter_map(|found| found.credential.address().cloned());
            self.queue(named.map(|url| Request { url, seek: Seek::Data, tracker: false, spare: true }));
        }
        if page::is_page(bytes) {
            let ways = page::ways(&String::from_utf8_lossy(bytes), from, &request.url);
            self.queue(ways);
        } else if request.seek == Seek::Data {
            let named = list::named(bytes);
            self.queue(named.map(|url| Request { url, seek: Seek::Data, tracker: false, spare: true }));
        }
        Made::Nothing
    }

    fn list(&mut self, kind: list::List, request: &Request, bytes: &[u8]) -> Made {
        let Some(read) = list::read(kind, &request.url, bytes) else {
            return Made::Nothing;
        };
        self.found = true;
        for member in read.members {
            let known = self.members.iter().any(|known| known.url == member.url);
            if !known && self.members.len() < MEMBERS && kept_from(&member).is_none() {
                self.members.push(member);
            }
        }
        // Parts of a list are no spares: all of them are asked for, whatever was found.
        let more =
            read.more.into_iter().map(|url| Request { url, seek: Seek::Data, tracker: false, spare: false });
        self.queue(more);
        Made::List
    }
}

/// Why a link is not for the machine to follow.
fn kept_from(link: &Link) -> Option<&'static str> {
    match link.kind {
        LinkKind::Offer => Some("link.offer"),
        _ if link.login => Some("link.login"),
        LinkKind::Claim => Some("link.claim"),
        LinkKind::Assertion | LinkKind::Page => None,
    }
}

#[cfg(test)]
mod tests;
