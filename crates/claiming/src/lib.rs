//! How an offered credential is claimed.
//!
//! A [`Claim`] is a machine: it is told what happened and says what comes next, a request to send, something to ask the person,
//! something to sign. It sends nothing, asks nobody, signs nothing and reads no clock. Two protocols are spoken: OpenID for
//! Verifiable Credential Issuance (1.0, and draft 13 as it is deployed) and exchanges after VC-API with DIDAuth.
//!
//! What issuers answer is foreign: every address must be `https` and public, every document is read by the one strict JSON
//! reader, every list and every loop has its bound in [`limits`].
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod claim;
mod error;
mod exchange;
mod holder;
pub mod limits;
mod offer;
mod openid;
mod read;
mod request;
mod step;

pub use claim::Claim;
pub use error::{ClaimError, codes};
pub use exchange::{ExchangeOffer, PresentationRequest};
pub use holder::{Holder, HolderName};
pub use offer::{Offer, Protocol, Sends};
pub use openid::{CredentialOffer, OpenIdOffer};
pub use request::{Content, Method, Request, Response};
pub use step::{Claimed, Credential, Next, Pin, Reply, Signer, Statement};

#[cfg(test)]
mod tests;
