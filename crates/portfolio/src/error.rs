//! What can go wrong, with stable codes.

use std::collections::BTreeMap;

use openbadges::limits;

use crate::codes;

/// Why there is no hand-out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// No badge is left to hand out.
    #[error("no badge to hand out")]
    Empty,
    /// More bytes than a reader takes.
    #[error("{size} bytes are more than a reader takes")]
    TooLarge {
        /// About how large it would be, in bytes.
        size: u64,
    },
    /// The holder's key did not sign.
    #[error("the holder's key did not sign")]
    NotSigned,
}

impl ComposeError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ComposeError::Empty => codes::PORTFOLIO_EMPTY,
            ComposeError::TooLarge { .. } => codes::PORTFOLIO_TOO_LARGE,
            ComposeError::NotSigned => codes::PORTFOLIO_NOT_SIGNED,
        }
    }

    /// The arguments of its sentence.
    pub fn args(&self) -> BTreeMap<String, String> {
        match self {
            ComposeError::TooLarge { size } => {
                [("size".to_owned(), megabytes(*size)), ("limit".to_owned(), limit())].into()
            }
            ComposeError::Empty | ComposeError::NotSigned => BTreeMap::new(),
        }
    }
}

/// Why a file could not be opened as a shared profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is something else: perhaps a badge, to be read as such.
    #[error("no shared profile")]
    NotOne,
    /// It holds more than one.
    #[error("more than one shared profile in it")]
    Several,
    /// Larger than is looked at.
    #[error("more than {} bytes", limits::FILE)]
    TooLarge,
    /// Not in a shape that can be read: what, in the terms of the format.
    #[error("not the shape of a shared profile: {0}")]
    Damaged(String),
    /// Of another major version.
    #[error("version {0}")]
    Version(String),
    /// Its manifest is no JWS over a manifest.
    #[error("its manifest cannot be read: {0}")]
    Manifest(String),
}

impl OpenError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            OpenError::NotOne => codes::SHARED_PROFILE_NOT_ONE,
            OpenError::Several => codes::SHARED_PROFILE_SEVERAL,
            OpenError::TooLarge => codes::SHARED_PROFILE_TOO_LARGE,
            OpenError::Damaged(_) => codes::SHARED_PROFILE_DAMAGED,
            OpenError::Version(_) => codes::SHARED_PROFILE_VERSION,
            OpenError::Manifest(_) => codes::SHARED_PROFILE_MANIFEST_UNREADABLE,
        }
    }

    /// The arguments of its sentence.
    pub fn args(&self) -> BTreeMap<String, String> {
        match self {
            OpenError::Version(version) => [("version".to_owned(), version.clone())].into(),
            OpenError::TooLarge => [("limit".to_owned(), limit())].into(),
            OpenError::NotOne | OpenError::Several | OpenError::Damaged(_) | OpenError::Manifest(_) => {
                BTreeMap::new()
            }
        }
    }
}

/// For sentences that name a size: whole megabytes, as a plain number.
pub(crate) fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

fn limit() -> String {
    (limits::FILE / 1_000_000).to_string()
}
