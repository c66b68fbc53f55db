//! The nouns of Open Badges (0.5 to 3.0), CLR and Verifiable Credentials, and the containers they travel in.
//!
//! Everything here is pure: bytes in, values and notes out. No file, no clock, no network, and no judgement:
//! whether a badge is genuine is the business of the crate `verification`. What strangers sent never panics
//! and is never rewritten: [`Credential::payload`] gives back the issuer's bytes as they were found.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod address;
pub mod award;
mod baked;
mod base64url;
pub mod claims;
pub mod codes;
mod container;
mod credential;
mod digest;
mod envelope;
mod form;
mod format;
mod issuer_time;
mod jws;
pub mod limits;
mod note;
pub mod pdf;
pub mod platform;
pub mod png;
pub mod recipient;
mod sd_jwt;
mod seal;
mod securing;
pub mod svg;

/// JSON as strangers send it.
pub use strict_json as json;

pub use baked::{Baked, Unbaked};
pub use claims::{Alignment, Claims, Competency, Evidence, Issuer, ResultClaim};
pub use container::{Chunk, Container, PdfPart, SvgPart};
pub use credential::{Credential, ReadError};
pub use digest::{Digest, DigestError};
pub use envelope::{Envelope, EnvelopeKind};
pub use form::Form;
pub use format::Format;
pub use issuer_time::IssuerTime;
pub use jws::{Jws, JwsError};
pub use note::Note;
pub use sd_jwt::{SdJwt, SdJwtError};
pub use seal::{Seal, SealError, SealSignature};
pub use securing::Securing;
