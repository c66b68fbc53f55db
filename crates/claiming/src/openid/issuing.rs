//! From a token to the credentials.

use std::collections::VecDeque;

use strict_json::{Value, json};

use super::authorizing::Granted;
use super::configuration::{Configuration, ProofKind};
use super::issue::{self, Issued, Spelling};
use super::machine::Context;
use super::proof;
use crate::error::ClaimError;
use crate::limits;
use crate::read::{error_word, object, refusal, text};
use crate::request::{Request, Response};
use crate::step::{Claimed, Credential, Next, Reply, Signer};

#[derive(Clone, Debug)]
pub(super) struct Issuing {
    granted: Granted,
    stage: Stage,
    /// What is still to be asked for, the present one in front.
    todo: VecDeque<(Configuration, Option<String>)>,
    spelling: Spelling,
    respelled: bool,
    attempts: u32,
    nonce: Option<String>,
    transaction: Option<String>,
    asked_later: u32,
    waited: u64,
    bytes: usize,
    claimed: Claimed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Begin,
    Nonce,
    Sign,
    Credential,
    Wait,
    Deferred,
}

impl Issuing {
    pub(super) fn new(granted: Granted) -> Issuing {
        let issuer = &granted.known.issuer;
        let mut todo = VecDeque::new();
        for configuration in &issuer.offered {
            match granted.token.identifiers.get(&configuration.id).filter(|names| !names.is_empty()) {
                Some(names) => {
                    todo.extend(
                        names
                            .iter()
                            .take(limits::IDENTIFIERS)
                            .map(|name| (configuration.clone(), Some(name.clone()))),
                    );
                }
                None => todo.push_back((configuration.clone(), None)),
            }
        }
        Issuing {
            stage: Stage::Begin,
            todo,
            spelling: if issuer.by_name { Spelling::ByName } else { Spelling::ByFormat },
            respelled: false,
            attempts: 0,
            nonce: granted.token.nonce.clone(),
            transaction: None,
            asked_later: 0,
            waited: 0,
            bytes: 0,
            claimed: Claimed::default(),
            granted,
        }
    }

    pub(super) fn advance(&mut self, reply: Reply, context: &Context<'_>) -> Result<Next, ClaimError> {
        match (self.stage, reply) {
            (Stage::Begin, Reply::Start) => self.begin(context),
            (Stage::Nonce, Reply::Answered(response)) => self.nonce(&response, context),
            (Stage::Sign, Reply::Signed(Value::String(proof))) => self.ask(Some(&proof)),
            (Stage::Credential, Reply::Answered(response)) => self.answered(&response, context),
            (Stage::Wait, Reply::Waited) => self.ask_later(),
            (Stage::Deferred, Reply::Answered(response)) => self.later_answered(&response, context),
            _ => Err(ClaimError::NotAsked),
        }
    }

    fn host(&self) -> String {
        self.granted.known.issuer.host.clone()
    }

    /// The next credential, or the end.
    fn begin(&mut self, context: &Context<'_>) -> Result<Next, ClaimError> {
        let issuer = &self.granted.known.issuer;
        let Some((configuration, _)) = self.todo.front() else {
            if self.claimed.credentials.is_empty() && self.claimed.later.is_none() {
                return Err(ClaimError::Nothing(self.host()));
            }
            return Ok(Next::Done(std::mem::take(&mut self.claimed)));
        };
        let Some(kind) = configuration.proof else { return self.ask(None) };
        if let (None, Some(nonce)) = (&self.nonce, &issuer.nonce) {
            self.stage = Stage::Nonce;
            return Ok(Next::Send(Request::post(nonce.clone())));
        }
        self.stage = Stage::Sign;
        let client = self.granted.client.as_deref();
        Ok(Next::Sign(proof::statement(
            kind,
            context.holder,
            &issuer.id,
            client,
            self.nonce.as_deref(),
            context.now,
        )))
    }

    fn nonce(&mut self, response: &Response, context: &Context<'_>) -> Result<Next, ClaimError> {
        let host = self.host();
        if !response.is_success() {
            return Err(refusal(response, &host));
        }
        let value = object(response, &host)?;
        let nonce = text(&value, "c_nonce").ok_or(ClaimError::Unreadable(host))?;
        self.nonce = Some(nonce.to_owned());
        self.begin(context)
    }

    fn ask(&mut self, proof: Option<&str>) -> Result<Next, ClaimError> {
        let (configuration, identifier) = self.todo.front().ok_or(ClaimError::NotAsked)?;
        let body = issue::request(configuration, identifier.as_deref(), self.spelling, proof);
        self.stage = Stage::Credential;
        let request = Request::json(self.granted.known.issuer.credential.clone(), &body);
        Ok(Next::Send(request.bearer(&self.granted.token.access)))
    }

