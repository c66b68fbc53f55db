//! An offer as a text: what a person clicks, scans or pastes.

use openbadges::json;
use strict_json::Value;
use url::{Url, form_urlencoded};

use crate::error::ClaimError;
use crate::exchange::ExchangeOffer;
use crate::limits;
use crate::openid::{CredentialOffer, OpenIdOffer};
use crate::read::{https, text};
use crate::request::host;
use crate::step::Pin;

/// An offer, as far as its own text says: nobody has been asked.
#[derive(Clone, Debug)]
pub enum Offer {
    /// OpenID for Verifiable Credential Issuance.
    OpenId(OpenIdOffer),
    /// An exchange after VC-API.
    Exchange(ExchangeOffer),
}

/// The protocol of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// OpenID for Verifiable Credential Issuance.
    OpenId,
    /// An exchange after VC-API.
    Exchange,
}

/// What would be sent to the issuer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sends {
    /// The code in the offer.
    Code,
    /// The code that the person types in.
    Pin,
    /// What the person says of themselves in the browser.
    SignIn,
    /// The learner's own id.
    HolderId,
    /// A signature with the learner's key.
    Signature,
}

impl Offer {
    /// Reads an offer: an address of its own scheme (`openid-credential-offer:`, `dccrequest:` …), a web address that carries
    /// one, or the offer itself as JSON.
    ///
    /// # Errors
    /// [`ClaimError::NoOffer`], [`ClaimError::Offer`], [`ClaimError::Address`], [`ClaimError::Login`],
    /// [`ClaimError::BadgeConnect`].
    pub fn read(input: &str) -> Result<Offer, ClaimError> {
        let input = input.trim();
        if input.is_empty() || input.len() > limits::OFFER {
            return Err(ClaimError::NoOffer);
        }
        if input.starts_with('{') {
            let value = json::read(input.as_bytes()).map_err(|_| ClaimError::NoOffer)?;
            return message(&value);
        }
        let (scheme, rest) = input.split_once(':').ok_or(ClaimError::NoOffer)?;
        let query = rest.split_once('?').map_or("", |(_, query)| query);
        match scheme.to_ascii_lowercase().as_str() {
            "openid-credential-offer" | "haip" | "haip-vci" | "openid-vc" => openid(query),
            "dccrequest" | "org.dcconsortium" => dcc(query),
            "interaction" => Ok(Offer::Exchange(ExchangeOffer::Interaction(https(rest)?))),
            "https" => by_address(input, query),
            _ => Err(ClaimError::NoOffer),
        }
    }

    /// Its protocol.
    pub fn protocol(&self) -> Protocol {
        match self {
            Offer::OpenId(_) => Protocol::OpenId,
            Offer::Exchange(_) => Protocol::Exchange,
        }
    }

    /// Every host that it names, the one that would be asked first in front.
    pub fn hosts(&self) -> Vec<String> {
        let urls: Vec<&Url> = match self {
            Offer::OpenId(offer) => offer.addresses(),
            Offer::Exchange(offer) => offer.addresses(),
        };
        let mut hosts: Vec<String> = Vec::new();
        for host in urls.into_iter().map(host) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }

    /// What the issuer calls what it offers; empty where the offer does not say.
    pub fn offered(&self) -> &[String] {
        match self {
            Offer::OpenId(OpenIdOffer::Whole(offer)) => &offer.configurations,
            _ => &[],
        }
    }

    /// The code that the person has to type in, as far as the offer says.
    pub fn pin(&self) -> Option<&Pin> {
        match self {
            Offer::OpenId(OpenIdOffer::Whole(offer)) => offer.pre_authorized.as_ref()?.pin.as_ref(),
            _ => None,
        }
    }

    /// What would be sent.
    pub fn sends(&self) -> Vec<Sends> {
        let mut sends = Vec::new();
        match self {
            Offer::OpenId(OpenIdOffer::Whole(offer)) if offer.pre_authorized.is_some() => {
                sends.push(Sends::Code);
                if self.pin().is_some() {
                    sends.push(Sends::Pin);
                }
            }
            Offer::OpenId(OpenIdOffer::Whole(_)) => sends.push(Sends::SignIn),
            // What it holds is not known before it was fetched.
            Offer::OpenId(OpenIdOffer::At(_)) => sends.push(Sends::Code),
            Offer::Exchange(_) => {}
        }
        sends.extend([Sends::HolderId, Sends::Signature]);
        sends
    }
}

fn parameter(query: &str, wanted: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == wanted)
        .map(|(_, value)| value.into_owned())
}

