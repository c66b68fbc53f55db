//! The token (OpenID4VCI 1.0, 6).

use std::collections::BTreeMap;

use secrecy::SecretString;
use strict_json::Value;

use crate::error::ClaimError;
use crate::limits;
use crate::read::{text, texts};

/// A token, and what was said with it.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) access: SecretString,
    /// For the proof; drafts up to 13 give it here.
    pub(super) nonce: Option<String>,
    /// Under which names each configuration may be asked for.
    pub(super) identifiers: BTreeMap<String, Vec<String>>,
}

impl Token {
    pub(super) fn read(value: &Value, host: &str) -> Result<Token, ClaimError> {
        let unreadable = || ClaimError::Unreadable(host.to_owned());
        let access = text(value, "access_token").ok_or_else(unreadable)?;
        // It goes into a header.
        if !access.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unreadable());
        }
        if text(value, "token_type").is_some_and(|kind| kind.eq_ignore_ascii_case("DPoP")) {
            return Err(ClaimError::BoundToken(host.to_owned()));
        }
        let mut identifiers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let details = value.get("authorization_details").and_then(Value::as_array);
        for detail in details.into_iter().flatten().take(limits::OFFERED) {
            let Some(configuration) = text(detail, "credential_configuration_id") else { continue };
            let names = texts(detail, "credential_identifiers", limits::IDENTIFIERS);
            identifiers
                .entry(configuration.to_owned())
                .or_default()
                .extend(names.into_iter().map(str::to_owned));
        }
        Ok(Token {
            access: SecretString::from(access.to_owned()),
            nonce: text(value, "c_nonce").map(str::to_owned),
            identifiers,
        })
    }
}
