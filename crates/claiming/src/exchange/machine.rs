//! One exchange: messages there and back until there is nothing more to say.

use jiff::Timestamp;
use openbadges::json;
use strict_json::{Value, json};
use url::Url;

use super::presentation::{self, Suite};
use super::request::{ExchangeOffer, PresentationRequest, Wrapping};
use crate::error::ClaimError;
use crate::holder::Holder;
use crate::limits;
use crate::offer::{Offer, by_protocol};
use crate::read::{object, refusal, text};
use crate::request::{Request, Response, host};
use crate::step::{Claimed, Credential, Next, Reply};

/// What a message came to: something to do, or another offer that stands behind this one.
pub(crate) enum Turn {
    Next(Next),
    Offer(Offer),
}

#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    offer: ExchangeOffer,
    stage: Stage,
    rounds: u32,
    /// Where the last message went.
    at: Option<Url>,
    wrapping: Wrapping,
    claimed: Claimed,
    bytes: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Begin,
    Protocols,
    Sign,
    Message,
}

impl Exchange {
    pub(crate) fn new(offer: ExchangeOffer) -> Exchange {
        Exchange {
            offer,
            stage: Stage::Begin,
            rounds: 0,
            at: None,
            wrapping: Wrapping::Message,
            claimed: Claimed::default(),
            bytes: 0,
        }
    }

    pub(crate) fn advance(
        &mut self,
        reply: Reply,
        holder: &Holder,
        now: Timestamp,
    ) -> Result<Turn, ClaimError> {
        match (self.stage, reply) {
            (Stage::Begin, Reply::Start) => self.begin(holder, now),
            (Stage::Protocols, Reply::Answered(response)) => self.protocols(&response, holder, now),
            (Stage::Sign, Reply::Signed(presentation @ Value::Object(_))) => self.present(presentation),
            (Stage::Message, Reply::Answered(response)) => self.answered(&response, holder, now),
            _ => Err(ClaimError::NotAsked),
        }
    }

    fn begin(&mut self, holder: &Holder, now: Timestamp) -> Result<Turn, ClaimError> {
        match self.offer.clone() {
            ExchangeOffer::Interaction(url) => {
                self.at = Some(url.clone());
                self.stage = Stage::Protocols;
                Ok(Turn::Next(Next::Send(Request::get(url))))
            }
            ExchangeOffer::Begin(url) => Ok(self.send(url, &json!({}))),
            ExchangeOffer::Direct { url, challenge } => {
                self.at = Some(url);
                self.wrapping = Wrapping::Bare;
                self.stage = Stage::Sign;
                let (suite, domain) = (Suite::Ed25519Signature2020, self.host());
                let statement = presentation::statement(suite, &holder.ed25519, &challenge, &domain, now);
                Ok(Turn::Next(Next::Sign(statement)))
            }
            ExchangeOffer::Request(request) => self.answer_to(&request, holder, now),
        }
    }

    fn host(&self) -> String {
        self.at.as_ref().map(host).unwrap_or_default()
    }

    fn send(&mut self, url: Url, body: &Value) -> Turn {
        self.at = Some(url.clone());
        self.stage = Stage::Message;
        Turn::Next(Next::Send(Request::json(url, body)))
    }

    fn protocols(
        &mut self,
        response: &Response,
        holder: &Holder,
        now: Timestamp,
    ) -> Result<Turn, ClaimError> {
        let host = self.host();
        if !response.is_success() {
            return Err(refusal(response, &host));
        }
        // What is meant for people is a page.
        let value = object(response, &host).map_err(|_| ClaimError::WebPage(host.clone()))?;
        match value.get("protocols") {
            Some(protocols) => Ok(Turn::Offer(by_protocol(protocols)?)),
            // Some begin at once.
            None => self.message(&value, holder, now),
        }
    }

    /// Signs who one is, if that and nothing else is asked for.
    fn answer_to(
        &mut self,
        request: &PresentationRequest,
        holder: &Holder,
        now: Timestamp,
    ) -> Result<Turn, ClaimError> {
        let (url, wrapping) = match (&request.endpoint, &self.at) {
            (Some((url, wrapping)), _) => (url.clone(), *wrapping),
            (None, Some(at)) => (at.clone(), Wrapping::Message),
            (None, None) => return Err(ClaimError::Offer),
        };
        if let Some(error) = request.refusal(&url) {
            return Err(error);
        }
        let (Some(challenge), Some(suite)) = (&request.challenge, Suite::among(&request.suites)) else {
            return Err(ClaimError::Unreadable(host(&url)));
        };
        // Where no domain is named, it is the one that is answered to: nobody else can then use the signature.
        let domain = request.domain.clone().unwrap_or_else(|| host(&url));
        let statement = presentation::statement(suite, &holder.ed25519, challenge, &domain, now);
        self.at = Some(url);
        self.wrapping = wrapping;
        self.stage = Stage::Sign;
        Ok(Turn::Next(Next::Sign(statement)))
    }

