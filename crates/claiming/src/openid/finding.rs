//! From the offer to who issues it and who gives the token.

use std::collections::VecDeque;

use url::Url;

use super::issuer::Issuer;
use super::machine::Turn;
use super::offer::{CredentialOffer, OpenIdOffer};
use super::server::Server;
use crate::error::ClaimError;
use crate::read::{object, refusal, same_issuer, shown, well_known};
use crate::request::{Request, Response, host};
use crate::step::{Next, Reply};

/// Everything that is known before anything that can be used only once is sent.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) offer: CredentialOffer,
    pub(super) issuer: Issuer,
    pub(super) server: Server,
}

#[derive(Clone, Debug)]
pub(super) struct Finding {
    at: Option<Url>,
    offer: Option<CredentialOffer>,
    issuer: Option<Issuer>,
    /// Who is asked for the server's metadata.
    server: Option<Url>,
    /// Addresses at which the metadata may stand, the one that was asked in front.
    tries: VecDeque<Url>,
}

impl Finding {
    pub(super) fn new(offer: OpenIdOffer) -> Finding {
        let (at, offer) = match offer {
            OpenIdOffer::At(url) => (Some(url), None),
            OpenIdOffer::Whole(offer) => (None, Some(*offer)),
        };
        Finding { at, offer, issuer: None, server: None, tries: VecDeque::new() }
    }

    pub(super) fn advance(&mut self, reply: Reply) -> Result<Turn<Known>, ClaimError> {
        match (reply, &self.offer) {
            (Reply::Start, Some(_)) => self.ask_issuer(),
            (Reply::Start, None) => match &self.at {
                Some(url) => Ok(Turn::Next(Next::Send(Request::get(url.clone())))),
                None => Err(ClaimError::Offer),
            },
            (Reply::Answered(response), None) => self.offered(&response),
            (Reply::Answered(response), Some(_)) if self.issuer.is_none() => self.issuer_said(&response),
            (Reply::Answered(response), Some(_)) => self.server_said(&response),
            _ => Err(ClaimError::NotAsked),
        }
    }

    fn offered(&mut self, response: &Response) -> Result<Turn<Known>, ClaimError> {
        let host = self.at.as_ref().map(host).unwrap_or_default();
        if !response.is_success() {
            return Err(refusal(response, &host));
        }
        self.offer = Some(CredentialOffer::read(&object(response, &host)?)?);
        self.ask_issuer()
    }

    fn ask_issuer(&mut self) -> Result<Turn<Known>, ClaimError> {
        let offer = self.offer.as_ref().ok_or(ClaimError::Offer)?;
        self.tries = well_known(&offer.issuer, "openid-credential-issuer").into();
        self.ask()
    }

    fn ask(&self) -> Result<Turn<Known>, ClaimError> {
        let url = self.tries.front().ok_or(ClaimError::NotAsked)?;
        Ok(Turn::Next(Next::Send(Request::get(url.clone()))))
    }

    fn issuer_said(&mut self, response: &Response) -> Result<Turn<Known>, ClaimError> {
        let offer = self.offer.as_ref().ok_or(ClaimError::Offer)?;
        let asked = host(&offer.issuer);
        let read =
            if response.is_success() { object(response, &asked) } else { Err(refusal(response, &asked)) };
        let value = match read {
            Ok(value) => value,
            Err(error) => {
                self.tries.pop_front();
                return if self.tries.is_empty() { Err(error) } else { self.ask() };
            }
        };
        let issuer = Issuer::read(&value, offer)?;
        let named = offer.server();
        let server = match named {
            // A server that the offer names and the issuer does not know is not the issuer's.
            Some(named) if !knows(&issuer, named) => {
                return Err(ClaimError::OtherIssuer { host: asked, named: shown(named.as_str()) });
            }
            Some(named) => named.clone(),
            None => issuer.servers.first().unwrap_or(&offer.issuer).clone(),
        };
        self.tries = well_known(&server, "oauth-authorization-server").into();
        self.tries.extend(well_known(&server, "openid-configuration").into_iter().rev());
        self.server = Some(server);
        self.issuer = Some(issuer);
        self.ask()
    }

    fn server_said(&mut self, response: &Response) -> Result<Turn<Known>, ClaimError> {
        let (Some(offer), Some(issuer), Some(server)) = (&self.offer, &self.issuer, &self.server) else {
            return Err(ClaimError::NotAsked);
        };
        let asked = host(server);
        let read =
            if response.is_success() { object(response, &asked) } else { Err(refusal(response, &asked)) };
        let server = match read {
            Ok(value) => Server::read(&value, server)?,
            Err(error) => {
                self.tries.pop_front();
                if !self.tries.is_empty() {
                    return self.ask();
                }
                match &issuer.token {
                    Some(token) => Server::of_issuer(issuer, token),
                    None => return Err(error),
                }
            }
        };
        Ok(Turn::Over(Known { offer: offer.clone(), issuer: issuer.clone(), server }))
    }
}

fn knows(issuer: &Issuer, named: &Url) -> bool {
    let same = |one: &str| same_issuer(one, named.as_str());
    if issuer.servers.is_empty() {
        same(&issuer.id)
    } else {
        issuer.servers.iter().any(|one| same(one.as_str()))
    }
}
