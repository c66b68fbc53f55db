//! The proof that the learner has the key (OpenID4VCI 1.0, Appendix F.1).

use jiff::Timestamp;
use strict_json::{Map, json};

use super::configuration::ProofKind;
use crate::holder::Holder;
use crate::step::{Signer, Statement};

/// What is to be signed. `client` is only named where the token was given to a named client.
pub(super) fn statement(
    kind: ProofKind,
    holder: &Holder,
    issuer: &str,
    client: Option<&str>,
    nonce: Option<&str>,
    now: Timestamp,
) -> Statement {
    let name = match kind.signer {
        Signer::Ed25519 => &holder.ed25519,
        Signer::P256 => &holder.p256,
    };
    let mut header = Map::new();
    header.insert("typ", json!("openid4vci-proof+jwt"));
    header.insert("alg", json!(kind.alg));
    match kind.by_did {
        true => header.insert("kid", json!(name.method)),
        false => header.insert("jwk", name.jwk.clone()),
    };
    let mut claims = json!({ "aud": issuer, "iat": now.as_second() });
    if let Some(members) = claims.as_object_mut() {
        for (member, value) in [("iss", client), ("nonce", nonce)] {
            if let Some(value) = value {
                members.insert(member, value.into());
            }
        }
    }
    Statement::Jwt { signer: kind.signer, header, claims }
}
