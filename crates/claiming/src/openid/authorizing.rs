//! From what is known to a token: with the code of the offer, or by signing in.

use secrecy::{ExposeSecret as _, SecretString};
use strict_json::json;
use url::Url;

use super::authorize::Authorization;
use super::finding::Known;
use super::machine::{Context, Turn};
use super::token::Token;
use crate::error::ClaimError;
use crate::limits;
use crate::read::{error_word, object, refusal, text};
use crate::request::{Request, Response, host};
use crate::step::{Next, Pin, Reply};

/// A token, and for whom it is good.
#[derive(Clone, Debug)]
pub(super) struct Granted {
    pub(super) known: Known,
    pub(super) token: Token,
    /// The name under which it was asked for; none: without a name.
    pub(super) client: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Authorizing {
    known: Known,
    stage: Stage,
    pin: Option<SecretString>,
    pins: u32,
    pending: u32,
    client: Option<String>,
    authorization: Option<Authorization>,
    code: Option<SecretString>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Hosts,
    Pin,
    Redirect,
    Register,
    Push,
    SignIn,
    Token,
    Pending,
}

impl Authorizing {
    pub(super) fn new(known: Known) -> Authorizing {
        Authorizing {
            known,
            stage: Stage::Hosts,
            pin: None,
            pins: 0,
            pending: 0,
            client: None,
            authorization: None,
            code: None,
        }
    }

    pub(super) fn advance(
        &mut self,
        reply: Reply,
        context: &Context<'_>,
    ) -> Result<Turn<Granted>, ClaimError> {
        match (self.stage, reply) {
            (Stage::Hosts, Reply::Start) => Ok(Turn::Next(Next::Hosts(self.hosts()))),
            (Stage::Hosts, Reply::Agreed) => self.begin(context),
            (Stage::Pin, Reply::Pin(pin)) => {
                let typed = pin.expose_secret().trim();
                if typed.is_empty() || typed.chars().count() > limits::PIN {
                    return self.ask_pin(true);
                }
                self.pin = Some(SecretString::from(typed.to_owned()));
                self.token(context)
            }
            (Stage::Redirect, Reply::Redirect(redirect)) => self.redirect(redirect, context),
            (Stage::Register, Reply::Answered(response)) => self.registered(&response),
            (Stage::Push, Reply::Answered(response)) => self.pushed(&response),
            (Stage::SignIn, Reply::Returned(url)) => {
                let authorization = self.authorization.as_ref().ok_or(ClaimError::NotAsked)?;
                self.code = Some(SecretString::from(authorization.code(&url, &self.known.server)?));
                self.token(context)
            }
            (Stage::Token, Reply::Answered(response)) => self.answered(&response, context),
            (Stage::Pending, Reply::Waited) => self.token(context),
            _ => Err(ClaimError::NotAsked),
        }
    }

    /// Every host that will be told something.
    fn hosts(&self) -> Vec<String> {
        let (issuer, server) = (&self.known.issuer, &self.known.server);
        let mut urls: Vec<&Url> = vec![&server.token, &issuer.credential];
        urls.extend(&issuer.nonce);
        urls.extend(&issuer.deferred);
        if self.known.offer.pre_authorized.is_none() {
            urls.extend(&server.authorization);
            urls.extend(&server.registration);
            urls.extend(&server.pushed);
        }
        let mut hosts: Vec<String> = Vec::new();
        for host in urls.into_iter().map(host) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }

    fn begin(&mut self, context: &Context<'_>) -> Result<Turn<Granted>, ClaimError> {
        if let Some(grant) = &self.known.offer.pre_authorized {
            if !self.known.server.anonymous {
                self.client = Some(context.holder.ed25519.did.clone());
            }
            return if grant.pin.is_some() { self.ask_pin(false) } else { self.token(context) };
        }
        let server = &self.known.server;
        if server.authorization.is_none() {
            return Err(ClaimError::Grant(server.host.clone()));
        }
        self.stage = Stage::Redirect;
        Ok(Turn::Next(Next::Redirect { host: server.host.clone() }))
    }

    fn ask_pin(&mut self, wrong: bool) -> Result<Turn<Granted>, ClaimError> {
        self.stage = Stage::Pin;
        let pin = self.known.offer.pre_authorized.as_ref().and_then(|grant| grant.pin.clone());
        Ok(Turn::Next(Next::Pin(Pin { wrong, ..pin.unwrap_or_default() })))
    }

    fn redirect(
        &mut self,
        redirect: Option<Url>,
        context: &Context<'_>,
    ) -> Result<Turn<Granted>, ClaimError> {
        let server = &self.known.server;
        let redirect = redirect.ok_or_else(|| ClaimError::NoBrowser(server.host.clone()))?;
        let authorization = Authorization {
            redirect: redirect.clone(),
            // Where nobody registers, issuers know a wallet by its DID, or take any name.
            client: context.holder.ed25519.did.clone(),
            state: context.state.to_owned(),
            verifier: context.verifier.to_owned(),
        };
        self.authorization = Some(authorization);
        let Some(registration) = &server.registration else { return self.push() };
        self.stage = Stage::Register;
        // RFC 7591; a program on a desk can keep no secret (RFC 8252, 8.4).
        let body = json!({
            "client_name": "Badgefolio",
            "application_type": "native",
            "redirect_uris": [redirect.as_str()],
            "grant_types": ["authorization_code"],
            "response_types": ["code"],
            "token_endpoint_auth_method": "none",
        });
        Ok(Turn::Next(Next::Send(Request::json(registration.clone(), &body))))
    }

