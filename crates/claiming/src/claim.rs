//! One claim, from the offer to the credentials.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use crate::error::ClaimError;
use crate::exchange::{Exchange, Turn};
use crate::holder::Holder;
use crate::limits;
use crate::offer::Offer;
use crate::openid::{Context, OpenId};
use crate::step::{Next, Reply};

/// One claim. Say what happened with [`Claim::advance`], beginning with [`Reply::Start`], and do what comes back, until it is
/// [`Next::Done`] or an error.
#[derive(Clone, Debug)]
pub struct Claim {
    way: Way,
    holder: Holder,
    state: String,
    verifier: String,
    requests: usize,
    offers: usize,
}

#[derive(Clone, Debug)]
enum Way {
    OpenId(Box<OpenId>),
    Exchange(Box<Exchange>),
}

impl From<Offer> for Way {
    fn from(offer: Offer) -> Way {
        match offer {
            Offer::OpenId(offer) => Way::OpenId(Box::new(OpenId::new(offer))),
            Offer::Exchange(offer) => Way::Exchange(Box::new(Exchange::new(offer))),
        }
    }
}

impl Claim {
    /// A claim of this offer for this learner. `random` is 64 fresh random bytes: by them an answer of the browser is known.
    pub fn new(offer: Offer, holder: Holder, random: &[u8; 64]) -> Claim {
        let (state, verifier) = random.split_at(32);
        Claim {
            way: offer.into(),
            holder,
            state: URL_SAFE_NO_PAD.encode(state),
            verifier: URL_SAFE_NO_PAD.encode(verifier),
            requests: 0,
            offers: 0,
        }
    }

    /// What comes next after this happened, at `now`.
    ///
    /// # Errors
    /// Why it cannot be claimed. After an error the claim is over.
    pub fn advance(&mut self, reply: Reply, now: Timestamp) -> Result<Next, ClaimError> {
        let mut reply = reply;
        let next = loop {
            let turn = match &mut self.way {
                Way::OpenId(claim) => {
                    let context =
                        Context { holder: &self.holder, state: &self.state, verifier: &self.verifier, now };
                    Turn::Next(claim.advance(reply, &context)?)
                }
                Way::Exchange(claim) => claim.advance(reply, &self.holder, now)?,
            };
            match turn {
                Turn::Next(next) => break next,
                Turn::Offer(offer) => {
                    self.offers += 1;
                    if self.offers > 2 {
                        return Err(ClaimError::Endless(
                            offer.hosts().into_iter().next().unwrap_or_default(),
                        ));
                    }
                    self.way = offer.into();
                    reply = Reply::Start;
                }
            }
        };
        if let Next::Send(request) = &next {
            self.requests += 1;
            if self.requests > limits::REQUESTS {
                return Err(ClaimError::Endless(request.host()));
            }
        }
        Ok(next)
    }
}
