use secrecy::SecretString;
use strict_json::Value;
use url::Url;

use crate::error::ClaimError;
use crate::limits;
use crate::read::{https, shown, text, texts};
use crate::step::Pin;

/// An offer, or where it stands.
#[derive(Clone, Debug)]
pub enum OpenIdOffer {
    /// The offer itself.
    Whole(Box<CredentialOffer>),
    /// Its address (`credential_offer_uri`).
    At(Url),
}

impl OpenIdOffer {
    /// The addresses that it names.
    pub(crate) fn addresses(&self) -> Vec<&Url> {
        match self {
            OpenIdOffer::Whole(offer) => std::iter::once(&offer.issuer).chain(offer.server()).collect(),
            OpenIdOffer::At(url) => vec![url],
        }
    }
}

/// A credential offer (OpenID4VCI 1.0, 4.1.1).
#[derive(Clone, Debug)]
pub struct CredentialOffer {
    /// The issuer, by which its metadata are found.
    pub issuer: Url,
    /// The issuer exactly as the offer writes it.
    pub issuer_id: String,
    /// What is offered, in the issuer's names (`credential_configuration_ids`).
    pub configurations: Vec<String>,
    /// To be had with a code that is in the offer.
    pub pre_authorized: Option<PreAuthorized>,
    /// To be had by signing in.
    pub code: Option<CodeGrant>,
}

/// A code in the offer, good for one token (`urn:ietf:params:oauth:grant-type:pre-authorized_code`).
#[derive(Clone, Debug)]
pub struct PreAuthorized {
    /// The code.
    pub(crate) code: SecretString,
    /// The second code, which the person has from elsewhere.
    pub(crate) pin: Option<Pin>,
    /// It is sent by the name of the drafts before 13 (`user_pin`).
    pub(crate) former_pin: bool,
    /// Which of the issuer's authorization servers takes it.
    pub(crate) server: Option<Url>,
}

/// Signing in (`authorization_code`).
#[derive(Clone, Debug, Default)]
pub struct CodeGrant {
    /// By which the issuer knows its offer again.
    pub(crate) issuer_state: Option<String>,
    /// Which of the issuer's authorization servers signs in.
    pub(crate) server: Option<Url>,
}

impl CredentialOffer {
    /// Reads an offer.
    ///
    /// # Errors
    /// [`ClaimError::Offer`], [`ClaimError::Address`].
    pub fn read(value: &Value) -> Result<CredentialOffer, ClaimError> {
        let issuer_id = text(value, "credential_issuer").ok_or(ClaimError::Offer)?.to_owned();
        let issuer = https(&issuer_id)?;
        // Up to draft 12 they were called `credentials`; in those some are objects, which name nothing.
        let name = ["credential_configuration_ids", "credentials"]
            .into_iter()
            .find(|name| value.get(name).is_some());
        let list = value.get(name.ok_or(ClaimError::Offer)?).and_then(Value::as_array).map_or(0, Vec::len);
        if list > limits::OFFERED {
            return Err(ClaimError::Endless(crate::request::host(&issuer)));
        }
        let configurations: Vec<String> =
            texts(value, name.unwrap_or_default(), limits::OFFERED).into_iter().map(str::to_owned).collect();
        if configurations.is_empty() {
            return Err(ClaimError::Offer);
        }
        let grants = value.get("grants");
        let grant = |name: &str| grants.and_then(|grants| grants.get(name)).filter(|grant| grant.is_object());
        let pre_authorized =
            grant("urn:ietf:params:oauth:grant-type:pre-authorized_code").map(pre_authorized);
        let code = grant("authorization_code").map(|grant| {
            let issuer_state = text(grant, "issuer_state").map(str::to_owned);
            Ok(CodeGrant { issuer_state, server: server(grant)? })
        });
        let mut offer = CredentialOffer {
            issuer,
            issuer_id,
            configurations,
            pre_authorized: pre_authorized.transpose()?,
            code: code.transpose()?,
        };
        // Without grants the wallet has to find out by itself (4.1.1): signing in is what is left.
        if offer.pre_authorized.is_none() && offer.code.is_none() {
            offer.code = Some(CodeGrant::default());
        }
        Ok(offer)
    }

    /// The authorization server that the offer names.
    pub(crate) fn server(&self) -> Option<&Url> {
        match (&self.pre_authorized, &self.code) {
            (Some(grant), _) => grant.server.as_ref(),
            (None, Some(grant)) => grant.server.as_ref(),
            (None, None) => None,
        }
    }
}

fn server(grant: &Value) -> Result<Option<Url>, ClaimError> {
    text(grant, "authorization_server").map(https).transpose()
}

fn pre_authorized(grant: &Value) -> Result<PreAuthorized, ClaimError> {
    let code = text(grant, "pre-authorized_code").ok_or(ClaimError::Offer)?;
    let former_pin = grant.get("user_pin_required").and_then(Value::as_bool) == Some(true);
    let pin = match grant.get("tx_code") {
        Some(asked @ Value::Object(_)) => Some(Pin {
            digits: text(asked, "input_mode") != Some("text"),
            length: asked.get("length").and_then(Value::as_u64).and_then(|length| u32::try_from(length).ok()),
            description: text(asked, "description").map(shown),
            wrong: false,
        }),
        _ if former_pin => Some(Pin { digits: true, ..Pin::default() }),
        _ => None,
    };
    Ok(PreAuthorized {
        code: SecretString::from(code.to_owned()),
        former_pin: former_pin && grant.get("tx_code").is_none(),
        pin,
        server: server(grant)?,
    })
}