    fn answered(&mut self, response: &Response, context: &Context<'_>) -> Result<Next, ClaimError> {
        let host = self.host();
        let value = object(response, &host).unwrap_or_default();
        // A nonce is good for one proof; drafts up to 13 give the next one here.
        self.nonce = text(&value, "c_nonce").map(str::to_owned);
        if response.is_success() {
            return match issue::issued(&value) {
                Issued::Now(all) => self.take(all, context),
                Issued::Later(transaction) => {
                    self.transaction = Some(transaction);
                    self.wait(&value, response, context)
                }
                Issued::Nothing => Err(ClaimError::Unreadable(host)),
            };
        }
        self.attempts += 1;
        if self.attempts >= limits::ATTEMPTS {
            return Err(refusal(response, &host));
        }
        match error_word(response).unwrap_or_default().as_str() {
            "invalid_proof" | "invalid_nonce" | "proof_required" | "invalid_or_missing_proof" => {
                let again = self.nonce.is_some() || self.granted.known.issuer.nonce.is_some();
                let Some((configuration, _)) = self.todo.front_mut() else {
                    return Err(ClaimError::NotAsked);
                };
                let shown_none = configuration.proof.is_none();
                if shown_none {
                    // The metadata did not say that a key is to be shown.
                    configuration.proof =
                        Some(ProofKind { signer: Signer::Ed25519, alg: "EdDSA", by_did: true });
                }
                if again || shown_none { self.begin(context) } else { Err(refusal(response, &host)) }
            }
            "unsupported_credential_type"
            | "unsupported_credential_format"
            | "invalid_credential_request"
            | "invalid_request"
            | "unknown_credential_configuration"
                if !self.respelled =>
            {
                self.respelled = true;
                self.spelling = self.spelling.other();
                if self.nonce.is_none() && self.granted.known.issuer.nonce.is_none() {
                    // The one that came with the token was not used up by a request that was not understood.
                    self.nonce.clone_from(&self.granted.token.nonce);
                }
                self.begin(context)
            }
            _ => Err(refusal(response, &host)),
        }
    }

    fn take(&mut self, all: Vec<Value>, context: &Context<'_>) -> Result<Next, ClaimError> {
        let (configuration, _) = self.todo.pop_front().ok_or(ClaimError::NotAsked)?;
        for credential in all {
            let bytes = issue::bytes(&credential);
            self.bytes += bytes.len();
            if self.bytes > limits::CLAIMED || self.claimed.credentials.len() >= limits::REQUESTS {
                return Err(ClaimError::Endless(self.host()));
            }
            let credential = Credential { name: configuration.name.clone(), bytes };
            // Several of one kind may be the same one several times.
            if !self.claimed.credentials.contains(&credential) {
                self.claimed.credentials.push(credential);
            }
        }
        self.transaction = None;
        (self.asked_later, self.attempts) = (0, 0);
        self.begin(context)
    }

    /// The issuer wants to look at it first: waited for a little while, then left for later.
    fn wait(
        &mut self,
        value: &Value,
        response: &Response,
        context: &Context<'_>,
    ) -> Result<Next, ClaimError> {
        let seconds =
            value.get("interval").and_then(Value::as_u64).or(response.retry_after).unwrap_or(5).max(1);
        let patient = self.asked_later < limits::DEFERRED
            && self.waited.saturating_add(seconds) <= limits::DEFERRED_SECONDS
            && self.granted.known.issuer.deferred.is_some();
        if patient {
            self.asked_later += 1;
            self.waited += seconds;
            self.stage = Stage::Wait;
            return Ok(Next::Wait(seconds));
        }
        self.claimed.later = Some(self.host());
        self.todo.pop_front();
        self.transaction = None;
        self.begin(context)
    }

    fn ask_later(&mut self) -> Result<Next, ClaimError> {
        let (Some(url), Some(transaction)) = (&self.granted.known.issuer.deferred, &self.transaction) else {
            return Err(ClaimError::NotAsked);
        };
        self.stage = Stage::Deferred;
        let body = json!({ "transaction_id": transaction });
        Ok(Next::Send(Request::json(url.clone(), &body).bearer(&self.granted.token.access)))
    }

    fn later_answered(&mut self, response: &Response, context: &Context<'_>) -> Result<Next, ClaimError> {
        let host = self.host();
        let value = object(response, &host).unwrap_or_default();
        if response.is_success() {
            return match issue::issued(&value) {
                Issued::Now(all) => self.take(all, context),
                Issued::Later(_) => self.wait(&value, response, context),
                Issued::Nothing => Err(ClaimError::Unreadable(host)),
            };
        }
        match error_word(response).as_deref() {
            Some("issuance_pending") => self.wait(&value, response, context),
            _ => Err(refusal(response, &host)),
        }
    }
}
