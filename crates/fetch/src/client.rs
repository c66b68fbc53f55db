//! The client: from what is wanted to an answer.

use std::net::IpAddr;
use std::sync::Arc;

use futures::FutureExt as _;
use futures::stream::{self, StreamExt};
use jiff::Timestamp;
use openbadges::Note;
use reqwest::redirect;
use url::Url;
use verification::{Answer, DocUrl, Document, MailKey, Origin, Role, Wanted};

use crate::hop::{self, Body, Hop};
use crate::resolver::{self, Checked, Lookup};
use crate::{Policy, codes, dns, why};

/// How often a host may send on to another address.
pub(crate) const MOST_REDIRECTS: usize = 5;
/// How many documents are fetched at the same time.
const AT_ONCE: usize = 6;
const USER_AGENT: &str = concat!("badgefolio/", env!("CARGO_PKG_VERSION"));

/// Fetches documents. Making one asks nobody anything. Needs a tokio runtime with I/O and time to run in.
#[derive(Clone)]
pub struct Client {
    /// `None` where this computer cannot make safe connections; then every question is answered with that.
    inner: Option<reqwest::Client>,
    policy: Policy,
    clock: fn() -> Timestamp,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client")
    }
}

impl Default for Client {
    fn default() -> Self {
        Client::new()
    }
}

