//! Why a token with parts to choose from does not hold together.

use crate::Note;
use crate::jws::JwsError;

/// Why a text is no SD-JWT, or why its disclosures are refused (RFC 9901 §7.1).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SdJwtError {
    /// The part that the issuer signed, or the holder's own, is no compact JWS.
    #[error(transparent)]
    Jws(#[from] JwsError),
    /// More than [`crate::limits::DISCLOSURES`] disclosures.
    #[error("more disclosures than are read")]
    TooMany,
    /// `_sd_alg` names a digest that is not known.
    #[error("digest algorithm {0:?}")]
    Algorithm(String),
    /// A disclosure is not base64url of a JSON array of two or three with a salt.
    #[error("a disclosure is none")]
    Disclosure,
    /// Places for disclosures that are written otherwise than the standard has it.
    #[error("digests are malformed")]
    Digests,
    /// A digest, or a disclosure, stands there twice.
    #[error("a digest stands there twice")]
    Repeated,
    /// A disclosure that nothing signed refers to.
    #[error("a disclosure that was not signed")]
    Unreferenced,
    /// A disclosure for a member stands in a list, or the other way round.
    #[error("a disclosure in the wrong place")]
    Misplaced,
    /// A disclosure has the name of a member that is there.
    #[error("member {0:?} is there twice")]
    Collision(String),
    /// A disclosure names a member that may not be left to choice.
    #[error("member {0:?} may not be disclosed")]
    Reserved(String),
    /// What comes out nests deeper than [`crate::limits::JSON_DEPTH`].
    #[error("nested too deeply")]
    TooDeep,
}

impl SdJwtError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            SdJwtError::Jws(error) => error.code(),
            SdJwtError::TooMany => "sd-jwt.too-many",
            SdJwtError::Algorithm(_) => "sd-jwt.algorithm",
            SdJwtError::Disclosure => "sd-jwt.disclosure",
            SdJwtError::Digests => "sd-jwt.digests",
            SdJwtError::Repeated => "sd-jwt.repeated",
            SdJwtError::Unreferenced => "sd-jwt.unreferenced",
            SdJwtError::Misplaced => "sd-jwt.misplaced",
            SdJwtError::Collision(_) => "sd-jwt.collision",
            SdJwtError::Reserved(_) => "sd-jwt.reserved",
            SdJwtError::TooDeep => "sd-jwt.too-deep",
        }
    }

    /// Code and arguments (`name` a member or an algorithm) as a note.
    pub fn note(&self) -> Note {
        let note = Note::new(self.code());
        match self {
            SdJwtError::Algorithm(name) | SdJwtError::Collision(name) | SdJwtError::Reserved(name) => {
                note.with("name", crate::claims::plain(name))
            }
            _ => note,
        }
    }
}
