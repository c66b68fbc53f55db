//! Compact JWS and JWT (RFC 7515, 7519).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::Jws;
use strict_json::{Map, Value};

use super::{Key, SignError};
use crate::key::{Algorithm, Controller, named};

/// A compact JWS over `payload`.
pub fn jws(
    payload: &[u8],
    alg: &str,
    kid: Option<&str>,
    typ: Option<&str>,
    key: &Key,
) -> Result<String, SignError> {
    let algorithm = Algorithm::of_jose(alg).ok_or_else(|| SignError::Suite(alg.to_owned()))?;
    if !key.signs(algorithm) {
        return Err(SignError::Kind(alg.to_owned()));
    }
    let mut header = Map::new();
    header.insert("alg", alg.into());
    for (name, value) in [("kid", kid), ("typ", typ)] {
        if let Some(value) = value {
            header.insert(name, value.into());
        }
    }
    signed(&header, payload, algorithm, key)
}

/// A compact JWS with a header of one's own making.
fn signed(header: &Map, payload: &[u8], algorithm: Algorithm, key: &Key) -> Result<String, SignError> {
    let header = Value::Object(header.clone()).to_string();
    let input = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(key.sign_as(algorithm, input.as_bytes())?);
    Ok(format!("{input}.{signature}"))
}

/// A JWT over claims: for Open Badges 3.0 the credential with `iss`, `sub`, `jti`, `nbf`.
pub fn jwt(claims: Value, alg: &str, kid: Option<&str>, typ: &str, key: &Key) -> Result<String, SignError> {
    jws(claims.to_string().as_bytes(), alg, kid, Some(typ), key)
}

/// Why a JWS under its own name's key does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwsCheckError {
    /// It is no compact JWS.
    #[error("no signed text")]
    Malformed,
    /// Its `kid` is no `did:key` or `did:jwk`.
    #[error("its key is not its name")]
    Key,
    /// It asks for something that is not known, or for no protection.
    #[error("its header asks for what is not done here")]
    Header,
    /// The signature does not fit.
    #[error("the signature does not fit")]
    Altered,
}

impl JwsCheckError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            JwsCheckError::Malformed => "jws-check.malformed",
            JwsCheckError::Key => "jws-check.key",
            JwsCheckError::Header => "jws-check.header",
            JwsCheckError::Altered => "jws-check.altered",
        }
    }
}

/// A JWS whose signature is good.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// It, taken apart.
    pub jws: Jws,
    /// The DID whose key signed it.
    pub did: String,
}

/// Checks a compact JWS whose `kid` is a `did:key` or `did:jwk`: a manifest of a shared profile, a learner's statement.
pub fn check_jws(text: &str) -> Result<Checked, JwsCheckError> {
    let jws = Jws::parse(text).map_err(|_| JwsCheckError::Malformed)?;
    let algorithm = crate::proof::jwt::algorithm(&jws).map_err(|_| JwsCheckError::Header)?;
    if crate::proof::jwt::critical(&jws).is_some() {
        return Err(JwsCheckError::Header);
    }
    let name = named(jws.kid().ok_or(JwsCheckError::Key)?).map_err(|_| JwsCheckError::Key)?;
    let Controller::Itself(key) = &name.controller else { return Err(JwsCheckError::Key) };
    key.verify(algorithm, jws.signing_input(), jws.signature()).map_err(|_| JwsCheckError::Altered)?;
    Ok(Checked { jws, did: name.base })
}

/// Is this JWS signed with EdDSA by the key that `did_key` is, and says so in its `kid`?
pub fn signed_by(jws: &Jws, did_key: &str) -> bool {
    jws.alg() == "EdDSA"
        && did_key.starts_with("did:key:")
        && check_jws(jws.text()).is_ok_and(|checked| checked.did == did_key)
}