    fn registered(&mut self, response: &Response) -> Result<Turn<Granted>, ClaimError> {
        if let (true, Some(authorization)) = (response.is_success(), &mut self.authorization) {
            let value = object(response, &self.known.server.host)?;
            if let Some(client) = text(&value, "client_id") {
                client.clone_into(&mut authorization.client);
            }
        }
        self.push()
    }

    fn push(&mut self) -> Result<Turn<Granted>, ClaimError> {
        let parameters = self.parameters()?;
        let Some(pushed) = &self.known.server.pushed else { return self.sign_in(&parameters) };
        self.stage = Stage::Push;
        let fields = parameters.iter().map(|(name, value)| (*name, value.as_str()));
        Ok(Turn::Next(Next::Send(Request::form(pushed.clone(), fields))))
    }

    fn parameters(&self) -> Result<Vec<(&'static str, String)>, ClaimError> {
        let authorization = self.authorization.as_ref().ok_or(ClaimError::NotAsked)?;
        let grant = self.known.offer.code.clone().unwrap_or_default();
        Ok(authorization.parameters(&self.known.server, &grant, &self.known.issuer.offered))
    }

    fn pushed(&mut self, response: &Response) -> Result<Turn<Granted>, ClaimError> {
        let server = &self.known.server;
        if !response.is_success() {
            return Err(refusal(response, &server.host));
        }
        let value = object(response, &server.host)?;
        let uri = text(&value, "request_uri").ok_or_else(|| ClaimError::Unreadable(server.host.clone()))?;
        let authorization = self.authorization.as_ref().ok_or(ClaimError::NotAsked)?;
        let parameters = vec![("client_id", authorization.client.clone()), ("request_uri", uri.to_owned())];
        self.sign_in(&parameters)
    }

    fn sign_in(&mut self, parameters: &[(&'static str, String)]) -> Result<Turn<Granted>, ClaimError> {
        let server = &self.known.server;
        let at = server.authorization.as_ref().ok_or_else(|| ClaimError::Grant(server.host.clone()))?;
        let address = Authorization::address(at, parameters);
        self.stage = Stage::SignIn;
        Ok(Turn::Next(Next::SignIn(address)))
    }

    fn token(&mut self, context: &Context<'_>) -> Result<Turn<Granted>, ClaimError> {
        self.stage = Stage::Token;
        let url = self.known.server.token.clone();
        let mut fields: Vec<(&str, &str)> = Vec::new();
        match (&self.known.offer.pre_authorized, &self.authorization, &self.code) {
            (Some(grant), _, _) => {
                fields.push(("grant_type", "urn:ietf:params:oauth:grant-type:pre-authorized_code"));
                fields.push(("pre-authorized_code", grant.code.expose_secret()));
                if let Some(pin) = &self.pin {
                    let name = if grant.former_pin { "user_pin" } else { "tx_code" };
                    fields.push((name, pin.expose_secret()));
                }
                if let Some(client) = &self.client {
                    fields.push(("client_id", client));
                }
            }
            (None, Some(authorization), Some(code)) => {
                fields.push(("grant_type", "authorization_code"));
                fields.push(("code", code.expose_secret()));
                fields.push(("redirect_uri", authorization.redirect.as_str()));
                fields.push(("code_verifier", context.verifier));
                fields.push(("client_id", &authorization.client));
            }
            _ => return Err(ClaimError::NotAsked),
        }
        Ok(Turn::Next(Next::Send(Request::form(url, fields))))
    }

    fn answered(&mut self, response: &Response, context: &Context<'_>) -> Result<Turn<Granted>, ClaimError> {
        let host = self.known.server.host.clone();
        if response.is_success() {
            let token = Token::read(&object(response, &host)?, &host)?;
            let client = match &self.authorization {
                Some(authorization) => Some(authorization.client.clone()),
                None => self.client.clone(),
            };
            return Ok(Turn::Over(Granted { known: self.known.clone(), token, client }));
        }
        let word = error_word(response).unwrap_or_default();
        match word.as_str() {
            "invalid_grant" | "invalid_request" if self.pin.is_some() && self.pins < 3 => {
                self.pins += 1;
                self.pin = None;
                self.ask_pin(true)
            }
            "invalid_grant" => Err(ClaimError::Code(host)),
            "invalid_client" if self.client.is_none() && self.authorization.is_none() => {
                self.client = Some(context.holder.ed25519.did.clone());
                self.token(context)
            }
            "authorization_pending" | "slow_down" => {
                self.pending += 1;
                if self.pending > limits::DEFERRED {
                    return Err(ClaimError::Endless(host));
                }
                self.stage = Stage::Pending;
                Ok(Turn::Next(Next::Wait(response.retry_after.unwrap_or(5).min(10))))
            }
            "use_dpop_nonce" | "invalid_dpop_proof" => Err(ClaimError::BoundToken(host)),
            "use_attestation_challenge" | "invalid_client_attestation" => Err(ClaimError::Attestation(host)),
            _ => Err(refusal(response, &host)),
        }
    }
}
