//! Links into the backpack: the badge behind a page, all badges of a collection or profile. Nobody is asked without consent.

mod trail;

use std::collections::VecDeque;
use std::sync::Arc;

use intake::follow::{Breadth, is_tracker};
use intake::{Link, LinkKind, links};

use super::{Gathered, ImportTerms, Imported, Step, Supply, Unwatched, Watch, input};
use crate::archive::BackpackArchive;
use crate::checking::{Ask, Hosts, Judge, Nobody, Online, normal_host};
use crate::examine::Examined;
use crate::given::{Given, GivenKind};
use crate::views::{AddView, ChangeSet, Failure, FollowView, HostAsk};
use crate::wallet::{Done, Wallet};

/// Badges of one collection or profile, at most.
const MOST: usize = 1_000;

/// What came of following a link.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// What was taken in: one for each document that held a badge.
    pub imported: Vec<Imported>,
    /// Whom one would have to ask to go on.
    pub asks: Vec<HostAsk>,
    /// Where it led that is for the person to open: claim pages, offers.
    pub links: Vec<Link>,
    /// Why nothing was had, of the link or of single badges of a list.
    pub failures: Vec<Failure>,
    /// How many were new and how many were known.
    pub gathered: Gathered,
}

impl Followed {
    /// All of it as one thing of this name. `path`: where the link stood in it.
    pub fn into_imported(self, name: &str, path: &str) -> Imported {
        let mut all = Imported {
            examined: Examined { name: name.to_owned(), ..Examined::default() },
            kept: Vec::new(),
        };
        for one in self.imported {
            for mut found in one.examined.found {
                found.path = match (path, found.path.as_str()) {
                    ("", own) => own.to_owned(),
                    (path, "") => path.to_owned(),
                    (path, own) => format!("{path}/{own}"),
                };
                all.examined.found.push(found);
            }
            all.examined.presentations.extend(one.examined.presentations);
            all.examined.notes.extend(one.examined.notes);
            all.kept.extend(one.kept);
        }
        all.examined.links = self.links;
        let asked = self.asks.into_iter().next().map(|ask| not_asked(name, &ask.host));
        all.examined.failure = asked.or_else(|| self.failures.into_iter().next());
        all
    }
}

/// That nobody was asked, and whom to allow.
pub(crate) fn not_asked(address: &str, host: &str) -> Failure {
    Failure::new("input.address-refused").with("address", address).with("host", host)
}

/// Links one after another, and what lists among them hold.
struct Following<'a> {
    judge: &'a Judge<'a>,
    queue: VecDeque<Link>,
    ready: VecDeque<Given>,
    done: u32,
    total: u32,
    asks: Vec<HostAsk>,
    onward: Vec<Link>,
    members: usize,
}

impl Following<'_> {
    /// Follows the next link. A failure is only this one's.
    fn walk(&mut self, link: &Link) -> Result<(), Failure> {
        let trail = self.judge.trail(link, Breadth::Copies);
        self.done += 1;
        let room = MOST.saturating_sub(self.members);
        let members: Vec<Link> = trail.members.into_iter().take(room).collect();
        self.members += members.len();
        self.total += u32::try_from(members.len()).unwrap_or(0);
        self.queue.extend(members);
        for ask in trail.asks {
            if !self.asks.iter().any(|known| known.host == ask.host) {
                self.asks.push(ask);
            }
        }
        self.onward.extend(trail.onward);
        for document in trail.documents {
            let name = url::Url::parse(document.url.as_str())
                .map_or_else(|_| link.url.clone(), |url| links::shown(&url));
            self.ready.push_back(Given { name, bytes: document.bytes().to_vec(), kind: GivenKind::Address });
        }
        trail.failure.map_or(Ok(()), Err)
    }
}

impl Supply for Following<'_> {
    fn step(&mut self) -> Step {
        loop {
            if let Some(given) = self.ready.pop_front() {
                return Step::One(given);
            }
            let Some(link) = self.queue.pop_front() else { return Step::End };
            if let Err(failure) = self.walk(&link) {
                return Step::Failed(failure);
            }
        }
    }

    /// Who names a link wants to know how it stands today.
    fn anew(&self) -> bool {
        true
    }

    fn far(&self) -> (u32, Option<u32>) {
        (self.done, Some(self.total))
    }
}