impl Client {
    /// HTTPS to public addresses only.
    pub fn new() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "what comes from the network is dated by this machine's clock, whatever moment is judged"
        )]
        let clock = Timestamp::now;
        Client::with(Policy::strict(), clock)
    }

    /// With another policy, and the clock that documents are dated by.
    pub fn with(policy: Policy, clock: fn() -> Timestamp) -> Self {
        Client::with_lookup(policy, clock, resolver::system())
    }

    /// With names that a test makes up. Nothing that ships calls this.
    #[doc(hidden)]
    pub fn with_names_for_tests(
        policy: Policy,
        clock: fn() -> Timestamp,
        names: impl Fn(&str) -> Vec<IpAddr> + Send + Sync + 'static,
    ) -> Self {
        let names = Arc::new(names);
        let lookup: Lookup = Arc::new(move |name| {
            let found = names(&name);
            async move { Ok(found) }.boxed()
        });
        Client::with_lookup(policy, clock, lookup)
    }

    pub(crate) fn with_lookup(policy: Policy, clock: fn() -> Timestamp, lookup: Lookup) -> Self {
        let inner = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .redirect(redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .dns_resolver(Arc::new(Checked { policy, lookup }))
            .connect_timeout(policy.connect)
            // A connection that is kept belongs to the runtime it was made in, which may be gone at the next call.
            .pool_max_idle_per_host(0)
            .build()
            .ok();
        Client { inner, policy, clock }
    }

    pub(crate) fn inner(&self) -> Option<&reqwest::Client> {
        self.inner.as_ref()
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.policy
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Fetches one document. `allow` is asked for each host before it is contacted, at redirects again.
    pub async fn get(&self, wanted: &Wanted, allow: &(dyn Fn(&str) -> bool + Sync)) -> Answer {
        self.in_time(wanted, None, allow).await
    }

    /// Fetches a document of which a version is here already: where the host says that it is unchanged, that version is the
    /// answer, as of now (RFC 9110, 13.1.2). Only what the host itself gave it as a mark is sent, and only to the address that
    /// gave it.
    pub async fn renew(
        &self,
        wanted: &Wanted,
        held: &Document,
        allow: &(dyn Fn(&str) -> bool + Sync),
    ) -> Answer {
        self.in_time(wanted, Some(held), allow).await
    }

    async fn in_time(
        &self,
        wanted: &Wanted,
        held: Option<&Document>,
        allow: &(dyn Fn(&str) -> bool + Sync),
    ) -> Answer {
        if wanted.role == Role::Dns {
            return self.mail_key(wanted, allow).await;
        }
        // Without a host there was nobody to name; the address itself is left out of the answer.
        let host = wanted.url.host().unwrap_or_default();
        match tokio::time::timeout(self.policy.whole, self.follow(wanted, held, allow)).await {
            Ok(answer) => answer,
            Err(_) => why::failed(codes::TIMEOUT, &host),
        }
    }

    /// Fetches several, a few at a time. The answers come in the order of what was wanted.
    pub async fn get_all(&self, wanted: &[Wanted], allow: &(dyn Fn(&str) -> bool + Sync)) -> Vec<Answer> {
        stream::iter(wanted).map(|wanted| self.get(wanted, allow)).buffered(AT_ONCE).collect().await
    }

    /// The key of a domain for its mails, if its record is what is wanted.
    async fn mail_key(&self, wanted: &Wanted, allow: &(dyn Fn(&str) -> bool + Sync)) -> Answer {
        let Some(key) = MailKey::of(&wanted.url) else {
            return Answer::Refused(Note::new(codes::SCHEME).with("scheme", wanted.url.url().scheme()));
        };
        if !allow(&key.consent()) {
            return why::refused(codes::NO_CONSENT, &key.consent());
        }
        match tokio::time::timeout(self.policy.whole.min(dns::WHOLE), dns::look_up(&key)).await {
            Ok(Ok(Some(text))) => {
                let kind = Some("text/plain".to_owned());
                Answer::Got(Document::new(wanted.url.clone(), kind, text, self.now(), Origin::Fetched))
            }
            Ok(Ok(None)) => Answer::Missing,
            Ok(Err(code)) => why::failed(code, key.domain()),
            Err(_) => why::failed(codes::DNS_UNANSWERED, key.domain()),
        }
    }

    async fn follow(
        &self,
        wanted: &Wanted,
        held: Option<&Document>,
        allow: &(dyn Fn(&str) -> bool + Sync),
    ) -> Answer {
        let Some(client) = &self.inner else { return Answer::Failed(Note::new(codes::UNAVAILABLE)) };
        let Ok(mut url) = Url::parse(wanted.url.as_str()) else {
            return Answer::Refused(Note::new(codes::SCHEME).with("scheme", ""));
        };
        let mut from: Option<(Url, String)> = None;
        for _ in 0..=MOST_REDIRECTS {
            let host = match hop::check(&url, self.policy, from.as_ref().map(|(url, _)| url)) {
                Ok(host) => host,
                Err(why) => return Answer::Refused(why),
            };
            if !allow(&host) {
                return match &from {
                    None => why::refused(codes::NO_CONSENT, &host),
                    Some((_, from)) => {
                        let why = Note::new(codes::REDIRECT_HOST).with("from", from).with("host", &host);
                        Answer::Refused(why)
                    }
                };
            }
            // A mark goes back to the address that gave it, and nowhere else.
            let held = held.filter(|held| held.final_url == DocUrl::from(&url));
            let mark = held.and_then(|held| held.etag.as_deref());
            match hop::ask(client, &url, &host, wanted.role, mark, self.now()).await {
                Hop::Answer(answer) => return answer,
                Hop::Body(body) => return self.document(wanted, &url, body),
                Hop::Unchanged => return self.unchanged(wanted, held, &host),
                // From a page one is led anywhere, so it is looked at first where.
                Hop::On(to) if wanted.role == Role::Page && to.host() != url.host() => {
                    return Answer::Refused(why::sent_on(&host, &to));
                }
                Hop::On(mut to) => {
                    to.set_fragment(None);
                    from = Some((std::mem::replace(&mut url, to), host));
                }
            }
        }
        why::failed(codes::REDIRECTS, from.as_ref().map_or("", |(_, host)| host))
    }

    fn document(&self, wanted: &Wanted, url: &Url, body: Body) -> Answer {
        let Body { bytes, media_type, etag } = body;
        let mut document = Document::new(wanted.url.clone(), media_type, bytes, self.now(), Origin::Fetched);
        document.final_url = DocUrl::from(url);
        document.etag = etag;
        Answer::Got(document)
    }

    fn unchanged(&self, wanted: &Wanted, held: Option<&Document>, host: &str) -> Answer {
        let Some(held) = held else {
            return Answer::Failed(why::of_status(304, host));
        };
        let mut document = held.clone();
        document.url = wanted.url.clone();
        (document.at, document.origin) = (self.now(), Origin::Fetched);
        Answer::Got(document)
    }
}
