//! The three parts of a claim: finding out, getting a token, getting the credentials.

use jiff::Timestamp;

use super::authorizing::Authorizing;
use super::finding::Finding;
use super::issuing::Issuing;
use super::offer::OpenIdOffer;
use crate::error::ClaimError;
use crate::holder::Holder;
use crate::step::{Next, Reply};

/// What every part needs.
pub(crate) struct Context<'a> {
    pub(crate) holder: &'a Holder,
    /// By which an answer of the browser is known again.
    pub(crate) state: &'a str,
    /// What a token can be fetched with after signing in (PKCE).
    pub(crate) verifier: &'a str,
    pub(crate) now: Timestamp,
}

/// What a part came to: something to do, or its end.
pub(super) enum Turn<T> {
    Next(Next),
    Over(T),
}

#[derive(Clone, Debug)]
pub(crate) struct OpenId(Phase);

#[derive(Clone, Debug)]
enum Phase {
    Finding(Box<Finding>),
    Authorizing(Box<Authorizing>),
    Issuing(Box<Issuing>),
}

impl OpenId {
    pub(crate) fn new(offer: OpenIdOffer) -> OpenId {
        OpenId(Phase::Finding(Box::new(Finding::new(offer))))
    }

    pub(crate) fn advance(&mut self, reply: Reply, context: &Context<'_>) -> Result<Next, ClaimError> {
        let mut reply = reply;
        // At most twice: from the first part to the second, from the second to the third.
        loop {
            let next = match &mut self.0 {
                Phase::Finding(part) => match part.advance(reply)? {
                    Turn::Next(next) => return Ok(next),
                    Turn::Over(known) => Phase::Authorizing(Box::new(Authorizing::new(known))),
                },
                Phase::Authorizing(part) => match part.advance(reply, context)? {
                    Turn::Next(next) => return Ok(next),
                    Turn::Over(granted) => Phase::Issuing(Box::new(Issuing::new(granted))),
                },
                Phase::Issuing(part) => return part.advance(reply, context),
            };
            self.0 = next;
            reply = Reply::Start;
        }
    }
}
