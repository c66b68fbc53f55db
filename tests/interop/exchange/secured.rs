//! A secured credential, as it goes from one to the other.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use strict_json::Value;

use super::damage::Damage;
use super::securings::{Securing, Signer};

/// JSON with a proof inside or none, or a compact JWS.
#[derive(Clone, Debug)]
pub(super) enum Secured {
    Json(Value),
    Token(String),
}

impl Secured {
    pub(super) fn text(&self) -> String {
        match self {
            Secured::Json(value) => value.to_string(),
            Secured::Token(token) => token.clone(),
        }
    }
}

/// One of the 500.
pub(super) struct Case {
    pub(super) securing: &'static Securing,
    pub(super) signer: Signer,
    pub(super) secured: Secured,
    pub(super) damage: Option<Damage>,
    /// What the host of a hosted one serves.
    pub(super) served: Option<Value>,
}

/// A JWS as three parts, the first two of them as JSON.
pub(super) struct Parts {
    pub(super) header: Value,
    pub(super) payload: Value,
    pub(super) signature: String,
}

impl Parts {
    pub(super) fn of(token: &str) -> Parts {
        let parts: Vec<&str> = token.split('.').collect();
        let json = |part: &str| {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("JSON")
        };
        Parts { header: json(parts[0]), payload: json(parts[1]), signature: parts[2].to_owned() }
    }

    pub(super) fn token(&self) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.{}", part(&self.header), part(&self.payload), self.signature)
    }
}
