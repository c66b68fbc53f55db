//! Signing in with the person's browser (OpenID4VCI 1.0, 5; RFC 6749, 7636, 8252, 9126, 9207).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use strict_json::json;
use url::Url;

use super::configuration::Configuration;
use super::offer::CodeGrant;
use super::server::Server;
use crate::error::ClaimError;
use crate::read::{same_issuer, shown};

/// One way to the browser and back.
#[derive(Clone, Debug)]
pub(super) struct Authorization {
    /// Where the browser comes back to.
    pub(super) redirect: Url,
    /// Who asks.
    pub(super) client: String,
    /// By which the answer is known again.
    pub(super) state: String,
    /// The secret of which only the digest is sent before the token is fetched.
    pub(super) verifier: String,
}

impl Authorization {
    /// The parameters of the request.
    pub(super) fn parameters(
        &self,
        server: &Server,
        grant: &CodeGrant,
        offered: &[Configuration],
    ) -> Vec<(&'static str, String)> {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()));
        let mut all = vec![
            ("response_type", "code".to_owned()),
            ("client_id", self.client.clone()),
            ("redirect_uri", self.redirect.to_string()),
            ("state", self.state.clone()),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256".to_owned()),
        ];
        let scopes: Vec<&str> = offered.iter().filter_map(|one| one.scope.as_deref()).collect();
        if scopes.len() == offered.len() && !server.details {
            all.push(("scope", scopes.join(" ")));
        } else {
            let details: Vec<_> = offered
                .iter()
                .map(|one| json!({ "type": "openid_credential", "credential_configuration_id": one.id }))
                .collect();
            all.push(("authorization_details", json!(details).to_string()));
        }
        if let Some(state) = &grant.issuer_state {
            all.push(("issuer_state", state.clone()));
        }
        all
    }

    /// The address for the browser.
    pub(super) fn address(at: &Url, parameters: &[(&'static str, String)]) -> Url {
        let mut url = at.clone();
        url.query_pairs_mut().extend_pairs(parameters);
        url
    }

    /// The code, if this is the answer to this request and it is a yes.
    pub(super) fn code(&self, returned: &Url, server: &Server) -> Result<String, ClaimError> {
        let other = || ClaimError::OtherAnswer(server.host.clone());
        let parameter = |wanted: &str| {
            let mut all = returned.query_pairs().filter(|(name, _)| name == wanted);
            let first = all.next().map(|(_, value)| value.into_owned());
            // Said twice it is nobody's.
            first.filter(|_| all.next().is_none())
        };
        if parameter("state").as_deref() != Some(self.state.as_str()) {
            return Err(other());
        }
        match parameter("iss") {
            Some(issuer) if !same_issuer(&issuer, &server.id) => return Err(other()),
            None if server.says_who => return Err(other()),
            _ => {}
        }
        if let Some(error) = parameter("error") {
            return Err(ClaimError::SignIn { host: server.host.clone(), error: shown(&error) });
        }
        parameter("code").filter(|code| !code.is_empty()).ok_or_else(other)
    }
}
