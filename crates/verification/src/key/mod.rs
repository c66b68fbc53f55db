//! Keys: from the forms in which issuers publish them, to checking signatures with them.

mod account;
mod der;
mod did;
mod jwk;
mod list;
mod multikey;
mod pem;
mod public;
mod ready;
pub(crate) mod resolver;
pub(crate) mod webvh;

pub(crate) use did::{Controller, DidError, Named, named, named_again};
pub(crate) use list::{KeyList, Method, same_name};
pub(crate) use public::{Algorithm, PublicKey, Refused};

/// The key of a multikey, if it is one of a kind that is checked.
pub(crate) fn multikey(text: &str) -> Option<PublicKey> {
    multikey::decode(text).ok()
}

/// The key of a bare PEM file.
pub(crate) fn pem_text(bytes: &[u8]) -> Option<PublicKey> {
    pem::read(std::str::from_utf8(bytes).ok()?)
}

/// The key of a SubjectPublicKeyInfo (RFC 5280 §4.1) in DER.
pub(crate) fn spki(der: &[u8]) -> Option<PublicKey> {
    pem::spki(der)
}

/// The key of a JWK.
pub(crate) fn jwk(value: &strict_json::Value) -> Option<PublicKey> {
    jwk::read(value)
}

/// The multikey of a key; there is none for RSA.
pub(crate) fn encode_multikey(key: &PublicKey) -> Option<String> {
    multikey::encode(key)
}