/// An ordinary web address that carries an offer.
fn by_address(input: &str, query: &str) -> Result<Offer, ClaimError> {
    if parameter(query, "credential_offer").is_some() || parameter(query, "credential_offer_uri").is_some() {
        return openid(query);
    }
    let url = https(input)?;
    let universal = url.host_str() == Some("lcw.app") && url.path().starts_with("/request");
    if universal || parameter(query, "vc_request_url").is_some() {
        return dcc(query);
    }
    if parameter(query, "iuv").as_deref() == Some("1") {
        return Ok(Offer::Exchange(ExchangeOffer::Interaction(url)));
    }
    // Accounts, which are no offers: said as what they are.
    let connect = url.path().ends_with("/.well-known/badgeconnect.json") || url.path().starts_with("/bcv1/");
    // The Open Badges 3.0 API registers a client under `https` addresses of one host alone, the one it comes back to among
    // them ("Register with Authorization Server"); so did the one before it.
    if connect || url.path().contains("/ims/ob/v3p0/") {
        return Err(ClaimError::BadgeConnect(host(&url)));
    }
    Err(ClaimError::NoOffer)
}

/// OpenID4VCI 1.0, 4.1: by value or by reference, never both.
fn openid(query: &str) -> Result<Offer, ClaimError> {
    match (parameter(query, "credential_offer"), parameter(query, "credential_offer_uri")) {
        (Some(value), None) => {
            let value = json::read(value.as_bytes()).map_err(|_| ClaimError::Offer)?;
            Ok(Offer::OpenId(OpenIdOffer::Whole(Box::new(CredentialOffer::read(&value)?))))
        }
        (None, Some(uri)) => Ok(Offer::OpenId(OpenIdOffer::At(https(&uri)?))),
        _ => Err(ClaimError::Offer),
    }
}

/// Deep links of the Digital Credentials Consortium: an address to answer at, or a whole message.
fn dcc(query: &str) -> Result<Offer, ClaimError> {
    if let Some(request) = parameter(query, "request") {
        let value = json::read(request.as_bytes()).map_err(|_| ClaimError::Offer)?;
        return message(&value);
    }
    let (before, after) = query.split_once("vc_request_url=").ok_or(ClaimError::Offer)?;
    let address = request_address(after);
    let url = https(&address)?;
    // With `code` the wallet would have to sign in at the issuer's own provider, as a wallet that it knows.
    if parameter(query, "auth_type").as_deref() == Some("code") {
        return Err(ClaimError::Login(host(&url)));
    }
    let rest = after.get(address.len()..).unwrap_or_default();
    let challenge = parameter(before, "challenge")
        .or_else(|| parameter(rest, "challenge"))
        .or_else(|| parameter(after, "challenge"))
        .or_else(|| parameter(url.query().unwrap_or_default(), "challenge"));
    Ok(Offer::Exchange(match challenge {
        Some(challenge) if challenge.len() <= limits::TOKEN => ExchangeOffer::Direct { url, challenge },
        _ => ExchangeOffer::Begin(url),
    }))
}

/// The value of `vc_request_url`, which is often not escaped: with a query of its own it runs to the end.
fn request_address(after: &str) -> String {
    let first = after.split('&').next().unwrap_or_default();
    if first.contains("://") {
        let whole = if first.contains('?') { after } else { first };
        return whole.to_owned();
    }
    form_urlencoded::parse(format!("a={first}").as_bytes()).map(|(_, value)| value.into_owned()).collect()
}

/// A message to a wallet as JSON: an OpenID offer, a choice of protocols, or a request for a presentation.
pub(crate) fn message(value: &Value) -> Result<Offer, ClaimError> {
    if value.get("credential_issuer").is_some() {
        return Ok(Offer::OpenId(OpenIdOffer::Whole(Box::new(CredentialOffer::read(value)?))));
    }
    if let Some(protocols) = value.get("protocols") {
        return by_protocol(protocols);
    }
    ExchangeOffer::request(value).map(Offer::Exchange)
}

/// One of the protocols that an interaction offers (VC-API, interaction URLs).
pub(crate) fn by_protocol(protocols: &Value) -> Result<Offer, ClaimError> {
    if let Some(address) = text(protocols, "vcapi") {
        return Ok(Offer::Exchange(ExchangeOffer::Begin(https(address)?)));
    }
    let named = ["OID4VCI", "oid4vci", "OpenID4VCI"].iter().find_map(|name| text(protocols, name));
    let offer = named.ok_or(ClaimError::Offer)?;
    let query = offer.split_once('?').map_or("", |(_, query)| query);
    match offer.split_once(':') {
        Some(("https", _)) if !query.contains("credential_offer") => {
            Ok(Offer::OpenId(OpenIdOffer::At(https(offer)?)))
        }
        _ => openid(query),
    }
}
