//! OpenID for Verifiable Credential Issuance: 1.0, and draft 13 as many issuers still speak it.

mod authorize;
mod authorizing;
mod configuration;
mod finding;
mod issue;
mod issuer;
mod issuing;
mod machine;
mod offer;
mod proof;
mod server;
mod token;

pub(crate) use machine::{Context, OpenId};
pub use offer::{CredentialOffer, OpenIdOffer};