    fn present(&mut self, presentation: Value) -> Result<Turn, ClaimError> {
        let url = self.at.clone().ok_or(ClaimError::NotAsked)?;
        let body = match self.wrapping {
            Wrapping::Bare => presentation,
            Wrapping::Message => json!({ "verifiablePresentation": presentation }),
        };
        Ok(self.send(url, &body))
    }

    fn answered(&mut self, response: &Response, holder: &Holder, now: Timestamp) -> Result<Turn, ClaimError> {
        let host = self.host();
        if !response.is_success() {
            return Err(match response.status {
                401 | 403 if self.rounds == 0 => ClaimError::Code(host),
                _ => refusal(response, &host),
            });
        }
        // A credential may also come as a bare token.
        let body = std::str::from_utf8(&response.body).unwrap_or_default().trim();
        if body.split('.').count() >= 3 && !body.starts_with(['{', '[', '"']) {
            return self.over(vec![body.as_bytes().to_vec()]);
        }
        let value = json::read(&response.body).map_err(|_| ClaimError::Unreadable(host.clone()))?;
        self.rounds += 1;
        if self.rounds > limits::ROUNDS {
            return Err(ClaimError::Endless(host));
        }
        self.message(&value, holder, now)
    }

    /// A message: what is given, what is asked for, or neither.
    fn message(&mut self, value: &Value, holder: &Holder, now: Timestamp) -> Result<Turn, ClaimError> {
        if let Some(given) = value.get("verifiablePresentation").filter(|given| !given.is_null()) {
            self.take(bytes(given))?;
        } else if is_credential(value) {
            // The very bytes would be wrapped in white space only.
            return self.over(vec![bytes(value)]);
        }
        let asked = value.get("verifiablePresentationRequest").filter(|asked| asked.is_object());
        let bare = || Some(value).filter(|value| value.get("query").is_some());
        if let Some(asked) = asked.or_else(bare) {
            let request = PresentationRequest::read(asked)?;
            // What was given is not lost because more is asked for in return.
            if !self.claimed.credentials.is_empty() && (!request.others.is_empty() || !request.authenticates)
            {
                return self.over(Vec::new());
            }
            return self.answer_to(&request, holder, now);
        }
        if self.claimed.credentials.is_empty() {
            let host = self.host();
            let page = ["redirectUrl", "redirect_url"].iter().any(|name| text(value, name).is_some());
            return Err(if page { ClaimError::WebPage(host) } else { ClaimError::Nothing(host) });
        }
        self.over(Vec::new())
    }

    fn take(&mut self, bytes: Vec<u8>) -> Result<(), ClaimError> {
        self.bytes += bytes.len();
        if self.bytes > limits::CLAIMED {
            return Err(ClaimError::Endless(self.host()));
        }
        self.claimed.credentials.push(Credential { name: String::new(), bytes });
        Ok(())
    }

    fn over(&mut self, given: Vec<Vec<u8>>) -> Result<Turn, ClaimError> {
        for bytes in given {
            self.take(bytes)?;
        }
        Ok(Turn::Next(Next::Done(std::mem::take(&mut self.claimed))))
    }
}

/// A presentation or credential by itself, or a list of them.
fn is_credential(value: &Value) -> bool {
    let kinds = |value: &Value| {
        let list = value.get("type").or_else(|| value.get("@type"));
        match list {
            Some(Value::String(one)) => vec![one.to_string()],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    };
    let one = |value: &Value| {
        kinds(value).iter().any(|kind| {
            matches!(
                kind.as_str(),
                "VerifiableCredential"
                    | "VerifiablePresentation"
                    | "EnvelopedVerifiableCredential"
                    | "EnvelopedVerifiablePresentation"
            )
        })
    };
    match value {
        Value::Array(all) => !all.is_empty() && all.iter().all(one),
        other => one(other),
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    match value {
        Value::String(token) => token.as_bytes().to_vec(),
        other => other.to_string().into_bytes(),
    }
}
