//! What an exchange begins with, and what it asks for (VC-API; Verifiable Presentation Request).

use strict_json::{Value, each};
use url::{Host, Url};

use super::presentation::Suite;
use crate::error::ClaimError;
use crate::read::{https, shown, text, texts};
use crate::request::host;

/// What an exchange begins with.
#[derive(Clone, Debug)]
pub enum ExchangeOffer {
    /// An address that says by which protocols it goes on (`?iuv=1`).
    Interaction(Url),
    /// An address that an exchange is begun at, by sending nothing.
    Begin(Url),
    /// An address that wants a signed presentation at once, over this challenge.
    Direct {
        /// The address.
        url: Url,
        /// What the signature is over.
        challenge: String,
    },
    /// A request for a presentation, with the address to answer at.
    Request(Box<PresentationRequest>),
}

impl ExchangeOffer {
    /// A message that asks for a presentation and says where to send it.
    pub(crate) fn request(value: &Value) -> Result<ExchangeOffer, ClaimError> {
        let asked = value.get("verifiablePresentationRequest").unwrap_or(value);
        if asked.get("query").is_none() {
            return Err(ClaimError::NoOffer);
        }
        let request = PresentationRequest::read(asked)?;
        if request.endpoint.is_none() {
            return Err(ClaimError::Offer);
        }
        Ok(ExchangeOffer::Request(Box::new(request)))
    }

    /// The addresses that it names.
    pub(crate) fn addresses(&self) -> Vec<&Url> {
        match self {
            ExchangeOffer::Interaction(url)
            | ExchangeOffer::Begin(url)
            | ExchangeOffer::Direct { url, .. } => vec![url],
            ExchangeOffer::Request(request) => request.endpoint.iter().map(|(url, _)| url).collect(),
        }
    }
}

/// What is sent as the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// The presentation by itself, as early issuers have it.
    Bare,
    /// `{"verifiablePresentation": …}`.
    Message,
}

/// A request for a presentation.
#[derive(Clone, Debug)]
pub struct PresentationRequest {
    pub(crate) challenge: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) endpoint: Option<(Url, Wrapping)>,
    /// What it asks for beside who one is.
    pub(crate) others: Vec<String>,
    pub(crate) authenticates: bool,
    /// Methods of DIDs that are taken; empty: any.
    pub(crate) methods: Vec<String>,
    /// Suites that are taken; empty: any.
    pub(crate) suites: Vec<String>,
}

impl PresentationRequest {
    pub(crate) fn read(value: &Value) -> Result<PresentationRequest, ClaimError> {
        let mut request = PresentationRequest {
            challenge: text(value, "challenge").map(str::to_owned),
            domain: text(value, "domain").map(str::to_owned),
            endpoint: endpoint(value)?,
            others: Vec::new(),
            authenticates: false,
            methods: Vec::new(),
            suites: Vec::new(),
        };
        for query in list(value.get("query")) {
            match text(query, "type").unwrap_or_default() {
                "DIDAuthentication" | "DIDAuth" => {
                    request.authenticates = true;
                    request.methods = named(query, "acceptedMethods", "method");
                    request.suites = named(query, "acceptedCryptosuites", "cryptosuite");
                }
                other => request.others.push(shown(other)),
            }
        }
        Ok(request)
    }

    /// Why this cannot be answered, if it cannot. `at` is where the answer would go.
    pub(crate) fn refusal(&self, at: &Url) -> Option<ClaimError> {
        let asking = host(at);
        if let Some(kind) = self.others.first() {
            return Some(ClaimError::Query { host: asking, kind: kind.clone() });
        }
        if !self.authenticates || self.challenge.is_none() {
            return Some(ClaimError::Unreadable(asking));
        }
        if let Some(domain) = &self.domain
            && !names(domain, at)
        {
            return Some(ClaimError::Domain { host: asking, domain: shown(domain) });
        }
        if !self.methods.is_empty()
            && !self.methods.iter().any(|method| method == "key" || method == "did:key")
        {
            return Some(ClaimError::KeyKind(shown(&self.methods.join(", "))));
        }
        if Suite::among(&self.suites).is_none() {
            return Some(ClaimError::KeyKind(shown(&self.suites.join(", "))));
        }
        None
    }
}

/// Whether a domain is the host of this address. Some write it as an address.
fn names(domain: &str, at: &Url) -> bool {
    if let Ok(url) = Url::parse(domain)
        && url.host().is_some()
    {
        return url.host() == at.host() && url.port_or_known_default() == at.port_or_known_default();
    }
    let (name, port) = domain.rsplit_once(':').unwrap_or((domain, ""));
    let port_fits = port.is_empty() || port.parse().ok() == at.port_or_known_default();
    port_fits && Host::parse(name).ok() == at.host().map(|host| host.to_owned())
}

/// Where the answer goes; none: to where the question came from.
fn endpoint(value: &Value) -> Result<Option<(Url, Wrapping)>, ClaimError> {
    let services = value.pointer("/interact/service");
    for service in list(services) {
        let wrapping = match text(service, "type").unwrap_or_default() {
            "UnmediatedPresentationService2021" => Wrapping::Bare,
            "UnmediatedHttpPresentationService2021" | "VerifiableCredentialApiExchangeService" => {
                Wrapping::Message
            }
            _ => continue,
        };
        if let Some(address) = text(service, "serviceEndpoint") {
            return Ok(Some((https(address)?, wrapping)));
        }
    }
    Ok(None)
}

/// One or several, at most sixteen.
fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    each(value).take(16)
}

/// A list of names, or of objects that each hold a name.
fn named(query: &Value, list: &str, member: &str) -> Vec<String> {
    let mut names: Vec<String> = texts(query, list, 32).into_iter().map(str::to_owned).collect();
    let objects = query.get(list).and_then(Value::as_array).into_iter().flatten().take(32);
    names.extend(objects.filter_map(|one| text(one, member)).map(str::to_owned));
    names
}
