//! Exchanges after VC-API with DIDAuth: claim links of the Digital Credentials Consortium, interactions as LearnCard has them.

mod machine;
mod presentation;
mod request;

pub(crate) use machine::{Exchange, Turn};
pub use request::{ExchangeOffer, PresentationRequest};
