//! Who claims: the public half of the learner's keys.

use strict_json::Value;

/// A public key and its names.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderName {
    /// The DID.
    pub did: String,
    /// The key of that DID, as `kid` and `verificationMethod` name it.
    pub method: String,
    /// The public key as a JWK.
    pub jwk: Value,
}

/// The learner, as an issuer sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// The learner's own key.
    pub ed25519: HolderName,
    /// The one for issuers that take no other kind.
    pub p256: HolderName,
}
