//! One link followed with the network and the consents of a judge: the machine of `intake` says what to ask for.

use intake::Link;
use intake::follow::{Breadth, Follow, Made, Reply, Request, Seek};
use openbadges::Note;
use url::Url;
use verification::{Answer, DocUrl, Document, Role, Wanted};

use crate::checking::Judge;
use crate::views::{Failure, HostAsk};

/// What came of following one link.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    /// Documents with a badge in them.
    pub(crate) documents: Vec<Document>,
    /// Data in which no badge was seen, at the address itself.
    pub(crate) data: Option<Document>,
    /// Badges of a list, to be followed in turn.
    pub(crate) members: Vec<Link>,
    /// Where it led that is for the person to open.
    pub(crate) onward: Vec<Link>,
    /// Whom one would have to ask to go on.
    pub(crate) asks: Vec<HostAsk>,
    /// Why nothing was found, if nothing was and nobody more could be asked.
    pub(crate) failure: Option<Failure>,
}

impl Judge<'_> {
    /// Follows a link as far as there is consent.
    pub(crate) fn trail(&self, link: &Link, breadth: Breadth) -> Trail {
        let mut trail = Trail::default();
        let mut follow = match Follow::new(link, breadth) {
            Ok(follow) => follow,
            Err(why) => {
                trail.onward.push(link.clone());
                trail.failure = Some(Failure::from(why));
                return trail;
            }
        };
        while let Some(request) = follow.next() {
            self.step(&mut follow, &request, &mut trail);
            trail.members.extend(follow.members());
        }
        trail.onward.extend(follow.onward());
        if trail.asks.is_empty() {
            trail.failure = trail.failure.or_else(|| follow.failure(link).map(|why| failure(why, link)));
        }
        trail
    }

    fn step(&self, follow: &mut Follow, request: &Request, trail: &mut Trail) {
        let role = match request.seek {
            Seek::Data => Role::Assertion,
            Seek::Page => Role::Page,
            Seek::Picture => Role::Image,
        };
        match self.fetch(&Wanted { url: DocUrl::from(&request.url), role, newer_than: None }) {
            Answer::Got(document) => {
                let from = Url::parse(document.final_url.as_str()).unwrap_or_else(|_| request.url.clone());
                match follow.answer(request, Reply::Got { from: &from, bytes: document.bytes() }) {
                    Made::Badge => trail.documents.push(document),
                    Made::Nothing if request.seek == Seek::Data && trail.data.is_none() => {
                        trail.data = Some(document);
                    }
                    Made::List | Made::Nothing => {}
                }
            }
            Answer::Gone => {
                follow.answer(request, Reply::Absent { gone: true });
            }
            Answer::Missing => {
                follow.answer(request, Reply::Absent { gone: false });
            }
            Answer::Refused(why) => {
                let reply = refused(&why, request, trail);
                follow.answer(request, reply);
            }
            Answer::Failed(why) => {
                follow.answer(request, Reply::Failed(why));
            }
        }
    }
}

/// A refusal may be an answer of the person's, a question to them, or the way to somewhere else.
fn refused<'a>(why: &Note, request: &Request, trail: &mut Trail) -> Reply<'a> {
    let to = why.args.get("to").and_then(|to| Url::parse(to).ok());
    match (&*why.code, to) {
        ("fetch.redirect-host", Some(to)) if request.seek == Seek::Page => return Reply::SentOn(to),
        ("fetch.no-consent" | "fetch.redirect-host" | "fetch.offline", _) => {
            let host = why.args.get("host").cloned().unwrap_or_else(|| request.host());
            // Where one would be sent on, only the host is known.
            let own = host == request.host();
            let url = if own { request.shown() } else { format!("https://{host}/") };
            let ask = HostAsk { host, url, tracker: own && request.tracker };
            if !trail.asks.contains(&ask) {
                trail.asks.push(ask);
            }
        }
        _ => return Reply::Failed(why.clone()),
    }
    Reply::Refused
}

fn failure(why: Note, link: &Link) -> Failure {
    match &*why.code {
        "link.missing" => Failure::new("input.address-empty").with("address", &link.url),
        _ => Failure::from(why),
    }
}
