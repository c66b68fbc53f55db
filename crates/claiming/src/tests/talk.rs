//! A claim as a conversation that is written down.

use std::collections::BTreeMap;

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use strict_json::{Value, json};
use url::Url;

use crate::{
    Claim, ClaimError, Claimed, Holder, HolderName, Next, Offer, Pin, Reply, Request, Response, Statement,
};

/// What the other side answers: status and body.
pub(super) type Said = (u16, Value);

/// Everything that is not the issuer: what the learner says, and what was heard.
#[derive(Default)]
pub(super) struct Talk {
    /// What is typed in, one after another.
    pub(super) pins: Vec<&'static str>,
    /// What the browser comes back with: parameters, `STATE` stands for the right one.
    pub(super) returns: Option<&'static str>,
    /// What was sent: method, address, body.
    pub(super) sent: Vec<(String, String)>,
    /// The hosts that were asked about.
    pub(super) hosts: Vec<String>,
    /// What was signed.
    pub(super) signed: Vec<Statement>,
    /// The page that was opened.
    pub(super) opened: Option<Url>,
    /// Seconds waited.
    pub(super) waited: u64,
    /// Times a code was asked for.
    pub(super) asked: Vec<Pin>,
}

pub(super) fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

pub(super) fn holder() -> Holder {
    let name = |key: &str| HolderName {
        did: format!("did:key:{key}"),
        method: format!("did:key:{key}#{key}"),
        jwk: json!({ "kty": "x", "x": key }),
    };
    Holder { ed25519: name("z6Mk1"), p256: name("zDn1") }
}

impl Talk {
    /// Claims an offer. `issuer` answers; a request that it does not know is a mistake of the test.
    pub(super) fn claim(
        &mut self,
        offer: &str,
        issuer: &mut dyn FnMut(&str, &str) -> Said,
    ) -> Result<Claimed, ClaimError> {
        let mut claim = Claim::new(Offer::read(offer)?, holder(), &std::array::from_fn(|at| at as u8));
        let mut reply = Reply::Start;
        for _ in 0..1000 {
            reply = match claim.advance(reply, now())? {
                Next::Hosts(hosts) => {
                    self.hosts = hosts;
                    Reply::Agreed
                }
                Next::Send(request) => {
                    let (asked, body) = heard(&request);
                    self.sent.push((asked.clone(), body.clone()));
                    let (status, answer) = issuer(&asked, &body);
                    let body = match answer {
                        Value::String(text) => text.as_bytes().to_vec(),
                        other => other.to_string().into_bytes(),
                    };
                    Reply::Answered(Response { status, media_type: None, retry_after: None, body })
                }
                Next::Pin(pin) => {
                    self.asked.push(pin);
                    Reply::Pin(SecretString::from(self.pins.remove(0).to_owned()))
                }
                Next::Redirect { .. } => {
                    Reply::Redirect(self.returns.map(|_| Url::parse("http://127.0.0.1:4711/claim").unwrap()))
                }
                Next::SignIn(url) => {
                    let state = url.query_pairs().find(|(name, _)| name == "state");
                    let state = state.map_or_else(|| self.pushed_state(), |(_, value)| value.into_owned());
                    self.opened = Some(url);
                    let query = self.returns.unwrap().replace("STATE", &state);
                    Reply::Returned(Url::parse(&format!("http://127.0.0.1:4711/claim?{query}")).unwrap())
                }
                Next::Sign(statement) => {
                    self.signed.push(statement.clone());
                    Reply::Signed(match statement {
                        Statement::Jwt { .. } => json!(format!("proof-{}", self.signed.len())),
                        Statement::Presentation { mut document, mut proof } => {
                            proof["proofValue"] = json!("z1");
                            document["proof"] = proof;
                            document
                        }
                    })
                }
                Next::Wait(seconds) => {
                    self.waited += seconds;
                    Reply::Waited
                }
                Next::Done(claimed) => return Ok(claimed),
            };
        }
        panic!("it does not end");
    }

    /// The state of a request that was pushed before the page was opened.
    fn pushed_state(&self) -> String {
        let form = self.sent.iter().rev().find(|(_, body)| body.contains("state=")).unwrap();
        let fields: BTreeMap<String, String> =
            url::form_urlencoded::parse(form.1.as_bytes()).into_owned().collect();
        fields["state"].clone()
    }

    /// The body that was sent to an address.
    pub(super) fn sent_to(&self, asked: &str) -> &str {
        &self
            .sent
            .iter()
            .rev()
            .find(|(one, _)| one == asked)
            .unwrap_or_else(|| panic!("{asked}: {:?}", self.sent))
            .1
    }
}

fn heard(request: &Request) -> (String, String) {
    let method = format!("{:?}", request.method).to_uppercase();
    let token = request.bearer.as_ref().map(|token| format!(" [{}]", token.expose_secret()));
    let body = request.content.as_ref().map(|content| content.bytes.expose_secret().to_vec());
    let body = String::from_utf8(body.unwrap_or_default()).unwrap();
    (format!("{method} {}{}", request.url, token.unwrap_or_default()), body)
}