impl Wallet {
    /// Takes in what is behind a link: the badge, or all badges of a collection or profile, as far as `terms.ask` has
    /// consent. Hosts that could not be asked are named in [`Followed::asks`]. Claim pages, offers and pages with a login are
    /// never asked.
    ///
    /// # Errors
    /// Only when the backpack itself fails.
    pub fn follow(
        &self,
        link: &Link,
        terms: &ImportTerms<'_>,
        watch: &dyn Watch,
    ) -> Result<Done<Followed>, Failure> {
        let backpack = self.backpack()?;
        let archive = BackpackArchive(Arc::clone(&backpack));
        let judge = self.judge(&backpack, &archive, terms)?;
        // What was had on the way is not asked for again when it is checked.
        let recalling = judge.recalling();
        let terms = ImportTerms {
            hold: terms.hold,
            recipients: terms.recipients.clone(),
            documents: terms.documents.clone(),
            ask: Some(&recalling),
            password: terms.password,
        };
        let mut following = Following {
            judge: &judge,
            queue: VecDeque::from([link.clone()]),
            ready: VecDeque::new(),
            done: 0,
            total: 1,
            asks: Vec::new(),
            onward: Vec::new(),
            members: 0,
        };
        let mut followed = Followed::default();
        let done = self.import_all(&mut following, &terms, watch, &mut |came, _| match came {
            Ok(mut imported) => {
                // A badge's own page is full of links to share it.
                imported.examined.links.clear();
                followed.imported.push(imported);
            }
            Err(failure) => followed.failures.push(failure),
        })?;
        if !followed.imported.is_empty() {
            self.link_done(link)?;
        }
        followed.asks = following.asks;
        followed.links = following.onward;
        Ok(done.map(|gathered| Followed { gathered, ..followed }))
    }

    /// Follows a link as the window does: what is new goes into the Inbox. `url` is the address as it was given; `allow` are
    /// hosts that may be asked from now on, beside those that were allowed before. Whom one would have to ask to go on is in
    /// [`FollowView::asks`]: with an empty `allow` nobody new is asked, and the right hosts are named.
    ///
    /// # Errors
    /// `link.unknown`: not an address that is ever asked.
    pub fn follow_link(&self, url: &str, allow: &[String]) -> Result<Done<FollowView>, Failure> {
        let link = links::of(url).ok_or_else(|| Failure::new("link.unknown"))?;
        self.allow(allow)?;
        let consents = self.backpack()?.consents()?;
        let ask: Box<dyn Ask> = match &self.ports.fetch {
            Some(fetch) => Box::new(Online::new(Arc::clone(fetch), Arc::new(Hosts::new(consents)))),
            None => Box::new(Nobody),
        };
        let terms = ImportTerms { hold: true, ask: Some(ask.as_ref()), ..ImportTerms::default() };
        let done = self.follow(&link, &terms, &Unwatched)?;
        let asks = done.value.asks.clone();
        let view = done.map(|followed| {
            let imported = followed.into_imported(&link.url, "");
            let mut one = input(&imported);
            // To be asked about is no failure: the question says it.
            one.failure =
                one.failure.filter(|failure| asks.is_empty() && !failure.is("input.address-refused"));
            FollowView { added: AddView { inputs: vec![one], address_offer: None }, asks: asks.clone() }
        });
        let settings = if allow.is_empty() { ChangeSet::none() } else { ChangeSet::settings() };
        Ok(Done { value: view.value, changes: view.changes.and(settings) })
    }

    /// Remembers that these hosts may be asked from now on.
    pub fn allow(&self, hosts: &[String]) -> Result<(), Failure> {
        let backpack = self.backpack()?;
        for host in hosts {
            backpack.give_consent(&normal_host(host), self.now())?;
        }
        Ok(())
    }
}

/// Whether following a link may be offered: it is for this program, not for the person's browser.
pub fn may_follow(link: &Link) -> bool {
    matches!(link.kind, LinkKind::Assertion | LinkKind::Page) && !link.login
}

/// Whether a link is a click tracker, which tells its sender who followed it.
pub fn tracks(link: &Link) -> bool {
    link.platform.is_none()
        && link.fetch.is_none()
        && url::Url::parse(&link.opens).is_ok_and(|url| is_tracker(&url))
}
