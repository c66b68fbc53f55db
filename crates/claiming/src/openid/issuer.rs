//! What an issuer says of itself (OpenID4VCI 1.0, 12.2).

use strict_json::Value;
use url::Url;

use super::configuration::Configuration;
use super::offer::CredentialOffer;
use crate::error::ClaimError;
use crate::read::{endpoint, https, same_issuer, shown, text, texts};
use crate::request::host;

/// The issuer's metadata, as far as a wallet needs them.
#[derive(Clone, Debug)]
pub(super) struct Issuer {
    pub(super) host: String,
    /// Its name, as the proof has to address it (`aud`).
    pub(super) id: String,
    /// Its authorization servers; empty: itself.
    pub(super) servers: Vec<Url>,
    pub(super) credential: Url,
    pub(super) nonce: Option<Url>,
    pub(super) deferred: Option<Url>,
    /// Only in servers of early drafts, which had no other place for it.
    pub(super) token: Option<Url>,
    /// What the offer names, in its order.
    pub(super) offered: Vec<Configuration>,
    /// Requests are made as since draft 15: by the configuration's name, with a list of proofs.
    pub(super) by_name: bool,
}

impl Issuer {
    pub(super) fn read(value: &Value, offer: &CredentialOffer) -> Result<Issuer, ClaimError> {
        let host = host(&offer.issuer);
        let named = text(value, "credential_issuer").unwrap_or_default();
        if !same_issuer(named, &offer.issuer_id) {
            return Err(ClaimError::OtherIssuer { host, named: shown(named) });
        }
        if value.pointer("/credential_response_encryption/encryption_required") == Some(&Value::Bool(true)) {
            return Err(ClaimError::Encryption(host));
        }
        let names = if value.get("authorization_servers").is_some() {
            "authorization_servers"
        } else {
            "authorization_server"
        };
        let servers = texts(value, names, 8).into_iter().map(https).collect::<Result<Vec<_>, _>>()?;
        let nonce = endpoint(value, "nonce_endpoint")?;
        let mut by_name = nonce.is_some();
        let mut offered = Vec::new();
        for id in &offer.configurations {
            let found =
                configuration(value, id).ok_or_else(|| ClaimError::UnknownCredential(host.clone()))?;
            by_name |= found.get("credential_metadata").is_some();
            offered.push(Configuration::read(id, found, &host)?);
        }
        Ok(Issuer {
            id: named.to_owned(),
            servers,
            credential: endpoint(value, "credential_endpoint")?
                .ok_or_else(|| ClaimError::Unreadable(host.clone()))?,
            nonce,
            deferred: endpoint(value, "deferred_credential_endpoint")?,
            token: endpoint(value, "token_endpoint")?,
            offered,
            by_name,
            host,
        })
    }
}

/// What an offer names: by its key, in early drafts by its `id` in a list.
fn configuration<'a>(value: &'a Value, id: &str) -> Option<&'a Value> {
    if let Some(found) = value.get("credential_configurations_supported").and_then(|all| all.get(id)) {
        return Some(found);
    }
    match value.get("credentials_supported")? {
        Value::Array(list) => list.iter().take(256).find(|one| text(one, "id") == Some(id)),
        all => all.get(id),
    }
}
