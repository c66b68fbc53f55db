//! Keys: from the forms in which issuers publish them, to checking signatures with them.

mod der;
mod did;
mod jwk;
mod list;
mod multikey;
mod pem;
mod public;

pub(crate) use did::{Controller, DidError, Named, named};
pub(crate) use list::{KeyList, Method};
pub(crate) use public::{Algorithm, PublicKey, Refused};
