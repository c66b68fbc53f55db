//! How a credential is secured, as far as its shape says.

use std::fmt;

/// How a credential is secured, as far as its shape says; whether that holds is not asked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Securing {
    /// Open Badges up to 2.0, checked against the copy at the issuer's address.
    Hosted,
    /// Open Badges up to 2.0 as a JWS; the algorithm of its header.
    Jws(String),
    /// A Verifiable Credential as a JWT (VC 1.1 `vc` claim or VC-JOSE-COSE); the algorithm of its header.
    VcJwt(String),
    /// A token with parts to choose from (RFC 9901); the algorithm of its header.
    SdJwt(String),
    /// Embedded proofs: the cryptosuite of each, or the type of those older than Data Integrity.
    DataIntegrity(Vec<String>),
    /// A JAdES seal (European Digital Credentials).
    Jades,
    /// Nothing.
    None,
}

impl fmt::Display for Securing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Securing::Hosted => f.write_str("hosted"),
            Securing::Jws(alg) => write!(f, "jws/{alg}"),
            Securing::VcJwt(alg) => write!(f, "vc-jwt/{alg}"),
            Securing::SdJwt(alg) => write!(f, "sd-jwt/{alg}"),
            Securing::DataIntegrity(suites) => write!(f, "data-integrity/{}", suites.join("+")),
            Securing::Jades => f.write_str("jades"),
            Securing::None => f.write_str("none"),
        }
    }
}
