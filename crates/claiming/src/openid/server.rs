//! What an authorization server says of itself (RFC 8414).

use strict_json::Value;
use url::Url;

use super::issuer::Issuer;
use crate::error::ClaimError;
use crate::read::{endpoint, same_issuer, shown, text, texts};
use crate::request::host;

/// The authorization server's metadata, as far as a wallet needs them.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pub(super) host: String,
    /// Its name.
    pub(super) id: String,
    pub(super) token: Url,
    pub(super) authorization: Option<Url>,
    pub(super) registration: Option<Url>,
    pub(super) pushed: Option<Url>,
    /// It says who it is when the browser comes back (RFC 9207).
    pub(super) says_who: bool,
    /// A pre-authorized code is taken from clients without a name.
    pub(super) anonymous: bool,
    /// It knows `authorization_details` (RFC 9396) of credentials.
    pub(super) details: bool,
}

impl Server {
    pub(super) fn read(value: &Value, asked: &Url) -> Result<Server, ClaimError> {
        let host = host(asked);
        let named = text(value, "issuer").unwrap_or_default();
        if !same_issuer(named, asked.as_str()) {
            return Err(ClaimError::OtherIssuer { host, named: shown(named) });
        }
        let is = |name: &str| value.get(name).and_then(Value::as_bool);
        Ok(Server {
            id: named.to_owned(),
            token: endpoint(value, "token_endpoint")?.ok_or_else(|| ClaimError::Unreadable(host.clone()))?,
            authorization: endpoint(value, "authorization_endpoint")?,
            registration: endpoint(value, "registration_endpoint")?,
            pushed: endpoint(value, "pushed_authorization_request_endpoint")?,
            says_who: is("authorization_response_iss_parameter_supported") == Some(true),
            anonymous: is("pre-authorized_grant_anonymous_access_supported") != Some(false),
            details: texts(value, "authorization_details_types_supported", 64).contains(&"openid_credential"),
            host,
        })
    }

    /// A server that says nothing of itself, of an issuer that names the address for tokens.
    pub(super) fn of_issuer(issuer: &Issuer, token: &Url) -> Server {
        Server {
            host: issuer.host.clone(),
            id: issuer.id.clone(),
            token: token.clone(),
            authorization: None,
            registration: None,
            pushed: None,
            says_who: false,
            anonymous: true,
            details: false,
        }
    }
}
