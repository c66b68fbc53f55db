//! Doing what a claim says comes next.

use std::time::Duration;

use backpack::Backpack;
use claiming::{Claim, Claimed, Method, Next, Offer, Pin, Reply, Request};
use secrecy::ExposeSecret as _;

use super::browser::Way;
use super::keys::Keys;
use super::{Allowed, ClaimTerms};
use crate::checking::Consent as _;
use crate::ports;
use crate::views::Failure;
use crate::wallet::Wallet;

/// Where a claim ends, or stops for the person.
pub(super) enum Came {
    /// What was given, and the host that offered it.
    Given(Claimed, String),
    AskHosts(Vec<String>),
    AskPin(Pin),
}

impl Wallet {
    pub(super) fn drive(
        &self,
        backpack: &Backpack,
        offer: Offer,
        consent: &Allowed,
        terms: &ClaimTerms<'_>,
    ) -> Result<Came, Failure> {
        let Some(call) = &self.ports.call else { return Err(Failure::new("fetch.offline")) };
        let host = offer.hosts().into_iter().next().unwrap_or_default();
        let mut random = self.ports.random.source();
        let keys = Keys::of(&*backpack.holder_seed(random.as_mut())?)?;
        let mut chance = [0_u8; 64];
        random.fill(&mut chance)?;
        let mut claim = Claim::new(offer, keys.holder(), &chance);
        let mut pin = terms.pin.clone();
        let mut way: Option<Way<'_>> = None;
        let mut reply = Reply::Start;
        loop {
            reply = match claim.advance(reply, self.now())? {
                Next::Hosts(hosts) => {
                    let missing: Vec<String> =
                        hosts.into_iter().filter(|host| !consent.may_ask(host)).collect();
                    if !missing.is_empty() {
                        return Ok(Came::AskHosts(missing));
                    }
                    Reply::Agreed
                }
                Next::Send(request) => {
                    if !consent.may_ask(&request.host()) {
                        return Ok(Came::AskHosts(vec![request.host()]));
                    }
                    match send(call.as_ref(), &request, consent)? {
                        Sent::Answered(response) => Reply::Answered(response),
                        Sent::On(host) => return Ok(Came::AskHosts(vec![host])),
                    }
                }
                Next::Pin(asked) => match pin.take().filter(|_| !asked.wrong) {
                    Some(pin) => Reply::Pin(pin),
                    None => return Ok(Came::AskPin(asked)),
                },
                Next::Redirect { .. } => {
                    way = terms.browser.and_then(Way::new);
                    Reply::Redirect(way.as_ref().map(Way::redirect))
                }
                Next::SignIn(address) => match &way {
                    Some(way) => Reply::Returned(way.sign_in(&address)?),
                    None => return Err(Failure::new("claim.no-browser").with("host", host)),
                },
                Next::Sign(statement) => Reply::Signed(keys.sign(statement)?),
                Next::Wait(seconds) => {
                    wait(seconds, terms);
                    Reply::Waited
                }
                Next::Done(claimed) => return Ok(Came::Given(claimed, host)),
            };
        }
    }
}

/// In small steps, so that somebody who has given up is not kept.
fn wait(seconds: u64, terms: &ClaimTerms<'_>) {
    for _ in 0..seconds.saturating_mul(10) {
        if terms.browser.is_some_and(super::Browser::given_up) {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

enum Sent {
    Answered(claiming::Response),
    /// Sent on to a host that nobody agreed to.
    On(String),
}

fn send(call: &dyn ports::Call, request: &Request, consent: &Allowed) -> Result<Sent, Failure> {
    let sent = match (request.method, &request.content) {
        (Method::Get, _) => ports::Request::get(request.url.clone()),
        (Method::Post, Some(content)) => ports::Request::post(
            request.url.clone(),
            content.media_type,
            content.bytes.expose_secret().to_vec(),
        ),
        (Method::Post, None) => ports::Request::form(request.url.clone(), &[]),
    };
    let sent = sent.accepting(request.accept);
    let sent = match &request.bearer {
        Some(token) => sent.bearer(token),
        None => sent,
    };
    // A runtime of its own for one request, as for one round of documents.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| Failure::new("fetch.unavailable"))?;
    let allow = |host: &str| consent.may_ask(host);
    match runtime.block_on(call.send(&sent, &allow)) {
        Ok(response) => Ok(Sent::Answered(claiming::Response {
            status: response.status,
            media_type: response.media_type,
            retry_after: response.retry_after,
            body: response.body,
        })),
        Err(note) if note.code == "fetch.redirect-host" => {
            Ok(Sent::On(note.args.get("host").cloned().unwrap_or_default()))
        }
        Err(note) => Err(Failure::from(note)),
    }
}
