//! The shapes a credential's bytes can have.

use strict_json::Value;
use url::Url;

use crate::{Jws, SdJwt, SdJwtError};

/// The shape of a credential's bytes.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A JSON document.
    Json(Value),
    /// A compact JWS and the JSON of its payload.
    Jws {
        /// The signed text and its parts.
        jws: Jws,
        /// Its payload, read.
        document: Value,
    },
    /// A token with parts to choose from (RFC 9901).
    SdJwt {
        /// The token and its parts.
        token: Box<SdJwt>,
        /// The issuer's payload with what was disclosed; if `refused`, without: what the issuer's signature is over.
        document: Value,
        /// How many digests nothing was disclosed for: parts that were left out, or decoys.
        withheld: usize,
        /// Why the disclosures do not count. Then nothing of the token does.
        refused: Option<SdJwtError>,
    },
    /// Only the address of a hosted badge that was not read yet.
    Address(Url),
}
