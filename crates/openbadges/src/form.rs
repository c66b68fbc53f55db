//! The three shapes a credential's bytes can have.

use serde_json::Value;
use url::Url;

use crate::Jws;

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
    /// Only the address of a hosted badge that was not read yet.
    Address(Url),
}
